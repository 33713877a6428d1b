#include "corpus/record_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace torikumi::corpus {
namespace {

using ::testing::ElementsAre;
using Json = nlohmann::ordered_json;

Record full_record() {
  Record record;
  record.id = "k7";
  record.kind = RecordKind::Standard;
  record.ward = {"141330", "中原区", "川崎市"};
  record.fiscal_year = 2020;
  record.department = {
      "まちづくり推進部 企画課", {"まちづくり推進部", "企画課"}, "まちづくり推進部 企 画課"};
  record.number = 3;
  record.scenes = {Scene::Telephone, Scene::FaceToFace};
  record.target = "窓口で\n御案内します。";
  record.result = "\"御案内\"しました。";
  record.result_status = ResultStatus::Reported;
  record.scope = StandardScope::OneWard;
  record.role = PassageRole::SceneDefinition;
  record.headings = {"1 目的", "(2) 期間"};
  record.source = {"川崎/a.txt", 12, "区役所サービス向上目標", "https://example.jp/", "要約"};
  return record;
}

Record bare_record() {
  Record record;
  record.id = "k8";
  record.ward = {"141305", "", "川崎市"};
  return record;
}

Report full_report() {
  return {ReportKind::Guideline,
          {"141305", "", "川崎市"},
          2011,
          "指針",
          "a.txt",
          "https://example.jp/",
          "要約"};
}

std::vector<std::string> keys_of(const Json& json) {
  std::vector<std::string> keys;
  for (const auto& item : json.items()) {
    keys.push_back(item.key());
  }
  return keys;
}

TEST(RecordJsonTest, HasItsKeysInOrderAndNullForWhatIsAbsent) {
  EXPECT_EQ(to_json(bare_record()).dump(),
            R"({"id":"k8","kind":"initiative",)"
            R"("ward":{"code":"141305","name":null,"municipality":"川崎市"},)"
            R"("fiscal_year":null,"fiscal_year_label":null,"department":null,)"
            R"("department_raw":null,"number":null,"scenes":[],"target":null,"result":null,)"
            R"("result_status":"missing","scope":null,"role":null,"headings":[],)"
            R"("source":{"file":"","line":0,"title":"","url":null,"note":null}})");
  EXPECT_EQ(keys_of(to_json(full_record())), keys_of(to_json(bare_record())));
}

TEST(RecordJsonTest, ShowsEveryValueOfARecord) {
  const Json json = to_json(full_record());
  EXPECT_EQ(json["fiscal_year"], 2020);
  EXPECT_EQ(json["fiscal_year_label"], "令和2年度");
  EXPECT_EQ(json["department"], "まちづくり推進部 企画課");
  EXPECT_EQ(json["department_raw"], "まちづくり推進部 企 画課");
  EXPECT_EQ(json["scenes"].dump(), R"(["電話対応","対面対応"])");
  EXPECT_EQ(json["scope"], "one_ward");
  EXPECT_EQ(json["role"], "scene_definition");
  EXPECT_EQ(json["source"]["line"], 12);
}

TEST(RecordJsonTest, IsReadBack) {
  for (const Record& record : {full_record(), bare_record()}) {
    const Result<Record> read = record_from_json(to_json(record).dump());
    ASSERT_TRUE(read) << read.error().what();
    EXPECT_EQ(*read, record);
  }
}

TEST(ReportJsonTest, IsReadBackAndHasItsKeysInOrder) {
  EXPECT_THAT(keys_of(to_json(full_report())),
              ElementsAre("kind", "ward", "fiscal_year", "fiscal_year_label", "title", "file",
                          "url", "note"));
  const Result<Report> read = report_from_json(to_json(full_report()));
  ASSERT_TRUE(read) << read.error().what();
  EXPECT_EQ(*read, full_report());
}

TEST(RecordJsonTest, NeverThrowsForIllFormedText) {
  Record record = full_record();
  record.target = "窓\xE5\x8C口";
  record.source.file = "\xFF.txt";
  record.headings = {"\x80"};
  const Json json = Json::parse(to_json(record).dump());
  EXPECT_EQ(json["target"], "窓\uFFFD口");
  EXPECT_EQ(json["source"]["file"], "\uFFFD.txt");
  EXPECT_EQ(json["headings"][0], "\uFFFD");
}

std::string refusal(const Json& json) {
  return record_from_json(json.dump()).error().what();
}

TEST(RecordJsonTest, NamesTheKeyThatIsBroken) {
  const std::string begin = "the JSON of a record is broken: ";
  const auto changed = [](const char* key, const Json& value) {
    Json json = to_json(full_record());
    json[key] = value;
    return json;
  };
  Json without_id = to_json(full_record());
  without_id.erase("id");
  EXPECT_EQ(refusal(without_id), begin + "\"id\" is missing");
  EXPECT_EQ(refusal(changed("id", 7)), begin + "\"id\" is not a string");
  EXPECT_EQ(refusal(changed("kind", nullptr)), begin + "\"kind\" is null");
  EXPECT_EQ(refusal(changed("kind", "goal")), begin + "\"kind\" has the unknown value \"goal\"");
  EXPECT_EQ(refusal(changed("ward", "中原区")), begin + "\"ward\" is not an object");
  EXPECT_EQ(refusal(changed("fiscal_year", "2020")),
            begin + "\"fiscal_year\" is not a whole number");
  EXPECT_EQ(refusal(changed("number", 9'000'000'000)), begin + "\"number\" is out of range");
  EXPECT_EQ(refusal(changed("number", std::numeric_limits<std::uint64_t>::max())),
            begin + "\"number\" is out of range");
  EXPECT_EQ(refusal(changed("number", 18'446'744'073'709'551'615U)),
            begin + "\"number\" is out of range");
  EXPECT_EQ(refusal(changed("scenes", "対面")), begin + "\"scenes\" is not an array");
  EXPECT_EQ(refusal(changed("scenes", {"夜間"})),
            begin + "\"scenes\" has the unknown value \"夜間\"");
  EXPECT_EQ(refusal(changed("headings", {1})),
            begin + "\"headings\" holds something else than strings");
  EXPECT_EQ(refusal(Json::array()), begin + "it is not an object");
}

TEST(RecordJsonTest, RefusesWhatIsNoJsonOrTooDeep) {
  const std::string message = "the JSON of a record is broken: it is not JSON";
  EXPECT_EQ(record_from_json("").error().what(), message);
  EXPECT_EQ(record_from_json("{\"id\":").error().what(), message);
  EXPECT_EQ(record_from_json("\"\xFF\"").error().what(), message);
  EXPECT_EQ(record_from_json(std::string(100'000, '[')).error().what(), message);
  EXPECT_EQ(record_from_json(std::string(1000, '[') + std::string(1000, ']')).error().what(),
            message);
}

}  // namespace
}  // namespace torikumi::corpus
