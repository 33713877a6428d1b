#include "indexer/practice_standards.h"

#include "indexer/coverage_builder.h"
#include "tests/analysis/shared_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

namespace torikumi::indexer {
namespace {

using ::testing::ElementsAre;

corpus::Record record_of(corpus::RecordKind kind, int year, std::string target) {
  corpus::Record record;
  record.id = "r";
  record.kind = kind;
  record.ward = {"141305", "", "川崎市"};
  record.fiscal_year = year;
  record.target = std::move(target);
  return record;
}

/// Two initiatives of 2021, and the same standard with another one in 2021, 2022 and 2023.
std::vector<corpus::Record> records() {
  std::vector<corpus::Record> list;
  for (int i = 0; i < 2; ++i) {
    list.push_back(record_of(corpus::RecordKind::Initiative, 2021,
                             "各階にフロア案内図を掲示し、来庁者を案内します。"));
    list.back().ward = {"141313", "川崎区", "川崎市"};
  }
  for (const int year : {2021, 2022, 2023}) {
    list.push_back(
        record_of(corpus::RecordKind::Standard, year, "各階にフロア案内図を掲示しています。"));
    list.push_back(record_of(corpus::RecordKind::Standard, year, "電話は3コール以内で受けます。"));
  }
  return list;
}

/// The years of the standards of floor guides that a practice of both initiatives keeps.
std::vector<int> years_near(std::optional<int> until_year) {
  const std::vector<corpus::Record> all = records();
  analysis::Analyzer analyzer(analysis::shared_lexicon());
  CoverageBuilder coverage(analyzer);
  StandardYears years;
  for (std::size_t place = 0; place < all.size(); ++place) {
    coverage.add(place, all[place], analyzed_texts(all[place], analyzer));
    years.add(place, all[place]);
  }
  coverage.finish();
  analysis::Practice practice;
  for (std::size_t record = 0; record < 2; ++record) {
    practice.members.push_back(
        {record, 1, {analysis::TextPart::Target, {0, all[record].target.size()}}});
  }
  std::vector<StoredPractices> sets{{.until_year = until_year, .practices = {practice}}};
  years.compare(sets, coverage.comparison());
  EXPECT_EQ(sets[0].standards.size(), 1U);
  std::vector<int> near;
  for (const analysis::StandardSimilarity& each : sets[0].standards[0]) {
    const corpus::Record& standard = all[each.standard];
    if (standard.target.starts_with("各階")) {
      EXPECT_GT(each.similarity, 0.3);
      EXPECT_EQ(each.strong_sentences, 2U);
      near.push_back(*standard.fiscal_year);
    }
  }
  return near;
}

TEST(StandardYearsTest, ComparesAllRecordsWithTheLastList) {
  EXPECT_THAT(years_near(std::nullopt), ElementsAre(2023));
}

TEST(StandardYearsTest, ComparesEarlierRecordsWithTheirListAndTheNext) {
  EXPECT_THAT(years_near(2021), ElementsAre(2021, 2022));
  EXPECT_THAT(years_near(2022), ElementsAre(2022, 2023));
}

TEST(StandardYearsTest, BeforeTheFirstListThereIsOnlyTheNext) {
  EXPECT_THAT(years_near(2019), ElementsAre(2021));
}

}  // namespace
}  // namespace torikumi::indexer
