#include "searchd/search/vocabulary.h"

#include "corpus/error.h"
#include "corpus/nearest_names.h"
#include "tests/searchd/small_vocabulary.h"
#include "tests/support/test_files.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Vocabulary& desk_vocabulary() {
  static const Vocabulary vocabulary(vocabulary_text({
      "問い合わせ|トイアワセ|問合+トイアワセ|12|9|問合せ/トイアワセ 問合わせ/トイアワセ",
      "取組|トリクミ|取組+トリクミ|8|5|取り組む/トリクム",
      "発券機|ハッケンキ|発券+ハッケン 機+キ|3|2|",
      "発券|ハッケン|発券+ハッケン|4|2|",
      "番号発券機|バンゴウハッケンキ|番号+バンゴウ 発券+ハッケン 機+キ|1|1|",
      "発見|ハッケン|発見+ハッケン|6|0|",
      "病院|ビョウイン|病院+ビョウイン|2|2|",
      "美容院|ビヨウイン|美容院+ビヨウイン|1|1|",
      "サービス|サービス|サービス|20|10|",
      "ヴァイオリン|ヴァイオリン|バイオリン|1|1|",
      "人気|ニンキ|人気+ニンキ|1|1|",
      "人気|ヒトケ|人気+ヒトケ|2|1|",
      "薔薇園||薔薇園|1|1|",
  }));
  return vocabulary;
}

std::vector<std::string> surfaces(const std::vector<const Vocabulary::Entry*>& entries) {
  std::vector<std::string> list;
  for (const Vocabulary::Entry* entry : entries) {
    list.emplace_back(entry->surface);
  }
  return list;
}

std::vector<std::string> surfaces(const std::vector<Vocabulary::Neighbour>& near) {
  std::vector<std::string> list;
  for (const Vocabulary::Neighbour& each : near) {
    list.push_back(std::string(each.spelling.surface) + std::to_string(each.distance));
  }
  return list;
}

TEST(VocabularyTest, FindsWordsHoweverTheyAreParted) {
  EXPECT_THAT(surfaces(desk_vocabulary().with_joined_family("発券機+ハッケンキ")),
              ElementsAre("発券機"));
  EXPECT_THAT(surfaces(desk_vocabulary().with_joined_family("取組+トリクミ")), ElementsAre("取組"));
  EXPECT_THAT(desk_vocabulary().with_joined_family("発券機+キ"), IsEmpty());
  EXPECT_THAT(desk_vocabulary().with_joined_family(""), IsEmpty());
}

TEST(VocabularyTest, KnowsEverySpelling) {
  for (const char* known : {"問い合わせ", "問合せ", "問合わせ", "取り組む", "薔薇園"}) {
    EXPECT_TRUE(desk_vocabulary().contains(known)) << known;
  }
  for (const char* unknown : {"", "問", "問合せ先", "トイアワセ", "z"}) {
    EXPECT_FALSE(desk_vocabulary().contains(unknown)) << unknown;
  }
}

TEST(VocabularyTest, FindsEntriesBySurface) {
  EXPECT_THAT(surfaces(desk_vocabulary().with_surface("問合せ")), ElementsAre("問い合わせ"));
  const auto both = desk_vocabulary().with_surface("人気");
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[0]->reading, "ヒトケ");  // In more records.
  EXPECT_THAT(desk_vocabulary().with_surface("人"), IsEmpty());
}

TEST(VocabularyTest, FindsEntriesByFamilies) {
  const Vocabulary::Entry* entry = desk_vocabulary().with_families("発券+ハッケン 機+キ");
  ASSERT_NE(entry, nullptr);
  EXPECT_EQ(entry->surface, "発券機");
  EXPECT_EQ(entry->records, 3U);
  EXPECT_EQ(desk_vocabulary().with_families("機+キ"), nullptr);
  EXPECT_EQ(desk_vocabulary().with_families(""), nullptr);
}

struct ReadingCase {
  const char* name;
  std::string_view reading;
  std::vector<std::string> exact;
  std::vector<std::string> prefix;
};
std::ostream& operator<<(std::ostream& out, const ReadingCase& row) {
  return out << row.reading;
}

class VocabularyReadingTest : public ::testing::TestWithParam<ReadingCase> {};

TEST_P(VocabularyReadingTest, FindsWhatReadsSo) {
  EXPECT_EQ(surfaces(desk_vocabulary().with_reading(GetParam().reading, 10)), GetParam().exact);
  EXPECT_EQ(surfaces(desk_vocabulary().with_reading_prefix(GetParam().reading, 10)),
            GetParam().prefix);
}

