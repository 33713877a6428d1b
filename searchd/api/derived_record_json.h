#ifndef SEARCHD_API_DERIVED_RECORD_JSON_H_
#define SEARCHD_API_DERIVED_RECORD_JSON_H_

// Records with what is derived of them.

#include "corpus/record.h"
#include "searchd/api/route.h"

#include <string>

namespace torikumi::searchd {

/// The record with the key `derived`: `derived` is its stored JSON, null for what is no initiative.
/// What the index as a whole
/// tells of an initiative, its relation to the standards, is added. Throws Error{Damaged} if
/// `derived` is not JSON.
Json derived_record_json(const corpus::Record& record, const std::string& derived,
                         const IndexSnapshot& snapshot);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_DERIVED_RECORD_JSON_H_
