#include "corpus/record_json.h"
#include "searchd/api/analytics_request.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/list_page.h"
#include "searchd/api/practice_json.h"
#include "searchd/search/practice_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace torikumi::searchd {
namespace {

constexpr std::size_t kMaxDepartments = 200;
constexpr std::size_t kMaxRelated = 10;

std::vector<std::string> csv_header() {
  return {"practice",  "label",       "id",          "kind",         "municipality", "ward_name",
          "ward_code", "fiscal_year", "department",  "number",       "strength",     "part",
          "sentence",  "source_file", "source_line", "source_title", "source_url"};
}

std::vector<std::string> csv_row(const analysis::Practice& practice,
                                 const analysis::PracticeMember& member, const Evidence& evidence) {
  const corpus::Record& record = evidence.record;
  const auto number = [](const std::optional<int>& value) {
    return value ? std::to_string(*value) : std::string();
  };
  return {practice.id,
          practice.label,
          record.id,
          std::string(corpus::name_of(record.kind)),
          record.ward.municipality,
          record.ward.name,
          record.ward.code,
          number(record.fiscal_year),
          record.department.name,
          number(record.number),
          fmt::format("{:.4f}", member.strength),
          std::string(name_of(evidence.part)),
          evidence.sentence,
          record.source.file,
          std::to_string(record.source.line),
          record.source.title,
          record.source.url};
}

Json related_json(const analysis::Practice& practice, const IndexSnapshot& snapshot) {
  Json list = Json::array();
  for (const RelatedPractice& related : related_practices(practice, snapshot, kMaxRelated)) {
    Json link = practice_link(*related.practice);
    link["shared"] = related.shared;
    list.push_back(std::move(link));
  }
  return list;
}

/// `limit` members of `view` from `offset` on, with their sentences.
std::vector<Evidence> page_of(const PracticeView& view, const ListPage& page,
                              const IndexSnapshot& snapshot) {
  std::vector<std::pair<std::size_t, analysis::SentenceRef>> places;
  for (std::size_t i = 0; i < view.members.size(); ++i) {
    if (page.holds(i)) {
      const analysis::PracticeMember& member = view.practice->members[view.members[i]];
      places.emplace_back(member.record, member.sentence);
    }
  }
  return evidence_of(places, snapshot);
}

}  // namespace

ApiResult<Answer> answer_practice(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const analysis::Practice* practice = snapshot.practices().with_id(request.path_argument);
  if (practice == nullptr) {
    return tl::unexpected(no_such_practice());
  }
  ApiResult<Filters> filters = filters_from(request.parameters, snapshot);
  if (!filters) {
    return tl::unexpected(std::move(filters).error());
  }
  filters->kinds =
      kinds_from(request.parameters, {corpus::RecordKind::Initiative, corpus::RecordKind::Example});
  const PracticeView view = view_of(*practice, RowFilter(*filters, snapshot), snapshot.columns());
  const ListPage page = list_page(request.parameters);
  CsvDocument csv{csv_header(), {}};
  Json members = Json::array();
  const std::vector<Evidence> evidence = page_of(view, page, snapshot);
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const analysis::PracticeMember& member = practice->members[view.members[page.offset + i]];
    Json json = json_of(evidence[i]);
    json["strength"] = rounded(member.strength);
    members.push_back(std::move(json));
    csv.rows.push_back(csv_row(*practice, member, evidence[i]));
  }
  Json json = json_of(view, kMaxDepartments, snapshot);
  json["representative"] = json_of(evidence_of({representative_sentence(*practice)}, snapshot)[0]);
  json["related"] = related_json(*practice, snapshot);
  Json answer = {{"practice", std::move(json)}};
  answer.update(json_of(page, view.members.size(), "members", std::move(members)));
  return Answer{std::move(answer), std::move(csv)};
}

}  // namespace torikumi::searchd
