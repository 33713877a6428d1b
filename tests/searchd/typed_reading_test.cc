#include "searchd/search/typed_reading.h"

#include "tests/searchd/small_vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct ParticleCase {
  const char* name;
  std::string_view katakana;
  std::vector<std::string> want;
};
std::ostream& operator<<(std::ostream& out, const ParticleCase& row) {
  return out << row.katakana;
}

class WithoutParticleTest : public ::testing::TestWithParam<ParticleCase> {};

TEST_P(WithoutParticleTest, TakesOneOff) {
  EXPECT_EQ(without_particle(GetParam().katakana), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, WithoutParticleTest,
    ::testing::Values(ParticleCase{"Object", "ハッケンキヲ", {"ハッケンキ"}},
                      ParticleCase{"Of", "マドグチノ", {"マドグチ"}},
                      ParticleCase{"Long", "デンワニツイテ", {"デンワ"}},
                      ParticleCase{"LongestFirst", "マドグチデハ", {"マドグチ", "マドグチデ"}},
                      ParticleCase{"TooShort", "マドノ", {}},
                      ParticleCase{"SmallKanaIsNoSound", "キョウト", {}},
                      ParticleCase{"ThreeSounds", "キュウジニ", {"キュウジ"}},
                      ParticleCase{"EndsOtherwise", "オトシヨリ", {}},
                      ParticleCase{"None", "ケンシュウ", {}}, ParticleCase{"Empty", "", {}}),
    [](const auto& row) { return row.param.name; });

TEST(WithoutPolitePrefixTest, TakesItOff) {
  EXPECT_EQ(without_polite_prefix("ゴアンナイ"), "アンナイ");
  EXPECT_EQ(without_polite_prefix("オデンワ"), "デンワ");
  EXPECT_EQ(without_polite_prefix("オチャ"), "");
  EXPECT_EQ(without_polite_prefix("ゴミ"), "");
  EXPECT_EQ(without_polite_prefix("アンナイ"), "");
  EXPECT_EQ(without_polite_prefix(""), "");
}

TEST(HalfConvertedTest, PartsKanjiFromWhatIsTypedBehind) {
  EXPECT_EQ(half_converted("個人じょ").written, "個人");
  EXPECT_THAT(half_converted("個人じょ").readings, ElementsAre("ジョ"));
  EXPECT_EQ(half_converted("個人j").written, "個人");
  EXPECT_THAT(half_converted("個人j").readings, ::testing::Contains("ジ"));
  for (const char* word : {"個人", "こじん", "こじん情報", "個人pdf", "個人x1", ""}) {
    EXPECT_EQ(half_converted(word).written, "") << word;
  }
}

TEST(HalfConvertedTest, FindsSpellingsThatGoOnSo) {
  const Vocabulary vocabulary(vocabulary_text({
      "個人|コジン|個人+コジン|9|9|",
      "個人情報|コジンジョウホウ|個人情報+コジンジョウホウ|7|7|",
      "個人番号|コジンバンゴウ|個人+コジン 番号+バンゴウ|3|3|",
  }));
  const auto found = spellings_of(half_converted("個人じょ"), vocabulary);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].surface, "個人情報");
  EXPECT_THAT(spellings_of(half_converted("個人ぬ"), vocabulary), IsEmpty());
  EXPECT_THAT(spellings_of({}, vocabulary), IsEmpty());
}

}  // namespace
}  // namespace torikumi::searchd
