#include "corpus/record_id.h"

#include <gtest/gtest.h>

#include <string>

namespace torikumi::corpus {
namespace {

Report some_report() {
  Report report;
  report.ward = {"141330", "中原区", "川崎市"};
  report.fiscal_year = 2020;
  report.title = "目標";
  return report;
}

Department named(const std::string& name) {
  return {name, {name}, name};
}

// The digits are the first of `printf 総務課 | sha256sum`.
TEST(RecordIdTest, HasAStableForm) {
  EXPECT_EQ(initiative_id(some_report(), named("総務課"), 3), "141330-2020-i-21548e1e-3");
  EXPECT_EQ(initiative_id(some_report(), named("総務課"), std::nullopt),
            "141330-2020-i-21548e1e-0");
  EXPECT_EQ(standard_id(some_report(), 11), "141330-2020-s-11");
  EXPECT_EQ(example_id({"141313", "川崎区", "川崎市"}, 2008, 2), "141313-2008-e-2");
}

TEST(RecordIdTest, TellsPassagesApartByTitleHeadingsAndPlace) {
  const Report report = some_report();
  Report other = report;
  other.title = "指針";
  const std::string id = passage_id(report, {"A", "B"}, 1);
  EXPECT_EQ(id.substr(0, 14), "141330-2020-p-");
  EXPECT_EQ(id.size(), 22U);
  EXPECT_EQ(passage_id(report, {"A", "B"}, 1), id);
  EXPECT_NE(passage_id(report, {"A", "B"}, 2), id);
  EXPECT_NE(passage_id(report, {"AB"}, 1), id);
  EXPECT_NE(passage_id(other, {"A", "B"}, 1), id);
}

TEST(IdRegisterTest, NumbersCopies) {
  IdRegister ids;
  EXPECT_EQ(ids.unique("a"), "a");
  EXPECT_EQ(ids.unique("a-2"), "a-2");
  EXPECT_EQ(ids.unique("a"), "a-3");
  EXPECT_EQ(ids.unique("b"), "b");
}

}  // namespace
}  // namespace torikumi::corpus
