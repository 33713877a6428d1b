// Path of a text: normalizer -> character units, and sentence pieces -> tokenizer -> joining ->
// family keys.
//
// Joining. A dictionary has 問合せ and 問い合わせ as words and splits 問合わせ into two. Where
// neighbouring words (nothing between them) make up a spelling of the list of variants, they become
// one token; the last word may be inflected (問 | 合わせ, of 合わせる, gives 問合わせる). The
// longest spelling wins. As only whole words are joined, an accidental sequence inside a longer
// word is not.

#include "analysis/analyzer.h"

#include "analysis/character_units.h"
#include "analysis/japanese_tokenizer.h"
#include "analysis/lexicon_parts.h"
#include "analysis/normalizer.h"
#include "analysis/sentence_pieces.h"
#include "analysis/spelling_family.h"
#include "corpus/utf8.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace torikumi::analysis {
namespace {

/// Begins the 活用型 of every adjective; a last word such as やすい is not one by itself.
constexpr std::string_view kAdjectiveInflection = "形容詞";

/// 1 | 人 | ひとり has three, wi | - | fi too.
constexpr std::size_t kMaxJoinedWords = 5;

/// A listed spelling found in a row of words.
struct Join {
  std::size_t word_count = 1;
  bool is_inflected = false;  ///< The dictionary form of the last word made up the spelling.
  std::string base;
  const SpellingVariants::Entry* entry = nullptr;
};

/// The words of one piece of text.
struct PieceWords {
  std::string_view text;
  std::vector<Morpheme> words;

  [[nodiscard]] std::string_view surface(std::size_t at) const {
    return text.substr(words[at].byte_begin, words[at].byte_end - words[at].byte_begin);
  }
};

/// The longest listed spelling that begins with the word at `at`.
std::optional<Join> longest_join(const SpellingVariants& variants, const PieceWords& piece,
                                 std::size_t at) {
  const std::size_t begin = piece.words[at].byte_begin;
  const std::size_t limit = variants.longest_from(corpus::code_point_at(piece.text, begin).value);
  std::optional<Join> best;
  const std::size_t end = std::min(piece.words.size(), at + kMaxJoinedWords);
  for (std::size_t last = at; last < end; ++last) {
    const Morpheme& word = piece.words[last];
    const bool is_adjacent = last == at || piece.words[last - 1].byte_end == word.byte_begin;
    if (!is_adjacent || word.byte_begin - begin >= limit) {
      break;
    }
    const std::size_t count = last - at + 1;
    std::string base(piece.text.substr(begin, word.byte_begin - begin));
    base += word.base;
    std::string surface(piece.text.substr(begin, word.byte_end - begin));
    if (const auto* entry = variants.find(base)) {
      best = Join{count, !word.inflection.empty(), std::move(base), entry};
    } else if (const auto* other =
                   count > 1 && surface != base ? variants.find(surface) : nullptr) {
      best = Join{count, false, std::move(surface), other};
    }
  }
  return best;
}

Token token_of(const PieceWords& piece, std::size_t at) {
  const Morpheme& word = piece.words[at];
  const std::string_view surface = piece.surface(at);
  Token token;
  token.surface = surface;
  token.base = word.base;
  token.reading = word.reading;
  token.family = family_key({.surface = surface,
                             .base = word.base,
                             .reading = word.reading,
                             .inflection = word.inflection});
  token.part_of_speech = word.part_of_speech;
  token.is_content = word.is_content;
  token.is_in_dictionary = word.is_in_dictionary;
  token.is_name = word.is_name;
  return token;
}

Token joined_token(const PieceWords& piece, std::size_t at, const Join& join) {
  const Morpheme& last = piece.words[at + join.word_count - 1];
  const std::string_view surface =
      piece.text.substr(piece.words[at].byte_begin, last.byte_end - piece.words[at].byte_begin);
  Token token;
  token.surface = surface;
  token.base = join.base;
  token.reading = join.is_inflected ? inflected_reading({.surface = surface,
                                                         .base = join.base,
                                                         .reading = {},
                                                         .inflection = last.inflection},
                                                        join.entry->reading)
                                    : join.entry->reading;
  token.family = join.entry->family;
  if (join.is_inflected) {
    token.part_of_speech = last.inflection.rfind(kAdjectiveInflection, 0) == 0
                               ? PartOfSpeech::Adjective
                               : PartOfSpeech::Verb;
  }
  return token;
}

}  // namespace

struct Analyzer::Impl {
  explicit Impl(std::shared_ptr<const Lexicon> shared)
      : lexicon(std::move(shared)),
        variants(&lexicon->impl_->variants),
        tokenizer(lexicon->impl_->dictionary) {}

  std::shared_ptr<const Lexicon> lexicon;  // Outlives the tokenizer, which borrows from it.
  const SpellingVariants* variants;        // Borrowed from the lexicon.
  JapaneseTokenizer tokenizer;
  Normalizer normalizer;

  void append_tokens(const NormalizedText& normalized, const SentencePiece& bounds,
                     std::uint32_t& next_position, std::vector<Token>& tokens);
};

void Analyzer::Impl::append_tokens(const NormalizedText& normalized, const SentencePiece& bounds,
                                   std::uint32_t& next_position, std::vector<Token>& tokens) {
  PieceWords piece;
  piece.text = std::string_view(normalized.text)
                   .substr(bounds.byte_begin, bounds.byte_end - bounds.byte_begin);
  piece.words = tokenizer.tokenize(piece.text);
  for (std::size_t at = 0; at < piece.words.size();) {
    const std::optional<Join> join = longest_join(*variants, piece, at);
    const std::size_t count = join ? join->word_count : 1;
    Token token = token_of(piece, at);
    if (join && count == 1) {
      token.family = join->entry->family;
    } else if (join) {
      token = joined_token(piece, at, *join);
    }
    token.position = next_position++;
    token.source =
        normalized.source_range(bounds.byte_begin + piece.words[at].byte_begin,
                                bounds.byte_begin + piece.words[at + count - 1].byte_end);
    tokens.push_back(std::move(token));
    at += count;
  }
}

Analyzer::Analyzer(std::shared_ptr<const Lexicon> lexicon)
    : impl_(std::make_unique<Impl>(std::move(lexicon))) {}

Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

Analysis Analyzer::analyze(std::string_view text) {
  const NormalizedText normalized = impl_->normalizer.normalize(text);
  Analysis analysis;
  std::uint32_t next_position = 0;
  for (const SentencePiece& piece : sentence_pieces(normalized.text)) {
    if (piece.begins_paragraph) {
      next_position += kParagraphGap;
    }
    impl_->append_tokens(normalized, piece, next_position, analysis.tokens);
  }
  analysis.units = character_units(normalized);
  return analysis;
}

const Lexicon& Analyzer::lexicon() const {
  return *impl_->lexicon;
}

}  // namespace torikumi::analysis
