#include "analysis/dictionary_feature.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace torikumi::analysis {
namespace {

constexpr std::size_t kMaxColumns = 32;

/// The columns of a feature. Values with commas are quoted; those are signs, whose columns nobody
/// reads, so quotes are not looked at.
class Columns {
 public:
  explicit Columns(std::string_view feature) {
    while (count_ < kMaxColumns) {
      const std::size_t comma = feature.find(',');
      columns_[count_++] = feature.substr(0, comma);
      if (comma == std::string_view::npos) {
        break;
      }
      feature.remove_prefix(comma + 1);
    }
  }

  [[nodiscard]] std::size_t count() const { return count_; }

  /// Empty beyond the last one and for "*".
  [[nodiscard]] std::string_view operator[](std::size_t column) const {
    const std::string_view value = column < count_ ? columns_[column] : std::string_view();
    return value == "*" ? std::string_view() : value;
  }

 private:
  std::array<std::string_view, kMaxColumns> columns_;
  std::size_t count_ = 0;
};

/// The first row whose texts equal the first columns (an empty text equals any) decides.
struct PartOfSpeechRow {
  std::array<std::string_view, 3> columns;
  PartOfSpeech part_of_speech;
  bool is_content;
};

// Content is what a reader would put into a search box. Suffixes such as 化, 課, 書 are; those that
// only bend a word (的, さ, さん, 件) are not.
constexpr std::array kIpadicRows{
    PartOfSpeechRow{{"名詞", "数", ""}, PartOfSpeech::Number, true},
    PartOfSpeechRow{{"名詞", "非自立", ""}, PartOfSpeech::Functional, false},
    PartOfSpeechRow{{"名詞", "代名詞", ""}, PartOfSpeech::Functional, false},
    PartOfSpeechRow{{"名詞", "特殊", ""}, PartOfSpeech::Functional, false},
    PartOfSpeechRow{{"名詞", "接続詞的", ""}, PartOfSpeech::Functional, false},
    PartOfSpeechRow{{"名詞", "動詞非自立的", ""}, PartOfSpeech::Functional, false},
    PartOfSpeechRow{{"名詞", "接尾", "一般"}, PartOfSpeech::Noun, true},
    PartOfSpeechRow{{"名詞", "接尾", "サ変接続"}, PartOfSpeech::Noun, true},
    PartOfSpeechRow{{"名詞", "接尾", "地域"}, PartOfSpeech::Noun, true},
    PartOfSpeechRow{{"名詞", "接尾", "助動詞語幹"}, PartOfSpeech::Functional, false},
    PartOfSpeechRow{{"名詞", "接尾", ""}, PartOfSpeech::Noun, false},
    PartOfSpeechRow{{"名詞", "", ""}, PartOfSpeech::Noun, true},
    PartOfSpeechRow{{"動詞", "自立", ""}, PartOfSpeech::Verb, true},
    PartOfSpeechRow{{"動詞", "", ""}, PartOfSpeech::Functional, false},
    PartOfSpeechRow{{"形容詞", "自立", ""}, PartOfSpeech::Adjective, true},
    PartOfSpeechRow{{"形容詞", "", ""}, PartOfSpeech::Functional, false},
    PartOfSpeechRow{{"副詞", "", ""}, PartOfSpeech::Adverb, false},
    PartOfSpeechRow{{"接頭詞", "", ""}, PartOfSpeech::Prefix, false},
    PartOfSpeechRow{{"記号", "アルファベット", ""}, PartOfSpeech::Noun, true},
    PartOfSpeechRow{{"記号", "", ""}, PartOfSpeech::Symbol, false},
    PartOfSpeechRow{{"", "", ""}, PartOfSpeech::Functional, false},
};

constexpr std::array kUnidicRows{
    PartOfSpeechRow{{"名詞", "数詞", ""}, PartOfSpeech::Number, true},
    PartOfSpeechRow{{"名詞", "助動詞語幹", ""}, PartOfSpeech::Functional, false},
    PartOfSpeechRow{{"名詞", "", ""}, PartOfSpeech::Noun, true},
    PartOfSpeechRow{{"形状詞", "助動詞語幹", ""}, PartOfSpeech::Functional, false},
    PartOfSpeechRow{{"形状詞", "", ""}, PartOfSpeech::Noun, true},
    PartOfSpeechRow{{"接尾辞", "名詞的", "一般"}, PartOfSpeech::Noun, true},
    PartOfSpeechRow{{"接尾辞", "名詞的", "サ変可能"}, PartOfSpeech::Noun, true},
    PartOfSpeechRow{{"接尾辞", "", ""}, PartOfSpeech::Noun, false},
    PartOfSpeechRow{{"動詞", "", ""}, PartOfSpeech::Verb, true},
    PartOfSpeechRow{{"形容詞", "", ""}, PartOfSpeech::Adjective, true},
    PartOfSpeechRow{{"副詞", "", ""}, PartOfSpeech::Adverb, false},
    PartOfSpeechRow{{"接頭辞", "", ""}, PartOfSpeech::Prefix, false},
    PartOfSpeechRow{{"記号", "文字", ""}, PartOfSpeech::Noun, true},
    PartOfSpeechRow{{"記号", "", ""}, PartOfSpeech::Symbol, false},
    PartOfSpeechRow{{"補助記号", "", ""}, PartOfSpeech::Symbol, false},
    PartOfSpeechRow{{"空白", "", ""}, PartOfSpeech::Symbol, false},
    PartOfSpeechRow{{"", "", ""}, PartOfSpeech::Functional, false},
};

// Verbs and suffixes that stand in nearly every sentence and say nothing alone.
constexpr std::array<std::string_view, 17> kEmptyWords{
    "する", "為る",   "ある",   "有る",   "いる", "居る", "おる", "なる", "成る",
    "行う", "行なう", "できる", "出来る", "等",   "達",   "以上", "以下"};

template <std::size_t Size>
const PartOfSpeechRow& row_of(const std::array<PartOfSpeechRow, Size>& rows,
                              const Columns& columns) {
  return *std::find_if(rows.begin(), rows.end() - 1, [&](const PartOfSpeechRow& row) {
    for (std::size_t i = 0; i < row.columns.size(); ++i) {
      if (!row.columns[i].empty() && row.columns[i] != columns[i]) {
        return false;
      }
    }
    return true;
  });
}

}  // namespace

