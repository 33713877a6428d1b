#include "analysis/result_outcome.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <vector>

// The words below were collected from the real reports (80 initiatives, 63 examples) and from how
// offices write when a plan was not carried out; bench/practices/judged/outcomes.tsv has what a
// reader takes the real results to say.

namespace torikumi::analysis {
namespace {

using Words = std::vector<std::string_view>;

/// What one sentence says, the weakest first: of several sentences with the same sign the first is
/// shown.
enum class Said { Nothing, Done, PartlyDone, Tried, ToCome, NotDone };

bool contains_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

bool ends_with_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.ends_with(word); });
}

const Words& not_done_words() {
  static const Words kWords{"できませんでした",
                            "出来ませんでした",
                            "できなかった",
                            "出来なかった",
                            "できておりません",
                            "できていません",
                            "至りませんでした",
                            "至らなかった",
                            "至らず",
                            "至っておりません",
                            "至っていません",
                            "未実施",
                            "未達",
                            "中止し",
                            "中止とな",
                            "中止にな",
                            "中止いた",
                            "延期し",
                            "延期とな",
                            "延期にな",
                            "延期いた",
                            "見送り",
                            "見送っ",
                            "断念",
                            "実施しませんでした",
                            "行いませんでした",
                            "実施しなかった",
                            "達成していません"};
  return kWords;
}

/// With what a sentence about the future ends, or one about thoughts.
const Words& to_come_endings() {
  static const Words kWords{
      "検討しました",       "検討した",   "検討を行いました",   "検討しています",
      "検討しております",   "検討中",     "検討中です",         "検討を進めています",
      "予定です",           "予定",       "予定しています",     "予定しております",
      "予定となっています", "課題です",   "課題となっています", "課題があります",
      "課題が残りました",   "調整中です", "準備中です",         "見込みです",
      "目指します",         "いきます",   "まいります",         "参ります"};
  return kWords;
}

const Words& effort_endings() {
  static const Words kWords{"努めました",       "努めた",         "努めています", "努めております",
                            "心がけました",     "心掛けました",   "心がけた",     "心掛けた",
                            "心がけています",   "心掛けています", "図りました",   "図った",
                            "取り組みました",   "取組みました",   "取り組んだ",   "目指しました",
                            "取り組んでいます", "図っています"};
  return kWords;
}

/// Deeds that a sentence of effort may name: 用語解説欄を設置し、…努めました is done.
const Words& deeds() {
  static const Words kWords{"実施",   "設置",   "作成",   "導入",   "配布",   "配置",   "配信",
                            "開設",   "開催",   "改善",   "改修",   "改訂",   "更新",   "増設",
                            "整備",   "掲示",   "掲載",   "発行",   "発信",   "策定",   "見直",
                            "受講",   "参加",   "周知",   "共有",   "整理",   "消毒",   "点検",
                            "清掃",   "説明し", "案内し", "確認し", "対応し", "行い",   "行う",
                            "行な",   "活用",   "連携し", "管理し", "徹底し", "再確認", "実現",
                            "提供し", "回答し", "提供や", "努力し"};
  return kWords;
}

const Words& done_endings() {
  static const Words kWords{"ました",   "した",       "きた",   "れた",     "った",
                            "ています", "ております", "ている", "できます", "出来ます"};
  return kWords;
}

/// Nouns with which a sentence may end instead of a verb (体言止め).
const Words& closing_nouns() {
  static const Words kWords{"実施", "設置", "作成", "導入", "配布", "配置", "配信",   "開設",
                            "開催", "改善", "改修", "改訂", "更新", "増設", "整備",   "掲示",
                            "掲載", "発行", "策定", "達成", "完了", "終了", "実施済", "済み"};
  return kWords;
}

const Words& partly_words() {
  static const Words kWords{"一部実施", "一部のみ", "一部達成", "一部を除",
                            "おおむね", "概ね",     "ほぼ達成"};
  return kWords;
}

constexpr std::string_view kComma = "、";

/// [begin, end) of one sentence without its closing sign and the marks around it.
struct Sentence {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool take_back(std::string_view text, Sentence& sentence, const Words& marks) {
  for (const std::string_view mark : marks) {
    if (text.substr(sentence.begin, sentence.end - sentence.begin).ends_with(mark)) {
      sentence.end -= mark.size();
      return true;
    }
  }
  return false;
}

void trim(std::string_view text, Sentence& sentence) {
  static const Words kMarks{"。", "．", "！", "!", " ", "　", "」", "\r"};
  while (take_back(text, sentence, kMarks)) {
  }
  // A remark behind the predicate: 開設しました。(区役所4階) has none left, 設置(2台) has.
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    const std::string_view inside = text.substr(sentence.begin, sentence.end - sentence.begin);
    const std::size_t at = inside.rfind(open);
    if (inside.ends_with(close) && at != std::string_view::npos && at > 0) {
      sentence.end = sentence.begin + at;
    }
  }
}

