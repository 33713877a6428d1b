#ifndef SEARCHD_API_STANDARD_JSON_H_
#define SEARCHD_API_STANDARD_JSON_H_

// Standards and links to them in answers, and the rows of the routes about them.

#include "analysis/standards/standard_link.h"
#include "corpus/record.h"
#include "searchd/api/parameter_specs.h"
#include "searchd/api/route.h"
#include "searchd/search/index_snapshot.h"

#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// The rows of the evidence for standards and of their history in the route table;
/// `search_parameters` are those of /search, of which they take over what they share.
std::vector<Route> standards_routes(const ParameterSpecs& search_parameters);

/// {id, number, municipality, fiscal_year, fiscal_year_label, scenes, scope, text}.
Json standard_json(const corpus::Record& standard);

/// {strength, relation, raised_by, score}: how a record works on a standard.
Json link_json(const analysis::StandardLink& link);

/// `strong`, `weak`; `repeats`, `raises`: the names in the API.
std::string_view name_of(analysis::LinkStrength strength);
std::string_view name_of(analysis::StandardRelation relation);

/// `derived.relation_to_standards` of an initiative: which of the guideline's three cases it is
/// (`repeats`, `raises`, `new`), the standards it works on with its own sentences, and the rule.
/// Null where no standards of its municipality are held. Throws Error{Damaged} if the index cannot
/// be read.
Json relation_to_standards(const corpus::Record& record, const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_STANDARD_JSON_H_
