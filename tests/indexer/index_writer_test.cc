#include "indexer/index_writer.h"

#include "corpus/error.h"
#include "corpus/record_json.h"
#include "indexer/content_hash.h"
#include "indexer/coverage_file.h"
#include "indexer/document_builder.h"
#include "indexer/generation_store.h"
#include "indexer/practices_file.h"
#include "indexer/schema.h"
#include "indexer/vocabulary_file.h"
#include "tests/analysis/shared_lexicon.h"
#include "tests/indexer/index_fixture.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace torikumi::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

/// Terms of one family or filter with their positions, without the prefix.
using Postings = std::map<std::string, std::vector<Xapian::termpos>>;

Postings postings_of(const Xapian::Document& document, const std::string& prefix) {
  Postings postings;
  for (Xapian::TermIterator it = document.termlist_begin(); it != document.termlist_end(); ++it) {
    const std::string term = *it;
    if (term.starts_with(prefix)) {
      postings[term.substr(prefix.size())] =
          std::vector<Xapian::termpos>(it.positionlist_begin(), it.positionlist_end());
    }
  }
  return postings;
}

std::set<std::string> terms_of(const Xapian::Document& document, const std::string& prefix) {
  std::set<std::string> terms;
  for (const auto& [term, positions] : postings_of(document, prefix)) {
    terms.insert(term);
  }
  return terms;
}

std::string value_of(const Xapian::Document& document, ValueSlot slot) {
  return document.get_value(static_cast<Xapian::valueno>(slot));
}

Xapian::Document document_for(const corpus::Record& record, std::size_t report = 0) {
  analysis::Analyzer analyzer = analysis::make_analyzer();
  return document_of(record, report, analyzed_texts(record, analyzer), {});
}

TEST(DocumentBuilderTest, HasEveryTokenAsAWordAtItsPosition) {
  const std::string text = "窓口を開け、窓口で聞きます。\n予約も受けます。";
  Postings want;
  for (const analysis::Token& token : analysis::make_analyzer().analyze(text).tokens) {
    want[token.family].push_back(token.position + 1);
  }
  const Xapian::Document document = document_for(sample_initiative("a", text, ""));
  EXPECT_EQ(postings_of(document, "XTW"), want);
  EXPECT_THAT(terms_of(document, "XRW"), IsEmpty());
}

TEST(DocumentBuilderTest, KeepsTargetAndResultApart) {
  const Xapian::Document document = document_for(sample_initiative("a", "案内", "研修"));
  EXPECT_THAT(terms_of(document, "XTW"), ElementsAre("案内+アンナイ"));
  EXPECT_THAT(terms_of(document, "XRW"), ElementsAre("研修+ケンシュウ"));
  EXPECT_THAT(terms_of(document, "XTC"), UnorderedElementsAre("案", "内", "案 内"));
  EXPECT_THAT(terms_of(document, "XRY"), ElementsAre("ケンシュウ"));
}

TEST(DocumentBuilderTest, HasSingleCharactersWithoutAndPairsWithPositions) {
  const Xapian::Document document = document_for(sample_initiative("a", "窓口窓口", ""));
  EXPECT_EQ(postings_of(document, "XTC"),
            (Postings{{"窓", {}}, {"口", {}}, {"窓 口", {1, 3}}, {"口 窓", {2}}}));
}

TEST(DocumentBuilderTest, JoinsNoCharactersOverAParagraphBreak) {
  const Xapian::Document document = document_for(sample_initiative("a", "窓\n口", ""));
  EXPECT_EQ(postings_of(document, "XTC"), (Postings{{"窓", {}}, {"口", {}}}));
}

TEST(DocumentBuilderTest, TellsTwoRunsFromOne) {
  const Xapian::Document apart = document_for(sample_initiative("a", "10 2", ""));
  EXPECT_THAT(terms_of(apart, "XTC"), UnorderedElementsAre("10", "2", "10 2"));
  const Xapian::Document together = document_for(sample_initiative("a", "102", ""));
  EXPECT_THAT(terms_of(together, "XTC"), ElementsAre("102"));
}

