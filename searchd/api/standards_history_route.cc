// How the standards of a municipality changed from list to list, and which are silent.

#include "analysis/standards/standard_history.h"
#include "corpus/fiscal_year.h"
#include "searchd/analytics/standard_lists.h"
#include "searchd/api/filter_parameters.h"
#include "searchd/api/standard_json.h"
#include "searchd/search/practice_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace torikumi::searchd {
namespace {

using analysis::StandardChange;
using analysis::StandardStep;

constexpr const char* kOneYearOnly = "one_year_only";

double rounded(double likeness) {
  constexpr double kSteps = 1e3;
  return std::round(likeness * kSteps) / kSteps;
}

/// A list with the records of its standards, in order of number.
struct ReadList {
  const HeldStandardList* held = nullptr;
  std::vector<std::pair<corpus::Record, DocumentNumber>> standards;
};

ReadList read_list(const HeldStandardList& held, const IndexSnapshot& snapshot) {
  ReadList list;
  list.held = &held;
  std::vector<corpus::Record> records = records_of(held.standards, snapshot);
  for (std::size_t i = 0; i < records.size(); ++i) {
    list.standards.emplace_back(std::move(records[i]), held.standards[i]);
  }
  std::stable_sort(list.standards.begin(), list.standards.end(),
                   [](const auto& a, const auto& b) { return a.first.number < b.first.number; });
  return list;
}

std::vector<analysis::ListedStandard> texts_of(const ReadList& list) {
  std::vector<analysis::ListedStandard> texts;
  for (const auto& [record, document] : list.standards) {
    texts.push_back({record.number, record.target});
  }
  return texts;
}

/// What the records say of the standards of a list.
struct Evidence {
  /// `same_year` (reports of the list's own year), `nearest_years` (there are none, but others are
  /// compared with it) or `no_report`.
  std::string basis = "no_report";
  std::set<DocumentNumber> worked_on;  ///< Standards with a strong link.
};

/// The fiscal years of the initiatives and examples of each municipality.
using ReportYears = std::map<std::string, std::set<int>>;

ReportYears report_years(const IndexSnapshot& snapshot) {
  ReportYears years;
  const ColumnTable& columns = snapshot.columns();
  std::set<std::pair<std::uint16_t, std::int16_t>> seen;
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    const ColumnRow& row = columns.row(document);
    const bool is_report =
        row.kind == corpus::RecordKind::Initiative || row.kind == corpus::RecordKind::Example;
    if (is_report && seen.emplace(row.ward, row.fiscal_year).second) {
      years[snapshot.ward_at(row.ward).municipality].insert(row.fiscal_year);
    }
  }
  return years;
}

/// Which years speak for `list`, and how near they are.
std::pair<std::string, std::set<int>> speaking_years(const HeldStandardList& list,
                                                     const StandardLists& lists,
                                                     const ReportYears& reports) {
  const auto held = reports.find(list.municipality);
  if (held == reports.end()) {
    return {"no_report", {}};
  }
  const int own = list.fiscal_year.value_or(0);
  if (held->second.contains(own)) {
    return {"same_year", {own}};
  }
  std::set<int> years;
  for (const int year : held->second) {
    if (lists.list_for(list.municipality, year) == &list) {
      years.insert(year);
    }
  }
  return {years.empty() ? "no_report" : "nearest_years", years};
}

Evidence evidence_for(const HeldStandardList& list, const StandardLists& lists,
                      const ReportYears& reports, const IndexSnapshot& snapshot) {
  Evidence evidence;
  std::set<int> years;
  std::tie(evidence.basis, years) = speaking_years(list, lists, reports);
  for (const analysis::StandardLink& link : snapshot.coverage().links()) {
    const ColumnRow& row = snapshot.columns().row(document_at(link.record));
    if (link.strength == analysis::LinkStrength::Strong && years.contains(row.fiscal_year)) {
      evidence.worked_on.insert(document_at(link.standard));
    }
  }
  return evidence;
}

std::string_view name_of(const StandardStep& step) {
  switch (step.change) {
    case StandardChange::New:
      return "new";
    case StandardChange::Dropped:
      return "dropped";
    case StandardChange::Reworded:
      return "reworded";
    case StandardChange::Unchanged:
      break;
  }
  return step.has_moved ? "moved" : "unchanged";
}

constexpr std::array<std::string_view, 5> kChanges{"unchanged", "moved", "reworded", "new",
                                                   "dropped"};

/// A row of the table: of a change, or of a silent standard (then `earlier` is it).
struct TableRow {
  const HeldStandardList* from = nullptr;
  const HeldStandardList* to = nullptr;
  std::string change;
  std::optional<double> likeness;
  const corpus::Record* earlier = nullptr;
  const corpus::Record* later = nullptr;
};

/// Collects the answer about one municipality after the other.
class HistoryWriter {
 public:
  explicit HistoryWriter(const IndexSnapshot& snapshot)
      : snapshot_(snapshot), lists_(snapshot), reports_(report_years(snapshot)) {}

  [[nodiscard]] const StandardLists& lists() const { return lists_; }

