#ifndef CORPUS_GOAL_CELL_H_
#define CORPUS_GOAL_CELL_H_

// What single cells of a goal's row say: its number, and whether there is a result.

#include "corpus/cell_text.h"
#include "corpus/record.h"

#include <optional>
#include <string_view>

namespace torikumi::corpus {

/// The number with which `cell` (without markup) begins, with the blanks behind it: a list mark (①,
/// (1), 1. or 1 before a blank), or 1 to 999 in digits of any width before the label of a scene
/// (1お知らせ) or the end. Nothing for a text that merely begins with digits (3コール).
std::optional<ListMark> leading_goal_number(std::string_view cell);

/// True if `cell` (without markup) holds a goal's number and nothing else but the label of a scene.
bool is_goal_number(std::string_view cell);

/// Missing for an empty result or dashes, Omitted for a notice that the summary was left out
/// (※…総括を省略とします), else Reported.
ResultStatus result_status_of(std::string_view result);

}  // namespace torikumi::corpus

#endif  // CORPUS_GOAL_CELL_H_
