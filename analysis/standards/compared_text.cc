#include "analysis/standards/compared_text.h"

#include "corpus/utf8.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace torikumi::analysis {
namespace {

constexpr std::array<std::string_view, 3> kSentenceEnds{"。", "!", "?"};
constexpr std::array<std::string_view, 3> kOpening{"「", "『", "("};
constexpr std::array<std::string_view, 3> kClosing{"」", "』", ")"};
constexpr std::string_view kClauseEnd = "、";

template <std::size_t n>
bool is_one_of(std::string_view surface, const std::array<std::string_view, n>& signs) {
  return std::find(signs.begin(), signs.end(), surface) != signs.end();
}

bool is_single_noun(const Token& token) {
  return (token.part_of_speech == PartOfSpeech::Noun ||
          token.part_of_speech == PartOfSpeech::Unknown) &&
         corpus::character_count(token.base) == 1;
}

/// Cuts the tokens of one text.
class SentenceCutter {
 public:
  SentenceCutter(TextPart part, WordWeights& weights) : part_(part), weights_(weights) {}

  void add(const Token& token) {
    if (has_tokens_ && token.position >= last_position_ + kParagraphGap) {
      end_sentence();
    }
    if (!has_tokens_) {
      current_.ref = {.part = part_, .bytes = token.source};
    }
    has_tokens_ = true;
    last_position_ = token.position;
    current_.ref.bytes.end = token.source.end;
    if (is_compared(token)) {
      add_word(token);
    } else if (is_one_of(token.surface, kOpening)) {
      ++open_;
    } else if (is_one_of(token.surface, kClosing)) {
      open_ -= open_ > 0 ? 1 : 0;
    } else if (token.surface == kClauseEnd) {
      ++clause_;
    } else if (open_ == 0 && is_one_of(token.surface, kSentenceEnds)) {
      end_sentence();
    }
  }

  std::vector<NumberedSentence> finish() {
    end_sentence();
    return std::move(sentences_);
  }

 private:
  void add_word(const Token& token) {
    const bool joins = !current_.words.empty() && token.position == last_word_position_ + 1;
    current_.words.push_back({.word = weights_.number_of(token.family),
                              .byte_begin = static_cast<std::uint32_t>(token.source.begin),
                              .clause = clause_,
                              .joins_previous = joins,
                              .is_single = is_single_noun(token),
                              .is_aside = open_ > 0});
    last_word_position_ = token.position;
  }

  void end_sentence() {
    if (!current_.words.empty()) {
      sentences_.push_back(std::move(current_));
    }
    current_ = {};
    has_tokens_ = false;
    clause_ = 0;
    open_ = 0;
  }

  TextPart part_;
  WordWeights& weights_;
  std::vector<NumberedSentence> sentences_;
  NumberedSentence current_;
  std::uint32_t last_position_ = 0;
  std::uint32_t last_word_position_ = 0;
  std::uint16_t clause_ = 0;
  std::size_t open_ = 0;  // Brackets and quotes.
  bool has_tokens_ = false;
};

}  // namespace

std::vector<NumberedSentence> compared_sentences(std::span<const Token> tokens, TextPart part,
                                                 WordWeights& weights) {
  SentenceCutter cutter(part, weights);
  for (const Token& token : tokens) {
    cutter.add(token);
  }
  return cutter.finish();
}

NumberedSentence compared_range(const std::vector<NumberedSentence>& sentences,
                                const SentenceRef& range) {
  NumberedSentence joined;
  joined.ref = range;
  std::uint16_t clause = 0;
  for (const NumberedSentence& sentence : sentences) {
    if (sentence.ref.part != range.part) {
      continue;
    }
    std::uint16_t last = clause;
    for (NumberedWord word : sentence.words) {
      if (word.byte_begin >= range.bytes.begin && word.byte_begin < range.bytes.end) {
        word.clause = static_cast<std::uint16_t>(word.clause + clause);
        last = static_cast<std::uint16_t>(word.clause + 1);
        joined.words.push_back(word);
      }
    }
    clause = last;
  }
  return joined;
}

}  // namespace torikumi::analysis
