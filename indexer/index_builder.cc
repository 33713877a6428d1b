#include "indexer/index_builder.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "corpus/error.h"
#include "indexer/index_writer.h"
#include "indexer/manifest.h"
#include "indexer/schema.h"
#include "indexer/version.h"

namespace torikumi::indexer {
namespace {

namespace fs = std::filesystem;
using corpus::Diagnostic;
using corpus::RecordKind;
using corpus::ReportReading;

struct RecordPlace {
  std::size_t reading = 0;
  std::size_t record = 0;
};

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

std::vector<RecordPlace> places_by_id(const std::vector<ReportReading>& readings) {
  std::vector<RecordPlace> places;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (std::size_t j = 0; j < readings[i].records.size(); ++j) {
      places.push_back({i, j});
    }
  }
  std::sort(places.begin(), places.end(), [&](const RecordPlace& a, const RecordPlace& b) {
    return readings[a.reading].records[a.record].id < readings[b.reading].records[b.record].id;
  });
  return places;
}

// Nothing to index is a failure of the whole build; the reason is the first error that was met.
void require_records(const std::vector<ReportReading>& readings, std::size_t record_count) {
  if (record_count > 0) {
    return;
  }
  std::string seen;
  for (const ReportReading& reading : readings) {
    for (const Diagnostic& diagnostic : reading.diagnostics) {
      if (diagnostic.severity == Diagnostic::Severity::Error) {
        seen += "\n  " + corpus::to_string(diagnostic);
      }
    }
  }
  throw Error(ErrorKind::NotFound, "no record could be read, so the index is left as it was" + seen);
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

void report_progress(const BuildListener& listener, BuildProgress::Step step, std::size_t done,
                     std::size_t total, const std::string& file = {}) {
  if (listener) {
    listener({step, file, done, total});
  }
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
  summary.readings = corpus::read_reports(
      options.paths, wards, options.read,
      [&](const std::string& file, std::size_t at, std::size_t of) {
        report_progress(listener, BuildProgress::Step::Reading, at, of, file);
      });
  const std::vector<RecordPlace> places = places_by_id(summary.readings);
  require_records(summary.readings, places.size());

  Manifest manifest{.schema_version = kSchemaVersion,
                    .program_version = kVersion,
                    .built_at = utc_now(),
                    .content_sha256 = {},
                    .record_count = places.size(),
                    .analyzer = lexicon->identity(),
                    .reports = {},
                    .unread = {}};
  std::vector<std::size_t> report_of_reading(summary.readings.size());
  for (std::size_t i = 0; i < summary.readings.size(); ++i) {
    const ReportReading& reading = summary.readings[i];
    summary.counts.push_back(counts_of(reading));
    report_of_reading[i] = manifest.reports.size();
    if (reading.report) {
      manifest.reports.push_back(manifest_report(reading, summary.counts.back()));
    } else {
      manifest.unread.insert(manifest.unread.end(), reading.diagnostics.begin(),
                             reading.diagnostics.end());
    }
  }

  const BuildFolder build(store.begin_build());
  {
    IndexWriter writer(build.path(), lexicon);
    for (std::size_t i = 0; i < places.size(); ++i) {
      report_progress(listener, BuildProgress::Step::Indexing, i, places.size());
      const RecordPlace& place = places[i];
      writer.add(summary.readings[place.reading].records[place.record],
                 report_of_reading[place.reading]);
    }
    report_progress(listener, BuildProgress::Step::Finishing, places.size(), places.size());
    manifest.content_sha256 = writer.finish();
  }
  write_manifest(manifest, build.path() / "manifest.json");
  summary.generation = store.publish(build.path());
  summary.generation_id = manifest.generation_id(summary.generation.name);
  summary.record_count = places.size();
  for (ReportReading& reading : summary.readings) {
    reading.records.clear();
  }
  return summary;
}

}  // namespace torikumi::indexer
