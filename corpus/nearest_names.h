#ifndef CORPUS_NEAREST_NAMES_H_
#define CORPUS_NEAREST_NAMES_H_

// "Did you mean …?" for names that a person typed: flags, parameters, columns, wards.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {

/// The number of edits to get from one to the other: a code point inserted, deleted or replaced, or
/// two neighbours swapped (no part is edited twice). Takes time in proportion to the product of
/// both lengths; for names.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Those of `names` that `name` may have been meant to be, at most `limit`, nearest first, each
/// once: not more than a third of the longer one differs (but one letter always may), or one begins
/// with the other. Of a `name` above 100 characters nothing is near.
std::vector<std::string> nearest_names(std::string_view name, const std::vector<std::string>& names,
                                       std::size_t limit = 3);

}  // namespace torikumi::corpus

#endif  // CORPUS_NEAREST_NAMES_H_
