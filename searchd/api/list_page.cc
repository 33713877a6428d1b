#include "searchd/api/list_page.h"

#include <string>
#include <utility>

namespace torikumi::searchd {

ListPage list_page(const Parameters& parameters) {
  return {.offset = parameters.integer("offset"), .limit = parameters.integer("limit")};
}

Json json_of(const ListPage& page, std::size_t total, std::string_view name, Json entries) {
  Json json = {{"total", total}, {"offset", page.offset}, {"limit", page.limit}};
  json[std::string(name)] = std::move(entries);
  return json;
}

}  // namespace torikumi::searchd
