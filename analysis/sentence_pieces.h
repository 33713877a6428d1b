#ifndef ANALYSIS_SENTENCE_PIECES_H_
#define ANALYSIS_SENTENCE_PIECES_H_

// Text cut into pieces that a tokenizer can take at once.

#include <cstddef>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// No piece has more characters: MeCab's time grows with the square of an unknown run (100 kB of
/// one letter take seconds), its memory with the length of the text (3 MB of prose take 1 GB).
inline constexpr std::size_t kMaxPieceCharacters = 1000;

struct SentencePiece {
  std::size_t byte_begin = 0;
  std::size_t byte_end = 0;
  bool begins_paragraph = false;  ///< Not for the first piece of a text.
};

/// The sentences of normalised `text`: cut behind 。 ! ? and at line ends (which are in no piece),
/// longer ones also behind their last 、 or blank within the limit, else at the limit. Linear.
std::vector<SentencePiece> sentence_pieces(std::string_view text);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_SENTENCE_PIECES_H_
