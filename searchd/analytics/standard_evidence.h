#ifndef SEARCHD_ANALYTICS_STANDARD_EVIDENCE_H_
#define SEARCHD_ANALYTICS_STANDARD_EVIDENCE_H_

// Which initiatives work on which standards, counted by ward and year.

#include "analysis/standards/standard_link.h"
#include "searchd/analytics/standard_lists.h"
#include "searchd/analytics/table_axis.h"
#include "searchd/search/filters.h"
#include "searchd/search/index_snapshot.h"

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace torikumi::searchd {

/// A standard in a ward, in one fiscal year or in all of them.
struct StandardEvidenceCell {
  const corpus::Ward* ward = nullptr;  ///< Owned by the evidence.
  std::optional<int> fiscal_year;      ///< None: all years together.
  bool has_report = false;             ///< Else nothing can be said, and every number is 0.
  std::size_t base = 0;                ///< Records that were compared with the standard.
  std::size_t strong = 0;              ///< Of them, by the strength of the link.
  std::size_t weak = 0;
  std::vector<const analysis::StandardLink*> links;  ///< Best first, equals by record.
};

/// A standard with its cells: by ward, then year; of the wards of its municipality and the years
/// whose records are compared with its list, whether there is a report of them or not.
struct StandardEvidence {
  DocumentNumber standard = 0;
  std::size_t strong = 0;
  std::size_t weak = 0;
  std::size_t strong_wards = 0;  ///< Wards with a strong link.
  std::size_t reporting_wards = 0;
  std::vector<StandardEvidenceCell> cells;
};

/// The evidence for some standards among the records that pass `filters`, which name their kinds.
/// What is borrowed from `snapshot` lives as long as it.
class StandardEvidenceTable {
 public:
  StandardEvidenceTable(const std::vector<DocumentNumber>& standards, const Filters& filters,
                        bool by_year, const IndexSnapshot& snapshot);

  [[nodiscard]] const std::vector<StandardEvidence>& standards() const { return standards_; }

 private:
  using Links = std::vector<const analysis::StandardLink*>;

  /// Numbers of one ward and year.
  struct Reported {
    bool has_report = false;
    std::size_t base = 0;
  };

  void count_reports(const Filters& filters, const IndexSnapshot& snapshot);
  [[nodiscard]] std::size_t place_of(std::size_t ward, std::size_t year) const {
    return ward * years_.values().size() + year;
  }
  /// The places of the years whose records are compared with the list of `standard`.
  [[nodiscard]] std::vector<std::size_t> years_of(DocumentNumber standard,
                                                  const StandardLists& lists,
                                                  const IndexSnapshot& snapshot) const;
  [[nodiscard]] std::map<std::size_t, Links> links_by_place(const Links& links,
                                                            const ColumnTable& columns) const;
  [[nodiscard]] std::vector<StandardEvidenceCell> cells_of(
      std::size_t ward, const std::vector<std::size_t>& years, bool by_year,
      const std::map<std::size_t, Links>& links) const;
  [[nodiscard]] StandardEvidence evidence_of(DocumentNumber standard, bool by_year,
                                             const Links& links, const StandardLists& lists,
                                             const IndexSnapshot& snapshot) const;

  TableAxis wards_;
  TableAxis years_;
  std::vector<Reported> reported_;  // By place_of.
  std::vector<StandardEvidence> standards_;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_ANALYTICS_STANDARD_EVIDENCE_H_
