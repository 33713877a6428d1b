// The shipped themes over the real reports, if they are there.

#include "corpus/data_directory.h"
#include "corpus/report_reader.h"
#include "searchd/analytics/frequency.h"
#include "searchd/search/search_engine.h"
#include "tests/searchd/search_index.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <ostream>
#include <set>

namespace torikumi::searchd {
namespace {

using corpus::Record;
using ::testing::ElementsAre;

const std::vector<corpus::RecordKind> kCounted{corpus::RecordKind::Initiative,
                                               corpus::RecordKind::Example};

class RealThemesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto folder = testing::reports_dir();
    if (!folder) {
      GTEST_SKIP() << "the real reports are not here";
    }
    if (index == nullptr) {
      std::vector<Record> records;
      const auto wards = corpus::WardRegistry::load(data_directory() / "wards.csv");
      for (corpus::ReportReading& reading : corpus::read_reports({*folder}, wards)) {
        std::move(reading.records.begin(), reading.records.end(), std::back_inserter(records));
      }
      index = std::make_unique<SearchIndex>(std::move(records));
    }
  }
  static void TearDownTestSuite() { index.reset(); }

  static FrequencyRequest request_by(std::vector<TableDimension> by) {
    FrequencyRequest request;
    for (const analysis::Theme& theme : index->snapshot().resources().themes.all()) {
      request.themes.push_back(&theme);
    }
    request.by = std::move(by);
    request.filters.kinds = kCounted;
    return request;
  }

  static SearchResult found(const analysis::Theme* theme, Filters filters, std::size_t limit) {
    SearchRequest request;
    request.themes = {theme};
    request.filters = std::move(filters);
    request.filters.kinds = kCounted;
    request.limit = limit;
    return search(request, index->snapshot());
  }

  static inline std::unique_ptr<SearchIndex> index;
};

/// The values of a record on an axis, as AxisValue::filter.
std::vector<std::string> values_of(TableDimension dimension, const Record& record) {
  std::vector<std::string> values;
  switch (dimension) {
    case TableDimension::Ward:
      return {record.ward.code};
    case TableDimension::FiscalYear:
      return {std::to_string(record.fiscal_year.value_or(0))};
    case TableDimension::Department:
      return {record.department.name};
    case TableDimension::Scene:
      for (const corpus::Scene scene : record.scenes) {
        values.emplace_back(corpus::label_of(scene));
      }
      return values;
    case TableDimension::Field:
      break;
  }
  return values;
}

TEST_F(RealThemesTest, CountInEveryCellWhatASearchLists) {
  const std::vector<std::vector<TableDimension>> tables{
      {TableDimension::Ward, TableDimension::FiscalYear},
      {TableDimension::Department},
      {TableDimension::Scene, TableDimension::FiscalYear}};
  std::vector<SearchResult> listed;
  for (const analysis::Theme* theme : request_by({}).themes) {
    listed.push_back(found(theme, {}, 1000));
    EXPECT_GT(listed.back().total, 0U) << theme->id;
  }
  for (const std::vector<TableDimension>& by : tables) {
    const FrequencyRequest request = request_by(by);
    const Result<Frequency> counted = frequency(request, index->snapshot());
    ASSERT_TRUE(counted);
    for (const FrequencyCell& cell : counted->tables.front().cells) {
      std::uint32_t want = 0;
      std::string name = request.themes[cell.series]->id;
      for (std::size_t i = 0; i < by.size(); ++i) {
        name += " " + counted->axis(by[i]).values()[cell.values[i]].label;
      }
      for (const Hit& hit : listed[cell.series].hits) {
        bool is_in_cell = true;
        for (std::size_t i = 0; i < by.size(); ++i) {
          const std::vector<std::string> values = values_of(by[i], hit.record);
          is_in_cell =
              is_in_cell &&
              std::find(values.begin(), values.end(),
                        counted->axis(by[i]).values()[cell.values[i]].filter) != values.end();
        }
        want += is_in_cell ? 1 : 0;
      }
      EXPECT_EQ(cell.initiatives, want) << name;
    }
    for (const FrequencyCell& total : counted->tables.back().cells) {
      EXPECT_EQ(total.initiatives, listed[total.series].total);
    }
  }
}

TEST_F(RealThemesTest, AreFoundCellByCellWithFilters) {
  const FrequencyRequest request = request_by({TableDimension::Ward, TableDimension::FiscalYear});
  const Result<Frequency> counted = frequency(request, index->snapshot());
  std::size_t searched = 0;
  for (const FrequencyCell& cell : counted->tables.front().cells) {
    if (cell.initiatives == 0) {
      continue;
    }
    Filters filters;
    filters.ward_codes = {counted->axes[0].values()[cell.values[0]].filter};
    const int year = std::stoi(counted->axes[1].values()[cell.values[1]].filter);
    filters.fiscal_years = {{year, year}};
    EXPECT_EQ(found(request.themes[cell.series], filters, 0).total, cell.initiatives);
    ++searched;
  }
  EXPECT_GT(searched, 100U);
}

