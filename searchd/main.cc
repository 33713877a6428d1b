// torikumi-searchd: serves an index over HTTP. See README.md and docs/.

#include "analysis/file_digest.h"
#include "corpus/data_directory.h"
#include "indexer/command_line.h"
#include "indexer/version.h"
#include "searchd/api/api_service.h"
#include "searchd/http/server.h"
#include "searchd/listen_address.h"
#include "searchd/search/theme_queries.h"

#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using torikumi::ExitCode;
namespace searchd = torikumi::searchd;

/// One line for the operator. Standard error may be closed or its disk full; the daemon serves on.
template <typename... Values>
void write_line(fmt::format_string<Values...> format, Values&&... values) {
  const std::string line = fmt::format(format, std::forward<Values>(values)...);
  std::fwrite(line.data(), 1, line.size(), stderr);
}

struct Arguments {
  std::filesystem::path index;
  std::string listen = "127.0.0.1:8080";
  std::string cors = "*";
  std::optional<std::filesystem::path> dictionary;
  std::optional<std::filesystem::path> wards;
  std::optional<std::filesystem::path> synonyms;
  std::optional<std::filesystem::path> themes;
  bool logs_requests = false;
};

std::atomic<searchd::HttpServer*> running_server = nullptr;  // For the signal handler.
static_assert(std::atomic<searchd::HttpServer*>::is_always_lock_free);

extern "C" void stop_on_signal(int /*signal*/) {
  if (searchd::HttpServer* const server = running_server) {
    server->stop();
  }
}

std::shared_ptr<const searchd::SearchResources> resources_for(const Arguments& arguments) {
  const std::filesystem::path data = torikumi::data_directory();
  auto lexicon_options = torikumi::analysis::Lexicon::Options::defaults();
  if (arguments.dictionary) {
    lexicon_options.dictionary = *arguments.dictionary;
  }
  const std::filesystem::path synonyms = arguments.synonyms.value_or(data / "synonyms.tsv");
  const std::filesystem::path theme_file = arguments.themes.value_or(data / "themes.txt");
  std::vector<std::filesystem::path> answered_from{synonyms, data / "wards.csv", theme_file};
  if (arguments.wards) {
    answered_from.push_back(*arguments.wards);
  }
  const auto lexicon = std::make_shared<const torikumi::analysis::Lexicon>(lexicon_options);
  auto themes = torikumi::analysis::ThemeDictionary::load(theme_file);
  torikumi::analysis::Analyzer analyzer(lexicon);
  searchd::check_themes(themes, analyzer);
  return std::make_shared<const searchd::SearchResources>(searchd::SearchResources{
      .lexicon = lexicon,
      .synonyms = torikumi::analysis::SynonymTable::load(synonyms, analyzer),
      .wards = torikumi::corpus::WardRegistry::load(data / "wards.csv", arguments.wards),
      .identity = torikumi::kVersion + (' ' + torikumi::analysis::digest_of(answered_from).sha256),
      .themes = std::move(themes)});
}

void log_switch(const std::string& generation_id, const std::string& failure) {
  if (failure.empty()) {
    write_line("torikumi-searchd: now serving generation {}\n", generation_id);
  } else {
    write_line("torikumi-searchd: cannot use the new generation, the old one stays: {}\n", failure);
  }
}

void log_request(const searchd::AccessRecord& record) {
  write_line("{} {} {} {} {} bytes {} us{}{}\n", record.remote_address, record.method, record.path,
             record.status, record.body_bytes, record.duration.count(),
             record.error.empty() ? "" : " ", record.error);
}

void log_failure(const searchd::AccessRecord& record) {
  if (!record.error.empty()) {
    log_request(record);
  }
}

ExitCode serve(const Arguments& arguments) {
  const searchd::ListenAddress address = searchd::parse_listen_address(arguments.listen);
  const searchd::CrossOriginPolicy cross_origin = searchd::parse_cross_origin(arguments.cors);
  searchd::SnapshotSource snapshots({.index_folder = arguments.index}, resources_for(arguments),
                                    log_switch);
  snapshots.refresh();
  const std::filesystem::path data = torikumi::data_directory();
  const searchd::ApiService service(
      {.web_folder = data / "web", .openapi_schemas = data / "openapi_schemas.json"}, snapshots);
  searchd::HttpServer::Options options;
  options.host = address.host;
  options.port = address.port;
  options.cross_origin = cross_origin;
  searchd::HttpServer server(
      options, [&](const searchd::HttpRequest& request) { return service.respond(request); },
      arguments.logs_requests ? log_request : log_failure);
  server.bind();
  running_server = &server;
  std::signal(SIGINT, stop_on_signal);
  std::signal(SIGTERM, stop_on_signal);
  snapshots.start();
  fmt::print("http://{}:{}/\n", address.url_host(), server.port());
  std::fflush(stdout);
  server.run();
  running_server = nullptr;
  return ExitCode::Success;
}

ExitCode run(int argument_count, char** values) {
  CLI::App app("Serves an index that torikumi-indexer built: search page and HTTP API.",
               "torikumi-searchd");
  app.set_version_flag("--version", torikumi::kVersion);
  app.footer(
      "Prints its address on standard output once it can be reached. Stops on SIGINT or SIGTERM.\n"
      "Environment:\n"
      "  TORIKUMI_DICTIONARY  folder of the MeCab dictionary, where --dictionary is not given\n"
      "  TORIKUMI_DATA        folder of wards, synonyms and page, instead of share/torikumi\n"
      "Exit codes: 0 success, 1 failure, 2 usage.");
  Arguments arguments;
  app.add_option("--index", arguments.index, "Folder of the index")->type_name("DIR")->required();
  app.add_option("--listen", arguments.listen,
                 "Where to listen; port 0 takes any free one; [::1]:8080 for IPv6")
      ->type_name("HOST:PORT")
      ->capture_default_str();
  app.add_option("--cors", arguments.cors,
                 "Whose pages may read the answers from a browser: * for any site, off for none, "
                 "or one origin such as https://example.jp")
      ->type_name("ORIGIN")
      ->capture_default_str();
  app.add_option("--dictionary", arguments.dictionary,
                 "Folder of the MeCab dictionary that the index was made with, if not the default")
      ->type_name("DIR");
  app.add_option("--wards", arguments.wards,
                 "CSV with further wards (code,municipality,ward), as for the indexer")
      ->type_name("FILE");
  app.add_option("--synonyms", arguments.synonyms, "File of synonyms instead of the built-in one")
      ->type_name("FILE");
  app.add_option("--themes", arguments.themes, "File of themes instead of the built-in one")
      ->type_name("FILE");
  app.add_flag("--log-requests", arguments.logs_requests,
               "Log each request on standard error (paths, never queries)");
  if (const auto code = torikumi::parse_command_line(app, argument_count, values)) {
    return *code;
  }
  return serve(arguments);
}

}  // namespace

int main(int argument_count, char** arguments) {
  try {
    return static_cast<int>(run(argument_count, arguments));
  } catch (const torikumi::Error& error) {
    write_line("torikumi-searchd: {}\n", error.what());
    return static_cast<int>(torikumi::exit_code_of(error.kind));
  } catch (const std::exception& error) {
    write_line("torikumi-searchd: unexpected: {}\n", error.what());
    return static_cast<int>(ExitCode::Failure);
  }
}
