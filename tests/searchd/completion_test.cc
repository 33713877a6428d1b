#include "searchd/search/completion.h"

#include "tests/searchd/small_vocabulary.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <utility>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Vocabulary& desk_vocabulary() {
  static const Vocabulary vocabulary(vocabulary_text({
      "個人|コジン|個人+コジン|9|4|",
      "個人情報|コジンジョウホウ|個人+コジン 情報+ジョウホウ|8|7|",
      "個人情報保護|コジンジョウホウホゴ|個人+コジン 情報+ジョウホウ 保護+ホゴ|5|4|",
      "故人|コジン|故人+コジン|2|0|",
      "問い合わせ|トイアワセ|問合+トイアワセ|12|9|問合せ/トイアワセ",
      "問合せ先|トイアワセサキ|問合+トイアワセ 先+サキ|3|3|",
      "取組|トリクミ|取組+トリクミ|8|5|取り組む/トリクム",
      "発券機|ハッケンキ|発券+ハッケン 機+キ|3|2|",
      "e-ラーニング|eラーニング|eラーニング|3|3|",
      "絵本|エホン|絵本+エホン|1|1|",
      "課|カ|課+カ|30|20|",
      "窓口|マドグチ|窓口+マドグチ|6|6|",
      "窓口案内|マドグチアンナイ|窓口+マドグチ 案内+アンナイ|6|6|",
      "窓辺|マドベ|窓辺+マドベ|6|6|",
  }));
  return vocabulary;
}

/// What the vocabulary says of the last word of a query.
FoundRecords found_by_word(const std::string& query) {
  const std::size_t blank = query.find_last_of(" -|");
  std::string word = blank == std::string::npos ? query : query.substr(blank + 1);
  for (const std::string_view mark : {"　", "「"}) {
    const std::size_t at = word.rfind(mark);
    word = at == std::string::npos ? word : word.substr(at + mark.size());
  }
  const std::vector<const Vocabulary::Entry*> entries =
      desk_vocabulary().with_surface(query.ends_with("e-ラーニング") ? "e-ラーニング" : word);
  return entries.empty() ? FoundRecords{}
                         : FoundRecords{entries[0]->initiatives, entries[0]->records};
}

struct CompletionCase {
  const char* name;
  std::string_view typed;
  std::vector<std::string> want;
};
std::ostream& operator<<(std::ostream& out, const CompletionCase& row) {
  return out << row.typed;
}

class CompletionTest : public ::testing::TestWithParam<CompletionCase> {};

