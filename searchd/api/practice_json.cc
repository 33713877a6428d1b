#include "searchd/api/practice_json.h"

#include "corpus/fiscal_year.h"
#include "corpus/record_json.h"
#include "searchd/search/practice_store.h"

#include <algorithm>
#include <utility>

namespace torikumi::searchd {
namespace {

Json year_or_null(const std::optional<int>& year) {
  return year ? Json(*year) : Json(nullptr);
}

Json departments_json(const PracticeView& view, std::size_t max_departments,
                      const IndexSnapshot& snapshot) {
  std::vector<DepartmentMembers> departments = view.departments;
  std::stable_sort(
      departments.begin(), departments.end(),
      [](const DepartmentMembers& a, const DepartmentMembers& b) { return a.records > b.records; });
  departments.resize(std::min(departments.size(), max_departments));
  Json list = Json::array();
  for (const DepartmentMembers& each : departments) {
    list.push_back({{"ward", corpus::to_json(snapshot.ward_at(each.ward))},
                    {"name", snapshot.columns().departments[each.department]},
                    {"records", each.records}});
  }
  return list;
}

}  // namespace

std::string_view name_of(analysis::TextPart part) {
  return part == analysis::TextPart::Target ? "target" : "result";
}

Json practice_link(const analysis::Practice& practice) {
  return {{"id", practice.id}, {"label", practice.label}};
}

Json practice_links_of(DocumentNumber document, const IndexSnapshot& snapshot) {
  const PracticeStore& store = snapshot.practices();
  std::vector<const analysis::Practice*> practices;
  for (const PracticeNumber number : store.of_document(document)) {
    practices.push_back(&store.all()[number]);
  }
  std::sort(practices.begin(), practices.end(),
            [](const analysis::Practice* a, const analysis::Practice* b) { return a->id < b->id; });
  Json links = Json::array();
  for (const analysis::Practice* practice : practices) {
    links.push_back(practice_link(*practice));
  }
  return links;
}

Json json_of(const PracticeView& view, std::size_t max_departments, const IndexSnapshot& snapshot) {
  Json wards = Json::array();
  for (const WardMembers& each : view.wards) {
    wards.push_back(
        {{"ward", corpus::to_json(snapshot.ward_at(each.ward))}, {"records", each.records}});
  }
  Json years = Json::array();
  for (const YearMembers& each : view.years) {
    years.push_back({{"fiscal_year", each.fiscal_year},
                     {"fiscal_year_label", corpus::fiscal_year_label(each.fiscal_year)},
                     {"records", each.records}});
  }
  Json json = practice_link(*view.practice);
  json["key_terms"] = view.practice->key_terms;
  json["records"] = view.members.size();
  json["ward_count"] = view.wards.size();
  json["year_count"] = view.years.size();
  json["department_count"] = view.departments.size();
  json["wards"] = std::move(wards);
  json["years"] = std::move(years);
  json["departments"] = departments_json(view, max_departments, snapshot);
  json["first_seen"] = year_or_null(view.first_seen());
  json["latest_seen"] = year_or_null(view.latest_seen());
  return json;
}

Json json_of(const Evidence& evidence) {
  Json record = corpus::to_json(evidence.record);
  Json json;
  for (const char* key :
       {"id", "kind", "ward", "fiscal_year", "fiscal_year_label", "department", "number"}) {
    json[key] = std::move(record[key]);
  }
  json["part"] = name_of(evidence.part);
  json["sentence"] = evidence.sentence;
  json["characters"] = {evidence.characters.begin, evidence.characters.end};
  json["source"] = std::move(record["source"]);
  return json;
}

Problem no_such_practice() {
  return {
      .type = ProblemType::NotFound,
      .detail = "no practice has this id",
      .parameter = "id",
      .hint =
          "この番号の共通する取組は、いまの索引にはありません。含まれる取組が変わると番号も変わり"
          "ます。/api/v1/practices?q=… または ?record=… で探し直してください",
      .valid_values = {},
      .instance = {},
      .log_message = {}};
}

}  // namespace torikumi::searchd
