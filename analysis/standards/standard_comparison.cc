#include "analysis/standards/standard_comparison.h"

#include "analysis/standards/list_year.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <string_view>
#include <utility>

namespace torikumi::analysis {
namespace {

using corpus::Record;
using corpus::RecordKind;

std::vector<WordNumber> words_of(const std::vector<NumberedSentence>& sentences) {
  std::vector<WordNumber> words;
  for (const NumberedSentence& sentence : sentences) {
    for (const NumberedWord& word : sentence.words) {
      words.push_back(word.word);
    }
  }
  return words;
}

void find_raising(std::vector<NumberedSentence>& sentences, const Record& record,
                  const RaisingWords& raising) {
  for (NumberedSentence& sentence : sentences) {
    const auto& [begin, end] = sentence.ref.bytes;
    const std::string& text = sentence.ref.part == TextPart::Target ? record.target : record.result;
    sentence.raising = raising.found_in(std::string_view(text).substr(begin, end - begin));
  }
}

}  // namespace

StandardComparison::StandardComparison(const RelatedWords& related, const RaisingWords& raising,
                                       const StandardMeasure& measure)
    : related_(&related), raising_(&raising), measure_(measure) {}

void StandardComparison::add(std::size_t place, const Record& record, const Analysis& target,
                             const Analysis& result) {
  if (record.kind == RecordKind::Passage) {
    return;
  }
  weights_.count_uses(target.tokens);
  if (record.kind == RecordKind::Standard) {
    add_standard(place, record, target);
    return;
  }
  assert(records_.empty() || records_.back().place < place);
  ComparedRecord& added = records_.emplace_back();
  added.place = place;
  added.municipality = record.ward.municipality;
  added.fiscal_year = record.fiscal_year;
  added.scenes = record.scenes;
  added.sentences = compared_sentences(target.tokens, TextPart::Target, weights_);
  if (record.result_status != corpus::ResultStatus::Omitted) {
    weights_.count_uses(result.tokens);
    std::vector<NumberedSentence> more =
        compared_sentences(result.tokens, TextPart::Result, weights_);
    std::move(more.begin(), more.end(), std::back_inserter(added.sentences));
  }
  find_raising(added.sentences, record, *raising_);
  weights_.count_record(words_of(added.sentences));
}

void StandardComparison::add_standard(std::size_t place, const Record& record,
                                      const Analysis& target) {
  ComparedStandard standard;
  standard.place = place;
  standard.text = record.target;
  standard.scenes = record.scenes;
  standard.sentences = compared_sentences(target.tokens, TextPart::Target, weights_);
  for (const Token& token : target.tokens) {
    if (!is_compared(token)) {
      continue;
    }
    const WordNumber word = weights_.number_of(token.family);
    if (standard.related.contains(word)) {
      continue;
    }
    std::vector<NumberedRelatedWord>& related = standard.related[word];
    for (const RelatedWord& other : related_->of(token)) {
      NumberedRelatedWord& numbered = related.emplace_back();
      numbered.weight = other.weight;
      for (const std::string& family : other.families) {
        numbered.words.push_back(weights_.number_of(family));
      }
    }
  }
  standards_[record.ward.municipality][record.fiscal_year].push_back(std::move(standard));
}

void StandardComparison::finish() {
  for (const auto& [municipality, years] : standards_) {
    for (const auto& [year, standards] : years) {
      lists_[municipality].emplace(year, StandardList(standards, weights_, measure_));
    }
  }
  standards_.clear();
}

const ComparedRecord* StandardComparison::record_at(std::size_t place) const {
  const auto at = std::lower_bound(
      records_.begin(), records_.end(), place,
      [](const ComparedRecord& each, std::size_t wanted) { return each.place < wanted; });
  return at == records_.end() || at->place != place ? nullptr : &*at;
}

const StandardList* StandardComparison::list_for(const ComparedRecord& record) const {
  const auto years = lists_.find(record.municipality);
  if (years == lists_.end()) {
    return nullptr;
  }
  std::vector<std::optional<int>> list_years;
  for (const auto& [year, list] : years->second) {
    list_years.push_back(year);
  }
  const std::optional<std::size_t> place = list_place_for(record.fiscal_year, list_years);
  return place ? &years->second.at(list_years[*place]) : nullptr;
}

std::vector<const StandardList*> StandardComparison::lists_for(const ComparedRecord& record) const {
  std::vector<const StandardList*> lists;
  const auto years = lists_.find(record.municipality);
  if (years != lists_.end()) {
    for (const auto& [year, list] : years->second) {
      lists.push_back(&list);
    }
  }
  return lists;
}

}  // namespace torikumi::analysis
