#include "analysis/romaji.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace torikumi::analysis {
namespace {

struct RomajiCase {
  const char* name;
  std::string_view text;
  std::string_view want;  // "" if it is no romaji.
};
std::ostream& operator<<(std::ostream& out, const RomajiCase& row) {
  return out << row.text;
}

class RomajiTest : public ::testing::TestWithParam<RomajiCase> {};

TEST_P(RomajiTest, IsReadAsKatakana) {
  EXPECT_EQ(katakana_of_romaji(GetParam().text).value_or(""), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, RomajiTest,
    ::testing::Values(RomajiCase{"Vowels", "aiueo", "アイウエオ"},
                      RomajiCase{"Hepburn", "shichifutsuji", "シチフツジ"},
                      RomajiCase{"Kunrei", "sitihutuzi", "シチフツジ"},
                      RomajiCase{"HepburnContracted", "shachujo", "シャチュジョ"},
                      RomajiCase{"KunreiContracted", "syatyuzyo", "シャチュジョ"},
                      RomajiCase{"Keyboard", "xtulaltuxyo", "ッァッョ"},
                      RomajiCase{"Foreign", "fathivadhu", "ファティヴァデュ"},
                      RomajiCase{"DoubledConsonant", "hakkenki", "ハッケンキ"},
                      RomajiCase{"DoubledCh", "matchi", "マッチ"},
                      RomajiCase{"SyllabicN", "kojinjouhou", "コジンジョウホウ"},
                      RomajiCase{"TwoN", "kojinn", "コジン"},
                      RomajiCase{"TwoNBeforeVowel", "honnin", "ホンニン"},
                      RomajiCase{"ThreeN", "honnninn", "ホンニン"},
                      RomajiCase{"Apostrophe", "ken'in", "ケンイン"},
                      RomajiCase{"NBeforeY", "nyuukin'you", "ニュウキンヨウ"},
                      RomajiCase{"MBeforeLips", "shimbun", "シンブン"},
                      RomajiCase{"LongMark", "saabisu-do", "サアビスード"},
                      RomajiCase{"NoRomaji", "pdf", ""}, RomajiCase{"LeftOver", "kojinj", ""},
                      RomajiCase{"Digits", "a1", ""}, RomajiCase{"Kana", "こ", ""},
                      RomajiCase{"Apostrophes", "''", ""}, RomajiCase{"Empty", "", ""}),
    [](const auto& row) { return row.param.name; });

struct InputCase {
  const char* name;
  std::string_view text;
  std::string_view want;  // katakana, a blank and the kana that may follow; "-" for nothing.
};
std::ostream& operator<<(std::ostream& out, const InputCase& row) {
  return out << row.text;
}

class KanaInputTest : public ::testing::TestWithParam<InputCase> {};

TEST_P(KanaInputTest, IsReadAsFarAsItIsCertain) {
  const std::optional<KanaInput> input = kana_input(GetParam().text);
  std::string got = "-";
  if (input) {
    got = input->katakana + " ";
    for (const std::string& kana : input->next) {
      got += kana;
    }
  }
  EXPECT_EQ(got, GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, KanaInputTest,
    ::testing::Values(
        InputCase{"Kana", "こじん", "コジン "}, InputCase{"Katakana", "サービス", "サービス "},
        InputCase{"MidConversion", "こじんj", "コジン ジ"},
        InputCase{"Romaji", "kojinj", "コジン ジ"},
        InputCase{"LastN", "kojin", "コジ ナニヌネノン"}, InputCase{"LastNy", "ny", " ニ"},
        InputCase{"Sh", "sh", " シ"}, InputCase{"Doubled", "はkk", "ハッ カキクケコ"},
        InputCase{"Small", "はxt", "ハ ッ"}, InputCase{"Mixed", "haっけn", "ハッケ ナニヌネノン"},
        InputCase{"NBeforeKana", "けnき", "ケンキ "}, InputCase{"LettersBeforeKana", "kき", "-"},
        InputCase{"Kanji", "個人", "-"}, InputCase{"NoRomaji", "pdf", "-"},
        InputCase{"Empty", "", " "}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::analysis
