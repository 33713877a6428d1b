#include "searchd/api/diffusion_json.h"

#include "corpus/fiscal_year.h"
#include "corpus/record_json.h"
#include "searchd/search/search_engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace torikumi::searchd {
namespace {

using analysis::Diffusion;
using analysis::DiffusionState;

/// Ids of one cell; `records` is exact.
constexpr std::size_t kMaxIdsOfCell = 20;

Json year_or_null(const std::optional<int>& year) {
  return year ? Json(*year) : Json(nullptr);
}

std::string year_or_empty(const std::optional<int>& year) {
  return year ? std::to_string(*year) : std::string();
}

/// Writes one grid.
class GridWriter {
 public:
  GridWriter(const DiffusionGrid& grid, const Filters& filters, const IndexSnapshot& snapshot)
      : grid_(grid), snapshot_(snapshot) {
    for (std::size_t i = 0; i < grid.diffusion.years.size(); ++i) {
      if (accepts_year(filters, grid.diffusion.years[i].fiscal_year)) {
        shown_.push_back(i);
      }
    }
  }

  [[nodiscard]] Json json(const std::optional<EvidenceQuery>& evidence) const {
    const Diffusion& diffusion = grid_.diffusion;
    return {{"first_year", shown_.empty() ? Json(nullptr) : Json(year_at(shown_.front()))},
            {"last_year", shown_.empty() ? Json(nullptr) : Json(year_at(shown_.back()))},
            {"wards", wards_json()},
            {"cells", cells_json(evidence)},
            {"years", years_json()},
            {"first_adopters", adoptions_json(diffusion.first_adopters)},
            {"followers", adoptions_json(diffusion.followers)},
            {"dropped", interruptions_json(/*is_again=*/false)},
            {"readopted", interruptions_json(/*is_again=*/true)},
            {"not_yet", list_json(diffusion.not_yet)},
            {"unknown", list_json(diffusion.unknown)},
            {"unknown_at_first", list_json(diffusion.unknown_at_first)},
            {"notes", notes()}};
  }

  [[nodiscard]] CsvDocument csv() const {
    CsvDocument csv{
        {"municipality", "ward_name", "ward_code", "first_report", "first_with", "latest_with"},
        {}};
    for (const std::size_t i : shown_) {
      csv.header.push_back(std::to_string(year_at(i)));
    }
    for (std::size_t row = 0; row < grid_.wards.size(); ++row) {
      const corpus::Ward& ward = grid_.wards[row];
      const analysis::WardHistory& history = grid_.diffusion.wards[row];
      std::vector<std::string> cells{ward.municipality,
                                     ward.name,
                                     ward.code,
                                     year_or_empty(history.first_report),
                                     year_or_empty(history.first_with),
                                     year_or_empty(history.latest_with)};
      for (const std::size_t i : shown_) {
        cells.emplace_back(name_of(history.states[i]));
      }
      csv.rows.push_back(std::move(cells));
    }
    return csv;
  }

 private:
  [[nodiscard]] int year_at(std::size_t i) const { return grid_.diffusion.years[i].fiscal_year; }

  [[nodiscard]] Json ward_json(std::size_t row) const { return corpus::to_json(grid_.wards[row]); }

  [[nodiscard]] Json wards_json() const {
    Json list = Json::array();
    for (std::size_t row = 0; row < grid_.wards.size(); ++row) {
      const analysis::WardHistory& history = grid_.diffusion.wards[row];
      list.push_back({{"ward", ward_json(row)},
                      {"first_report", year_or_null(history.first_report)},
                      {"first_with", year_or_null(history.first_with)},
                      {"latest_with", year_or_null(history.latest_with)}});
    }
    return list;
  }

  [[nodiscard]] Json cells_json(const std::optional<EvidenceQuery>& evidence) const {
    Json list = Json::array();
    for (std::size_t row = 0; row < grid_.wards.size(); ++row) {
      for (const std::size_t i : shown_) {
        const Documents& documents = grid_.records[row][i];
        Json cell = {{"ward", ward_json(row)},
                     {"fiscal_year", year_at(i)},
                     {"fiscal_year_label", corpus::fiscal_year_label(year_at(i))},
                     {"state", name_of(grid_.diffusion.wards[row].states[i])},
                     {"records", documents.size()}};
        cell["ids"] = evidence ? Json(nullptr) : ids_json(documents);
        cell["query"] =
            evidence ? Json(evidence->in_ward(grid_.wards[row].code).in_year(year_at(i)).text())
                     : Json(nullptr);
        list.push_back(std::move(cell));
      }
    }
    return list;
  }

  [[nodiscard]] Json ids_json(Documents documents) const {
    documents.resize(std::min(documents.size(), kMaxIdsOfCell));
    return record_ids(documents, snapshot_);
  }

