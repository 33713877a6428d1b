#include "analysis/standards/standard_history.h"

#include "analysis/like_texts.h"
#include "analysis/text_reuse.h"

#include <algorithm>
#include <tuple>

namespace torikumi::analysis {
namespace {

struct Candidate {
  std::size_t earlier = 0;
  std::size_t later = 0;
  double likeness = 0;
  bool has_same_number = false;
};

bool have_same_number(const ListedStandard& a, const ListedStandard& b) {
  return a.number && a.number == b.number;
}

/// Pairs of the two lists that are like enough, the likest first.
std::vector<Candidate> candidates(const std::vector<ListedStandard>& earlier,
                                  const std::vector<ListedStandard>& later) {
  std::vector<ComparableText> texts;
  texts.reserve(earlier.size() + later.size());
  for (const auto* list : {&earlier, &later}) {
    for (const ListedStandard& standard : *list) {
      texts.emplace_back(standard.text);
    }
  }
  std::vector<Candidate> pairs;
  for (const LikePair& pair : like_pairs(texts, kRewordedLikenessOfNumber)) {
    if (pair.left >= earlier.size() || pair.right < earlier.size()) {
      continue;  // Both of one list.
    }
    const std::size_t at = pair.right - earlier.size();
    const bool has_same_number = have_same_number(earlier[pair.left], later[at]);
    if (has_same_number || pair.likeness >= kRewordedLikeness) {
      pairs.push_back({pair.left, at, pair.likeness, has_same_number});
    }
  }
  // Texts shorter than a passage are like only if they are equal.
  for (std::size_t i = 0; i < earlier.size(); ++i) {
    for (std::size_t j = 0; j < later.size(); ++j) {
      if (texts[i].size() < kMinPassageCharacters &&
          texts[i].characters() == texts[earlier.size() + j].characters()) {
        pairs.push_back({i, j, 1, have_same_number(earlier[i], later[j])});
      }
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple(-a.likeness, !a.has_same_number, a.earlier, a.later) <
           std::tuple(-b.likeness, !b.has_same_number, b.earlier, b.later);
  });
  return pairs;
}

}  // namespace

std::vector<StandardStep> standard_steps(const std::vector<ListedStandard>& earlier,
                                         const std::vector<ListedStandard>& later) {
  std::vector<StandardStep> steps(later.size());
  std::vector<bool> is_kept(earlier.size());
  for (const Candidate& pair : candidates(earlier, later)) {
    StandardStep& step = steps[pair.later];
    if (is_kept[pair.earlier] || step.earlier) {
      continue;
    }
    is_kept[pair.earlier] = true;
    const std::optional<int>& number = earlier[pair.earlier].number;
    step = {.change = pair.likeness == 1 ? StandardChange::Unchanged : StandardChange::Reworded,
            .earlier = pair.earlier,
            .later = pair.later,
            .likeness = pair.likeness,
            .has_moved = number && later[pair.later].number && number != later[pair.later].number};
  }
  for (std::size_t i = 0; i < later.size(); ++i) {
    if (!steps[i].earlier) {
      steps[i] = {.change = StandardChange::New, .earlier = {}, .later = i};
    }
  }
  for (std::size_t i = 0; i < earlier.size(); ++i) {
    if (!is_kept[i]) {
      steps.push_back({.change = StandardChange::Dropped, .earlier = i, .later = {}});
    }
  }
  return steps;
}

}  // namespace torikumi::analysis
