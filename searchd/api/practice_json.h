#ifndef SEARCHD_API_PRACTICE_JSON_H_
#define SEARCHD_API_PRACTICE_JSON_H_

// Practices in answers, and the rows of the routes about them.

#include "analysis/practices/practice.h"
#include "searchd/api/parameter_specs.h"
#include "searchd/api/route.h"
#include "searchd/practices/practice_evidence.h"
#include "searchd/practices/practice_view.h"

#include <string>
#include <vector>

namespace torikumi::searchd {

/// The rows of practices, their diffusion and the timelines of departments in the route table;
/// `search_parameters` are those of /search, of which they take over what they share.
std::vector<Route> practices_routes(const ParameterSpecs& search_parameters);

/// {id, label}: enough to name a practice and to ask for it.
Json practice_link(const analysis::Practice& practice);

/// The practices of a record as links, in the order of their ids; those of a record that is not
/// grouped are none.
Json practice_links_of(DocumentNumber document, const IndexSnapshot& snapshot);

/// What a practice is and how far it spread, by the members of `view`. At most `max_departments`
/// departments are listed, those with most records first; their number is exact.
Json json_of(const PracticeView& view, std::size_t max_departments, const IndexSnapshot& snapshot);

/// A record that shows something, with the sentence: {id, kind, ward, fiscal_year, …, part,
/// sentence, characters, source}.
Json json_of(const Evidence& evidence);

/// `target` or `result`.
std::string_view name_of(analysis::TextPart part);

/// The answer for an id that no practice has.
Problem no_such_practice();

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_PRACTICE_JSON_H_