TEST_P(CompletionTest, CompletesTheLastWord) {
  std::vector<std::string> got;
  for (const Completion& completion :
       completions(GetParam().typed, desk_vocabulary(), 10, found_by_word)) {
    got.push_back(completion.query);
  }
  EXPECT_EQ(got, GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, CompletionTest,
    ::testing::Values(
        CompletionCase{"Kanji", "個", {"個人情報", "個人", "個人情報保護"}},
        CompletionCase{"Kana", "こじん", {"個人情報", "個人", "個人情報保護"}},
        CompletionCase{"HalfWidth", "ｺｼﾞﾝｼﾞ", {"個人情報", "個人情報保護"}},
        CompletionCase{"Romaji", "kojin", {"個人情報", "個人", "個人情報保護"}},
        CompletionCase{"FullWidthRomaji", "ｋｏｊｉｎｊ", {"個人情報", "個人情報保護"}},
        CompletionCase{"MidConversion", "こじんj", {"個人情報", "個人情報保護"}},
        CompletionCase{"KanjiThenKana", "個人じょ", {"個人情報", "個人情報保護"}},
        CompletionCase{"KanjiThenLetter", "個人j", {"個人情報", "個人情報保護"}},
        CompletionCase{"AsBegun", "問合", {"問合せ", "問合せ先"}},
        CompletionCase{"AsRead", "とりくむ", {"取り組む"}},
        CompletionCase{"MainSpelling", "とりく", {"取組"}},
        CompletionCase{"SmallKanaMissed", "はつけ", {"発券機"}},
        CompletionCase{"WrittenBeforeRead", "e", {"e-ラーニング", "絵本"}},
        CompletionCase{"HyphenInside", "e-ら", {}},
        CompletionCase{"ShorterFirst", "窓", {"窓口", "窓辺", "窓口案内"}},
        CompletionCase{"OneCharacterAsTyped", "課", {"課"}},
        CompletionCase{"OneCharacterByReading", "か", {}},
        CompletionCase{"FurtherWord", "窓口　こじんじょうほうほ", {"窓口　個人情報保護"}},
        CompletionCase{"Excluded", "窓口 -はっけ", {"窓口 -発券機"}},
        CompletionCase{"Quoted", "「はっけ", {"「発券機"}},
        CompletionCase{"Alternative", "電話|はっけ", {"電話|発券機"}},
        CompletionCase{"BehindABlank", "窓口 ", {}}, CompletionCase{"Filter", "区:窓", {}},
        CompletionCase{"Unknown", "zzz", {}}, CompletionCase{"Ill-formed", "\xFF\xC0", {}},
        CompletionCase{
            "Empty", "  ", {"個人情報", "窓口案内", "個人情報保護", "問合せ先", "発券機"}}),
    [](const auto& row) {
      std::string name = row.param.name;
      std::erase(name, '-');
      return name;
    });

std::vector<std::string> texts_of(const std::vector<Completion>& list) {
  std::vector<std::string> texts;
  for (const Completion& completion : list) {
    texts.push_back(completion.text);
  }
  return texts;
}

TEST(CompletionsTest, SayWhatTheirQueryFindsAndTheirReading) {
  std::vector<std::string> asked;
  const auto found_by = [&asked](const std::string& query) {
    asked.push_back(query);
    return FoundRecords{.initiatives = 7, .records = 12};
  };
  const std::vector<Completion> list = completions("電話 はっけ", desk_vocabulary(), 1, found_by);
  ASSERT_EQ(list.size(), 1U);
  EXPECT_THAT(asked, ElementsAre("電話 発券機"));
  EXPECT_EQ(list[0].text, "発券機");
  EXPECT_EQ(list[0].reading, "ハッケンキ");
  EXPECT_EQ(list[0].found.initiatives, 7U);
  EXPECT_EQ(list[0].found.records, 12U);
}

TEST(CompletionsTest, StandInTheOrderOfTheirFinds) {
  const auto found_by = [](const std::string& query) {
    return FoundRecords{.initiatives = query == "個人" ? 9U : 8U, .records = 9};
  };
  EXPECT_THAT(texts_of(completions("個", desk_vocabulary(), 10, found_by)),
              ElementsAre("個人", "個人情報", "個人情報保護"));
}

TEST(CompletionsTest, MakeRoomForThoseThatFindSomething) {
  const auto found_by = [](const std::string& query) {
    return FoundRecords{.initiatives = query == "個人情報" ? 0U : 1U, .records = 5};
  };
  EXPECT_THAT(texts_of(completions("個", desk_vocabulary(), 2, found_by)),
              ElementsAre("個人", "個人情報保護"));
}

TEST(CompletionsTest, AskAtMostTwiceTheirLimitAndTwentyFourTimes) {
  std::size_t calls = 0;
  const auto nothing = [&calls](const std::string&) {
    ++calls;
    return FoundRecords{};
  };
  EXPECT_THAT(completions("こ", desk_vocabulary(), 1, nothing), IsEmpty());
  EXPECT_EQ(calls, 2U);
  std::vector<std::string> rows;
  for (int i = 10; i < 60; ++i) {
    rows.push_back(fmt::format("窓{0}|マド|窓{0}|5|5|", i));
  }
  const Vocabulary many(vocabulary_text(std::move(rows)));
  calls = 0;
  EXPECT_THAT(completions("窓", many, 20, nothing), IsEmpty());
  EXPECT_EQ(calls, 24U);
}

TEST(CompletionsTest, KeepToTheirLimitAndLeaveLongInputAlone) {
  EXPECT_EQ(completions("こ", desk_vocabulary(), 2, found_by_word).size(), 2U);
  EXPECT_THAT(completions("こ", desk_vocabulary(), 0, found_by_word), IsEmpty());
  EXPECT_THAT(completions(std::string(4096, 'k'), desk_vocabulary(), 8, found_by_word), IsEmpty());
}

}  // namespace
}  // namespace torikumi::searchd
