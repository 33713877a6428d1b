#include "searchd/search/names_apart.h"

#include "searchd/search/search_engine.h"
#include "tests/searchd/search_index.h"

#include <gtest/gtest.h>

#include <ostream>
#include <utility>

namespace torikumi::searchd {
namespace {

corpus::Record of(corpus::Record record, corpus::Ward ward, int year, const char* office) {
  record.ward = std::move(ward);
  record.fiscal_year = year;
  record.department.name = office;
  record.department.path = {office};
  return record;
}

const SearchIndex& two_wards() {
  static const SearchIndex index({
      of(initiative("a", "個人情報の書類を確かめました。"), kawasaki(), 2025, "衛生課"),
      of(initiative("b", "個人情報の研修を開きました。"), nakahara(), 2020, "区民課"),
      of(initiative("c", "電話の受け方を学びました。"), nakahara(), 2020, "衛生課"),
      of(initiative("d", "花壇を2025年1月に直しました。"), nakahara(), 2020, "企画課"),
  });
  return index;
}

std::vector<std::string> found(std::string query) {
  SearchRequest request;
  request.q = std::move(query);
  request.sort = SortOrder::Ward;
  return ids_of(search(request, two_wards().snapshot()));
}

struct NameCase {
  const char* name;
  const char* query;
  std::vector<std::string> want;
};
std::ostream& operator<<(std::ostream& out, const NameCase& row) {
  return out << row.query;
}

class NamesApartTest : public ::testing::TestWithParam<NameCase> {};

TEST_P(NamesApartTest, HoldOfEveryRecord) {
  EXPECT_EQ(found(GetParam().query), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, NamesApartTest,
    ::testing::Values(NameCase{"Ward", "川崎区の個人情報", {"a"}},
                      NameCase{"Year", "令和2年度の個人情報", {"b"}},
                      NameCase{"Office", "衛生課の個人情報", {"a"}},
                      NameCase{"WithoutParticle", "衛生課電話", {"c"}},
                      NameCase{"Two", "令和2年度中原区個人情報", {"b"}},
                      NameCase{"InAQuestion", "中原区で個人情報はどうしていますか", {"b"}},
                      NameCase{
                          "NothingIsLetThroughForWantOfBetter", "川崎区で電話を受けている?", {}},
                      NameCase{"WordsOfAskingCountForNothing", "衛生課の取組", {"a", "c"}},
                      NameCase{"WithAMark", "区民課？", {"b"}},
                      NameCase{"AMonthIsNoFiscalYear", "2025年1月", {"d"}},
                      NameCase{"ExcludedWard", "個人情報 -中原区", {"a"}},
                      NameCase{"ExcludedYear", "個人情報 -令和7年度", {"b"}},
                      NameCase{"ExcludedOffice", "-衛生課", {"b", "d"}}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace torikumi::searchd
