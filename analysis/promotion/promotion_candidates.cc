#include "analysis/promotion/promotion_candidates.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace torikumi::analysis {
namespace {

using Places = std::vector<std::size_t>;

std::uint32_t count_of(std::size_t number) {
  return static_cast<std::uint32_t>(number);
}

bool has_year_from(const std::vector<int>& years, int first) {
  return !years.empty() && years.back() >= first;
}

/// What is held of all wards together.
struct HeldReports {
  std::map<std::string, std::size_t> places;  // By code.
  std::vector<int> years;                     // With any report; rising.

  explicit HeldReports(std::span<const WardReports> wards) {
    std::set<int> all;
    for (std::size_t place = 0; place < wards.size(); ++place) {
      places.emplace(wards[place].ward.code, place);
      all.insert(wards[place].initiative_years.begin(), wards[place].initiative_years.end());
      all.insert(wards[place].example_years.begin(), wards[place].example_years.end());
    }
    years.assign(all.begin(), all.end());
  }
};

/// Wards, departments and years of the members.
void add_spread(const PracticeFacts& practice, const HeldReports& held, Candidate& candidate) {
  std::set<std::size_t> wards;
  std::set<std::string> departments;
  std::set<int> years;
  for (const FactMember& member : practice.members) {
    if (const auto ward = held.places.find(member.ward_code); ward != held.places.end()) {
      wards.insert(ward->second);
    }
    if (member.fiscal_year) {
      years.insert(*member.fiscal_year);
    }
    if (member.department.empty()) {
      candidate.has_nameless_departments = true;
    } else {
      departments.insert(member.ward_code + " " + member.department);
    }
    candidate.achieved += member.outcome == ResultOutcome::Achieved ? 1U : 0U;
    candidate.initiatives += member.kind == corpus::RecordKind::Initiative ? 1U : 0U;
  }
  candidate.members = practice.members.size();
  candidate.wards.assign(wards.begin(), wards.end());
  candidate.departments.assign(departments.begin(), departments.end());
  candidate.years.assign(years.begin(), years.end());
}

/// The wards that speak against it, and those that cannot say.
/// The last year in which each ward has it, by code.
std::map<std::string, int> last_years(const PracticeFacts& practice) {
  std::map<std::string, int> years;
  for (const FactMember& member : practice.members) {
    int& year = years[member.ward_code];
    year = std::max(year, member.fiscal_year.value_or(0));
  }
  return years;
}

void add_counter_evidence(const PracticeFacts& practice, std::span<const WardReports> wards,
                          Candidate& candidate) {
  const int first = candidate.years.front();
  const std::map<std::string, int> last = last_years(practice);
  for (std::size_t place = 0; place < wards.size(); ++place) {
    const WardReports& held = wards[place];
    const bool has_initiatives = has_year_from(held.initiative_years, first);
    candidate.wards_with_initiatives += has_initiatives ? 1U : 0U;
    if (std::binary_search(candidate.wards.begin(), candidate.wards.end(), place)) {
      if (has_year_from(held.initiative_years, last.at(held.ward.code) + 1)) {
        candidate.stopped.push_back(place);
      }
      continue;
    }
    if (has_initiatives) {
      candidate.missing.push_back(place);
    } else if (has_year_from(held.example_years, first)) {
      candidate.examples_only.push_back(place);
    } else if (held.initiative_years.empty() && held.example_years.empty()) {
      candidate.without_report.push_back(place);
    } else {
      candidate.earlier_only.push_back(place);
    }
  }
}

PartOfRank bounded(RankPart part, Proportion counts) {
  return {part, wilson_interval(counts).low, 0, counts, 0};
}

PartOfRank wards_part(const Candidate& candidate) {
  const std::size_t reporting = candidate.wards.size() + candidate.missing.size();
  return bounded(RankPart::Wards, {count_of(candidate.wards.size()), count_of(reporting)});
}

PartOfRank departments_part(const Candidate& candidate, const PracticeFacts& practice) {
  std::set<std::string> naming;
  std::set<std::string> nameless;
  for (const FactMember& member : practice.members) {
    (member.department.empty() ? nameless : naming).insert(member.ward_code);
  }
  const auto unnamed =
      std::count_if(nameless.begin(), nameless.end(),
                    [&](const std::string& ward) { return !naming.contains(ward); });
  const std::size_t departments = candidate.departments.size() + static_cast<std::size_t>(unnamed);
  const auto count = static_cast<double>(departments);
  return {
      RankPart::Departments, count / (count + kHalfDepartments), 0, {count_of(departments), 0}, 0};
}

PartOfRank persistence_part(const Candidate& candidate, const HeldReports& held) {
  const auto since =
      std::lower_bound(held.years.begin(), held.years.end(), candidate.years.front());
  std::set<int> reported(since, held.years.end());
  reported.insert(candidate.years.begin(), candidate.years.end());
  return bounded(RankPart::Persistence,
                 {count_of(candidate.years.size()), count_of(reported.size())});
}

PartOfRank recency_part(const Candidate& candidate, double half_life_years) {
  const int age = candidate.last_report - candidate.years.back();
  return {RankPart::Recency, std::pow(0.5, age / half_life_years), 0, {}, 0};
}

/// A share, not a bound: what two members made is no less there than what ten made. Achieved alone
/// tells next to nothing, because nearly every result says so.
PartOfRank results_part(const PracticeFacts& practice) {
  Proportion made;
  for (const FactMember& member : practice.members) {
    made.base += member.made_thing ? 1U : 0U;
    made.hits +=
        member.made_thing.value_or(false) && member.outcome == ResultOutcome::Achieved ? 1U : 0U;
  }
  return {RankPart::Results, made.ratio(), 0, made, 0};
}

void add_score(const PromotionOptions& options, Candidate& candidate) {
  const double sum = std::accumulate(options.weights.begin(), options.weights.end(), 0.0);
  for (std::size_t i = 0; i < candidate.parts.size(); ++i) {
    PartOfRank& part = candidate.parts.at(i);
    part.weight = options.weights.at(i) / sum;
    candidate.score += part.weight * part.value;
  }
}

bool states(const NearStandard& standard, std::size_t members) {
  return standard.is_city_wide() && standard.stating > standard.raising &&
         says_practice(standard, members);
}

bool is_extended(const NearStandard& standard, std::size_t members) {
  return standard.is_city_wide() && standard.raising > 0 && standard.raising >= standard.stating &&
         says_practice(standard, members);
}

bool is_ward_standard(const NearStandard& standard, std::size_t members) {
  return !standard.is_city_wide() && says_practice(standard, members);
}

/// The standard for which `holds` that most members state or raise; of equals the nearer one.
template <typename Predicate>
const NearStandard* strongest(const PracticeFacts& practice, Predicate holds) {
  const NearStandard* found = nullptr;
  for (const NearStandard& standard : practice.standards) {
    const bool is_more =
        found == nullptr || standard.stating + standard.raising > found->stating + found->raising;
    if (holds(standard, practice.members.size()) && is_more) {
      found = &standard;
    }
  }
  return found;
}

void add_kind(const PracticeFacts& practice, Candidate& candidate) {
  if (const NearStandard* extended = strongest(practice, is_extended)) {
    candidate.kind = CandidateKind::Extension;
    candidate.nearest = *extended;
  } else if (const NearStandard* own = strongest(practice, is_ward_standard)) {
    candidate.kind = CandidateKind::WardStandard;
    candidate.nearest = *own;
  } else if (!practice.standards.empty()) {
    candidate.nearest = practice.standards.front();
  }
}

void add_sureness(Candidate& candidate) {
  const auto limit_if = [&](bool holds, SurenessLimit limit) {
    if (holds) {
      candidate.limits.push_back(limit);
    }
  };
  limit_if(candidate.initiatives == 0, SurenessLimit::ExamplesOnly);
  limit_if(candidate.wards.size() < kFewWards, SurenessLimit::FewWards);
  limit_if(candidate.years.size() == 1, SurenessLimit::OneYear);
  limit_if(candidate.last_report - candidate.years.back() >= kOldYears, SurenessLimit::Old);
  limit_if(2 * candidate.achieved < candidate.members, SurenessLimit::FewResults);
  const std::size_t own_limits = candidate.limits.size();
  // What is held says as little of every other candidate, so it alone does not make one doubtful.
  limit_if(candidate.wards_with_initiatives < kFewWards, SurenessLimit::FewReports);
  if (candidate.initiatives == 0 || own_limits >= 2) {
    candidate.sureness = Sureness::Low;
  } else {
    candidate.sureness = candidate.limits.empty() ? Sureness::High : Sureness::Medium;
  }
}

Candidate candidate_of(const PracticeFacts& practice, std::span<const WardReports> wards,
                       const HeldReports& held, const PromotionOptions& options,
                       Candidate candidate) {
  add_counter_evidence(practice, wards, candidate);
  candidate.last_report =
      std::max(held.years.empty() ? 0 : held.years.back(), candidate.years.back());
  candidate.parts = {wards_part(candidate), departments_part(candidate, practice),
                     persistence_part(candidate, held),
                     recency_part(candidate, options.half_life_years), results_part(practice)};
  add_score(options, candidate);
  add_kind(practice, candidate);
  add_sureness(candidate);
  return candidate;
}

/// Scores are compared in steps, so that no difference of rounding decides.
long long score_steps(const Candidate& candidate) {
  constexpr double kSteps = 1e9;
  return std::llround(candidate.score * kSteps);
}

void sort_by_rank(std::span<const PracticeFacts> practices, std::vector<Candidate>& candidates) {
  const auto is_before = [&](const Candidate& a, const Candidate& b) {
    if (const long long left = score_steps(a), right = score_steps(b); left != right) {
      return left > right;
    }
    if (a.wards.size() != b.wards.size()) {
      return a.wards.size() > b.wards.size();
    }
    if (a.departments.size() != b.departments.size()) {
      return a.departments.size() > b.departments.size();
    }
    return practices[a.practice].id < practices[b.practice].id;
  };
  std::sort(candidates.begin(), candidates.end(), is_before);
}

bool overlap(const FactMember& a, const FactMember& b) {
  return a.record == b.record && a.sentence.part == b.sentence.part &&
         a.sentence.bytes.begin < b.sentence.bytes.end &&
         b.sentence.bytes.begin < a.sentence.bytes.end;
}

using MembersByRecord = std::map<std::size_t, const FactMember*>;

MembersByRecord members_by_record(const PracticeFacts& practice) {
  MembersByRecord members;
  for (const FactMember& member : practice.members) {
    members.emplace(member.record, &member);
  }
  return members;
}

/// The candidates whose evidence a better one has go to `rejected`.
void fold_same_evidence(std::span<const PracticeFacts> practices, Promotion& promotion) {
  std::vector<Candidate> kept;
  std::vector<MembersByRecord> members_of_kept;
  // The kept candidates that have a record, so that only those that can overlap are compared.
  std::map<std::size_t, Places> kept_with_record;
  for (Candidate& candidate : promotion.candidates) {
    const PracticeFacts& practice = practices[candidate.practice];
    std::map<std::size_t, std::size_t> shared;  // By place in `kept`.
    for (const FactMember& member : practice.members) {
      for (const std::size_t other : kept_with_record[member.record]) {
        shared[other] += overlap(member, *members_of_kept[other].at(member.record)) ? 1U : 0U;
      }
    }
    const auto same = std::find_if(shared.begin(), shared.end(), [&](const auto& entry) {
      const std::size_t other_size = practices[kept[entry.first].practice].members.size();
      const std::size_t smaller = std::min(practice.members.size(), other_size);
      return static_cast<double>(entry.second) > kSameEvidenceShare * static_cast<double>(smaller);
    });
    if (same != shared.end()) {
      Candidate& better = kept[same->first];
      better.related.push_back(candidate.practice);
      promotion.rejected.push_back(
          {candidate.practice, NoCandidate::SameEvidence, std::nullopt, better.practice});
      continue;
    }
    for (const FactMember& member : practice.members) {
      kept_with_record[member.record].push_back(kept.size());
    }
    members_of_kept.push_back(members_by_record(practice));
    kept.push_back(std::move(candidate));
  }
  promotion.candidates = std::move(kept);
}

void add_leads(std::vector<Candidate>& candidates) {
  for (std::size_t i = 0; i < kAllRankParts.size(); ++i) {
    double sum = 0;
    for (const Candidate& candidate : candidates) {
      sum += candidate.parts.at(i).value;
    }
    const double mean = candidates.empty() ? 0 : sum / static_cast<double>(candidates.size());
    for (Candidate& candidate : candidates) {
      PartOfRank& part = candidate.parts.at(i);
      part.lead = part.weight * (part.value - mean);
    }
  }
}

}  // namespace

