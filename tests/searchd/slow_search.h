#ifndef TESTS_SEARCHD_SLOW_SEARCH_H_
#define TESTS_SEARCHD_SLOW_SEARCH_H_

// A small random corpus, and what a search must find in it by a plain loop over its records.

#include "corpus/record.h"
#include "searchd/search/facets.h"
#include "searchd/search/filters.h"

#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// The words of which the texts are made. None is part of another one, and none has a second
/// spelling: a text holds it exactly if it contains its characters.
const std::vector<std::string>& corpus_words();

/// Records of several wards, years, departments, scenes and kinds, some of them without a year, a
/// department or a scene; in order of their ids. The same for the same `seed`.
std::vector<corpus::Record> random_records(std::size_t count, unsigned seed);

/// Some values for some dimensions.
Filters random_filters(std::mt19937& random);

/// What is asked: all of `words`, none of `excluded`.
struct SlowQuery {
  std::vector<std::string> words;
  std::vector<std::string> excluded;

  /// In the query language.
  [[nodiscard]] std::string text() const;
};

SlowQuery random_query(std::mt19937& random);

/// True if target and result together hold every word and no excluded one.
bool matches(const corpus::Record& record, const SlowQuery& query);

/// True if `filters` let `record` pass in every dimension, or in every one but `left_out`.
bool passes(const corpus::Record& record, const Filters& filters);
bool passes_but(Dimension left_out, const corpus::Record& record, const Filters& filters);

/// The values of `record` in one dimension, as facets name them.
std::vector<std::string> values_of(Dimension dimension, const corpus::Record& record);

/// Counts above zero of one facet.
std::map<std::string, std::size_t> slow_facet(Dimension dimension,
                                              const std::vector<corpus::Record>& records,
                                              const SlowQuery& query, const Filters& filters);

}  // namespace torikumi::searchd

#endif  // TESTS_SEARCHD_SLOW_SEARCH_H_
