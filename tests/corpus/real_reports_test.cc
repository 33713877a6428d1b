// The five real reports, if they are there. Only counts and properties are asserted: none of their
// text is in this repository.

#include "corpus/cell_text.h"
#include "corpus/utf8.h"
#include "tests/corpus/reader_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {
namespace {

namespace fs = std::filesystem;

std::vector<ReportReading> read_all() {
  const auto folder = testing::reports_dir();
  return folder ? read_reports({*folder}, shipped_wards()) : std::vector<ReportReading>();
}

class ReadingRealReportsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!testing::reports_dir()) {
      GTEST_SKIP() << "the real reports are not here";
    }
    static const std::vector<ReportReading> all = read_all();
    readings_ = &all;
  }

  // The reading of the file whose name begins with `prefix`.
  [[nodiscard]] const ReportReading& reading(std::string_view prefix) const {
    for (const ReportReading& candidate : *readings_) {
      if (candidate.file.starts_with(prefix)) {
        return candidate;
      }
    }
    throw Error(ErrorKind::NotFound, "no such report", std::string(prefix));
  }

  static std::size_t count(const ReportReading& reading, RecordKind kind) {
    return records_of(reading.records, kind).size();
  }

  static std::vector<Record> passages(const ReportReading& reading, PassageRole role) {
    std::vector<Record> found;
    for (const Record& record : reading.records) {
      if (record.role == role) {
        found.push_back(record);
      }
    }
    return found;
  }

  const std::vector<ReportReading>* readings_ = nullptr;
};

// The pieces of the cells behind the number's cell, cut by hand at tabs, tags and blanks.
std::vector<std::string> raw_pieces(const std::string& raw) {
  std::vector<std::string> pieces;
  for (std::size_t begin = 0; begin < raw.size();) {
    const std::size_t end = std::min(raw.find('\n', begin), raw.size());
    const std::string line = raw.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string::npos ? first : line.find('\t', first + 1);
    if (second == std::string::npos || line.find("実施結果及び") != std::string::npos) {
      continue;
    }
    bool in_tag = false;
    pieces.emplace_back();
    for (const char c : line.substr(second)) {
      if (in_tag || c == '<' || c == ' ' || c == '\t') {
        in_tag = c == '<' || (in_tag && c != '>');
        pieces.emplace_back();
      } else {
        pieces.back() += c;
      }
    }
  }
  return pieces;
}

// An independent measure, with nothing of the readers in it: the share of the characters of the raw
// pieces that stand, whole piece by whole piece, in the text of some record. Scene labels are
// pieces too.
double share_of_raw_text(const fs::path& file, const std::vector<Record>& records) {
  std::string held = "お知らせ|応対|電話・対面対応|対面応対|庁内体制|共通|";
  for (const Record& record : records) {
    held += without_blanks(record.target + record.result) + "|";
  }
  std::size_t characters = 0;
  std::size_t found = 0;
  for (const std::string& piece : raw_pieces(testing::read_file(file))) {
    const std::size_t count = character_count(piece);
    characters += count;
    found += held.find(piece) != std::string::npos ? count : 0;
  }
  return characters == 0 ? 0 : static_cast<double>(found) / static_cast<double>(characters);
}

TEST_F(ReadingRealReportsTest, AreReadWithoutErrors) {
  ASSERT_EQ(readings_->size(), 5U);
  std::set<std::string> ids;
  for (const ReportReading& one : *readings_) {
    EXPECT_FALSE(one.has_errors()) << one.file;
    for (const Record& record : one.records) {
      EXPECT_TRUE(ids.insert(record.id).second) << record.id;
      const std::string text = record.target + record.result;
      for (const std::string_view mark : {"<p", "</", "<ul", "**", "　", "  ", "\t", "|"}) {
        EXPECT_EQ(text.find(mark), std::string::npos) << record.id << " " << mark;
      }
    }
  }
}

TEST_F(ReadingRealReportsTest, KawasakiWard2025) {
  const ReportReading& one = reading("000");
  EXPECT_EQ(count(one, RecordKind::Initiative), 30U);
  EXPECT_EQ(one.records.size(), 30U);
  EXPECT_EQ(one.department_count(), 17U);
  for (const Record& record : one.records) {
    EXPECT_EQ(record.scenes.size(), 1U) << record.id;
    EXPECT_EQ(record.result_status, ResultStatus::Reported) << record.id;
    EXPECT_EQ(record.ward.code, "141313");
    EXPECT_EQ(record.fiscal_year, 2025);
  }
}

