#include "analysis/sentence_pieces.h"

#include "corpus/utf8.h"

#include <utility>

namespace torikumi::analysis {
namespace {

bool ends_sentence(char32_t c) {
  return c == U'。' || c == U'!' || c == U'?';
}

bool ends_phrase(char32_t c) {
  return c == U'、' || c == U',' || c == U' ';
}

class PieceCutter {
 public:
  std::vector<SentencePiece> cut(std::string_view text) {
    for (const corpus::CodePoint& c : corpus::code_points(text)) {
      take(c);
    }
    finish(text.size());
    return std::move(pieces_);
  }

 private:
  void take(const corpus::CodePoint& c) {
    if (c.value == U'\n') {
      finish(c.byte_begin);
      begin_ = c.byte_end;
      begins_paragraph_ = !pieces_.empty();
      return;
    }
    ++count_;
    if (ends_phrase(c.value)) {
      phrase_end_ = c.byte_end;
      count_at_phrase_end_ = count_;
    }
    if (ends_sentence(c.value)) {
      finish(c.byte_end);
    } else if (count_ == kMaxPieceCharacters) {
      const std::size_t rest = phrase_end_ > begin_ ? count_ - count_at_phrase_end_ : 0;
      finish(phrase_end_ > begin_ ? phrase_end_ : c.byte_end);
      count_ = rest;
    }
  }

  void finish(std::size_t end) {
    if (end > begin_) {
      pieces_.push_back({begin_, end, begins_paragraph_});
      begins_paragraph_ = false;
    }
    begin_ = end;
    count_ = 0;
    phrase_end_ = end;
  }

  std::vector<SentencePiece> pieces_;
  std::size_t begin_ = 0;  // Of the piece being gathered.
  std::size_t count_ = 0;  // Its characters so far.
  std::size_t phrase_end_ = 0;
  std::size_t count_at_phrase_end_ = 0;
  bool begins_paragraph_ = false;
};

}  // namespace

std::vector<SentencePiece> sentence_pieces(std::string_view text) {
  return PieceCutter().cut(text);
}

}  // namespace torikumi::analysis
