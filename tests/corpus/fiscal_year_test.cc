#include "corpus/fiscal_year.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <ostream>
#include <string>
#include <vector>

namespace torikumi::corpus {
namespace {

using ::testing::IsEmpty;

struct YearCase {
  std::string_view text;
  int want;
};
std::ostream& operator<<(std::ostream& out, const YearCase& row) {
  return out << row.text;
}

TEST(ParseFiscalYearTest, ReadsEveryFormOfAYear) {
  const std::vector<YearCase> rows{
      {"2025", 2025},
      {"2025年度", 2025},
      {"２０２５年度", 2025},
      {"令和7年度", 2025},
      {"令和７", 2025},
      {"令和 7 年度", 2025},
      {"令和７年", 2025},
      {"令7", 2025},
      {"R7", 2025},
      {"r07", 2025},
      {"Ｒ７", 2025},
      {"令和元年度", 2019},
      {"令和1", 2019},
      {"R元", 2019},
      {"㋿7", 2025},
      {"㋿元年度", 2019},
      {"㍻30", 2018},
      {"平成30", 2018},
      {"平30年度", 2018},
      {"H30", 2018},
      {"平成31年度", 2019},
      {"昭和63", 1988},
      {"昭和64", 1989},
      {"㍼63年度", 1988},
      {"S63", 1988},
      {"昭和元", 1926},
      {"大正14", 1925},
      {"T14", 1925},
      {"明治45", 1912},
      {"M元", 1868},
      {"1868", 1868},
      {"2200", 2200},
      {"令和七年度", 2025},
      {"平成三十一年度", 2019},
      {"令和十年", 2028},
      {"昭和二十", 1945},
      {"二〇二五", 2025},
      {"二〇二五年度", 2025},
      {"二零二五", 2025},
      {" 令和7年度\u3000", 2025},
      {"令\u3000和 ７年 度", 2025},
  };
  for (const YearCase& row : rows) {
    const Result<int> year = parse_fiscal_year(row.text);
    ASSERT_TRUE(year) << row << ": " << year.error().what();
    EXPECT_EQ(*year, row.want) << row;
  }
}

struct MessageCase {
  std::string_view text;
  std::string want;
};

TEST(ParseFiscalYearTest, RefusesEverythingElseAndSaysWhy) {
  const std::string hint = "; write it like 令和7年度, R7 or 2025";
  const std::vector<MessageCase> rows{
      {"", "the fiscal year is empty"},
      {"\u3000", "the fiscal year is empty"},
      {"令和0", "\"令和0\" is not a fiscal year: the years of 令和 begin with 元 (1)"},
      {"平成32", "\"平成32\" is not a fiscal year: 平成 ended with year 31"},
      {"昭和65", "\"昭和65\" is not a fiscal year: 昭和 ended with year 64"},
      {"大正16", "\"大正16\" is not a fiscal year: 大正 ended with year 15"},
      {"明治46", "\"明治46\" is not a fiscal year: 明治 ended with year 45"},
      {"令和183", "\"令和183\" is not a fiscal year: 令和 is known up to year 182"},
      {"25", "\"25\" is not a fiscal year: a year without era has four digits"},
      {"元年度", "\"元年度\" is not a fiscal year: there is no number where the year should be"},
      {"令和", "\"令和\" is not a fiscal year: there is no number where the year should be"},
      {"慶応3", "\"慶応3\" is not a fiscal year: there is no number where the year should be"},
      {"1867", "\"1867\" is not a fiscal year: years from 1868 to 2200 are known"},
      {"2201", "\"2201\" is not a fiscal year: years from 1868 to 2200 are known"},
      {"20255", "\"20255\" is not a fiscal year: years from 1868 to 2200 are known"},
      {"99999999999999999999",
       "\"99999999999999999999\" is not a fiscal year: something else stands behind the year"},
      {"令和7年4月", "\"令和7年4月\" is not a fiscal year: something else stands behind the year"},
      {"令和7年度分",
       "\"令和7年度分\" is not a fiscal year: something else stands behind the year"},
      {"R7-8", "\"R7-8\" is not a fiscal year: something else stands behind the year"},
      {"-2025", "\"-2025\" is not a fiscal year: there is no number where the year should be"},
      {"年度\x80",
       "\"年度\x80\" is not a fiscal year: there is no number where the year should be"},
  };
  for (const MessageCase& row : rows) {
    const Result<int> year = parse_fiscal_year(row.text);
    ASSERT_FALSE(year) << row.text;
    EXPECT_EQ(year.error().what(), row.want + hint);
    EXPECT_EQ(year.error().kind, ErrorKind::InvalidArgument);
  }
}

struct RangeCase {
  std::string_view text;
  FiscalYearRange want;
};

TEST(ParseFiscalYearRangeTest, ReadsYearsAndRanges) {
  const std::vector<RangeCase> rows{
      {"2020", {2020, 2020}},
      {"令和2年度", {2020, 2020}},
      {"2018..2020", {2018, 2020}},
      {"令和2..令和7", {2020, 2025}},
      {"令和2..7", {2020, 2025}},
      {"平成27～29年度", {2015, 2017}},
      {"平成27〜29年度", {2015, 2017}},
      {"平成27年度～29年度", {2015, 2017}},
      {"H27-29", {2015, 2017}},
      {"H27－29", {2015, 2017}},
      {"平成30～令和2年度", {2018, 2020}},
      {"平成30年度から令和2年度", {2018, 2020}},
      {"令和2 .. 2025", {2020, 2025}},
      {"2020–2020", {2020, 2020}},
      {"平成二十七ー二十九年度", {2015, 2017}},
  };
  for (const RangeCase& row : rows) {
    const Result<FiscalYearRange> range = parse_fiscal_year_range(row.text);
    ASSERT_TRUE(range) << row.text << ": " << range.error().what();
    EXPECT_EQ(*range, row.want) << row.text;
  }
}

TEST(ParseFiscalYearRangeTest, RefusesBrokenRangesAndSaysWhy) {
  const std::string hint = "; write it like 令和2..令和7, H27-29 or 2018..2020";
  const std::string year_hint = "; write it like 令和7年度, R7 or 2025";
  const std::vector<MessageCase> rows{
      {"2020..2018", "\"2020..2018\" is not a fiscal year: the range runs backwards" + hint},
      {"平成30～2年度", "\"平成30～2年度\" is not a fiscal year: the range runs backwards" + hint},
      {"2018..", "\"2018..\" is not a fiscal year: a range is two years" + hint},
      {"2018..2019..2020",
       "\"2018..2019..2020\" is not a fiscal year: a range is two years" + hint},
      {"2018..20",
       "\"2018..20\" is not a fiscal year: a year without era has four digits" + year_hint},
      {"平成27～40年度",
       "\"平成27～40年度\" is not a fiscal year: 平成 ended with year 31" + year_hint},
      {"", "the fiscal year is empty" + year_hint},
  };
  for (const MessageCase& row : rows) {
    const Result<FiscalYearRange> range = parse_fiscal_year_range(row.text);
    ASSERT_FALSE(range) << row.text;
    EXPECT_EQ(range.error().what(), row.want);
  }
}

struct WrittenYearsCase {
  std::string_view text;
  WrittenFiscalYears want;
};

TEST(ReadFiscalYearsTest, MendsWhatParsingRefuses) {
  const std::vector<WrittenYearsCase> rows{
      {"令和2", {{2020, 2020}, false, false}},
      {"令和2..令和7", {{2020, 2025}, false, false}},
      {"R7..R2", {{2020, 2025}, true, false}},
      {"令和7..2", {{2020, 2025}, true, false}},
      {"平成32", {{2020, 2020}, false, true}},
      {"平成32年度", {{2020, 2020}, false, true}},
      {"昭和100", {{2025, 2025}, false, true}},
      {"平成30～32年度", {{2018, 2020}, false, true}},
      {"平成32..平成30", {{2018, 2020}, true, true}},
  };
  for (const WrittenYearsCase& row : rows) {
    const Result<WrittenFiscalYears> years = read_fiscal_years(row.text);
    ASSERT_TRUE(years) << row.text;
    EXPECT_EQ(*years, row.want) << row.text;
  }
  for (const std::string_view text : {"H99", "令和0", "平成300", "昔", "", "2020..", "令和999"}) {
    EXPECT_FALSE(read_fiscal_years(text)) << text;
  }
}

TEST(FiscalYearLabelTest, NamesTheEraInForceInApril) {
  EXPECT_EQ(fiscal_year_label(2025), "令和7年度");
  EXPECT_EQ(fiscal_year_label(2019), "令和元年度");
  EXPECT_EQ(fiscal_year_label(2018), "平成30年度");
  EXPECT_EQ(fiscal_year_label(1989), "平成元年度");
  EXPECT_EQ(fiscal_year_label(1988), "昭和63年度");
  EXPECT_EQ(fiscal_year_label(1926), "大正15年度");
  EXPECT_EQ(fiscal_year_label(1912), "明治45年度");
  EXPECT_EQ(fiscal_year_label(1868), "明治元年度");
  EXPECT_EQ(fiscal_year_label(1867), "1867年度");
  EXPECT_EQ(fiscal_year_label(2201), "2201年度");
}

TEST(FiscalYearLabelTest, StaysWesternBeyondTheErasKnown) {
  EXPECT_EQ(fiscal_year_label(1867), "1867年度");
  EXPECT_EQ(fiscal_year_label(2201), "2201年度");
  EXPECT_EQ(fiscal_year_label(std::numeric_limits<int>::min()), "-2147483648年度");
}

TEST(FiscalYearLabelTest, IsReadBackForEveryYear) {
  for (int year = 1868; year <= 2200; ++year) {
    EXPECT_EQ(parse_fiscal_year(fiscal_year_label(year)).value_or(0), year);
    EXPECT_EQ(parse_fiscal_year(std::to_string(year)).value_or(0), year);
  }
}

std::vector<std::string> shown(std::string_view text,
                               const std::vector<FiscalYearMention>& mentions) {
  std::vector<std::string> out;
  out.reserve(mentions.size());
  for (const FiscalYearMention& mention : mentions) {
    out.push_back(
        std::to_string(mention.fiscal_year) + "=" +
        std::string(text.substr(mention.byte_begin, mention.byte_end - mention.byte_begin)));
  }
  return out;
}

struct MentionCase {
  std::string_view text;
  std::vector<std::string> want;
};

TEST(FiscalYearsInTest, FindsWhatNendoCloses) {
  const std::vector<MentionCase> rows{
      {"", {}},
      {"令和6年度 区役所サービス基準", {"2024=令和6年度"}},
      {"増加に向け、令和２年 度に作成したガイド", {"2020=令和２年 度"}},
      {"㍻30年度と2019年度の比較", {"2018=㍻30年度", "2019=2019年度"}},
      {"平成27～29年度の取組", {"2015=平成27", "2017=29年度"}},
      {"平成27年度〜令和元年度", {"2015=平成27年度", "2019=令和元年度"}},
      {"Ｒ７年度", {"2025=Ｒ７年度"}},
      {"二〇二五年度", {"2025=二〇二五年度"}},
      {"令和7年4月から", {}},
      {"令和6年から令和7年度にかけて", {"2025=令和7年度"}},
      {"29年度は保健福祉課を", {}},
      {"12020年度", {}},
      {"電話R2とR3", {}},
      {"平成40年度", {}},
      {"\x80令和7年度", {"2025=令和7年度"}},
  };
  for (const MentionCase& row : rows) {
    EXPECT_EQ(shown(row.text, fiscal_years_in(row.text)), row.want) << row.text;
  }
}

TEST(YearsInNameTest, FindsYearsAlsoWithoutNendo) {
  const std::vector<MentionCase> rows{
      {"中原区_R2", {"2020=R2"}},
      {"中原区R02", {"2020=R02"}},
      {"kawasaki-141356-2020", {"2020=2020"}},
      {"nakahara2020", {"2020=2020"}},
      {"令和2年度", {"2020=令和2年度"}},
      {"令和元_中原区", {"2019=令和元"}},
      {"2021-03-31_令和2年度", {"2020=令和2年度"}},
      {"20210331", {}},
      {"令和3年3月", {}},
      {"H27-29", {}},
      {"平成27～29年度", {"2015=平成27", "2017=29年度"}},
      {"2019_2020", {"2019=2019", "2020=2020"}},
      {"001_03d626172f4b182f", {}},
      {"d82a2020", {}},
      {"M3", {}},
      {"R2D2", {}},
      {"0001", {}},
  };
  for (const MentionCase& row : rows) {
    EXPECT_EQ(shown(row.text, years_in_name(row.text)), row.want) << row.text;
  }
}

TEST(YearsInNameTest, IsLinearOnALongName) {
  EXPECT_THAT(years_in_name(std::string(100'000, '7')), IsEmpty());
}

TEST(FiscalYearOfDateTest, CountsFromAprilToMarch) {
  EXPECT_EQ(fiscal_year_of_date("平成24年3月"), 2011);
  EXPECT_EQ(fiscal_year_of_date("平成24年3月31日"), 2011);
  EXPECT_EQ(fiscal_year_of_date(" 平成２４年４月１日"), 2012);
  EXPECT_EQ(fiscal_year_of_date("2012年12月"), 2012);
  for (const char* text : {"", "平成24年", "平成24年度", "平成24年13月", "平成24年0月",
                           "(平成24年3月改定版)", "平成24年3月版", "24年3月", "平成40年3月"}) {
    EXPECT_EQ(fiscal_year_of_date(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace torikumi::corpus