  [[nodiscard]] Json years_json() const {
    Json list = Json::array();
    for (const std::size_t i : shown_) {
      const analysis::DiffusionYear& year = grid_.diffusion.years[i];
      list.push_back({{"fiscal_year", year.fiscal_year},
                      {"fiscal_year_label", corpus::fiscal_year_label(year.fiscal_year)},
                      {"wards_reporting", year.reporting},
                      {"wards_examples_only", year.examples_only},
                      {"wards_with", year.with_it},
                      {"wards_reporting_with", year.with_it_reporting},
                      {"wards_new", year.came},
                      {"wards_dropped", year.dropped}});
    }
    return list;
  }

  [[nodiscard]] Json adoptions_json(const std::vector<analysis::Adoption>& adoptions) const {
    Json list = Json::array();
    for (const analysis::Adoption& each : adoptions) {
      list.push_back({{"ward", ward_json(each.ward)},
                      {"fiscal_year", each.fiscal_year},
                      {"lag_years", each.lag_years},
                      {"first_year_held", each.had_at_first}});
    }
    return list;
  }

  /// Those that took it up again, or those that did not.
  [[nodiscard]] Json interruptions_json(bool is_again) const {
    Json list = Json::array();
    for (const analysis::Interruption& each : grid_.diffusion.interruptions) {
      if (each.again.has_value() == is_again) {
        list.push_back({{"ward", ward_json(each.ward)},
                        {"latest_with", each.latest_with},
                        {"first_without", each.first_without},
                        {"again", year_or_null(each.again)}});
      }
    }
    return list;
  }

  [[nodiscard]] Json list_json(const std::vector<std::size_t>& rows) const {
    Json list = Json::array();
    for (const std::size_t row : rows) {
      list.push_back(ward_json(row));
    }
    return list;
  }

  [[nodiscard]] bool has_cell(DiffusionState state) const {
    return std::any_of(grid_.diffusion.wards.begin(), grid_.diffusion.wards.end(),
                       [&](const analysis::WardHistory& history) {
                         return std::any_of(shown_.begin(), shown_.end(), [&](std::size_t i) {
                           return history.states[i] == state;
                         });
                       });
  }

  /// True if a year that is shown goes on with one before years that say neither yes nor no.
  [[nodiscard]] bool continues_over_a_gap() const {
    return std::any_of(grid_.diffusion.wards.begin(), grid_.diffusion.wards.end(),
                       [&](const analysis::WardHistory& history) {
                         return std::any_of(shown_.begin(), shown_.end(), [&](std::size_t i) {
                           return history.states[i] == DiffusionState::Continued &&
                                  !has_it(history.states[i - 1]);
                         });
                       });
  }

  /// What the grid cannot tell.
  [[nodiscard]] std::vector<std::string> notes() const {
    std::vector<std::string> notes;
    if (has_cell(DiffusionState::HadAtFirst)) {
      notes.emplace_back(
          "「初めから」は、その区について持っている最も古い報告書に、すでにあることを示します。いつ"
          "始めたかは"
          "分かりません。");
    }
    if (continues_over_a_gap()) {
      notes.emplace_back(
          "報告書のない年度をまたいで「継続」としているところがあります。その間も行っていたかどうか"
          "は分かりません。");
    }
    if (has_cell(DiffusionState::Dropped)) {
      notes.emplace_back(
          "「記載なくなる」は、前にはあり、その年度の報告書にないことを示します。やめたとは限らず、"
          "達成して当たり前に"
          "なったため、目標に書かなくなった場合もあります。");
    }
    if (has_cell(DiffusionState::ExamplesOnly)) {
      notes.emplace_back(
          "「事例のみ」の年度は、選ばれた事例しか分かりません。載っていなくても、行っていないとは言"
          "えません。");
    }
    if (const std::size_t count = grid_.diffusion.unknown_at_first.size(); count > 0) {
      notes.push_back(
          fmt::format("最初の区の年度以前の報告書がない区が{}"
                      "区あります。それより早く始めていたかもしれません。",
                      count));
    }
    if (grid_.unplaced > 0) {
      notes.push_back(
          fmt::format("年度または区の分からない{}件は、表に入っていません。", grid_.unplaced));
    }
    return notes;
  }

  const DiffusionGrid& grid_;  // The caller's, as the snapshot.
  const IndexSnapshot& snapshot_;
  std::vector<std::size_t> shown_;  // Places of years.
};

}  // namespace

Answer diffusion_answer(const DiffusionGrid& grid, const Filters& filters,
                        const std::optional<EvidenceQuery>& evidence,
                        const IndexSnapshot& snapshot) {
  const GridWriter writer(grid, filters, snapshot);
  return {writer.json(evidence), writer.csv()};
}

}  // namespace torikumi::searchd
