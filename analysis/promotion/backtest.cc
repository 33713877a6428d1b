#include "analysis/promotion/backtest.h"

#include <algorithm>
#include <map>
#include <set>

namespace torikumi::analysis {
namespace {

/// The practices that became each standard, by its record.
std::map<std::size_t, std::vector<std::size_t>> practices_by_standard(const BackTestStep& step) {
  std::map<std::size_t, std::vector<std::size_t>> practices;
  for (std::size_t place = 0; place < step.to_new_standards.size(); ++place) {
    for (const NearStandard& standard : step.to_new_standards[place]) {
      if (says_practice(standard, step.practices[place].members.size())) {
        practices[standard.record].push_back(place);
      }
    }
  }
  return practices;
}

/// Ranks from 1 of the practices that are listed, by themselves or under another one.
std::map<std::size_t, std::size_t> ranks_of(const Promotion& promotion) {
  std::map<std::size_t, std::size_t> ranks;
  for (std::size_t i = 0; i < promotion.candidates.size(); ++i) {
    const Candidate& candidate = promotion.candidates[i];
    ranks.emplace(candidate.practice, i + 1);
    for (const std::size_t related : candidate.related) {
      ranks.emplace(related, i + 1);
    }
  }
  return ranks;
}

Miss miss_of(NoCandidate reason) {
  return reason == NoCandidate::Stated ? Miss::Stated : Miss::BelowGate;
}

}  // namespace

std::string_view name_of(Miss miss) {
  switch (miss) {
    case Miss::NoEvidence:
      return "no_evidence";
    case Miss::NoPractice:
      return "no_practice";
    case Miss::BelowGate:
      return "below_gate";
    case Miss::Stated:
      return "stated";
  }
  return "";
}

Proportion BackTestResult::precision_at(std::size_t k) const {
  const std::size_t listed = std::min(k, promotion.candidates.size());
  const auto wrong = std::count_if(not_adopted.begin(), not_adopted.end(),
                                   [&](std::size_t rank) { return rank <= listed; });
  return {static_cast<std::uint32_t>(listed - static_cast<std::size_t>(wrong)),
          static_cast<std::uint32_t>(listed)};
}

Proportion BackTestResult::recall_at(std::size_t k) const {
  const auto found = std::count_if(
      standards.begin(), standards.end(),
      [&](const ForetoldStandard& standard) { return standard.rank && *standard.rank <= k; });
  return {static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(standards.size())};
}

BackTestResult back_test(const BackTestStep& step, std::span<const WardReports> wards,
                         const PromotionOptions& options) {
  BackTestResult result;
  result.promotion = promotion_candidates(step.practices, wards, options);
  const std::map<std::size_t, std::size_t> ranks = ranks_of(result.promotion);
  std::map<std::size_t, NoCandidate> rejected;
  for (const Rejection& rejection : result.promotion.rejected) {
    rejected.emplace(rejection.practice, rejection.reason);
  }
  std::map<std::size_t, std::vector<std::size_t>> practices = practices_by_standard(step);
  std::set<std::size_t> adopted;
  for (std::size_t place = 0; place < step.new_standards.size(); ++place) {
    ForetoldStandard foretold{place, std::nullopt, std::nullopt, std::nullopt};
    for (const std::size_t practice : practices[step.new_standards[place].record]) {
      const auto rank = ranks.find(practice);
      if (rank == ranks.end()) {
        if (!foretold.practice) {
          foretold.practice = practice;
          foretold.miss = miss_of(rejected.at(practice));
        }
        continue;
      }
      adopted.insert(rank->second);
      if (!foretold.rank || rank->second < *foretold.rank) {
        foretold = {place, rank->second, practice, std::nullopt};
      }
    }
    if (!foretold.practice) {
      foretold.miss =
          step.new_standards[place].saying_members == 0 ? Miss::NoEvidence : Miss::NoPractice;
    }
    result.standards.push_back(foretold);
  }
  for (std::size_t rank = 1; rank <= result.promotion.candidates.size(); ++rank) {
    if (!adopted.contains(rank)) {
      result.not_adopted.push_back(rank);
    }
  }
  return result;
}

std::vector<WardReports> reports_until(std::span<const WardReports> wards, int year) {
  std::vector<WardReports> earlier(wards.begin(), wards.end());
  for (WardReports& ward : earlier) {
    std::erase_if(ward.initiative_years, [&](int held) { return held > year; });
    std::erase_if(ward.example_years, [&](int held) { return held > year; });
  }
  return earlier;
}

}  // namespace torikumi::analysis
