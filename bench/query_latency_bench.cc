// How long one search takes in-process, with everything switched on: synonyms, corrections aside,
// facets, 20 hits with snippets and highlights. One thread, so that nothing waits for another.

#include "corpus/error.h"
#include "indexer/command_line.h"
#include "indexer/version.h"
#include "searchd/search/search_engine.h"
#include "searchd/search/snapshot_source.h"

#include "bench/shipped_resources.h"
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;
namespace searchd = torikumi::searchd;
using torikumi::Error;
using torikumi::ErrorKind;
using torikumi::ExitCode;

struct Arguments {
  fs::path index;
  fs::path queries;
  std::size_t rounds = 5;
};

struct TypedQuery {
  std::string query_class;
  std::string q;
};

/// The second and third column of each line of `file` but the first, the heading.
std::vector<TypedQuery> queries_of(const fs::path& file) {
  std::ifstream input(file);
  std::string line;
  std::getline(input, line);
  std::vector<TypedQuery> queries;
  while (std::getline(input, line)) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    if (first == std::string::npos || second == std::string::npos) {
      throw Error(ErrorKind::Malformed, "a line without three columns", file.string());
    }
    queries.push_back({line.substr(first + 1, second - first - 1),
                       line.substr(second + 1, line.find('\t', second + 1) - second - 1)});
  }
  if (queries.empty()) {
    throw Error(ErrorKind::Unreadable, "cannot be read or has no queries", file.string());
  }
  return queries;
}

double milliseconds_of(const std::string& q, const searchd::IndexSnapshot& snapshot) {
  searchd::SearchRequest request;
  request.q = q;
  request.filters.kinds = {torikumi::corpus::RecordKind::Initiative};
  const auto begin = std::chrono::steady_clock::now();
  searchd::search(request, snapshot);
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

/// The value below which the share `rank` of the times lies.
double quantile(std::vector<double> times, double rank) {
  std::sort(times.begin(), times.end());
  return times[static_cast<std::size_t>(rank * static_cast<double>(times.size() - 1))];
}

void print_row(const std::string& name, const std::vector<double>& times) {
  fmt::print("| {} | {} | {:.2f} | {:.2f} | {:.2f} |\n", name, times.size(), quantile(times, 0.5),
             quantile(times, 0.99), quantile(times, 1.0));
}

ExitCode run(int argument_count, char** values) {
  CLI::App app("Times searches in-process, query by query, and prints a row for each class.",
               "query_latency_bench");
  Arguments arguments;
  app.add_option("--index", arguments.index, "Folder of an index")->required();
  app.add_option("--queries", arguments.queries, "Tab-separated: id, class, query; with a heading")
      ->required();
  app.add_option("--rounds", arguments.rounds, "Times that each query is asked, after once unasked")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  if (const auto code = torikumi::parse_command_line(app, argument_count, values)) {
    return *code;
  }
  searchd::SnapshotSource source({.index_folder = arguments.index},
                                 torikumi::bench::shipped_resources());
  source.refresh();
  const std::shared_ptr<const searchd::IndexSnapshot> snapshot = source.current();
  const std::vector<TypedQuery> queries = queries_of(arguments.queries);
  std::map<std::string, std::vector<double>> by_class;
  std::vector<double> all;
  for (std::size_t round = 0; round <= arguments.rounds; ++round) {
    for (const TypedQuery& query : queries) {
      const double time = milliseconds_of(query.q, *snapshot);
      if (round > 0) {  // The first round warms caches.
        by_class[query.query_class].push_back(time);
        all.push_back(time);
      }
    }
  }
  fmt::print(
      "| class | searches | median ms | p99 ms | max ms |\n| --- | --- | --- | --- | --- |\n");
  for (const auto& [name, times] : by_class) {
    print_row(name, times);
  }
  print_row("all", all);
  return ExitCode::Success;
}

}  // namespace

int main(int argument_count, char** arguments) {
  try {
    return static_cast<int>(run(argument_count, arguments));
  } catch (const Error& error) {
    fmt::print(stderr, "query_latency_bench: {}\n", error.what());
    return static_cast<int>(torikumi::exit_code_of(error.kind));
  } catch (const std::exception& error) {
    fmt::print(stderr, "query_latency_bench: unexpected: {}\n", error.what());
    return static_cast<int>(ExitCode::Failure);
  }
}
