#include "searchd/api/analytics_request.h"
#include "searchd/api/empty_subset.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/list_page.h"
#include "searchd/api/practice_json.h"
#include "searchd/practices/practice_list.h"
#include "searchd/search/search_engine.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace torikumi::searchd {
namespace {

/// Departments of one entry of the list; all of them are in the answer for the practice.
constexpr std::size_t kMaxListedDepartments = 20;

PracticeOrder order_from(const std::string& name) {
  if (name == "spread") {
    return PracticeOrder::Spread;
  }
  if (name == "size") {
    return PracticeOrder::Size;
  }
  if (name == "recent") {
    return PracticeOrder::Recent;
  }
  return name == "label" ? PracticeOrder::Label : PracticeOrder::Relevance;
}

Problem no_such_member() {
  return {.type = ProblemType::InvalidParameter,
          .detail = "no record has this id",
          .parameter = "record",
          .hint = "ids come from /search; a record whose report is no longer indexed is gone",
          .valid_values = {},
          .instance = {},
          .log_message = {}};
}

ApiResult<PracticeListRequest> list_request(const Parameters& parameters,
                                            const IndexSnapshot& snapshot) {
  ApiResult<RecordQuery> query = record_query_from(parameters, snapshot);
  if (!query) {
    return tl::unexpected(std::move(query).error());
  }
  query->filters.kinds =
      kinds_from(parameters, {corpus::RecordKind::Initiative, corpus::RecordKind::Example});
  PracticeListRequest request{.query = *std::move(query),
                              .min_wards = parameters.integer("min_wards"),
                              .min_departments = parameters.integer("min_departments"),
                              .order = order_from(parameters.text("sort"))};
  if (const std::string id = parameters.text("record"); !id.empty()) {
    request.of_document = document_of(id, snapshot);
    if (!request.of_document) {
      return tl::unexpected(no_such_member());
    }
  }
  return request;
}

std::vector<std::string> csv_header() {
  return {"id",          "label",          "key_terms",  "records",     "wards",
          "departments", "years",          "first_seen", "latest_seen", "found",
          "ward_names",  "representative", "sentence"};
}

std::vector<std::string> csv_row(const ListedPractice& listed, const Evidence& shown,
                                 const IndexSnapshot& snapshot) {
  const PracticeView& view = listed.view;
  std::string wards;
  for (const WardMembers& each : view.wards) {
    const corpus::Ward& ward = snapshot.ward_at(each.ward);
    wards += (wards.empty() ? "" : "、") + (ward.name.empty() ? ward.municipality : ward.name);
  }
  const auto year = [](const std::optional<int>& value) {
    return value ? std::to_string(*value) : std::string();
  };
  return {view.practice->id,
          view.practice->label,
          fmt::format("{}", fmt::join(view.practice->key_terms, "、")),
          std::to_string(view.members.size()),
          std::to_string(view.wards.size()),
          std::to_string(view.departments.size()),
          std::to_string(view.years.size()),
          year(view.first_seen()),
          year(view.latest_seen()),
          std::to_string(listed.found),
          std::move(wards),
          shown.record.id,
          shown.sentence};
}

/// The member that shows what is done: the representative if it is counted, else the strongest one
/// that is.
std::pair<std::size_t, analysis::SentenceRef> shown_member(const PracticeView& view) {
  const std::vector<analysis::PracticeMember>& members = view.practice->members;
  const auto found = std::find_if(view.members.begin(), view.members.end(), [&](std::size_t place) {
    return members[place].record == view.practice->representative;
  });
  const analysis::PracticeMember& member =
      members[found == view.members.end() ? view.members.front() : *found];
  return {member.record, member.sentence};
}

}  // namespace

ApiResult<Answer> answer_practices(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const Parameters& parameters = request.parameters;
  const ApiResult<PracticeListRequest> asked = list_request(parameters, snapshot);
  if (!asked) {
    return tl::unexpected(asked.error());
  }
  if (std::optional<Problem> problem = empty_filters(parameters, asked->query.filters, snapshot)) {
    return tl::unexpected(*std::move(problem));
  }
  const PracticeList list = list_practices(*asked, snapshot);
  const ListPage page = list_page(parameters);
  const std::size_t begin = std::min(page.offset, list.practices.size());
  const std::size_t count = std::min(page.limit, list.practices.size() - begin);
  std::vector<std::pair<std::size_t, analysis::SentenceRef>> places;
  for (std::size_t i = begin; i < begin + count; ++i) {
    places.push_back(shown_member(list.practices[i].view));
  }
  const std::vector<Evidence> shown = evidence_of(places, snapshot);
  CsvDocument csv{csv_header(), {}};
  Json practices = Json::array();
  for (std::size_t i = 0; i < count; ++i) {
    const ListedPractice& listed = list.practices[begin + i];
    Json json = json_of(listed.view, kMaxListedDepartments, snapshot);
    json["found"] = listed.found;
    json["named"] = listed.is_named;
    json["representative"] = json_of(shown[i]);
    practices.push_back(std::move(json));
    csv.rows.push_back(csv_row(listed, shown[i], snapshot));
  }
  Json json = json_of(page, list.practices.size(), "practices", std::move(practices));
  json["query"] = {{"q", parameters.text("q")},
                   {"interpretation", list.interpretation},
                   {"synonyms", parameters.text("synonyms")}};
  json["notes"] = list.notes;
  return Answer{std::move(json), std::move(csv)};
}

}  // namespace torikumi::searchd
