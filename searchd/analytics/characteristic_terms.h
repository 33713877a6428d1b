#ifndef SEARCHD_ANALYTICS_CHARACTERISTIC_TERMS_H_
#define SEARCHD_ANALYTICS_CHARACTERISTIC_TERMS_H_

// Which terms set a subset of the records apart from the rest.

#include "analysis/statistics/two_by_two.h"
#include "searchd/analytics/record_set.h"
#include "searchd/search/term_table.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace torikumi::searchd {

struct CharacteristicRequest {
  RecordQuery subset;
  /// True: the rest is what the same filters let pass and the query does not find. False: every
  /// other record of the same kinds.
  bool is_rest_filtered = false;
  std::uint32_t min_records = 3;      ///< Of the subset, that hold the term; 1 or more.
  std::uint32_t min_departments = 2;  ///< Of the subset, different ones; 0 or more.
  enum class Order {
    Certain,      ///< Highest lower bound of the log ratio first.
    Significant,  ///< Highest G² first.
    Jaccard,      ///< Highest Jaccard first, as KH Coder's characteristic words.
    Records,      ///< Most records first.
    Termhood,     ///< Highest C-value (over all records of the index) first.
  };
  Order order = Order::Certain;
};

/// One term that is more frequent in the subset than in the rest.
struct CharacteristicTerm {
  TermNumber term = 0;
  analysis::TwoByTwo table;  ///< Of records, as a search counts them.
  Spread spread;             ///< Of the records of the subset that hold it.
  analysis::LogRatio ratio;  ///< Its value is above 0.
  double g2 = 0;
  double jaccard = 0;     ///< Of having the term and being in the subset.
  bool is_exact = false;  ///< p_value is of Fisher's test, else of G².
  double p_value = 1;     ///< Two-sided, of this term alone.
  double q_value = 1;     ///< False discovery rate among all terms that were tested.
};

struct CharacteristicTerms {
  RecordSet subset;
  std::uint32_t rest_records = 0;
  std::size_t tested = 0;                 ///< Terms that were tested: the family of the q-values.
  std::vector<CharacteristicTerm> terms;  ///< At most kMaxVerifiedTerms.
};

/// Terms beyond the first so many in the order asked for are not looked at closely.
inline constexpr std::size_t kMaxVerifiedTerms = 300;

/// Smallest expected count with which G² is trusted; below it Fisher's test is used.
inline constexpr double kMinExpectedForG2 = 5.0;

/// Every term of the term table in at least `min_records` records of the subset is tested on
/// counts by words; but those that stand in the query itself, which its hits hold anyway. The first
/// kMaxVerifiedTerms of those that are more frequent in the subset are counted again as a search
/// finds them, so that each number is one that a query lists; a term that only occurs as a part of
/// a longer one (the same records in subset and rest) is dropped. Where subset or rest is empty
/// there are no terms.
CharacteristicTerms characteristic_terms(const CharacteristicRequest& request,
                                         const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_ANALYTICS_CHARACTERISTIC_TERMS_H_
