#include "corpus/ward_registry.h"

#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace torikumi::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TemporaryDirectory;
using testing::write_file;

const WardRegistry& shipped() {
  static const WardRegistry kRegistry =
      WardRegistry::load(testing::source_dir() / "corpus" / "data" / "wards.csv");
  return kRegistry;
}

std::string found(std::string_view municipality, std::string_view name) {
  const Result<Ward> ward = shipped().find(municipality, name);
  return ward ? ward->code + " " + ward->full_name() : std::string(ward.error().what());
}

std::vector<std::string> mentioned(std::string_view text) {
  std::vector<std::string> names;
  for (const Ward& ward : shipped().mentioned_in(text)) {
    names.push_back(ward.full_name());
  }
  return names;
}

TEST(AreaCodeTest, KnowsTheCheckDigit) {
  for (const char* code : {"141305", "141313", "271004", "271110", "271128", "011002", "131016"}) {
    EXPECT_TRUE(is_valid_area_code(code)) << code;
  }
  for (const char* code : {"", "14130", "141304", "1413055", "14130a", "１４１３０５", "-41305"}) {
    EXPECT_FALSE(is_valid_area_code(code)) << code;
  }
}

TEST(ShippedWardsTest, AreSortedUniqueAndHaveRightCheckDigits) {
  std::string last;
  std::set<std::pair<std::string, bool>> names;
  for (const Ward& ward : shipped().all()) {
    EXPECT_TRUE(is_valid_area_code(ward.code)) << ward.code;
    EXPECT_LT(last, ward.code);
    EXPECT_TRUE(ward.name.empty() || ward.name.ends_with("区")) << ward.name;
    const bool is_new = names.emplace(ward.full_name(), shipped().is_retired(ward.code)).second;
    EXPECT_TRUE(is_new) << ward.full_name();
    last = ward.code;
  }
}

TEST(ShippedWardsTest, StandInTheFileInTheOrderOfTheirCodes) {
  const std::string table =
      testing::read_file(testing::source_dir() / "corpus" / "data" / "wards.csv");
  std::size_t at = 0;
  for (const Ward& ward : shipped().all()) {
    at = table.find("\n" + ward.code + "," + ward.municipality + "," + ward.name + ",", at);
    ASSERT_NE(at, std::string::npos) << ward.code;
  }
}

TEST(ShippedWardsTest, AreAllOfEachCity) {
  std::map<std::string, int> counts;
  for (const Ward& ward : shipped().all()) {
    counts[ward.municipality] += !ward.name.empty() && !shipped().is_retired(ward.code) ? 1 : 0;
  }
  const std::map<std::string, int> want{
      {"札幌市", 10}, {"仙台市", 5},    {"さいたま市", 10}, {"千葉市", 6},   {"東京都", 23},
      {"横浜市", 18}, {"川崎市", 7},    {"相模原市", 3},    {"新潟市", 8},   {"静岡市", 3},
      {"浜松市", 3},  {"名古屋市", 16}, {"京都市", 11},     {"大阪市", 24},  {"堺市", 7},
      {"神戸市", 9},  {"岡山市", 4},    {"広島市", 8},      {"北九州市", 7}, {"福岡市", 7},
      {"熊本市", 5}};
  EXPECT_EQ(counts, want);
}

TEST(WardRegistryTest, FindsByCode) {
  EXPECT_EQ(shipped().by_code("141330"), (Ward{"141330", "中原区", "川崎市"}));
  EXPECT_EQ(shipped().by_code("141305"), (Ward{"141305", "", "川崎市"}));
  EXPECT_EQ(shipped().by_code("141331"), std::nullopt);
  EXPECT_EQ(shipped().by_code(""), std::nullopt);
}

TEST(WardRegistryTest, KnowsWhatWasGivenUp) {
  EXPECT_EQ(shipped().by_code("271055"), (Ward{"271055", "東区", "大阪市"}));
  EXPECT_TRUE(shipped().is_retired("271055"));
  EXPECT_FALSE(shipped().is_retired("271276"));
  EXPECT_EQ(found("大阪市", "北区"), "271276 大阪市北区");
  EXPECT_EQ(found("大阪市", "東区"), "271055 大阪市東区");
  EXPECT_EQ(found("浜松市", "天竜区"), "221406 浜松市天竜区");
}

TEST(WardRegistryTest, FindsByName) {
  EXPECT_EQ(found("川崎市", "中原区"), "141330 川崎市中原区");
  EXPECT_EQ(found("川崎市", "中原"), "141330 川崎市中原区");
  EXPECT_EQ(found("川崎市", "川崎市中原区"), "141330 川崎市中原区");
  EXPECT_EQ(found("", "川崎市中原区"), "141330 川崎市中原区");
  EXPECT_EQ(found("", "中原区"), "141330 川崎市中原区");
  EXPECT_EQ(found(" 川崎\u3000市", "中 原 区 "), "141330 川崎市中原区");
  EXPECT_EQ(found("川崎市", ""), "141305 川崎市");
  EXPECT_EQ(found("", "川崎市"), "141305 川崎市");
  EXPECT_EQ(found("川崎市", "川崎区"), "141313 川崎市川崎区");
  EXPECT_EQ(found("横浜市", "保土ヶ谷区"), "141062 横浜市保土ケ谷区");
  EXPECT_EQ(found("堺市", "堺区"), "271411 堺市堺区");
  EXPECT_EQ(found("東京都", "北区"), "131172 東京都北区");
}

