#include "searchd/promotion/backtest_list.h"

#include "analysis/standards/standard_history.h"
#include "searchd/promotion/municipality_facts.h"
#include "searchd/search/coverage_store.h"
#include "searchd/search/practice_store.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace torikumi::searchd {
namespace {

std::vector<analysis::ListedStandard> listed(const StandardsOfYear& standards) {
  std::vector<analysis::ListedStandard> list;
  for (const HeldStandard& standard : standards) {
    list.push_back({standard.record.number, standard.record.target});
  }
  return list;
}

StandardsOfYear new_standards(const StandardsOfYear& earlier, const StandardsOfYear& later) {
  StandardsOfYear added;
  for (const analysis::StandardStep& step :
       analysis::standard_steps(listed(earlier), listed(later))) {
    if (step.change == analysis::StandardChange::New) {
      added.push_back(later[*step.later]);
    }
  }
  return added;
}

/// The words of the standards on which records up to `until_year` work, whatever the list.
std::set<std::string_view> evidenced_texts(const HeldStandards& held, int until_year,
                                           const IndexSnapshot& snapshot) {
  std::map<std::size_t, std::string_view> texts;
  for (const auto& [municipality, years] : held) {
    for (const auto& [year, standards] : years) {
      for (const HeldStandard& standard : standards) {
        texts.emplace(standard.place, standard.record.target);
      }
    }
  }
  std::set<std::string_view> evidenced;
  for (const analysis::StandardLink& link : snapshot.coverage().links()) {
    const int year = snapshot.columns().row(document_at(link.record)).fiscal_year;
    const auto text = texts.find(link.standard);
    if (year != 0 && year <= until_year && text != texts.end()) {
      evidenced.insert(text->second);
    }
  }
  return evidenced;
}

std::vector<const HeldStandard*> silent_standards(const StandardsOfYear& standards,
                                                  const std::set<std::string_view>& evidenced) {
  std::vector<const HeldStandard*> silent;
  for (const HeldStandard& standard : standards) {
    if (!evidenced.contains(standard.record.target)) {
      silent.push_back(&standard);
    }
  }
  return silent;
}

analysis::BackTestStep step_of(const PracticeSet& set, MunicipalityFacts& facts,
                               const StandardsOfYear& added, const HeldStandards& held,
                               int next_year) {
  analysis::BackTestStep step;
  step.until_year = *set.until_year;
  step.next_year = next_year;
  step.practices = std::move(facts.practices);
  const NearStandards near(held, set.links);
  std::map<std::size_t, std::size_t> saying;  // By record of the standard.
  for (std::size_t i = 0; i < step.practices.size(); ++i) {
    step.to_new_standards.push_back(
        near.of(step.practices[i].members, set.similarities(facts.places[i]), added));
    for (const analysis::NearStandard& standard : step.to_new_standards.back()) {
      saying[standard.record] += standard.stating + standard.raising;
    }
  }
  for (const HeldStandard& standard : added) {
    step.new_standards.push_back(
        {standard.place, standard.record.number, standard.record.target, saying[standard.place]});
  }
  return step;
}

}  // namespace

BackTestList back_tests(const analysis::PromotionOptions& options, const IndexSnapshot& snapshot) {
  BackTestList list;
  list.standards = held_standards(snapshot);
  for (const auto& [municipality, years] : list.standards) {
    for (auto earlier = years.begin(); earlier != years.end() && std::next(earlier) != years.end();
         ++earlier) {
      const auto later = std::next(earlier);
      const std::optional<PracticeSet> set = practice_set(snapshot, later->first - 1);
      std::vector<MunicipalityFacts> all =
          set ? facts_of(*set, list.standards, snapshot) : std::vector<MunicipalityFacts>();
      const auto facts = std::find_if(all.begin(), all.end(),
                                      [&name = municipality](const MunicipalityFacts& each) {
                                        return each.municipality == name;
                                      });
      if (facts == all.end()) {
        ++list.without_records;
        continue;
      }
      BackTest test{
          .municipality = municipality,
          .standards_year = earlier->first,
          .step = step_of(*set, *facts, new_standards(earlier->second, later->second),
                          list.standards, later->first),
          .result = {},
          .silent = silent_standards(earlier->second,
                                     evidenced_texts(list.standards, *set->until_year, snapshot))};
      test.result = analysis::back_test(
          test.step, analysis::reports_until(facts->wards, *set->until_year), options);
      list.tests.push_back(std::move(test));
    }
  }
  return list;
}

}  // namespace torikumi::searchd