TEST(DocumentBuilderTest, HasReadingsOfContentWordsWithoutPositions) {
  const Xapian::Document document = document_for(sample_initiative("a", "窓口を案内", ""));
  EXPECT_EQ(postings_of(document, "XTY"), (Postings{{"マドグチ", {}}, {"アンナイ", {}}}));
}

TEST(DocumentBuilderTest, HasOneBooleanTermForEachFilterValue) {
  const Xapian::Document document = document_for(sample_initiative("141330-2020-i-1", "x", ""), 7);
  EXPECT_THAT(terms_of(document, "Q"), ElementsAre("141330-2020-i-1"));
  EXPECT_THAT(terms_of(document, "XKIND:"), ElementsAre("initiative"));
  EXPECT_THAT(terms_of(document, "XWARD:"), ElementsAre("141330"));
  EXPECT_THAT(terms_of(document, "XYEAR:"), ElementsAre("2020"));
  EXPECT_THAT(terms_of(document, "XDEPT:"), ElementsAre("まちづくり推進部 総務課"));
  EXPECT_THAT(terms_of(document, "XSCENE:"), UnorderedElementsAre("お知らせ", "対面対応"));
  EXPECT_THAT(terms_of(document, "XREPORT:"), ElementsAre("7"));
  for (Xapian::TermIterator it = document.termlist_begin(); it != document.termlist_end(); ++it) {
    const bool is_text = (*it).starts_with("XT") || (*it).starts_with("XR");
    if (!is_text || (*it).starts_with("XREPORT:")) {
      EXPECT_EQ(it.get_wdf(), 0U) << *it;  // A filter must not weigh.
    }
  }
}

TEST(DocumentBuilderTest, HasTheValuesOfTheColumnTable) {
  const Xapian::Document document = document_for(sample_initiative("a", "x", "y"), 12);
  EXPECT_EQ(value_of(document, ValueSlot::Kind), "initiative");
  EXPECT_EQ(value_of(document, ValueSlot::Ward), "141330");
  EXPECT_EQ(value_of(document, ValueSlot::FiscalYear), "2020");
  EXPECT_EQ(value_of(document, ValueSlot::Department), "まちづくり推進部 総務課");
  EXPECT_EQ(value_of(document, ValueSlot::Scenes), std::string(1, '\x11'));  // Bits 0 and 4.
  EXPECT_EQ(value_of(document, ValueSlot::ResultStatus), "reported");
  EXPECT_EQ(value_of(document, ValueSlot::Report), "12");
}

TEST(DocumentBuilderTest, LeavesOutWhatTheRecordDoesNotHave) {
  corpus::Record record;
  record.id = "a";
  record.kind = corpus::RecordKind::Passage;
  record.ward = {"141305", "", "川崎市"};
  record.target = "理念";
  const Xapian::Document document = document_for(record);
  for (const ValueSlot slot : {ValueSlot::FiscalYear, ValueSlot::Department, ValueSlot::Scenes}) {
    EXPECT_EQ(value_of(document, slot), "");
  }
  EXPECT_EQ(value_of(document, ValueSlot::ResultStatus), "missing");
  for (const char* prefix : {"XYEAR:", "XDEPT:", "XSCENE:"}) {
    EXPECT_THAT(terms_of(document, prefix), IsEmpty()) << prefix;
  }
}

TEST(DocumentBuilderTest, StoresTheWholeRecord) {
  const corpus::Record record = sample_initiative("a", "窓口\n案内", "掲示");
  const auto stored = corpus::record_from_json(document_for(record).get_data());
  ASSERT_TRUE(stored.has_value());
  EXPECT_EQ(corpus::to_json(*stored), corpus::to_json(record));
}

TEST(DocumentBuilderTest, TakesAnyBytesAndAnyLength) {
  std::string text = "相談\xFF\xFE窓口";
  text += std::string(1, '\0') + std::string(3000, 'a');
  const Xapian::Document document = document_for(sample_initiative("a", text, ""));
  EXPECT_THAT(terms_of(document, "XTY"), UnorderedElementsAre("ソウダン", "マドグチ"));
  for (Xapian::TermIterator it = document.termlist_begin(); it != document.termlist_end(); ++it) {
    EXPECT_LE((*it).size(), 245U);
  }
}

