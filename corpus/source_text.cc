#include "corpus/source_text.h"

#include "corpus/utf8.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

namespace torikumi::corpus {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleEndianMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigEndianMark = "\xFE\xFF";

// Debian's ICU knows CP932 by this name only for sure; its Shift_JIS is the same table. It maps
// 0x8160 to U+FF5E, as the city halls' Windows does.
constexpr const char* kShiftJisConverter = "ibm-943_P15A-2003";
constexpr const char* kEucJpConverter = "euc-jp-2007";

// Names within a zip file stand uncompressed near its start.
constexpr std::size_t kZipDirectoryWindow = 4096;

// --- What is not text ----------------------------------------------------------------------------

/// A sort of file that is known by its first bytes and not read.
struct ForeignFormat {
  std::string_view first_bytes;
  const char* name;
  const char* advice;
};

constexpr const char* kGiveText = "give its text as .txt (UTF-8)";
constexpr const char* kSaveAsText = "save it as plain text (UTF-8)";

constexpr std::array kForeignFormats{
    ForeignFormat{"%PDF-", "a PDF; PDFs are not read yet", kGiveText},
    ForeignFormat{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
                  "an old Office document (.doc, .xls), which is not read", kSaveAsText},
    ForeignFormat{"{\\rtf", "an RTF document, which is not read", kSaveAsText},
    ForeignFormat{"\x89PNG", "a PNG image; images are not read", kGiveText},
    ForeignFormat{"\xFF\xD8\xFF", "a JPEG image; images are not read", kGiveText},
    ForeignFormat{"GIF8", "a GIF image; images are not read", kGiveText},
    ForeignFormat{"\x1F\x8B", "a gzip archive, which is not opened", "unpack it first"},
    ForeignFormat{"<!doctype html", "HTML; HTML is not read yet", kGiveText},
    ForeignFormat{"<html", "HTML; HTML is not read yet", kGiveText},
    ForeignFormat{"<?xml", "XML, which is not read", kGiveText},
};

bool begins_with_ignoring_case(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char want, char have) {
           return want == (have >= 'A' && have <= 'Z' ? static_cast<char>(have + 32) : have) ||
                  want == have;
         });
}

std::optional<ForeignFormat> zip_format(std::string_view bytes) {
  if (!bytes.starts_with("PK\x03\x04")) {
    return std::nullopt;
  }
  const std::string_view head = bytes.substr(0, kZipDirectoryWindow);
  if (head.find("xl/") != std::string_view::npos) {
    return ForeignFormat{"PK", "an Excel workbook; workbooks are not read yet", kSaveAsText};
  }
  if (head.find("word/") != std::string_view::npos) {
    return ForeignFormat{"PK", "a Word document; Word is not read yet", kSaveAsText};
  }
  return ForeignFormat{"PK", "a zip archive or an Office document, which is not read",
                       "unpack it, or save it as plain text (UTF-8)"};
}

std::optional<ForeignFormat> foreign_format(std::string_view bytes) {
  if (auto zip = zip_format(bytes)) {
    return zip;
  }
  std::string_view head = bytes;
  if (head.starts_with(kUtf8Mark)) {
    head.remove_prefix(kUtf8Mark.size());
  }
  head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  for (const ForeignFormat& format : kForeignFormats) {
    if (begins_with_ignoring_case(head, format.first_bytes)) {
      return format;
    }
  }
  return std::nullopt;
}

// --- Limits --------------------------------------------------------------------------------------

std::string readable_size(std::size_t bytes) {
  constexpr std::size_t kKilobyte = 1024;
  constexpr std::size_t kMegabyte = kKilobyte * kKilobyte;
  if (bytes >= kMegabyte) {
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / static_cast<double>(kMegabyte));
  }
  if (bytes >= kKilobyte) {
    return fmt::format("{:.1f} kB", static_cast<double>(bytes) / static_cast<double>(kKilobyte));
  }
  return fmt::format("{} bytes", bytes);
}

Error too_large_file(std::size_t size, const std::string& name, const ReadLimits& limits) {
  return {ErrorKind::TooLarge,
          fmt::format("the file has {}, more than the {} that are read", readable_size(size),
                      readable_size(limits.max_file_bytes)),
          name, "a report is a few MB at most; split the file or check that it is a report"};
}

