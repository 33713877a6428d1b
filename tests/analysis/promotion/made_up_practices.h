#ifndef TESTS_ANALYSIS_PROMOTION_MADE_UP_PRACTICES_H_
#define TESTS_ANALYSIS_PROMOTION_MADE_UP_PRACTICES_H_

// Small practices for tests of candidates.

#include "analysis/promotion/practice_facts.h"

#include <string>
#include <utility>
#include <vector>

namespace torikumi::analysis {

/// A member that is an initiative of 区民課 with an achieved result, or an example.
inline FactMember member(std::size_t record, std::string ward, int year,
                         std::string department = "区民課") {
  FactMember made;
  made.record = record;
  made.sentence.bytes = {0, 30};
  made.ward_code = std::move(ward);
  made.fiscal_year = year;
  made.department = std::move(department);
  made.outcome = ResultOutcome::Achieved;
  made.made_thing = true;
  return made;
}

inline FactMember example(std::size_t record, std::string ward, int year) {
  FactMember made = member(record, std::move(ward), year, "");
  made.kind = corpus::RecordKind::Example;
  return made;
}

inline NearStandard near_standard(int number, std::size_t stating, std::size_t raising,
                                  corpus::StandardScope scope = corpus::StandardScope::AllOffices) {
  return {.record = 900U + static_cast<std::size_t>(number),
          .number = number,
          .text = "各階にフロア案内図を掲示しています。",
          .scope = scope,
          .similarity = 0.4,
          .stating = stating,
          .raising = raising,
          .raised_by = {}};
}

inline PracticeFacts practice(std::string id, std::vector<FactMember> members,
                              std::vector<NearStandard> standards = {}) {
  return {.id = std::move(id),
          .label = "番号発券機を導入",
          .members = std::move(members),
          .standards = std::move(standards)};
}

/// Wards a to e of one city: a and b report initiatives in 2020 and 2021, c in 2021 only, d listed
/// examples in 2010, e nothing.
inline std::vector<WardReports> five_wards() {
  return {{{"a", "甲区", "市"}, {2020, 2021}, {}},
          {{"b", "乙区", "市"}, {2020, 2021}, {}},
          {{"c", "丙区", "市"}, {2021}, {}},
          {{"d", "丁区", "市"}, {}, {2010}},
          {{"e", "戊区", "市"}, {}, {}}};
}

}  // namespace torikumi::analysis

#endif  // TESTS_ANALYSIS_PROMOTION_MADE_UP_PRACTICES_H_
