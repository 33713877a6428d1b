#include "searchd/promotion/promotion_list.h"

#include "searchd/search/practice_store.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace torikumi::searchd {
namespace {

bool is_before(const ListedCandidate& a, const ListedCandidate& b) {
  // As within a municipality: no difference of rounding decides.
  constexpr double kSteps = 1e9;
  const long long left = std::llround(a.candidate.score * kSteps);
  const long long right = std::llround(b.candidate.score * kSteps);
  if (left != right) {
    return left > right;
  }
  if (a.candidate.wards.size() != b.candidate.wards.size()) {
    return a.candidate.wards.size() > b.candidate.wards.size();
  }
  return a.candidate.departments.size() > b.candidate.departments.size();
}

}  // namespace

PromotionList promotion_list(const PracticeSet& set, const analysis::PromotionOptions& options,
                             const IndexSnapshot& snapshot) {
  PromotionList list;
  list.standards = held_standards(snapshot);
  list.municipalities = facts_of(set, list.standards, snapshot);
  for (std::size_t place = 0; place < list.municipalities.size(); ++place) {
    const MunicipalityFacts& facts = list.municipalities[place];
    analysis::Promotion promotion =
        analysis::promotion_candidates(facts.practices, facts.wards, options);
    for (analysis::Candidate& candidate : promotion.candidates) {
      list.candidates.push_back({0, place, std::move(candidate)});
    }
    for (analysis::Rejection& rejection : promotion.rejected) {
      list.kept_out.push_back({place, std::move(rejection)});
    }
  }
  std::stable_sort(list.candidates.begin(), list.candidates.end(), is_before);
  for (std::size_t place = 0; place < list.candidates.size(); ++place) {
    list.candidates[place].rank = place + 1;
  }
  return list;
}

void keep_passing(PromotionList& list, const Filters& filters, const IndexSnapshot& snapshot) {
  const RowFilter filter(filters, snapshot);
  std::erase_if(list.candidates, [&](const ListedCandidate& listed) {
    const std::vector<analysis::FactMember>& members = list.facts(listed).members;
    return std::none_of(members.begin(), members.end(), [&](const analysis::FactMember& member) {
      return filter.accepts(snapshot.columns().row(document_at(member.record)));
    });
  });
}

}  // namespace torikumi::searchd
