#include "analysis/standards/standard_coverage.h"

#include "analysis/standards/standard_scores.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace torikumi::analysis {
namespace {

// A record that works on a standard may add to it in a sentence that does not say it again:
// プライバシーに配慮します is followed by 複雑な相談は別室で行います. That sentence must have some
// of the standard's words.
constexpr double kSpeaksOfStandard = 0.35;

constexpr std::size_t kMaxAdded = 3;

/// The scores of one record.
struct RecordScores {
  std::map<std::size_t, std::map<std::size_t, double>> by_standard;  ///< Then by sentence.
  std::vector<std::size_t> nearest;  ///< For each sentence, the standard it says most of.
};

RecordScores scores_of(const ComparedRecord& record, const ScoringContext& context) {
  RecordScores scores;
  scores.nearest.resize(record.sentences.size(), context.list.size());
  std::vector<double> most(record.sentences.size());
  for (const StandardScore& each : standard_scores(record.sentences, record.scenes, context)) {
    scores.by_standard[each.standard][each.sentence] = each.score;
    if (each.score > most[each.sentence]) {
      most[each.sentence] = each.score;
      scores.nearest[each.sentence] = each.standard;
    }
  }
  return scores;
}

/// What `sentence` has that the text of the standard has not.
std::vector<std::string> added_by(const NumberedSentence& sentence, std::string_view standard) {
  std::vector<std::string> added;
  for (const std::string& word : sentence.raising) {
    if (added.size() < kMaxAdded && standard.find(word) == std::string_view::npos) {
      added.push_back(word);
    }
  }
  return added;
}

/// What the sentence `best`, or else another one that speaks of the standard, adds to it.
std::vector<std::string> added_to(std::size_t standard, std::string_view text, std::size_t best,
                                  const ComparedRecord& record, const RecordScores& scores) {
  std::vector<std::string> added = added_by(record.sentences[best], text);
  for (const auto& [sentence, score] : scores.by_standard.at(standard)) {
    if (added.empty() && score >= kSpeaksOfStandard && scores.nearest[sentence] == standard) {
      added = added_by(record.sentences[sentence], text);
    }
  }
  return added;
}

void add_links(const ComparedRecord& record, const ScoringContext& context,
               std::vector<StandardLink>& links) {
  const RecordScores all = scores_of(record, context);
  for (const auto& [standard, scores] : all.by_standard) {
    const auto best =
        std::max_element(scores.begin(), scores.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best->second < context.measure.weak_score) {
      continue;
    }
    const bool is_strong = best->second >= context.measure.strong_score;
    const std::vector<std::string> added =
        added_to(standard, context.list.text(standard), best->first, record, all);
    links.push_back(
        {.record = record.place,
         .standard = context.list.place(standard),
         .score = best->second,
         .strength = is_strong ? LinkStrength::Strong : LinkStrength::Weak,
         .relation = added.empty() ? StandardRelation::Repeats : StandardRelation::Raises,
         .raised_by = fmt::format("{}", fmt::join(added, "、")),
         .sentence = record.sentences[best->first].ref});
  }
}

}  // namespace

std::vector<StandardLink> standard_links(const StandardComparison& comparison) {
  std::vector<StandardLink> links;
  for (const ComparedRecord& record : comparison.records()) {
    const StandardList* list = comparison.list_for(record);
    if (list == nullptr) {
      continue;
    }
    const ScoringContext context{*list, comparison.weights(), comparison.measure()};
    add_links(record, context, links);
  }
  return links;
}

}  // namespace torikumi::analysis