TEST(WardRegistryTest, SaysWhatIsUnknownAndWhatIsNear) {
  EXPECT_EQ(found("川先市", "中原区"),
            "the municipality \"川先市\" is not known; did you mean 川崎市?");
  EXPECT_EQ(
      found("小さな町", ""),
      "the municipality \"小さな町\" is not known; write its full name, such as 川崎市, or add "
      "it to the table of wards");
  EXPECT_EQ(found("川崎市", "中腹区"), "川崎市 has no ward \"中腹区\"; did you mean 中原区?");
  EXPECT_EQ(
      found("川崎市", "鶴見緑地公園"),
      "川崎市 has no ward \"鶴見緑地公園\"; its wards are 川崎区, 幸区, 中原区, 高津区, 多摩区, "
      "宮前区, 麻生区");
  EXPECT_EQ(found("", "高頭区"), "the ward \"高頭区\" is not known; did you mean 高津区?");
  EXPECT_EQ(
      found("", "Nakahara-ku"),
      "the ward \"Nakahara-ku\" is not known; write its full name, such as 中原区, or name its "
      "municipality");
  EXPECT_EQ(found("", ""),
            "neither a municipality nor a ward is named; name one, such as 川崎市 and 中原区");
  EXPECT_EQ(
      found("東京都", "").substr(0, 60),
      std::string("東京都 is known by its wards only; name one of them: 千代田").substr(0, 60));
}

TEST(WardRegistryTest, DoesNotGuessBetweenCities) {
  EXPECT_EQ(
      found("", "鶴見区"),
      "the ward \"鶴見区\" is in several municipalities: 横浜市, 大阪市; name the municipality "
      "too, such as 横浜市鶴見区");
  EXPECT_EQ(found("大阪市", "鶴見区"), "271241 大阪市鶴見区");
}

TEST(WardRegistryTest, FindsMentionsLongestFirst) {
  EXPECT_THAT(mentioned("区役所サービス向上目標（川崎市中原区）"), ElementsAre("川崎市中原区"));
  EXPECT_THAT(mentioned("大阪市_鶴見区"), ElementsAre("横浜市鶴見区", "大阪市", "大阪市鶴見区"));
  EXPECT_THAT(mentioned("中 原\u3000区"), ElementsAre("川崎市中原区"));
  EXPECT_THAT(mentioned("宮前区と麻生区役所"), ElementsAre("川崎市宮前区", "川崎市麻生区"));
  EXPECT_THAT(mentioned("西淀川区"), ElementsAre("大阪市西淀川区"));
  EXPECT_THAT(mentioned("川崎市川崎区、川崎区"), ElementsAre("川崎市川崎区"));
  EXPECT_THAT(mentioned("大阪市東区"), ElementsAre("大阪市東区"));
}

TEST(WardRegistryTest, DoesNotTakePartsOfOtherWordsForWards) {
  for (const char* text :
       {"", "この地区の窓口", "本市中区分", "港北区域", "地域包括支援", "区民", "全区画"}) {
    EXPECT_THAT(mentioned(text), IsEmpty()) << text;
  }
  EXPECT_THAT(mentioned("港北区"), ElementsAre("横浜市港北区"));
}

class WardTableTest : public ::testing::Test {
 protected:
  std::filesystem::path table(std::string_view content) {
    write_file(folder_.path() / "wards.csv", content);
    return folder_.path() / "wards.csv";
  }

  std::string refusal(std::string_view content) {
    try {
      WardRegistry::load(table(content));
    } catch (const Error& error) {
      return error.where.substr(folder_.path().string().size() + 1) + ": " + error.message + "; " +
             error.hint;
    }
    return "not refused";
  }

  TemporaryDirectory folder_;
};

TEST_F(WardTableTest, LetsTheUsersRowsAddAndReplace) {
  write_file(folder_.path() / "own.csv",
             "ward,code,municipality\n本町,141313,川崎市\n,011011,新しい市\n");
  const WardRegistry registry =
      WardRegistry::load(table("code,municipality,ward\n141305,川崎市,\n141313,川崎市,川崎区\n"),
                         folder_.path() / "own.csv");
  EXPECT_THAT(registry.all(),
              ElementsAre(Ward{"011011", "", "新しい市"}, Ward{"141305", "", "川崎市"},
                          Ward{"141313", "本町", "川崎市"}));
  EXPECT_THAT(registry.municipalities(), ElementsAre("新しい市", "川崎市"));
}

TEST_F(WardTableTest, RefusesBadRowsWithTheLine) {
  const std::string head = "code,municipality,ward\n";
  const std::string code_hint =
      "; write the six digits of the 全国地方公共団体コード, such as 141313 for 川崎市川崎区";
  EXPECT_EQ(refusal(head + "141305,川崎市,\n141314,川崎市,川崎区\n"),
            "wards.csv:3: the check digit of the code \"141314\" is wrong" + code_hint);
  EXPECT_EQ(refusal(head + "14131,川崎市,川崎区\n"),
            "wards.csv:2: the code \"14131\" is not six digits" + code_hint);
  EXPECT_EQ(refusal(head + "141313,,川崎区\n"),
            "wards.csv:2: the code 141313 has no municipality; write the name of the city into the "
            "column municipality");
  EXPECT_EQ(refusal(head + "141313,川崎市,川崎区\n141313,川崎市,川崎区\n"),
            "wards.csv:3: the code 141313 is there twice; remove one of the rows");
  EXPECT_EQ(refusal("code,ward\n"),
            "wards.csv:1: the column \"municipality\" is missing; the first row must be "
            "code,municipality,ward or code,municipality,ward,retired");
  EXPECT_EQ(refusal(""), "wards.csv: the file is empty; fill it or remove it");
}

}  // namespace
}  // namespace torikumi::corpus
