#include "tests/indexer/index_fixture.h"

#include "corpus/data_directory.h"
#include "tests/analysis/shared_lexicon.h"
#include "tests/support/test_files.h"

#include <algorithm>
#include <utility>

namespace torikumi::indexer {

namespace fs = std::filesystem;

const corpus::WardRegistry& test_wards() {
  static const auto kWards = corpus::WardRegistry::load(data_directory() / "wards.csv");
  return kWards;
}

corpus::Record sample_initiative(std::string id, std::string target, std::string result) {
  corpus::Record record;
  record.id = std::move(id);
  record.kind = corpus::RecordKind::Initiative;
  record.ward = {"141330", "中原区", "川崎市"};
  record.fiscal_year = 2020;
  record.department = {"まちづくり推進部 総務課", {"まちづくり推進部", "総務課"}, "総務課"};
  record.number = 1;
  record.scenes = {corpus::Scene::Notices, corpus::Scene::FaceToFace};
  record.target = std::move(target);
  record.result = std::move(result);
  record.result_status =
      record.result.empty() ? corpus::ResultStatus::Missing : corpus::ResultStatus::Reported;
  record.source = {"nakahara.txt", 3, "区役所サービス向上目標", "", ""};
  return record;
}

std::string report_text(std::string_view word) {
  const std::string w(word);
  return "部署名\t目標及び具体的な取組内容\t\t実施結果及び目標の達成度\n"
         "まちづくり推進部 総務課\t1 お知らせ\t" +
         w + "の予定を毎月の一覧にして掲示します。\t" + w +
         "の一覧を毎月掲示しました。\n"
         "\t2 庁内体制\t" +
         w +
         "の帳面を係の間で回します。\t帳面を回し始めました。\n"
         "区民サービス部 区民課\t1 対面対応\t" +
         w + "を待つ方に順番を声で知らせます。\t" + w + "を待つ方への声かけを続けました。\n";
}

std::string report_file_name(std::string_view ward, std::string_view year) {
  return "川崎市" + std::string(ward) + "_" + std::string(year) + ".txt";
}

void write_two_reports(const fs::path& folder) {
  testing::write_file(folder / report_file_name("中原区", "令和2年度"), report_text("相談"));
  testing::write_file(folder / report_file_name("幸区", "令和3年度"), report_text("証明書"));
}

BuildSummary build(const fs::path& index, const std::vector<fs::path>& paths) {
  return build_index({.index_folder = index, .paths = paths, .read = {}}, test_wards(),
                     analysis::shared_lexicon());
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace torikumi::indexer
