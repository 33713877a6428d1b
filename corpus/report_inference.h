#ifndef CORPUS_REPORT_INFERENCE_H_
#define CORPUS_REPORT_INFERENCE_H_

// What a file is: its kind, ward, fiscal year and title, and from what each is known.

#include "corpus/catalogue.h"
#include "corpus/error.h"
#include "corpus/record.h"
#include "corpus/report_reader.h"
#include "corpus/source_text.h"
#include "corpus/ward_registry.h"

#include <string_view>
#include <vector>

namespace torikumi::corpus {

/// A report and, for each of kind, ward, fiscal_year and title, from what it is known.
struct ReportDescription {
  Report report;
  std::vector<Inference> inferences;  ///< In the order kind, ward, fiscal_year, title.
};

/// The report of a file that has a row in the catalogue called `catalogue_name`. A title that the
/// row leaves empty comes from the text, as below.
ReportDescription describe_report(const CatalogueEntry& entry, std::string_view catalogue_name,
                                  const SourceText& text);

/// The report of a file without a row in a catalogue.
///
/// Ward and year come from the file name, else from the folder names of `path` (nearest first),
/// else from the first lines of `text`: a title, a date below it, a ward's name in front of
/// departments. A year within running text or a cell is never taken. `path` is the path as the user
/// gave it, `text.name()` the one shown. What stays unknown is an Error{Unknown} whose hint is the
/// row to add to catalogue.csv, filled in as far as it is known, with … for what is missing. A ward
/// name that several cities have is not guessed.
Result<ReportDescription> infer_report(const SourceText& text, std::string_view path,
                                       const WardRegistry& wards);

}  // namespace torikumi::corpus

#endif  // CORPUS_REPORT_INFERENCE_H_