std::vector<Sentence> sentences_of(std::string_view text) {
  static const Words kEnds{"。", "．", "\n", "！"};
  std::vector<Sentence> sentences;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    Sentence sentence{begin, end};
    trim(text, sentence);
    if (sentence.end > sentence.begin) {
      sentences.push_back(sentence);
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto mark = std::find_if(kEnds.begin(), kEnds.end(), [&](std::string_view sign) {
      return text.substr(at).starts_with(sign);
    });
    if (mark == kEnds.end()) {
      ++at;
      continue;
    }
    close(at);
    at += mark->size();
    begin = at;
  }
  close(text.size());
  return sentences;
}

std::vector<std::string_view> clauses_of(std::string_view sentence) {
  std::vector<std::string_view> clauses;
  while (true) {
    const std::size_t comma = sentence.find(kComma);
    clauses.push_back(sentence.substr(0, comma));
    if (comma == std::string_view::npos) {
      return clauses;
    }
    sentence.remove_prefix(comma + kComma.size());
  }
}

/// …できませんでしたが: the writer grants it, whatever follows.
bool concedes(std::string_view clause) {
  static const Words kConcessions{"が", "ものの", "けれども", "一方"};
  // 声が大きくなってしまう場面はみられますが: てしまう is said of what one regrets.
  static const Words kRegrets{"てしま", "でしま", "不十分", "課題"};
  return ends_with_any(clause, kConcessions) &&
         (contains_any(clause, not_done_words()) || contains_any(clause, kRegrets));
}

Said predicate_of(std::string_view clause, std::string_view sentence) {
  if (contains_any(clause, not_done_words())) {
    return Said::NotDone;
  }
  if (ends_with_any(clause, effort_endings())) {
    return contains_any(sentence, deeds()) ? Said::Done : Said::Tried;
  }
  if (ends_with_any(clause, to_come_endings())) {
    return Said::ToCome;
  }
  if (ends_with_any(clause, done_endings()) || ends_with_any(clause, closing_nouns())) {
    return contains_any(clause, partly_words()) ? Said::PartlyDone : Said::Done;
  }
  return Said::Nothing;
}

/// The first sentences that say each thing.
class Sayings {
 public:
  void add(Said said, ByteRange sentence) {
    std::optional<ByteRange>& first = firsts_.at(static_cast<std::size_t>(said));
    if (!first) {
      first = sentence;
    }
  }
  [[nodiscard]] const std::optional<ByteRange>& first(Said said) const {
    return firsts_.at(static_cast<std::size_t>(said));
  }

 private:
  std::array<std::optional<ByteRange>, 6> firsts_;  // By Said.
};

OutcomeFinding finding_of(const Sayings& said) {
  if (said.first(Said::NotDone)) {
    const bool is_mixed =
        said.first(Said::Done) || said.first(Said::PartlyDone) || said.first(Said::Tried);
    return {is_mixed ? ResultOutcome::Partly : ResultOutcome::NotAchieved,
            said.first(Said::NotDone)};
  }
  if (said.first(Said::PartlyDone)) {
    return {ResultOutcome::Partly, said.first(Said::PartlyDone)};
  }
  if (said.first(Said::Done)) {
    return {ResultOutcome::Achieved, said.first(Said::Done)};
  }
  if (said.first(Said::Tried)) {
    return {ResultOutcome::Partly, said.first(Said::Tried)};
  }
  if (said.first(Said::ToCome)) {
    return {ResultOutcome::NotAchieved, said.first(Said::ToCome)};
  }
  return {};
}

}  // namespace

std::string_view name_of(ResultOutcome outcome) {
  switch (outcome) {
    case ResultOutcome::Unknown:
      return "unknown";
    case ResultOutcome::NotAchieved:
      return "not_achieved";
    case ResultOutcome::Partly:
      return "partly";
    case ResultOutcome::Achieved:
      return "achieved";
  }
  return "unknown";
}

OutcomeFinding outcome_of(std::string_view result, corpus::ResultStatus status) {
  if (status != corpus::ResultStatus::Reported) {
    return {};
  }
  Sayings said;
  for (const Sentence& sentence : sentences_of(result)) {
    const ByteRange range{sentence.begin, sentence.end};
    const std::string_view text = result.substr(range.begin, range.end - range.begin);
    const std::vector<std::string_view> clauses = clauses_of(text);
    if (std::any_of(clauses.begin(), std::prev(clauses.end()), concedes)) {
      said.add(Said::NotDone, range);
    }
    said.add(predicate_of(clauses.back(), text), range);
  }
  return finding_of(said);
}

}  // namespace torikumi::analysis
