#include "searchd/analytics/characteristic_terms.h"

#include "analysis/normalizer.h"
#include "analysis/statistics/association.h"
#include "analysis/statistics/multiple_testing.h"
#include "searchd/analytics/nested_terms.h"
#include "searchd/analytics/term_counts.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::TwoByTwo;
using Order = CharacteristicRequest::Order;

CharacteristicTerm tested(TermNumber number, const TwoByTwo& table) {
  CharacteristicTerm term;
  term.term = number;
  term.table = table;
  term.ratio = analysis::log_ratio(table);
  term.g2 = analysis::log_likelihood_ratio(table);
  term.is_exact = analysis::smallest_expected(table) < kMinExpectedForG2;
  term.p_value =
      term.is_exact ? analysis::fisher_p_value(table) : analysis::chi_squared_p_value(term.g2);
  const analysis::Proportion subset = table.subset();
  term.jaccard = analysis::jaccard({.left = subset.base,
                                    .right = subset.hits + table.rest_with,
                                    .both = subset.hits,
                                    .total = subset.base + table.rest().base});
  return term;
}

double rank_of(const CharacteristicTerm& term, Order order, const TermTable& table) {
  switch (order) {
    case Order::Certain:
      return term.ratio.interval.low;
    case Order::Significant:
      return term.g2;
    case Order::Jaccard:
      return term.jaccard;
    case Order::Termhood:
      return table.term(term.term).c_value;
    case Order::Records:
      break;
  }
  return term.table.subset_with;
}

void sort_terms(std::vector<CharacteristicTerm>& terms, Order order, const TermTable& table) {
  std::sort(terms.begin(), terms.end(),
            [&](const CharacteristicTerm& a, const CharacteristicTerm& b) {
              const auto key = [&](const CharacteristicTerm& term) {
                return std::tuple(-rank_of(term, order, table), term.p_value, term.term);
              };
              return key(a) < key(b);
            });
}

void add_q_values(std::vector<CharacteristicTerm>& terms) {
  std::vector<double> p_values;
  p_values.reserve(terms.size());
  for (const CharacteristicTerm& term : terms) {
    p_values.push_back(term.p_value);
  }
  const std::vector<double> q_values = analysis::false_discovery_rates(p_values);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    terms[i].q_value = q_values[i];
  }
}

Documents rest_of(const CharacteristicRequest& request, const RecordFinder& finder,
                  const Documents& subset) {
  RecordQuery whole;
  if (request.is_rest_filtered) {
    whole.filters = request.subset.filters;
  } else {
    whole.filters.kinds = request.subset.filters.kinds;
  }
  return without(finder.find(whole).documents, subset);
}

/// True if what is asked for names the term: that it sets the subset apart is no finding.
bool is_asked_for(const Term& term, const std::string& normalized_q) {
  return std::any_of(term.spellings.begin(), term.spellings.end(),
                     [&](const std::string& spelling) {
                       return normalized_q.find(spelling) != std::string::npos;
                     });
}

bool is_more_frequent(const CharacteristicTerm& term) {
  return term.ratio.value > 0;
}

}  // namespace

CharacteristicTerms characteristic_terms(const CharacteristicRequest& request,
                                         const IndexSnapshot& snapshot) {
  const RecordFinder finder(snapshot);
  CharacteristicTerms result;
  result.subset = finder.find(request.subset);
  const Documents& subset = result.subset.documents;
  const Documents rest = rest_of(request, finder, subset);
  result.rest_records = static_cast<std::uint32_t>(rest.size());
  if (subset.empty() || rest.empty()) {
    return result;
  }

  const auto subset_size = static_cast<std::uint32_t>(subset.size());
  const auto table_of = [&](std::uint32_t in_subset, std::uint32_t in_rest) {
    return TwoByTwo::of({in_subset, subset_size}, {in_rest, result.rest_records});
  };
  const TermTable& table = snapshot.terms();
  const std::vector<std::uint32_t> in_subset = term_counts(subset, table);
  const std::vector<std::uint32_t> in_rest = term_counts(rest, table);
  const std::string asked_for = analysis::Normalizer().normalize(request.subset.q).text;
  std::vector<CharacteristicTerm> terms;
  for (TermNumber number = 0; number < in_subset.size(); ++number) {
    if (in_subset[number] >= request.min_records && !is_asked_for(table.term(number), asked_for)) {
      terms.push_back(tested(number, table_of(in_subset[number], in_rest[number])));
    }
  }
  result.tested = terms.size();

  // Those that go on stand first; the others only take part in the q-values.
  const auto less = std::stable_partition(terms.begin(), terms.end(), is_more_frequent);
  std::vector<CharacteristicTerm> other(less, terms.end());
  terms.erase(less, terms.end());
  sort_terms(terms, request.order, table);
  const std::size_t verified = std::min(terms.size(), kMaxVerifiedTerms);
  other.insert(other.end(), terms.begin() + static_cast<std::ptrdiff_t>(verified), terms.end());
  terms.resize(verified);
  for (CharacteristicTerm& term : terms) {
    const Documents holding =
        finder.holding(table.term(term.term).spellings, request.subset.fields);
    const Documents here = common(holding, subset);
    term = tested(term.term, table_of(static_cast<std::uint32_t>(here.size()),
                                      static_cast<std::uint32_t>(common(holding, rest).size())));
    term.spread = spread_of(here, snapshot.columns());
  }
  terms.insert(terms.end(), other.begin(), other.end());
  add_q_values(terms);
  terms.resize(verified);

  std::erase_if(terms, [&](const CharacteristicTerm& term) {
    return !is_more_frequent(term) || term.table.subset_with < request.min_records ||
           term.spread.departments < request.min_departments;
  });
  drop_nested(terms, table, [](const CharacteristicTerm& term) {
    return std::pair(term.table.subset_with, term.table.rest_with);
  });
  sort_terms(terms, request.order, table);
  result.terms = std::move(terms);
  return result;
}

}  // namespace torikumi::searchd
