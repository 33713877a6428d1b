// A run of nouns is cut at numbers and names first; of what is left, every part that can begin and
// end a term is a candidate. Which of them are terms shows only over all records: c_values.

#include "analysis/term_extraction.h"

#include "analysis/japanese_characters.h"
#include "analysis/utf8_encoding.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace torikumi::analysis {
namespace {

/// Inner parts of a run are no longer than this: beyond it they only repeat the run.
constexpr std::size_t kMaxInnerWords = 4;
constexpr std::size_t kMaxPlainHiragana = 2;
constexpr std::size_t kMaxWordCharacters = 30;

/// Counters of more than one character; one character behind a number is always a counter.
constexpr std::array<std::string_view, 14> kCounters{"年度", "年間", "か月", "ヶ月", "ヵ月",
                                                     "カ月", "時間", "箇所", "か所", "ヶ所",
                                                     "カ所", "種類", "項目", "回目"};

/// What follows the name of a place and belongs to it.
constexpr std::array<std::string_view, 9> kPlaceSuffixes{"区", "市", "町", "村", "県",
                                                         "都", "府", "駅", "線"};

// Words that a report of goals and results is made of: seen among the most frequent nouns of the
// real reports, and found to tell nothing about what is done.
constexpr std::array<std::string_view, 111> kGenreWords{
    "取組",   "取り組み", "目標",     "目的",         "実施",         "結果",   "成果",   "達成",
    "達成度", "推進",     "推進等",   "向上",         "充実",         "強化",   "徹底",   "検討",
    "活用",   "整備",     "提供",     "確認",         "改善",         "努力",   "継続",   "具体",
    "予定",   "内容",     "状況",     "場合",         "必要",         "適切",   "適正",   "円滑",
    "効果",   "効率",     "確実",     "迅速",         "丁寧",         "親切",   "正確",   "積極",
    "可能",   "重要",     "十分",     "今後",         "日頃",         "随時",   "適宜",   "毎月",
    "毎年",   "毎日",     "今年度",   "次年度",       "昨年度",       "前年度", "来年度", "年度",
    "令和",   "平成",     "昭和",     "全体",         "一部",         "各種",   "関係",   "対象",
    "方法",   "機会",     "意識",     "課題",         "問題",         "事業",   "業務",   "事務",
    "職員",   "職場",     "担当",     "担当者",       "課内",         "係内",   "所内",   "区役所",
    "市役所", "役所",     "市民",     "区民",         "区民等",       "住民",   "来庁者", "利用者",
    "行政",   "省略",     "記載",     "対応",         "的確",         "様々",   "方々",   "同士",
    "部署",   "速やか",   "各自",     "日常",         "通常",         "要件",   "皆様",   "づくり",
    "向け",   "アップ",   "サービス", "区民サービス", "市民サービス", "実現",   "お客様"};

bool is_in(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_term_character(char32_t c) {
  return is_japanese_letter(c) || c == U'-' || u_isalnum(static_cast<UChar32>(c)) != 0;
}

/// A noun of a run, with what decides where terms begin and end.
struct RunWord {
  const Token* token = nullptr;
  std::size_t character_count = 0;
  bool is_hiragana_only = false;
};

bool is_noun(const Token& token) {
  return token.part_of_speech == PartOfSpeech::Noun ||
         token.part_of_speech == PartOfSpeech::Unknown ||
         token.part_of_speech == PartOfSpeech::Prefix;
}

bool are_neighbours(const Token& left, const Token& right) {
  return right.position == left.position + 1 && right.source.begin == left.source.end;
}

bool may_begin(const RunWord& word) {
  const bool is_prefix = word.token->part_of_speech == PartOfSpeech::Prefix;
  return is_prefix || (word.token->is_content && word.character_count > 1);
}

/// 化対応 begins with what belongs to the word before it; 声かけ, at the beginning of a run, does
/// not.
bool may_begin_run(const RunWord& word) {
  return word.token->is_content || word.token->part_of_speech == PartOfSpeech::Prefix;
}

bool may_end(const RunWord& word) {
  return word.token->is_content && word.token->part_of_speech != PartOfSpeech::Prefix;
}

bool may_stand_alone(const RunWord& word) {
  return may_end(word) && word.character_count > 1 &&
         !(word.is_hiragana_only && word.character_count <= kMaxPlainHiragana) &&
         !is_genre_word(word.token->surface);
}

/// Cuts tokens into runs and hands on their candidates.
class CandidateCollector {
 public:
  std::vector<std::vector<std::string>> collect(const std::vector<Token>& tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (!run_.empty() && !are_neighbours(tokens[at - 1], tokens[at])) {
        end_run();
      }
      if (!take(tokens, at)) {
        end_run();
      }
    }
    end_run();
    return std::move(candidates_);
  }

 private:
  /// Adds the token to the run; false if it ends it.
  bool take(const std::vector<Token>& tokens, std::size_t at) {
    const Token& token = tokens[at];
    const std::u32string surface = to_code_points(token.surface);
    const bool follows = at > 0 && run_.empty() && are_neighbours(tokens[at - 1], token);
    const bool is_writable = !surface.empty() && surface.size() <= kMaxWordCharacters &&
                             std::all_of(surface.begin(), surface.end(), is_term_character);
    if (!is_noun(token) || !is_writable || token.is_name) {
      return false;
    }
    if (follows && tokens[at - 1].part_of_speech == PartOfSpeech::Number &&
        (surface.size() == 1 || is_in(kCounters, token.surface))) {
      return false;
    }
    if (follows && tokens[at - 1].is_name && is_in(kPlaceSuffixes, token.surface)) {
      return false;
    }
    run_.push_back(
        {&token, surface.size(), std::all_of(surface.begin(), surface.end(), is_hiragana)});
    return true;
  }

  void end_run() {
    for (std::size_t begin = 0; begin < run_.size(); ++begin) {
      const bool can_begin = begin == 0 ? may_begin_run(run_[begin]) : may_begin(run_[begin]);
      if (!can_begin) {
        continue;
      }
      for (std::size_t end = begin + 1; end <= run_.size(); ++end) {
        add(begin, end);
      }
    }
    run_.clear();
  }

  void add(std::size_t begin, std::size_t end) {
    const std::size_t count = end - begin;
    const bool is_whole = begin == 0 && end == run_.size();
    if (count > (is_whole ? kMaxTermWords : kMaxInnerWords) || !may_end(run_[end - 1]) ||
        (count == 1 && !may_stand_alone(run_[begin]))) {
      return;
    }
    const auto first = run_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = run_.begin() + static_cast<std::ptrdiff_t>(end);
    const bool says_something = std::any_of(first, last, [](const RunWord& word) {
      return word.character_count > 1 && !is_genre_word(word.token->surface);
    });
    if (!says_something) {
      return;
    }
    std::vector<std::string>& words = candidates_.emplace_back();
    std::for_each(first, last,
                  [&words](const RunWord& word) { words.push_back(word.token->surface); });
  }

  std::vector<RunWord> run_;
  std::vector<std::vector<std::string>> candidates_;
};

/// The words of a candidate from `begin` to `end` as one key.
std::string key_of(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string key;
  for (std::size_t at = begin; at < end; ++at) {
    key.append(words[at]).push_back(' ');
  }
  return key;
}

}  // namespace

