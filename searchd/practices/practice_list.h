#ifndef SEARCHD_PRACTICES_PRACTICE_LIST_H_
#define SEARCHD_PRACTICES_PRACTICE_LIST_H_

// The practices of an index that pass filters, or that a query finds.

#include "searchd/analytics/record_set.h"
#include "searchd/practices/practice_view.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::searchd {

enum class PracticeOrder {
  Relevance,  ///< With a query: named so first, then the larger share of members found. Else
              ///< Spread.
  Spread,     ///< is_wider.
  Size,       ///< Most records first.
  Recent,     ///< Last seen latest first; those without a year last.
  Label,      ///< By bytes.
};

struct PracticeListRequest {
  /// Whose filters the members must pass; an empty q finds every practice with such a member.
  RecordQuery query;
  std::size_t min_wards = 1;                       ///< Of the members that pass.
  std::size_t min_departments = 0;                 ///< The same.
  std::optional<DocumentNumber> of_document = {};  ///< Only practices that this record does.
  PracticeOrder order = PracticeOrder::Relevance;
};

/// A practice of the list.
struct ListedPractice {
  PracticeView view;
  std::size_t found = 0;  ///< Members of the view that the query finds; all without a query.
  bool is_named = false;  ///< Label or key terms hold what is asked for.

  [[nodiscard]] double share_found() const {
    return static_cast<double>(found) / static_cast<double>(view.members.size());
  }
};

struct PracticeList {
  std::vector<ListedPractice> practices;  ///< In the order asked for, equals as is_wider has them.
  std::string interpretation;             ///< Japanese, of the query; may be empty.
  std::vector<std::string> notes;         ///< Japanese: what was ignored or read otherwise.
};

/// The practices of which a member passes the filters and, with a query, of which the query finds
/// such a member or whose label and key terms hold every word of it as characters. Throws
/// Error{Damaged} if the index cannot be read.
PracticeList list_practices(const PracticeListRequest& request, const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_PRACTICES_PRACTICE_LIST_H_
