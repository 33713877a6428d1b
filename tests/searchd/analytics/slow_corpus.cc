#include "tests/searchd/analytics/slow_corpus.h"

#include "analysis/term_extraction.h"
#include "corpus/report_reader.h"
#include "tests/analysis/shared_lexicon.h"
#include "tests/searchd/slow_search.h"
#include "tests/support/test_files.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::CharacterUnit;

bool stands_in(const std::vector<CharacterUnit>& text, const std::vector<CharacterUnit>& phrase) {
  for (std::size_t at = 0; !phrase.empty() && at + phrase.size() <= text.size(); ++at) {
    bool is_here = true;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      is_here = is_here && text[at + i].text == phrase[i].text &&
                text[at + i].position == text[at].position + i;
    }
    if (is_here) {
      return true;
    }
  }
  return false;
}

std::vector<corpus::Record> sorted(std::vector<corpus::Record> records) {
  std::sort(records.begin(), records.end(),
            [](const corpus::Record& a, const corpus::Record& b) { return a.id < b.id; });
  return records;
}

std::vector<corpus::Record> real_records() {
  std::vector<corpus::Record> records;
  for (corpus::ReportReading& reading :
       corpus::read_reports({*testing::reports_dir()}, shared_resources()->wards)) {
    std::move(reading.records.begin(), reading.records.end(), std::back_inserter(records));
  }
  return records;
}

}  // namespace

SlowCorpus::SlowCorpus(std::vector<corpus::Record> records)
    : records_(sorted(std::move(records))), index_(records_) {
  analysis::Analyzer analyzer(analysis::shared_lexicon());
  for (const corpus::Record& record : records_) {
    analyzed_.push_back({{analyzer.analyze(record.target), analyzer.analyze(record.result)}});
  }
}

bool SlowCorpus::holds(DocumentNumber document, const std::vector<std::string>& spellings) const {
  analysis::Analyzer analyzer(analysis::shared_lexicon());
  for (const std::string& spelling : spellings) {
    const std::vector<CharacterUnit> phrase = analyzer.analyze(spelling).units;
    for (const analysis::Analysis& text : analyzed_[document - 1].texts) {
      if (stands_in(text.units, phrase)) {
        return true;
      }
    }
  }
  return false;
}

Documents SlowCorpus::holding(const Documents& documents,
                              const std::vector<std::string>& spellings) const {
  Documents found;
  std::copy_if(documents.begin(), documents.end(), std::back_inserter(found),
               [&](DocumentNumber document) { return holds(document, spellings); });
  return found;
}

std::map<std::string, std::uint32_t> SlowCorpus::candidate_counts(
    const Documents& documents) const {
  std::map<std::string, std::uint32_t> counts;
  for (const DocumentNumber document : documents) {
    std::set<std::string> surfaces;
    for (const analysis::Analysis& text : analyzed_[document - 1].texts) {
      for (const std::vector<std::string>& words : analysis::term_candidates(text.tokens)) {
        surfaces.insert(std::accumulate(words.begin(), words.end(), std::string()));
      }
    }
    for (const std::string& surface : surfaces) {
      ++counts[surface];
    }
  }
  return counts;
}

const SlowCorpus& random_corpus() {
  static const SlowCorpus kCorpus(random_records(150, 7));
  return kCorpus;
}

const SlowCorpus* real_corpus() {
  if (!testing::reports_dir()) {
    return nullptr;
  }
  static const SlowCorpus kCorpus(real_records());
  return &kCorpus;
}

std::vector<std::pair<std::string, const SlowCorpus*>> corpora() {
  std::vector<std::pair<std::string, const SlowCorpus*>> list{{"random", &random_corpus()}};
  if (const SlowCorpus* real = real_corpus()) {
    list.emplace_back("real", real);
  }
  return list;
}

}  // namespace torikumi::searchd