TEST_F(RealThemesTest, HaveAsManyPlacesAsAreMarkedOrFewer) {
  const FrequencyRequest request = request_by({});
  const Result<Frequency> counted = frequency(request, index->snapshot());
  for (const FrequencyCell& total : counted->tables.back().cells) {
    std::size_t marked = 0;
    for (const Hit& hit : found(request.themes[total.series], {}, 1000).hits) {
      marked += hit.target_highlights.size() + hit.result_highlights.size();
    }
    EXPECT_LE(total.occurrences, marked) << request.themes[total.series]->id;
    EXPECT_GE(total.occurrences, total.initiatives) << request.themes[total.series]->id;
  }
}

TEST_F(RealThemesTest, AreAsTheirPageSays) {
  const std::string page = testing::read_file(testing::source_dir() / "docs" / "themes.md");
  for (const analysis::Theme* theme : request_by({}).themes) {
    const std::string row = "| `" + theme->id + "` | " + theme->label + " | " +
                            std::to_string(found(theme, {}, 0).total) + " |";
    EXPECT_NE(page.find(row), std::string::npos) << row;
  }
}

struct HandCount {
  const char* theme;
  const char* ward;
  int year;
  std::uint32_t initiatives;
};
std::ostream& operator<<(std::ostream& out, const HandCount& row) {
  return out << row.theme << " " << row.ward << " " << row.year;
}

/// Counted in the printed texts, without the program.
const std::vector<HandCount>& hand_counts() {
  static const std::vector<HandCount> kCounts{
      {"ticket-machine", "川崎区", 2025, 3},     {"ticket-machine", "中原区", 2020, 0},
      {"ticket-machine", "多摩区", 2008, 1},     {"ticket-machine", "川崎区", 2010, 1},
      {"infection-control", "中原区", 2020, 10}, {"infection-control", "川崎区", 2025, 3},
      {"reorganization", "川崎区", 2025, 8},     {"multilingual", "川崎区", 2009, 3},
      {"multilingual", "中原区", 2020, 2},       {"personal-information", "中原区", 2020, 8},
      {"barrier-free", "高津区", 2010, 2},       {"children", "宮前区", 2009, 1},
      {"disaster", "中原区", 2020, 1},           {"roads-and-parks", "川崎区", 2025, 1}};
  return kCounts;
}

TEST_F(RealThemesTest, AgreeWithACountByHand) {
  const FrequencyRequest request = request_by({TableDimension::Ward, TableDimension::FiscalYear});
  const Result<Frequency> counted = frequency(request, index->snapshot());
  std::size_t compared = 0;
  for (const FrequencyCell& cell : counted->tables.front().cells) {
    for (const HandCount& row : hand_counts()) {
      const AxisValue& ward = counted->axes[0].values()[cell.values[0]];
      const AxisValue& year = counted->axes[1].values()[cell.values[1]];
      if (request.themes[cell.series]->id == row.theme && ward.ward->name == row.ward &&
          year.filter == std::to_string(row.year)) {
        EXPECT_EQ(cell.initiatives, row.initiatives) << row;
        EXPECT_TRUE(cell.has_report) << row;
        ++compared;
      }
    }
  }
  EXPECT_EQ(compared, hand_counts().size());
}

TEST_F(RealThemesTest, ShowWhenTheyWereThere) {
  const FrequencyRequest request = request_by({TableDimension::FiscalYear});
  const Result<Frequency> counted = frequency(request, index->snapshot());
  std::map<std::string, std::map<int, std::uint32_t>> years;
  for (const FrequencyCell& cell : counted->tables.front().cells) {
    if (cell.initiatives > 0) {
      const int year = std::stoi(counted->axes[0].values()[cell.values[0]].filter);
      years[request.themes[cell.series]->id][year] = cell.initiatives;
    }
  }
  std::vector<int> with_ticket_machine;
  for (const auto& [year, initiatives] : years["ticket-machine"]) {
    with_ticket_machine.push_back(year);
  }
  EXPECT_THAT(with_ticket_machine, ElementsAre(2008, 2010, 2025));
  for (const auto& [year, initiatives] : years["infection-control"]) {
    EXPECT_TRUE(year == 2020 || initiatives < years["infection-control"][2020]);
  }
}

}  // namespace
}  // namespace torikumi::searchd
