#include "corpus/source_text.h"

#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <unistd.h>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace torikumi::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TemporaryDirectory;
using testing::write_file;

// 窓口で御案内します。 in other encodings.
constexpr std::string_view kSentence = "窓口で御案内します。";
constexpr std::string_view kShiftJis =
    "\x91\x8B\x8C\xFB\x82\xC5\x8C\xE4\x88\xC4\x93\xE0\x82\xB5\x82\xDC\x82\xB7\x81\x42";
constexpr std::string_view kEucJp =
    "\xC1\xEB\xB8\xFD\xA4\xC7\xB8\xE6\xB0\xC6\xC6\xE2\xA4\xB7\xA4\xDE\xA4\xB9\xA1\xA3";

std::vector<std::string> shown_lines(const SourceText& text) {
  std::vector<std::string> out;
  for (const SourceLine& line : text.lines()) {
    out.push_back(std::to_string(line.number) + (line.begins_page ? "^" : ":") +
                  std::string(line.text));
  }
  return out;
}

std::vector<std::string> shown_remarks(const SourceText& text) {
  std::vector<std::string> out;
  for (const Diagnostic& remark : text.diagnostics()) {
    out.push_back(std::to_string(remark.line) + ": " + remark.message + "; " + remark.hint);
    EXPECT_EQ(remark.severity, Diagnostic::Severity::Warning);
    EXPECT_EQ(remark.file, text.name());
  }
  return out;
}

struct LinesCase {
  const char* name;
  std::string bytes;
  std::vector<std::string> lines;
};
std::ostream& operator<<(std::ostream& out, const LinesCase& row) {
  return out << row.name;
}

class SourceLinesTest : public ::testing::TestWithParam<LinesCase> {};