std::vector<std::vector<std::string>> term_candidates(const std::vector<Token>& tokens) {
  return CandidateCollector().collect(tokens);
}

bool is_genre_word(std::string_view word) {
  return is_in(kGenreWords, word);
}

std::vector<double> c_values(const std::vector<TermFrequency>& candidates) {
  struct Nesting {
    double records = 0;  // Sum over the longer candidates.
    double count = 0;
  };
  std::unordered_map<std::string, Nesting> nesting;
  for (const TermFrequency& candidate : candidates) {
    nesting.emplace(key_of(candidate.words, 0, candidate.words.size()), Nesting{});
  }
  for (const TermFrequency& longer : candidates) {
    const std::size_t size = longer.words.size();
    for (std::size_t begin = 0; begin < size; ++begin) {
      for (std::size_t end = begin + 1; end <= size; ++end) {
        const auto inner = nesting.find(key_of(longer.words, begin, end));
        if (end - begin < size && inner != nesting.end()) {
          inner->second.records += longer.records;
          inner->second.count += 1;
        }
      }
    }
  }
  std::vector<double> values;
  values.reserve(candidates.size());
  for (const TermFrequency& candidate : candidates) {
    const Nesting& outer = nesting.at(key_of(candidate.words, 0, candidate.words.size()));
    const double nested = outer.count == 0 ? 0.0 : outer.records / outer.count;
    values.push_back(std::log2(static_cast<double>(candidate.words.size()) + 1) *
                     (candidate.records - nested));
  }
  return values;
}

}  // namespace torikumi::analysis
