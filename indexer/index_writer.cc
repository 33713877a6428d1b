#include "indexer/index_writer.h"

#include "analysis/synonyms.h"
#include "corpus/data_directory.h"
#include "corpus/error.h"
#include "indexer/content_hash.h"
#include "indexer/coverage_builder.h"
#include "indexer/coverage_file.h"
#include "indexer/document_builder.h"
#include "indexer/durable_file.h"
#include "indexer/generation_store.h"
#include "indexer/practice_standards.h"
#include "indexer/practices_builder.h"
#include "indexer/practices_file.h"
#include "indexer/vocabulary_builder.h"
#include "indexer/vocabulary_file.h"

#include <fmt/format.h>
#include <xapian.h>

#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

namespace torikumi::indexer {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& action, const Xapian::Error& problem,
                       const fs::path& folder) {
  throw Error(ErrorKind::Unreadable,
              fmt::format("cannot {}: {} ({})", action, problem.get_msg(), problem.get_type()),
              folder.string(), "check that there is room on the disk and that it may be written");
}

std::vector<VocabularyWord> words_of(const AnalyzedTexts& texts) {
  std::vector<VocabularyWord> words = vocabulary_words(texts.target.tokens);
  std::vector<VocabularyWord> more = vocabulary_words(texts.result.tokens);
  words.insert(words.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
  return words;
}

}  // namespace

struct IndexWriter::Impl {
  Impl(const fs::path& folder, const std::shared_ptr<const analysis::Lexicon>& lexicon,
       const std::vector<int>& until_years)
      : database_folder(folder / kDatabaseFolder),
        growing_folder(folder / "xapian.growing"),
        vocabulary_file(folder / kVocabularyName),
        practices_file(folder / kPracticesName),
        coverage_file(folder / kCoverageName),
        analyzer(lexicon),
        practices(until_years,
                  analysis::SynonymTable::load(data_directory() / "synonyms.tsv", analyzer)),
        coverage(analyzer),
        hash(lexicon->identity()) {}

  fs::path database_folder;
  fs::path growing_folder;  // Compacted into database_folder by finish().
  fs::path vocabulary_file;
  fs::path practices_file;
  fs::path coverage_file;
  analysis::Analyzer analyzer;
  Xapian::WritableDatabase database;
  VocabularyBuilder vocabulary;
  PracticesBuilder practices;
  CoverageBuilder coverage;
  StandardYears standard_years;
  ContentHash hash;
  std::size_t record_count = 0;
};

IndexWriter::IndexWriter(const fs::path& folder,
                         const std::shared_ptr<const analysis::Lexicon>& lexicon,
                         const std::vector<int>& until_years)
    : impl_(std::make_unique<Impl>(folder, lexicon, until_years)) {
  try {
    impl_->database =
        Xapian::WritableDatabase(impl_->growing_folder.string(),
                                 Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  } catch (const Xapian::Error& problem) {
    fail("make the index", problem, folder);
  }
}

IndexWriter::~IndexWriter() = default;

void IndexWriter::add(const corpus::Record& record, std::size_t report,
                      const analysis::ResultQuality& quality) {
  try {
    const AnalyzedTexts texts = analyzed_texts(record, impl_->analyzer);
    impl_->database.add_document(document_of(record, report, texts, quality));
    impl_->vocabulary.add(words_of(texts), record.kind == corpus::RecordKind::Initiative);
    impl_->practices.add(impl_->record_count, record, texts);
    impl_->coverage.add(impl_->record_count, record, texts);
    impl_->standard_years.add(impl_->record_count, record);
    impl_->hash.add(record);
    ++impl_->record_count;
  } catch (const Xapian::Error& problem) {
    fail("write record " + record.id, problem, impl_->growing_folder);
  }
}

std::string IndexWriter::finish() {
  try {
    impl_->database.commit();
    impl_->database.compact(impl_->database_folder.string(), Xapian::DBCOMPACT_NO_RENUMBER);
    impl_->database.close();
  } catch (const Xapian::Error& problem) {
    fail("finish the index", problem, impl_->growing_folder);
  }
  replace_file(impl_->vocabulary_file, impl_->vocabulary.finish());
  replace_file(impl_->coverage_file, coverage_text(impl_->coverage.finish()));
  std::vector<StoredPractices> practices = impl_->practices.finish();
  impl_->standard_years.compare(practices, impl_->coverage.comparison());
  replace_file(impl_->practices_file, practices_text(practices));
  std::error_code ignored;
  fs::remove_all(impl_->growing_folder, ignored);
  return impl_->hash.finish();
}

std::size_t IndexWriter::record_count() const {
  return impl_->record_count;
}

}  // namespace torikumi::indexer
