#include "indexer/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

namespace torikumi::indexer {
namespace {

constexpr std::size_t kMaxTermBytes = 245;  // Of Xapian's glass tables.

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) {
    out += text;
  }
  return out;
}

TEST(SchemaTest, KeepsShortTermsWhole) {
  EXPECT_EQ(text_term(TermFamily::Word, TextField::Target, "窓口"), "XTW窓口");
  EXPECT_EQ(text_term(TermFamily::Character, TextField::Result, "窓口"), "XRC窓口");
  EXPECT_EQ(text_term(TermFamily::Reading, TextField::Target, "マドグチ"), "XTYマドグチ");
  EXPECT_EQ(filter_term(FilterField::Id, "141330-2020-i-9f86d081-1"), "Q141330-2020-i-9f86d081-1");
}

TEST(SchemaTest, TermValuesGiveTheirWordsBack) {
  const std::vector<std::string> words{"音声", "案内", "板"};
  ASSERT_EQ(term_value(words), "音声 案内 板");
  EXPECT_EQ(words_of_term_value(*term_value(words)), words);
  EXPECT_EQ(term_value({std::string(300, 'a')}), std::nullopt);
  EXPECT_TRUE(words_of_term_value("").empty());
}

TEST(SchemaTest, KeepsTermsOfTheGreatestLengthWhole) {
  const std::string text(kMaxTermBytes - 3, 'a');
  EXPECT_EQ(text_term(TermFamily::Word, TextField::Target, text), "XTW" + text);
}

TEST(SchemaTest, CutsLongTermsAtACharacterBound) {
  for (const std::size_t characters : {81U, 82U, 100U, 1000U}) {
    const std::string term =
        text_term(TermFamily::Word, TextField::Target, repeated("窓", characters));
    SCOPED_TRACE(characters);
    EXPECT_LE(term.size(), kMaxTermBytes);
    EXPECT_EQ((term.size() - std::string("XTW#0123456789abcdef").size()) % 3, 0U);
    EXPECT_EQ(term[term.size() - 17], '#');
  }
}

TEST(SchemaTest, KeepsLongTermsDistinct) {
  const std::string same_beginning = repeated("相談", 60);
  std::set<std::string> terms;
  for (int i = 0; i < 1000; ++i) {
    terms.insert(
        text_term(TermFamily::Word, TextField::Target, same_beginning + std::to_string(i)));
  }
  EXPECT_EQ(terms.size(), 1000U);
}

TEST(SchemaTest, GivesEqualLongTextsEqualTerms) {
  const std::string text = repeated("案内", 200);
  EXPECT_EQ(filter_term(FilterField::Department, text),
            filter_term(FilterField::Department, std::string(text)));
}

// The hash ends up in indexes, so another one would be another schema version.
TEST(SchemaTest, KeepsTheHashOfLongTerms) {
  EXPECT_EQ(text_term(TermFamily::Word, TextField::Target, std::string(300, 'a')),
            "XTW" + std::string(225, 'a') + "#ee7717eba7a17e21");
}

// What may follow a prefix is normalised text: no capital letter, no colon at once. So no term of
// one row can be read as one of another, if no prefix begins another one.
TEST(SchemaTest, HasNoPrefixThatBeginsAnother) {
  for (const SchemaRow& row : schema_rows()) {
    for (const SchemaRow& other : schema_rows()) {
      if (row.name != other.name) {
        EXPECT_FALSE(other.prefix.starts_with(row.prefix)) << row.prefix << " " << other.prefix;
      }
    }
  }
}

TEST(SchemaTest, ListsEveryPrefixInUse) {
  std::set<std::string> listed;
  for (const SchemaRow& row : schema_rows()) {
    EXPECT_FALSE(row.name.empty());
    EXPECT_FALSE(row.meaning.empty());
    listed.insert(std::string(row.prefix));
  }
  std::set<std::string> used;
  for (const TermFamily family : {TermFamily::Word, TermFamily::Character, TermFamily::Reading}) {
    for (const TextField field : kTextFields) {
      used.insert(text_term(family, field, ""));
    }
  }
  for (const FilterField field :
       {FilterField::Id, FilterField::Kind, FilterField::Ward, FilterField::FiscalYear,
        FilterField::Department, FilterField::Scene, FilterField::Report, FilterField::Term}) {
    used.insert(filter_term(field, ""));
  }
  EXPECT_EQ(listed, used);
  EXPECT_EQ(listed.size(), schema_rows().size());
}

}  // namespace
}  // namespace torikumi::indexer
