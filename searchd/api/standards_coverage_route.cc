// Which standards are worked on where, with the sentences that say so.

#include "corpus/fiscal_year.h"
#include "corpus/record_json.h"
#include "searchd/analytics/standard_evidence.h"
#include "searchd/analytics/standard_lists.h"
#include "searchd/api/empty_subset.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/list_page.h"
#include "searchd/api/practice_json.h"
#include "searchd/api/standard_json.h"
#include "searchd/practices/practice_evidence.h"
#include "searchd/search/practice_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::LinkStrength;
using analysis::StandardLink;

// An answer is bounded: of more records the best are shown, the numbers stay exact.
constexpr std::size_t kMaxRecordsOfWard = 10;
constexpr std::size_t kMaxRecordsOfYear = 3;
constexpr std::size_t kMaxLinks = 200;

constexpr std::string_view kByWard = "ward";
constexpr std::string_view kByLink = "link";

/// What is asked.
struct CoverageRequest {
  std::string by;
  std::optional<LinkStrength> strength;  ///< Whose links are shown; none: both.

  [[nodiscard]] bool is_by_link() const { return by == kByLink; }
  [[nodiscard]] bool is_by_year() const { return by != kByWard; }
  [[nodiscard]] std::size_t max_records() const {
    return is_by_link() ? kMaxLinks : is_by_year() ? kMaxRecordsOfYear : kMaxRecordsOfWard;
  }
};

CoverageRequest request_from(const Parameters& parameters) {
  CoverageRequest request;
  request.by = parameters.text("by");
  const std::string strength = parameters.text("strength");
  if (strength != "all") {
    request.strength = strength == "strong" ? LinkStrength::Strong : LinkStrength::Weak;
  }
  return request;
}

/// Writes the evidence of standards as JSON and CSV.
class CoverageWriter {
 public:
  CoverageWriter(const CoverageRequest& request, const IndexSnapshot& snapshot)
      : request_(request), snapshot_(snapshot) {}

  [[nodiscard]] std::vector<std::string> csv_header() const {
    std::vector<std::string> header{"standard_id",  "standard_number", "standard_year",
                                    "municipality", "scope",           "standard",
                                    "ward_name",    "ward_code"};
    if (request_.is_by_year()) {
      header.emplace_back("fiscal_year");
    }
    const auto add = [&](std::initializer_list<const char*> names) {
      header.insert(header.end(), names.begin(), names.end());
    };
    if (request_.is_by_link()) {
      add({"department", "record_id"});
    } else {
      add({"state", "base", "strong", "weak", "record_id"});
    }
    add({"strength", "relation", "raised_by", "score", "part", "sentence", "source_file",
         "source_line"});
    return header;
  }

  /// One standard with its cells or links; its rows are added to `csv`.
  Json json(const corpus::Record& standard, const StandardEvidence& evidence, CsvDocument& csv) {
    Json json = standard_json(standard);
    json["strong"] = evidence.strong;
    json["weak"] = evidence.weak;
    json["strong_wards"] = evidence.strong_wards;
    json["reporting_wards"] = evidence.reporting_wards;
    Json list = Json::array();
    for (const StandardEvidenceCell& cell : evidence.cells) {
      Json records = records_json(standard, cell, csv);
      if (request_.is_by_link()) {
        std::move(records.begin(), records.end(), std::back_inserter(list));
      } else {
        list.push_back(cell_json(cell, std::move(records)));
      }
    }
    json[request_.is_by_link() ? "links" : "cells"] = std::move(list);
    return json;
  }

 private:
  [[nodiscard]] Json cell_json(const StandardEvidenceCell& cell, Json records) const {
    Json json = {{"ward", corpus::to_json(*cell.ward)}};
    if (cell.fiscal_year) {
      json["fiscal_year"] = *cell.fiscal_year;
      json["fiscal_year_label"] = corpus::fiscal_year_label(*cell.fiscal_year);
    }
    const bool is_counted = cell.has_report;
    json["state"] = is_counted ? "counted" : "no_report";
    json["base"] = cell.base;
    json["strong"] = is_counted ? Json(cell.strong) : Json(nullptr);
    json["weak"] = is_counted ? Json(cell.weak) : Json(nullptr);
    json["records"] = std::move(records);
    return json;
  }

