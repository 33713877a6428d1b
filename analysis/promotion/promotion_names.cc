#include "analysis/promotion/promotion_candidates.h"

namespace torikumi::analysis {

std::string_view name_of(CandidateKind kind) {
  switch (kind) {
    case CandidateKind::NewItem:
      return "new_item";
    case CandidateKind::Extension:
      return "extension";
    case CandidateKind::WardStandard:
      return "ward_standard";
  }
  return "";
}

std::string_view name_of(RankPart part) {
  switch (part) {
    case RankPart::Wards:
      return "wards";
    case RankPart::Departments:
      return "departments";
    case RankPart::Persistence:
      return "persistence";
    case RankPart::Recency:
      return "recency";
    case RankPart::Results:
      return "results";
  }
  return "";
}

std::string_view name_of(SurenessLimit limit) {
  switch (limit) {
    case SurenessLimit::ExamplesOnly:
      return "examples_only";
    case SurenessLimit::FewWards:
      return "few_wards";
    case SurenessLimit::OneYear:
      return "one_year";
    case SurenessLimit::Old:
      return "old";
    case SurenessLimit::FewResults:
      return "few_results";
    case SurenessLimit::FewReports:
      return "few_reports";
  }
  return "";
}

std::string_view name_of(Sureness sureness) {
  switch (sureness) {
    case Sureness::Low:
      return "low";
    case Sureness::Medium:
      return "medium";
    case Sureness::High:
      return "high";
  }
  return "";
}

std::string_view name_of(NoCandidate reason) {
  switch (reason) {
    case NoCandidate::NoYear:
      return "no_year";
    case NoCandidate::TooFewWards:
      return "too_few_wards";
    case NoCandidate::Stated:
      return "stated";
    case NoCandidate::SameEvidence:
      return "same_evidence";
  }
  return "";
}

}  // namespace torikumi::analysis
