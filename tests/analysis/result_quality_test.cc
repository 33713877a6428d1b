#include "analysis/result_quality.h"

#include "corpus/data_directory.h"
#include "corpus/report_reader.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace torikumi::analysis {
namespace {

using corpus::Record;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kTarget = "来庁された区民の方に分かりやすく丁寧な説明を行います。";
constexpr const char* kResult = "課内研修を実施し、窓口での待ち時間を短くすることができました。";

Record initiative(std::string id, std::string department, int year = 2020) {
  Record record;
  record.id = std::move(id);
  record.ward = {"141330", "中原区", "川崎市"};
  record.fiscal_year = year;
  record.department.name = std::move(department);
  record.target = kTarget;
  record.result = kResult;
  record.result_status = corpus::ResultStatus::Reported;
  record.source.file = std::to_string(year) + ".txt";
  return record;
}

std::vector<ResultQuality> assess(const std::vector<Record>& records) {
  std::vector<const Record*> pointers;
  for (const Record& record : records) {
    pointers.push_back(&record);
  }
  return assess_results(pointers);
}

TEST(AssessResultsTest, FindsAResultThatRestatesItsTarget) {
  Record restating = initiative("a", "総務課");
  restating.result = "来庁された区民の方に分かりやすく丁寧な説明を行いました。";
  Record omitted = restating;
  omitted.result_status = corpus::ResultStatus::Omitted;
  Record standard = restating;
  standard.kind = corpus::RecordKind::Standard;
  const auto found = assess({restating, initiative("b", "企画課"), omitted, standard});
  ASSERT_TRUE(found[0].echo);
  EXPECT_TRUE(found[0].echo->is_restated());
  EXPECT_EQ(found[0].echo->passages.size(), 1U);
  ASSERT_TRUE(found[1].echo);
  EXPECT_FALSE(found[1].echo->is_restated());
  EXPECT_FALSE(found[2].echo);
  EXPECT_FALSE(found[3].echo);
}

std::vector<std::string> ids_of(const std::vector<CopiedResult>& copies) {
  std::vector<std::string> ids;
  for (const CopiedResult& copy : copies) {
    ids.push_back(copy.id);
  }
  return ids;
}

TEST(AssessResultsTest, FindsEqualResultsOfOtherDepartmentsOfTheSameReport) {
  Record spaced = initiative("b", "整備課");
  spaced.result = " " + std::string(kResult) + "\n";
  Record other_year = initiative("c", "企画課", 2021);
  const auto found = assess({initiative("a", "管理課"), spaced, other_year,
                             initiative("d", "管理課"), initiative("e", "総務課")});
  EXPECT_THAT(ids_of(found[0].copied_results), ElementsAre("b", "e"));
  EXPECT_THAT(ids_of(found[1].copied_results), ElementsAre("a", "d", "e"));
  EXPECT_EQ(found[1].copied_results[0].likeness, 1);
  EXPECT_THAT(found[2].copied_results, IsEmpty());
  EXPECT_EQ(found[4].copied_result_count, 3U);
}

TEST(AssessResultsTest, FindsResultsThatAreNearlyTheSame) {
  Record nearly = initiative("b", "整備課");
  nearly.result = "課内研修を実施し、相談での待ち時間を短くすることができました。";
  Record turned = initiative("c", "総務課");
  turned.result = "窓口での待ち時間を短くすることができました。課内研修を実施し、";
  Record half = initiative("d", "企画課");
  half.result = "課内研修を実施し、窓口では翻訳ツールを使って外国人市民を案内しました。";
  Record own = initiative("e", "管理課");
  own.result = nearly.result;
  const auto found = assess({initiative("a", "管理課"), nearly, turned, half, own});
  EXPECT_THAT(ids_of(found[0].copied_results), ElementsAre("c", "b")) << "most alike first";
  EXPECT_LT(found[0].copied_results[0].likeness, 1) << "not in this order";
  EXPECT_GE(found[0].copied_results[1].likeness, kCopiedLikeness);
  EXPECT_THAT(ids_of(found[1].copied_results), ::testing::Contains("e"));
  EXPECT_THAT(found[3].copied_results, IsEmpty());
  EXPECT_THAT(ids_of(found[4].copied_results), ::testing::Not(::testing::Contains("a")))
      << "the same department";
}

TEST(AssessResultsTest, LeavesShortResultsOutOfTheComparison) {
  Record one = initiative("a", "管理課");
  Record other = initiative("b", "整備課");
  one.result = other.result = "目標を達成しました。";
  EXPECT_EQ(assess({one, other})[0].copied_result_count, 0U);
}

TEST(AssessResultsTest, KeepsTheFirstOfManyEqualResults) {
  std::vector<Record> records;
  for (int i = 0; i < 30; ++i) {
    records.push_back(initiative(std::to_string(100 + i), "課" + std::to_string(i)));
  }
  const auto found = assess(records);
  EXPECT_EQ(found[29].copied_result_count, 29U);
  EXPECT_EQ(found[29].copied_results.size(), kMaxCopiedResults);
  EXPECT_EQ(found[29].copied_results.front().id, "100");
}

TEST(AssessResultsTest, FindsTargetsCarriedOverFromTheLastEarlierYear) {
  Record nearly = initiative("d", "総務課", 2022);
  nearly.target = "来庁された区民の方にも分かりやすく丁寧な説明を行います。";
  Record fresh = initiative("e", "総務課", 2022);
  fresh.target = "番号発券機を導入し、待合の混雑を緩和します。";
  Record other_ward = initiative("f", "総務課", 2023);
  other_ward.ward.code = "141313";
  const auto found = assess({initiative("a", "総務課", 2018), initiative("b", "総務課", 2020),
                             initiative("c", "企画課", 2021), nearly, fresh, other_ward});
  EXPECT_FALSE(found[0].has_earlier_year);
  ASSERT_TRUE(found[1].carried_over);
  EXPECT_EQ(found[1].carried_over->id, "a");
  EXPECT_EQ(found[1].carried_over->fiscal_year, 2018);
  EXPECT_TRUE(found[1].carried_over->is_unchanged);
  EXPECT_DOUBLE_EQ(found[1].carried_over->likeness, 1);
  EXPECT_FALSE(found[2].has_earlier_year) << "another department";
  ASSERT_TRUE(found[3].carried_over);
  EXPECT_EQ(found[3].carried_over->id, "b") << "2020, not 2018";
  EXPECT_FALSE(found[3].carried_over->is_unchanged);
  EXPECT_TRUE(found[4].has_earlier_year);
  EXPECT_FALSE(found[4].carried_over);
  EXPECT_FALSE(found[5].has_earlier_year) << "another ward";
}

/// The real reports, if they are there; read by hand. None of their text is here.
class RealResultsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto folder = testing::reports_dir();
    if (!folder) {
      GTEST_SKIP() << "the real reports are not here";
    }
    const auto wards = corpus::WardRegistry::load(data_directory() / "wards.csv");
    for (const corpus::ReportReading& reading : corpus::read_reports({*folder}, wards)) {
      records_.insert(records_.end(), reading.records.begin(), reading.records.end());
    }
    qualities_ = assess(records_);
  }

  /// The place of an initiative by ward, the end of its department's name and its number.
  [[nodiscard]] std::size_t place_of(std::string_view ward, std::string_view department,
                                     int number) const {
    const auto found = std::find_if(records_.begin(), records_.end(), [&](const Record& record) {
      return record.kind == corpus::RecordKind::Initiative && record.ward.name == ward &&
             record.department.name.ends_with(department) && record.number == number;
    });
    EXPECT_NE(found, records_.end()) << department;
    return static_cast<std::size_t>(found - records_.begin());
  }

  std::vector<Record> records_;
  std::vector<ResultQuality> qualities_;
};

