#include "searchd/search/known_wards.h"

#include "searchd/search/index_snapshot.h"

#include <map>

namespace torikumi::searchd {

std::vector<corpus::Ward> known_wards_of(const std::set<std::string>& municipalities,
                                         const IndexSnapshot& snapshot) {
  std::map<std::string, corpus::Ward> by_code;
  for (const corpus::Ward& ward : snapshot.wards()) {
    if (municipalities.contains(ward.municipality)) {
      by_code.emplace(ward.code, ward);
    }
  }
  const corpus::WardRegistry& registry = snapshot.resources().wards;
  for (const corpus::Ward& ward : registry.all()) {
    if (municipalities.contains(ward.municipality) && !registry.is_retired(ward.code)) {
      by_code.emplace(ward.code, ward);
    }
  }
  std::vector<corpus::Ward> wards;
  wards.reserve(by_code.size());
  for (const auto& [code, ward] : by_code) {
    wards.push_back(ward);
  }
  return wards;
}

}  // namespace torikumi::searchd
