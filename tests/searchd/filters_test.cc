#include "searchd/search/filters.h"

#include "tests/searchd/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;

/// An index of 川崎市中原区 and 大阪市鶴見区; 大阪市 itself and 川崎区 are only in the registry.
const IndexSnapshot& two_cities() {
  static const SearchIndex kIndex([] {
    std::vector<corpus::Record> records{initiative("a", "電話"), initiative("b", "電話")};
    records[1].ward = tsurumi();
    records[1].source.file = "reports/tsurumi.txt";
    return records;
  }());
  return kIndex.snapshot();
}

struct WardCase {
  const char* name;
  std::string_view text;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const WardCase& row) {
  return out << row.text;
}

class WardTest : public ::testing::TestWithParam<WardCase> {};

TEST_P(WardTest, IsMeantBy) {
  const Result<std::string> code = resolve_ward(std::string(GetParam().text), two_cities());
  ASSERT_TRUE(code) << code.error().what();
  EXPECT_EQ(*code, GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Table, WardTest,
                         ::testing::Values(WardCase{"Code", "141330", "141330"},
                                           WardCase{"FullWidthCode", "１４１３３０", "141330"},
                                           WardCase{"Name", "中原区", "141330"},
                                           WardCase{"WithoutKu", "中原", "141330"},
                                           WardCase{"Full", "川崎市中原区", "141330"},
                                           WardCase{"Blanks", "川崎市　中原 区", "141330"},
                                           WardCase{"HeldBeforeKnown", "鶴見区", "271241"},
                                           WardCase{"OtherCityByName", "横浜市鶴見区", "141011"},
                                           WardCase{"KnownOnly", "川崎区", "141313"},
                                           WardCase{"KnownCode", "141313", "141313"},
                                           WardCase{"City", "大阪市", "271004"}),
                         [](const auto& row) { return row.param.name; });

struct WardErrorCase {
  const char* name;
  std::string_view text;
  std::string_view message;
  std::string_view hint;
};
std::ostream& operator<<(std::ostream& out, const WardErrorCase& row) {
  return out << row.text;
}

class WardErrorTest : public ::testing::TestWithParam<WardErrorCase> {};

TEST_P(WardErrorTest, SaysWhatWouldDo) {
  const Result<std::string> code = resolve_ward(std::string(GetParam().text), two_cities());
  ASSERT_FALSE(code);
  EXPECT_EQ(code.error().kind, ErrorKind::InvalidArgument);
  EXPECT_EQ(code.error().message, GetParam().message);
  EXPECT_EQ(code.error().hint, GetParam().hint);
}

INSTANTIATE_TEST_SUITE_P(
    Table, WardErrorTest,
    ::testing::Values(WardErrorCase{"Unknown", "架空区", "no ward is known as \"架空区\"",
                                    "the index holds 川崎市中原区 (141330), 大阪市鶴見区 (271241)"},
                      WardErrorCase{"UnknownCode", "999999", "no ward is known as \"999999\"",
                                    "the index holds 川崎市中原区 (141330), 大阪市鶴見区 (271241)"},
                      WardErrorCase{"Ambiguous", "都筑区西区", "no ward is known as \"都筑区西区\"",
                                    "the index holds 川崎市中原区 (141330), 大阪市鶴見区 (271241)"},
                      WardErrorCase{"TwoCities", "旭区", "\"旭区\" is the name of several wards",
                                    "name one of them: 横浜市旭区 (141127), 大阪市旭区 (271179)"}),
    [](const auto& row) { return row.param.name; });

TEST(SceneFilterTest, KnowsLabelsAndVariants) {
  EXPECT_EQ(*resolve_scene("電話対応"), corpus::Scene::Telephone);
  EXPECT_EQ(*resolve_scene("対 面"), corpus::Scene::FaceToFace);
  const Result<corpus::Scene> unknown = resolve_scene("屋上");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().message, "\"屋上\" is not a scene");
  EXPECT_EQ(unknown.error().hint,
            "use one of お知らせ, 応対, 電話対応, 庁舎案内, 対面対応, 地域訪問, 庁内体制, 共通");
}

TEST(WardFilterTest, LetsAMunicipalityStandForItsWards) {
  Filters osaka;
  osaka.ward_codes = {"271004"};
  EXPECT_TRUE(accepts_ward(osaka, "271241", two_cities()));
  EXPECT_TRUE(accepts_ward(osaka, "271004", two_cities()));
  EXPECT_FALSE(accepts_ward(osaka, "141330", two_cities()));
  Filters ward;
  ward.ward_codes = {"271241"};
  EXPECT_FALSE(accepts_ward(ward, "271004", two_cities()));
  EXPECT_TRUE(accepts_ward({}, "271241", two_cities()));
}

TEST(WardFilterTest, KnowsAMunicipalityOfWhichOnlyAWardIsKnown) {
  std::vector<corpus::Record> records{initiative("a", "電話")};
  records[0].ward = {.code = "999903", .name = "中央区", .municipality = "架空市"};
  const SearchIndex index(records);
  const Result<std::string> city = resolve_ward("架空市", index.snapshot());
  ASSERT_TRUE(city) << city.error().what();
  Filters filters;
  filters.ward_codes = {*city};
  EXPECT_TRUE(accepts_ward(filters, "999903", index.snapshot()));
  EXPECT_FALSE(accepts_ward(filters, "141330", index.snapshot()));
}

TEST(YearFilterTest, TakesRangesAsAlternatives) {
  Filters filters;
  filters.fiscal_years = {{2008, 2010}, {2020, 2020}};
  std::vector<int> accepted;
  for (int year = 2006; year <= 2022; ++year) {
    if (accepts_year(filters, year)) {
      accepted.push_back(year);
    }
  }
  EXPECT_THAT(accepted, ElementsAre(2008, 2009, 2010, 2020));
  EXPECT_TRUE(accepts_year({}, 1950));
}

TEST(RowFilterTest, TellsWhichDimensionsItRestricts) {
  Filters filters;
  filters.scenes = {corpus::Scene::Common};
  const RowFilter filter(filters, two_cities());
  EXPECT_TRUE(filter.restricts(Dimension::Scene));
  EXPECT_FALSE(filter.restricts(Dimension::Ward));
  ColumnRow row;
  EXPECT_FALSE(filter.accepts(row));
  EXPECT_TRUE(filter.accepts_but(Dimension::Scene, row));
  row.scene_bits = 0xFF;
  EXPECT_TRUE(filter.accepts(row));
}

TEST(RowFilterTest, KeepsOutWhatHasNoDepartment) {
  Filters filters;
  filters.department_texts = {"総務　課"};
  const RowFilter filter(filters, two_cities());
  EXPECT_FALSE(filter.accepts(Dimension::Department, ColumnRow{}));
  EXPECT_TRUE(filter.accepts(Dimension::Department, two_cities().columns().row(1)));
}

}  // namespace
}  // namespace torikumi::searchd
