#include "analysis/analyzer.h"
#include "analysis/file_digest.h"
#include "analysis/lexicon_parts.h"
#include "analysis/normalizer.h"
#include "corpus/data_directory.h"

#include <fmt/format.h>

#include <cstdlib>
#include <string_view>
#include <utility>

namespace torikumi::analysis {
namespace {

/// Raised with every change to families, joining, units, positions or the cutting of long runs.
constexpr int kAnalyzerVersion = 3;

constexpr const char* kDefaultDictionary = "/var/lib/mecab/dic/ipadic-utf8";

/// The files of a dictionary that decide how text is split.
std::vector<std::filesystem::path> files_of(const std::filesystem::path& dictionary) {
  std::vector<std::filesystem::path> files;
  for (const char* name : {"sys.dic", "matrix.bin", "unk.dic", "char.bin"}) {
    files.push_back(dictionary / name);
  }
  return files;
}

AnalyzerIdentity identity_of(const Lexicon::Options& options) {
  const FileDigest dictionary = digest_of(files_of(options.dictionary));
  AnalyzerIdentity identity;
  identity.normalizer_version = Normalizer::kVersion;
  identity.analyzer_version = kAnalyzerVersion;
  identity.dictionary_path = options.dictionary.string();
  identity.dictionary_bytes = dictionary.byte_count;
  identity.dictionary_sha256 = dictionary.sha256;
  if (!options.user_dictionary.empty()) {
    identity.user_dictionary_sha256 = digest_of({options.user_dictionary}).sha256;
  }
  if (!options.spelling_variants.empty()) {
    identity.spelling_variants_sha256 = digest_of({options.spelling_variants}).sha256;
  }
  return identity;
}

const char* environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : nullptr;
}

}  // namespace

Lexicon::Options Lexicon::Options::defaults() {
  const std::filesystem::path data = data_directory();
  Options options;
  options.dictionary = kDefaultDictionary;
  options.user_dictionary = data / "user.dic";
  options.spelling_variants = data / "spelling_variants.tsv";
  if (const char* dictionary = environment("TORIKUMI_DICTIONARY")) {
    options.dictionary = dictionary;
    // Ours is compiled for IPAdic; another dictionary needs its own, or none.
    const char* user_dictionary = environment("TORIKUMI_USER_DICTIONARY");
    options.user_dictionary = user_dictionary != nullptr ? user_dictionary : "";
  }
  return options;
}

Lexicon::Lexicon(const Options& options)
    : impl_(new Impl{.dictionary = {options.dictionary, options.user_dictionary},
                     .variants = options.spelling_variants.empty()
                                     ? SpellingVariants()
                                     : SpellingVariants::load(options.spelling_variants),
                     .identity = identity_of(options)}) {}

Lexicon::~Lexicon() = default;

const AnalyzerIdentity& Lexicon::identity() const {
  return impl_->identity;
}

bool AnalyzerIdentity::is_compatible_with(const AnalyzerIdentity& other) const {
  return difference_from(other).empty();
}

std::string AnalyzerIdentity::difference_from(const AnalyzerIdentity& other) const {
  std::string differences;
  const auto compare = [&differences](std::string_view what, const auto& mine, const auto& theirs) {
    if (mine != theirs) {
      const auto text = [](const auto& value) {
        const std::string whole = fmt::format("{}", value);
        return whole.empty() ? std::string("none") : whole.substr(0, 12);
      };
      differences += fmt::format("{}{} ({} against {})", differences.empty() ? "" : ", ", what,
                                 text(mine), text(theirs));
    }
  };
  compare("normalizer version", normalizer_version, other.normalizer_version);
  compare("analyzer version", analyzer_version, other.analyzer_version);
  compare("dictionary", dictionary_sha256, other.dictionary_sha256);
  compare("user dictionary", user_dictionary_sha256, other.user_dictionary_sha256);
  compare("spelling variants", spelling_variants_sha256, other.spelling_variants_sha256);
  return differences;
}

}  // namespace torikumi::analysis
