#include "searchd/promotion/municipality_facts.h"

#include "analysis/promotion/made_things.h"
#include "searchd/practices/practice_evidence.h"
#include "searchd/search/known_wards.h"
#include "searchd/search/practice_store.h"
#include "searchd/search/result_finding.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::FactMember;

/// Years of initiatives and of examples.
struct HeldYears {
  std::set<int> initiatives;
  std::set<int> examples;
};

std::map<std::string, HeldYears> held_years(const IndexSnapshot& snapshot) {
  std::map<std::string, HeldYears> years;  // By code of the ward.
  const ColumnTable& columns = snapshot.columns();
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    const ColumnRow& row = columns.row(document);
    if (row.fiscal_year == 0) {
      continue;
    }
    if (row.kind == corpus::RecordKind::Initiative) {
      years[columns.ward_codes[row.ward]].initiatives.insert(row.fiscal_year);
    } else if (row.kind == corpus::RecordKind::Example) {
      years[columns.ward_codes[row.ward]].examples.insert(row.fiscal_year);
    }
  }
  return years;
}

std::vector<analysis::WardReports> reports_of(const std::string& municipality,
                                              std::map<std::string, HeldYears>& held,
                                              const IndexSnapshot& snapshot) {
  std::vector<analysis::WardReports> wards;
  for (const corpus::Ward& ward : known_wards_of({municipality}, snapshot)) {
    if (!ward.name.empty()) {
      const HeldYears& years = held[ward.code];
      wards.push_back({ward,
                       {years.initiatives.begin(), years.initiatives.end()},
                       {years.examples.begin(), years.examples.end()}});
    }
  }
  return wards;
}

FactMember fact_member(const analysis::PracticeMember& member, const ColumnTable& columns) {
  const ColumnRow& row = columns.row(document_at(member.record));
  FactMember fact;
  fact.record = member.record;
  fact.sentence = member.sentence;
  fact.ward_code = columns.ward_codes[row.ward];
  if (row.fiscal_year != 0) {
    fact.fiscal_year = row.fiscal_year;
  }
  fact.department = columns.departments[row.department];
  fact.kind = row.kind;
  fact.outcome = outcome_of(row);
  return fact;
}

/// Tells of the strongest members of each practice that several wards have whether they made
/// something. So many sentences say what a practice is like; reading all of them would make the
/// answer as slow as the index is large.
constexpr std::size_t kMaxReadMembers = 20;

void read_sentences(std::vector<analysis::PracticeFacts>& practices,
                    const IndexSnapshot& snapshot) {
  for (analysis::PracticeFacts& practice : practices) {
    const bool is_shared = std::any_of(
        practice.members.begin(), practice.members.end(), [&](const FactMember& member) {
          return member.ward_code != practice.members.front().ward_code;
        });
    if (!is_shared) {
      continue;
    }
    std::vector<std::pair<std::size_t, analysis::SentenceRef>> places;
    for (std::size_t i = 0; i < std::min(practice.members.size(), kMaxReadMembers); ++i) {
      places.emplace_back(practice.members[i].record, practice.members[i].sentence);
    }
    const std::vector<Evidence> read = evidence_of(places, snapshot);
    for (std::size_t i = 0; i < read.size(); ++i) {
      practice.members[i].made_thing = analysis::tells_made_thing(read[i].sentence);
    }
  }
}

/// A member much weaker than the others may be an accident of words, and one accident must not make
/// a ward: so much of the mean strength is asked of each.
constexpr double kLeastOfMeanStrength = 2.0 / 3;

double least_strength(const analysis::Practice& practice) {
  double sum = 0;
  for (const analysis::PracticeMember& member : practice.members) {
    sum += member.strength;
  }
  return kLeastOfMeanStrength * sum / static_cast<double>(practice.members.size());
}

/// The members of a practice by the municipalities of their wards, without stray ones.
std::map<std::string, std::vector<FactMember>> members_by_municipality(
    const analysis::Practice& practice, const IndexSnapshot& snapshot) {
  std::map<std::string, std::vector<FactMember>> members;
  const ColumnTable& columns = snapshot.columns();
  const double least = least_strength(practice);
  for (const analysis::PracticeMember& member : practice.members) {
    if (member.strength < least) {
      continue;
    }
    const ColumnRow& row = columns.row(document_at(member.record));
    members[snapshot.ward_at(row.ward).municipality].push_back(fact_member(member, columns));
  }
  return members;
}

}  // namespace

std::vector<MunicipalityFacts> facts_of(const PracticeSet& set, const HeldStandards& standards,
                                        const IndexSnapshot& snapshot) {
  std::map<std::string, HeldYears> held = held_years(snapshot);
  std::vector<MunicipalityFacts> list;
  std::map<std::string, std::size_t> places;  // By municipality.
  for (const auto& [code, years] : held) {
    const std::optional<corpus::Ward> ward = snapshot.ward_with_code(code);
    if (ward && places.emplace(ward->municipality, list.size()).second) {
      list.emplace_back().municipality = ward->municipality;
    }
  }
  for (MunicipalityFacts& municipality : list) {
    municipality.wards = reports_of(municipality.municipality, held, snapshot);
    if (const auto* last = last_list(standards, municipality.municipality, set.until_year)) {
      municipality.standards_year = last->first;
    }
  }
  static const StandardsOfYear kNoStandards;
  const NearStandards near(standards, set.links);
  for (std::size_t place = 0; place < set.practices.size(); ++place) {
    const analysis::Practice& practice = set.practices[place];
    for (auto& [name, members] : members_by_municipality(practice, snapshot)) {
      const auto found = places.find(name);
      if (found == places.end()) {
        continue;  // Not one of its records has a year.
      }
      MunicipalityFacts& municipality = list[found->second];
      const auto* last = last_list(standards, name, set.until_year);
      std::vector<analysis::NearStandard> nearest =
          near.of(members, set.similarities(place), last ? last->second : kNoStandards);
      municipality.practices.push_back({.id = practice.id,
                                        .label = practice.label,
                                        .members = std::move(members),
                                        .standards = std::move(nearest)});
      municipality.places.push_back(place);
    }
  }
  for (MunicipalityFacts& municipality : list) {
    read_sentences(municipality.practices, snapshot);
  }
  return list;
}

}  // namespace torikumi::searchd
