#ifndef CORPUS_NEAREST_NAME_H_
#define CORPUS_NEAREST_NAME_H_

// "Did you mean …?" for names that a person typed: flags, parameters, columns, kinds.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace torikumi {

/// The name of `known` nearest to `name` by edit distance over code points (insert, delete, replace,
/// swap of neighbours: Damerau 1964, optimal string alignment), if it is near enough to be meant:
/// at most a third of the longer name, at least 1 and at most 3 edits. The first of equals.
std::optional<std::string> nearest_name(std::string_view name,
                                        std::span<const std::string> known);

/// The edit distance that nearest_name uses. O(|a| |b|); both at most some hundred characters.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

}  // namespace torikumi

#endif  // CORPUS_NEAREST_NAME_H_
