#include "searchd/search/result_finding.h"

#include "searchd/search/search_engine.h"
#include "tests/searchd/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kTarget = "来庁された区民の方に分かりやすく丁寧な説明を行います。";

/// The same goal in two years, the second restated; one with a figure; one without a result; a
/// standard.
const SearchIndex& two_years() {
  static const SearchIndex kIndex = [] {
    corpus::Record earlier = initiative("a", kTarget, "研修の結果、苦情が減りました。");
    earlier.fiscal_year = 2019;
    corpus::Record later =
        initiative("b", kTarget, "来庁された区民の方に分かりやすく丁寧な説明を行いました。");
    corpus::Record standard = initiative("e", kTarget, "");
    standard.kind = corpus::RecordKind::Standard;
    return SearchIndex({earlier, later, initiative("c", "研修を行います。", "年3回行いました。"),
                        initiative("d", "窓口を整えます。", ""), standard});
  }();
  return kIndex;
}

std::vector<std::string> found(std::vector<ResultFinding> findings) {
  SearchRequest request;
  request.filters.findings = std::move(findings);
  request.sort = SortOrder::Year;
  return ids_of(search(request, two_years().snapshot()));
}

TEST(ResultFindingTest, FiltersInitiatives) {
  EXPECT_THAT(found({ResultFinding::CarriedOver}), ElementsAre("b"));
  EXPECT_THAT(found({ResultFinding::Restated}), ElementsAre("b"));
  EXPECT_THAT(found({ResultFinding::Quantities}), ElementsAre("c"));
  EXPECT_THAT(found({ResultFinding::Missing}), ElementsAre("d")) << "not the standard";
  EXPECT_THAT(found({ResultFinding::Omitted}), IsEmpty());
  EXPECT_THAT(found({ResultFinding::Copied}), IsEmpty());
  EXPECT_THAT(found({ResultFinding::Missing, ResultFinding::Quantities}), IsEmpty());
  EXPECT_THAT(found({ResultFinding::Restated, ResultFinding::CarriedOver}), ElementsAre("b"));
}

TEST(ResultFindingTest, IsApplicableWhereItCouldBeFound) {
  const ColumnTable& columns = two_years().snapshot().columns();
  const auto base = [&](ResultFinding finding) {
    std::size_t count = 0;
    for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
      count += is_applicable(finding, columns.row(document)) ? 1U : 0U;
    }
    return count;
  };
  EXPECT_EQ(base(ResultFinding::Missing), 4U);
  EXPECT_EQ(base(ResultFinding::Restated), 3U);
  EXPECT_EQ(base(ResultFinding::CarriedOver), 3U) << "those of the later year";
}

TEST(ResultFindingTest, StandsInTheDerivedFields) {
  const auto record = record_by_id("b", two_years().snapshot());
  ASSERT_TRUE(record);
  const auto derived = nlohmann::json::parse(record->derived);
  EXPECT_EQ(derived["carried_over_from"]["id"], "a");
  EXPECT_EQ(derived["carried_over_from"]["fiscal_year"], 2019);
  EXPECT_EQ(derived["carried_over_from"]["unchanged"], true);
  EXPECT_EQ(derived["outcome"]["value"], "achieved");
  EXPECT_EQ(derived["outcome"]["result"][0], 0);
  EXPECT_EQ(derived["result_echo"]["passages"][0]["result"][0], 0);
  const auto figures = nlohmann::json::parse(record_by_id("c", two_years().snapshot())->derived);
  EXPECT_EQ(figures["quantities"]["found"][0]["text"], "3回");
  EXPECT_EQ(figures["quantities"]["found"][0]["result"], nlohmann::json::array({1, 3}));
  EXPECT_TRUE(figures["copied_results"].is_null());
  EXPECT_TRUE(record_by_id("e", two_years().snapshot())->derived.empty());
}

TEST(ResultFindingTest, HasNamesThatAreReadBack) {
  for (const ResultFinding finding : kAllResultFindings) {
    EXPECT_EQ(result_finding_named(name_of(finding)), finding);
  }
  EXPECT_FALSE(result_finding_named("vague"));
}

}  // namespace
}  // namespace torikumi::searchd