std::optional<FeatureLayout> layout_of(std::string_view feature) {
  const std::size_t count = Columns(feature).count();
  if (count >= 9 && count <= 12) {  // NAIST-jdic adds two columns to the nine of IPAdic.
    return FeatureLayout::Ipadic;
  }
  if (count == 26) {
    return FeatureLayout::Unidic2;
  }
  return count >= 29 ? std::optional(FeatureLayout::Unidic3) : std::nullopt;
}

WordFeature parse_feature(std::string_view feature, FeatureLayout layout) {
  const Columns columns(feature);
  const bool is_ipadic = layout == FeatureLayout::Ipadic;
  const PartOfSpeechRow& row =
      is_ipadic ? row_of(kIpadicRows, columns) : row_of(kUnidicRows, columns);
  WordFeature word;
  word.part_of_speech = row.part_of_speech;
  word.inflection = columns[4];
  word.is_name = columns[1] == "固有名詞" &&
                 (columns[2] == "人名" || columns[2] == "地域" || columns[2] == "地名");
  if (is_ipadic) {
    word.base = columns[6];
    word.reading = columns[7];
  } else {
    word.base = columns[10];  // orthBase: the dictionary form as written here, not the lemma.
    word.reading = columns[layout == FeatureLayout::Unidic2 ? 17 : 20];  // kana
  }
  word.is_content = row.is_content && std::find(kEmptyWords.begin(), kEmptyWords.end(),
                                                word.base) == kEmptyWords.end();
  return word;
}

}  // namespace torikumi::analysis
