#include "corpus/record_json.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/list_page.h"
#include "searchd/api/route.h"

namespace torikumi::searchd {
namespace {

using corpus::Diagnostic;

Json warnings_of(const indexer::ManifestReport& entry) {
  Json warnings = Json::array();
  for (const Diagnostic& diagnostic : entry.diagnostics) {
    if (diagnostic.severity != Diagnostic::Severity::Note) {
      warnings.push_back(
          {{"line", diagnostic.line}, {"message", diagnostic.message}, {"hint", diagnostic.hint}});
    }
  }
  return warnings;
}

Json origins_of(const indexer::ManifestReport& entry) {
  Json origins = Json::object();
  for (const corpus::Inference& inference : entry.inferences) {
    origins[inference.property] = inference.from;
  }
  return origins;
}

Json json_of(const indexer::ManifestReport& entry) {
  Json json = corpus::to_json(entry.report);
  json["records"] = {{"initiative", entry.initiatives},
                     {"example", entry.examples},
                     {"standard", entry.standards},
                     {"passage", entry.passages}};
  json["departments"] = entry.departments;
  json["known_from"] = origins_of(entry);
  json["warnings"] = warnings_of(entry);
  return json;
}

std::vector<std::string> csv_row(const indexer::ManifestReport& entry) {
  const corpus::Report& report = entry.report;
  return {report.ward.municipality,
          report.ward.name,
          report.ward.code,
          std::to_string(report.fiscal_year),
          std::string(corpus::name_of(report.kind)),
          report.title,
          std::to_string(entry.initiatives),
          std::to_string(entry.examples),
          std::to_string(entry.standards),
          std::to_string(entry.passages),
          std::to_string(warnings_of(entry).size()),
          report.file,
          report.url,
          report.note};
}

Json unread_files(const indexer::Manifest& manifest) {
  Json unread = Json::array();
  for (const Diagnostic& diagnostic : manifest.unread) {
    unread.push_back({{"file", diagnostic.file},
                      {"line", diagnostic.line},
                      {"message", diagnostic.message},
                      {"hint", diagnostic.hint}});
  }
  return unread;
}

}  // namespace

ApiResult<Answer> answer_reports(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const ApiResult<Filters> filters = filters_from(request.parameters, snapshot);
  if (!filters) {
    return tl::unexpected(filters.error());
  }
  CsvDocument csv{
      {"municipality", "ward_name", "ward_code", "fiscal_year", "kind", "title", "initiatives",
       "examples", "standards", "passages", "warnings", "file", "url", "note"},
      {}};
  Json reports = Json::array();
  const ListPage page = list_page(request.parameters);
  std::size_t total = 0;
  for (const indexer::ManifestReport& entry : snapshot.manifest().reports) {
    if (accepts_ward(*filters, entry.report.ward.code, snapshot) &&
        accepts_year(*filters, entry.report.fiscal_year) && page.holds(total++)) {
      reports.push_back(json_of(entry));
      csv.rows.push_back(csv_row(entry));
    }
  }
  Json json = {{"indexed_at", snapshot.manifest().built_at}};
  json.update(json_of(page, total, "reports", std::move(reports)));
  json["unread"] = unread_files(snapshot.manifest());
  return Answer{std::move(json), std::move(csv)};
}

}  // namespace torikumi::searchd
