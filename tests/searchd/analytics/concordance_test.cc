#include "searchd/analytics/concordance.h"

#include "corpus/utf8.h"
#include "tests/searchd/analytics/slow_corpus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Order = ConcordanceRequest::Order;

const SearchIndex& index() {
  static const SearchIndex kIndex = [] {
    corpus::Record old = initiative("a", "本の案内を直す。", "次の案内も直す。");
    old.fiscal_year = 2019;
    return SearchIndex(
        {old, initiative("b", "花の案内\n図の案内は青い。"), initiative("c", "何もない。")});
  }();
  return kIndex;
}

/// Each line as left[match]right.
std::vector<std::string> lines_of(const ConcordanceRequest& request) {
  std::vector<std::string> lines;
  for (const ConcordanceLine& line : concordance(request, index().snapshot()).lines) {
    lines.push_back(line.left + "[" + line.match + "]" + line.right);
  }
  return lines;
}

ConcordanceRequest request_for(const char* q, Order order = Order::Record) {
  ConcordanceRequest request;
  request.query.q = q;
  request.order = order;
  return request;
}

TEST(ConcordanceTest, GivesEveryMatchWithinItsParagraph) {
  EXPECT_THAT(
      lines_of(request_for("案内")),
      ElementsAre("花の[案内]", "図の[案内]は青い。", "本の[案内]を直す。", "次の[案内]も直す。"));
}

TEST(ConcordanceTest, SortsByTheTextBehindOrBefore) {
  EXPECT_THAT(
      lines_of(request_for("案内", Order::Right)),
      ElementsAre("花の[案内]", "図の[案内]は青い。", "次の[案内]も直す。", "本の[案内]を直す。"));
  EXPECT_THAT(
      lines_of(request_for("案内", Order::Left)),
      ElementsAre("図の[案内]は青い。", "本の[案内]を直す。", "次の[案内]も直す。", "花の[案内]"));
}

TEST(ConcordanceTest, ReadsTheTextBeforeBackwards) {
  const SearchIndex two({initiative("a", "赤の案内。", ""), initiative("b", "青い案内。", "")});
  const Concordance found = concordance(request_for("案内", Order::Left), two.snapshot());
  ASSERT_EQ(found.lines.size(), 2U);
  EXPECT_EQ(found.lines[0].left, "青い") << "い before の, though 赤 before 青";
  EXPECT_EQ(found.lines[1].left, "赤の");
}

TEST(ConcordanceTest, CutsTheContext) {
  ConcordanceRequest request = request_for("案内");
  request.context_characters = 1;
  EXPECT_THAT(lines_of(request), ElementsAre("の[案内]", "の[案内]は", "の[案内]を", "の[案内]も"));
}

TEST(ConcordanceTest, GivesPages) {
  ConcordanceRequest request = request_for("案内");
  request.offset = 1;
  request.limit = 2;
  EXPECT_THAT(lines_of(request), ElementsAre("図の[案内]は青い。", "本の[案内]を直す。"));
  EXPECT_EQ(concordance(request, index().snapshot()).total, 4U);
  request.offset = 9;
  EXPECT_THAT(lines_of(request), IsEmpty());
}

TEST(ConcordanceTest, ReadsTheRecordsBehindTheFirstOnes) {
  ConcordanceRequest request = request_for("案内");
  request.from_record = 1;
  EXPECT_THAT(lines_of(request), ElementsAre("本の[案内]を直す。", "次の[案内]も直す。"));
  EXPECT_EQ(concordance(request, index().snapshot()).records_read, 1U);
  request.from_record = 2;
  EXPECT_THAT(lines_of(request), IsEmpty());
  EXPECT_EQ(concordance(request, index().snapshot()).records_read, 0U);
}

TEST(ConcordanceTest, ReachesEveryRecordBeyondTheBounds) {
  std::vector<corpus::Record> records{initiative("many", "案内、案内、案内。", "")};
  records.front().fiscal_year = 2050;
  for (int i = 0; i < 6; ++i) {
    records.push_back(initiative(std::to_string(i), "案内。", ""));
  }
  const SearchIndex many(records);
  ConcordanceRequest request = request_for("案内");
  request.max_records = 4;
  request.max_lines = 3;
  std::vector<std::size_t> reads;
  std::vector<std::string> ids;
  for (std::size_t read = 1; read > 0; request.from_record += read) {
    const Concordance found = concordance(request, many.snapshot());
    read = found.records_read;
    reads.push_back(read);
    for (const ConcordanceLine& line : found.lines) {
      ids.push_back(line.record.id);
    }
  }
  EXPECT_THAT(reads, ElementsAre(1U, 3U, 3U, 0U)) << "three lines, whole records";
  EXPECT_THAT(ids, ElementsAre("many", "many", "many", "0", "1", "2", "3", "4", "5"));
  request.from_record = 1;
  request.max_lines = 100;
  EXPECT_EQ(concordance(request, many.snapshot()).records_read, 4U);
}

TEST(ConcordanceTest, LooksOnlyWhereItIsAskedTo) {
  ConcordanceRequest request = request_for("案内");
  request.query.fields = {indexer::TextField::Result};
  EXPECT_THAT(lines_of(request), ElementsAre("次の[案内]も直す。"));
  request.query.fields = {};
  request.query.filters.fiscal_years = {{2019, 2019}};
  EXPECT_EQ(lines_of(request).size(), 2U);
}

TEST(ConcordanceTest, LinesOfTheRealReportsStandInTheirRecords) {
  if (real_corpus() == nullptr) {
    GTEST_SKIP() << "the real reports are not here";
  }
  ConcordanceRequest request = request_for("窓口", Order::Left);
  request.limit = 1000;
  const Concordance found = concordance(request, real_corpus()->snapshot());
  EXPECT_EQ(found.lines.size(), found.total);
  EXPECT_GE(found.total, found.subset.documents.size());
  for (const ConcordanceLine& line : found.lines) {
    const std::vector<corpus::Record>& records = real_corpus()->records();
    const auto record =
        std::find_if(records.begin(), records.end(),
                     [&](const corpus::Record& each) { return each.id == line.record.id; });
    ASSERT_NE(record, records.end());
    const std::string& text =
        line.field == indexer::TextField::Target ? record->target : record->result;
    EXPECT_NE(text.find(line.left + line.match + line.right), std::string::npos);
    EXPECT_EQ(corpus::character_count(line.match), line.end - line.begin);
  }
}

}  // namespace
}  // namespace torikumi::searchd
