#include "searchd/api/api_service.h"

#include "corpus/nearest_names.h"
#include "searchd/api/openapi.h"
#include "searchd/api/route.h"
#include "searchd/http/etag.h"
#include "searchd/http/problem.h"
#include "searchd/search/search_engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace torikumi::searchd {
namespace {

constexpr std::string_view kApiPrefix = "/api/v1";
constexpr std::string_view kIdSegment = "{id}";
constexpr const char* kJsonType = "application/json; charset=utf-8";
constexpr const char* kHtmlType = "text/html; charset=utf-8";
constexpr const char* kPaperStyle = "paper.css";
constexpr const char* kCsvType = "text/csv; charset=utf-8; header=present";

struct RouteMatch {
  const Route* route = nullptr;
  std::string path_argument;
};

std::optional<RouteMatch> route_for(std::string_view path) {
  for (const Route& route : routes()) {
    const std::size_t id = route.path.find(kIdSegment);
    if (id == std::string_view::npos) {
      if (path == route.path) {
        return RouteMatch{&route, {}};
      }
      continue;
    }
    const std::string_view before = route.path.substr(0, id);
    const std::string_view after = route.path.substr(id + kIdSegment.size());
    if (path.size() > before.size() + after.size() && path.starts_with(before) &&
        path.ends_with(after)) {
      const std::string_view argument =
          path.substr(before.size(), path.size() - before.size() - after.size());
      if (argument.find('/') == std::string_view::npos) {
        return RouteMatch{&route, std::string(argument)};
      }
    }
  }
  return std::nullopt;
}

HttpResponse not_found(const HttpRequest& request) {
  std::vector<std::string> known;
  for (const Route& route : routes()) {
    known.push_back(std::string(kApiPrefix) + std::string(route.path));
  }
  const std::vector<std::string> near = corpus::nearest_names(request.path, known, 1);
  return problem_response({.type = ProblemType::NotFound,
                           .detail = "there is nothing at this path",
                           .parameter = {},
                           .hint = near.empty() ? "see /api/v1/openapi.json for all paths"
                                                : fmt::format("did you mean {}?", near.front()),
                           .valid_values = {},
                           .instance = request.path,
                           .log_message = {}});
}

HttpResponse text_answer(int status, std::string text) {
  return {.status = status,
          .content_type = "text/plain; charset=utf-8",
          .headers = {{"Cache-Control", "no-store"}},
          .body = std::move(text),
          .log_message = {}};
}

/// Ready is who can answer: an index is open, and a query to it does not fail.
HttpResponse readiness(const std::shared_ptr<const IndexSnapshot>& snapshot) {
  if (!snapshot) {
    return text_answer(503, "no index is open\n");
  }
  SearchRequest probe;
  probe.q = "区";
  probe.limit = 1;
  try {
    search(probe, *snapshot);
  } catch (const Error& problem) {
    HttpResponse answer = text_answer(503, "the index cannot be read\n");
    answer.log_message = problem.what();
    return answer;
  }
  return text_answer(200, fmt::format("ready, generation {}\n", snapshot->generation_id()));
}

HttpResponse with_problem(Problem problem, const HttpRequest& request) {
  problem.instance = request.path;
  return problem_response(problem);
}

std::string json_body(const Answer& answer, const IndexSnapshot& snapshot,
                      std::chrono::steady_clock::time_point began, bool is_search) {
  Json body = {{"generation", snapshot.generation_id()}};
  body.update(answer.json);
  if (is_search) {
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    body["took_ms"] = took.count();
  }
  return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

HttpResponse found(const char* type, const std::vector<HttpHeader>& headers, std::string body) {
  return {.status = 200,
          .content_type = type,
          .headers = headers,
          .body = std::move(body),
          .log_message = {}};
}

/// From `path` to the root of the page, so that links work below any prefix of a proxy: ../../
std::string root_of(std::string_view path) {
  std::string root;
  for (auto depth = std::count(path.begin(), path.end(), '/'); depth > 1; --depth) {
    root += "../";
  }
  return root;
}

}  // namespace

ApiService::ApiService(const Options& options, const SnapshotSource& snapshots)
    : page_(options.web_folder),
      openapi_(openapi_document(options.openapi_schemas)),
      snapshots_(snapshots) {}

HttpResponse ApiService::respond(const HttpRequest& request) const {
  if (request.path == "/healthz") {
    return text_answer(200, "ok\n");
  }
  if (request.path == "/readyz") {
    return readiness(snapshots_.current());
  }
  if (request.path.starts_with("/api/")) {
    const std::string_view path(request.path);
    return path.starts_with(kApiPrefix) ? respond_to_api(request, path.substr(kApiPrefix.size()))
                                        : not_found(request);
  }
  std::string version;
  for (const HttpParameter& parameter : request.parameters) {
    version = parameter.name == "v" ? parameter.value : version;
  }
  std::optional<HttpResponse> file = page_.respond(request.path, version);
  return file ? *std::move(file) : not_found(request);
}

HttpResponse ApiService::respond_to_api(const HttpRequest& request, std::string_view path) const {
  const auto began = std::chrono::steady_clock::now();
  if (path == "/openapi.json") {
    return respond_with_openapi(request);
  }
  const std::optional<RouteMatch> match = route_for(path);
  if (!match) {
    return not_found(request);
  }
  ApiResult<Parameters> parameters =
      Parameters::parse(request.parameters, match->route->parameters);
  if (!parameters) {
    return with_problem(std::move(parameters).error(), request);
  }
  const std::shared_ptr<const IndexSnapshot> snapshot = snapshots_.current();
  if (!snapshot) {
    return with_problem({.type = ProblemType::Unavailable,
                         .detail = "no index is open yet",
                         .parameter = {},
                         .hint = "try again when /readyz answers 200",
                         .valid_values = {},
                         .instance = {},
                         .log_message = {}},
                        request);
  }
  const std::string etag =
      weak_etag(fmt::format("{} {} {} {}", snapshot->resources().identity,
                            snapshot->generation_id(), request.path, parameters->canonical()));
  const std::vector<HttpHeader> headers{{"ETag", etag}, {"Cache-Control", "no-cache"}};
  // An answer that somebody has need not be worked out again. "*" names none: whether there is an
  // answer at all must be seen first.
  const std::string_view known = request.header("if-none-match");
  if (known != "*" && matches_if_none_match(known, etag)) {
    return {.status = 304, .content_type = {}, .headers = headers, .body = {}, .log_message = {}};
  }
  const bool wants_csv = match->route->has_csv && parameters->text("format") == "csv";
  ApiResult<Answer> answer =
      match->route->answer({*std::move(parameters), match->path_argument}, *snapshot);
  if (!answer) {
    return with_problem(std::move(answer).error(), request);
  }
  if (wants_csv && answer->csv) {
    return found(kCsvType, headers, answer->csv->to_string());
  }
  if (answer->page) {
    return found(kHtmlType, headers,
                 html_document(*answer->page, root_of(request.path) + page_.address(kPaperStyle),
                               root_of(request.path)));
  }
  return found(kJsonType, headers,
               json_body(*answer, *snapshot, began, match->route->path == "/search"));
}

HttpResponse ApiService::respond_with_openapi(const HttpRequest& request) const {
  if (const ApiResult<Parameters> none = Parameters::parse(request.parameters, {}); !none) {
    return with_problem(none.error(), request);
  }
  return found(kJsonType, {{"ETag", strong_etag(openapi_)}, {"Cache-Control", "no-cache"}},
               openapi_);
}

}  // namespace torikumi::searchd