TEST_P(SourceLinesTest, KnowTheirNumbersAndPages) {
  const Result<SourceText> text = SourceText::from_bytes(GetParam().bytes, "a.txt");
  ASSERT_TRUE(text) << text.error().what();
  EXPECT_EQ(shown_lines(*text), GetParam().lines);
  EXPECT_EQ(text->encoding(), TextEncoding::Utf8);
  EXPECT_THAT(text->diagnostics(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Table, SourceLinesTest,
    ::testing::Values(
        LinesCase{"OneWithoutEnd", "区", {"1:区"}},
        LinesCase{"LineFeed", "区\n役所\n", {"1:区", "2:役所"}},
        LinesCase{"CarriageReturnLineFeed", "区\r\n役所\r\n", {"1:区", "2:役所"}},
        LinesCase{"CarriageReturnAlone", "区\r役所\r", {"1:区", "2:役所"}},
        LinesCase{"EmptyLines", "\n\n区\n\n", {"1:", "2:", "3:区", "4:"}},
        LinesCase{"ByteOrderMark", "\xEF\xBB\xBF区\n", {"1:区"}},
        LinesCase{"PageBreakOnItsOwnLine", "区\n\f\n役所", {"1:区", "2^", "3:役所"}},
        LinesCase{"PageBreakBeforeText", "区\n\f役所", {"1:区", "2^役所"}},
        LinesCase{"PageBreakWithinALine", "区\f役\f所\n次", {"1:区", "1^役", "1^所", "2:次"}}),
    [](const auto& row) { return row.param.name; });

struct EncodingCase {
  const char* name;
  std::string bytes;
  std::string text;
  TextEncoding encoding;
  std::vector<std::string> remarks;
};
std::ostream& operator<<(std::ostream& out, const EncodingCase& row) {
  return out << row.name;
}

class EncodingTest : public ::testing::TestWithParam<EncodingCase> {};

TEST_P(EncodingTest, IsToldFromTheBytes) {
  const Result<SourceText> text = SourceText::from_bytes(GetParam().bytes, "a.txt");
  ASSERT_TRUE(text) << text.error().what();
  EXPECT_EQ(text->text(), GetParam().text);
  EXPECT_EQ(text->encoding(), GetParam().encoding);
  EXPECT_EQ(shown_remarks(*text), GetParam().remarks);
}

constexpr const char* kShiftJisRemark =
    "0: read as Shift_JIS (CP932); save it as UTF-8 to be sure of every character";
constexpr const char* kEucJpRemark =
    "0: read as EUC-JP; save it as UTF-8 to be sure of every character";
constexpr const char* kTruncated =
    ": the file ends inside a character and seems to be truncated; check that the end of the "
    "report "
    "is there";

INSTANTIATE_TEST_SUITE_P(
    Table, EncodingTest,
    ::testing::Values(
        EncodingCase{
            "Utf8", std::string(kSentence), std::string(kSentence), TextEncoding::Utf8, {}},
        EncodingCase{"Utf8CutInACharacter",
                     "一行目\n窓口で\xE5\xBE",
                     "一行目\n窓口で",
                     TextEncoding::Utf8,
                     {std::string("2") + kTruncated}},
        EncodingCase{"Utf8CutAfterOneCharacter",
                     "区\xE5",
                     "区",
                     TextEncoding::Utf8,
                     {std::string("1") + kTruncated}},
        EncodingCase{"Utf16LittleEndian",
                     std::string("\xFF\xFE\x3A\x53\x0A\x00", 6),
                     "区\n",
                     TextEncoding::Utf16,
                     {}},
        EncodingCase{"Utf16BigEndian",
                     std::string("\xFE\xFF\x53\x3A\x00\x0A", 6),
                     "区\n",
                     TextEncoding::Utf16,
                     {}},
        EncodingCase{"Utf16CutInACharacter",
                     std::string("\xFF\xFE\x3A\x53\x0A", 5),
                     "区",
                     TextEncoding::Utf16,
                     {std::string("1") + kTruncated}},
        EncodingCase{"ShiftJis",
                     std::string(kShiftJis),
                     std::string(kSentence),
                     TextEncoding::ShiftJis,
                     {kShiftJisRemark}},
        EncodingCase{"ShiftJisOfWindows",
                     std::string(kShiftJis) + "\x87\x40\x81\x60\xFB\xFC",
                     std::string(kSentence) + "①～髙",
                     TextEncoding::ShiftJis,
                     {kShiftJisRemark}},
        EncodingCase{"ShiftJisWithHalfWidthKana",
                     std::string(kShiftJis) + "\xBB\xB0\xCB\xDE\xBD",
                     std::string(kSentence) + "ｻｰﾋﾞｽ",
                     TextEncoding::ShiftJis,
                     {kShiftJisRemark}},
        EncodingCase{"ShiftJisCutInACharacter",
                     std::string(kShiftJis) + "\x82",
                     std::string(kSentence),
                     TextEncoding::ShiftJis,
                     {kShiftJisRemark, std::string("1") + kTruncated}},
        EncodingCase{"EucJp",
                     std::string(kEucJp),
                     std::string(kSentence),
                     TextEncoding::EucJp,
                     {kEucJpRemark}}),
    [](const auto& row) { return row.param.name; });

struct RefusalCase {
  const char* name;
  std::string bytes;
  ErrorKind kind;
  std::string message;
};
std::ostream& operator<<(std::ostream& out, const RefusalCase& row) {
  return out << row.name;
}

class RefusalTest : public ::testing::TestWithParam<RefusalCase> {};

TEST_P(RefusalTest, SaysWhatTheFileIsAndWhatToDo) {
  const Result<SourceText> text = SourceText::from_bytes(GetParam().bytes, "a.txt");
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().what(), GetParam().message);
  EXPECT_EQ(text.error().kind, GetParam().kind);
}

constexpr ErrorKind kUnsupported = ErrorKind::UnsupportedFormat;

INSTANTIATE_TEST_SUITE_P(
    Table, RefusalTest,
    ::testing::Values(
        RefusalCase{"Empty", "", kUnsupported, "a.txt: the file is empty; fill it or remove it"},
        RefusalCase{"Blank", "\xEF\xBB\xBF \r\n\u3000\n", kUnsupported,
                    "a.txt: the file holds nothing but blanks; fill it or remove it"},
        RefusalCase{"Pdf", "%PDF-1.7\n%\xE2\xE3\xCF\xD3", kUnsupported,
                    "a.txt: this is a PDF; PDFs are not read yet; give its text as .txt (UTF-8)"},
        RefusalCase{"Word", std::string("PK\x03\x04\x14\0\0\0word/document.xml", 25), kUnsupported,
                    "a.txt: this is a Word document; Word is not read yet; save it as plain text "
                    "(UTF-8)"},
        RefusalCase{
            "Excel", std::string("PK\x03\x04\x14\0\0\0xl/workbook.xml", 23), kUnsupported,
            "a.txt: this is an Excel workbook; workbooks are not read yet; save it as plain "
            "text (UTF-8)"},
        RefusalCase{"Zip", std::string("PK\x03\x04\x14\0\0\0a.txt", 13), kUnsupported,
                    "a.txt: this is a zip archive or an Office document, which is not read; unpack "
                    "it, or save it as plain text (UTF-8)"},
        RefusalCase{
            "OldOffice", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", kUnsupported,
            "a.txt: this is an old Office document (.doc, .xls), which is not read; save it "
            "as plain text (UTF-8)"},
        RefusalCase{
            "Png", "\x89PNG\r\n\x1A\n", kUnsupported,
            "a.txt: this is a PNG image; images are not read; give its text as .txt (UTF-8)"},
        RefusalCase{"Jpeg", "\xFF\xD8\xFF\xE0", kUnsupported,
                    "a.txt: this is a JPEG image; images are not read; give its text as .txt "
                    "(UTF-8)"},
        RefusalCase{"Html", "\n <!DOCTYPE HTML><p>窓口", kUnsupported,
                    "a.txt: this is HTML; HTML is not read yet; give its text as .txt (UTF-8)"},
        RefusalCase{"Nul", std::string("abc\0def", 7), kUnsupported,
                    "a.txt: the file holds NUL bytes, so it is not text; give its text as .txt "
                    "(UTF-8)"},
        RefusalCase{"Utf32", std::string("\xFF\xFE\0\0\x3A\x53\0\0", 8), kUnsupported,
                    "a.txt: the file holds NUL bytes, so it is not text; give its text as .txt "
                    "(UTF-8)"},
        RefusalCase{
            "IllFormedInTheMiddle", "一行目の文です。\n窓口で\xE5\xBE案内\n", ErrorKind::Malformed,
            "a.txt:2: byte 0xE5 is not UTF-8, and the file is neither Shift_JIS nor EUC-JP; "
            "save the file as UTF-8 and read it again"},
        RefusalCase{
            "NoEncodingAtAll", "\xFF\xFF\xFF\n", ErrorKind::Malformed,
            "a.txt:1: byte 0xFF is not UTF-8, and the file is neither Shift_JIS nor EUC-JP; "
            "save the file as UTF-8 and read it again"},
        RefusalCase{
            "BrokenUtf16", std::string("\xFF\xFE\x00\xD8\x3A\x53\x3A\x53", 8), ErrorKind::Malformed,
            "a.txt: the file begins as UTF-16 and is not well-formed; save the file as UTF-8 "
            "and read it again"}),
    [](const auto& row) { return row.param.name; });

TEST(SourceTextTest, TakesATextThatMerelyMentionsAFormat) {
  EXPECT_TRUE(SourceText::from_bytes("窓口の%PDF-1.7と<html>とPK\n", "a.txt"));
}

TEST(SourceTextTest, RefusesAFileAndALineOverTheLimit) {
  const ReadLimits limits{.max_file_bytes = 3000, .max_line_bytes = 20};
  const auto refused = [&](std::string_view bytes) {
    return std::string(SourceText::from_bytes(bytes, "a.txt", limits).error().what());
  };
  EXPECT_EQ(refused(std::string(3001, '\n')),
            "a.txt: the file has 2.9 kB, more than the 2.9 kB that are read; a report is a few MB "
            "at most; split the file or check that it is a report");
  EXPECT_EQ(refused("区\n" + std::string(21, 'a') + "\n"),
            "a.txt:2: the line has 21 bytes, more than the 20 bytes that are read; check that the "
            "file is a report; one row of a table stands on one line");
  EXPECT_TRUE(SourceText::from_bytes(std::string(20, 'a') + "\n", "a.txt", limits));
}

TEST(SourceTextTest, RefusesAHugeLine) {
  const TemporaryDirectory folder;
  std::string huge;
  huge.resize(50'000'000, 'a');
  write_file(folder.path() / "huge.txt", huge);
  const Result<SourceText> text = SourceText::open(folder.path() / "huge.txt", "huge.txt");
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().kind, ErrorKind::TooLarge);
  EXPECT_EQ(text.error().message, "the line has 47.7 MB, more than the 1.0 MB that are read");
}

