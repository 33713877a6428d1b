#include "searchd/search/filters.h"

#include "corpus/utf8.h"
#include "searchd/search/index_snapshot.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace torikumi::searchd {
namespace {

using corpus::Ward;

/// Wards named in one message; an index can hold hundreds.
constexpr std::size_t kMaxNamedWards = 20;

std::string folded(const std::string& text) {
  return corpus::without_blanks(corpus::width_folded(text));
}

bool is_code(const std::string& text) {
  return text.size() == 6 && std::all_of(text.begin(), text.end(),
                                         [](char byte) { return byte >= '0' && byte <= '9'; });
}

std::string names_of(const std::vector<Ward>& wards) {
  std::vector<std::string> names;
  for (const Ward& ward : wards) {
    if (names.size() == kMaxNamedWards) {
      names.push_back(fmt::format("{} more", wards.size() - kMaxNamedWards));
      break;
    }
    names.push_back(fmt::format("{} ({})", ward.full_name(), ward.code));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

/// Those of `wards` that are called `name`, alone or with their city, 区 being optional.
std::vector<Ward> wards_called(const std::string& name, const std::vector<Ward>& wards) {
  std::vector<Ward> found;
  for (const Ward& ward : wards) {
    const std::string own_name = folded(ward.name);
    const bool is_called_so = !own_name.empty() && (name == own_name || name + "区" == own_name);
    if (is_called_so || name == folded(ward.full_name())) {
      found.push_back(ward);
    }
  }
  return found;
}

std::vector<Ward> known_wards_called(const std::string& name,
                                     const corpus::WardRegistry& registry) {
  std::vector<Ward> found = wards_called(name, registry.all());
  const auto is_retired = [&](const Ward& ward) { return registry.is_retired(ward.code); };
  if (!std::all_of(found.begin(), found.end(), is_retired)) {
    std::erase_if(found, is_retired);
  }
  return found;
}

/// The municipality called `name` of wards that the index holds, though nobody knows its code.
std::optional<Ward> municipality_without_code(const std::string& name,
                                              const std::vector<Ward>& held) {
  const auto ward = std::find_if(held.begin(), held.end(), [&](const Ward& each) {
    return name == folded(each.municipality);
  });
  if (ward == held.end()) {
    return std::nullopt;
  }
  return Ward{.code = ward->municipality, .name = {}, .municipality = ward->municipality};
}

/// True if `wanted` is `code`, or stands for the municipality that the ward `code` belongs to.
bool covers(const std::string& wanted, const std::string& code, const IndexSnapshot& snapshot) {
  if (wanted == code) {
    return true;
  }
  const std::optional<Ward> municipality = snapshot.ward_with_code(wanted);
  const std::optional<Ward> ward = snapshot.ward_with_code(code);
  if (!ward || (municipality && !municipality->name.empty())) {
    return false;
  }
  return ward->municipality == (municipality ? municipality->municipality : wanted);
}

bool accepts_department(const Filters& filters, const std::string& department) {
  const auto is_wanted = [&](const std::string& wanted) { return wanted == department; };
  const auto is_part = [&](const std::string& text) {
    return folded(department).find(folded(text)) != std::string::npos;
  };
  return std::any_of(filters.departments.begin(), filters.departments.end(), is_wanted) ||
         std::any_of(filters.department_texts.begin(), filters.department_texts.end(), is_part);
}

template <typename T>
bool accepts_place(const std::vector<bool>& allowed, T place) {
  return allowed.empty() || allowed[static_cast<std::size_t>(place)];
}

bool is_in_one_of(const std::vector<corpus::FiscalYearRange>& ranges, int fiscal_year) {
  return ranges.empty() ||
         std::any_of(ranges.begin(), ranges.end(), [&](const corpus::FiscalYearRange& range) {
           return fiscal_year >= range.first && fiscal_year <= range.last;
         });
}

}  // namespace

std::vector<Ward> wards_meant_by(const std::string& text, const IndexSnapshot& snapshot) {
  const std::string name = folded(text);
  if (is_code(name)) {
    const std::optional<Ward> ward = snapshot.ward_with_code(name);
    return ward ? std::vector<Ward>{*ward} : std::vector<Ward>{};
  }
  std::vector<Ward> found = wards_called(name, snapshot.wards());
  if (found.empty()) {
    found = known_wards_called(name, snapshot.resources().wards);
  }
  if (found.empty()) {
    if (std::optional<Ward> municipality = municipality_without_code(name, snapshot.wards())) {
      found.push_back(*std::move(municipality));
    }
  }
  return found;
}

Result<std::string> resolve_ward(const std::string& text, const IndexSnapshot& snapshot) {
  const std::vector<Ward> wards = wards_meant_by(text, snapshot);
  if (wards.size() == 1) {
    return wards.front().code;
  }
  if (wards.empty()) {
    return failure(ErrorKind::InvalidArgument, fmt::format("no ward is known as \"{}\"", text), {},
                   "the index holds " + names_of(snapshot.wards()));
  }
  return failure(ErrorKind::InvalidArgument,
                 fmt::format("\"{}\" is the name of several wards", text), {},
                 "name one of them: " + names_of(wards));
}

Result<corpus::Scene> resolve_scene(const std::string& text) {
  if (const std::optional<corpus::Scene> scene = corpus::scene_named(text)) {
    return *scene;
  }
  std::vector<std::string_view> labels;
  labels.reserve(corpus::kAllScenes.size());
  for (const corpus::Scene scene : corpus::kAllScenes) {
    labels.push_back(corpus::label_of(scene));
  }
  return failure(ErrorKind::InvalidArgument, fmt::format("\"{}\" is not a scene", text), {},
                 fmt::format("use one of {}", fmt::join(labels, ", ")));
}

bool accepts_ward(const Filters& filters, const std::string& code, const IndexSnapshot& snapshot) {
  return filters.ward_codes.empty() ||
         std::any_of(filters.ward_codes.begin(), filters.ward_codes.end(),
                     [&](const std::string& wanted) { return covers(wanted, code, snapshot); });
}

bool accepts_year(const Filters& filters, int fiscal_year) {
  return is_in_one_of(filters.fiscal_years, fiscal_year);
}

RowFilter::RowFilter(const Filters& filters, const IndexSnapshot& snapshot)
    : fiscal_years_(filters.fiscal_years), findings_(filters.findings) {
  const ColumnTable& columns = snapshot.columns();
  if (!filters.ward_codes.empty()) {
    for (const std::string& code : columns.ward_codes) {
      wards_.push_back(accepts_ward(filters, code, snapshot));
    }
  }
  if (!filters.departments.empty() || !filters.department_texts.empty()) {
    departments_.push_back(false);  // The place of "none".
    for (std::size_t place = 1; place < columns.departments.size(); ++place) {
      departments_.push_back(accepts_department(filters, columns.departments[place]));
    }
  }
  for (const corpus::Scene scene : filters.scenes) {
    scene_bits_ = static_cast<std::uint8_t>(scene_bits_ | (1U << static_cast<unsigned>(scene)));
  }
  if (!filters.kinds.empty()) {
    kinds_.resize(kAllRecordKinds.size());
    for (const corpus::RecordKind kind : filters.kinds) {
      kinds_[static_cast<std::size_t>(kind)] = true;
    }
  }
}

bool RowFilter::accepts(Dimension dimension, const ColumnRow& row) const {
  switch (dimension) {
    case Dimension::Ward:
      return accepts_place(wards_, row.ward);
    case Dimension::FiscalYear:
      return is_in_one_of(fiscal_years_, row.fiscal_year);
    case Dimension::Department:
      return accepts_place(departments_, row.department);
    case Dimension::Scene:
      return scene_bits_ == 0 || (row.scene_bits & scene_bits_) != 0;
    case Dimension::Kind:
      return accepts_place(kinds_, row.kind);
  }
  return true;
}

bool RowFilter::accepts_findings(const ColumnRow& row) const {
  return std::all_of(findings_.begin(), findings_.end(),
                     [&](ResultFinding finding) { return holds(finding, row); });
}

bool RowFilter::accepts(const ColumnRow& row) const {
  return accepts_findings(row) &&
         std::all_of(kAllDimensions.begin(), kAllDimensions.end(),
                     [&](Dimension dimension) { return accepts(dimension, row); });
}

bool RowFilter::accepts_but(Dimension left_out, const ColumnRow& row) const {
  return accepts_findings(row) &&
         std::all_of(kAllDimensions.begin(), kAllDimensions.end(), [&](Dimension dimension) {
           return dimension == left_out || accepts(dimension, row);
         });
}

bool RowFilter::restricts(Dimension dimension) const {
  switch (dimension) {
    case Dimension::Ward:
      return !wards_.empty();
    case Dimension::FiscalYear:
      return !fiscal_years_.empty();
    case Dimension::Department:
      return !departments_.empty();
    case Dimension::Scene:
      return scene_bits_ != 0;
    case Dimension::Kind:
      return !kinds_.empty();
  }
  return false;
}

}  // namespace torikumi::searchd
