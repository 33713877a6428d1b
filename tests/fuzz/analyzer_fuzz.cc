#include "analysis/analyzer.h"
#include "analysis/normalizer.h"
#include "corpus/utf8.h"
#include "tests/fuzz/invariant.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::fuzz {
namespace {

// Of tokens and of character units.
template <typename Item>
void require_sound_places(const std::vector<Item>& items, const CharacterBounds& bounds) {
  const Item* last = nullptr;
  for (const Item& item : items) {
    bounds.require_range(item.source.begin, item.source.end);
    if (last != nullptr) {
      require(item.position > last->position, "positions rise");
      require(item.source.begin >= last->source.begin && item.source.end >= last->source.end,
              "source ranges rise");
    }
    last = &item;
  }
}

void require_sound_token(const analysis::Token& token) {
  require(!token.surface.empty() && !token.base.empty() && !token.family.empty(),
          "a token has surface, base and family");
  for (const std::string& text : {token.surface, token.base, token.family, token.reading}) {
    require_utf8(text, "a token is well-formed");
  }
}

}  // namespace

void check(std::string_view input) {
  static analysis::Analyzer analyzer(
      std::make_shared<const analysis::Lexicon>(analysis::Lexicon::Options::defaults()));
  const analysis::Analysis analysis = analyzer.analyze(input);
  const CharacterBounds bounds(input);
  require_sound_places(analysis.tokens, bounds);
  require_sound_places(analysis.units, bounds);

  const std::string visible = corpus::without_blanks(analysis::Normalizer().normalize(input).text);
  std::string surfaces;
  for (const analysis::Token& token : analysis.tokens) {
    require_sound_token(token);
    surfaces += token.surface;
  }
  require(corpus::without_blanks(surfaces) == visible, "the tokens are the whole text");
  std::string units;
  for (const analysis::CharacterUnit& unit : analysis.units) {
    units += unit.text;
  }
  require(units == visible, "the character units are the whole text");
}

}  // namespace torikumi::fuzz
