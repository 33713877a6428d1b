#include "indexer/index_checker.h"

#include "corpus/record_json.h"
#include "indexer/content_hash.h"
#include "indexer/coverage_file.h"
#include "indexer/durable_file.h"
#include "indexer/generation_store.h"
#include "indexer/manifest.h"
#include "indexer/practices_file.h"
#include "indexer/schema.h"
#include "indexer/vocabulary_file.h"

#include <fmt/format.h>
#include <xapian.h>

#include <unistd.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <system_error>
#include <utility>

namespace torikumi::indexer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBuildAgain = "build the index again from its reports";
constexpr std::size_t kMaxMessageBytes = 500;
constexpr std::size_t kMaxDocumentProblems = 10;

/// Collects what is wrong with one generation.
class GenerationCheck {
 public:
  GenerationCheck(const Generation& generation, const Manifest& manifest,
                  std::vector<Error>& problems)
      : generation_(generation), manifest_(manifest), problems_(problems) {}

  // Each step trusts what the steps before it have looked at.
  void run() {
    check_files();
    if (problems_.empty()) {
      check_vocabulary();
      check_practices();
      check_coverage();
      check_structure();
    }
    if (problems_.empty()) {
      check_records();
    }
  }

 private:
  void add(std::string message, const fs::path& where) {
    problems_.emplace_back(ErrorKind::Damaged, std::move(message), where.string(), kBuildAgain);
  }

  // Xapian's tables have no checksums: a byte that was flipped within a table can leave its
  // structure whole, so the files themselves are compared with what was written.
  void check_files() {
    std::error_code ignored;
    if (!fs::is_directory(generation_.database(), ignored)) {
      add("the database is missing", generation_.database());
      return;
    }
    const std::vector<ManifestFile> found = database_files(generation_.folder);
    for (const ManifestFile& wanted : manifest_.files) {
      const auto file = std::find_if(found.begin(), found.end(), [&](const ManifestFile& each) {
        return each.name == wanted.name;
      });
      const fs::path path = generation_.folder / wanted.name;
      if (file == found.end()) {
        add("the file is missing", path);
      } else if (file->bytes != wanted.bytes) {
        add(fmt::format("the file has {} bytes, it had {} when it was written", file->bytes,
                        wanted.bytes),
            path);
      } else if (file->sha256 != wanted.sha256) {
        add("the bytes of the file are not those that were written", path);
      }
    }
  }

  void check_vocabulary() {
    const fs::path file = generation_.folder / kVocabularyName;
    try {
      parse_vocabulary(read_whole_file(file));
    } catch (const Error& problem) {
      add(problem.message, file);
    }
  }

  void check_practices() {
    const fs::path file = generation_.folder / kPracticesName;
    try {
      parse_practices(read_whole_file(file), manifest_.record_count);
    } catch (const Error& problem) {
      add(problem.message, file);
    }
  }

  void check_coverage() {
    const fs::path file = generation_.folder / kCoverageName;
    try {
      parse_coverage(read_whole_file(file), manifest_.record_count);
    } catch (const Error& problem) {
      add(problem.message, file);
    }
  }

  // Xapian opens the tables for writing here, although it does not write; a reader who may not
  // write has to be content with the other steps.
  void check_structure() {
    if (!are_tables_writable()) {
      return;
    }
    std::ostringstream messages;
    const std::size_t errors =
        Xapian::Database::check(generation_.database().string(), 0, &messages);
    if (errors != 0) {
      std::string text = messages.str().substr(0, kMaxMessageBytes);
      std::replace(text.begin(), text.end(), '\n', ' ');
      add(fmt::format("Xapian finds {} errors: {}", errors, text), generation_.database());
    }
  }

  [[nodiscard]] bool are_tables_writable() const {
    return std::all_of(manifest_.files.begin(), manifest_.files.end(),
                       [&](const ManifestFile& file) {
                         return ::access((generation_.folder / file.name).c_str(), W_OK) == 0;
                       });
  }

  void check_records() {
    const Xapian::Database database(generation_.database().string());
    check_counts(database);
    ContentHash hash(manifest_.analyzer);
    std::size_t problem_count = 0;
    for (Xapian::PostingIterator it = database.postlist_begin(""); it != database.postlist_end("");
         ++it) {
      const auto record = corpus::record_from_json(database.get_document(*it).get_data());
      const std::string problem =
          record ? problem_of(database, *it, record->id) : record.error().what();
      if (record) {
        hash.add(*record);
      }
      if (!problem.empty() && ++problem_count <= kMaxDocumentProblems) {
        add(fmt::format("document {}: {}", *it, problem), generation_.database());
      }
    }
    if (problem_count > kMaxDocumentProblems) {
      add(fmt::format("{} more documents are damaged", problem_count - kMaxDocumentProblems),
          generation_.database());
    }
    if (hash.finish() != manifest_.content_sha256) {
      add("the stored records are not those that were indexed", generation_.database());
    }
  }

  void check_counts(const Xapian::Database& database) {
    if (database.get_doccount() != manifest_.record_count) {
      add(fmt::format("the database holds {} records, the manifest says {}",
                      database.get_doccount(), manifest_.record_count),
          generation_.manifest());
    }
    for (std::size_t i = 0; i < manifest_.reports.size(); ++i) {
      const ManifestReport& report = manifest_.reports[i];
      const std::size_t wanted =
          report.initiatives + report.examples + report.standards + report.passages;
      const std::size_t held =
          database.get_termfreq(filter_term(FilterField::Report, std::to_string(i)));
      if (held != wanted) {
        add(fmt::format("the database holds {} records of {}, the manifest says {}", held,
                        report.report.file, wanted),
            generation_.manifest());
      }
    }
  }

  /// Empty if `id` is a term of `document` and of no other.
  static std::string problem_of(const Xapian::Database& database, Xapian::docid document,
                                const std::string& id) {
    const std::string term = filter_term(FilterField::Id, id);
    const Xapian::PostingIterator posting = database.postlist_begin(term);
    const bool is_found = database.get_termfreq(term) == 1 &&
                          posting != database.postlist_end(term) && *posting == document;
    return is_found ? std::string() : fmt::format("the id {} is not found exactly once", id);
  }

  const Generation& generation_;
  const Manifest& manifest_;
  std::vector<Error>& problems_;
};

}  // namespace

CheckReport check_index(const fs::path& index_folder) {
  CheckReport report;
  try {
    const std::optional<Generation> generation = GenerationStore(index_folder).current();
    if (generation) {
      const Manifest manifest = read_manifest(generation->manifest());
      report.generation_id = manifest.generation_id(generation->name);
      report.record_count = manifest.record_count;
      GenerationCheck(*generation, manifest, report.problems).run();
      return report;
    }
  } catch (const Xapian::Error& problem) {
    report.problems.emplace_back(ErrorKind::Damaged,
                                 fmt::format("{} ({})", problem.get_msg(), problem.get_type()),
                                 index_folder.string(), kBuildAgain);
    return report;
  } catch (const Error& problem) {
    report.problems.push_back(problem);
    return report;
  }
  throw Error(ErrorKind::NotFound, "there is no index here", index_folder.string(),
              "make one with: torikumi-indexer build --index DIR PATH…");
}

}  // namespace torikumi::indexer
