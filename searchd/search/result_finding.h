#ifndef SEARCHD_SEARCH_RESULT_FINDING_H_
#define SEARCHD_SEARCH_RESULT_FINDING_H_

// What an initiative's result may be found to be: what quality counts and what filters choose.

#include "analysis/result_outcome.h"
#include "searchd/search/column_table.h"

#include <array>
#include <optional>
#include <string_view>

namespace torikumi::searchd {

/// The rules are those of analysis/result_quality.h and corpus::ResultStatus.
enum class ResultFinding {
  Omitted,      ///< The report leaves the summing-up out.
  Missing,      ///< The cell is empty.
  Restated,     ///< The result restates its own target.
  Copied,       ///< Another department of the same report has the same result.
  Quantities,   ///< The result has figures or dates.
  CarriedOver,  ///< The target is that of the department's last earlier year.
};
inline constexpr std::array kAllResultFindings{
    ResultFinding::Omitted, ResultFinding::Missing,    ResultFinding::Restated,
    ResultFinding::Copied,  ResultFinding::Quantities, ResultFinding::CarriedOver};

/// `omitted`, `carried_over`: the name in the API.
std::string_view name_of(ResultFinding finding);
std::optional<ResultFinding> result_finding_named(std::string_view name);

/// True for an initiative of which this was found.
bool holds(ResultFinding finding, const ColumnRow& row);

/// True for an initiative of which it could be found: any for omitted and missing, one with a
/// reported result for what is said of results, one with an earlier year for carried_over.
bool is_applicable(ResultFinding finding, const ColumnRow& row);

/// What the result of an initiative or example says became of it; Unknown for other kinds.
analysis::ResultOutcome outcome_of(const ColumnRow& row);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_RESULT_FINDING_H_
