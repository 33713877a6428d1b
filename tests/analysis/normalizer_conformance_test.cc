// What holds for every input: tried on a table, on random text and on random bytes.

#include "analysis/character_units.h"
#include "analysis/normalizer.h"
#include "analysis/utf8_encoding.h"
#include "corpus/utf8.h"
#include "tests/analysis/shared_lexicon.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {
namespace {

/// True for each byte of `text` at which a character begins, and for its end.
std::vector<bool> character_bounds(std::string_view text) {
  std::vector<bool> bounds(text.size() + 1, false);
  for (const corpus::CodePoint& c : corpus::code_points(text)) {
    bounds[c.byte_begin] = true;
  }
  bounds[text.size()] = true;
  return bounds;
}

void expect_range_on_bounds(const std::vector<bool>& bounds, ByteRange range) {
  ASSERT_LT(range.begin, range.end);
  ASSERT_LT(range.end, bounds.size());
  EXPECT_TRUE(bounds[range.begin]) << range.begin;
  EXPECT_TRUE(bounds[range.end]) << range.end;
}

void expect_normalizer_contract(std::string_view source) {
  const NormalizedText normalized = Normalizer().normalize(source);
  EXPECT_FALSE(corpus::first_ill_formed_byte(normalized.text));
  ASSERT_EQ(corpus::character_count(normalized.text), normalized.units.size());
  const auto bounds = character_bounds(source);
  const auto text_bounds = character_bounds(normalized.text);
  NormalizedText::Unit last;
  for (std::size_t i = 0; i < normalized.units.size(); ++i) {
    const NormalizedText::Unit& unit = normalized.units[i];
    EXPECT_TRUE(text_bounds[unit.begin]);
    EXPECT_TRUE(i == 0 ? unit.begin == 0 : unit.begin > last.begin);
    EXPECT_GE(unit.source_begin, last.source_begin);
    EXPECT_GE(unit.source_end, last.source_end);
    const bool shares_range = unit.source_begin == last.source_begin;
    EXPECT_TRUE(shares_range || unit.source_begin >= last.source_end) << i;
    expect_range_on_bounds(bounds, {unit.source_begin, unit.source_end});
    last = unit;
  }
  EXPECT_EQ(Normalizer().normalize(normalized.text).text, normalized.text) << "not idempotent";
}

void expect_analyzer_contract(Analyzer& analyzer, std::string_view source) {
  const Analysis analysis = analyzer.analyze(source);
  const auto bounds = character_bounds(source);
  const NormalizedText normalized = Normalizer().normalize(source);
  std::string units;
  for (std::size_t i = 0; i < analysis.units.size(); ++i) {
    expect_range_on_bounds(bounds, analysis.units[i].source);
    EXPECT_TRUE(i == 0 || analysis.units[i].position > analysis.units[i - 1].position);
    EXPECT_TRUE(i == 0 || analysis.units[i].source.begin >= analysis.units[i - 1].source.begin);
    units += analysis.units[i].text;
  }
  std::string surfaces;
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    expect_range_on_bounds(bounds, token.source);
    EXPECT_TRUE(i == 0 || token.position > analysis.tokens[i - 1].position);
    EXPECT_TRUE(i == 0 || token.source.begin >= analysis.tokens[i - 1].source.begin);
    EXPECT_FALSE(token.family.empty());
    EXPECT_FALSE(token.base.empty());
    surfaces += token.surface;
  }
  EXPECT_EQ(corpus::without_blanks(surfaces), corpus::without_blanks(normalized.text));
  EXPECT_EQ(corpus::character_count(units),
            corpus::character_count(corpus::without_blanks(normalized.text)));
}

TEST(ConformanceTest, HoldsForEdges) {
  Analyzer analyzer = make_analyzer();
  const std::array<std::string, 15> texts{"",
                                          " ",
                                          "\n",
                                          "々",
                                          "゛",
                                          "ー",
                                          "-",
                                          "①",
                                          "\xE3\x81",
                                          "a\u0301\u0301\u0327",
                                          "㍿㌀㋿",
                                          "ｻﾞｰ ｶﾞ\uFE0Fｲ",
                                          "ぼーー\u0301",
                                          "𠮷\U000E0101野",
                                          "(1)①②20③4.5²"};
  for (const std::string& text : texts) {
    SCOPED_TRACE(text);
    expect_normalizer_contract(text);
    expect_analyzer_contract(analyzer, text);
  }
}

/// What real reports are made of, and what breaks normalizers.
constexpr std::u32string_view kAlphabet =
    U"区役所窓口対応多言語化申込み問合せをにはがぱのサービスヴァーゝゞヽヾ々ーーｶﾞﾊﾟ゛゜①⑳⑴❶²½㍻㈱"
    U"⼀⻑髙﨑"
    U"aZ09ＩＳ０９ \t\n　-‐―−〜～“”、。！?!()・･\u3099\u309A\u0301\u200B\uFE0F\uFEFF\U000E0100"
    U"𠮷\U0001F600한각é";

TEST(ConformanceTest, HoldsForRandomText) {
  Analyzer analyzer = make_analyzer();
  std::mt19937 random(20240401);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const auto length = random() % 30;
    for (unsigned i = 0; i < length; ++i) {
      append_utf8(text, kAlphabet[random() % kAlphabet.size()]);
    }
    SCOPED_TRACE(text);
    expect_normalizer_contract(text);
    expect_analyzer_contract(analyzer, text);
    if (HasFailure()) {
      return;
    }
  }
}

TEST(ConformanceTest, HoldsForRandomBytes) {
  Analyzer analyzer = make_analyzer();
  std::mt19937 random(20250401);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const auto length = random() % 40;
    for (unsigned i = 0; i < length; ++i) {
      const bool is_ascii = random() % 4 == 0;
      text.push_back(static_cast<char>(is_ascii ? random() % 128 : 128 + random() % 128));
    }
    SCOPED_TRACE(::testing::PrintToString(text));
    expect_normalizer_contract(text);
    expect_analyzer_contract(analyzer, text);
    if (HasFailure()) {
      return;
    }
  }
}

TEST(ConformanceTest, KeepsEveryCharacterOutsideBlanksCovered) {
  const std::string source = "ｻﾞ 対 面\u200B葛\U000E0100 ①サーーービス か゛ \xFF";
  const NormalizedText normalized = Normalizer().normalize(source);
  std::vector<bool> is_covered(source.size(), false);
  for (const NormalizedText::Unit& unit : normalized.units) {
    for (std::size_t byte = unit.source_begin; byte < unit.source_end; ++byte) {
      is_covered[byte] = true;
    }
  }
  for (std::size_t byte = 0; byte < source.size(); ++byte) {
    EXPECT_TRUE(is_covered[byte] || source[byte] == ' ') << byte;
  }
}

}  // namespace
}  // namespace torikumi::analysis
