#include "analysis/practices/action_sentences.h"

#include "tests/analysis/shared_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace torikumi::analysis {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A text with its sentences.
struct Read {
  explicit Read(std::string_view source) : text(source) {
    Analyzer analyzer = make_analyzer();
    tokens = analyzer.analyze(text).tokens;
    sentences = action_sentences(tokens);
  }

  [[nodiscard]] std::vector<std::string> words(std::size_t sentence) const {
    std::vector<std::string> surfaces;
    for (const ActionWord& word : sentences.at(sentence).words) {
      surfaces.push_back(tokens[word.token].surface);
    }
    return surfaces;
  }

  [[nodiscard]] ActionWord word(std::string_view surface) const {
    for (const ActionSentence& sentence : sentences) {
      for (const ActionWord& word : sentence.words) {
        if (tokens[word.token].surface == surface) {
          return word;
        }
      }
    }
    ADD_FAILURE() << surface << " is no word of " << text;
    return {};
  }

  [[nodiscard]] std::string text_of(std::size_t sentence) const {
    const ByteRange bytes = sentences.at(sentence).bytes;
    return text.substr(bytes.begin, bytes.end - bytes.begin);
  }

  std::string text;
  std::vector<Token> tokens;
  std::vector<ActionSentence> sentences;
};

TEST(ActionSentencesTest, SentencesEndWithTheirMarkOrTheirParagraph) {
  const Read read("絵本を置きました。棚も作りました\n名札を配りました。");
  ASSERT_THAT(read.sentences, SizeIs(3));
  EXPECT_EQ(read.text_of(0), "絵本を置きました。");
  EXPECT_EQ(read.text_of(1), "棚も作りました");
  EXPECT_EQ(read.text_of(2), "名札を配りました。");
}

TEST(ActionSentencesTest, KeepsContentWordsInOrder) {
  EXPECT_THAT(Read("受付に番号発券機を設置しました。").words(0),
              ElementsAre("受付", "番号発券機", "設置"));
}

TEST(ActionSentencesTest, AnEmptyTextHasNoSentence) {
  EXPECT_THAT(Read("").sentences, IsEmpty());
  EXPECT_THAT(Read("。。").sentences, IsEmpty());
}

TEST(ActionSentencesTest, TheObjectCountsMostAndPersonsLess) {
  const Read read("来庁者に地図を配布しました。");
  EXPECT_TRUE(read.word("地図").is_object);
  EXPECT_DOUBLE_EQ(read.word("地図").weight, 1);
  EXPECT_FALSE(read.word("来庁者").is_object);
  EXPECT_LT(read.word("来庁者").weight, read.word("配布").weight);
}

TEST(ActionSentencesTest, WhatItIsForCountsLess) {
  const Read read("混雑を減らすため、地図を配布しました。");
  EXPECT_LT(read.word("混雑").weight, 0.5);
  EXPECT_DOUBLE_EQ(read.word("地図").weight, 1);
  // Where there is nothing else, it is what there is.
  EXPECT_DOUBLE_EQ(Read("混雑を減らすため").word("混雑").weight, 1);
}

TEST(ActionSentencesTest, ACommaInAListEndsNoClause) {
  const Read read("地図、絵本、名札を配布しました。");
  ASSERT_THAT(read.sentences, SizeIs(1));
  EXPECT_DOUBLE_EQ(read.word("名札").weight, 1);
}

TEST(ActionSentencesTest, NamesOfOfficesAreLeftOut) {
  EXPECT_THAT(Read("市民税課に絵本を置きました。").words(0), ElementsAre("絵本", "置き"));
}

TEST(ActionSentencesTest, ActionsAreVerbsAndNounsThatAreDone) {
  const Read read("地図を配布し、絵本を並べました。設置の予定です。");
  EXPECT_TRUE(read.word("配布").is_action);
  EXPECT_TRUE(read.word("並べ").is_action);
  EXPECT_FALSE(read.word("設置").is_action);
  EXPECT_FALSE(Read("専門用語を使わずに話しました。").word("使わ").is_action);
}

TEST(ActionSentencesTest, WordsOfACompoundAreJoined) {
  const Read read("待合椅子を置きました。");
  EXPECT_FALSE(read.word("待合").is_joined);
  EXPECT_TRUE(read.word("椅子").is_joined);
}

}  // namespace
}  // namespace torikumi::analysis
