#include "analysis/result_quality.h"

#include "analysis/concrete_figures.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace torikumi::analysis {
namespace {

using corpus::Record;

bool has_result(const Record& record) {
  return record.kind == corpus::RecordKind::Initiative &&
         record.result_status == corpus::ResultStatus::Reported && !record.result.empty();
}

void assess_alone(const Record& record, ResultQuality& quality) {
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

void keep_equal_results(std::span<const Record* const> records, const Places& equals,
                        std::vector<ResultQuality>& qualities) {
  std::map<std::string_view, std::size_t> count_by_department;
  for (const std::size_t place : equals) {
    ++count_by_department[records[place]->department.name];
  }
  for (const std::size_t place : equals) {
    const std::string& department = records[place]->department.name;
    ResultQuality& quality = qualities[place];
    quality.equal_result_count = equals.size() - count_by_department[department];
    const std::size_t kept = std::min(quality.equal_result_count, kMaxEqualResults);
    for (auto other = equals.begin(); quality.equal_results.size() < kept; ++other) {
      if (records[*other]->department.name != department) {
        quality.equal_results.push_back(records[*other]->id);
      }
    }
  }
}

void find_equal_results(std::span<const Record* const> records,
                        std::vector<ResultQuality>& qualities) {
  std::map<std::pair<std::string_view, std::u32string>, Places> groups;
  for (std::size_t place = 0; place < records.size(); ++place) {
    if (has_result(*records[place])) {
      ComparableText result(records[place]->result);
      if (result.size() >= kMinCopiedCharacters) {
        groups[{records[place]->source.file, result.characters()}].push_back(place);
      }
    }
  }
  for (auto& [key, places] : groups) {
    std::sort(places.begin(), places.end(),
              [&](std::size_t a, std::size_t b) { return records[a]->id < records[b]->id; });
    keep_equal_results(records, places, qualities);
  }
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
  find_equal_results(records, qualities);
  find_carried_over(records, qualities);
  return qualities;
}

}  // namespace torikumi::analysis