TEST_F(ReadingRealReportsTest, NakaharaWard2020) {
  const ReportReading& one = reading("001");
  const auto initiatives = records_of(one.records, RecordKind::Initiative);
  EXPECT_EQ(initiatives.size(), 50U);
  EXPECT_EQ(one.department_count(), 17U);
  const auto policies = passages(one, PassageRole::Policy);
  ASSERT_EQ(policies.size(), 4U);
  EXPECT_EQ(policies[3].number, 4);
  std::map<std::size_t, int> scenes;
  int omitted = 0;
  for (const Record& record : initiatives) {
    ++scenes[record.scenes.size()];
    omitted += record.result_status == ResultStatus::Omitted ? 1 : 0;
  }
  EXPECT_EQ(omitted, 3);
  EXPECT_EQ(scenes[0], 3);
  EXPECT_EQ(scenes[2], 2);
}

TEST_F(ReadingRealReportsTest, TheSameSectionHasOneNameInBothYears) {
  std::set<std::string> earlier;
  for (const Record& record : reading("001").records) {
    earlier.insert(record.department.name);
  }
  for (const char* section :
       {"まちづくり推進部 企画課", "まちづくり推進部 地域振興課", "区民サービス部 区民課",
        "区民サービス部 保険年金課", "地域みまもり支援センター 地域ケア推進課",
        "地域みまもり支援センター 地域支援課", "地域みまもり支援センター 児童家庭課",
        "地域みまもり支援センター 高齢・障害課", "地域みまもり支援センター 衛生課"}) {
    EXPECT_TRUE(earlier.contains(section)) << section;
    const auto& later = reading("000").records;
    EXPECT_TRUE(std::any_of(later.begin(), later.end(), [&](const Record& record) {
      return record.department.name == section;
    })) << section;
  }
}

TEST_F(ReadingRealReportsTest, TablesAreCovered) {
  for (const std::string_view prefix : {"000", "001"}) {
    const ReportReading& one = reading(prefix);
    const double share = share_of_raw_text(*testing::reports_dir() / one.file, one.records);
    std::printf("%s: %.3f %% of the raw text is in records\n", one.file.c_str(), 100 * share);
    EXPECT_GE(share, 0.995);
  }
}

// What no record holds, to the character, and why.
TEST_F(ReadingRealReportsTest, WhatIsLeftOutIsKnown) {
  struct Case {
    const char* prefix;
    std::size_t left_out;
  };
  for (const auto& [prefix, left_out] : {
           Case{"000", 0}, Case{"001", 11},  // The heading that each page of the table repeats.
           Case{"002", 0},
           Case{"003", 920},  // Names of people; words in two figures without text below them.
           Case{"004", 56},   // Eight times a year on its own.
       }) {
    const ReportReading& one = reading(prefix);
    EXPECT_EQ(one.text_characters - one.covered_characters, left_out) << one.file;
  }
}

// Counted by hand in the files: one number for each department, in their order.
TEST_F(ReadingRealReportsTest, EveryDepartmentHasItsRows) {
  struct Case {
    const char* prefix;
    std::vector<int> rows;
  };
  const std::vector<Case> cases{
      {"000", {3, 1, 2, 2, 2, 2, 2, 2, 1, 2, 1, 2, 3, 2, 1, 1, 1}},
      {"001", {3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2}},
  };
  for (const Case& one : cases) {
    std::vector<std::string> names;
    std::vector<int> rows;
    for (const Record& record : records_of(reading(one.prefix).records, RecordKind::Initiative)) {
      if (names.empty() || names.back() != record.department.name) {
        names.push_back(record.department.name);
        rows.push_back(0);
      }
      ++rows.back();
    }
    EXPECT_EQ(rows, one.rows) << one.prefix;
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
  }
}