  /// The records of a cell with their sentences, best first.
  Json records_json(const corpus::Record& standard, const StandardEvidenceCell& cell,
                    CsvDocument& csv) const {
    std::vector<const StandardLink*> links;
    std::vector<std::pair<std::size_t, analysis::SentenceRef>> places;
    for (const StandardLink* link : cell.links) {
      if ((!request_.strength || link->strength == *request_.strength) &&
          links.size() < request_.max_records()) {
        links.push_back(link);
        places.emplace_back(link->record, link->sentence);
      }
    }
    Json list = Json::array();
    for (const Evidence& evidence : evidence_of(places, snapshot_)) {
      Json json = json_of(evidence);
      json.update(link_json(*links[list.size()]));
      if (request_.is_by_link()) {
        csv.rows.push_back(row_of(standard, cell, json));
      }
      list.push_back(std::move(json));
    }
    if (!request_.is_by_link()) {
      csv.rows.push_back(row_of(standard, cell, list.empty() ? Json() : list.front()));
    }
    return list;
  }

  [[nodiscard]] static std::string text_of(const Json& value) {
    return value.is_null() ? "" : value.is_string() ? value.get<std::string>() : value.dump();
  }

  /// `record` is that of the link, or the best of the cell; null if it has none.
  [[nodiscard]] std::vector<std::string> row_of(const corpus::Record& standard,
                                                const StandardEvidenceCell& cell,
                                                const Json& record) const {
    std::vector<std::string> row{
        standard.id,
        standard.number ? std::to_string(*standard.number) : "",
        standard.fiscal_year ? std::to_string(*standard.fiscal_year) : "",
        standard.ward.municipality,
        standard.scope ? std::string(corpus::name_of(*standard.scope)) : "",
        standard.target,
        cell.ward->name,
        cell.ward->code};
    if (request_.is_by_year()) {
      row.push_back(cell.fiscal_year ? std::to_string(*cell.fiscal_year) : "");
    }
    const auto of_record = [&](const char* key) {
      return record.is_null() ? std::string() : text_of(record[key]);
    };
    if (request_.is_by_link()) {
      row.push_back(of_record("department"));
    } else {
      const auto number = [&](std::size_t count) {
        return cell.has_report ? std::to_string(count) : std::string();
      };
      row.insert(row.end(), {cell.has_report ? "counted" : "no_report", std::to_string(cell.base),
                             number(cell.strong), number(cell.weak)});
    }
    row.push_back(of_record("id"));
    for (const char* key : {"strength", "relation", "raised_by", "score", "part", "sentence"}) {
      row.push_back(of_record(key));
    }
    row.push_back(record.is_null() ? "" : text_of(record["source"]["file"]));
    row.push_back(record.is_null() ? "" : text_of(record["source"]["line"]));
    return row;
  }

  const CoverageRequest& request_;  // The caller's, as the snapshot.
  const IndexSnapshot& snapshot_;
};

