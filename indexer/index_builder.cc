#include "indexer/index_builder.h"

#include "analysis/result_quality.h"
#include "corpus/error.h"
#include "indexer/back_test_years.h"
#include "indexer/index_writer.h"
#include "indexer/manifest.h"
#include "indexer/schema.h"
#include "indexer/version.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <system_error>
#include <utility>

namespace torikumi::indexer {
namespace {

namespace fs = std::filesystem;
using corpus::Diagnostic;
using corpus::RecordKind;
using corpus::ReportReading;

constexpr std::size_t kMaxReasons = 20;

/// A record to index; borrows from the readings.
struct PlacedRecord {
  const corpus::Record* record = nullptr;
  std::size_t report = 0;  ///< Place of its report in the manifest.
};

void report_progress(const BuildListener& listener, BuildProgress::Step step, std::size_t done,
                     std::size_t total, const std::string& file = {}) {
  if (listener) {
    listener({step, file, done, total});
  }
}

BuildSummary::Counts counts_of(const ReportReading& reading) {
  BuildSummary::Counts counts;
  for (const corpus::Record& record : reading.records) {
    switch (record.kind) {
      case RecordKind::Initiative:
        ++counts.initiatives;
        break;
      case RecordKind::Example:
        ++counts.examples;
        break;
      case RecordKind::Standard:
        ++counts.standards;
        break;
      case RecordKind::Passage:
        ++counts.passages;
        break;
    }
  }
  counts.departments = reading.department_count();
  return counts;
}

// In order of file name, whatever the order of the paths.
std::vector<ReportReading> readings_of(const BuildOptions& options,
                                       const corpus::WardRegistry& wards,
                                       const BuildListener& listener) {
  std::vector<ReportReading> readings =
      corpus::read_reports(options.paths, wards, options.read,
                           [&](const std::string& file, std::size_t at, std::size_t of) {
                             report_progress(listener, BuildProgress::Step::Reading, at, of, file);
                           });
  std::stable_sort(readings.begin(), readings.end(),
                   [](const ReportReading& a, const ReportReading& b) { return a.file < b.file; });
  return readings;
}

/// Nothing to index is a failure of the whole build; the reasons are the errors that were met.
Error nothing_to_index(const std::vector<ReportReading>& readings) {
  std::string seen;
  std::size_t count = 0;
  for (const ReportReading& reading : readings) {
    for (const Diagnostic& diagnostic : reading.diagnostics) {
      if (diagnostic.severity == Diagnostic::Severity::Error && ++count <= kMaxReasons) {
        seen += "\n  " + corpus::to_string(diagnostic);
      }
    }
  }
  if (count > kMaxReasons) {
    seen += fmt::format("\n  … and {} more errors", count - kMaxReasons);
  }
  return {ErrorKind::NotFound, "no record could be read, so the index is left as it was" + seen};
}

std::string utc_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

ManifestReport manifest_report(const ReportReading& reading, const BuildSummary::Counts& counts) {
  return {.report = *reading.report,
          .inferences = reading.inferences,
          .diagnostics = reading.diagnostics,
          .initiatives = counts.initiatives,
          .examples = counts.examples,
          .standards = counts.standards,
          .passages = counts.passages,
          .departments = counts.departments};
}

Manifest new_manifest(const analysis::AnalyzerIdentity& analyzer) {
  Manifest manifest;
  manifest.schema_version = kSchemaVersion;
  manifest.program_version = kVersion;
  manifest.built_at = utc_now();
  manifest.analyzer = analyzer;
  return manifest;
}

/// Fills `summary.counts` and the lists of `manifest`. Returns the records in order of their ids.
std::vector<PlacedRecord> add_reports(BuildSummary& summary, Manifest& manifest) {
  std::vector<PlacedRecord> records;
  for (const ReportReading& reading : summary.readings) {
    summary.counts.push_back(counts_of(reading));
    for (const corpus::Record& record : reading.records) {
      records.push_back({&record, manifest.reports.size()});
    }
    if (reading.report) {
      manifest.reports.push_back(manifest_report(reading, summary.counts.back()));
    } else {
      manifest.unread.insert(manifest.unread.end(), reading.diagnostics.begin(),
                             reading.diagnostics.end());
    }
  }
  std::sort(records.begin(), records.end(), [](const PlacedRecord& a, const PlacedRecord& b) {
    return a.record->id < b.record->id;
  });
  manifest.record_count = records.size();
  return records;
}

/// A build folder that is deleted unless the build was published.
class BuildFolder {
 public:
  explicit BuildFolder(fs::path path) : path_(std::move(path)) {}
  ~BuildFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  BuildFolder(const BuildFolder&) = delete;
  BuildFolder& operator=(const BuildFolder&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::vector<const corpus::Record*> plain(const std::vector<PlacedRecord>& records) {
  std::vector<const corpus::Record*> all;
  all.reserve(records.size());
  for (const PlacedRecord& placed : records) {
    all.push_back(placed.record);
  }
  return all;
}

std::string written_records(const fs::path& folder, const std::vector<PlacedRecord>& records,
                            const std::shared_ptr<const analysis::Lexicon>& lexicon,
                            const BuildListener& listener) {
  const std::vector<const corpus::Record*> all = plain(records);
  const std::vector<analysis::ResultQuality> qualities = analysis::assess_results(all);
  IndexWriter writer(folder, lexicon, back_test_years(all));
  for (std::size_t i = 0; i < records.size(); ++i) {
    report_progress(listener, BuildProgress::Step::Indexing, i, records.size());
    writer.add(*records[i].record, records[i].report, qualities[i]);
  }
  report_progress(listener, BuildProgress::Step::Finishing, records.size(), records.size());
  return writer.finish();
}

}  // namespace

bool BuildSummary::is_partial() const {
  return std::any_of(readings.begin(), readings.end(),
                     [](const ReportReading& reading) { return reading.has_errors(); });
}

BuildSummary build_index(const BuildOptions& options, const corpus::WardRegistry& wards,
                         const std::shared_ptr<const analysis::Lexicon>& lexicon,
                         const BuildListener& listener) {
  const GenerationStore store(options.index_folder);
  const BuildLock lock(options.index_folder);
  store.remove_unfinished();

  BuildSummary summary;
  summary.readings = readings_of(options, wards, listener);
  Manifest manifest = new_manifest(lexicon->identity());
  const std::vector<PlacedRecord> records = add_reports(summary, manifest);
  if (records.empty()) {
    throw nothing_to_index(summary.readings);
  }

  const BuildFolder build(store.begin_build());
  manifest.content_sha256 = written_records(build.path(), records, lexicon, listener);
  manifest.files = database_files(build.path());
  write_manifest(manifest, build.path() / kManifestName);
  summary.generation = store.publish(build.path());
  summary.generation_id = manifest.generation_id(summary.generation.name);
  summary.record_count = records.size();
  for (ReportReading& reading : summary.readings) {
    reading.records.clear();
  }
  return summary;
}

}  // namespace torikumi::indexer
