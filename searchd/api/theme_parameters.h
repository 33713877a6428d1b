#ifndef SEARCHD_API_THEME_PARAMETERS_H_
#define SEARCHD_API_THEME_PARAMETERS_H_

// Themes as a parameter of requests.

#include "analysis/themes.h"
#include "searchd/api/parameters.h"
#include "searchd/search/index_snapshot.h"

#include <vector>

namespace torikumi::searchd {

/// The parameter itself, for route tables.
ParameterSpec theme_parameter();

/// The themes that `theme` names, each once, in the order of the dictionary; none if it is not
/// given. A problem for an unknown one lists all ids. Valid as long as the snapshot.
ApiResult<std::vector<const analysis::Theme*>> themes_from(const Parameters& parameters,
                                                           const IndexSnapshot& snapshot);

/// The problem of an id that no theme has: `type` is that of the route.
Problem no_such_theme(const std::string& id, ProblemType type, const std::string& parameter,
                      const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_THEME_PARAMETERS_H_
