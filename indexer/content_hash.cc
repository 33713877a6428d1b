#include "indexer/content_hash.h"

#include <array>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "indexer/schema.h"

namespace torikumi::indexer {

struct ContentHash::Impl {
  struct ContextDeleter {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, ContextDeleter> context{EVP_MD_CTX_new()};
};

ContentHash::ContentHash(const analysis::AnalyzerIdentity& identity)
    : impl_(std::make_unique<Impl>()) {
  EVP_DigestInit_ex(impl_->context.get(), EVP_sha256(), nullptr);
  add(fmt::format("{} {} {} {} {} {}", kSchemaVersion, identity.normalizer_version,
                  identity.analyzer_version, identity.dictionary_sha256,
                  identity.user_dictionary_sha256, identity.spelling_variants_sha256));
}

ContentHash::~ContentHash() = default;

void ContentHash::add(const std::string& data) {
  // The closing NUL of c_str() goes in, so that the bounds between documents count.
  EVP_DigestUpdate(impl_->context.get(), data.c_str(), data.size() + 1);
}

std::string ContentHash::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_DigestFinal_ex(impl_->context.get(), digest.data(), &size);
  std::string text;
  for (unsigned i = 0; i < size; ++i) {
    text += fmt::format("{:02x}", digest.at(i));
  }
  return text;
}

}  // namespace torikumi::indexer
