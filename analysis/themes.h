#ifndef ANALYSIS_THEMES_H_
#define ANALYSIS_THEMES_H_

// The theme dictionary (テーマ): named queries that are counted over wards and years. The file is
// described in docs/themes.md. What a query means is not known here; searchd reads it.

#include "corpus/error.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// One line of a theme that is searched.
struct ThemeLine {
  std::string where;  ///< "file:line", for messages.
  std::string text;   ///< In the query language; not empty.
  bool is_excluded = false;

  bool operator==(const ThemeLine&) const = default;
};

/// One theme.
struct Theme {
  std::string id;           ///< a-z, digits and hyphens; stays the same when the label changes.
  std::string label;        ///< Japanese, for people.
  std::string description;  ///< Japanese: what belongs to it and what does not.
  std::vector<ThemeLine> lines;  ///< At least one that is not excluded.
  std::string where;             ///< "file:line" of its head.

  /// The whole query: the lines as alternatives, what is excluded behind them.
  [[nodiscard]] std::string query() const;

  bool operator==(const Theme&) const = default;
};

/// More themes in one file are refused.
inline constexpr std::size_t kMaxThemes = 200;

/// Themes in the order of their file. Immutable after loading; free to share.
class ThemeDictionary {
 public:
  ThemeDictionary() = default;

  /// Throws Error with file and line, naming the theme, for anything that is not as docs/themes.md
  /// says: an unknown key, a bad or repeated id or label, a theme without label, description or
  /// query, a file without themes.
  static ThemeDictionary load(const std::filesystem::path& file);

  [[nodiscard]] const std::vector<Theme>& all() const { return themes_; }

  /// Null if there is none; valid as long as the dictionary.
  [[nodiscard]] const Theme* find(std::string_view id) const;

  /// In the order of the file.
  [[nodiscard]] std::vector<std::string> ids() const;

 private:
  std::vector<Theme> themes_;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_THEMES_H_