  void add(const std::string& municipality, const std::vector<const HeldStandardList*>& held) {
    std::vector<ReadList> read;
    Json years = Json::array();
    for (const HeldStandardList* list : held) {
      read.push_back(read_list(*list, snapshot_));
      years.push_back(year_json(read.back()));
    }
    Json changes = Json::array();
    for (std::size_t i = 1; i < read.size(); ++i) {
      changes.push_back(changes_json(read[i - 1], read[i]));
    }
    const bool is_one = read.size() == 1;
    municipalities_.push_back(
        {{"municipality", municipality},
         {"state", is_one ? kOneYearOnly : "compared"},
         {"message", is_one
                         ? Json(fmt::format("{}の基準は{}の一覧しかないため、前後の年度と比べられ"
                                            "ません。別の年度の基準を取り込むと比べられます。",
                                            municipality, label_of(*held.front())))
                         : Json(nullptr)},
         {"years", std::move(years)},
         {"changes", std::move(changes)}});
    has_compared_ = has_compared_ || !is_one;
  }

  Answer answer() {
    const bool is_empty = municipalities_.empty();
    Json message = nullptr;
    if (is_empty) {
      message = "区役所サービス基準が索引にないため、移り変わりを示せません。";
    } else if (!has_compared_) {
      message =
          "基準の一覧がどの市町村も1年度分しかないため、移り変わりを示せません。別の年度の基準を"
          "取り込むと比べられます。";
    }
    return {{{"state", is_empty        ? "no_standards"
                       : has_compared_ ? "compared"
                                       : kOneYearOnly},
             {"message", std::move(message)},
             {"municipalities", std::move(municipalities_)}},
            std::move(csv_)};
  }

 private:
  static std::string label_of(const HeldStandardList& list) {
    return list.fiscal_year ? corpus::fiscal_year_label(*list.fiscal_year) : "年度不明";
  }

  static Json year_of(const HeldStandardList& list) {
    return list.fiscal_year ? Json(*list.fiscal_year) : Json(nullptr);
  }

  Json year_json(const ReadList& list) {
    const Evidence evidence = evidence_for(*list.held, lists_, reports_, snapshot_);
    Json silent = nullptr;
    if (evidence.basis != "no_report") {
      silent = Json::array();
      for (const auto& [record, document] : list.standards) {
        if (!evidence.worked_on.contains(document)) {
          silent.push_back(standard_json(record));
          add_row({list.held, list.held, "silent", {}, &record, nullptr});
        }
      }
    }
    return {{"fiscal_year", year_of(*list.held)},
            {"fiscal_year_label", label_of(*list.held)},
            {"standards", list.standards.size()},
            {"silent_basis", evidence.basis},
            {"silent", std::move(silent)}};
  }

  Json changes_json(const ReadList& earlier, const ReadList& later) {
    Json counts = Json::object();
    for (const std::string_view change : kChanges) {
      counts[std::string(change)] = 0;
    }
    Json items = Json::array();
    for (const StandardStep& step : analysis::standard_steps(texts_of(earlier), texts_of(later))) {
      const std::string change(name_of(step));
      counts[change] = counts[change].get<int>() + 1;
      if (change == "unchanged") {
        continue;
      }
      const corpus::Record* before =
          step.earlier ? &earlier.standards[*step.earlier].first : nullptr;
      const corpus::Record* after = step.later ? &later.standards[*step.later].first : nullptr;
      const bool has_both = before != nullptr && after != nullptr;
      const std::optional<double> likeness =
          has_both ? std::optional<double>(rounded(step.likeness)) : std::nullopt;
      items.push_back({{"change", change},
                       {"has_moved", step.has_moved},
                       {"likeness", likeness ? Json(*likeness) : Json(nullptr)},
                       {"earlier", before == nullptr ? Json(nullptr) : standard_json(*before)},
                       {"later", after == nullptr ? Json(nullptr) : standard_json(*after)}});
      add_row({earlier.held, later.held, change, likeness, before, after});
    }
    return {{"from", year_of(*earlier.held)},
            {"to", year_of(*later.held)},
            {"counts", std::move(counts)},
            {"items", std::move(items)}};
  }

  void add_row(const TableRow& added) {
    const auto number = [](const corpus::Record* record) {
      return record != nullptr && record->number ? std::to_string(*record->number) : "";
    };
    const auto text = [](const corpus::Record* record) {
      return record != nullptr ? record->target : "";
    };
    const auto year = [](const HeldStandardList& list) {
      return list.fiscal_year ? std::to_string(*list.fiscal_year) : "";
    };
    csv_.rows.push_back({added.to->municipality, year(*added.from), year(*added.to), added.change,
                         added.likeness ? fmt::format("{:g}", *added.likeness) : "",
                         number(added.earlier), text(added.earlier), number(added.later),
                         text(added.later)});
  }

  const IndexSnapshot& snapshot_;
  StandardLists lists_;
  ReportYears reports_;
  Json municipalities_ = Json::array();
  CsvDocument csv_{{"municipality", "from_year", "to_year", "change", "likeness", "earlier_number",
                    "earlier_text", "later_number", "later_text"},
                   {}};
  bool has_compared_ = false;
};

}  // namespace

ApiResult<Answer> answer_standards_history(const RouteRequest& request,
                                           const IndexSnapshot& snapshot) {
  const ApiResult<Filters> filters = filters_from(request.parameters, snapshot);
  if (!filters) {
    return tl::unexpected(filters.error());
  }
  HistoryWriter writer(snapshot);
  std::map<std::string, std::vector<const HeldStandardList*>> by_municipality;
  for (const HeldStandardList& list : writer.lists().all()) {
    if (concern(*filters, list.municipality, snapshot) &&
        accepts_year(*filters, list.fiscal_year.value_or(0))) {
      by_municipality[list.municipality].push_back(&list);
    }
  }
  for (const auto& [municipality, lists] : by_municipality) {
    writer.add(municipality, lists);
  }
  return writer.answer();
}

}  // namespace torikumi::searchd
