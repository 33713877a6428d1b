#include "corpus/nearest_names.h"
#include "corpus/record_json.h"
#include "corpus/utf8.h"
#include "searchd/analytics/frequency.h"
#include "searchd/api/analytics_request.h"
#include "searchd/api/empty_subset.h"
#include "searchd/api/evidence_query.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/theme_parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace torikumi::searchd {
namespace {

constexpr std::string_view kDefaultBy = "ward,year";
constexpr std::string_view kWhole = "合計";  // In a CSV row, of a dimension that is added up.

Problem invalid(std::string parameter, std::string detail, std::string hint,
                std::vector<std::string> valid_values) {
  return {.type = ProblemType::InvalidParameter,
          .detail = std::move(detail),
          .parameter = std::move(parameter),
          .hint = std::move(hint),
          .valid_values = std::move(valid_values),
          .instance = {},
          .log_message = {}};
}

std::vector<std::string> dimension_names() {
  std::vector<std::string> names;
  names.reserve(kTableDimensions.size());
  for (const TableDimension dimension : kTableDimensions) {
    names.emplace_back(name_of(dimension));
  }
  return names;
}

/// The dimensions in `text`, parted by commas.
ApiResult<std::vector<TableDimension>> dimensions_from(std::string_view text) {
  std::vector<TableDimension> dimensions;
  text = text.empty() ? kDefaultBy : text;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string name(corpus::trimmed(text.substr(begin, end - begin)));
    const std::optional<TableDimension> dimension = table_dimension_named(name);
    if (!dimension) {
      const std::vector<std::string> near = corpus::nearest_names(name, dimension_names(), 1);
      return tl::unexpected(invalid("by", fmt::format("\"{}\" is not a dimension", name),
                                    near.empty()
                                        ? "write some of the valid values, parted by commas"
                                        : fmt::format("did you mean \"{}\"?", near.front()),
                                    dimension_names()));
    }
    if (std::find(dimensions.begin(), dimensions.end(), *dimension) != dimensions.end()) {
      return tl::unexpected(invalid("by", fmt::format("\"{}\" is there twice", name),
                                    "name each dimension once", dimension_names()));
    }
    dimensions.push_back(*dimension);
    begin = end + 1;
  }
  return dimensions;
}

/// Writes cells as JSON and CSV.
class CellWriter {
 public:
  CellWriter(const FrequencyRequest& request, const Frequency& counted,
             const Parameters& parameters)
      : request_(request), counted_(counted), parameters_(parameters) {}

  [[nodiscard]] Json json(const FrequencyTable& table, const FrequencyCell& cell) const {
    Json json = {{"theme", theme_of(cell) == nullptr ? Json(nullptr) : Json(theme_of(cell)->id)}};
    for (std::size_t i = 0; i < table.by.size(); ++i) {
      json[std::string(name_of(table.by[i]))] = value_json(table.by[i], cell.values[i]);
    }
    const analysis::Proportion proportion{cell.initiatives, cell.base};
    const bool is_counted = cell.has_report;
    json["initiatives"] = is_counted ? Json(cell.initiatives) : Json(nullptr);
    json["occurrences"] = is_counted && cell.occurrences ? Json(*cell.occurrences) : Json(nullptr);
    json["departments"] = is_counted ? Json(cell.departments) : Json(nullptr);
    json["base"] = cell.base;
    json["rate_per_100"] = rate_per_100(proportion);
    json["ci95"] = interval_per_100(proportion);
    json["share"] = is_counted ? Json(rounded(cell.share)) : Json(nullptr);
    json["state"] = is_counted ? "counted" : "no_report";
    json["query"] = evidence(table, cell);
    return json;
  }

  [[nodiscard]] std::vector<std::string> csv_header() const {
    std::vector<std::string> header{"theme", "theme_label"};
    for (const TableDimension dimension : request_.by) {
      if (dimension == TableDimension::Ward) {
        header.insert(header.end(), {"municipality", "ward_name", "ward_code"});
      } else {
        header.emplace_back(name_of(dimension));
      }
    }
    header.insert(header.end(),
                  {"initiatives", "occurrences", "departments", "base", "rate_per_100", "ci95_low",
                   "ci95_high", "share", "state", "query"});
    return header;
  }

  [[nodiscard]] std::vector<std::string> csv_row(const FrequencyTable& table,
                                                 const FrequencyCell& cell) const {
    const analysis::Theme* theme = theme_of(cell);
    std::vector<std::string> row{theme == nullptr ? "" : theme->id,
                                 theme == nullptr ? request_.q : theme->label};
    for (const TableDimension dimension : request_.by) {
      const auto place = std::find(table.by.begin(), table.by.end(), dimension);
      const bool is_ward = dimension == TableDimension::Ward;
      if (place == table.by.end()) {
        row.insert(row.end(), is_ward ? 3 : 1, std::string(kWhole));
        continue;
      }
      const AxisValue& value =
          value_of(dimension, cell.values[static_cast<std::size_t>(place - table.by.begin())]);
      if (is_ward) {
        row.insert(row.end(), {value.ward->municipality, value.ward->name, value.ward->code});
      } else {
        row.push_back(value.filter);
      }
    }
    const Json numbers = json(table, cell);
    const Json& interval = numbers["ci95"];
    for (const char* key : {"initiatives", "occurrences", "departments", "base", "rate_per_100"}) {
      row.push_back(csv_cell(numbers[key]));
    }
    row.push_back(interval.is_null() ? "" : csv_cell(interval[0]));
    row.push_back(interval.is_null() ? "" : csv_cell(interval[1]));
    for (const char* key : {"share", "state", "query"}) {
      row.push_back(csv_cell(numbers[key]));
    }
    return row;
  }

