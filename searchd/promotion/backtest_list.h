#ifndef SEARCHD_PROMOTION_BACKTEST_LIST_H_
#define SEARCHD_PROMOTION_BACKTEST_LIST_H_

// Candidates of the years for which the next list of standards is held, compared with that list.

#include "analysis/promotion/backtest.h"
#include "searchd/promotion/held_standards.h"
#include "searchd/search/index_snapshot.h"

#include <cstddef>
#include <string>
#include <vector>

namespace torikumi::searchd {

/// One list of standards and the next of one municipality.
struct BackTest {
  std::string municipality;
  int standards_year = 0;  ///< Of the list that the candidates know.
  analysis::BackTestStep step;
  analysis::BackTestResult result;
  /// Of the known list: on which no record up to then works.
  std::vector<const HeldStandard*> silent;
};

struct BackTestList {
  HeldStandards standards;
  std::vector<BackTest> tests;  ///< By municipality, then year.
  /// Pairs of lists before which there is no initiative or example.
  std::size_t without_records = 0;
};

/// All that can be tested. Throws Error{Damaged} if the index cannot be read. `silent` borrows from
/// `standards` of the same value.
BackTestList back_tests(const analysis::PromotionOptions& options, const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_PROMOTION_BACKTEST_LIST_H_
