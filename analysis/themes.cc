#include "analysis/themes.h"

#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <utility>

namespace torikumi::analysis {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMaxLineBytes = 4'096;
constexpr std::size_t kMaxIdBytes = 40;

enum class Key { Label, Description, Find, Exclude };

struct KeyName {
  std::string_view name;
  Key key;
};

constexpr std::array kKeyNames{KeyName{"名前", Key::Label}, KeyName{"説明", Key::Description},
                               KeyName{"検索", Key::Find}, KeyName{"除外", Key::Exclude}};

[[noreturn]] void refuse(const std::string& where, std::string message, std::string hint) {
  throw Error(ErrorKind::Malformed, std::move(message), where, std::move(hint));
}

bool is_id(std::string_view text) {
  const auto is_letter = [](char byte) { return byte >= 'a' && byte <= 'z'; };
  const auto is_allowed = [&](char byte) {
    return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '-';
  };
  return !text.empty() && text.size() <= kMaxIdBytes && is_letter(text.front()) &&
         text.back() != '-' && std::all_of(text.begin(), text.end(), is_allowed);
}

std::optional<Key> key_named(std::string_view name) {
  for (const KeyName& row : kKeyNames) {
    if (row.name == name) {
      return row.key;
    }
  }
  return std::nullopt;
}

/// Reads the lines of one file from top to bottom.
class Reader {
 public:
  void read(std::string_view line, const std::string& where) {
    if (corpus::first_ill_formed_byte(line)) {
      refuse(where, "the line is not UTF-8", "save the file as UTF-8");
    }
    if (line.size() > kMaxLineBytes) {
      refuse(where, fmt::format("the line is longer than {} bytes", kMaxLineBytes),
             "write several lines of 検索");
    }
    const std::string_view text = corpus::trimmed(line);
    if (text.empty() || text.front() == '#') {
      return;
    }
    if (text.front() == '[') {
      begin_theme(text, where);
    } else {
      read_entry(text, where);
    }
  }

  std::vector<Theme> finish(const std::string& file) {
    finish_theme();
    if (themes_.empty()) {
      refuse(file, "there is no theme in the file", "begin one with a line such as [telephone]");
    }
    return std::move(themes_);
  }

 private:
  void begin_theme(std::string_view text, const std::string& where) {
    finish_theme();
    const std::string id(
        corpus::trimmed(text.substr(1, text.ends_with(']') ? text.size() - 2 : text.npos)));
    if (!text.ends_with(']') || !is_id(id)) {
      refuse(where, fmt::format("\"{}\" is not the head of a theme", text),
             fmt::format("write [id]: small letters a-z, digits and hyphens, a letter first, at "
                         "most {} of them",
                         kMaxIdBytes));
    }
    for (const Theme& known : themes_) {
      if (known.id == id) {
        refuse(where, fmt::format("theme \"{}\" is there twice", id),
               fmt::format("it stands at {} already; join both or change one id", known.where));
      }
    }
    if (themes_.size() == kMaxThemes) {
      refuse(where, fmt::format("there are more than {} themes", kMaxThemes), "split the file");
    }
    themes_.emplace_back().id = id;
    themes_.back().where = where;
  }

  void read_entry(std::string_view text, const std::string& where) {
    if (themes_.empty()) {
      refuse(where, "the line stands before the first theme",
             "begin a theme with a line such as [telephone]");
    }
    Theme& theme = themes_.back();
    constexpr std::string_view kWideSign = "＝";
    const std::size_t narrow = text.find('=');
    const std::size_t wide = text.find(kWideSign);
    const std::size_t sign = std::min(narrow, wide);
    const std::string name(corpus::trimmed(text.substr(0, sign)));
    const std::optional<Key> key = key_named(name);
    if (sign == std::string_view::npos || !key) {
      refuse(where, fmt::format("theme \"{}\": \"{}\" is not one of its entries", theme.id, name),
             "write 名前 = …, 説明 = …, 検索 = … or 除外 = …");
    }
    const std::string value(
        corpus::trimmed(text.substr(sign + (sign == wide ? kWideSign.size() : 1))));
    if (value.empty()) {
      refuse(where, fmt::format("theme \"{}\": {} is empty", theme.id, name),
             "write something behind the sign =, or delete the line");
    }
    add(theme, *key, name, value, where);
  }

  void add(Theme& theme, Key key, const std::string& name, const std::string& value,
           const std::string& where) {
    if (key == Key::Find || key == Key::Exclude) {
      theme.lines.push_back({where, value, key == Key::Exclude});
      return;
    }
    std::string& text = key == Key::Label ? theme.label : theme.description;
    if (!text.empty()) {
      refuse(where, fmt::format("theme \"{}\": {} is there twice", theme.id, name),
             "keep one of them");
    }
    if (key == Key::Label) {
      for (const Theme& known : themes_) {
        if (known.label == value) {
          refuse(where,
                 fmt::format("theme \"{}\": the name \"{}\" is that of theme \"{}\"", theme.id,
                             value, known.id),
                 "give each theme a name of its own");
        }
      }
    }
    text = value;
  }

  /// The last theme must be whole.
  void finish_theme() const {
    if (themes_.empty()) {
      return;
    }
    const Theme& theme = themes_.back();
    const bool is_searched = std::any_of(theme.lines.begin(), theme.lines.end(),
                                         [](const ThemeLine& line) { return !line.is_excluded; });
    const std::array<std::pair<bool, std::string_view>, 3> needed{
        {{!theme.label.empty(), "名前"},
         {!theme.description.empty(), "説明"},
         {is_searched, "検索"}}};
    for (const auto& [is_there, name] : needed) {
      if (!is_there) {
        refuse(theme.where, fmt::format("theme \"{}\" has no {}", theme.id, name),
               fmt::format("add a line {} = …", name));
      }
    }
  }

  std::vector<Theme> themes_;
};

}  // namespace

std::string Theme::query() const {
  std::string found;
  std::string excluded;
  for (const ThemeLine& line : lines) {
    if (line.is_excluded) {
      excluded += " -" + line.text;
    } else {
      found += (found.empty() ? "" : " OR ") + line.text;
    }
  }
  return found + excluded;
}

ThemeDictionary ThemeDictionary::load(const std::filesystem::path& file) {
  std::ifstream input(file, std::ios::binary);
  if (!input || !std::filesystem::is_regular_file(file)) {
    throw Error(ErrorKind::NotFound, "the file of themes is not there", file.string(),
                "build or install again, or name another file");
  }
  Reader reader;
  std::string line;
  for (int number = 1; std::getline(input, line); ++number) {
    std::string_view text = line;
    if (number == 1 && text.starts_with(kByteOrderMark)) {
      text.remove_prefix(kByteOrderMark.size());
    }
    reader.read(text, fmt::format("{}:{}", file.string(), number));
  }
  ThemeDictionary dictionary;
  dictionary.themes_ = reader.finish(file.string());
  return dictionary;
}

const Theme* ThemeDictionary::find(std::string_view id) const {
  const auto theme = std::find_if(themes_.begin(), themes_.end(),
                                  [&](const Theme& each) { return each.id == id; });
  return theme == themes_.end() ? nullptr : &*theme;
}

std::vector<std::string> ThemeDictionary::ids() const {
  std::vector<std::string> ids;
  ids.reserve(themes_.size());
  for (const Theme& theme : themes_) {
    ids.push_back(theme.id);
  }
  return ids;
}

}  // namespace torikumi::analysis
