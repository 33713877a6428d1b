#include "searchd/api/promotion_json.h"

#include "analysis/promotion/candidate_text.h"
#include "corpus/fiscal_year.h"
#include "corpus/record_json.h"
#include "searchd/api/analytics_request.h"
#include "searchd/api/practice_json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::Candidate;
using analysis::FactMember;
using analysis::WardReports;

const std::vector<WardReports>& wards_of(const ListedCandidate& listed, const PromotionList& list) {
  return list.municipalities[listed.municipality].wards;
}

Json practised_wards_json(const ListedCandidate& listed, const PromotionList& list) {
  Json wards = Json::array();
  for (const std::size_t place : listed.candidate.wards) {
    const corpus::Ward& ward = wards_of(listed, list)[place].ward;
    std::size_t records = 0;
    std::set<int> years;
    for (const FactMember& member : list.facts(listed).members) {
      if (member.ward_code == ward.code) {
        ++records;
        if (member.fiscal_year) {
          years.insert(*member.fiscal_year);
        }
      }
    }
    Json json = corpus::to_json(ward);
    json["records"] = records;
    json["years"] = years;
    wards.push_back(std::move(json));
  }
  return wards;
}

Json wards_at(const std::vector<std::size_t>& places, const ListedCandidate& listed,
              const PromotionList& list) {
  Json wards = Json::array();
  for (const std::size_t place : places) {
    wards.push_back(corpus::to_json(wards_of(listed, list)[place].ward));
  }
  return wards;
}

Json unknown_wards_json(const ListedCandidate& listed, const PromotionList& list) {
  Json wards = Json::array();
  const auto add = [&](const std::vector<std::size_t>& places, std::string_view state) {
    for (const std::size_t place : places) {
      Json json = corpus::to_json(wards_of(listed, list)[place].ward);
      json["state"] = state;
      wards.push_back(std::move(json));
    }
  };
  add(listed.candidate.examples_only, "examples_only");
  add(listed.candidate.earlier_only, "earlier_only");
  add(listed.candidate.without_report, "no_report");
  return wards;
}

Json departments_json(const ListedCandidate& listed, const PromotionList& list) {
  std::set<std::pair<std::string, std::string>> departments;  // Code of the ward, name.
  for (const FactMember& member : list.facts(listed).members) {
    if (!member.department.empty()) {
      departments.emplace(member.ward_code, member.department);
    }
  }
  Json json = Json::array();
  for (const auto& [code, name] : departments) {
    json.push_back({{"ward_code", code}, {"name", name}});
  }
  return json;
}

Json years_json(const std::vector<int>& years) {
  Json json = Json::array();
  for (const int year : years) {
    json.push_back({{"fiscal_year", year}, {"fiscal_year_label", corpus::fiscal_year_label(year)}});
  }
  return json;
}

Json parts_json(const Candidate& candidate) {
  Json parts = Json::array();
  for (const analysis::PartOfRank& part : candidate.parts) {
    parts.push_back({{"part", name_of(part.part)},
                     {"label", label_of(part.part)},
                     {"value", rounded(part.value)},
                     {"weight", rounded(part.weight)},
                     {"contribution", rounded(part.value * part.weight)},
                     {"lead", rounded(part.lead)},
                     {"fact", fact_of(part.part, candidate)}});
  }
  return parts;
}

Json sureness_json(const Candidate& candidate) {
  Json limits = Json::array();
  for (const analysis::SurenessLimit limit : candidate.limits) {
    limits.push_back(name_of(limit));
  }
  return {{"level", name_of(candidate.sureness)},
          {"label", label_of(candidate.sureness)},
          {"limits", std::move(limits)},
          {"sentence", sureness_of(candidate)}};
}

Json nearest_json(const Candidate& candidate, const PromotionList& list) {
  if (!candidate.nearest) {
    return nullptr;
  }
  Json json = json_of(*candidate.nearest, list);
  json["relation"] = relation_to_nearest(candidate);
  return json;
}

Json related_json(const ListedCandidate& listed, const PromotionList& list) {
  Json related = Json::array();
  for (const std::size_t place : listed.candidate.related) {
    const analysis::PracticeFacts& facts = list.facts(listed.municipality, place);
    related.push_back({{"id", facts.id}, {"label", facts.label}});
  }
  return related;
}

std::string names_of(const std::vector<std::size_t>& places,
                     const std::vector<WardReports>& wards) {
  std::vector<std::string> names;
  names.reserve(places.size());
  for (const std::size_t place : places) {
    names.push_back(wards[place].ward.name);
  }
  return fmt::format("{}", fmt::join(names, "、"));
}

}  // namespace

Json json_of(const analysis::NearStandard& standard, const PromotionList& list) {
  Json json = {{"id", nullptr}};
  for (const auto& [municipality, years] : list.standards) {
    for (const auto& [year, standards] : years) {
      for (const HeldStandard& held : standards) {
        if (held.place == standard.record) {
          json["id"] = held.record.id;
          json["fiscal_year"] = year;
        }
      }
    }
  }
  json["number"] = standard.number ? Json(*standard.number) : Json(nullptr);
  json["text"] = standard.text;
  json["scope"] = corpus::name_of(standard.scope);
  json["scope_label"] = analysis::label_of(standard.scope);
  json["similarity"] = rounded(standard.similarity);
  json["stating"] = standard.stating;
  json["raising"] = standard.raising;
  json["raised_by"] = standard.raised_by;
  return json;
}

