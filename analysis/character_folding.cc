#include "analysis/character_folding.h"

#include "analysis/japanese_characters.h"
#include "analysis/old_character_forms.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace torikumi::analysis {
namespace {

struct Fold {
  std::u32string_view from;  ///< Each of these characters
  char32_t to;               ///< is read as this one.
};

constexpr std::array kSigns{
    // ‐ ‑ ‒ – — ― ⁃ − ─ ━ ˗ ➖ ﹘ ﹣ －
    Fold{U"\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2500\u2501\u02D7\u2796\uFE58\uFE63"
         U"\uFF0D",
         U'-'},
    Fold{U"\u301C\uFF5E\u223C\u3030", U'~'},  // 〜 ～ ∼ 〰
    Fold{U"\u201C\u201D\u201E\u201F\u2033\u2036\u301D\u301E\u301F\u02BA\uFF02", U'"'},
    Fold{U"\u2018\u2019\u201A\u201B\u2032\u2035\u0060\u00B4\u02B9\u02BC\uFF07\uFF40", U'\''},
    Fold{U"\u00B7\u2219\u22C5", U'・'},
    Fold{U"\u309B", 0x3099},
    Fold{U"\u309C", 0x309A},
};

// Characters of one name that different machines write differently (gaiji and old forms that forms
// and registers of a ward office carry).
constexpr std::array kVariants{
    Fold{U"髙", U'高'}, Fold{U"﨑嵜", U'崎'}, Fold{U"濵濱", U'浜'},       Fold{U"邊邉", U'辺'},
    Fold{U"齋", U'斎'}, Fold{U"齊", U'斉'},   Fold{U"澤", U'沢'},         Fold{U"櫻", U'桜'},
    Fold{U"廣", U'広'}, Fold{U"國", U'国'},   Fold{U"眞", U'真'},         Fold{U"德", U'徳'},
    Fold{U"淸", U'清'}, Fold{U"瀨", U'瀬'},   Fold{U"栁", U'柳'},         Fold{U"桒", U'桑'},
    Fold{U"圡", U'土'}, Fold{U"曻", U'昇'},   Fold{U"\U00020BB7", U'吉'},  // 𠮷
};

// PDF writers pick the lower of two code points that share a glyph, so that whole words arrive in
// radicals. NFKC maps the Kangxi block (U+2F00..) only, and six of those to an old form (⼾ becomes
// 戶, not 戸); it maps nothing of the supplement (U+2E80..). Pairs: Unicode's
// Equivalent_Unified_Ideograph, those that are whole characters in Japanese text.
constexpr std::array kRadicals{
    Fold{U"⺁", U'厂'},     Fold{U"⺄", U'乙'},       Fold{U"⺅", U'亻'},   Fold{U"⺈", U'刀'},
    Fold{U"⺊", U'卜'},     Fold{U"⺌⺍", U'小'},     Fold{U"⺒", U'巳'},   Fold{U"⺓", U'幺'},
    Fold{U"⺗", U'心'},     Fold{U"⺛", U'旡'},       Fold{U"⺜", U'日'},   Fold{U"⺝", U'月'},
    Fold{U"⺟", U'母'},     Fold{U"⺠", U'民'},       Fold{U"⺧", U'牛'},   Fold{U"⺩", U'王'},
    Fold{U"⺫", U'目'},     Fold{U"⺬", U'示'},       Fold{U"⺴", U'冗'},   Fold{U"⺶", U'羊'},
    Fold{U"⺻", U'聿'},     Fold{U"⺼", U'肉'},       Fold{U"⻁", U'虎'},   Fold{U"⻄", U'西'},
    Fold{U"⻆", U'角'},     Fold{U"⻏", U'邑'},       Fold{U"⻑", U'長'},   Fold{U"⻗", U'雨'},
    Fold{U"⻘⾭靑", U'青'}, Fold{U"⻝", U'食'},       Fold{U"⻣", U'骨'},   Fold{U"⻤", U'鬼'},
    Fold{U"⻨⿆麥", U'麦'}, Fold{U"⻩⿈黃", U'黄'},   Fold{U"⻫⿑", U'斉'}, Fold{U"⻭⿒齒", U'歯'},
    Fold{U"⻯", U'竜'},     Fold{U"⻱⻲⿔龜", U'亀'}, Fold{U"⼾戶", U'戸'}, Fold{U"⿊黑", U'黒'},
};

using FoldTable = std::unordered_map<char32_t, char32_t>;

template <std::size_t Size>
void add(FoldTable& table, const std::array<Fold, Size>& folds) {
  for (const Fold& fold : folds) {
    for (const char32_t from : fold.from) {
      table.emplace(from, fold.to);
    }
  }
}

const FoldTable& fold_table() {
  static const FoldTable kTable = [] {
    FoldTable table;
    add(table, kSigns);
    add(table, kVariants);
    add(table, kRadicals);
    for (const OldCharacterForm& form : old_character_forms()) {
      table.emplace(form.old_form, form.modern_form);
    }
    return table;
  }();
  return kTable;
}

bool is_line_end(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_blank(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  return u_isUWhiteSpace(code) != 0 || u_charType(code) == U_CONTROL_CHAR;
}

/// A row of list signs with rising numbers.
struct ListSigns {
  char32_t first;
  char32_t last;
  int first_number;
};

constexpr std::array kListSigns{
    ListSigns{0x2460, 0x2473, 1},   // ①..⑳
    ListSigns{0x2474, 0x2487, 1},   // ⑴..⒇
    ListSigns{0x2488, 0x249B, 1},   // ⒈..⒛
    ListSigns{0x24EA, 0x24EA, 0},   // ⓪
    ListSigns{0x24EB, 0x24F4, 11},  // ⓫..⓴
    ListSigns{0x24F5, 0x24FE, 1},   // ⓵..⓾
    ListSigns{0x24FF, 0x24FF, 0},   // ⓿
    ListSigns{0x2776, 0x277F, 1},   // ❶..❿
    ListSigns{0x2780, 0x2789, 1},   // ➀..➉
    ListSigns{0x278A, 0x2793, 1},   // ➊..➓
    ListSigns{0x3251, 0x325F, 21},  // ㉑..㉟
    ListSigns{0x32B1, 0x32BF, 36},  // ㊱..㊿
};

}  // namespace

char32_t folded_character(char32_t c) {
  const bool is_plain = (c > 0x20 && c < 0x7F && c != U'`') || is_kana(c);
  if (is_plain) {
    return c;
  }
  if (const auto fold = fold_table().find(c); fold != fold_table().end()) {
    return fold->second;
  }
  if (is_kanji(c)) {
    return c;
  }
  if (is_line_end(c)) {
    return U'\n';
  }
  return is_blank(c) ? U' ' : c;
}

std::optional<int> list_number(char32_t c) {
  const auto* const row =
      std::find_if(kListSigns.begin(), kListSigns.end(),
                   [c](const auto& signs) { return c >= signs.first && c <= signs.last; });
  if (row == kListSigns.end()) {
    return std::nullopt;
  }
  return row->first_number + static_cast<int>(c - row->first);
}

}  // namespace torikumi::analysis
