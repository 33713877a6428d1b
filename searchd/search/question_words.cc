#include "searchd/search/question_words.h"

#include <algorithm>
#include <array>

namespace torikumi::searchd {

bool is_question_word(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"どんな",   "どう",     "どのように", "どうやって", "何",   "なに",   "なん",     "誰",
       "だれ",     "どこ",     "いつ",       "なぜ",       "教え", "教える", "おしえる", "知る",
       "しる",     "探す",     "調べる",     "見る",       "願い", "お願い", "願う",     "くださる",
       "いただく", "欲しい",   "ほしい",     "工夫",       "事例", "例",     "取組",     "取り組み",
       "取組み",   "取り組む", "方法",       "やり方",     "仕方", "内容",   "状況",     "場合",
       "件",       "所",       "ところ",     "他",         "ほか", "具体",   "具体的",   "関する",
       "つく",     "行う",     "やる",       "する",       "ある", "いる",   "なる",     "できる",
       "よい",     "良い",     "いい",       "ない",       "思う", "考える"});
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace torikumi::searchd
