#include "indexer/manifest.h"

#include "analysis/file_digest.h"
#include "corpus/record_json.h"
#include "indexer/coverage_file.h"
#include "indexer/durable_file.h"
#include "indexer/generation_store.h"
#include "indexer/practices_file.h"
#include "indexer/schema.h"
#include "indexer/vocabulary_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <system_error>

namespace torikumi::indexer {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Beside the database.
constexpr std::array kFileNames{kCoverageName, kPracticesName, kVocabularyName};

constexpr std::array kSeverityNames{"note", "warning", "error"};

Json json_of(const corpus::Diagnostic& diagnostic) {
  return {{"severity", kSeverityNames.at(static_cast<std::size_t>(diagnostic.severity))},
          {"file", diagnostic.file},
          {"line", diagnostic.line},
          {"message", diagnostic.message},
          {"hint", diagnostic.hint}};
}

corpus::Diagnostic::Severity severity_named(const std::string& name) {
  for (std::size_t i = 0; i < kSeverityNames.size(); ++i) {
    if (name == kSeverityNames.at(i)) {
      return static_cast<corpus::Diagnostic::Severity>(i);
    }
  }
  throw Error(ErrorKind::Malformed, "there is no severity \"" + name + "\"");
}

corpus::Diagnostic diagnostic_from(const Json& json) {
  corpus::Diagnostic diagnostic;
  diagnostic.severity = severity_named(json.at("severity").get<std::string>());
  diagnostic.file = json.at("file").get<std::string>();
  diagnostic.line = json.at("line").get<int>();
  diagnostic.message = json.at("message").get<std::string>();
  diagnostic.hint = json.at("hint").get<std::string>();
  return diagnostic;
}

Json json_of(const std::vector<corpus::Diagnostic>& diagnostics) {
  Json list = Json::array();
  for (const corpus::Diagnostic& diagnostic : diagnostics) {
    list.push_back(json_of(diagnostic));
  }
  return list;
}

std::vector<corpus::Diagnostic> diagnostics_from(const Json& list) {
  std::vector<corpus::Diagnostic> diagnostics;
  for (const Json& json : list) {
    diagnostics.push_back(diagnostic_from(json));
  }
  return diagnostics;
}

Json json_of(const ManifestReport& entry) {
  Json inferences = Json::array();
  for (const corpus::Inference& inference : entry.inferences) {
    inferences.push_back(
        {{"property", inference.property}, {"value", inference.value}, {"from", inference.from}});
  }
  return {{"report", corpus::to_json(entry.report)},
          {"inferences", std::move(inferences)},
          {"diagnostics", json_of(entry.diagnostics)},
          {"initiatives", entry.initiatives},
          {"examples", entry.examples},
          {"standards", entry.standards},
          {"passages", entry.passages},
          {"departments", entry.departments}};
}

ManifestReport report_from(const Json& json) {
  ManifestReport entry;
  Result<corpus::Report> report = corpus::report_from_json(json.at("report"));
  if (!report) {
    throw Error(report.error());
  }
  entry.report = *std::move(report);
  for (const Json& inference : json.at("inferences")) {
    entry.inferences.push_back({inference.at("property").get<std::string>(),
                                inference.at("value").get<std::string>(),
                                inference.at("from").get<std::string>()});
  }
  entry.diagnostics = diagnostics_from(json.at("diagnostics"));
  entry.initiatives = json.at("initiatives").get<std::size_t>();
  entry.examples = json.at("examples").get<std::size_t>();
  entry.standards = json.at("standards").get<std::size_t>();
  entry.passages = json.at("passages").get<std::size_t>();
  entry.departments = json.at("departments").get<std::size_t>();
  return entry;
}

Json json_of(const std::vector<ManifestFile>& files) {
  Json list = Json::array();
  for (const ManifestFile& file : files) {
    list.push_back({{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  }
  return list;
}

ManifestFile file_from(const Json& json) {
  return {json.at("name").get<std::string>(), json.at("bytes").get<std::uint64_t>(),
          json.at("sha256").get<std::string>()};
}

Json json_of(const analysis::AnalyzerIdentity& identity) {
  return {{"normalizer_version", identity.normalizer_version},
          {"analyzer_version", identity.analyzer_version},
          {"dictionary_path", identity.dictionary_path},
          {"dictionary_bytes", identity.dictionary_bytes},
          {"dictionary_sha256", identity.dictionary_sha256},
          {"user_dictionary_sha256", identity.user_dictionary_sha256},
          {"spelling_variants_sha256", identity.spelling_variants_sha256}};
}

analysis::AnalyzerIdentity identity_from(const Json& json) {
  analysis::AnalyzerIdentity identity;
  identity.normalizer_version = json.at("normalizer_version").get<int>();
  identity.analyzer_version = json.at("analyzer_version").get<int>();
  identity.dictionary_path = json.at("dictionary_path").get<std::string>();
  identity.dictionary_bytes = json.at("dictionary_bytes").get<std::uint64_t>();
  identity.dictionary_sha256 = json.at("dictionary_sha256").get<std::string>();
  identity.user_dictionary_sha256 = json.at("user_dictionary_sha256").get<std::string>();
  identity.spelling_variants_sha256 = json.at("spelling_variants_sha256").get<std::string>();
  return identity;
}

Manifest manifest_from(const Json& json, const fs::path& file) {
  Manifest manifest;
  manifest.schema_version = json.at("schema_version").get<int>();
  if (manifest.schema_version != kSchemaVersion) {
    throw Error(ErrorKind::Incompatible,
                fmt::format("the index has schema version {}, this program needs {}",
                            manifest.schema_version, kSchemaVersion),
                file.string(), "build the index again with the torikumi-indexer of this version");
  }
  manifest.program_version = json.at("program_version").get<std::string>();
  manifest.built_at = json.at("built_at").get<std::string>();
  manifest.content_sha256 = json.at("content_sha256").get<std::string>();
  manifest.record_count = json.at("record_count").get<std::size_t>();
  manifest.analyzer = identity_from(json.at("analyzer"));
  for (const Json& report : json.at("reports")) {
    manifest.reports.push_back(report_from(report));
  }
  manifest.unread = diagnostics_from(json.at("unread"));
  for (const Json& database_file : json.at("files")) {
    manifest.files.push_back(file_from(database_file));
  }
  return manifest;
}

ManifestFile manifest_file(const fs::path& generation_folder, const fs::path& name) {
  const analysis::FileDigest digest = analysis::digest_of({generation_folder / name});
  return {name.generic_string(), digest.byte_count, digest.sha256};
}

}  // namespace

std::string Manifest::generation_id(std::string_view directory_name) const {
  const std::size_t dash = directory_name.rfind('-');
  return fmt::format("{}-{}", directory_name.substr(dash == std::string_view::npos ? 0 : dash + 1),
                     content_sha256.substr(0, 8));
}

void write_manifest(const Manifest& manifest, const fs::path& file) {
  Json reports = Json::array();
  for (const ManifestReport& report : manifest.reports) {
    reports.push_back(json_of(report));
  }
  const Json json = {{"schema_version", manifest.schema_version},
                     {"program_version", manifest.program_version},
                     {"built_at", manifest.built_at},
                     {"content_sha256", manifest.content_sha256},
                     {"record_count", manifest.record_count},
                     {"analyzer", json_of(manifest.analyzer)},
                     {"reports", std::move(reports)},
                     {"unread", json_of(manifest.unread)},
                     {"files", json_of(manifest.files)}};
  replace_file(file, json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::vector<ManifestFile> database_files(const fs::path& generation_folder) {
  const fs::path database = generation_folder / kDatabaseFolder;
  std::vector<ManifestFile> files;
  std::error_code problem;
  fs::directory_iterator entry(database, problem);
  for (; !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
    files.push_back(
        manifest_file(generation_folder, fs::path(kDatabaseFolder) / entry->path().filename()));
  }
  if (problem) {
    throw Error(ErrorKind::Unreadable, "cannot list the folder: " + problem.message(),
                database.string());
  }
  for (const char* name : kFileNames) {
    std::error_code ignored;
    if (fs::exists(generation_folder / name, ignored)) {
      files.push_back(manifest_file(generation_folder, name));
    }
  }
  std::sort(files.begin(), files.end(),
            [](const ManifestFile& a, const ManifestFile& b) { return a.name < b.name; });
  return files;
}

Manifest read_manifest(const fs::path& file) {
  std::string problem;
  const std::string text = read_whole_file(file);
  try {
    return manifest_from(Json::parse(text), file);
  } catch (const nlohmann::json::exception& error) {
    problem = error.what();
  } catch (const Error& error) {
    if (error.kind == ErrorKind::Incompatible) {
      throw;
    }
    problem = error.what();
  }
  throw Error(ErrorKind::Damaged, "the manifest is not whole: " + problem, file.string(),
              "build the index again from its reports");
}

}  // namespace torikumi::indexer
