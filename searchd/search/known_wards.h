#ifndef SEARCHD_SEARCH_KNOWN_WARDS_H_
#define SEARCHD_SEARCH_KNOWN_WARDS_H_

// Of which wards a report can be expected.

#include "corpus/ward_registry.h"

#include <set>
#include <string>
#include <vector>

namespace torikumi::searchd {

class IndexSnapshot;

/// The wards of `municipalities` and these themselves, by code: those of the index (the indexer may
/// have been given wards that this program was not) and those of the registry that were not given
/// up.
std::vector<corpus::Ward> known_wards_of(const std::set<std::string>& municipalities,
                                         const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_KNOWN_WARDS_H_