// Files of an old Mac end their lines with CR alone.
char line_end_of(std::string_view text) {
  return text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos
             ? '\r'
             : '\n';
}

// Looks only for line ends, so that a huge line is refused before anything is decoded or copied.
std::optional<Error> overlong_line(std::string_view text, const std::string& name,
                                   const ReadLimits& limits) {
  const char line_end = line_end_of(text);
  int number = 1;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find(line_end, begin), text.size());
    if (end - begin > limits.max_line_bytes) {
      return Error(ErrorKind::TooLarge,
                   fmt::format("the line has {}, more than the {} that are read",
                               readable_size(end - begin), readable_size(limits.max_line_bytes)),
                   fmt::format("{}:{}", name, number),
                   "check that the file is a report; one row of a table stands on one line");
    }
    begin = end + 1;
  }
  return std::nullopt;
}

// What makes text unfit: NULs, or a line that is too long.
std::optional<Error> unfit_text(std::string_view text, const std::string& name,
                                const ReadLimits& limits) {
  if (text.find('\0') != std::string_view::npos) {
    return Error(ErrorKind::UnsupportedFormat, "the file holds NUL bytes, so it is not text", name,
                 kGiveText);
  }
  return overlong_line(text, name, limits);
}

// --- Encodings -----------------------------------------------------------------------------------

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with(kUtf16LittleEndianMark) || bytes.starts_with(kUtf16BigEndianMark);
}

/// UTF-8 text made of the bytes of a file.
struct Decoded {
  std::string text;
  TextEncoding encoding = TextEncoding::Utf8;
  std::size_t cut_bytes = 0;  ///< Bytes of an incomplete last character, left out.
};

// All of `bytes` through one of ICU's converters; nothing if a byte does not fit the encoding.
std::optional<std::string> converted(std::string_view bytes, const char* converter_name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(converter_name, &status), &ucnv_close);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) {
    throw Error(ErrorKind::Internal,
                fmt::format("ICU has no converter {}: {}", converter_name, u_errorName(status)));
  }
  // No byte of these encodings becomes more than one UTF-16 unit.
  std::u16string units(bytes.size() + 1, u'\0');
  const std::int32_t length =
      ucnv_toUChars(converter.get(), units.data(), static_cast<std::int32_t>(units.size()),
                    bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) {
    return std::nullopt;
  }
  std::string text;
  const icu::UnicodeString view(0, units.data(), length);
  return view.toUTF8String(text);
}

// `bytes` as `encoding`, if need be without up to two last bytes that begin a character.
std::optional<Decoded> decoded_as(TextEncoding encoding, const char* converter_name,
                                  std::string_view bytes) {
  constexpr std::size_t kLongestIncomplete = 2;
  for (std::size_t cut = 0; cut <= std::min(kLongestIncomplete, bytes.size()); ++cut) {
    if (auto text = converted(bytes.substr(0, bytes.size() - cut), converter_name)) {
      return Decoded{std::move(*text), encoding, cut};
    }
  }
  return std::nullopt;
}

// Letters that real text is made of. Text in the wrong one of both encodings turns into half-width
// kana and rare kanji.
std::size_t common_letter_count(std::string_view text) {
  std::size_t count = 0;
  for (const CodePoint& point : code_points(text)) {
    const bool hiragana_or_katakana = point.value >= 0x3041 && point.value <= 0x30FF;
    count += hiragana_or_katakana ? 1 : 0;
  }
  return count;
}

// True if the bytes above 0x7F are UTF-8 for the most part: then an ill-formed one is damage, not
// another encoding. (Damaged UTF-8 is often valid Shift_JIS, of nonsense.)
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = code_point_at(bytes, at).byte_end - at;
    if (static_cast<unsigned char>(bytes[at]) >= 0x80) {
      (first_ill_formed_byte(bytes.substr(at, size)) ? bad : good) += 1;
    }
    at += size;
  }
  return good >= bad;
}

