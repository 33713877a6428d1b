#ifndef TESTS_ANALYSIS_PRACTICES_MADE_UP_CORPUS_H_
#define TESTS_ANALYSIS_PRACTICES_MADE_UP_CORPUS_H_

// Sentences of our own as a corpus to look for practices in.

#include "analysis/practices/practice_corpus.h"
#include "tests/analysis/shared_lexicon.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace torikumi::analysis {

/// A record of one text.
struct MadeUpRecord {
  std::string owner;
  std::string result;
  std::optional<int> fiscal_year = 2020;
};

inline void add_to(PracticeCorpus& corpus, const std::vector<MadeUpRecord>& records) {
  Analyzer analyzer = make_analyzer();
  for (const MadeUpRecord& record : records) {
    const std::size_t place = corpus.records().size();
    corpus.add({.place = place,
                .id = "r-" + std::to_string(place),
                .owner = record.owner,
                .fiscal_year = record.fiscal_year,
                .is_grouped = true},
               {}, analyzer.analyze(record.result).tokens);
  }
}

/// Thirty records of as many sections: five do each of four things, told in different words, and
/// ten do something of their own.
inline std::vector<MadeUpRecord> four_practices() {
  const std::vector<std::vector<std::string>> practices{
      {"番号発券機を窓口に設置し、受付の順番を表示しました。",
       "受付に番号発券機を導入し、順番を呼び出すようにしました。",
       "待合に番号発券機を置き、受付の順番が分かるよう表示しました。",
       "番号発券機を新しく導入し、順番を画面に表示しました。",
       "順番を待つ人のため、番号発券機を受付に設置しました。"},
      {"乳幼児を連れた人のため、絵本とおもちゃの遊び場を待合に作りました。",
       "絵本を並べた子どもの遊び場を待合に設けました。",
       "待合の一角に、おもちゃと絵本の遊び場を作りました。",
       "子どもの遊び場を設け、絵本とおもちゃをそろえました。",
       "おもちゃで遊べる遊び場と絵本の棚を置きました。"},
      {"翻訳タブレットを使い、外国語で手続を説明しました。",
       "外国語の手続の説明に翻訳タブレットを活用しました。",
       "翻訳タブレットを二台借り、外国語での説明に使いました。",
       "手続を外国語で説明するため、翻訳タブレットを用意しました。",
       "外国語を話す人に、翻訳タブレットで手続を説明しました。"},
      {"毎朝の朝礼で苦情の事例を共有し、対策を話し合いました。",
       "朝礼を毎朝開き、苦情の事例と対策を共有しました。",
       "苦情の事例を朝礼で読み上げ、対策を共有しました。",
       "毎朝の朝礼で、前の日の苦情と対策を共有しました。",
       "朝礼で苦情への対策を話し合い、事例を共有しました。"}};
  std::vector<MadeUpRecord> records;
  for (std::size_t practice = 0; practice < practices.size(); ++practice) {
    for (std::size_t i = 0; i < practices[practice].size(); ++i) {
      records.push_back(
          {"区" + std::to_string(i) + " 課" + std::to_string(practice), practices[practice][i]});
    }
  }
  const std::vector<std::string> others{
      "駐輪場の屋根を塗り直しました。",   "古い書庫の鍵を取り替えました。",
      "花壇にひまわりの種をまきました。", "選挙の投票所へ机を運びました。",
      "水道の検針の日程を変更しました。", "図書の返却箱を玄関へ移しました。",
      "防災倉庫の毛布を洗濯しました。",   "統計調査の調査員を募集しました。",
      "体育館の床板を磨きました。",       "道路の白線を引き直しました。"};
  for (std::size_t i = 0; i < others.size(); ++i) {
    records.push_back({"区9 係" + std::to_string(i), others[i]});
  }
  return records;
}

}  // namespace torikumi::analysis

#endif  // TESTS_ANALYSIS_PRACTICES_MADE_UP_CORPUS_H_