INSTANTIATE_TEST_SUITE_P(
    Table, VocabularyReadingTest,
    ::testing::Values(
        ReadingCase{"Exact", "ハッケン", {"発見", "発券"}, {"発見", "発券", "発券機"}},
        ReadingCase{"Hiragana", "はっけんき", {"発券機"}, {"発券機"}},
        ReadingCase{"Beginning", "バンゴ", {}, {"番号発券機"}},
        ReadingCase{"OtherSpelling", "トリクム", {"取組"}, {"取組"}},
        ReadingCase{"LargeForSmall", "ハツケンキ", {"発券機"}, {"発券機"}},
        ReadingCase{"SmallAsTyped", "ビョウイン", {"病院"}, {"病院"}},
        ReadingCase{"LargeAsTyped", "ビヨウイン", {"美容院"}, {"美容院"}},
        ReadingCase{"NoLongMark", "サビス", {"サービス"}, {"サービス"}},
        ReadingCase{"VSounds", "バイオリン", {"ヴァイオリン"}, {"ヴァイオリン"}},
        ReadingCase{"Nothing", "", {}, {}}, ReadingCase{"LongMarkAlone", "ー", {}, {}},
        ReadingCase{"Unknown", "ヌ", {}, {}}),
    [](const auto& row) { return row.param.name; });

TEST(VocabularyTest, KeepsToTheLimit) {
  EXPECT_THAT(surfaces(desk_vocabulary().with_reading("ハッケン", 1)), ElementsAre("発見"));
  EXPECT_THAT(surfaces(desk_vocabulary().with_reading_prefix("ハッ", 2)),
              ElementsAre("発見", "発券"));
  EXPECT_THAT(desk_vocabulary().near_surface("発券", 1, 0), IsEmpty());
}

TEST(VocabularyTest, FindsNeighbours) {
  EXPECT_THAT(surfaces(desk_vocabulary().near_surface("発券器", 1, 10)),
              ElementsAre("発券1", "発券機1"));
  EXPECT_THAT(surfaces(desk_vocabulary().near_surface("問い合せ", 2, 10)),
              ElementsAre("問い合わせ1", "問合せ1", "問合わせ2"));
  EXPECT_THAT(surfaces(desk_vocabulary().near_reading("ハッケソキ", 1, 10)),
              ElementsAre("発券機1"));
  EXPECT_THAT(surfaces(desk_vocabulary().near_beginning("番号発見", 10)), ElementsAre("番号発券1"));
  EXPECT_THAT(desk_vocabulary().near_surface("窓口案内図", 1, 10), IsEmpty());
}

TEST(VocabularyTest, FindsTheSameNeighboursAsComparingAll) {
  std::vector<std::string> lines;
  for (int i = 0; i < 500; ++i) {
    const std::string word = fmt::format("{}{}{}", i % 2 == 0 ? "窓" : "",
                                         std::string(static_cast<std::size_t>(i % 7), 'a'), i);
    lines.push_back(fmt::format("{}|{}|{}|1|1|", word, word, word));
  }
  const Vocabulary vocabulary(vocabulary_text(lines));
  for (const char* text : {"窓aa12", "aaa3", "窓400", "7", "窓aaaaa488x"}) {
    for (const std::size_t distance : {1U, 2U}) {
      std::size_t want = 0;
      for (const Vocabulary::Entry& entry : vocabulary.entries()) {
        want += corpus::edit_distance(text, entry.surface) <= distance ? 1U : 0U;
      }
      EXPECT_EQ(vocabulary.near_surface(text, distance, 1000).size(), want) << text;
      EXPECT_GT(want, 0U) << text;
    }
  }
}

TEST(VocabularyTest, ListsFrequentCompoundsOfInitiatives) {
  EXPECT_THAT(surfaces(desk_vocabulary().most_frequent_compounds(5)),
              ElementsAre("発券機", "番号発券機"));
  EXPECT_THAT(surfaces(desk_vocabulary().most_frequent_compounds(1)), ElementsAre("発券機"));
}

TEST(VocabularyTest, RefusesAMissingOrDamagedFile) {
  const testing::TemporaryDirectory folder;
  for (const char* text : {"", "torikumi-vocabulary 1\nx\n"}) {
    try {
      const Vocabulary vocabulary = Vocabulary::open(folder.path());
      FAIL();
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::Damaged);
      EXPECT_EQ(error.where, (folder.path() / "vocabulary.tsv").string());
    }
    testing::write_file(folder.path() / "vocabulary.tsv", text);
  }
  testing::write_file(folder.path() / "vocabulary.tsv", "torikumi-vocabulary 1\n");
  EXPECT_TRUE(Vocabulary::open(folder.path()).entries().empty());
}

}  // namespace
}  // namespace torikumi::searchd
