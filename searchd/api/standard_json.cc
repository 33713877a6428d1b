#include "searchd/api/standard_json.h"

#include "corpus/record_json.h"
#include "searchd/analytics/standard_lists.h"
#include "searchd/api/practice_json.h"
#include "searchd/practices/practice_evidence.h"
#include "searchd/search/practice_store.h"
#include "searchd/search/search_engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::LinkStrength;
using analysis::StandardLink;
using analysis::StandardRelation;

/// Thousandths: more digits would say more than a share of words can.
double rounded(double score) {
  constexpr double kSteps = 1e3;
  return std::round(score * kSteps) / kSteps;
}

/// The case of a record with these links: only strong ones decide.
std::string_view case_of(std::span<const StandardLink> links) {
  std::string_view found = "new";
  for (const StandardLink& link : links) {
    if (link.strength == LinkStrength::Strong) {
      if (link.relation == StandardRelation::Raises) {
        return name_of(link.relation);
      }
      found = name_of(link.relation);
    }
  }
  return found;
}

}  // namespace

std::string_view name_of(LinkStrength strength) {
  return strength == LinkStrength::Strong ? "strong" : "weak";
}

std::string_view name_of(StandardRelation relation) {
  return relation == StandardRelation::Repeats ? "repeats" : "raises";
}

Json standard_json(const corpus::Record& standard) {
  Json record = corpus::to_json(standard);
  return {{"id", standard.id},
          {"number", std::move(record["number"])},
          {"municipality", standard.ward.municipality},
          {"fiscal_year", std::move(record["fiscal_year"])},
          {"fiscal_year_label", std::move(record["fiscal_year_label"])},
          {"scenes", std::move(record["scenes"])},
          {"scope", std::move(record["scope"])},
          {"text", standard.target}};
}

Json link_json(const StandardLink& link) {
  return {{"strength", name_of(link.strength)},
          {"relation", name_of(link.relation)},
          {"raised_by", link.raised_by.empty() ? Json(nullptr) : Json(link.raised_by)},
          {"score", rounded(link.score)}};
}

Json relation_to_standards(const corpus::Record& record, const IndexSnapshot& snapshot) {
  const StandardLists lists(snapshot);
  if (lists.list_for(record.ward.municipality, record.fiscal_year.value_or(0)) == nullptr) {
    return nullptr;
  }
  const DocumentNumber document = document_of(record.id, snapshot).value_or(0);
  std::span<const StandardLink> found = snapshot.coverage().of_record(document);
  std::vector<StandardLink> links(found.begin(), found.end());
  std::stable_sort(links.begin(), links.end(),
                   [](const StandardLink& a, const StandardLink& b) { return a.score > b.score; });
  std::vector<DocumentNumber> standards;
  std::vector<std::pair<std::size_t, analysis::SentenceRef>> places;
  for (const StandardLink& link : links) {
    standards.push_back(document_at(link.standard));
    places.emplace_back(link.record, link.sentence);
  }
  const std::vector<corpus::Record> texts = records_of(standards, snapshot);
  const std::vector<Evidence> evidence = evidence_of(places, snapshot);
  Json list = Json::array();
  for (std::size_t i = 0; i < links.size(); ++i) {
    Json standard = standard_json(texts[i]);
    Json json;
    for (const char* key : {"id", "number", "fiscal_year", "scope", "text"}) {
      json[key] = std::move(standard[key]);
    }
    json.update(link_json(links[i]));
    json["part"] = name_of(evidence[i].part);
    json["sentence"] = evidence[i].sentence;
    json["characters"] = {evidence[i].characters.begin, evidence[i].characters.end};
    list.push_back(std::move(json));
  }
  return {
      {"relation", case_of(links)},
      {"standards", std::move(list)},
      {"rule", fmt::format("the sentence that says most of a standard's telling words; strong "
                           "from a score of {:g} on, weak from {:g}; raises if a figure, time, "
                           "place, group or means is added; new without a strong link",
                           snapshot.coverage().strong_score(), snapshot.coverage().weak_score())}};
}

}  // namespace torikumi::searchd
