#ifndef SEARCHD_API_LIST_PAGE_H_
#define SEARCHD_API_LIST_PAGE_H_

// The part of a list that one answer gives: `limit` entries from `offset` on.

#include "searchd/api/parameters.h"
#include "searchd/api/route.h"

#include <cstddef>
#include <string_view>

namespace torikumi::searchd {

/// A value.
struct ListPage {
  std::size_t offset = 0;
  std::size_t limit = 0;

  /// True if the entry with this place in the whole list, from 0, is given.
  [[nodiscard]] bool holds(std::size_t place) const {
    return place >= offset && place - offset < limit;
  }
};

/// As `offset` and `limit` of `parameters` say.
ListPage list_page(const Parameters& parameters);

/// `total` of the whole list, `offset` and `limit` as taken, and the entries of the page under
/// `name`.
Json json_of(const ListPage& page, std::size_t total, std::string_view name, Json entries);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_LIST_PAGE_H_