/// The standards that `standard` names by number or id, of the municipalities of `filters`; all if
/// it is not given. By municipality, latest list first, then by number.
ApiResult<std::vector<DocumentNumber>> standards_from(const Parameters& parameters,
                                                      const Filters& filters,
                                                      const IndexSnapshot& snapshot) {
  const std::vector<std::string> wanted = parameters.all("standard");
  const std::vector<DocumentNumber>& all = snapshot.coverage().standards();
  const std::vector<corpus::Record> records = records_of(all, snapshot);
  std::vector<bool> is_met(wanted.size());
  std::vector<std::pair<const corpus::Record*, DocumentNumber>> chosen;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const corpus::Record& record = records[i];
    bool is_wanted = wanted.empty();
    for (std::size_t j = 0; j < wanted.size(); ++j) {
      const bool is_this =
          wanted[j] == record.id || (record.number && wanted[j] == std::to_string(*record.number));
      is_met[j] = is_met[j] || is_this;
      is_wanted = is_wanted || is_this;
    }
    if (is_wanted) {
      chosen.emplace_back(&record, all[i]);
    }
  }
  for (std::size_t j = 0; j < wanted.size(); ++j) {
    if (!is_met[j]) {
      return tl::unexpected(
          Problem{.type = ProblemType::InvalidParameter,
                  .detail = fmt::format("no standard has the number or id \"{}\"", wanted[j]),
                  .parameter = "standard",
                  .hint = "numbers and ids come from /standards",
                  .valid_values = {},
                  .instance = {},
                  .log_message = {}});
    }
  }
  std::stable_sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) {
    const corpus::Record& x = *a.first;
    const corpus::Record& y = *b.first;
    return std::tie(x.ward.code, y.fiscal_year, x.number) <
           std::tie(y.ward.code, x.fiscal_year, y.number);
  });
  std::vector<DocumentNumber> documents;
  for (const auto& [record, document] : chosen) {
    if (concern(filters, snapshot.ward_at(snapshot.columns().row(document).ward).municipality,
                snapshot)) {
      documents.push_back(document);
    }
  }
  return documents;
}

Json notes_of(const std::vector<DocumentNumber>& standards, const IndexSnapshot& snapshot) {
  Json notes = Json::array();
  if (snapshot.coverage().standards().empty()) {
    notes.push_back("区役所サービス基準が索引にないため、取組と比べられません。");
  } else if (standards.empty()) {
    notes.push_back("絞り込んだ区の市町村の基準が索引にないため、取組と比べられません。");
  }
  return notes;
}

}  // namespace

ApiResult<Answer> answer_standards_coverage(const RouteRequest& request,
                                            const IndexSnapshot& snapshot) {
  const Parameters& parameters = request.parameters;
  ApiResult<Filters> filters = filters_from(parameters, snapshot);
  if (!filters) {
    return tl::unexpected(std::move(filters).error());
  }
  filters->kinds =
      kinds_from(parameters, {corpus::RecordKind::Initiative, corpus::RecordKind::Example});
  if (std::optional<Problem> problem = empty_filters(parameters, *filters, snapshot)) {
    return tl::unexpected(*std::move(problem));
  }
  const auto standards = standards_from(parameters, *filters, snapshot);
  if (!standards) {
    return tl::unexpected(standards.error());
  }
  const CoverageRequest asked = request_from(parameters);
  const StandardEvidenceTable table(*standards, *filters, asked.is_by_year(), snapshot);
  const std::vector<corpus::Record> records = records_of(*standards, snapshot);
  CoverageWriter writer(asked, snapshot);
  CsvDocument csv{writer.csv_header(), {}};
  Json list = Json::array();
  Json without = Json::array();
  std::set<int> unreported;  // Years of the lists that no report is compared with.
  const ListPage page = list_page(parameters);
  for (std::size_t place = 0; place < records.size(); ++place) {
    const StandardEvidence& evidence = table.standards()[place];
    if (evidence.reporting_wards == 0) {
      unreported.insert(records[place].fiscal_year.value_or(0));
    } else if (evidence.strong == 0) {
      Json standard = standard_json(records[place]);
      standard["weak"] = evidence.weak;
      without.push_back(std::move(standard));
    }
    if (page.holds(place)) {
      list.push_back(writer.json(records[place], evidence, csv));
    }
  }
  Json json = json_of(page, records.size(), "standards", std::move(list));
  json["by"] = asked.by;
  json["strength"] = parameters.text("strength");
  json["without_evidence"] = std::move(without);
  json["rule"] = {{"strong_score", snapshot.coverage().strong_score()},
                  {"weak_score", snapshot.coverage().weak_score()}};
  json["notes"] = notes_of(*standards, snapshot);
  for (const int year : unreported) {
    json["notes"].push_back(
        fmt::format("{}の基準と比べる取組の報告がないため、根拠があるかどうかは分かりません。",
                    corpus::fiscal_year_label(year)));
  }
  return Answer{std::move(json), std::move(csv)};
}

}  // namespace torikumi::searchd
