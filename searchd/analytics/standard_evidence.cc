#include "searchd/analytics/standard_evidence.h"

#include "searchd/search/practice_store.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::LinkStrength;
using analysis::StandardLink;
using Links = std::vector<const StandardLink*>;

/// The links of records that pass `filters`, by the document of the standard.
std::map<DocumentNumber, Links> links_by_standard(const Filters& filters,
                                                  const IndexSnapshot& snapshot) {
  const RowFilter filter(filters, snapshot);
  std::map<DocumentNumber, Links> links;
  for (const StandardLink& link : snapshot.coverage().links()) {
    if (filter.accepts(snapshot.columns().row(document_at(link.record)))) {
      links[document_at(link.standard)].push_back(&link);
    }
  }
  return links;
}

/// The kinds, wards and years of `filters`: what decides whether there is a report.
Filters of_reports(const Filters& filters) {
  Filters reports;
  reports.kinds = filters.kinds;
  reports.ward_codes = filters.ward_codes;
  reports.fiscal_years = filters.fiscal_years;
  return reports;
}

std::size_t strong_among(const Links& links) {
  return static_cast<std::size_t>(std::count_if(
      links.begin(), links.end(),
      [](const StandardLink* link) { return link->strength == LinkStrength::Strong; }));
}

void sort_best_first(Links& links) {
  std::stable_sort(links.begin(), links.end(), [](const StandardLink* a, const StandardLink* b) {
    return a->score > b->score;
  });
}

}  // namespace

StandardEvidenceTable::StandardEvidenceTable(const std::vector<DocumentNumber>& standards,
                                             const Filters& filters, bool by_year,
                                             const IndexSnapshot& snapshot)
    : wards_(TableDimension::Ward, filters, {}, snapshot),
      years_(TableDimension::FiscalYear, filters, {}, snapshot) {
  count_reports(filters, snapshot);
  const StandardLists lists(snapshot);
  const std::map<DocumentNumber, Links> links = links_by_standard(filters, snapshot);
  for (const DocumentNumber standard : standards) {
    const auto found = links.find(standard);
    standards_.push_back(evidence_of(
        standard, by_year, found == links.end() ? Links{} : found->second, lists, snapshot));
  }
}

void StandardEvidenceTable::count_reports(const Filters& filters, const IndexSnapshot& snapshot) {
  reported_.resize(wards_.values().size() * years_.values().size());
  const RowFilter filter(filters, snapshot);
  const RowFilter report_filter(of_reports(filters), snapshot);
  const ColumnTable& columns = snapshot.columns();
  for (DocumentNumber document = 1; document <= columns.document_count(); ++document) {
    const ColumnRow& row = columns.row(document);
    if (!report_filter.accepts(row)) {
      continue;
    }
    for (const std::uint32_t ward : wards_.places_of(row)) {
      for (const std::uint32_t year : years_.places_of(row)) {
        Reported& reported = reported_[place_of(ward, year)];
        reported.has_report = true;
        reported.base += filter.accepts(row) ? 1U : 0U;
      }
    }
  }
}

std::map<std::size_t, Links> StandardEvidenceTable::links_by_place(
    const Links& links, const ColumnTable& columns) const {
  std::map<std::size_t, Links> by_place;
  for (const StandardLink* link : links) {
    const ColumnRow& row = columns.row(document_at(link->record));
    for (const std::uint32_t ward : wards_.places_of(row)) {
      for (const std::uint32_t year : years_.places_of(row)) {
        by_place[place_of(ward, year)].push_back(link);
      }
    }
  }
  return by_place;
}

std::vector<std::size_t> StandardEvidenceTable::years_of(DocumentNumber standard,
                                                         const StandardLists& lists,
                                                         const IndexSnapshot& snapshot) const {
  const ColumnRow& row = snapshot.columns().row(standard);
  std::vector<std::size_t> years;
  for (std::size_t year = 0; year < years_.values().size(); ++year) {
    const HeldStandardList* list = lists.list_for(snapshot.ward_at(row.ward).municipality,
                                                  std::stoi(years_.values()[year].filter));
    if (list != nullptr && list->fiscal_year.value_or(0) == row.fiscal_year) {
      years.push_back(year);
    }
  }
  return years;
}

std::vector<StandardEvidenceCell> StandardEvidenceTable::cells_of(
    std::size_t ward, const std::vector<std::size_t>& years, bool by_year,
    const std::map<std::size_t, Links>& links) const {
  std::vector<StandardEvidenceCell> cells;
  for (const std::size_t year : years) {
    if (by_year || cells.empty()) {
      StandardEvidenceCell& added = cells.emplace_back();
      added.ward = wards_.values()[ward].ward;
      if (by_year) {
        added.fiscal_year = std::stoi(years_.values()[year].filter);
      }
    }
    StandardEvidenceCell& cell = cells.back();
    const std::size_t place = place_of(ward, year);
    cell.has_report = cell.has_report || reported_[place].has_report;
    cell.base += reported_[place].base;
    if (const auto found = links.find(place); found != links.end()) {
      cell.links.insert(cell.links.end(), found->second.begin(), found->second.end());
    }
  }
  for (StandardEvidenceCell& cell : cells) {
    sort_best_first(cell.links);
    cell.strong = strong_among(cell.links);
    cell.weak = cell.links.size() - cell.strong;
  }
  return cells;
}

StandardEvidence StandardEvidenceTable::evidence_of(DocumentNumber standard, bool by_year,
                                                    const Links& links, const StandardLists& lists,
                                                    const IndexSnapshot& snapshot) const {
  StandardEvidence evidence;
  evidence.standard = standard;
  evidence.strong = strong_among(links);
  evidence.weak = links.size() - evidence.strong;
  const ColumnTable& columns = snapshot.columns();
  const std::string& municipality = snapshot.ward_at(columns.row(standard).ward).municipality;
  const std::vector<std::size_t> years = years_of(standard, lists, snapshot);
  const std::map<std::size_t, Links> by_place = links_by_place(links, columns);
  for (std::size_t ward = 0; ward < wards_.values().size(); ++ward) {
    if (wards_.values()[ward].ward->municipality != municipality) {
      continue;
    }
    std::vector<StandardEvidenceCell> cells = cells_of(ward, years, by_year, by_place);
    const auto some = [&](auto property) {
      return std::any_of(cells.begin(), cells.end(), property) ? 1U : 0U;
    };
    evidence.strong_wards += some([](const auto& cell) { return cell.strong > 0; });
    evidence.reporting_wards += some([](const auto& cell) { return cell.has_report; });
    std::move(cells.begin(), cells.end(), std::back_inserter(evidence.cells));
  }
  return evidence;
}

}  // namespace torikumi::searchd
