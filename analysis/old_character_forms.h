#ifndef ANALYSIS_OLD_CHARACTER_FORMS_H_
#define ANALYSIS_OLD_CHARACTER_FORMS_H_

// Kanji as they were written before the reform of 1946 (旧字体), which old papers, names and some
// keyboards still give: 區役所 for 区役所.

#include <vector>

namespace torikumi::analysis {

struct OldCharacterForm {
  char32_t old_form = 0;
  char32_t modern_form = 0;
};

/// Every old form once; several may have one modern form (辨 瓣 辯: 弁). No modern form is the old
/// form of another one.
std::vector<OldCharacterForm> old_character_forms();

}  // namespace torikumi::analysis

#endif  // ANALYSIS_OLD_CHARACTER_FORMS_H_
