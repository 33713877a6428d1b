// united() of record_groups.h.

#include "analysis/practices/record_groups.h"

#include <algorithm>
#include <set>
#include <utility>

namespace torikumi::analysis {
namespace {

/// Two groups are one if they share this part of the smaller one, and this part of both.
constexpr double kSameOfSmaller = 0.67;
constexpr double kSameOfBoth = 0.3;

std::size_t common_count(const RecordGroup& a, const RecordGroup& b) {
  std::size_t common = 0;
  for (const auto& [record, member] : a.members) {
    common += b.members.count(record);
  }
  return common;
}

}  // namespace

std::vector<RecordGroup> united(std::vector<RecordGroup> groups) {
  bool has_changed = true;
  while (has_changed) {
    has_changed = false;
    std::stable_sort(groups.begin(), groups.end(), [](const RecordGroup& a, const RecordGroup& b) {
      return a.members.size() > b.members.size();
    });
    std::vector<RecordGroup> kept;
    std::map<std::uint32_t, std::vector<std::size_t>> groups_of;  // Of kept, by record.
    for (RecordGroup& group : groups) {
      std::set<std::size_t> others;
      for (const auto& [record, member] : group.members) {
        const auto found = groups_of.find(record);
        if (found != groups_of.end()) {
          others.insert(found->second.begin(), found->second.end());
        }
      }
      const std::size_t none = kept.size();
      std::size_t best = none;
      double best_share = 0;
      for (const std::size_t other : others) {
        const auto common = static_cast<double>(common_count(group, kept[other]));
        const auto smaller =
            static_cast<double>(std::min(group.members.size(), kept[other].members.size()));
        const double share =
            common /
            (static_cast<double>(group.members.size() + kept[other].members.size()) - common);
        if (common >= kSameOfSmaller * smaller && share >= kSameOfBoth && share > best_share) {
          best = other;
          best_share = share;
        }
      }
      const std::size_t place = best;
      if (best == none) {
        kept.push_back(std::move(group));
        for (const auto& [record, member] : kept.back().members) {
          groups_of[record].push_back(place);
        }
        continue;
      }
      has_changed = true;
      for (const auto& [record, member] : group.members) {
        if (kept[place].members.count(record) == 0) {
          groups_of[record].push_back(place);
        }
        add_member(kept[place].members, record, member);
      }
    }
    groups = std::move(kept);
  }
  return groups;
}

}  // namespace torikumi::analysis
