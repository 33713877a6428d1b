#ifndef CORPUS_DEPARTMENT_H_
#define CORPUS_DEPARTMENT_H_

// Departments (部署) as reports print them, and the one name for each.

#include "corpus/record.h"

#include <string_view>

namespace torikumi::corpus {

/// The department that `cell` of a report of `ward` prints.
///
/// The same section gets the same canonical path in every report: blanks and markup are ignored,
/// width is folded, the ward office's own name in front is dropped, and the rest is cut behind each
/// division (…部, …センター, …支所, …出張所) and section (…課). A bracket behind a centre that only
/// lists the bodies or desks in it, as in センター(福祉事務所・保健所支所), is dropped; one that
/// tells two sections apart, as in 生涯学習支援課(大師分館), stays. No path for an empty cell.
Department department_from(std::string_view cell, const Ward& ward);

}  // namespace torikumi::corpus

#endif  // CORPUS_DEPARTMENT_H_
