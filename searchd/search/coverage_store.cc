#include "searchd/search/coverage_store.h"

#include "corpus/error.h"
#include "indexer/durable_file.h"

#include <algorithm>
#include <utility>

namespace torikumi::searchd {

using analysis::StandardLink;

CoverageStore::CoverageStore(indexer::StoredCoverage coverage, const ColumnTable& columns)
    : coverage_(std::move(coverage)) {
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    if (columns.row(document).kind == corpus::RecordKind::Standard) {
      standards_.push_back(document);
    }
  }
}

CoverageStore CoverageStore::open(const std::filesystem::path& generation_folder,
                                  const ColumnTable& columns) {
  const std::filesystem::path file = generation_folder / indexer::kCoverageName;
  try {
    return {indexer::parse_coverage(indexer::read_whole_file(file), columns.document_count()),
            columns};
  } catch (const Error& problem) {
    throw Error(ErrorKind::Damaged,
                "the links to standards of the index are not whole: " + problem.message,
                file.string(), "build the index again from its reports");
  }
}

std::span<const StandardLink> CoverageStore::of_record(DocumentNumber document) const {
  if (document == 0) {
    return {};
  }
  const std::size_t record = document - 1;
  const auto first =
      std::partition_point(coverage_.links.begin(), coverage_.links.end(),
                           [&](const StandardLink& link) { return link.record < record; });
  const auto last =
      std::partition_point(first, coverage_.links.end(),
                           [&](const StandardLink& link) { return link.record == record; });
  return {first, last};
}

}  // namespace torikumi::searchd
