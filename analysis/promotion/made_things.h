#ifndef ANALYSIS_PROMOTION_MADE_THINGS_H_
#define ANALYSIS_PROMOTION_MADE_THINGS_H_

// Whether a sentence tells of something that is there to be seen afterwards.

#include <string_view>

namespace torikumi::analysis {

/// True if `sentence` (UTF-8) says that a thing was set up, made or renewed (発券機を導入,
/// 案内図を作成, カウンターを増設), and not only that somebody took care, met or was told. A rule
/// over words, read on the real reports; a pure function.
bool tells_made_thing(std::string_view sentence);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PROMOTION_MADE_THINGS_H_
