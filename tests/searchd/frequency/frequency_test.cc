// Tables over random records, against a loop over the records themselves.

#include "searchd/analytics/frequency.h"

#include "searchd/search/search_engine.h"
#include "tests/searchd/search_index.h"
#include "tests/searchd/slow_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace torikumi::searchd {
namespace {

using corpus::Record;
using indexer::TextField;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::SizeIs;

std::string text_in(const Record& record, const std::vector<TextField>& fields) {
  std::string text;
  for (const TextField field : searched_fields(fields)) {
    text += (field == TextField::Target ? record.target : record.result) + "\n";
  }
  return text;
}

bool matches_in(const std::string& text, const SlowQuery& query) {
  const auto holds = [&](const std::string& word) { return text.find(word) != std::string::npos; };
  return std::all_of(query.words.begin(), query.words.end(), holds) &&
         std::none_of(query.excluded.begin(), query.excluded.end(), holds);
}

/// How often the words stand in `text`. They are never neighbours in the texts of slow_search.h.
std::uint32_t places_in(const std::string& text, const SlowQuery& query) {
  std::uint32_t places = 0;
  for (const std::string& word : std::set(query.words.begin(), query.words.end())) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      ++places;
    }
  }
  return places;
}

/// A cell counted by looking at every record.
class SlowCell {
 public:
  SlowCell(const FrequencyRequest& request, const SlowQuery& query,
           const std::vector<Record>& records)
      : request_(request), query_(query), records_(records) {}

  /// Restricts the cell to one value of an axis.
  void restrict(TableDimension dimension, const AxisValue& value) {
    switch (dimension) {
      case TableDimension::Ward:
        place_and_time_.ward_codes = {value.filter};
        break;
      case TableDimension::FiscalYear:
        place_and_time_.fiscal_years = {{std::stoi(value.filter), std::stoi(value.filter)}};
        break;
      case TableDimension::Department:
        rest_.departments = {value.filter};
        break;
      case TableDimension::Scene:
        rest_.scenes = {*corpus::scene_named(value.filter)};
        break;
      case TableDimension::Field:
        fields_ = {value.field};
        break;
    }
  }

  void expect_same(const FrequencyCell& cell) const {
    const std::vector<TextField> fields = fields_.empty() ? request_.fields : fields_;
    FrequencyCell want;
    want.occurrences = 0;
    std::set<std::pair<std::string, std::string>> departments;
    Filters of_reports = request_.filters;
    of_reports.departments.clear();
    of_reports.department_texts.clear();
    of_reports.scenes.clear();
    for (const Record& record : records_) {
      if (!passes(record, place_and_time_)) {
        continue;
      }
      want.has_report = want.has_report || passes(record, of_reports);
      if (!passes(record, request_.filters) || !passes(record, rest_)) {
        continue;
      }
      ++want.base;
      const std::string text = text_in(record, fields);
      if (!matches_in(text, query_)) {
        continue;
      }
      ++want.initiatives;
      *want.occurrences += places_in(text, query_);
      if (!record.department.name.empty()) {
        departments.emplace(record.ward.code, record.department.name);
      }
    }
    EXPECT_EQ(cell.has_report, want.has_report);
    EXPECT_EQ(cell.base, want.base);
    EXPECT_EQ(cell.initiatives, want.initiatives);
    EXPECT_EQ(cell.occurrences, want.occurrences);
    EXPECT_EQ(cell.departments, departments.size());
  }

 private:
  const FrequencyRequest& request_;
  const SlowQuery& query_;
  const std::vector<Record>& records_;
  Filters place_and_time_;
  Filters rest_;
  std::vector<TextField> fields_;
};

class RandomFrequencyTest : public ::testing::TestWithParam<unsigned> {
 protected:
  static constexpr std::size_t kRecords = 120;
};

std::vector<TableDimension> random_dimensions(std::mt19937& random) {
  std::vector<TableDimension> dimensions(kTableDimensions.begin(), kTableDimensions.end());
  std::shuffle(dimensions.begin(), dimensions.end(), random);
  dimensions.resize(1 + random() % 3);
  return dimensions;
}

