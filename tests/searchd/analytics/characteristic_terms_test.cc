#include "searchd/analytics/characteristic_terms.h"

#include "analysis/statistics/association.h"
#include "searchd/analytics/nested_terms.h"
#include "tests/searchd/analytics/slow_corpus.h"
#include "tests/searchd/slow_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace torikumi::searchd {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> surfaces_of(const CharacteristicTerms& found, const TermTable& table) {
  std::vector<std::string> surfaces;
  for (const CharacteristicTerm& term : found.terms) {
    surfaces.push_back(table.term(term.term).surface());
  }
  return surfaces;
}

/// Subset and rest by plain loops over the records.
struct SlowSides {
  Documents subset;
  Documents rest;
};

SlowSides slow_sides(const SlowCorpus& corpus, const CharacteristicRequest& request) {
  const Documents found = RecordFinder(corpus.snapshot()).find(request.subset).documents;
  const std::set<DocumentNumber> is_found(found.begin(), found.end());
  Filters kinds;
  kinds.kinds = request.subset.filters.kinds;
  SlowSides sides;
  for (DocumentNumber document = 1; document <= corpus.records().size(); ++document) {
    const corpus::Record& record = corpus.records()[document - 1];
    if (is_found.contains(document)) {
      sides.subset.push_back(document);
    } else if (passes(record, request.is_rest_filtered ? request.subset.filters : kinds)) {
      sides.rest.push_back(document);
    }
  }
  return sides;
}

std::size_t slow_departments(const SlowCorpus& corpus, const Documents& documents) {
  std::set<std::string> names;
  for (const DocumentNumber document : documents) {
    const corpus::Record& record = corpus.records()[document - 1];
    if (!record.department.name.empty()) {
      names.insert(record.ward.code + record.department.name);
    }
  }
  return names.size();
}

void expect_slow_numbers(const SlowCorpus& corpus, const CharacteristicRequest& request,
                         const CharacteristicTerms& found) {
  const SlowSides sides = slow_sides(corpus, request);
  ASSERT_EQ(found.subset.documents, sides.subset);
  ASSERT_EQ(found.rest_records, sides.rest.size());
  for (const CharacteristicTerm& term : found.terms) {
    const std::vector<std::string>& spellings = corpus.snapshot().terms().term(term.term).spellings;
    SCOPED_TRACE(spellings.front());
    const Documents here = corpus.holding(sides.subset, spellings);
    const Documents there = corpus.holding(sides.rest, spellings);
    EXPECT_EQ(term.table, analysis::TwoByTwo::of({static_cast<std::uint32_t>(here.size()),
                                                  static_cast<std::uint32_t>(sides.subset.size())},
                                                 {static_cast<std::uint32_t>(there.size()),
                                                  static_cast<std::uint32_t>(sides.rest.size())}));
    EXPECT_EQ(term.spread.departments, slow_departments(corpus, here));
    EXPECT_DOUBLE_EQ(term.jaccard, static_cast<double>(here.size()) /
                                       static_cast<double>(sides.subset.size() + there.size()));
    EXPECT_DOUBLE_EQ(term.g2, analysis::log_likelihood_ratio(term.table));
    EXPECT_EQ(term.is_exact, analysis::smallest_expected(term.table) < 5);
    EXPECT_GE(term.q_value, term.p_value);
    EXPECT_GE(here.size(), request.min_records);
    EXPECT_GE(term.spread.departments, request.min_departments);
    EXPECT_GT(term.ratio.value, 0);
  }
}

TEST(CharacteristicTermsTest, AgreeWithPlainLoopsOverRandomCorpora) {
  const SlowCorpus& corpus = random_corpus();
  std::mt19937 random(11);
  std::size_t listed = 0;
  for (std::uint32_t round = 0; round < 30; ++round) {
    CharacteristicRequest request;
    request.subset.filters = random_filters(random);
    request.subset.q = round % 3 == 0 ? random_query(random).text() : std::string();
    request.is_rest_filtered = round % 3 == 0 && round % 2 == 0;
    request.min_records = 1 + round % 3;
    request.min_departments = round % 3;
    const CharacteristicTerms found = characteristic_terms(request, corpus.snapshot());
    expect_slow_numbers(corpus, request, found);
    listed += found.terms.size();
  }
  EXPECT_GT(listed, 30U);
}

