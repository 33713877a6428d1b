#include "corpus/scene.h"

#include "corpus/text_scan.h"
#include "corpus/utf8.h"

#include <cstddef>

namespace torikumi::corpus {
namespace {

struct Spelling {
  std::string_view label;
  Scene scene;
};

// Every printed form of a label, the canonical one first. 応対 and 対応 are used for one another.
constexpr std::array kSpellings{
    Spelling{"お知らせ", Scene::Notices},      Spelling{"おしらせ", Scene::Notices},
    Spelling{"応対", Scene::Reception},        Spelling{"対応", Scene::Reception},
    Spelling{"電話対応", Scene::Telephone},    Spelling{"電話応対", Scene::Telephone},
    Spelling{"電話", Scene::Telephone},        Spelling{"庁舎案内", Scene::Wayfinding},
    Spelling{"対面対応", Scene::FaceToFace},   Spelling{"対面応対", Scene::FaceToFace},
    Spelling{"対面", Scene::FaceToFace},       Spelling{"地域訪問", Scene::HomeVisit},
    Spelling{"庁内体制", Scene::Organisation}, Spelling{"共通", Scene::Common},
};

// Where `word` ends if it stands at `at`, with blanks between its characters or without.
std::optional<std::size_t> end_of_word(std::string_view text, std::size_t at,
                                       std::string_view word) {
  for (const CodePoint& expected : code_points(word)) {
    at = after_blanks(text, at);
    if (at >= text.size()) {
      return std::nullopt;
    }
    const CodePoint found = code_point_at(text, at);
    if (found.value != expected.value) {
      return std::nullopt;
    }
    at = found.byte_end;
  }
  return at;
}

bool joins_labels(char32_t code_point) {
  return code_point == U'・' || code_point == U'･' || code_point == U'、' || code_point == U'，' ||
         code_point == U'/' || code_point == U'／';
}

// The bracket that closes `open`, or 0.
char32_t closing_of(char32_t open) {
  switch (open) {
    case U'【':
      return U'】';
    case U'［':
      return U'］';
    case U'〔':
      return U'〕';
    case U'[':
      return U']';
    case U'(':
      return U')';
    case U'（':
      return U'）';
    default:
      return 0;
  }
}

// Where the label ends for the reader: behind a blank, a colon or `closing`; nothing if the text
// goes on without any of them.
std::optional<std::size_t> end_of_label(std::string_view text, std::size_t at, char32_t closing) {
  if (closing != 0) {
    at = after_blanks(text, at);
    if (at >= text.size() || code_point_at(text, at).value != closing) {
      return std::nullopt;
    }
    return after_blanks(text, code_point_at(text, at).byte_end);
  }
  if (at >= text.size()) {
    return at;
  }
  const CodePoint next = code_point_at(text, at);
  if (next.value == U'：' || next.value == U':') {
    return after_blanks(text, next.byte_end);
  }
  return is_blank(next.value) ? std::optional(after_blanks(text, at)) : std::nullopt;
}

void keep_longer(std::optional<SceneLabel>& best, SceneLabel found) {
  if (!best || found.byte_count > best->byte_count ||
      (found.byte_count == best->byte_count && found.scenes.size() > best->scenes.size())) {
    best = std::move(found);
  }
}

// Adds to `best` the labels that consist of `first`, which ends at `at`, and one more.
void try_second_label(std::string_view text, std::size_t at, char32_t closing, Scene first,
                      std::optional<SceneLabel>& best) {
  at = after_blanks(text, at);
  if (at >= text.size() || !joins_labels(code_point_at(text, at).value)) {
    return;
  }
  at = code_point_at(text, at).byte_end;
  for (const Spelling& second : kSpellings) {
    const auto end = end_of_word(text, at, second.label);
    if (!end || second.scene == first) {
      continue;
    }
    if (const auto label_end = end_of_label(text, *end, closing)) {
      keep_longer(best, {{first, second.scene}, *label_end});
    }
  }
}

}  // namespace

std::string_view label_of(Scene scene) {
  for (const Spelling& spelling : kSpellings) {
    if (spelling.scene == scene) {
      return spelling.label;
    }
  }
  return {};
}

std::optional<Scene> scene_named(std::string_view label) {
  const std::string squeezed = without_blanks(label);
  for (const Spelling& spelling : kSpellings) {
    if (spelling.label == squeezed) {
      return spelling.scene;
    }
  }
  return std::nullopt;
}

std::optional<SceneLabel> leading_scene_label(std::string_view text) {
  std::size_t at = after_blanks(text, 0);
  if (at >= text.size()) {
    return std::nullopt;
  }
  const CodePoint first = code_point_at(text, at);
  const char32_t closing = closing_of(first.value);
  if (closing != 0) {
    at = first.byte_end;
  }
  std::optional<SceneLabel> best;
  for (const Spelling& spelling : kSpellings) {
    const auto end = end_of_word(text, at, spelling.label);
    if (!end) {
      continue;
    }
    if (const auto label_end = end_of_label(text, *end, closing)) {
      keep_longer(best, {{spelling.scene}, *label_end});
    }
    try_second_label(text, *end, closing, spelling.scene, best);
  }
  return best;
}

}  // namespace torikumi::corpus
