#ifndef ANALYSIS_DICTIONARY_FEATURE_H_
#define ANALYSIS_DICTIONARY_FEATURE_H_

// What a MeCab dictionary says of a word, read from its comma-separated feature.

#include "analysis/token.h"

#include <optional>
#include <string>
#include <string_view>

namespace torikumi::analysis {

/// The columns of a dictionary's features.
enum class FeatureLayout {
  Ipadic,   ///< IPAdic and NAIST-jdic: base form, reading, pronunciation in columns 7 to 9.
  Unidic2,  ///< UniDic 2.1 (26 columns).
  Unidic3,  ///< UniDic 2.3 and 3 (29 columns or more).
};

/// The layout with this feature of a word in the dictionary (not of an unknown one); nothing if it
/// is none of ours.
std::optional<FeatureLayout> layout_of(std::string_view feature);

/// A word as the dictionary has it. Texts borrow from the feature.
struct WordFeature {
  PartOfSpeech part_of_speech = PartOfSpeech::Noun;
  bool is_content = true;
  bool is_name = false;      ///< 固有名詞 of a person or place.
  std::string_view base;     ///< Dictionary form; empty if the dictionary has none.
  std::string_view reading;  ///< Of the form that was met, in katakana; may be empty.
  std::string_view inflection;  ///< 活用型 (五段・マ行, 一段); empty for words without inflection.
};

/// Never fails: columns that are missing (unknown words have fewer) are empty.
WordFeature parse_feature(std::string_view feature, FeatureLayout layout);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_DICTIONARY_FEATURE_H_
