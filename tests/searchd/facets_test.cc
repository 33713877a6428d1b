// Totals and facets against a plain loop over the records.

#include "searchd/search/facets.h"

#include "searchd/search/search_engine.h"
#include "tests/searchd/search_index.h"
#include "tests/searchd/slow_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;

constexpr std::size_t kRecords = 120;
constexpr unsigned kSeed = 20260401;

SearchRequest request_for(const std::string& q, const Filters& filters) {
  SearchRequest request;
  request.q = q;
  request.filters = filters;
  request.with_synonyms = false;
  request.limit = kRecords;
  return request;
}

std::map<std::string, std::size_t> counts_above_zero(const Facet& facet) {
  std::map<std::string, std::size_t> counts;
  for (const FacetValue& value : facet.values) {
    if (value.count > 0) {
      counts[value.value] = value.count;
    }
  }
  return counts;
}

class FacetsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    records = new std::vector(random_records(kRecords, kSeed));
    index = new SearchIndex(*records);
  }
  static void TearDownTestSuite() {
    delete index;
    delete records;
  }

  static SearchResult find(const SearchRequest& request) {
    return search(request, index->snapshot());
  }

  static const Facet& facet(const SearchResult& result, Dimension dimension) {
    return *std::find_if(result.facets.begin(), result.facets.end(),
                         [&](const Facet& each) { return each.dimension == dimension; });
  }

  static inline std::vector<corpus::Record>* records = nullptr;
  static inline SearchIndex* index = nullptr;
};

TEST_F(FacetsTest, CountsLikeALoopOverTheRecords) {
  std::mt19937 random(kSeed);
  std::size_t found = 0;
  for (int round = 0; round < 400; ++round) {
    const SlowQuery query = random_query(random);
    const Filters filters = random_filters(random);
    SCOPED_TRACE(query.text());
    std::vector<std::string> want;
    for (const corpus::Record& record : *records) {
      if (matches(record, query) && passes(record, filters)) {
        want.push_back(record.id);
      }
    }
    const SearchResult result = find(request_for(query.text(), filters));
    std::vector<std::string> ids;
    for (const Hit& hit : result.hits) {
      ids.push_back(hit.record.id);
    }
    std::sort(ids.begin(), ids.end());
    ASSERT_EQ(ids, want);
    ASSERT_EQ(result.total, want.size());
    found += want.size();
    for (const Facet& each : result.facets) {
      ASSERT_EQ(counts_above_zero(each), slow_facet(each.dimension, *records, query, filters))
          << name_of(each.dimension);
    }
  }
  EXPECT_GT(found, 400U);  // The rounds are not about nothing.
}

TEST_F(FacetsTest, SumsUpToTheHitsWhereEachRecordHasOneValue) {
  const SearchResult result = find(request_for("電話", {}));
  ASSERT_GT(result.total, 0U);
  for (const Dimension dimension : {Dimension::Ward, Dimension::Kind}) {
    auto counts = counts_above_zero(facet(result, dimension));
    counts[the_city().code] -= counts[nakahara().code] + counts[kawasaki().code];  // Among them.
    EXPECT_EQ(
        std::accumulate(counts.begin(), counts.end(), std::size_t{0},
                        [](std::size_t sum, const auto& entry) { return sum + entry.second; }),
        result.total)
        << name_of(dimension);
  }
}

TEST_F(FacetsTest, PromisesWhatAChoiceFinds) {
  Filters filters;
  filters.ward_codes = {nakahara().code};
  for (const Facet& each : find(request_for("電話 OR 手紙", filters)).facets) {
    for (const FacetValue& value : each.values) {
      Filters chosen = filters;
      switch (each.dimension) {
        case Dimension::Ward:
          chosen.ward_codes = {value.value};
          break;
        case Dimension::FiscalYear:
          chosen.fiscal_years = {*corpus::parse_fiscal_year_range(value.value)};
          break;
        case Dimension::Department:
          chosen.departments = {value.value};
          break;
        case Dimension::Scene:
          chosen.scenes = {*resolve_scene(value.value)};
          break;
        case Dimension::Kind:
          chosen.kinds = {*corpus::record_kind_named(value.value)};
          break;
      }
      EXPECT_EQ(find(request_for("電話 OR 手紙", chosen)).total, value.count)
          << name_of(each.dimension) << " " << value.value;
    }
  }
}

TEST_F(FacetsTest, CountsAFilterOfTheQueryInItsOwnDimensionToo) {
  const SearchResult result = find(request_for("区:中原区", {}));
  const auto counts = counts_above_zero(facet(result, Dimension::Ward));
  EXPECT_THAT(counts, ElementsAre(std::pair<const std::string, std::size_t>(nakahara().code,
                                                                            result.total)));
  EXPECT_FALSE(facet(result, Dimension::Ward).values[0].is_selected);
}

TEST(FacetValueTest, AreNamedAndInReadingOrder) {
  std::vector<corpus::Record> records{initiative("a", "電話"), initiative("b", "電話"),
                                      initiative("c", "電話")};
  records[1].ward = kawasaki();
  records[1].fiscal_year = 2025;
  records[1].department = {};
  records[1].scenes = {corpus::Scene::Telephone, corpus::Scene::FaceToFace};
  records[2].kind = corpus::RecordKind::Example;
  records[2].fiscal_year.reset();
  records[2].scenes = {corpus::Scene::FaceToFace};
  const SearchIndex index(records);
  const SearchResult result = search(request_for("電話", {}), index.snapshot());
  std::vector<std::string> lines;
  for (const Facet& each : result.facets) {
    for (const FacetValue& value : each.values) {
      lines.push_back(std::string(name_of(each.dimension)) + " " + value.value + " " + value.label +
                      " " + std::to_string(value.count));
    }
  }
  EXPECT_THAT(lines, ElementsAre("ward 141313 川崎市川崎区 1", "ward 141330 川崎市中原区 2",
                                 "year 2025 令和7年度 1", "year 2020 令和2年度 1",
                                 "department まちづくり推進部 総務課 まちづくり推進部 総務課 2",
                                 "scene 対面対応 対面対応 2", "scene 電話対応 電話対応 1",
                                 "kind initiative 取組 2", "kind example 事例 1"));
  EXPECT_THAT(result.kind_counts, ElementsAre(2, 1, 0, 0));
}

TEST(FacetValueTest, KeepsAChosenValueWithoutHits) {
  std::vector<corpus::Record> records{initiative("a", "電話"), initiative("b", "手紙")};
  records[1].ward = kawasaki();
  const SearchIndex index(records);
  Filters filters;
  filters.ward_codes = {kawasaki().code};
  const SearchResult result = search(request_for("電話", filters), index.snapshot());
  EXPECT_EQ(result.total, 0U);
  const std::vector<FacetValue>& wards = result.facets[0].values;
  ASSERT_EQ(wards.size(), 2U);
  EXPECT_EQ(wards[0].value, kawasaki().code);
  EXPECT_EQ(wards[0].count, 0U);
  EXPECT_TRUE(wards[0].is_selected);
  EXPECT_EQ(wards[1].count, 1U);
  EXPECT_FALSE(wards[1].is_selected);
}

}  // namespace
}  // namespace torikumi::searchd