TEST(SourceTextTest, OpensAFileByItsPathAndCallsItByItsName) {
  const TemporaryDirectory folder;
  write_file(folder.path() / "a.txt", "区\n");
  const Result<SourceText> text = SourceText::open(folder.path() / "a.txt", "川崎/a.txt");
  ASSERT_TRUE(text) << text.error().what();
  EXPECT_EQ(text->name(), "川崎/a.txt");
  EXPECT_EQ(text->text(), "区\n");
}

TEST(SourceTextTest, RefusesWhatIsNoFile) {
  const TemporaryDirectory folder;
  const auto refused = [&](const std::filesystem::path& path) {
    return std::string(SourceText::open(path, "a.txt").error().what());
  };
  EXPECT_EQ(refused(folder.path() / "missing"), "a.txt: there is no such file; check the path");
  EXPECT_EQ(refused(folder.path()),
            "a.txt: this is a folder where a file is wanted; name a file in it");
  ASSERT_EQ(mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(refused(folder.path() / "pipe"),
            "a.txt: this is a device or a pipe, not a file; copy its content into a file");
}

TEST(SourceTextTest, RefusesAFileThatMayNotBeRead) {
  if (geteuid() == 0) {
    GTEST_SKIP() << "root may read everything";
  }
  const TemporaryDirectory folder;
  write_file(folder.path() / "a.txt", "区\n");
  std::filesystem::permissions(folder.path() / "a.txt", std::filesystem::perms::none);
  EXPECT_STREQ(SourceText::open(folder.path() / "a.txt", "a.txt").error().what(),
               "a.txt: the file cannot be read (Permission denied); check its permissions");
}

TEST(SourceTextTest, KeepsItsLinesWhenMoved) {
  Result<SourceText> text = SourceText::from_bytes("区\n役\n", "a.txt");
  ASSERT_TRUE(text);
  const SourceText moved = std::move(*text);
  EXPECT_THAT(shown_lines(moved), ElementsAre("1:区", "2:役"));
  EXPECT_EQ(moved.lines().front().text.data(), moved.text().data());
}

}  // namespace
}  // namespace torikumi::corpus
