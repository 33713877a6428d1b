#include "analysis/result_quality.h"

#include "analysis/concrete_figures.h"
#include "analysis/like_texts.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace torikumi::analysis {
namespace {

using corpus::Record;

constexpr double kMostAlikeOfDifferent = 0.999;

bool has_result(const Record& record) {
  return record.kind == corpus::RecordKind::Initiative &&
         record.result_status == corpus::ResultStatus::Reported && !record.result.empty();
}

void assess_alone(const Record& record, ResultQuality& quality) {
  if (record.kind == corpus::RecordKind::Initiative || record.kind == corpus::RecordKind::Example) {
    quality.outcome = outcome_of(record.result, record.result_status);
  }
  if (!has_result(record)) {
    return;
  }
  quality.figures = concrete_figures(record.result);
  if (!record.target.empty()) {
    const ComparableText result(record.result);
    ResultEcho echo;
    echo.passages = shared_passages(result, ComparableText(record.target));
    echo.share = share_of(result, echo.passages);
    quality.echo = std::move(echo);
  }
}

using Places = std::vector<std::size_t>;

/// The results of one report that may be copies of each other; those of equal letters together.
struct ResultGroup {
  ComparableText text;
  Places places;
};

/// Adds the records of `others` to the copies of each of `places`, but for its own department's.
void add_copies(std::span<const Record* const> records, const Places& places, const Places& others,
                double likeness, std::vector<ResultQuality>& qualities) {
  for (const std::size_t place : places) {
    for (const std::size_t other : others) {
      if (records[place]->department.name != records[other]->department.name) {
        qualities[place].copied_results.push_back({records[other]->id, likeness});
      }
    }
  }
}

void find_copies_among(std::span<const Record* const> records,
                       const std::vector<ResultGroup>& groups,
                       std::vector<ResultQuality>& qualities) {
  std::vector<ComparableText> compared;
  std::vector<std::size_t> numbers;  // Of their groups.
  for (std::size_t number = 0; number < groups.size(); ++number) {
    add_copies(records, groups[number].places, groups[number].places, 1, qualities);
    if (groups[number].text.size() <= kMaxComparedResultCharacters) {
      compared.push_back(groups[number].text);
      numbers.push_back(number);
    }
  }
  if (compared.size() > kMaxComparedResults) {
    return;
  }
  for (const LikePair& pair : like_pairs(compared, kCopiedLikeness)) {
    const Places& left = groups[numbers[pair.left]].places;
    const Places& right = groups[numbers[pair.right]].places;
    // Passages in another order may take all letters of both: alike, but not the same.
    const double likeness = std::min(pair.likeness, kMostAlikeOfDifferent);
    add_copies(records, left, right, likeness, qualities);
    add_copies(records, right, left, likeness, qualities);
  }
}

void keep_first_copies(ResultQuality& quality) {
  std::vector<CopiedResult>& copies = quality.copied_results;
  std::sort(copies.begin(), copies.end(), [](const CopiedResult& a, const CopiedResult& b) {
    return a.likeness != b.likeness ? a.likeness > b.likeness : a.id < b.id;
  });
  quality.copied_result_count = copies.size();
  copies.resize(std::min(copies.size(), kMaxCopiedResults));
}

void find_copied_results(std::span<const Record* const> records,
                         std::vector<ResultQuality>& qualities) {
  std::map<std::string_view, std::map<std::u32string, ResultGroup>> reports;
  for (std::size_t place = 0; place < records.size(); ++place) {
    if (has_result(*records[place])) {
      ComparableText result(records[place]->result);
      if (result.size() >= kMinCopiedCharacters) {
        auto& groups = reports[records[place]->source.file];
        std::u32string letters = result.characters();
        groups.try_emplace(std::move(letters), ResultGroup{std::move(result), {}})
            .first->second.places.push_back(place);
      }
    }
  }
  for (auto& [file, by_letters] : reports) {
    std::vector<ResultGroup> groups;
    for (auto& [letters, group] : by_letters) {
      groups.push_back(std::move(group));
    }
    find_copies_among(records, groups, qualities);
  }
  std::for_each(qualities.begin(), qualities.end(), keep_first_copies);
}

/// The targets of one department by year.
using Years = std::map<int, Places>;

std::optional<CarriedOver> most_alike(const Record& record, std::span<const Record* const> records,
                                      const Places& earlier) {
  const ComparableText target(record.target);
  std::optional<CarriedOver> best;
  const std::size_t count = std::min(earlier.size(), kMaxComparedTargets);
  for (std::size_t i = 0; i < count; ++i) {
    const Record& other = *records[earlier[i]];
    const ComparableText other_target(other.target);
    const double alike = likeness(target, other_target);
    if (alike >= kCarriedOverLikeness && (!best || alike > best->likeness)) {
      best = CarriedOver{.id = other.id,
                         .fiscal_year = other.fiscal_year.value_or(0),
                         .likeness = alike,
                         .is_unchanged = target.characters() == other_target.characters()};
    }
  }
  return best;
}

void find_carried_over(std::span<const Record* const> records,
                       std::vector<ResultQuality>& qualities) {
  std::map<std::pair<std::string_view, std::string_view>, Years> departments;
  for (std::size_t place = 0; place < records.size(); ++place) {
    const Record& record = *records[place];
    const bool is_comparable = record.kind == corpus::RecordKind::Initiative &&
                               record.fiscal_year && !record.department.name.empty() &&
                               !record.target.empty();
    if (is_comparable) {
      departments[{record.ward.code, record.department.name}][*record.fiscal_year].push_back(place);
    }
  }
  for (auto& [department, years] : departments) {
    for (auto& [year, places] : years) {
      std::sort(places.begin(), places.end(),
                [&](std::size_t a, std::size_t b) { return records[a]->id < records[b]->id; });
    }
    for (auto later = std::next(years.begin()); later != years.end(); ++later) {
      for (const std::size_t place : later->second) {
        qualities[place].has_earlier_year = true;
        qualities[place].carried_over =
            most_alike(*records[place], records, std::prev(later)->second);
      }
    }
  }
}

}  // namespace

std::vector<ResultQuality> assess_results(std::span<const corpus::Record* const> records) {
  std::vector<ResultQuality> qualities(records.size());
  for (std::size_t place = 0; place < records.size(); ++place) {
    assess_alone(*records[place], qualities[place]);
  }
  find_copied_results(records, qualities);
  find_carried_over(records, qualities);
  return qualities;
}

}  // namespace torikumi::analysis
