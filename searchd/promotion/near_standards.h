#ifndef SEARCHD_PROMOTION_NEAR_STANDARDS_H_
#define SEARCHD_PROMOTION_NEAR_STANDARDS_H_

// How a practice stands to the standards of one list, by what the index holds of both.

#include "analysis/promotion/practice_facts.h"
#include "analysis/standards/standard_link.h"
#include "analysis/standards/standard_similarity.h"
#include "searchd/promotion/held_standards.h"

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace torikumi::searchd {

/// The links of the record at a place to standards.
using LinksOfRecord = std::function<std::span<const analysis::StandardLink>(std::size_t record)>;

/// Immutable; borrows what it is made of.
class NearStandards {
 public:
  NearStandards(const HeldStandards& held, LinksOfRecord links);

  /// The standards of `list` among `similarities`, in their order. Of the members whose sentences
  /// say a standard (strong_sentences) those raise it that have a strong link which says so, of the
  /// same sentence and to a standard of the same words: what else a record does is no matter of the
  /// practice, and a link may go to the list of another year. But where two members or more, and at
  /// least half, have a strong link to it in any sentence, all of these say it.
  [[nodiscard]] std::vector<analysis::NearStandard> of(
      std::span<const analysis::FactMember> members,
      std::span<const analysis::StandardSimilarity> similarities,
      const StandardsOfYear& list) const;

 private:
  struct Raising {
    std::size_t members = 0;
    std::vector<std::string> raised_by;  // Each once.
  };
  /// What the members raise, by the words of the standard.
  [[nodiscard]] std::map<std::string_view, Raising> raised_by(
      std::span<const analysis::FactMember> members) const;

  /// Members whose record has a strong link, by the words of the standard.
  [[nodiscard]] std::map<std::string_view, std::size_t> working_on(
      std::span<const analysis::FactMember> members) const;

  LinksOfRecord links_;
  std::unordered_map<std::size_t, std::string_view> texts_;  // Of standards, by place.
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_PROMOTION_NEAR_STANDARDS_H_
