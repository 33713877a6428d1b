#include "corpus/ward_registry.h"

#include "corpus/csv_table.h"
#include "corpus/nearest_names.h"
#include "corpus/source_text.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace torikumi::corpus {
namespace {

constexpr std::string_view kWardSuffix = "区";

// What names are compared by: width folded, without blanks, the small ヶ as ケ (保土ヶ谷).
std::string name_key(std::string_view name) {
  constexpr std::string_view kSmallKe = "ヶ";
  constexpr std::string_view kKe = "ケ";
  std::string key = without_blanks(width_folded(name));
  for (std::size_t at = key.find(kSmallKe); at != std::string::npos; at = key.find(kSmallKe, at)) {
    key.replace(at, kSmallKe.size(), kKe);
  }
  return key;
}

bool is_ward_called(const Ward& ward, const std::string& key) {
  const std::string name = name_key(ward.name);
  return !name.empty() && (key == name || key + std::string(kWardSuffix) == name);
}

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

// The names near to `name` as a question, or `otherwise` if there are none.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& names,
                         const std::string& otherwise) {
  const std::vector<std::string> near = nearest_names(name, names);
  return near.empty() ? otherwise : fmt::format("did you mean {}?", fmt::join(near, " or "));
}

// --- Loading -------------------------------------------------------------------------------------

Error bad_row(const std::string& name, const CsvRow& row, std::string message, std::string hint) {
  return {ErrorKind::Malformed, std::move(message), fmt::format("{}:{}", name, row.line),
          std::move(hint)};
}

std::string code_problem(std::string_view code) {
  constexpr std::size_t kDigits = 6;
  const bool is_number = code.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number && code.size() == kDigits
             ? fmt::format("the check digit of the code \"{}\" is wrong", code)
             : fmt::format("the code \"{}\" is not six digits", code);
}

struct AreaRow {
  Ward ward;
  bool is_retired = false;
};

AreaRow area_row(const CsvTable& table, const CsvRow& row, const std::string& name) {
  AreaRow area;
  area.ward.code = table.cell(row, "code");
  area.ward.name = table.cell(row, "ward");
  area.ward.municipality = table.cell(row, "municipality");
  area.is_retired = !table.cell(row, "retired").empty();
  if (!is_valid_area_code(area.ward.code)) {
    throw bad_row(
        name, row, code_problem(area.ward.code),
        "write the six digits of the 全国地方公共団体コード, such as 141313 for 川崎市川崎区");
  }
  if (area.ward.municipality.empty()) {
    throw bad_row(name, row, fmt::format("the code {} has no municipality", area.ward.code),
                  "write the name of the city into the column municipality");
  }
  return area;
}

std::vector<AreaRow> area_rows(const std::filesystem::path& file) {
  const std::string name = file.string();
  const Result<SourceText> text = SourceText::open(file, name);
  if (!text) {
    throw Error(text.error());
  }
  const Result<CsvTable> table = CsvTable::parse(*text);
  if (!table) {
    throw Error(table.error());
  }
  if (const auto missing = table->missing_column({"code", "municipality", "ward"})) {
    throw Error(ErrorKind::Malformed, fmt::format("the column \"{}\" is missing", *missing),
                name + ":1",
                "the first row must be code,municipality,ward or code,municipality,ward,retired");
  }
  std::vector<AreaRow> areas;
  std::set<std::string> seen;
  for (const CsvRow& row : table->rows()) {
    areas.push_back(area_row(*table, row, name));
    if (!seen.insert(areas.back().ward.code).second) {
      throw bad_row(name, row, fmt::format("the code {} is there twice", areas.back().ward.code),
                    "remove one of the rows");
    }
  }
  return areas;
}

// --- Names in running text -----------------------------------------------------------------------

/// A name that occurs in a text.
struct Occurrence {
  std::size_t byte_begin = 0;
  std::size_t byte_end = 0;
  const Ward* ward = nullptr;
};

