#include "analysis/promotion/made_things.h"

#include <algorithm>
#include <array>

namespace torikumi::analysis {
namespace {

// Not 整備 and 掲示, which are said of tidying up as well (職場環境を整備, 掲示物を整理).
constexpr std::array<std::string_view, 18> kMaking{
    "設置", "導入", "作成", "増設", "開設", "改修", "リニューアル", "配置",   "新設",
    "更新", "改訂", "配布", "配付", "発行", "表示", "改善し",       "設けま", "作り"};

}  // namespace

bool tells_made_thing(std::string_view sentence) {
  return std::any_of(kMaking.begin(), kMaking.end(), [&](std::string_view word) {
    return sentence.find(word) != std::string_view::npos;
  });
}

}  // namespace torikumi::analysis