// The number of bytes at the end of `bytes` that begin a character of UTF-8 and do not end it; the
// first ill-formed byte is at `ill_formed`.
std::size_t incomplete_bytes_at_end(std::string_view bytes, std::size_t ill_formed) {
  const std::string_view rest = bytes.substr(ill_formed);
  const auto lead = static_cast<unsigned char>(rest.front());
  std::size_t wanted = 0;
  if (lead >= 0xF0 && lead <= 0xF4) {
    wanted = 4;
  } else if (lead >= 0xE0) {
    wanted = 3;
  } else if (lead >= 0xC2) {
    wanted = 2;
  }
  const bool is_one_sequence = code_point_at(rest, 0).byte_end == rest.size();
  return is_one_sequence && lead <= 0xF4 && rest.size() < wanted ? rest.size() : 0;
}

Error ill_formed_byte(std::string_view bytes, std::size_t at, const std::string& name) {
  const auto line =
      std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return {ErrorKind::Malformed,
          fmt::format("byte 0x{:02X} is not UTF-8, and the file is neither Shift_JIS nor EUC-JP",
                      static_cast<unsigned char>(bytes[at])),
          fmt::format("{}:{}", name, line + 1), "save the file as UTF-8 and read it again"};
}

Result<Decoded> decoded_without_mark(std::string_view bytes, const std::string& name) {
  const std::optional<std::size_t> ill_formed = first_ill_formed_byte(bytes);
  if (!ill_formed) {
    return Decoded{std::string(bytes), TextEncoding::Utf8, 0};
  }
  if (is_mostly_utf8(bytes)) {
    const std::size_t cut = incomplete_bytes_at_end(bytes, *ill_formed);
    if (cut == 0) {
      return tl::unexpected(ill_formed_byte(bytes, *ill_formed, name));
    }
    return Decoded{std::string(bytes.substr(0, *ill_formed)), TextEncoding::Utf8, cut};
  }
  auto shift_jis = decoded_as(TextEncoding::ShiftJis, kShiftJisConverter, bytes);
  auto euc_jp = decoded_as(TextEncoding::EucJp, kEucJpConverter, bytes);
  if (shift_jis && euc_jp) {
    const bool is_euc = common_letter_count(euc_jp->text) > common_letter_count(shift_jis->text);
    return std::move(is_euc ? *euc_jp : *shift_jis);
  }
  if (shift_jis || euc_jp) {
    return std::move(shift_jis ? *shift_jis : *euc_jp);
  }
  return tl::unexpected(ill_formed_byte(bytes, *ill_formed, name));
}

Result<Decoded> decoded(std::string_view bytes, const std::string& name) {
  if (is_utf16(bytes)) {
    if (auto text = decoded_as(TextEncoding::Utf16, "UTF-16", bytes)) {
      return std::move(*text);
    }
    return failure(ErrorKind::Malformed, "the file begins as UTF-16 and is not well-formed", name,
                   "save the file as UTF-8 and read it again");
  }
  if (bytes.starts_with(kUtf8Mark)) {
    bytes.remove_prefix(kUtf8Mark.size());
  }
  return decoded_without_mark(bytes, name);
}

// --- Lines ---------------------------------------------------------------------------------------

void append_pages(std::string_view line, int number, std::vector<SourceLine>& lines) {
  bool begins_page = false;
  for (std::size_t page_end = line.find('\f'); page_end != std::string_view::npos;
       page_end = line.find('\f')) {
    if (page_end > 0) {
      lines.push_back({line.substr(0, page_end), number, begins_page});
    }
    line.remove_prefix(page_end + 1);
    begins_page = true;
  }
  lines.push_back({line, number, begins_page});
}

std::vector<SourceLine> split_lines(std::string_view text) {
  const char line_end = line_end_of(text);
  std::vector<SourceLine> lines;
  int number = 1;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find(line_end, begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    append_pages(line, number, lines);
    begin = end + 1;
  }
  return lines;
}

