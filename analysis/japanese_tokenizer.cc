#include "analysis/japanese_tokenizer.h"

#include "analysis/dictionary_feature.h"
#include "analysis/japanese_characters.h"
#include "corpus/utf8.h"

#include <mecab.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cctype>
#include <utility>

namespace torikumi::analysis {
namespace {

constexpr const char* kDictionaryHint =
    "install the Debian package mecab-ipadic-utf8, or set TORIKUMI_DICTIONARY to the folder of "
    "another UTF-8 dictionary";

/// A word that every Japanese dictionary has, to see the columns of its features.
constexpr std::string_view kCommonWord = "の";

std::unique_ptr<MeCab::Model> open_model(const std::filesystem::path& folder,
                                         const std::filesystem::path& user_dictionary) {
  // /dev/null as the resource file: what a mecabrc of the system says must not matter.
  std::vector<std::string> arguments{"mecab", "-r", "/dev/null", "-d", folder.string()};
  if (!user_dictionary.empty()) {
    arguments.insert(arguments.end(), {"-u", user_dictionary.string()});
  }
  std::vector<char*> pointers;
  pointers.reserve(arguments.size());
  for (std::string& argument : arguments) {
    pointers.push_back(argument.data());
  }
  return std::unique_ptr<MeCab::Model>(
      MeCab::createModel(static_cast<int>(pointers.size()), pointers.data()));
}

void require_files(const std::filesystem::path& folder,
                   const std::filesystem::path& user_dictionary) {
  if (!std::filesystem::is_regular_file(folder / "sys.dic")) {
    throw Error(ErrorKind::NotFound, "there is no MeCab dictionary here", folder.string(),
                kDictionaryHint);
  }
  if (!user_dictionary.empty() && !std::filesystem::is_regular_file(user_dictionary)) {
    throw Error(ErrorKind::NotFound, "the user dictionary is not there", user_dictionary.string(),
                "build or install again, or name another file");
  }
}

bool is_utf8_charset(std::string_view charset) {
  std::string letters;
  for (const char c : charset) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      letters.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    }
  }
  return letters == "utf8";
}

void require_utf8(const MeCab::Model& model) {
  for (const auto* info = model.dictionary_info(); info != nullptr; info = info->next) {
    if (!is_utf8_charset(info->charset)) {
      throw Error(ErrorKind::Incompatible,
                  std::string("the dictionary is written in ") + info->charset + ", not in UTF-8",
                  info->filename, kDictionaryHint);
    }
  }
}

bool has_letter_or_digit(std::string_view text) {
  for (const corpus::CodePoint& c : corpus::code_points(text)) {
    if (u_isalnum(static_cast<UChar32>(c.value)) != 0 || is_japanese_letter(c.value)) {
      return true;
    }
  }
  return false;
}

bool is_number(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// IPAdic calls an unknown sign 名詞,サ変接続 and an unknown Latin word an organisation: what an
/// unknown word is shows in its characters.
void classify_unknown(std::string_view surface, Morpheme& morpheme) {
  morpheme.is_in_dictionary = false;
  morpheme.is_content = true;
  morpheme.is_name = false;
  if (is_number(surface)) {
    morpheme.part_of_speech = PartOfSpeech::Number;
  } else if (has_letter_or_digit(surface)) {
    morpheme.part_of_speech = PartOfSpeech::Unknown;
  } else {
    morpheme.part_of_speech = PartOfSpeech::Symbol;
    morpheme.is_content = false;
  }
}

Morpheme morpheme_of(const MeCab::Node& node, std::size_t byte_begin, FeatureLayout layout) {
  const std::string_view surface(node.surface, node.length);
  const WordFeature feature = parse_feature(node.feature, layout);
  Morpheme morpheme;
  morpheme.byte_begin = byte_begin;
  morpheme.byte_end = byte_begin + surface.size();
  morpheme.base = feature.base.empty() ? surface : feature.base;
  morpheme.reading = feature.reading;
  morpheme.inflection = feature.inflection;
  morpheme.part_of_speech = feature.part_of_speech;
  morpheme.is_content = feature.is_content;
  morpheme.is_name = feature.is_name;
  if (node.stat == MECAB_UNK_NODE) {
    classify_unknown(surface, morpheme);
  }
  return morpheme;
}

}  // namespace

