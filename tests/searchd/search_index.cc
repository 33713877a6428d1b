#include "tests/searchd/search_index.h"

#include "analysis/result_quality.h"
#include "corpus/data_directory.h"
#include "indexer/index_writer.h"
#include "indexer/manifest.h"
#include "indexer/schema.h"
#include "tests/analysis/shared_lexicon.h"

#include <algorithm>
#include <utility>

namespace torikumi::searchd {
namespace {

corpus::Report report_of(const corpus::Record& record) {
  return {.kind = corpus::ReportKind::TargetsAndResults,
          .ward = record.ward,
          .fiscal_year = record.fiscal_year.value_or(2020),
          .title = record.source.title,
          .file = record.source.file,
          .url = {},
          .note = {}};
}

}  // namespace

std::shared_ptr<const SearchResources> shared_resources() {
  static analysis::Analyzer analyzer = analysis::make_analyzer();
  static const auto kResources = std::make_shared<const SearchResources>(SearchResources{
      .lexicon = analysis::shared_lexicon(),
      .synonyms = analysis::SynonymTable::load(data_directory() / "synonyms.tsv", analyzer),
      .wards = corpus::WardRegistry::load(data_directory() / "wards.csv"),
      .identity = "tests",
      .themes = analysis::ThemeDictionary::load(data_directory() / "themes.txt")});
  return kResources;
}

corpus::Ward nakahara() {
  return {"141330", "中原区", "川崎市"};
}

corpus::Ward kawasaki() {
  return {"141313", "川崎区", "川崎市"};
}

corpus::Ward tsurumi() {
  return {"271241", "鶴見区", "大阪市"};
}

corpus::Ward the_city() {
  return {"141305", "", "川崎市"};
}

corpus::Record initiative(std::string id, std::string target, std::string result) {
  corpus::Record record;
  record.id = std::move(id);
  record.kind = corpus::RecordKind::Initiative;
  record.ward = nakahara();
  record.fiscal_year = 2020;
  record.department = {"まちづくり推進部 総務課", {"まちづくり推進部", "総務課"}, "総務課"};
  record.number = 1;
  record.target = std::move(target);
  record.result = std::move(result);
  record.result_status =
      record.result.empty() ? corpus::ResultStatus::Missing : corpus::ResultStatus::Reported;
  record.source = {"reports/nakahara.txt", 3, "区役所サービス向上目標", "", ""};
  return record;
}

indexer::Generation publish_as(const std::filesystem::path& index_folder,
                               std::vector<corpus::Record> records,
                               const analysis::AnalyzerIdentity& analyzer) {
  std::sort(records.begin(), records.end(),
            [](const corpus::Record& a, const corpus::Record& b) { return a.id < b.id; });
  const indexer::GenerationStore store(index_folder);
  const indexer::BuildLock lock(index_folder);
  const std::filesystem::path build = store.begin_build();
  indexer::Manifest manifest;
  manifest.schema_version = indexer::kSchemaVersion;
  manifest.program_version = "tests";
  manifest.built_at = "2026-04-01T09:00:00Z";
  manifest.record_count = records.size();
  manifest.analyzer = analyzer;
  {
    indexer::IndexWriter writer(build, shared_resources()->lexicon);
    std::vector<const corpus::Record*> all;
    for (const corpus::Record& record : records) {
      all.push_back(&record);
    }
    const std::vector<analysis::ResultQuality> qualities = analysis::assess_results(all);
    for (std::size_t i = 0; i < records.size(); ++i) {
      const corpus::Record& record = records[i];
      const corpus::Report report = report_of(record);
      const auto known = std::find_if(
          manifest.reports.begin(), manifest.reports.end(),
          [&](const indexer::ManifestReport& entry) { return entry.report == report; });
      writer.add(record, static_cast<std::size_t>(known - manifest.reports.begin()), qualities[i]);
      if (known == manifest.reports.end()) {
        manifest.reports.emplace_back().report = report;
      }
    }
    manifest.content_sha256 = writer.finish();
  }
  indexer::write_manifest(manifest, build / "manifest.json");
  return store.publish(build);
}

indexer::Generation publish(const std::filesystem::path& index_folder,
                            std::vector<corpus::Record> records) {
  return publish_as(index_folder, std::move(records), shared_resources()->lexicon->identity());
}

SearchIndex::SearchIndex(std::vector<corpus::Record> records)
    : snapshot_(publish(folder_.path() / "index", std::move(records)), shared_resources()) {}

std::string marked(std::string_view text, const std::vector<analysis::ByteRange>& ranges) {
  std::string result;
  std::size_t at = 0;
  for (const analysis::ByteRange& range : ranges) {
    result.append(text.substr(at, range.begin - at)).append("[");
    result.append(text.substr(range.begin, range.end - range.begin)).append("]");
    at = range.end;
  }
  return result.append(text.substr(at));
}

std::vector<std::string> ids_of(const SearchResult& result) {
  std::vector<std::string> ids;
  for (const Hit& hit : result.hits) {
    ids.push_back(hit.record.id);
  }
  return ids;
}

}  // namespace torikumi::searchd