TEST(CharacteristicTermsTest, TermsThatAreLessFrequentWereTestedToo) {
  std::vector<corpus::Record> records;
  for (int i = 0; i < 8; ++i) {
    const std::string number = std::to_string(i);
    records.push_back(
        initiative("a" + number, i < 3 ? "翻訳を読む。案内を読む。" : "翻訳を読む。", ""));
    records.push_back(initiative("b" + number, "案内を読む。", ""));
    records.back().ward = {"141313", "川崎区", "川崎市"};
  }
  const SearchIndex index(records);
  CharacteristicRequest request;
  request.subset.filters.ward_codes = {records.front().ward.code};
  request.min_departments = 0;
  const CharacteristicTerms found = characteristic_terms(request, index.snapshot());
  ASSERT_EQ(found.tested, 2U);
  ASSERT_EQ(surfaces_of(found, index.snapshot().terms()), std::vector<std::string>{"翻訳"});
  EXPECT_DOUBLE_EQ(found.terms[0].q_value, 2 * found.terms[0].p_value);
}

TEST(CharacteristicTermsTest, AgreeWithPlainLoopsOverTheRealReports) {
  if (real_corpus() == nullptr) {
    GTEST_SKIP() << "the real reports are not here";
  }
  for (const corpus::Ward& ward : {nakahara(), kawasaki()}) {
    CharacteristicRequest request;
    request.subset.filters.kinds = {corpus::RecordKind::Initiative};
    request.subset.filters.ward_codes = {ward.code};
    const CharacteristicTerms found = characteristic_terms(request, real_corpus()->snapshot());
    EXPECT_GT(found.terms.size(), 10U);
    EXPECT_GT(found.tested, found.terms.size());
    expect_slow_numbers(*real_corpus(), request, found);
  }
}

TEST(CharacteristicTermsTest, NoTermThatPassesIsMissing) {
  const SlowCorpus& corpus = random_corpus();
  CharacteristicRequest request;
  request.subset.filters.ward_codes = {nakahara().code};
  request.min_records = 2;
  const CharacteristicTerms found = characteristic_terms(request, corpus.snapshot());
  const SlowSides sides = slow_sides(corpus, request);
  const auto counts = corpus.candidate_counts(sides.subset);
  const TermTable& table = corpus.snapshot().terms();
  const std::vector<std::string> surfaces = surfaces_of(found, table);
  std::size_t tested = 0;
  for (const Term& term : table.terms()) {
    const auto count = counts.find(term.surface());
    if (count == counts.end() || count->second < request.min_records) {
      continue;
    }
    ++tested;
    const Documents here = corpus.holding(sides.subset, term.spellings);
    const Documents there = corpus.holding(sides.rest, term.spellings);
    const bool is_more_frequent =
        (static_cast<double>(here.size()) + 0.5) / (static_cast<double>(sides.subset.size()) + 1) >
        (static_cast<double>(there.size()) + 0.5) / (static_cast<double>(sides.rest.size()) + 1);
    if (is_more_frequent && slow_departments(corpus, here) >= request.min_departments) {
      EXPECT_THAT(surfaces, Contains(term.surface()));
    }
  }
  EXPECT_EQ(found.tested, tested);
}

const SearchIndex& small_index() {
  static const SearchIndex kIndex = [] {
    std::vector<corpus::Record> records;
    for (int i = 0; i < 12; ++i) {
      corpus::Record here =
          initiative("a" + std::to_string(i), "音声案内装置を電話の横に置きます。");
      here.department.name = i % 2 == 0 ? "区民課" : "衛生課";
      records.push_back(here);
      corpus::Record there = initiative("b" + std::to_string(i), "電話で図書を案内します。");
      there.ward = kawasaki();
      records.push_back(there);
    }
    return SearchIndex(std::move(records));
  }();
  return kIndex;
}

CharacteristicRequest nakahara_request() {
  CharacteristicRequest request;
  request.subset.filters.ward_codes = {nakahara().code};
  return request;
}

