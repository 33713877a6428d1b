#include "searchd/api/csv_document.h"

#include "searchd/api/record_csv.h"
#include "tests/searchd/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

TEST(CsvDocumentTest, BeginsWithAByteOrderMarkAndEndsLinesForExcel) {
  const CsvDocument csv{{"区", "件数"}, {{"中原区", "8"}, {"川崎区", "3"}}};
  EXPECT_EQ(csv.to_string(), "\xEF\xBB\xBF区,件数\r\n中原区,8\r\n川崎区,3\r\n");
}

struct CellCase {
  const char* name;
  std::string_view cell;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const CellCase& row) {
  return out << row.cell;
}

class CsvCellTest : public ::testing::TestWithParam<CellCase> {};

TEST_P(CsvCellTest, IsWrittenSafely) {
  const CsvDocument csv{{"a", "b"}, {{std::string(GetParam().cell), "x"}}};
  EXPECT_EQ(csv.to_string(),
            "\xEF\xBB\xBF"
            "a,b\r\n" +
                std::string(GetParam().want) + ",x\r\n");
}

INSTANTIATE_TEST_SUITE_P(
    Table, CsvCellTest,
    ::testing::Values(
        CellCase{"Empty", "", ""}, CellCase{"Plain", "窓口", "窓口"},
        CellCase{"Comma", "窓口,電話", "\"窓口,電話\""},
        CellCase{"Quote", "\"窓口\"", "\"\"\"窓口\"\"\""},
        CellCase{"LineEnd", "窓口\n電話", "\"窓口\n電話\""}, CellCase{"Equals", "=1+1", "'=1+1"},
        CellCase{"Plus", "+1", "'+1"}, CellCase{"Minus", "-1", "'-1"},
        CellCase{"At", "@SUM", "'@SUM"}, CellCase{"Tab", "\tx", "'\tx"},
        CellCase{"Return", "\rx", "\"'\rx\""}, CellCase{"LineFeed", "\nx", "\"'\nx\""},
        CellCase{"FullWidthEquals", "＝1", "'＝1"}, CellCase{"FullWidthMinus", "－1", "'－1"},
        CellCase{"QuotedFormula", "=A1,B1", "\"'=A1,B1\""}, CellCase{"SignInside", "1=1", "1=1"}),
    [](const auto& row) { return row.param.name; });

TEST(RecordCsvTest, HasACellForEachColumn) {
  corpus::Record record = initiative("id", "目標", "結果");
  record.scenes = {corpus::Scene::Telephone, corpus::Scene::FaceToFace};
  record.source.url = "https://example.jp/";
  record.source.note = "要約";
  EXPECT_THAT(
      record_csv_row(record),
      ::testing::ElementsAre("川崎市", "中原区", "141330", "2020", "令和2年度",
                             "まちづくり推進部 総務課", "1", "電話対応・対面対応", "目標", "結果",
                             "reported", "initiative", "id", "区役所サービス向上目標",
                             "reports/nakahara.txt", "3", "https://example.jp/", "要約"));
  EXPECT_EQ(record_csv_row(record).size(), record_csv_header().size());
  record.fiscal_year.reset();
  record.number.reset();
  EXPECT_EQ(record_csv_row(record)[3], "");
  EXPECT_EQ(record_csv_row(record)[4], "");
  EXPECT_EQ(record_csv_row(record)[6], "");
}

}  // namespace
}  // namespace torikumi::searchd