struct RealCase {
  const char* ward;
  const char* department;
  int number;
  bool is_so;
};

TEST_F(RealResultsTest, RestatedResultsAreThoseReadAsSuch) {
  const std::vector<RealCase> cases{
      {"川崎区", "児童家庭課", 1, true},     {"川崎区", "児童家庭課", 2, true},
      {"川崎区", "児童家庭課", 3, true},     {"中原区", "地域ケア推進課", 1, true},
      {"中原区", "地域ケア推進課", 2, true}, {"中原区", "保険年金課", 1, true},
      {"中原区", "生涯学習支援課", 3, true}, {"中原区", "保険年金課", 2, false},
      {"中原区", "児童家庭課", 1, false},    {"中原区", "総務課", 2, false},
      {"中原区", "企画課", 3, false},        {"中原区", "区民課", 3, false},
      {"川崎区", "衛生課", 1, false},        {"川崎区", "大師支所", 1, false},
      {"川崎区", "保険年金課", 2, false},    {"中原区", "整備課", 1, false}};
  for (const RealCase& row : cases) {
    const std::size_t place = place_of(row.ward, row.department, row.number);
    ASSERT_LT(place, qualities_.size());
    ASSERT_TRUE(qualities_[place].echo) << row.department;
    EXPECT_EQ(qualities_[place].echo->is_restated(), row.is_so)
        << row.ward << row.department << row.number << " " << qualities_[place].echo->share;
  }
  EXPECT_EQ(std::count_if(qualities_.begin(), qualities_.end(),
                          [](const auto& each) { return each.echo && each.echo->is_restated(); }),
            11);
}

