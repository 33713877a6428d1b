#include "analysis/analyzer.h"
#include "analysis/file_digest.h"
#include "tests/analysis/shared_lexicon.h"
#include "tests/support/test_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>

namespace torikumi::analysis {
namespace {

using torikumi::testing::TemporaryDirectory;
using torikumi::testing::write_file;

TEST(FileDigestTest, EqualsThePublishedValue) {
  const TemporaryDirectory folder;
  write_file(folder.path() / "abc", "abc");
  // FIPS 180-2, appendix B.1.
  const FileDigest digest = digest_of({folder.path() / "abc"});
  EXPECT_EQ(digest.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(digest.byte_count, 3U);
}

TEST(FileDigestTest, ThrowsForAFileThatIsNotThere) {
  EXPECT_THROW(digest_of({"/nowhere/file"}), Error);
}

TEST(LexiconTest, IdentifiesWhatItIsMadeFrom) {
  const AnalyzerIdentity& identity = shared_lexicon()->identity();
  EXPECT_EQ(identity.normalizer_version, Normalizer::kVersion);
  EXPECT_GT(identity.analyzer_version, 0);
  EXPECT_EQ(identity.dictionary_path, Lexicon::Options::defaults().dictionary.string());
  EXPECT_GT(identity.dictionary_bytes, 1'000'000U);
  EXPECT_EQ(identity.dictionary_sha256.size(), 64U);
  EXPECT_EQ(identity.user_dictionary_sha256,
            digest_of({Lexicon::Options::defaults().user_dictionary}).sha256);
  EXPECT_EQ(identity.spelling_variants_sha256,
            digest_of({Lexicon::Options::defaults().spelling_variants}).sha256);
}

TEST(LexiconTest, WorksWithoutUserDictionaryAndVariants) {
  Lexicon::Options options = Lexicon::Options::defaults();
  options.user_dictionary.clear();
  options.spelling_variants.clear();
  const auto plain = std::make_shared<const Lexicon>(options);
  EXPECT_EQ(plain->identity().user_dictionary_sha256, "");
  EXPECT_EQ(joined_surfaces(Analyzer(plain).analyze("接遇").tokens), "接|遇");
  EXPECT_EQ(plain->identity().difference_from(shared_lexicon()->identity()),
            "user dictionary (none against " +
                shared_lexicon()->identity().user_dictionary_sha256.substr(0, 12) +
                "), spelling variants (none against " +
                shared_lexicon()->identity().spelling_variants_sha256.substr(0, 12) + ")");
}

TEST(AnalyzerIdentityTest, IsCompatibleWhateverThePath) {
  const AnalyzerIdentity& mine = shared_lexicon()->identity();
  AnalyzerIdentity other = mine;
  other.dictionary_path = "/elsewhere";
  EXPECT_TRUE(mine.is_compatible_with(other));
  EXPECT_EQ(mine.difference_from(other), "");
}

TEST(AnalyzerIdentityTest, NamesWhatDiffers) {
  struct Case {
    const char* want;
    void (*change)(AnalyzerIdentity&);
  };
  const Case cases[] = {
      {"normalizer version", [](AnalyzerIdentity& id) { ++id.normalizer_version; }},
      {"analyzer version", [](AnalyzerIdentity& id) { ++id.analyzer_version; }},
      {"dictionary", [](AnalyzerIdentity& id) { id.dictionary_sha256 = "0"; }},
      {"user dictionary", [](AnalyzerIdentity& id) { id.user_dictionary_sha256 = "0"; }},
      {"spelling variants", [](AnalyzerIdentity& id) { id.spelling_variants_sha256 = "0"; }},
  };
  const AnalyzerIdentity& mine = shared_lexicon()->identity();
  for (const Case& row : cases) {
    SCOPED_TRACE(row.want);
    AnalyzerIdentity other = mine;
    row.change(other);
    EXPECT_FALSE(mine.is_compatible_with(other));
    EXPECT_THAT(mine.difference_from(other), ::testing::StartsWith(row.want));
  }
}

/// Sets an environment variable for the length of a test.
class ScopedEnvironment {
 public:
  ScopedEnvironment(const char* name, const char* value) : name_(name) { setenv(name, value, 1); }
  ~ScopedEnvironment() { unsetenv(name_); }
  ScopedEnvironment(const ScopedEnvironment&) = delete;
  ScopedEnvironment& operator=(const ScopedEnvironment&) = delete;

 private:
  const char* name_;
};

TEST(LexiconOptionsTest, TakesNoUserDictionaryOfOursWithAnotherDictionary) {
  const ScopedEnvironment dictionary("TORIKUMI_DICTIONARY", "/elsewhere/dic");
  EXPECT_EQ(Lexicon::Options::defaults().dictionary, "/elsewhere/dic");
  EXPECT_EQ(Lexicon::Options::defaults().user_dictionary, "");
  const ScopedEnvironment user_dictionary("TORIKUMI_USER_DICTIONARY", "/elsewhere/user.dic");
  EXPECT_EQ(Lexicon::Options::defaults().user_dictionary, "/elsewhere/user.dic");
}

TEST(LexiconTest, RefusesAUserDictionaryMadeForAnotherDictionary) {
  Lexicon::Options options = Lexicon::Options::defaults();
  options.dictionary = "/var/lib/mecab/dic/naist-jdic";
  if (!std::filesystem::exists(options.dictionary / "sys.dic")) {
    GTEST_SKIP() << "the Debian package mecab-naist-jdic is not installed";
  }
  try {
    const Lexicon lexicon(options);
    FAIL() << "opened a user dictionary of IPAdic over NAIST-jdic";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Incompatible);
    EXPECT_EQ(error.where, options.user_dictionary.string());
  }
}

TEST(LexiconTest, SplitsWithNaistJdicToo) {
  Lexicon::Options options = Lexicon::Options::defaults();
  options.dictionary = "/var/lib/mecab/dic/naist-jdic";
  options.user_dictionary.clear();
  if (!std::filesystem::exists(options.dictionary / "sys.dic")) {
    GTEST_SKIP() << "the Debian package mecab-naist-jdic is not installed";
  }
  Analyzer analyzer(std::make_shared<const Lexicon>(options));
  const auto tokens = analyzer.analyze("問合わせに取り組んだ").tokens;
  EXPECT_EQ(joined_surfaces(tokens), "問合わせ|に|取り組ん|だ");
  EXPECT_EQ(tokens[0].family, "問合+トイアワセ");
  EXPECT_EQ(tokens[2].family, "取組+トリクミ");
}

TEST(LexiconTest, ThrowsForAListThatIsNotThere) {
  Lexicon::Options options = Lexicon::Options::defaults();
  options.spelling_variants = "/nowhere/variants.tsv";
  try {
    const Lexicon lexicon(options);
    FAIL() << "read a list that is not there";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::NotFound);
    EXPECT_EQ(error.where, "/nowhere/variants.tsv");
  }
}

}  // namespace
}  // namespace torikumi::analysis
