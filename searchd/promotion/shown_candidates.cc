#include "searchd/promotion/shown_candidates.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace torikumi::searchd {
namespace {

using Place = std::pair<std::size_t, analysis::SentenceRef>;

/// `members` are strongest first.
std::vector<Place> chosen_places(const std::vector<analysis::FactMember>& members,
                                 std::size_t max_evidence) {
  std::map<std::string, std::size_t> seen;  // By ward.
  std::vector<std::pair<std::size_t, const analysis::FactMember*>> rounds;
  rounds.reserve(members.size());
  for (const analysis::FactMember& member : members) {
    rounds.emplace_back(seen[member.ward_code]++, &member);
  }
  std::stable_sort(rounds.begin(), rounds.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Place> places;
  for (std::size_t i = 0; i < std::min(rounds.size(), max_evidence); ++i) {
    places.emplace_back(rounds[i].second->record, rounds[i].second->sentence);
  }
  return places;
}

}  // namespace

std::vector<ShownCandidate> shown_candidates(const PromotionList& list,
                                             std::span<const ListedCandidate> candidates,
                                             std::size_t max_evidence,
                                             const IndexSnapshot& snapshot) {
  std::vector<ShownCandidate> shown;
  for (const ListedCandidate& listed : candidates) {
    shown.push_back(
        {&listed, evidence_of(chosen_places(list.facts(listed).members, max_evidence), snapshot)});
  }
  return shown;
}

}  // namespace torikumi::searchd
