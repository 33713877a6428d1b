#ifndef SEARCHD_SEARCH_STORED_RECORD_H_
#define SEARCHD_SEARCH_STORED_RECORD_H_

// Records out of the index. Internal to the daemon: names Xapian.

#include "corpus/record.h"
#include "searchd/search/column_table.h"

#include <xapian.h>

#include <optional>
#include <string>

namespace torikumi::searchd {

/// The record of `document`. Throws Error{Damaged} if it does not decode, Xapian::Error if it
/// cannot be read.
corpus::Record stored_record(DocumentNumber document, const Xapian::Database& database);

/// The derived fields of `document` as JSON (indexer/derived_fields.h); empty for what is no
/// initiative. Throws Xapian::Error if it cannot be read.
std::string stored_derived(DocumentNumber document, const Xapian::Database& database);

/// The number of the document with this id, or nothing.
std::optional<DocumentNumber> document_with_id(const std::string& id,
                                               const Xapian::Database& database);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_STORED_RECORD_H_
