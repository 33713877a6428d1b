#ifndef INDEXER_BACK_TEST_YEARS_H_
#define INDEXER_BACK_TEST_YEARS_H_

// Up to which fiscal years records are grouped once more, for the back-test of candidates.

#include "corpus/record.h"

#include <vector>

namespace torikumi::indexer {

/// The fiscal years before each list of standards but a municipality's first: what was practised up
/// to then can be compared with what is new in that list. Only those in or before which there is an
/// initiative or example; rising, each once. Empty if no municipality has standards of two years.
std::vector<int> back_test_years(const std::vector<const corpus::Record*>& records);

}  // namespace torikumi::indexer

#endif  // INDEXER_BACK_TEST_YEARS_H_
