#ifndef ANALYSIS_STANDARDS_STANDARD_LINK_H_
#define ANALYSIS_STANDARDS_STANDARD_LINK_H_

// That a record works on a standard (区役所サービス基準), and how. Plain values.

#include "analysis/practices/practice.h"

#include <cstddef>
#include <string>

namespace torikumi::analysis {

/// Strong: the text does what the standard says. Weak: it serves the same end.
enum class LinkStrength { Strong, Weak };

/// Two of the guideline's three cases (4(2)); a record without a link is the third, a new item.
enum class StandardRelation {
  Repeats,  ///< Does what the standard says.
  Raises,   ///< The same item on a higher level: a number, a time, a place or a group is added.
};

struct StandardLink {
  std::size_t record = 0;    ///< Place of the initiative or example in the list of records.
  std::size_t standard = 0;  ///< Place of the standard in the same list.
  double score = 0;          ///< 0..1: how much of what the standard asks for the sentence says.
  LinkStrength strength = LinkStrength::Weak;
  StandardRelation relation = StandardRelation::Repeats;
  std::string raised_by;  ///< What is added, as written (年4回); empty unless it raises.
  SentenceRef sentence;   ///< Of the initiative.

  bool operator==(const StandardLink&) const = default;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_STANDARD_LINK_H_
