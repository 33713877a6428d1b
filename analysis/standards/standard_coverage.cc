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

// A sentence of a record that works on a standard need not say it again to add to it:
// 複雑な相談は別室で 行います beside プライバシーに配慮します. It must have some of the standard's
// words.
constexpr double kSpeaksOfStandard = 0.35;

std::string_view text_of(const corpus::Record& record, const SentenceRef& ref) {
  const std::string& text = ref.part == TextPart::Target ? record.target : record.result;
  return std::string_view(text).substr(ref.bytes.begin, ref.bytes.end - ref.bytes.begin);
}

/// The scores of one record.
struct RecordScores {
  std::map<std::size_t, std::map<std::size_t, double>> by_standard;  ///< Then by sentence.
  std::vector<std::size_t> nearest;  ///< For each sentence, the standard it says most of.
};

RecordScores scores_of(const ComparedRecord& record, const ScoringContext& context) {
  RecordScores scores;
  scores.nearest.resize(record.sentences.size(), context.list.size());
  std::vector<double> most(record.sentences.size());
  for (const StandardScore& each :
       standard_scores(record.sentences, record.record->scenes, context)) {
    scores.by_standard[each.standard][each.sentence] = each.score;
    if (each.score > most[each.sentence]) {
      most[each.sentence] = each.score;
      scores.nearest[each.sentence] = each.standard;
    }
  }
  return scores;
}

/// What the sentence `best`, or else another one that speaks of the standard, adds to it.
std::vector<std::string> added_to(std::size_t standard, std::size_t best,
                                  const ComparedRecord& record, const RecordScores& scores,
                                  const RaisingWords& raising, std::string_view text) {
  std::vector<std::string> added =
      raising.added(text_of(*record.record, record.sentences[best].ref), text);
  for (const auto& [sentence, score] : scores.by_standard.at(standard)) {
    if (added.empty() && score >= kSpeaksOfStandard && scores.nearest[sentence] == standard) {
      added = raising.added(text_of(*record.record, record.sentences[sentence].ref), text);
    }
  }
  return added;
}

void add_links(const ComparedRecord& record, const ScoringContext& context,
               const RaisingWords& raising, std::vector<StandardLink>& links) {
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
        added_to(standard, best->first, record, all, raising, context.list.text(standard));
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

std::vector<StandardLink> standard_links(const StandardComparison& comparison,
                                         const RaisingWords& raising) {
  std::vector<StandardLink> links;
  for (const ComparedRecord& record : comparison.records()) {
    const StandardList* list = comparison.list_for(*record.record);
    if (list == nullptr) {
      continue;
    }
    const ScoringContext context{*list, comparison.weights(), comparison.measure()};
    add_links(record, context, raising, links);
  }
  return links;
}

}  // namespace torikumi::analysis
