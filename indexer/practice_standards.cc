#include "indexer/practice_standards.h"

#include "analysis/standards/standard_similarity.h"

#include <algorithm>
#include <set>
#include <utility>

namespace torikumi::indexer {
namespace {

using analysis::StandardSimilarity;

std::vector<analysis::RecordSentence> sentences_of(const analysis::Practice& practice) {
  std::vector<analysis::RecordSentence> sentences;
  sentences.reserve(practice.members.size());
  for (const analysis::PracticeMember& member : practice.members) {
    sentences.push_back({member.record, member.sentence});
  }
  return sentences;
}

}  // namespace

void StandardYears::add(std::size_t place, const corpus::Record& record) {
  if (record.kind == corpus::RecordKind::Standard && record.fiscal_year) {
    lists_.emplace(place, List{record.ward.municipality, *record.fiscal_year});
  }
}

std::vector<StandardYears::List> StandardYears::lists_for(const StoredPractices& set) const {
  std::map<std::string, std::set<int>> years;
  for (const auto& [place, list] : lists_) {
    years[list.municipality].insert(list.fiscal_year);
  }
  std::vector<List> wanted;
  for (const auto& [municipality, held] : years) {
    const auto next = set.until_year ? held.upper_bound(*set.until_year) : held.end();
    if (next != held.begin()) {
      wanted.push_back({municipality, *std::prev(next)});
    }
    if (next != held.end()) {
      wanted.push_back({municipality, *next});
    }
  }
  return wanted;
}

void StandardYears::compare(std::vector<StoredPractices>& sets,
                            const analysis::StandardComparison& comparison) const {
  for (StoredPractices& set : sets) {
    const std::vector<List> wanted = lists_for(set);
    set.standards.clear();
    for (const analysis::Practice& practice : set.practices) {
      std::map<List, std::size_t> kept;
      std::vector<StandardSimilarity>& nearest = set.standards.emplace_back();
      for (const StandardSimilarity& each :
           analysis::standard_similarities(comparison, sentences_of(practice))) {
        const auto list = lists_.find(each.standard);
        if (list == lists_.end() ||
            !std::binary_search(wanted.begin(), wanted.end(), list->second)) {
          continue;
        }
        if (kept[list->second]++ < kNearestStandards || each.strong_sentences > 0) {
          nearest.push_back(each);
        }
      }
    }
  }
}

}  // namespace torikumi::indexer
