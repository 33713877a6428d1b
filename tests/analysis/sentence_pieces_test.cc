#include "analysis/sentence_pieces.h"

#include "corpus/utf8.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

namespace torikumi::analysis {
namespace {

struct PieceCase {
  const char* name;
  std::string_view text;
  std::string_view want;  // Pieces joined by |, ¶ before one that begins a paragraph.
};
std::ostream& operator<<(std::ostream& out, const PieceCase& row) {
  return out << row.name;
}

class SentencePiecesTest : public ::testing::TestWithParam<PieceCase> {};

TEST_P(SentencePiecesTest, CutsAtSentenceEnds) {
  const std::string_view text = GetParam().text;
  std::string joined;
  for (const SentencePiece& piece : sentence_pieces(text)) {
    joined += joined.empty() ? "" : "|";
    joined += piece.begins_paragraph ? "¶" : "";
    joined += text.substr(piece.byte_begin, piece.byte_end - piece.byte_begin);
  }
  EXPECT_EQ(joined, GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, SentencePiecesTest,
    ::testing::Values(PieceCase{"Empty", "", ""}, PieceCase{"One", "窓口で待つ", "窓口で待つ"},
                      PieceCase{"FullStops", "聞く。話す。", "聞く。|話す。"},
                      PieceCase{"Marks", "本当?はい!", "本当?|はい!"},
                      PieceCase{"Paragraphs", "聞く\n話す。\n書く", "聞く|¶話す。|¶書く"}),
    [](const auto& row) { return std::string(row.param.name); });

std::size_t longest_piece(std::string_view text) {
  std::size_t longest = 0;
  std::size_t end = 0;
  for (const SentencePiece& piece : sentence_pieces(text)) {
    EXPECT_EQ(piece.byte_begin, end) << "something was left out";
    end = piece.byte_end;
    longest = std::max(
        longest, corpus::character_count(text.substr(piece.byte_begin, end - piece.byte_begin)));
  }
  EXPECT_EQ(end, text.size());
  return longest;
}

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) {
    result += text;
  }
  return result;
}

TEST(SentencePiecesLimitTest, CutsARunWithoutEndAtTheLimit) {
  EXPECT_EQ(longest_piece(repeated("a", 2500)), kMaxPieceCharacters);
  EXPECT_EQ(longest_piece(repeated("あ", 2500)), kMaxPieceCharacters);
}

TEST(SentencePiecesLimitTest, PrefersTheLastPhraseEnd) {
  const std::string phrase = repeated("あ", 299) + "、";
  EXPECT_EQ(longest_piece(repeated(phrase, 9)), 900U);
}

}  // namespace
}  // namespace torikumi::analysis
