#include "analysis/standards/raising_words.h"

#include "corpus/data_directory.h"
#include "corpus/error.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace torikumi::analysis {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct RaisingCase {
  const char* name;
  const char* text;
  std::vector<std::string> want;
};
std::ostream& operator<<(std::ostream& out, const RaisingCase& row) {
  return out << row.name;
}

class RaisingWordsTest : public ::testing::TestWithParam<RaisingCase> {};

TEST_P(RaisingWordsTest, FindsWhatAnInitiativeMayAdd) {
  const auto words = RaisingWords::load(data_directory() / "raising_words.tsv");
  EXPECT_EQ(words.found_in(GetParam().text), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, RaisingWordsTest,
    ::testing::Values(
        RaisingCase{"Nothing", "窓口で丁寧に案内します。", {}},
        RaisingCase{"Figure", "相談員を2名配置します。", {"2名"}},
        RaisingCase{"Period", "清掃を毎月1回実施しました。", {"毎月1回"}},
        RaisingCase{"YearlyFigure", "会議を年4回開催します。", {"年4回"}},
        RaisingCase{"Dates", "令和6年度に作成し、12月に配布し、3日に終えました。", {}},
        RaisingCase{"NoUnit", "39コールの意見、1階の窓口", {}},
        RaisingCase{"Place", "複雑な相談は別室で行います。", {"別室"}},
        RaisingCase{"InAWord", "英語版とやさしい日本語版", {"英語", "やさしい日本語"}},
        RaisingCase{"LongestCounts", "やさしい日本語", {"やさしい日本語"}},
        RaisingCase{"OnceInOrder", "手話と点字と手話", {"手話", "点字"}}),
    [](const auto& row) { return row.param.name; });

TEST(RaisingWordsFileTest, BlamesALineWithoutWords) {
  const testing::TemporaryDirectory folder;
  const auto file = folder.path() / "words.tsv";
  testing::write_file(file, "# remark\nplace\t別室\nplace\n");
  try {
    RaisingWords::load(file);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Malformed);
    EXPECT_NE(std::string(error.what()).find("words.tsv:3"), std::string::npos) << error.what();
  }
}

TEST(RaisingWordsFileTest, FindsFiguresWithoutAFile) {
  EXPECT_THAT(RaisingWords().found_in("別室を2か所に設けます。"), ElementsAre("2か所"));
  EXPECT_THAT(RaisingWords().found_in(""), IsEmpty());
}

}  // namespace
}  // namespace torikumi::analysis