// 東区 in 地区 or 本市中区分 is none: a one-kanji name must not follow a kanji, and behind 区 there
// must not be what makes another word of it.
bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::array<std::string_view, 6> kOtherWords{"分", "域", "間", "画", "別", "切"};
  const std::string_view rest = text.substr(end);
  for (const std::string_view tail : kOtherWords) {
    if (rest.starts_with(tail)) {
      return false;
    }
  }
  const bool is_one_kanji = character_count(text.substr(begin, end - begin)) == 2;
  if (!is_one_kanji || begin == 0) {
    return true;
  }
  const std::string_view before = text.substr(0, begin);
  return !is_japanese_letter(code_point_before(text, begin).value) || before.ends_with("市") ||
         before.ends_with("都") || before.ends_with("の");
}

void append_occurrences(std::string_view text, const std::string& name, const Ward& ward,
                        std::vector<Occurrence>& found) {
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    if (ward.name.empty() || stands_alone(text, at, at + name.size())) {
      found.push_back({at, at + name.size(), &ward});
    }
  }
}

bool is_inside_longer(const Occurrence& inner, const std::vector<Occurrence>& all) {
  return std::any_of(all.begin(), all.end(), [&](const Occurrence& outer) {
    return outer.byte_begin <= inner.byte_begin && inner.byte_end <= outer.byte_end &&
           outer.byte_end - outer.byte_begin > inner.byte_end - inner.byte_begin;
  });
}

}  // namespace

bool is_valid_area_code(std::string_view code) {
  constexpr std::array kWeights{6, 5, 4, 3, 2};
  if (code.size() != kWeights.size() + 1 ||
      code.find_first_not_of("0123456789") != std::string_view::npos) {
    return false;
  }
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    sum += kWeights[i] * (code[i] - '0');
  }
  return code.back() - '0' == (11 - sum % 11) % 10;
}

WardRegistry WardRegistry::load(const std::filesystem::path& table,
                                const std::optional<std::filesystem::path>& extension) {
  std::vector<AreaRow> areas = area_rows(table);
  if (extension) {
    for (AreaRow& added : area_rows(*extension)) {
      std::erase_if(areas, [&](const AreaRow& area) { return area.ward.code == added.ward.code; });
      areas.push_back(std::move(added));
    }
  }
  std::sort(areas.begin(), areas.end(),
            [](const AreaRow& a, const AreaRow& b) { return a.ward.code < b.ward.code; });
  WardRegistry registry;
  for (AreaRow& area : areas) {
    if (area.is_retired) {
      registry.retired_codes_.push_back(area.ward.code);
    }
    registry.wards_.push_back(std::move(area.ward));
  }
  return registry;
}

std::optional<Ward> WardRegistry::by_code(std::string_view code) const {
  const auto at = std::lower_bound(
      wards_.begin(), wards_.end(), code,
      [](const Ward& ward, std::string_view wanted) { return ward.code < wanted; });
  if (at == wards_.end() || at->code != code) {
    return std::nullopt;
  }
  return *at;
}

bool WardRegistry::is_retired(std::string_view code) const {
  return std::binary_search(retired_codes_.begin(), retired_codes_.end(), code);
}

std::vector<std::string> WardRegistry::municipalities() const {
  std::vector<std::string> names;
  for (const Ward& ward : wards_) {
    if (std::find(names.begin(), names.end(), ward.municipality) == names.end()) {
      names.push_back(ward.municipality);
    }
  }
  return names;
}

