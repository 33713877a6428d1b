#ifndef ANALYSIS_STANDARDS_STANDARD_HISTORY_H_
#define ANALYSIS_STANDARDS_STANDARD_HISTORY_H_

// What became of the standards of one list in a later one.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::analysis {

/// Two standards are the same one, reworded, from this likeness of their texts on (text_reuse.h).
/// Below it, more letters are new than are kept.
inline constexpr double kRewordedLikeness = 0.5;

/// The same for two standards of the same number: to one a sentence may be added that is longer
/// than itself.
inline constexpr double kRewordedLikenessOfNumber = 0.3;

/// A standard of a list.
struct ListedStandard {
  std::optional<int> number;
  std::string text;
};

enum class StandardChange {
  Unchanged,  ///< The same letters; the number may have changed.
  Reworded,   ///< The same standard in other words.
  New,        ///< Only in the later list.
  Dropped,    ///< Only in the earlier list.
};

/// A standard of either list, or of both.
struct StandardStep {
  StandardChange change = StandardChange::Unchanged;
  std::optional<std::size_t> earlier;  ///< Place in the earlier list.
  std::optional<std::size_t> later;    ///< Place in the later list.
  double likeness = 0;                 ///< 0..1; of both texts, 0 if there is one only.
  bool has_moved = false;              ///< Both have numbers, and these differ.

  bool operator==(const StandardStep&) const = default;
};

/// Every standard of both lists once: those of the later list in its order, then those dropped.
/// Standards are paired one to one, the likest first, of equals those of the same number, then the
/// first in order.
std::vector<StandardStep> standard_steps(const std::vector<ListedStandard>& earlier,
                                         const std::vector<ListedStandard>& later);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_STANDARD_HISTORY_H_
