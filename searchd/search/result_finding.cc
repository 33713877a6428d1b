#include "searchd/search/result_finding.h"

#include "indexer/schema.h"

namespace torikumi::searchd {
namespace {

using corpus::ResultStatus;
using indexer::ResultFlag;

bool has(const ColumnRow& row, ResultFlag flag) {
  return (row.result_flags & static_cast<unsigned>(flag)) != 0;
}

}  // namespace

std::string_view name_of(ResultFinding finding) {
  switch (finding) {
    case ResultFinding::Omitted:
      return "omitted";
    case ResultFinding::Missing:
      return "missing";
    case ResultFinding::Restated:
      return "restated";
    case ResultFinding::Copied:
      return "copied";
    case ResultFinding::Quantities:
      return "quantities";
    case ResultFinding::CarriedOver:
      return "carried_over";
  }
  return {};
}

std::optional<ResultFinding> result_finding_named(std::string_view name) {
  for (const ResultFinding finding : kAllResultFindings) {
    if (name_of(finding) == name) {
      return finding;
    }
  }
  return std::nullopt;
}

bool holds(ResultFinding finding, const ColumnRow& row) {
  if (row.kind != corpus::RecordKind::Initiative) {
    return false;
  }
  switch (finding) {
    case ResultFinding::Omitted:
      return row.result_status == ResultStatus::Omitted;
    case ResultFinding::Missing:
      return row.result_status == ResultStatus::Missing;
    case ResultFinding::Restated:
      return has(row, ResultFlag::Restated);
    case ResultFinding::Copied:
      return has(row, ResultFlag::Copied);
    case ResultFinding::Quantities:
      return has(row, ResultFlag::Quantified);
    case ResultFinding::CarriedOver:
      return has(row, ResultFlag::CarriedOver);
  }
  return false;
}

bool is_applicable(ResultFinding finding, const ColumnRow& row) {
  if (row.kind != corpus::RecordKind::Initiative) {
    return false;
  }
  switch (finding) {
    case ResultFinding::Omitted:
    case ResultFinding::Missing:
      return true;
    case ResultFinding::Restated:
    case ResultFinding::Copied:
    case ResultFinding::Quantities:
      return row.result_status == ResultStatus::Reported;
    case ResultFinding::CarriedOver:
      return has(row, ResultFlag::HasEarlierYear);
  }
  return false;
}

analysis::ResultOutcome outcome_of(const ColumnRow& row) {
  return analysis::kAllResultOutcomes.at((row.result_flags >> indexer::kOutcomeShift) &
                                         indexer::kOutcomeMask);
}

}  // namespace torikumi::searchd
