#ifndef CORPUS_SOURCE_TEXT_H_
#define CORPUS_SOURCE_TEXT_H_

// One file of text from outside, opened with care: every way in which it can be unfit is one error.

#include "corpus/error.h"
#include "corpus/report_reader.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {

/// A line without its end. Borrows from the SourceText.
struct SourceLine {
  std::string_view text;     ///< Well-formed UTF-8 without line end, form feed and BOM.
  int number = 0;            ///< 1-based, as editors count: two parts of a line that is cut by a
                             ///< form feed have the same number.
  bool begins_page = false;  ///< A form feed stood before it.
};

/// How the bytes of a file were written.
enum class TextEncoding { Utf8, Utf16, ShiftJis, EucJp };

/// The text of one file as lines. Owns the text; can be moved, lines stay valid. Immutable; free to
/// share between threads.
class SourceText {
 public:
  /// Reads the file at `path`; `name` is how errors and diagnostics call it (Source::file).
  ///
  /// UTF-8 and UTF-16 (with BOM) are read as they are; Shift_JIS (as CP932) and EUC-JP with a
  /// Warning; a file that ends inside a character with a Warning, without its last bytes.
  /// Errors: NotFound, Unreadable (also for a folder or a device), UnsupportedFormat (empty, or of
  /// a kind that is not read: PDF, Office, HTML, an image, binary), TooLarge (file or line; found
  /// without decoding), Malformed (ill-formed bytes, with the line).
  static Result<SourceText> open(const std::filesystem::path& path, const std::string& name,
                                 const ReadLimits& limits = {});

  /// The same for bytes that are at hand.
  static Result<SourceText> from_bytes(std::string_view bytes, const std::string& name,
                                       const ReadLimits& limits = {});

  [[nodiscard]] const std::string& name() const { return name_; }

  /// The whole text in UTF-8, without BOM, line ends as in the file.
  [[nodiscard]] std::string_view text() const { return *text_; }

  /// The lines in order, at least one.
  [[nodiscard]] const std::vector<SourceLine>& lines() const { return lines_; }

  [[nodiscard]] TextEncoding encoding() const { return encoding_; }

  /// What had to be repaired or assumed.
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  SourceText() = default;

  std::string name_;
  std::unique_ptr<const std::string> text_;  // On the heap, so that `lines_` survive a move.
  std::vector<SourceLine> lines_;
  TextEncoding encoding_ = TextEncoding::Utf8;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace torikumi::corpus

#endif  // CORPUS_SOURCE_TEXT_H_
