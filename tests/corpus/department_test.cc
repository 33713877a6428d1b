#include "corpus/department.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace torikumi::corpus {
namespace {

const Ward kWard{"141330", "中原区", "川崎市"};

struct DepartmentCase {
  const char* name;
  std::string_view cell;
  std::string_view want;  // Parts of the path with / between.
};
std::ostream& operator<<(std::ostream& out, const DepartmentCase& row) {
  return out << row.cell;
}

class DepartmentTest : public ::testing::TestWithParam<DepartmentCase> {};

TEST_P(DepartmentTest, HasOneCanonicalPath) {
  std::string path;
  for (const std::string& part : department_from(GetParam().cell, kWard).path) {
    path += (path.empty() ? "" : "/") + part;
  }
  EXPECT_EQ(path, GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Spellings, DepartmentTest,
    ::testing::Values(
        DepartmentCase{"Empty", " ", ""},
        DepartmentCase{"OneLevel", "危機管理担当", "危機管理担当"},
        DepartmentCase{"TwoLevels", "まちづくり推進部 総務課", "まちづくり推進部/総務課"},
        DepartmentCase{"WithoutBlank", "まちづくり推進部総務課", "まちづくり推進部/総務課"},
        DepartmentCase{"InParagraph", "<p>まちづくり推進部　総務課</p>", "まちづくり推進部/総務課"},
        DepartmentCase{"OwnWardInFront", "中原区役所 道路公園センター 管理課",
                       "道路公園センター/管理課"},
        DepartmentCase{"OwnCityInFront", "川崎市中原区役所道路公園センター管理課",
                       "道路公園センター/管理課"},
        DepartmentCase{"OtherWardInFront", "幸区役所 総務課", "幸区役所/総務課"},
        DepartmentCase{"WardOfficeItself", "中原区役所", "中原区役所"},
        DepartmentCase{"ThreeLevels", "区民サービス部 区民課川崎行政 サービスコーナー",
                       "区民サービス部/区民課/川崎行政サービスコーナー"},
        DepartmentCase{"Branch", "まちづくり推進部 大師支所", "まちづくり推進部/大師支所"},
        DepartmentCase{"BranchWithCentre", "大師支所区民センター", "大師支所/区民センター"}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Brackets, DepartmentTest,
    ::testing::Values(
        DepartmentCase{"BodiesOfACentre",
                       "地域みまもり支援センター(福祉事務所・保健所支所) 地域支援課",
                       "地域みまもり支援センター/地域支援課"},
        DepartmentCase{"BodiesInWideBrackets",
                       "地域みまもり支援センター（福祉事務所・保健所支所）地域支援課",
                       "地域みまもり支援センター/地域支援課"},
        DepartmentCase{"BodiesBrokenByBlanks",
                       "地域みまもり支援 センター(福祉事務 所・保健所支所) 地域支援課",
                       "地域みまもり支援センター/地域支援課"},
        DepartmentCase{"WithoutBracket", "地域みまもり支援センター地域支援課",
                       "地域みまもり支援センター/地域支援課"},
        DepartmentCase{"DesksOfACentre", "道路公園センター （管理、整備、 協働・利活用推進 担当）",
                       "道路公園センター"},
        DepartmentCase{"TellsSectionsApart", "まちづくり推進部 生涯学習支援課 （大師分館）",
                       "まちづくり推進部/生涯学習支援課(大師分館)"},
        DepartmentCase{"OneBranchOfACentre", "学習センター(大師分館)", "学習センター(大師分館)"},
        DepartmentCase{"Unclosed", "総務課(東", "総務課(東"},
        DepartmentCase{"UnclosedEmpty", "総務課(", "総務課("}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    NoCuts, DepartmentTest,
    ::testing::Values(
        DepartmentCase{"MiddleDot", "支援センター 高齢・障害課", "支援センター/高齢・障害課"},
        DepartmentCase{"Desk", "支援センター 学校・地域連携", "支援センター/学校・地域連携"},
        DepartmentCase{"Range", "支援センター 保護１〜４課", "支援センター/保護1～4課"},
        DepartmentCase{"TaxSection", "市民税課税課", "市民税課税課"},
        DepartmentCase{"Enumeration", "管理課・整備課", "管理課・整備課"},
        DepartmentCase{"OfficerOfASection", "総務課長", "総務課長"}),
    [](const auto& row) { return row.param.name; });

TEST(DepartmentTest, KeepsTheRawSpelling) {
  const Department department = department_from("<p>中原区役所 支援 センター</p>", kWard);
  EXPECT_EQ(department.raw, "中原区役所 支援 センター");
  EXPECT_EQ(department.name, "支援センター");
}

TEST(DepartmentTest, JoinsThePathToTheName) {
  EXPECT_EQ(department_from("推進部総務課", kWard).name, "推進部 総務課");
}

}  // namespace
}  // namespace torikumi::corpus