struct JapaneseDictionary::Impl {
  std::unique_ptr<MeCab::Model> model;
  FeatureLayout layout = FeatureLayout::Ipadic;
};

JapaneseDictionary::JapaneseDictionary(const std::filesystem::path& folder,
                                       const std::filesystem::path& user_dictionary)
    : impl_(std::make_unique<Impl>()) {
  require_files(folder, user_dictionary);
  impl_->model = open_model(folder, user_dictionary);
  if (impl_->model == nullptr) {
    const bool has_user_dictionary = !user_dictionary.empty();
    throw Error(ErrorKind::Incompatible,
                std::string("MeCab cannot open the dictionary: ") + MeCab::getLastError(),
                has_user_dictionary ? user_dictionary.string() : folder.string(),
                has_user_dictionary ? "compile the user dictionary with mecab-dict-index for the "
                                      "dictionary in " +
                                          folder.string()
                                    : kDictionaryHint);
  }
  require_utf8(*impl_->model);
  const std::unique_ptr<MeCab::Tagger> tagger(impl_->model->createTagger());
  const MeCab::Node* node = tagger->parseToNode(kCommonWord.data(), kCommonWord.size());
  const auto layout = layout_of(node->next->feature);
  if (!layout) {
    throw Error(ErrorKind::Incompatible,
                std::string("the dictionary's features have columns that are not known: ") +
                    node->next->feature,
                folder.string(), "use IPAdic, NAIST-jdic or UniDic");
  }
  impl_->layout = *layout;
}

JapaneseDictionary::~JapaneseDictionary() = default;

struct JapaneseTokenizer::Impl {
  FeatureLayout layout = FeatureLayout::Ipadic;
  std::unique_ptr<MeCab::Tagger> tagger;
  std::unique_ptr<MeCab::Lattice> lattice;
};

JapaneseTokenizer::JapaneseTokenizer(const JapaneseDictionary& dictionary)
    : impl_(std::make_unique<Impl>()) {
  impl_->layout = dictionary.impl_->layout;
  impl_->tagger.reset(dictionary.impl_->model->createTagger());
  impl_->lattice.reset(dictionary.impl_->model->createLattice());
}

JapaneseTokenizer::~JapaneseTokenizer() = default;
JapaneseTokenizer::JapaneseTokenizer(JapaneseTokenizer&&) noexcept = default;
JapaneseTokenizer& JapaneseTokenizer::operator=(JapaneseTokenizer&&) noexcept = default;

std::vector<Morpheme> JapaneseTokenizer::tokenize(std::string_view text) {
  // The lattice borrows the text; MECAB_ALLOCATE_SENTENCE would copy it, and leaks above 8 kB
  // (taku910/mecab issue 47). The length is given because a text may hold a NUL.
  impl_->lattice->set_sentence(text.data(), text.size());
  if (!impl_->tagger->parse(impl_->lattice.get())) {
    throw Error(ErrorKind::Internal,
                std::string("MeCab cannot split a text: ") + impl_->lattice->what());
  }
  std::vector<Morpheme> morphemes;
  for (const MeCab::Node* node = impl_->lattice->bos_node(); node != nullptr; node = node->next) {
    if (node->stat == MECAB_NOR_NODE || node->stat == MECAB_UNK_NODE) {
      // Blanks are in no node, so offsets come from the pointer and not from summed lengths.
      const auto begin = static_cast<std::size_t>(node->surface - text.data());
      morphemes.push_back(morpheme_of(*node, begin, impl_->layout));
    }
  }
  return morphemes;
}

}  // namespace torikumi::analysis
