#include "corpus/department.h"

#include "corpus/cell_text.h"
#include "corpus/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace torikumi::corpus {
namespace {

// A kind of office whose name ends with `ending`. What follows directly belongs to a deeper level
// unless it begins with one of `goes_on`, which makes another word of it (部長, 課税).
struct OfficeKind {
  std::string_view ending;
  std::string_view goes_on;
  bool needs_blank;  // Cut only where the report prints a blank: the ending is too common.
};

constexpr std::array kOfficeKinds{
    OfficeKind{"センター", "長内外等", false},
    OfficeKind{"支所", "長内管等", false},
    OfficeKind{"出張所", "長内管等", false},
    OfficeKind{"部", "長会門分品署局員屋数", false},
    OfficeKind{"課", "長税題外内員程金", false},
    OfficeKind{"室", "長内", true},
    OfficeKind{"局", "長内", true},
    OfficeKind{"所", "長内", true},
    OfficeKind{"館", "長内", true},
    OfficeKind{"本部", "長内", false},
};

// Behind an ending these continue an enumeration: 管理課・整備課.
constexpr std::string_view kEnumerates = "・、,～";

std::string character_at(std::string_view text, std::size_t at) {
  const CodePoint here = code_point_at(text, at);
  return std::string(text.substr(here.byte_begin, here.byte_end - here.byte_begin));
}

// A name without blanks, and where in it the report had one.
struct SqueezedName {
  std::string text;
  std::vector<bool> blank_before;  // By byte of `text`.
};

SqueezedName squeezed(std::string_view folded) {
  SqueezedName name;
  bool blank = false;
  for (const CodePoint& here : code_points(folded)) {
    if (is_blank(here.value)) {
      blank = true;
      continue;
    }
    const bool is_wave = here.value == U'~' || here.value == U'〜';
    const std::string_view character =
        is_wave ? "～" : folded.substr(here.byte_begin, here.byte_end - here.byte_begin);
    name.text += character;
    name.blank_before.resize(name.text.size(), false);
    name.blank_before[name.text.size() - character.size()] = blank;
    blank = false;
  }
  return name;
}

// How many bytes at the start of the name are the ward office's own.
std::size_t ward_prefix(const SqueezedName& name, const Ward& ward) {
  if (ward.name.empty()) {
    return 0;
  }
  for (const std::string& own : {ward.full_name(), ward.name}) {
    if (name.text.starts_with(own + "役所")) {
      const std::size_t end = own.size() + std::string_view("役所").size();
      return end < name.text.size() ? end : 0;
    }
    if (name.text.starts_with(own) && own.size() < name.text.size() &&
        name.blank_before[own.size()]) {
      return own.size();
    }
  }
  return 0;
}

// True for the bodies or desks that share a centre, as the inside of the bracket behind its name.
bool lists_bodies(std::string_view inside) {
  for (const std::string_view mark : {"・", "、", ","}) {
    if (inside.find(mark) != std::string_view::npos) {
      return true;
    }
  }
  return inside.ends_with("福祉事務所") || inside.ends_with("保健所") ||
         inside.ends_with("保健所支所");
}

class PathCutter {
 public:
  PathCutter(const SqueezedName& name, std::size_t begin) : name_(name), at_(begin) {}

  std::vector<std::string> path() {
    while (at_ < name_.text.size()) {
      if (name_.text[at_] == '(') {
        take_bracket();
      } else {
        const std::string character = character_at(name_.text, at_);
        part_ += character;
        at_ += character.size();
      }
      if (ends_here()) {
        finish_part();
      }
    }
    finish_part();
    return std::move(path_);
  }

 private:
  void take_bracket() {
    const std::size_t close = name_.text.find(')', at_);
    const std::size_t end = std::min(close, name_.text.size() - 1) + 1;
    const std::size_t inside_end = close == std::string::npos ? end : close;
    const std::string_view inside =
        std::string_view(name_.text).substr(at_ + 1, inside_end - at_ - 1);
    if (part_.ends_with("センター") && lists_bodies(inside)) {
      at_ = end;
      return;
    }
    part_ += name_.text.substr(at_, end - at_);
    bracketed_ = true;
    at_ = end;
  }

  [[nodiscard]] bool ends_here() const {
    if (at_ >= name_.text.size() || name_.text[at_] == '(') {
      return false;
    }
    if (bracketed_) {
      return true;
    }
    const std::string next = character_at(name_.text, at_);
    if (kEnumerates.find(next) != std::string_view::npos) {
      return false;
    }
    const bool blank = name_.blank_before[at_];
    return std::any_of(kOfficeKinds.begin(), kOfficeKinds.end(), [&](const OfficeKind& kind) {
      if (!part_.ends_with(kind.ending) || part_.size() == kind.ending.size()) {
        return false;
      }
      return blank || (!kind.needs_blank && kind.goes_on.find(next) == std::string_view::npos);
    });
  }

  void finish_part() {
    if (!part_.empty()) {
      path_.push_back(std::move(part_));
    }
    part_.clear();
    bracketed_ = false;
  }

  const SqueezedName& name_;  // Borrowed from department_from.
  std::size_t at_;
  std::string part_;
  bool bracketed_ = false;  // `part_` ends with a bracket that stays.
  std::vector<std::string> path_;
};

}  // namespace

Department department_from(std::string_view cell, const Ward& ward) {
  Department department;
  std::string plain = without_markup(cell);
  std::replace(plain.begin(), plain.end(), '\n', ' ');
  department.raw = std::string(trimmed(plain));
  const SqueezedName name = squeezed(width_folded(department.raw));
  department.path = PathCutter(name, ward_prefix(name, ward)).path();
  for (const std::string& part : department.path) {
    if (!department.name.empty()) {
      department.name += ' ';
    }
    department.name += part;
  }
  return department;
}

}  // namespace torikumi::corpus
