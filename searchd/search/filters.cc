#include "searchd/search/filters.h"

#include "corpus/utf8.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace torikumi::searchd {
namespace {

std::string folded(const std::string& text) {
  return corpus::without_blanks(corpus::width_folded(text));
}

bool is_code(const std::string& text) {
  return text.size() == 6 && std::all_of(text.begin(), text.end(),
                                         [](char byte) { return byte >= '0' && byte <= '9'; });
}

std::string names_of(const std::vector<corpus::Ward>& wards) {
  std::vector<std::string> names;
  for (const corpus::Ward& ward : wards) {
    names.push_back(fmt::format("{} ({})", ward.full_name(), ward.code));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

/// Those of `held` that are called `name`, alone or with their city, 区 and 市 being optional.
std::vector<corpus::Ward> wards_called(const std::string& name,
                                       const std::vector<corpus::Ward>& held) {
  std::vector<corpus::Ward> found;
  for (const corpus::Ward& ward : held) {
    if (name == folded(ward.full_name()) || name == folded(ward.name) ||
        (!ward.name.empty() && name + "区" == folded(ward.name))) {
      found.push_back(ward);
    }
  }
  return found;
}

const corpus::Ward* ward_with_code(const std::vector<corpus::Ward>& wards,
                                   const std::string& code) {
  const auto ward = std::find_if(wards.begin(), wards.end(),
                                 [&](const corpus::Ward& each) { return each.code == code; });
  return ward == wards.end() ? nullptr : &*ward;
}

/// True if `wanted` is `code`, or the municipality that the ward `code` belongs to.
bool covers(const std::string& wanted, const std::string& code,
            const std::vector<corpus::Ward>& wards) {
  if (wanted == code) {
    return true;
  }
  const corpus::Ward* municipality = ward_with_code(wards, wanted);
  const corpus::Ward* ward = ward_with_code(wards, code);
  return municipality != nullptr && ward != nullptr && municipality->name.empty() &&
         municipality->municipality == ward->municipality;
}

template <typename T>
bool accepts_place(const std::vector<bool>& allowed, T place) {
  return allowed.empty() || allowed[static_cast<std::size_t>(place)];
}

}  // namespace

Result<std::string> resolve_ward(const std::string& text, const std::vector<corpus::Ward>& held,
                                 const corpus::WardRegistry& registry) {
  const std::string name = folded(text);
  const std::string advice = "use a code or name of the index: " + names_of(held);
  if (is_code(name)) {
    const bool is_held = std::any_of(held.begin(), held.end(),
                                     [&](const corpus::Ward& ward) { return ward.code == name; });
    if (is_held || registry.by_code(name)) {
      return name;
    }
    return failure(ErrorKind::InvalidArgument, fmt::format("no ward has the code {}", name), {},
                   advice);
  }
  const std::vector<corpus::Ward> found = wards_called(name, held);
  if (found.size() == 1) {
    return found.front().code;
  }
  if (found.size() > 1) {
    return failure(ErrorKind::InvalidArgument,
                   fmt::format("\"{}\" is the name of several wards", text), {},
                   "name one of them: " + names_of(found));
  }
  const Result<corpus::Ward> known = registry.find({}, name);
  if (known) {
    return known->code;
  }
  return failure(ErrorKind::InvalidArgument, known.error().message, {}, advice);
}

Result<corpus::Scene> resolve_scene(const std::string& text) {
  if (const std::optional<corpus::Scene> scene = corpus::scene_named(text)) {
    return *scene;
  }
  std::vector<std::string_view> labels;
  for (const corpus::Scene scene : corpus::kAllScenes) {
    labels.push_back(corpus::label_of(scene));
  }
  return failure(ErrorKind::InvalidArgument, fmt::format("\"{}\" is not a scene", text), {},
                 fmt::format("use one of {}", fmt::join(labels, ", ")));
}

RowFilter::RowFilter(const Filters& filters, const ColumnTable& columns,
                     const std::vector<corpus::Ward>& wards)
    : fiscal_years_(filters.fiscal_years) {
  if (!filters.ward_codes.empty()) {
    for (const std::string& code : columns.ward_codes) {
      wards_.push_back(std::any_of(filters.ward_codes.begin(), filters.ward_codes.end(),
                                   [&](const std::string& wanted) {
                                     return covers(wanted, code, wards);
                                   }));
    }
  }
  if (!filters.departments.empty()) {
    departments_.resize(columns.departments.size());
    for (std::size_t place = 1; place < columns.departments.size(); ++place) {
      const std::string name = folded(columns.departments[place]);
      departments_[place] = std::any_of(
          filters.departments.begin(), filters.departments.end(),
          [&](const std::string& text) { return name.find(folded(text)) != std::string::npos; });
    }
  }
  for (const corpus::Scene scene : filters.scenes) {
    scene_bits_ = static_cast<std::uint8_t>(scene_bits_ | (1U << static_cast<unsigned>(scene)));
  }
  if (!filters.kinds.empty()) {
    kinds_.resize(4);
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
      return fiscal_years_.empty() ||
             std::any_of(fiscal_years_.begin(), fiscal_years_.end(),
                         [&](const corpus::FiscalYearRange& range) {
                           return row.fiscal_year >= range.first && row.fiscal_year <= range.last;
                         });
    case Dimension::Department:
      return accepts_place(departments_, row.department);
    case Dimension::Scene:
      return scene_bits_ == 0 || (row.scene_bits & scene_bits_) != 0;
    case Dimension::Kind:
      return accepts_place(kinds_, row.kind);
  }
  return true;
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

bool FilterStack::accepts(Dimension dimension, const ColumnRow& row) const {
  return chosen.accepts(dimension, row) && in_query.accepts(dimension, row);
}

bool FilterStack::accepts(const ColumnRow& row) const {
  return std::all_of(kAllDimensions.begin(), kAllDimensions.end(),
                     [&](Dimension dimension) { return accepts(dimension, row); });
}

bool FilterStack::accepts_but(Dimension left_out, const ColumnRow& row) const {
  return std::all_of(kAllDimensions.begin(), kAllDimensions.end(), [&](Dimension dimension) {
    return dimension == left_out || accepts(dimension, row);
  });
}

bool FilterStack::restricts(Dimension dimension) const {
  return chosen.restricts(dimension) || in_query.restricts(dimension);
}

}  // namespace torikumi::searchd