TEST(CharacteristicTermsTest, FindTheTermThatSetsAWardApart) {
  const CharacteristicTerms found =
      characteristic_terms(nakahara_request(), small_index().snapshot());
  const std::vector<std::string> surfaces = surfaces_of(found, small_index().snapshot().terms());
  ASSERT_THAT(surfaces, Not(IsEmpty()));
  EXPECT_EQ(surfaces.front(), "音声案内装置");
  EXPECT_THAT(surfaces, Not(Contains("電話")));  // Everywhere.
  EXPECT_THAT(surfaces, Not(Contains("図書")));  // Of the rest.
  EXPECT_LT(found.terms.front().q_value, 0.001);
}

TEST(CharacteristicTermsTest, WhatIsAskedForIsNoFinding) {
  CharacteristicRequest request;
  request.subset.q = "音声案内装置";
  const CharacteristicTerms found = characteristic_terms(request, small_index().snapshot());
  EXPECT_EQ(found.subset.documents.size(), 12U);
  EXPECT_THAT(surfaces_of(found, small_index().snapshot().terms()), Not(Contains("音声案内装置")));
}

TEST(CharacteristicTermsTest, DepartmentsMustBeSeveral) {
  CharacteristicRequest request = nakahara_request();
  request.min_departments = 3;
  EXPECT_THAT(characteristic_terms(request, small_index().snapshot()).terms, IsEmpty());
}

TEST(CharacteristicTermsTest, AreNoneWithoutARest) {
  const CharacteristicTerms found = characteristic_terms({}, small_index().snapshot());
  EXPECT_EQ(found.rest_records, 0U);
  EXPECT_THAT(found.terms, IsEmpty());
}

struct OrderCase {
  CharacteristicRequest::Order order;
  double (*rank)(const CharacteristicTerm&);
};

TEST(CharacteristicTermsTest, AreInTheOrderAskedFor) {
  using Order = CharacteristicRequest::Order;
  const OrderCase cases[] = {
      {Order::Certain, [](const CharacteristicTerm& term) { return term.ratio.interval.low; }},
      {Order::Significant, [](const CharacteristicTerm& term) { return term.g2; }},
      {Order::Jaccard, [](const CharacteristicTerm& term) { return term.jaccard; }},
      {Order::Records,
       [](const CharacteristicTerm& term) { return static_cast<double>(term.table.subset_with); }},
      {Order::Termhood,
       [](const CharacteristicTerm& term) {
         return random_corpus().snapshot().terms().term(term.term).c_value;
       }},
  };
  for (const OrderCase& row : cases) {
    CharacteristicRequest request = nakahara_request();
    request.min_records = 1;
    request.order = row.order;
    const std::vector<CharacteristicTerm> terms =
        characteristic_terms(request, random_corpus().snapshot()).terms;
    ASSERT_GT(terms.size(), 2U);
    EXPECT_TRUE(std::is_sorted(terms.begin(), terms.end(),
                               [&](const CharacteristicTerm& a, const CharacteristicTerm& b) {
                                 return row.rank(a) > row.rank(b);
                               }));
  }
}

TEST(NestedTermsTest, DropPartsWithTheSameCounts) {
  struct Row {
    TermNumber term = 0;
    int count = 0;
  };
  const TermTable& table = small_index().snapshot().terms();
  const auto number_of = [&](std::string_view surface) {
    for (TermNumber number = 0; number < table.terms().size(); ++number) {
      if (table.term(number).surface() == surface) {
        return number;
      }
    }
    ADD_FAILURE() << surface;
    return TermNumber{0};
  };
  std::vector<Row> rows{{number_of("案内"), 12}, {number_of("音声案内装置"), 12}};
  drop_nested(rows, table, [](const Row& row) { return row.count; });
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows.front().term, number_of("音声案内装置"));
  rows = {{number_of("案内"), 13}, {number_of("音声案内装置"), 12}};
  drop_nested(rows, table, [](const Row& row) { return row.count; });
  EXPECT_EQ(rows.size(), 2U);
}

}  // namespace
}  // namespace torikumi::searchd
