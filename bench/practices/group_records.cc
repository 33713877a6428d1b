// Practices of records given as JSON Lines (what `torikumi-indexer inspect` prints), without an
// index: one practice a line, and on standard error how long it took and how much memory.

#include "analysis/analyzer.h"
#include "analysis/practices/practice_corpus.h"
#include "analysis/practices/practice_finder.h"
#include "analysis/synonyms.h"
#include "corpus/data_directory.h"
#include "corpus/record_json.h"
#include "indexer/document_builder.h"
#include "indexer/practices_builder.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <exception>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using torikumi::corpus::Record;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void print(const torikumi::analysis::Practice& practice, const std::vector<std::string>& ids) {
  nlohmann::ordered_json members = nlohmann::ordered_json::array();
  for (const torikumi::analysis::PracticeMember& member : practice.members) {
    members.push_back({{"id", ids[member.record]}, {"strength", member.strength}});
  }
  const nlohmann::ordered_json line{{"id", practice.id},
                                    {"label", practice.label},
                                    {"key_terms", practice.key_terms},
                                    {"members", members}};
  fmt::print("{}\n", line.dump());
}

int run() {
  namespace analysis = torikumi::analysis;
  analysis::Analyzer analyzer(
      std::make_shared<const analysis::Lexicon>(analysis::Lexicon::Options::defaults()));
  torikumi::indexer::PracticesBuilder builder(
      {}, analysis::SynonymTable::load(torikumi::data_directory() / "synonyms.tsv", analyzer));
  const Clock::time_point begin = Clock::now();
  std::vector<std::string> ids;
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto record = torikumi::corpus::record_from_json(line);
    if (!record) {
      fmt::print(stderr, "group_records: line {}: {}\n", ids.size() + 1, record.error().what());
      return 1;
    }
    builder.add(ids.size(), *record, torikumi::indexer::analyzed_texts(*record, analyzer));
    ids.push_back(record->id);
  }
  const double analyzed = seconds_since(begin);
  const Clock::time_point grouped_from = Clock::now();
  const auto sets = builder.finish();
  const double grouped = seconds_since(grouped_from);
  for (const analysis::Practice& practice : sets.front().practices) {
    print(practice, ids);
  }
  fmt::print(stderr, "{} records analyzed in {:.2f} s, {} practices found in {:.2f} s, {:.0f} MB\n",
             ids.size(), analyzed, sets.front().practices.size(), grouped, peak_megabytes());
  return 0;
}

}  // namespace

int main() {
  try {
    return run();
  } catch (const std::exception& problem) {
    fmt::print(stderr, "group_records: {}\n", problem.what());
    return 1;
  }
}
