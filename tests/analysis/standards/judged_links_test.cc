// The links of the real reports, if they are there, against what a reader found
// (bench/practices/judged/coverage.tsv). The figures are those of docs/api.md and of
// bench/practices/COVERAGE.md: a change that lowers them has to say so there.

#include "analysis/standards/standard_coverage.h"
#include "analysis/tab_separated_file.h"
#include "corpus/data_directory.h"
#include "corpus/report_reader.h"
#include "tests/analysis/shared_lexicon.h"
#include "tests/support/test_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace torikumi::analysis {
namespace {

using Pair = std::pair<std::string, std::string>;  // Id of the record, number of the standard.

std::map<Pair, LinkStrength> judged_links() {
  std::map<Pair, LinkStrength> links;
  for (const TabSeparatedRow& row : read_tab_separated(testing::source_dir() / "bench" /
                                                       "practices" / "judged" / "coverage.tsv")) {
    if (row.cells[0] != "record") {
      links[{row.cells[0], row.cells[1]}] =
          row.cells[2] == "strong" ? LinkStrength::Strong : LinkStrength::Weak;
    }
  }
  return links;
}

std::map<Pair, LinkStrength> found_links(const std::filesystem::path& reports) {
  const auto wards = corpus::WardRegistry::load(data_directory() / "wards.csv");
  const std::vector<corpus::ReportReading> readings = corpus::read_reports({reports}, wards);
  std::vector<const corpus::Record*> records;
  for (const corpus::ReportReading& reading : readings) {
    for (const corpus::Record& record : reading.records) {
      records.push_back(&record);
    }
  }
  std::sort(records.begin(), records.end(),
            [](const auto* a, const auto* b) { return a->id < b->id; });
  Analyzer analyzer = make_analyzer();
  const RelatedWords related(related_word_files(), analyzer);
  const auto raising = RaisingWords::load(data_directory() / "raising_words.tsv");
  StandardComparison comparison(related, raising);
  for (std::size_t place = 0; place < records.size(); ++place) {
    const corpus::Record& record = *records[place];
    comparison.add(place, record, analyzer.analyze(record.target), analyzer.analyze(record.result));
  }
  comparison.finish();
  std::map<Pair, LinkStrength> links;
  for (const StandardLink& link : standard_links(comparison)) {
    links[{records[link.record]->id, std::to_string(*records[link.standard]->number)}] =
        link.strength;
  }
  return links;
}

double f1(double right, double found, double wanted) {
  return right == 0 ? 0 : 2 * right / (found + wanted);
}

TEST(JudgedLinksTest, StrongLinksAgreeWithAReader) {
  const auto reports = testing::reports_dir();
  if (!reports) {
    GTEST_SKIP() << "the real reports are not here";
  }
  const auto judged = judged_links();
  const auto found = found_links(*reports);
  double strong_right = 0;
  double strong_found = 0;  // Without those that the reader found weak: neither right nor wrong.
  double any_right = 0;
  for (const auto& [pair, strength] : found) {
    const auto at = judged.find(pair);
    any_right += at != judged.end() ? 1 : 0;
    if (strength == LinkStrength::Strong &&
        (at == judged.end() || at->second == LinkStrength::Strong)) {
      strong_found += 1;
      strong_right += at != judged.end() ? 1 : 0;
    }
  }
  const auto strong_judged =
      static_cast<double>(std::count_if(judged.begin(), judged.end(), [](const auto& each) {
        return each.second == LinkStrength::Strong;
      }));
  EXPECT_EQ(strong_judged, 82);
  EXPECT_GE(f1(strong_right, strong_found, strong_judged), 0.71);
  EXPECT_GE(f1(any_right, static_cast<double>(found.size()), static_cast<double>(judged.size())),
            0.56);
}

}  // namespace
}  // namespace torikumi::analysis