TEST_F(ReadingRealReportsTest, Standards2024) {
  const ReportReading& one = reading("002");
  const auto standards = records_of(one.records, RecordKind::Standard);
  ASSERT_EQ(standards.size(), 36U);
  std::map<StandardScope, int> scopes;
  for (std::size_t index = 0; index < standards.size(); ++index) {
    EXPECT_EQ(standards[index].number, static_cast<int>(index) + 1);
    EXPECT_EQ(standards[index].scenes.size(), 1U) << standards[index].id;
    EXPECT_EQ(standards[index].department.name.empty(), index < 23) << standards[index].id;
    ++scopes[standards[index].scope.value()];
  }
  EXPECT_EQ(scopes[StandardScope::AllOffices], 23);
  EXPECT_EQ(scopes[StandardScope::EachSection], 2);
  EXPECT_EQ(scopes[StandardScope::ParticularSections], 5);
  EXPECT_EQ(scopes[StandardScope::OneWard], 6);
  EXPECT_EQ(standards[27].department.name, "研修担当課");
  EXPECT_EQ(standards[28].department.name, "本庁業務所管課");
  EXPECT_EQ(passages(one, PassageRole::Principle).size(), 8U);
  EXPECT_GE(passages(one, PassageRole::Paragraph).size(), 2U);
}

TEST_F(ReadingRealReportsTest, Guideline2011) {
  const ReportReading& one = reading("003");
  EXPECT_EQ(passages(one, PassageRole::Principle).size(), 8U);
  const auto scenes = passages(one, PassageRole::SceneDefinition);
  ASSERT_EQ(scenes.size(), 7U);
  for (const Record& record : scenes) {
    EXPECT_EQ(record.scenes.size(), 1U);
  }
  EXPECT_GT(passages(one, PassageRole::Paragraph).size(), 100U);
  EXPECT_GT(passages(one, PassageRole::Bullet).size(), 100U);
  for (const Record& record : one.records) {
    EXPECT_EQ(record.target.find("イメージ】"), std::string::npos);
    EXPECT_EQ(record.target.find("....."), std::string::npos);
  }
}

TEST_F(ReadingRealReportsTest, ExamplesOfTheGuideline) {
  const auto examples = records_of(reading("003").records, RecordKind::Example);
  ASSERT_EQ(examples.size(), 63U);
  std::map<std::string, int> by_ward;
  std::map<int, int> by_year;
  for (const Record& record : examples) {
    ++by_ward[record.ward.name];
    ++by_year[record.fiscal_year.value()];
    EXPECT_TRUE(record.number >= 1 && record.number <= 3);
    EXPECT_TRUE(record.target.empty());
    EXPECT_FALSE(record.result.empty());
    EXPECT_EQ(record.result_status, ResultStatus::Reported);
    EXPECT_EQ(record.result.find("写真)"), std::string::npos) << record.id;
  }
  EXPECT_EQ(by_ward.size(), 7U);
  EXPECT_TRUE(
      std::all_of(by_ward.begin(), by_ward.end(), [](auto& one) { return one.second == 9; }));
  EXPECT_EQ(by_year, (std::map<int, int>{{2008, 21}, {2009, 21}, {2010, 21}}));
}

// The cells of the lists of members, read here by hand, must be in no record.
TEST_F(ReadingRealReportsTest, NamesOfPeopleAreInNoRecord) {
  const ReportReading& one = reading("003");
  std::string held;
  for (const Record& record : one.records) {
    held += without_blanks(record.target + record.result) + "|";
  }
  const std::string raw = testing::read_file(*testing::reports_dir() / one.file);
  std::size_t begin = raw.find("氏 名\n");
  int names = 0;
  while (begin != std::string::npos && begin < raw.size()) {
    begin = raw.find('\n', begin) + 1;
    const std::string line = raw.substr(begin, raw.find('\n', begin) - begin);
    const std::size_t tab = line.rfind('\t');
    if (tab == std::string::npos) {
      begin = raw.find("氏 名\n", begin);
      continue;
    }
    const std::string name = without_blanks(line.substr(tab + 1));
    if (!name.empty() && character_count(name) < 18 && name.find("部") == std::string::npos) {
      ++names;
      EXPECT_EQ(held.find(name), std::string::npos) << "line of the list " << names;
    }
  }
  EXPECT_GE(names, 20);
}

TEST_F(ReadingRealReportsTest, SlidesOfTsurumiWard) {
  const ReportReading& one = reading("004");
  EXPECT_EQ(count(one, RecordKind::Passage), one.records.size());
  EXPECT_GE(one.records.size(), 50U);
  int dated = 0;
  for (const Record& record : one.records) {
    if (record.fiscal_year) {
      ++dated;
      EXPECT_EQ(record.fiscal_year, 2017);
      EXPECT_NE(record.target.find("29年度"), std::string::npos) << record.target;
    }
  }
  EXPECT_EQ(dated, 3);
}

}  // namespace
}  // namespace torikumi::corpus