bool says_practice(const NearStandard& standard, std::size_t members) {
  const std::size_t saying = standard.stating + standard.raising;
  return saying >= kStatedMembers &&
         static_cast<double>(saying) >= kStatedShare * static_cast<double>(members);
}

Promotion promotion_candidates(std::span<const PracticeFacts> practices,
                               std::span<const WardReports> wards,
                               const PromotionOptions& options) {
  const HeldReports held(wards);
  Promotion promotion;
  for (std::size_t place = 0; place < practices.size(); ++place) {
    const PracticeFacts& practice = practices[place];
    Candidate candidate;
    candidate.practice = place;
    add_spread(practice, held, candidate);
    if (candidate.years.empty()) {
      promotion.rejected.push_back({place, NoCandidate::NoYear, std::nullopt, 0});
    } else if (candidate.wards.size() < options.min_wards) {
      promotion.rejected.push_back({place, NoCandidate::TooFewWards, std::nullopt, 0});
    } else if (const NearStandard* standard = strongest(practice, states)) {
      promotion.rejected.push_back({place, NoCandidate::Stated, *standard, 0});
    } else {
      promotion.candidates.push_back(
          candidate_of(practice, wards, held, options, std::move(candidate)));
    }
  }
  sort_by_rank(practices, promotion.candidates);
  fold_same_evidence(practices, promotion);
  add_leads(promotion.candidates);
  std::sort(promotion.rejected.begin(), promotion.rejected.end(),
            [](const Rejection& a, const Rejection& b) { return a.practice < b.practice; });
  return promotion;
}

}  // namespace torikumi::analysis