std::vector<Diagnostic> remarks_on(const Decoded& decoded, const std::string& name, int last_line) {
  std::vector<Diagnostic> remarks;
  if (decoded.encoding == TextEncoding::ShiftJis || decoded.encoding == TextEncoding::EucJp) {
    const bool is_shift_jis = decoded.encoding == TextEncoding::ShiftJis;
    remarks.push_back({Diagnostic::Severity::Warning, name, 0,
                       is_shift_jis ? "read as Shift_JIS (CP932)" : "read as EUC-JP",
                       "save it as UTF-8 to be sure of every character"});
  }
  if (decoded.cut_bytes > 0) {
    remarks.push_back({Diagnostic::Severity::Warning, name, last_line,
                       "the file ends inside a character and seems to be truncated",
                       "check that the end of the report is there"});
  }
  return remarks;
}

// In pieces, so that a small file costs little and a growing one cannot pass the limit.
Result<std::string> file_content(const std::filesystem::path& path, const std::string& name,
                                 const ReadLimits& limits) {
  constexpr std::size_t kPieceBytes = 1U << 18U;
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::string bytes;
  while (in && bytes.size() <= limits.max_file_bytes) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kPieceBytes);
    in.read(bytes.data() + before, static_cast<std::streamsize>(kPieceBytes));
    bytes.resize(before + static_cast<std::size_t>(in.gcount()));
  }
  if (!in.eof() && bytes.size() <= limits.max_file_bytes) {
    return failure(ErrorKind::Unreadable,
                   fmt::format("the file cannot be read ({})", std::strerror(errno)), name,
                   "check its permissions");
  }
  return bytes;
}

// What makes the bytes unfit to be read as text, without decoding them.
std::optional<Error> unfit_bytes(std::string_view bytes, const std::string& name,
                                 const ReadLimits& limits) {
  if (bytes.empty()) {
    return Error(ErrorKind::UnsupportedFormat, "the file is empty", name, "fill it or remove it");
  }
  if (bytes.size() > limits.max_file_bytes) {
    return too_large_file(bytes.size(), name, limits);
  }
  if (const auto format = foreign_format(bytes)) {
    return Error(ErrorKind::UnsupportedFormat, fmt::format("this is {}", format->name), name,
                 format->advice);
  }
  if (is_utf16(bytes)) {
    return std::nullopt;
  }
  return unfit_text(bytes, name, limits);
}

}  // namespace

Result<SourceText> SourceText::open(const std::filesystem::path& path, const std::string& name,
                                    const ReadLimits& limits) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    return failure(ErrorKind::NotFound, "there is no such file", name, "check the path");
  }
  if (error) {
    return failure(ErrorKind::Unreadable,
                   fmt::format("the file cannot be reached ({})", error.message()), name,
                   "check the permissions of its folders");
  }
  if (std::filesystem::is_directory(status)) {
    return failure(ErrorKind::Unreadable, "this is a folder where a file is wanted", name,
                   "name a file in it");
  }
  if (!std::filesystem::is_regular_file(status)) {
    return failure(ErrorKind::Unreadable, "this is a device or a pipe, not a file", name,
                   "copy its content into a file");
  }
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (!error && size > limits.max_file_bytes) {
    return tl::unexpected(too_large_file(size, name, limits));
  }
  return file_content(path, name, limits).and_then([&](const std::string& bytes) {
    return from_bytes(bytes, name, limits);
  });
}

Result<SourceText> SourceText::from_bytes(std::string_view bytes, const std::string& name,
                                          const ReadLimits& limits) {
  if (auto error = unfit_bytes(bytes, name, limits)) {
    return tl::unexpected(std::move(*error));
  }
  Result<Decoded> content = decoded(bytes, name);
  if (!content) {
    return tl::unexpected(content.error());
  }
  if (content->encoding != TextEncoding::Utf8) {
    if (auto error = unfit_text(content->text, name, limits)) {
      return tl::unexpected(std::move(*error));
    }
  }
  if (trimmed(content->text).empty()) {
    return failure(ErrorKind::UnsupportedFormat, "the file holds nothing but blanks", name,
                   "fill it or remove it");
  }
  SourceText source;
  source.name_ = name;
  source.text_ = std::make_unique<const std::string>(std::move(content->text));
  source.lines_ = split_lines(*source.text_);
  source.encoding_ = content->encoding;
  source.diagnostics_ = remarks_on(*content, name, source.lines_.back().number);
  return source;
}

}  // namespace torikumi::corpus
