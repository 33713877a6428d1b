// The practices of the real reports, if they are there, against what a reader saw in them
// (bench/practices/judged). bench/practices/README.md has the figures and what they mean.

#include "analysis/practices/practice_finder.h"
#include "analysis/synonyms.h"
#include "analysis/tab_separated_file.h"
#include "corpus/data_directory.h"
#include "corpus/report_reader.h"
#include "indexer/practices_builder.h"
#include "tests/analysis/shared_lexicon.h"
#include "tests/support/test_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace torikumi::indexer {
namespace {

using Groups = std::vector<std::set<std::string>>;  // Of ids.

struct Scores {
  double precision = 0;
  double recall = 0;
  [[nodiscard]] double f1() const { return 2 * precision * recall / (precision + recall); }
};

/// The numbers of the groups that hold each item; one of its own for what is in none.
std::map<std::string, std::set<std::size_t>> groups_of(const Groups& groups,
                                                       const std::vector<std::string>& items) {
  std::map<std::string, std::set<std::size_t>> of;
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (std::size_t group = 0; group < groups.size(); ++group) {
      if (groups[group].count(items[i]) > 0) {
        of[items[i]].insert(group);
      }
    }
    if (of[items[i]].empty()) {
      of[items[i]].insert(groups.size() + i);
    }
  }
  return of;
}

std::size_t common_count(const std::set<std::size_t>& a, const std::set<std::size_t>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](std::size_t each) { return b.count(each) > 0; }));
}

/// B-cubed for overlapping groups; E. Amigó et al., Information Retrieval 12:461 (2009).
Scores bcubed(const Groups& found, const Groups& judged, const std::vector<std::string>& items) {
  const auto system = groups_of(found, items);
  const auto truth = groups_of(judged, items);
  Scores scores;
  for (const std::string& a : items) {
    double precise = 0;
    double complete = 0;
    double together_count = 0;
    double alike_count = 0;
    for (const std::string& b : items) {
      const auto together = static_cast<double>(common_count(system.at(a), system.at(b)));
      const auto alike = static_cast<double>(common_count(truth.at(a), truth.at(b)));
      if (together > 0) {
        precise += std::min(together, alike) / together;
        ++together_count;
      }
      if (alike > 0) {
        complete += std::min(together, alike) / alike;
        ++alike_count;
      }
    }
    scores.precision += precise / together_count / static_cast<double>(items.size());
    scores.recall += complete / alike_count / static_cast<double>(items.size());
  }
  return scores;
}

TEST(JudgedPracticesTest, AgreeWithAReaderBetterThanNeighbours) {
  const auto reports = testing::reports_dir();
  if (!reports) {
    GTEST_SKIP() << "the real reports are not here";
  }
  analysis::Analyzer analyzer = analysis::make_analyzer();
  PracticesBuilder builder(
      {}, analysis::SynonymTable::load(data_directory() / "synonyms.tsv", analyzer));
  std::vector<const corpus::Record*> records;
  const auto wards = corpus::WardRegistry::load(data_directory() / "wards.csv");
  const std::vector<corpus::ReportReading> readings = corpus::read_reports({*reports}, wards);
  for (const corpus::ReportReading& reading : readings) {
    for (const corpus::Record& record : reading.records) {
      records.push_back(&record);
    }
  }
  std::sort(records.begin(), records.end(),
            [](const auto* a, const auto* b) { return a->id < b->id; });
  std::vector<std::string> items;
  for (std::size_t place = 0; place < records.size(); ++place) {
    builder.add(place, *records[place], analyzed_texts(*records[place], analyzer));
    if (records[place]->kind == corpus::RecordKind::Initiative ||
        records[place]->kind == corpus::RecordKind::Example) {
      items.push_back(records[place]->id);
    }
  }
  ASSERT_EQ(items.size(), 143U);
  Groups found;
  const std::vector<StoredPractices> sets = builder.finish();
  for (const analysis::Practice& practice : sets.front().practices) {
    found.emplace_back();
    for (const analysis::PracticeMember& member : practice.members) {
      found.back().insert(records[member.record]->id);
    }
  }
  std::map<std::string, std::set<std::string>> by_practice;
  for (const analysis::TabSeparatedRow& row : analysis::read_tab_separated(
           testing::source_dir() / "bench" / "practices" / "judged" / "members.tsv")) {
    if (row.cells[0] != "practice") {
      by_practice[row.cells[0]].insert(row.cells[1]);
    }
  }
  Groups judged;
  for (const auto& [practice, members] : by_practice) {
    judged.push_back(members);
  }
  const Scores scores = bcubed(found, judged, items);
  EXPECT_GE(scores.f1(), 0.63) << scores.precision << " " << scores.recall;
  EXPECT_GE(scores.precision, 0.7);
  // Every record alone: what the measure gives for nothing.
  EXPECT_LT(bcubed({}, judged, items).f1(), 0.35);
}

}  // namespace
}  // namespace torikumi::indexer
