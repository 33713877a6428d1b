#include "searchd/search/term_table.h"

#include "tests/searchd/analytics/slow_corpus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace torikumi::searchd {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

std::vector<std::string> surfaces_of(const TermTable& table) {
  std::vector<std::string> surfaces;
  for (const Term& term : table.terms()) {
    surfaces.push_back(term.surface());
  }
  return surfaces;
}

TEST(TermTableTest, HoldsWhatStandsByItselfAndNoFragments) {
  const SearchIndex index({initiative("a", "音声案内装置を置きます。"),
                           initiative("b", "音声案内装置を直します。", "図書を並べます。"),
                           initiative("c", "図書を貸します。")});
  const TermTable& table = index.snapshot().terms();
  EXPECT_THAT(surfaces_of(table), ElementsAre("図書", "音声案内装置"));
  EXPECT_EQ(table.term(1).word_count, 3U);
  EXPECT_EQ(table.term(1).records, 2U);
  EXPECT_THAT(table.terms_of(1), ElementsAre(1));
  EXPECT_THAT(table.terms_of(2), ElementsAre(0, 1));
  EXPECT_THAT(table.terms_of(3), ElementsAre(0));
}

TEST(TermTableTest, SpellingsOfOneWordAreOneTerm) {
  const SearchIndex index({initiative("a", "問い合わせに答えます。"),
                           initiative("b", "問合せに答えます。"),
                           initiative("c", "問い合わせの記録")});
  const std::vector<Term>& terms = index.snapshot().terms().terms();
  const auto term = std::find_if(terms.begin(), terms.end(),
                                 [](const Term& each) { return each.surface() == "問い合わせ"; });
  ASSERT_NE(term, terms.end());
  EXPECT_THAT(term->spellings, ElementsAre("問い合わせ", "問合せ"));
  EXPECT_EQ(term->records, 3U);
}

TEST(TermTableTest, WhatStandsInOneRecordIsNoTerm) {
  const SearchIndex index({initiative("a", "図書図書図書")});
  EXPECT_TRUE(index.snapshot().terms().terms().empty());
  EXPECT_TRUE(index.snapshot().terms().terms_of(1).empty());
}

TEST(TermTableTest, CountsWhatAPlainLoopCounts) {
  for (const auto& [name, corpus] : corpora()) {
    SCOPED_TRACE(name);
    const TermTable& table = corpus->snapshot().terms();
    Documents all(corpus->records().size());
    std::iota(all.begin(), all.end(), DocumentNumber{1});
    const auto counts = corpus->candidate_counts(all);
    ASSERT_GT(table.terms().size(), 5U);
    for (const Term& term : table.terms()) {
      if (term.spellings.size() == 1) {
        EXPECT_EQ(term.records, counts.at(term.surface())) << term.surface();
      }
      EXPECT_GE(term.records, kMinTermRecords);
      EXPECT_GT(term.c_value, 0);
    }
    std::size_t postings = 0;
    for (const DocumentNumber document : all) {
      const auto terms = table.terms_of(document);
      EXPECT_TRUE(std::is_sorted(terms.begin(), terms.end()));
      postings += terms.size();
    }
    std::size_t records = 0;
    for (const Term& term : table.terms()) {
      records += term.records;
    }
    EXPECT_EQ(postings, records);
  }
}

TEST(TermTableTest, NewCompoundsOfTheRealReportsAreTerms) {
  if (real_corpus() == nullptr) {
    GTEST_SKIP() << "the real reports are not here";
  }
  const std::vector<std::string> surfaces = surfaces_of(real_corpus()->snapshot().terms());
  for (const char* compound : {"外国人市民", "情報共有", "整理整頓"}) {
    EXPECT_THAT(surfaces, Contains(compound));
  }
  for (const char* no_term : {"令和2年度", "中原区", "取組", "職員", "平成"}) {
    EXPECT_THAT(surfaces, Not(Contains(no_term)));
  }
}

}  // namespace
}  // namespace torikumi::searchd