TEST_F(RealResultsTest, FiguresAreThoseReadAsSuch) {
  const std::vector<RealCase> cases{
      {"川崎区", "衛生課", 1, true},        {"川崎区", "保護1～4課", 1, true},
      {"川崎区", "(田島分館)", 1, true},    {"中原区", "まちづくり推進部 企画課", 2, true},
      {"中原区", "企画課", 3, true},        {"中原区", "保護課", 1, true},
      {"川崎区", "高齢・障害課", 2, false}, {"中原区", "保険年金課", 2, false},
      {"中原区", "管理課", 1, false},       {"中原区", "区民課", 2, false},
      {"川崎区", "田島支所", 2, false},     {"中原区", "総務課", 2, false}};
  for (const RealCase& row : cases) {
    const std::size_t place = place_of(row.ward, row.department, row.number);
    ASSERT_LT(place, qualities_.size());
    EXPECT_EQ(!qualities_[place].figures.empty(), row.is_so)
        << row.ward << row.department << row.number;
  }
}

TEST_F(RealResultsTest, TheCopiedResultIsFoundAndNoOther) {
  const std::size_t maintenance = place_of("中原区", "整備課", 1);
  const std::size_t administration = place_of("中原区", "道路公園センター 管理課", 1);
  EXPECT_THAT(ids_of(qualities_.at(maintenance).copied_results),
              ElementsAre(records_[administration].id));
  EXPECT_THAT(ids_of(qualities_.at(administration).copied_results),
              ElementsAre(records_[maintenance].id));
  EXPECT_EQ(std::count_if(qualities_.begin(), qualities_.end(),
                          [](const auto& each) { return each.copied_result_count > 0; }),
            2);
}

TEST_F(RealResultsTest, OmittedResultsAreNotMeasured) {
  std::size_t omitted = 0;
  for (std::size_t i = 0; i < records_.size(); ++i) {
    if (records_[i].result_status == corpus::ResultStatus::Omitted) {
      ++omitted;
      EXPECT_TRUE(records_[i].department.name.ends_with("衛生課"));
      EXPECT_FALSE(qualities_[i].echo);
      EXPECT_THAT(qualities_[i].figures, IsEmpty());
      EXPECT_EQ(qualities_[i].copied_result_count, 0U);
    }
  }
  EXPECT_EQ(omitted, 3U);
}

}  // namespace
}  // namespace torikumi::analysis