Json json_of(const ShownCandidate& shown, const PromotionList& list) {
  const ListedCandidate& listed = *shown.listed;
  const Candidate& candidate = listed.candidate;
  const analysis::PracticeFacts& facts = list.facts(listed);
  Json evidence = Json::array();
  for (const Evidence& each : shown.evidence) {
    evidence.push_back(json_of(each));
  }
  return {{"rank", listed.rank},
          {"label", facts.label},
          {"kind", name_of(candidate.kind)},
          {"kind_label", label_of(candidate.kind)},
          {"municipality", list.municipalities[listed.municipality].municipality},
          {"practice", facts.id},
          {"reason", reason_of(candidate)},
          {"score", rounded(candidate.score)},
          {"parts", parts_json(candidate)},
          {"order", order_of(candidate)},
          {"sureness", sureness_json(candidate)},
          {"records", facts.members.size()},
          {"initiatives", candidate.initiatives},
          {"telling_wards", candidate.wards.size() + candidate.missing.size()},
          {"wards", practised_wards_json(listed, list)},
          {"missing_wards", wards_at(candidate.missing, listed, list)},
          {"stopped_wards", wards_at(candidate.stopped, listed, list)},
          {"unknown_wards", unknown_wards_json(listed, list)},
          {"years", years_json(candidate.years)},
          {"departments", departments_json(listed, list)},
          {"nearest_standard", nearest_json(candidate, list)},
          {"evidence", std::move(evidence)},
          {"related", related_json(listed, list)}};
}

Json basis_json(const PromotionList& list) {
  Json basis = Json::array();
  for (const MunicipalityFacts& facts : list.municipalities) {
    Json wards = Json::array();
    for (const WardReports& held : facts.wards) {
      Json json = corpus::to_json(held.ward);
      json["initiative_years"] = held.initiative_years;
      json["example_years"] = held.example_years;
      wards.push_back(std::move(json));
    }
    basis.push_back(
        {{"municipality", facts.municipality},
         {"standards_year", facts.standards_year ? Json(*facts.standards_year) : Json(nullptr)},
         {"wards", std::move(wards)}});
  }
  return basis;
}

std::vector<std::string> promotion_csv_header() {
  std::vector<std::string> header{"rank", "municipality", "label", "kind", "reason", "score"};
  for (const analysis::RankPart part : analysis::kAllRankParts) {
    header.emplace_back(name_of(part));
  }
  for (const char* column :
       {"order", "sureness", "sureness_reason", "ward_names", "missing_ward_names",
        "unknown_ward_names", "departments", "records", "first_seen", "latest_seen",
        "standard_number", "standard_text", "standard_scope", "standard_similarity",
        "standard_relation", "practice", "evidence_ids", "first_evidence", "first_source"}) {
    header.emplace_back(column);
  }
  return header;
}

std::vector<std::string> promotion_csv_row(const ShownCandidate& shown, const PromotionList& list) {
  const ListedCandidate& listed = *shown.listed;
  const Candidate& candidate = listed.candidate;
  const analysis::PracticeFacts& facts = list.facts(listed);
  const std::vector<WardReports>& wards = wards_of(listed, list);
  std::vector<std::size_t> unknown = candidate.examples_only;
  for (const auto* places : {&candidate.earlier_only, &candidate.without_report}) {
    unknown.insert(unknown.end(), places->begin(), places->end());
  }
  std::vector<std::string> row{std::to_string(listed.rank),
                               list.municipalities[listed.municipality].municipality,
                               facts.label,
                               std::string(name_of(candidate.kind)),
                               reason_of(candidate),
                               csv_cell(rounded(candidate.score))};
  for (const analysis::PartOfRank& part : candidate.parts) {
    row.push_back(csv_cell(rounded(part.value)));
  }
  for (std::string cell :
       {order_of(candidate), std::string(name_of(candidate.sureness)), sureness_of(candidate),
        names_of(candidate.wards, wards), names_of(candidate.missing, wards),
        names_of(unknown, wards), std::to_string(candidate.departments.size()),
        std::to_string(facts.members.size()), std::to_string(candidate.years.front()),
        std::to_string(candidate.years.back())}) {
    row.push_back(std::move(cell));
  }
  if (const auto& nearest = candidate.nearest) {
    row.push_back(nearest->number ? std::to_string(*nearest->number) : std::string());
    row.push_back(nearest->text);
    row.emplace_back(corpus::name_of(nearest->scope));
    row.push_back(csv_cell(rounded(nearest->similarity)));
  } else {
    row.resize(row.size() + 4);
  }
  row.emplace_back(relation_to_nearest(candidate));
  row.push_back(facts.id);
  std::vector<std::string> ids;
  for (const Evidence& evidence : shown.evidence) {
    ids.push_back(evidence.record.id);
  }
  row.push_back(fmt::format("{}", fmt::join(ids, " ")));
  if (shown.evidence.empty()) {
    row.resize(row.size() + 2);
  } else {
    const Evidence& first = shown.evidence.front();
    row.push_back(first.sentence);
    row.push_back(fmt::format("{}:{}", first.record.source.file, first.record.source.line));
  }
  return row;
}

}  // namespace torikumi::searchd