class IndexWriterTest : public ::testing::Test {
 protected:
  testing::TemporaryDirectory temporary_;
};

TEST_F(IndexWriterTest, WritesADatabaseThatReadsBackInOrder) {
  IndexWriter writer(temporary_.path(), analysis::shared_lexicon());
  writer.add(sample_initiative("a", "窓口", "案内"), 0);
  writer.add(sample_initiative("b", "相談", ""), 1);
  EXPECT_EQ(writer.record_count(), 2U);
  writer.finish();

  EXPECT_THAT(names_in(temporary_.path()),
              ElementsAre(kCoverageName, kPracticesName, kVocabularyName, kDatabaseFolder));
  const Xapian::Database database((temporary_.path() / kDatabaseFolder).string());
  ASSERT_EQ(database.get_doccount(), 2U);
  EXPECT_EQ(corpus::record_from_json(database.get_document(1).get_data())->id, "a");
  EXPECT_EQ(corpus::record_from_json(database.get_document(2).get_data())->id, "b");
  EXPECT_EQ(terms_of(database.get_document(1), "XTW"),
            terms_of(document_for(sample_initiative("a", "窓口", "案内")), "XTW"));
  EXPECT_EQ(database.get_termfreq("XWARD:141330"), 2U);
  const Xapian::termpos first = *database.positionlist_begin(1, "XTC窓 口");
  EXPECT_EQ(first, 1U);
  EXPECT_EQ(value_of(database.get_document(2), ValueSlot::Report), "1");
}

TEST_F(IndexWriterTest, WritesTheVocabularyOfBothTexts) {
  IndexWriter writer(temporary_.path(), analysis::shared_lexicon());
  writer.add(sample_initiative("a", "相談窓口", "窓口を案内"), 0);
  corpus::Record standard = sample_initiative("b", "窓口の表示", "");
  standard.kind = corpus::RecordKind::Standard;
  writer.add(standard, 1);
  writer.finish();
  EXPECT_EQ(testing::read_file(temporary_.path() / kVocabularyName),
            "torikumi-vocabulary 1\n"
            "案内\tアンナイ\t案内+アンナイ\t1\t1\t\n"
            "相談\tソウダン\t相談+ソウダン\t1\t1\t\n"
            "相談窓口\tソウダンマドグチ\t相談+ソウダン 窓口+マドグチ\t1\t1\t\n"
            "窓口\tマドグチ\t窓口+マドグチ\t2\t1\t\n"
            "表示\tヒョウジ\t表示+ヒョウジ\t1\t0\t\n");
}

TEST_F(IndexWriterTest, WritesPracticesOfAllRecordsAndUpToYears) {
  IndexWriter writer(temporary_.path(), analysis::shared_lexicon(), {2021, 2022});
  writer.add(sample_initiative("a", "窓口", "案内"), 0);
  writer.finish();
  std::vector<std::optional<int>> until_years;
  for (const StoredPractices& set :
       parse_practices(testing::read_file(temporary_.path() / kPracticesName), 1)) {
    until_years.push_back(set.until_year);
  }
  EXPECT_THAT(until_years, ElementsAre(std::nullopt, 2021, 2022));
}

TEST_F(IndexWriterTest, ReturnsTheContentHashOfItsRecords) {
  const corpus::Record record = sample_initiative("a", "窓口", "案内");
  IndexWriter writer(temporary_.path(), analysis::shared_lexicon());
  writer.add(record, 0);
  ContentHash hash(analysis::shared_lexicon()->identity());
  hash.add(record);
  EXPECT_EQ(writer.finish(), hash.finish());
}

TEST_F(IndexWriterTest, SaysThatItCannotWrite) {
  testing::write_file(temporary_.path() / "file", "in the way");
  try {
    IndexWriter(temporary_.path() / "file", analysis::shared_lexicon());
    FAIL() << "an index was made below a file";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Unreadable);
    EXPECT_THAT(error.message, ::testing::StartsWith("cannot make the index: "));
    EXPECT_EQ(error.hint, "check that there is room on the disk and that it may be written");
  }
}

}  // namespace
}  // namespace torikumi::indexer
