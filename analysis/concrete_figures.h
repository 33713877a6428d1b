#ifndef ANALYSIS_CONCRETE_FIGURES_H_
#define ANALYSIS_CONCRETE_FIGURES_H_

// Figures and dates in a text: 年4回, 2名, 令和8年2月.

#include "analysis/normalizer.h"

#include <string_view>
#include <vector>

namespace torikumi::analysis {

/// The figures of `text`, in order, as bytes of `text`. A figure is a number in Arabic digits of
/// any width (with commas, one decimal point, or as a range with ～ - ・) and, right behind it, one
/// of the units that are listed in the source: counts, money, shares, lengths of time, dates.
/// Neighbouring figures are one (令和8年2月, 年4回 from its 4 on). List numbers, floors (1階),
/// names (39コール), 1つ and 1人一人 are none, nor are numbers in kanji.
std::vector<ByteRange> concrete_figures(std::string_view text);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_CONCRETE_FIGURES_H_
