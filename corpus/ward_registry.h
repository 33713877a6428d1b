#ifndef CORPUS_WARD_REGISTRY_H_
#define CORPUS_WARD_REGISTRY_H_

// The wards (区) and municipalities that reports can be of, by 全国地方公共団体コード.

#include "corpus/error.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {

/// A ward, or a whole municipality (then `name` is empty).
struct Ward {
  std::string code;          ///< Six digits, the last one the check digit; 141313.
  std::string name;          ///< 川崎区; empty for the municipality itself.
  std::string municipality;  ///< 川崎市.

  /// 川崎市川崎区, or 川崎市 for the municipality.
  [[nodiscard]] std::string full_name() const { return municipality + name; }

  bool operator==(const Ward&) const = default;
};

/// True for six digits whose last one is the check digit of the first five
/// (weights 6 5 4 3 2; 11 - sum mod 11; its last decimal digit).
bool is_valid_area_code(std::string_view code);

/// Names and codes of wards. Immutable after loading; free to share between threads.
class WardRegistry {
 public:
  /// Reads `table` (CSV with the columns code,municipality,ward and optionally retired, the year
  /// in which the code ended) and, after it, the user's own `extension` if one is given: its rows
  /// add wards or replace those of the same code. Throws Error with file and line for a bad row:
  /// wrong check digit, missing name, the same code twice in a file.
  static WardRegistry load(const std::filesystem::path& table,
                           const std::optional<std::filesystem::path>& extension = std::nullopt);

  /// All wards and municipalities, by code; those that were given up are among them.
  [[nodiscard]] const std::vector<Ward>& all() const { return wards_; }

  [[nodiscard]] std::optional<Ward> by_code(std::string_view code) const;

  /// The ward called `name` (中原区, 中原, 川崎市中原区) in `municipality`; without a ward name the
  /// municipality itself. Names are matched after width folding, without blanks. An Error says what
  /// is unknown (with the nearest known names) or, when `municipality` is empty and several cities
  /// have such a ward, that it is ambiguous (naming them). A ward that was given up is found only
  /// where no living one has its name.
  [[nodiscard]] Result<Ward> find(std::string_view municipality, std::string_view name) const;

  /// Every ward or municipality whose name (full, or the ward's alone) occurs in `text`, longest
  /// first, without those that only occur inside a longer match. A ward's name alone may stand for
  /// wards of several cities; one that was given up is found by its full name only. 北区 does not
  /// occur in 地区, 港北区 or 東北区域.
  [[nodiscard]] std::vector<Ward> mentioned_in(std::string_view text) const;

  /// True if `code` is known as given up (a ward that was merged).
  [[nodiscard]] bool is_retired(std::string_view code) const;

  /// The names of the municipalities, in the order of their codes; each once.
  [[nodiscard]] std::vector<std::string> municipalities() const;

 private:
  [[nodiscard]] Result<Ward> find_in_city(const std::string& city, const std::string& ward) const;
  [[nodiscard]] Result<Ward> find_in_any_city(const std::string& ward) const;

  std::vector<Ward> wards_;  // Sorted by code.
  std::vector<std::string> retired_codes_;
};

}  // namespace torikumi::corpus

#endif  // CORPUS_WARD_REGISTRY_H_
