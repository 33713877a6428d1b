#ifndef SEARCHD_PRACTICES_PRACTICE_VIEW_H_
#define SEARCHD_PRACTICES_PRACTICE_VIEW_H_

// Where and when a practice was done, as far as filters let its members pass.

#include "analysis/practices/practice.h"
#include "searchd/search/column_table.h"
#include "searchd/search/filters.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace torikumi::searchd {

/// Records of one ward, of one year, of one department. Wards and departments are places in the
/// column table.
struct WardMembers {
  std::uint16_t ward = 0;
  std::size_t records = 0;
};
struct YearMembers {
  int fiscal_year = 0;
  std::size_t records = 0;
};
struct DepartmentMembers {
  std::uint16_t ward = 0;
  std::uint32_t department = 0;
  std::size_t records = 0;
};

/// What of a practice passes. A record without a year counts in no year, one without a department
/// (an example) in no department; the same department of another ward is another one.
struct PracticeView {
  const analysis::Practice* practice = nullptr;  ///< Of the snapshot's store.
  std::vector<std::size_t> members;              ///< Places in `practice->members`, rising.
  std::vector<WardMembers> wards;                ///< By code.
  std::vector<YearMembers> years;                ///< Rising.
  std::vector<DepartmentMembers> departments;    ///< By code of the ward, then by name.

  [[nodiscard]] std::optional<int> first_seen() const {
    return years.empty() ? std::optional<int>() : years.front().fiscal_year;
  }
  [[nodiscard]] std::optional<int> latest_seen() const {
    return years.empty() ? std::optional<int>() : years.back().fiscal_year;
  }
};

/// The members of `practice` that `filter` lets pass; may be none.
PracticeView view_of(const analysis::Practice& practice, const RowFilter& filter,
                     const ColumnTable& columns);

/// True if `a` stands before `b` in the order of spread: more wards, then more departments, then
/// more years, then more records, then by id.
bool is_wider(const PracticeView& a, const PracticeView& b);

}  // namespace torikumi::searchd

#endif  // SEARCHD_PRACTICES_PRACTICE_VIEW_H_
