#include "indexer/back_test_years.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace torikumi::indexer {
namespace {

using corpus::RecordKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

corpus::Record record_of(RecordKind kind, std::optional<int> year,
                         const char* municipality = "川崎市") {
  corpus::Record record;
  record.kind = kind;
  record.fiscal_year = year;
  record.ward.municipality = municipality;
  return record;
}

std::vector<int> years_of(const std::vector<corpus::Record>& records) {
  std::vector<const corpus::Record*> places;
  for (const corpus::Record& record : records) {
    places.push_back(&record);
  }
  return back_test_years(places);
}

TEST(BackTestYearsTest, AreThoseBeforeEachLaterListOfStandards) {
  EXPECT_THAT(
      years_of({record_of(RecordKind::Standard, 2024), record_of(RecordKind::Initiative, 2021),
                record_of(RecordKind::Standard, 2022), record_of(RecordKind::Standard, 2023),
                record_of(RecordKind::Standard, 2023)}),
      ElementsAre(2022, 2023));
}

TEST(BackTestYearsTest, OfAGapIsTheYearBeforeTheLaterList) {
  EXPECT_THAT(years_of({record_of(RecordKind::Example, 2019), record_of(RecordKind::Standard, 2020),
                        record_of(RecordKind::Standard, 2023)}),
              ElementsAre(2022));
}

TEST(BackTestYearsTest, NeedTwoListsOfOneMunicipality) {
  EXPECT_THAT(
      years_of({record_of(RecordKind::Initiative, 2020), record_of(RecordKind::Standard, 2022),
                record_of(RecordKind::Standard, 2023, "大阪市")}),
      IsEmpty());
  EXPECT_THAT(years_of({}), IsEmpty());
}

TEST(BackTestYearsTest, NeedAReportOfThatYearOrEarlier) {
  EXPECT_THAT(
      years_of({record_of(RecordKind::Standard, 2021), record_of(RecordKind::Standard, 2022),
                record_of(RecordKind::Standard, 2023), record_of(RecordKind::Passage, 2010),
                record_of(RecordKind::Initiative, {}), record_of(RecordKind::Initiative, 2022)}),
      ElementsAre(2022));
}

}  // namespace
}  // namespace torikumi::indexer