void expect_same_tables(const FrequencyRequest& request, const SlowQuery& query,
                        const std::vector<Record>& records, const IndexSnapshot& snapshot) {
  const Result<Frequency> counted = frequency(request, snapshot);
  ASSERT_TRUE(counted) << counted.error().what();
  EXPECT_EQ(counted->tables.size(), std::size_t{1} << request.by.size());
  for (const FrequencyTable& table : counted->tables) {
    std::size_t cells = 1;
    for (const TableDimension dimension : table.by) {
      cells *= counted->axis(dimension).values().size();
    }
    ASSERT_EQ(table.cells.size(), cells);
    for (const FrequencyCell& cell : table.cells) {
      SlowCell slow(request, query, records);
      std::string name = query.text();
      for (std::size_t i = 0; i < table.by.size(); ++i) {
        const AxisValue& value = counted->axis(table.by[i]).values()[cell.values[i]];
        slow.restrict(table.by[i], value);
        name += "/ " + value.label;
      }
      SCOPED_TRACE(name);
      slow.expect_same(cell);
    }
  }
}

TEST_P(RandomFrequencyTest, CountsLikeALoopOverTheRecords) {
  std::mt19937 random(GetParam());
  const std::vector<Record> records = random_records(kRecords, GetParam());
  const SearchIndex index(records);
  for (int round = 0; round < 25; ++round) {
    FrequencyRequest request;
    const SlowQuery query = random_query(random);
    request.q = query.text();
    if (request.q.empty()) {
      continue;
    }
    request.with_synonyms = false;
    request.by = random_dimensions(random);
    request.filters = random_filters(random);
    if (random() % 3 == 0) {
      request.fields = {random() % 2 == 0 ? TextField::Target : TextField::Result};
    }
    expect_same_tables(request, query, records, index.snapshot());
    if (HasFailure()) {
      return;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomFrequencyTest, ::testing::Values(1U, 2U, 3U));

Record of(Record record, corpus::Ward ward, int fiscal_year, std::vector<corpus::Scene> scenes) {
  record.ward = std::move(ward);
  record.fiscal_year = fiscal_year;
  record.scenes = std::move(scenes);
  return record;
}

class FrequencyTest : public ::testing::Test {
 protected:
  FrequencyTest()
      : index_({of(initiative("a", "電話", "電話"), nakahara(), 2018,
                   {corpus::Scene::Notices, corpus::Scene::Common}),
                of(initiative("b", "電話", "手紙"), nakahara(), 2020, {corpus::Scene::Notices}),
                of(initiative("c", "手紙", ""), kawasaki(), 2020, {})}) {}

  [[nodiscard]] Frequency counted(std::string q, std::vector<TableDimension> by,
                                  Filters filters = {}) const {
    FrequencyRequest request;
    request.q = std::move(q);
    request.by = std::move(by);
    request.filters = std::move(filters);
    request.filters.kinds = {corpus::RecordKind::Initiative, corpus::RecordKind::Example};
    return *frequency(request, index_.snapshot());
  }

  static std::vector<std::string> labels(const TableAxis& axis) {
    std::vector<std::string> labels;
    for (const AxisValue& value : axis.values()) {
      labels.push_back(value.label);
    }
    return labels;
  }

  SearchIndex index_;
};

TEST_F(FrequencyTest, HasEveryYearBetweenAndEveryWardOfTheCity) {
  const Frequency table = counted("電話", {TableDimension::Ward, TableDimension::FiscalYear});
  EXPECT_THAT(labels(table.axes[0]),
              ElementsAre("川崎市川崎区", "川崎市幸区", "川崎市中原区", "川崎市高津区",
                          "川崎市多摩区", "川崎市宮前区", "川崎市麻生区"));
  EXPECT_THAT(labels(table.axes[1]), ElementsAre("平成30年度", "令和元年度", "令和2年度"));
  EXPECT_EQ(table.tables[0].cells.size(), 21U);
  std::size_t reported = 0;
  for (const FrequencyCell& cell : table.tables[0].cells) {
    reported += cell.has_report ? 1 : 0;
  }
  EXPECT_EQ(reported, 3U);
}

TEST_F(FrequencyTest, KeepsOnlyTheValuesOfTheFilters) {
  Filters filters;
  filters.ward_codes = {nakahara().code, "141321"};
  filters.fiscal_years = {{2019, 2030}};
  filters.scenes = {corpus::Scene::Notices};
  const Frequency table = counted(
      "電話", {TableDimension::Ward, TableDimension::FiscalYear, TableDimension::Scene}, filters);
  EXPECT_THAT(labels(table.axes[0]), ElementsAre("川崎市幸区", "川崎市中原区"));
  EXPECT_THAT(labels(table.axes[1]), ElementsAre("令和元年度", "令和2年度"));
  EXPECT_THAT(labels(table.axes[2]), ElementsAre("お知らせ"));
}

TEST_F(FrequencyTest, CountsARecordOfTwoScenesOnceInTheTotal) {
  const Frequency table = counted("電話", {TableDimension::Scene});
  std::uint32_t in_scenes = 0;
  for (const FrequencyCell& cell : table.tables[0].cells) {
    in_scenes += cell.initiatives;
  }
  EXPECT_EQ(in_scenes, 3U);
  ASSERT_THAT(table.tables.back().cells, SizeIs(1));
  EXPECT_EQ(table.tables.back().cells[0].initiatives, 2U);
  EXPECT_EQ(table.tables.back().cells[0].base, 3U);
}

TEST_F(FrequencyTest, GivesSharesOfTheWhole) {
  const Frequency table = counted("電話", {TableDimension::FiscalYear});
  EXPECT_THAT(table.tables[0].cells,
              ElementsAre(Field(&FrequencyCell::share, 0.5), Field(&FrequencyCell::share, 0.0),
                          Field(&FrequencyCell::share, 0.5)));
  const Frequency nothing = counted("椅子", {TableDimension::FiscalYear});
  for (const FrequencyCell& cell : nothing.tables[0].cells) {
    EXPECT_EQ(cell.share, 0.0);
  }
}

TEST_F(FrequencyTest, LetsFiltersInTheQueryRestrictTheBase) {
  const Frequency table = counted("電話 年度:2020", {TableDimension::Ward});
  EXPECT_EQ(table.tables.back().cells[0].base, 2U);
  EXPECT_EQ(table.tables.back().cells[0].initiatives, 1U);
}

TEST_F(FrequencyTest, NeverTakesAQueryWordByWord) {
  const Frequency table = counted("椅子 電話", {TableDimension::Ward});
  EXPECT_EQ(table.tables.back().cells[0].initiatives, 0U);
}

TEST_F(FrequencyTest, PassesNotesOn) {
  EXPECT_THAT(counted("電話 OR", {TableDimension::Ward}).notes, SizeIs(1));
}

TEST(FrequencyLimitTest, RefusesTooManyCells) {
  std::vector<Record> records;
  for (int i = 0; i < 60; ++i) {
    Record record = initiative("id-" + std::to_string(1000 + i), "電話");
    record.fiscal_year = 1960 + i;
    record.department = {"課" + std::to_string(i), {}, "課"};
    records.push_back(record);
  }
  const SearchIndex index(records);
  FrequencyRequest request;
  request.q = "電話";
  request.by = {TableDimension::Ward, TableDimension::FiscalYear, TableDimension::Department};
  const Result<Frequency> counted = frequency(request, index.snapshot());
  ASSERT_FALSE(counted);
  EXPECT_EQ(counted.error().kind, ErrorKind::TooLarge);
  EXPECT_EQ(counted.error().where, "by");
  EXPECT_EQ(counted.error().message,
            "the table has 25200 cells (1 themes × 7 of ward × 60 of year × 60 of department), "
            "more than 20000");
}

TEST(FrequencyLimitTest, AnswersForAnIndexWithoutRecordsOfTheKinds) {
  Record passage = initiative("a", "電話");
  passage.kind = corpus::RecordKind::Passage;
  const SearchIndex index({passage});
  FrequencyRequest request;
  request.q = "電話";
  request.by = {TableDimension::Ward};
  request.filters.kinds = {corpus::RecordKind::Initiative};
  const Result<Frequency> counted = frequency(request, index.snapshot());
  ASSERT_TRUE(counted);
  EXPECT_TRUE(counted->tables.front().cells.empty());
  EXPECT_FALSE(counted->tables.back().cells[0].has_report);
}

}  // namespace
}  // namespace torikumi::searchd