 private:
  [[nodiscard]] const analysis::Theme* theme_of(const FrequencyCell& cell) const {
    return cell.series < request_.themes.size() ? request_.themes[cell.series] : nullptr;
  }

  [[nodiscard]] const AxisValue& value_of(TableDimension dimension, std::uint32_t place) const {
    return counted_.axis(dimension).values()[place];
  }

  [[nodiscard]] Json value_json(TableDimension dimension, std::uint32_t place) const {
    const AxisValue& value = value_of(dimension, place);
    if (dimension == TableDimension::Ward) {
      return corpus::to_json(*value.ward);
    }
    return dimension == TableDimension::FiscalYear ? Json(std::stoi(value.filter))
                                                   : Json(value.filter);
  }

  /// The search that lists the records of `cell`. A value of an axis passes the filter of its
  /// dimension, and so takes its place.
  [[nodiscard]] std::string evidence(const FrequencyTable& table, const FrequencyCell& cell) const {
    std::string text;
    const auto add = [&text](std::string_view name, std::string_view value) {
      text += fmt::format("{}{}={}", text.empty() ? "" : "&", name, percent_encoded(value));
    };
    if (const analysis::Theme* theme = theme_of(cell)) {
      add("theme", theme->id);
    } else {
      add("q", request_.q);
      add("relax", "off");
      if (!request_.with_synonyms) {
        add("synonyms", "off");
      }
    }
    for (const TableDimension dimension : kTableDimensions) {
      const std::string_view name = name_of(dimension);
      const auto place = std::find(table.by.begin(), table.by.end(), dimension);
      if (place != table.by.end()) {
        add(name,
            value_of(dimension, cell.values[static_cast<std::size_t>(place - table.by.begin())])
                .filter);
        continue;
      }
      for (const std::string& value : parameters_.all(name)) {
        add(name, value);
      }
    }
    for (const std::string& flag : parameters_.all("flag")) {
      add("flag", flag);
    }
    if (request_.filters.kinds.empty()) {
      add("kind", "all");
    }
    for (const corpus::RecordKind kind : request_.filters.kinds) {
      add("kind", corpus::name_of(kind));
    }
    return text;
  }

  const FrequencyRequest& request_;  // The caller's, as the others.
  const Frequency& counted_;
  const Parameters& parameters_;
};

Json json_of(const FrequencyTable& table, const CellWriter& writer) {
  Json cells = Json::array();
  for (const FrequencyCell& cell : table.cells) {
    cells.push_back(writer.json(table, cell));
  }
  return cells;
}

Json names_of(const std::vector<TableDimension>& dimensions) {
  Json names = Json::array();
  for (const TableDimension dimension : dimensions) {
    names.push_back(name_of(dimension));
  }
  return names;
}

Answer answer_of(const FrequencyRequest& request, const Frequency& counted,
                 const Parameters& parameters) {
  const CellWriter writer(request, counted, parameters);
  Json themes = Json::array();
  for (const analysis::Theme* theme : request.themes) {
    themes.push_back({{"id", theme->id}, {"label", theme->label}});
  }
  Json totals = Json::array();
  CsvDocument csv{writer.csv_header(), {}};
  for (const FrequencyTable& table : counted.tables) {
    if (&table != &counted.tables.front()) {
      totals.push_back({{"by", names_of(table.by)}, {"cells", json_of(table, writer)}});
    }
    for (const FrequencyCell& cell : table.cells) {
      csv.rows.push_back(writer.csv_row(table, cell));
    }
  }
  Json notes = counted.notes;
  if (!counted.counts_occurrences) {
    notes.push_back("該当箇所が多すぎるため、箇所の数は数えませんでした。");
  }
  return {{{"by", names_of(request.by)},
           {"themes", std::move(themes)},
           {"q", request.q.empty() ? Json(nullptr) : Json(request.q)},
           {"cells", json_of(counted.tables.front(), writer)},
           {"totals", std::move(totals)},
           {"notes", std::move(notes)}},
          std::move(csv)};
}

}  // namespace

ApiResult<Answer> answer_frequency(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const Parameters& parameters = request.parameters;
  FrequencyRequest asked;
  asked.q = parameters.text("q");
  asked.with_synonyms = parameters.text("synonyms") == "on";
  asked.fields = fields_from(parameters);
  auto themes = themes_from(parameters, snapshot);
  if (!themes) {
    return tl::unexpected(std::move(themes).error());
  }
  asked.themes = *std::move(themes);
  if (asked.themes.empty() && asked.q.empty()) {
    for (const analysis::Theme& theme : snapshot.resources().themes.all()) {
      asked.themes.push_back(&theme);
    }
  }
  auto by = dimensions_from(parameters.text("by"));
  if (!by) {
    return tl::unexpected(std::move(by).error());
  }
  asked.by = *std::move(by);
  ApiResult<Filters> filters = filters_from(parameters, snapshot);
  if (!filters) {
    return tl::unexpected(std::move(filters).error());
  }
  asked.filters = *std::move(filters);
  asked.filters.kinds =
      kinds_from(parameters, {corpus::RecordKind::Initiative, corpus::RecordKind::Example});
  if (std::optional<Problem> problem = empty_filters(parameters, asked.filters, snapshot)) {
    return tl::unexpected(*std::move(problem));
  }
  const Result<Frequency> counted = frequency(asked, snapshot);
  if (!counted) {
    return tl::unexpected(problem_from(counted.error()));
  }
  return answer_of(asked, *counted, parameters);
}

}  // namespace torikumi::searchd
