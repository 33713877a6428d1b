#ifndef CORPUS_CATALOGUE_H_
#define CORPUS_CATALOGUE_H_

// catalogue.csv: what the reports beside it are.

#include "corpus/error.h"
#include "corpus/fiscal_year.h"
#include "corpus/record.h"
#include "corpus/report_reader.h"
#include "corpus/ward_registry.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {

/// One good row of a catalogue.
struct CatalogueEntry {
  std::string file;  ///< Path below the catalogue's folder, with / and without ./ and //.
  ReportKind kind = ReportKind::TargetsAndResults;
  Ward ward;                     ///< The municipality itself if the cell `ward` is empty, as it
                                 ///< may be for all kinds but targets_and_results.
  int fiscal_year = 0;           ///< The last one of `fiscal_years`.
  FiscalYearRange fiscal_years;  ///< As written: 平成27～29年度 is 2015 to 2017 (a policy only).
  std::string title;             ///< May be empty.
  std::string url;               ///< May be empty.
  std::string note;              ///< May be empty.
  int line = 0;                  ///< 1-based line of the catalogue on which the row begins.

  bool operator==(const CatalogueEntry&) const = default;
};

/// A catalogue as read. Immutable; free to share between threads.
///
/// A bad row disables only itself: the file that it names gets the error (`entry_for`), and the
/// error is among the diagnostics.
class Catalogue {
 public:
  /// Nothing listed.
  Catalogue() = default;

  /// Reads the CSV file at `path`, called `name` in messages. Columns, in any order, found by the
  /// first row: file, kind, municipality, ward, fiscal_year, title, url and optionally note; others
  /// are ignored. Encodings as SourceText::open. The error of an unreadable file or of a missing
  /// column is returned; the errors of single rows are diagnostics.
  static Result<Catalogue> read(const std::filesystem::path& path, const std::string& name,
                                const WardRegistry& wards, const ReadLimits& limits = {});

  [[nodiscard]] const std::string& name() const { return name_; }

  /// The good rows in order.
  [[nodiscard]] const std::vector<CatalogueEntry>& entries() const { return entries_; }

  /// The row for `file` (a path below the catalogue's folder); nothing if it is not listed, the
  /// error of its row if that is bad or if the file is listed twice.
  [[nodiscard]] Result<std::optional<CatalogueEntry>> entry_for(std::string_view file) const;

  /// Errors of rows, and warnings such as a row for a file that is not there.
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  friend class CatalogueBuilder;

  std::string name_;
  std::vector<CatalogueEntry> entries_;
  std::map<std::string, Error, std::less<>> bad_files_;  // By `CatalogueEntry::file`.
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace torikumi::corpus

#endif  // CORPUS_CATALOGUE_H_
