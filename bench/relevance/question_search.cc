// Answers a file of questions over a file of paragraphs with the product's own index and search.
//
// The paragraphs become passages (the text is the target) of one made-up report, written by the
// same writer as the reports of the wards; the questions go through search() as the daemon calls
// it. Input: tab-separated lines, id first and text last. Output: one line for each hit,
// `question rank document score`.

#include "corpus/error.h"
#include "indexer/command_line.h"
#include "indexer/generation_store.h"
#include "indexer/index_writer.h"
#include "indexer/manifest.h"
#include "indexer/schema.h"
#include "indexer/version.h"
#include "searchd/search/search_engine.h"
#include "searchd/search/snapshot_source.h"

#include "bench/shipped_resources.h"
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace fs = std::filesystem;
namespace indexer = torikumi::indexer;
namespace searchd = torikumi::searchd;
using torikumi::Error;
using torikumi::ErrorKind;
using torikumi::ExitCode;
using torikumi::corpus::Record;

struct Arguments {
  fs::path documents;
  fs::path questions;
  fs::path index;
  std::size_t thread_count = 2;
  std::size_t limit = 10;
  bool keeps_index = false;
  bool without_synonyms = false;
};

struct Line {
  std::string id;
  std::string text;
};

/// The first and the last column of each line of `file`.
std::vector<Line> lines_of(const fs::path& file) {
  std::ifstream input(file);
  std::string line;
  std::vector<Line> lines;
  while (std::getline(input, line)) {
    const std::size_t first_end = line.find('\t');
    if (first_end == std::string::npos) {
      throw Error(ErrorKind::Malformed, "a line without a tab", file.string());
    }
    lines.push_back({line.substr(0, first_end), line.substr(line.rfind('\t') + 1)});
  }
  if (lines.empty()) {
    throw Error(ErrorKind::Unreadable, "cannot be read or is empty", file.string());
  }
  return lines;
}

Record passage(const Line& document, const torikumi::corpus::Ward& ward) {
  Record record;
  record.id = document.id;
  record.kind = torikumi::corpus::RecordKind::Passage;
  record.ward = ward;
  record.target = document.text;
  record.role = torikumi::corpus::PassageRole::Paragraph;
  record.source = {.file = "documents.tsv", .line = 0, .title = "Questions", .url = {}, .note = {}};
  return record;
}

/// Writes a new generation with `documents` as its passages.
void build(const fs::path& index, const std::vector<Line>& documents,
           const searchd::SearchResources& resources) {
  fs::create_directories(index);
  const indexer::GenerationStore store(index);
  const indexer::BuildLock lock(index);
  store.remove_unfinished();
  const torikumi::corpus::Ward ward = resources.wards.all().front();
  const fs::path folder = store.begin_build();
  indexer::IndexWriter writer(folder, resources.lexicon);
  for (const Line& document : documents) {
    writer.add(passage(document, ward), 0);
  }
  indexer::Manifest manifest;
  manifest.schema_version = indexer::kSchemaVersion;
  manifest.program_version = torikumi::kVersion;
  manifest.built_at = "2000-01-01T00:00:00Z";  // Nobody asks when a measurement was indexed.
  manifest.analyzer = resources.lexicon->identity();
  manifest.record_count = documents.size();
  manifest.reports.emplace_back();
  manifest.reports.back().report.ward = ward;
  manifest.reports.back().report.file = "documents.tsv";
  manifest.reports.back().passages = documents.size();
  manifest.content_sha256 = writer.finish();
  manifest.files = indexer::database_files(folder);
  indexer::write_manifest(manifest, folder / indexer::kManifestName);
  store.publish(folder);
}

std::string run_lines(const Line& question, const Arguments& arguments,
                      const searchd::IndexSnapshot& snapshot) {
  searchd::SearchRequest request;
  request.q = question.text;
  request.limit = arguments.limit;
  request.with_synonyms = !arguments.without_synonyms;
  std::string lines;
  std::size_t rank = 0;
  for (const searchd::Hit& hit : searchd::search(request, snapshot).hits) {
    lines +=
        fmt::format("{} {} {} {:.6f}\n", question.id, ++rank, hit.record.id, hit.score.value_or(0));
  }
  return lines;
}

/// What `run_lines` gives for each question, in their order; by several threads.
std::vector<std::string> answers(const std::vector<Line>& questions, const Arguments& arguments,
                                 const searchd::IndexSnapshot& snapshot) {
  std::vector<std::string> results(questions.size());
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> has_failed = false;
  std::exception_ptr failure;  // Written by the one thread that sets has_failed.
  const auto work = [&] {
    try {
      for (std::size_t at = next++; at < questions.size() && !has_failed; at = next++) {
        results[at] = run_lines(questions[at], arguments, snapshot);
      }
    } catch (...) {
      if (!has_failed.exchange(true)) {
        failure = std::current_exception();  // Thrown again below, when all threads have ended.
      }
    }
  };
  {
    std::vector<std::jthread> threads;
    for (std::size_t count = 0; count < std::max<std::size_t>(arguments.thread_count, 1); ++count) {
      threads.emplace_back(work);
    }
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
  return results;
}

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

ExitCode run(int argument_count, char** values) {
  CLI::App app("Answers questions over paragraphs with the product's own index and search.",
               "question_search");
  Arguments arguments;
  app.add_option("--documents", arguments.documents, "Paragraphs: id, text")->required();
  app.add_option("--questions", arguments.questions, "Questions: id, …, text")->required();
  app.add_option("--index", arguments.index, "Folder for the index")->required();
  app.add_option("--threads", arguments.thread_count, "Questions at a time")->capture_default_str();
  app.add_option("--limit", arguments.limit, "Hits for each question")->capture_default_str();
  app.add_flag("--keep-index", arguments.keeps_index, "Search the index that is there");
  app.add_flag("--without-synonyms", arguments.without_synonyms, "As synonyms=off of /search");
  if (const auto code = torikumi::parse_command_line(app, argument_count, values)) {
    return *code;
  }
  const auto shared = torikumi::bench::shipped_resources();
  const auto begin = std::chrono::steady_clock::now();
  if (!arguments.keeps_index) {
    build(arguments.index, lines_of(arguments.documents), *shared);
  }
  const double build_seconds = seconds_since(begin);
  searchd::SnapshotSource source({.index_folder = arguments.index}, shared);
  source.refresh();
  const std::vector<Line> questions = lines_of(arguments.questions);
  const auto asked = std::chrono::steady_clock::now();
  for (const std::string& lines : answers(questions, arguments, *source.current())) {
    std::fwrite(lines.data(), 1, lines.size(), stdout);
  }
  fmt::print(stderr, "question_search: indexed in {:.1f} s, {} questions in {:.1f} s\n",
             build_seconds, questions.size(), seconds_since(asked));
  return ExitCode::Success;
}

}  // namespace

int main(int argument_count, char** arguments) {
  try {
    return static_cast<int>(run(argument_count, arguments));
  } catch (const Error& error) {
    fmt::print(stderr, "question_search: {}\n", error.what());
    return static_cast<int>(torikumi::exit_code_of(error.kind));
  } catch (const std::exception& error) {
    fmt::print(stderr, "question_search: unexpected: {}\n", error.what());
    return static_cast<int>(ExitCode::Failure);
  }
}
