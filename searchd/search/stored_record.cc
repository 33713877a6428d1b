#include "searchd/search/stored_record.h"

#include "corpus/error.h"
#include "corpus/record_json.h"
#include "indexer/schema.h"

#include <fmt/format.h>

#include <utility>

namespace torikumi::searchd {

corpus::Record stored_record(DocumentNumber document, const Xapian::Database& database) {
  Result<corpus::Record> record =
      corpus::record_from_json(database.get_document(document).get_data());
  if (!record) {
    throw Error(ErrorKind::Damaged, fmt::format("document {}: {}", document, record.error().what()),
                {}, "build the index again");
  }
  return *std::move(record);
}

std::string stored_derived(DocumentNumber document, const Xapian::Database& database) {
  return database.get_document(document).get_value(
      static_cast<Xapian::valueno>(indexer::ValueSlot::Derived));
}

std::optional<DocumentNumber> document_with_id(const std::string& id,
                                               const Xapian::Database& database) {
  const std::string term = indexer::filter_term(indexer::FilterField::Id, id);
  const Xapian::PostingIterator posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? std::nullopt : std::optional(*posting);
}

}  // namespace torikumi::searchd
