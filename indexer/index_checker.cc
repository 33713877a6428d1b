#include "indexer/index_checker.h"

#include <optional>
#include <sstream>

#include <fmt/format.h>
#include <xapian.h>

#include "corpus/record_json.h"
#include "indexer/content_hash.h"
#include "indexer/generation_store.h"
#include "indexer/manifest.h"
#include "indexer/schema.h"

namespace torikumi::indexer {
namespace {

constexpr const char* kBuildAgain = "build the index again from its reports";

void check_structure(const std::string& database, std::vector<Error>& problems) {
  std::ostringstream messages;
  const std::size_t errors = Xapian::Database::check(database, 0, &messages);
  if (errors != 0) {
    problems.emplace_back(ErrorKind::Damaged,
                          fmt::format("Xapian finds {} errors in the database: {}", errors,
                                      messages.str().substr(0, 500)),
                          database, kBuildAgain);
  }
}

/// One document: it decodes, and its id is a term of it.
std::optional<std::string> problem_of(const Xapian::Database& database, Xapian::docid document,
                                      const std::string& data) {
  const Result<corpus::Record> record = corpus::record_from_json(data);
  if (!record) {
    return record.error().what();
  }
  const std::string term = filter_term(FilterField::Id, record->id);
  const Xapian::PostingIterator posting = database.postlist_begin(term);
  if (database.get_termfreq(term) != 1 || posting == database.postlist_end(term) ||
      *posting != document) {
    return fmt::format("the id {} is not found once", record->id);
  }
  return std::nullopt;
}

void check_documents(const std::string& folder, const Manifest& manifest,
                     std::vector<Error>& problems) {
  const Xapian::Database database(folder);
  if (database.get_doccount() != manifest.record_count) {
    problems.emplace_back(ErrorKind::Damaged,
                          fmt::format("the database holds {} records, the manifest says {}",
                                      database.get_doccount(), manifest.record_count),
                          folder, kBuildAgain);
  }
  ContentHash hash(manifest.analyzer);
  for (Xapian::PostingIterator it = database.postlist_begin(""); it != database.postlist_end("");
       ++it) {
    const std::string data = database.get_document(*it).get_data();
    hash.add(data);
    if (const std::optional<std::string> problem = problem_of(database, *it, data)) {
      problems.emplace_back(ErrorKind::Damaged, fmt::format("document {}: {}", *it, *problem),
                            folder, kBuildAgain);
    }
  }
  if (hash.finish() != manifest.content_sha256) {
    problems.emplace_back(ErrorKind::Damaged, "the stored records are not those that were indexed",
                          folder, kBuildAgain);
  }
}

}  // namespace

CheckReport check_index(const std::filesystem::path& index_folder) {
  const GenerationStore store(index_folder);
  CheckReport report;
  try {
    const std::optional<Generation> generation = store.current();
    if (!generation) {
      throw Error(ErrorKind::NotFound, "there is no index here", index_folder.string(),
                  "make one with: torikumi-indexer build --index DIR PATH…");
    }
    const Manifest manifest = read_manifest(generation->manifest());
    report.generation_id = manifest.generation_id(generation->name);
    report.record_count = manifest.record_count;
    check_structure(generation->database().string(), report.problems);
    if (report.problems.empty()) {
      check_documents(generation->database().string(), manifest, report.problems);
    }
  } catch (const Xapian::Error& problem) {
    report.problems.emplace_back(
        ErrorKind::Damaged, fmt::format("{} ({})", problem.get_msg(), problem.get_type()),
        index_folder.string(), kBuildAgain);
  } catch (const Error& problem) {
    if (problem.kind == ErrorKind::NotFound && report.generation_id.empty() &&
        problem.where == index_folder.string()) {
      throw;
    }
    report.problems.push_back(problem);
  }
  return report;
}

}  // namespace torikumi::indexer