Result<Ward> WardRegistry::find(std::string_view municipality, std::string_view name) const {
  std::string city = name_key(municipality);
  std::string ward = name_key(name);
  for (const std::string& known : municipalities()) {
    const std::string key = name_key(known);
    if (ward.starts_with(key) && (city.empty() || city == key)) {
      city = key;
      ward.erase(0, key.size());
      break;
    }
  }
  if (city.empty() && ward.empty()) {
    return failure(ErrorKind::InvalidArgument, "neither a municipality nor a ward is named", {},
                   "name one, such as 川崎市 and 中原区");
  }
  if (city.empty()) {
    return find_in_any_city(ward);
  }
  const std::vector<std::string> cities = municipalities();
  const auto known = std::find_if(cities.begin(), cities.end(), [&](const std::string& candidate) {
    return name_key(candidate) == city;
  });
  if (known == cities.end()) {
    return failure(
        ErrorKind::InvalidArgument,
        fmt::format("the municipality \"{}\" is not known", municipality), {},
        did_you_mean(city, cities,
                     "write its full name, such as 川崎市, or add it to the table of wards"));
  }
  return find_in_city(*known, ward);
}

Result<Ward> WardRegistry::find_in_city(const std::string& city, const std::string& ward) const {
  const Ward* retired = nullptr;
  std::vector<std::string> names;
  for (const Ward& candidate : wards_) {
    if (candidate.municipality != city) {
      continue;
    }
    const bool is_wanted = ward.empty() ? candidate.name.empty() : is_ward_called(candidate, ward);
    if (is_wanted && !is_retired(candidate.code)) {
      return candidate;
    }
    retired = is_wanted ? &candidate : retired;
    if (!candidate.name.empty() && !is_retired(candidate.code)) {
      names.push_back(candidate.name);
    }
  }
  if (retired != nullptr) {
    return *retired;
  }
  if (ward.empty()) {
    return failure(ErrorKind::InvalidArgument, fmt::format("{} is known by its wards only", city),
                   {}, fmt::format("name one of them: {}", joined(names)));
  }
  return failure(ErrorKind::InvalidArgument, fmt::format("{} has no ward \"{}\"", city, ward), {},
                 did_you_mean(ward, names, fmt::format("its wards are {}", joined(names))));
}

Result<Ward> WardRegistry::find_in_any_city(const std::string& ward) const {
  std::vector<Ward> current;
  std::vector<Ward> retired;
  std::vector<std::string> names;
  for (const Ward& candidate : wards_) {
    if (is_ward_called(candidate, ward)) {
      (is_retired(candidate.code) ? retired : current).push_back(candidate);
    }
    names.push_back(candidate.name);
  }
  const std::vector<Ward>& found = current.empty() ? retired : current;
  if (found.size() == 1) {
    return found.front();
  }
  if (found.empty()) {
    return failure(
        ErrorKind::InvalidArgument, fmt::format("the ward \"{}\" is not known", ward), {},
        did_you_mean(ward, names, "write its full name, such as 中原区, or name its municipality"));
  }
  std::vector<std::string> cities;
  cities.reserve(found.size());
  for (const Ward& candidate : found) {
    cities.push_back(candidate.municipality);
  }
  return failure(ErrorKind::InvalidArgument,
                 fmt::format("the ward \"{}\" is in several municipalities: {}", found.front().name,
                             joined(cities)),
                 {},
                 fmt::format("name the municipality too, such as {}", found.front().full_name()));
}

std::vector<Ward> WardRegistry::mentioned_in(std::string_view text) const {
  const std::string key = name_key(text);
  std::vector<Occurrence> found;
  for (const Ward& ward : wards_) {
    append_occurrences(key, name_key(ward.full_name()), ward, found);
    if (!ward.name.empty() && !is_retired(ward.code)) {
      append_occurrences(key, name_key(ward.name), ward, found);
    }
  }
  std::vector<Occurrence> kept;
  for (const Occurrence& occurrence : found) {
    if (!is_inside_longer(occurrence, found)) {
      kept.push_back(occurrence);
    }
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Occurrence& a, const Occurrence& b) {
    return a.byte_end - a.byte_begin > b.byte_end - b.byte_begin;
  });
  std::vector<Ward> wards;
  for (const Occurrence& occurrence : kept) {
    if (std::find(wards.begin(), wards.end(), *occurrence.ward) == wards.end()) {
      wards.push_back(*occurrence.ward);
    }
  }
  return wards;
}

}  // namespace torikumi::corpus
