#include "indexer/content_hash.h"

#include "corpus/error.h"
#include "corpus/record_json.h"
#include "indexer/schema.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>

namespace torikumi::indexer {
namespace {

void require(int openssl_result) {
  if (openssl_result != 1) {
    throw Error(ErrorKind::Internal, "OpenSSL cannot compute SHA-256");
  }
}

}  // namespace

struct ContentHash::Impl {
  struct ContextDeleter {
    void operator()(EVP_MD_CTX* digest) const { EVP_MD_CTX_free(digest); }
  };
  std::unique_ptr<EVP_MD_CTX, ContextDeleter> context{EVP_MD_CTX_new()};
};

ContentHash::ContentHash(const analysis::AnalyzerIdentity& identity)
    : impl_(std::make_unique<Impl>()) {
  require(EVP_DigestInit_ex(impl_->context.get(), EVP_sha256(), nullptr));
  add_part(fmt::format("{} {} {} {} {} {}", kSchemaVersion, identity.normalizer_version,
                       identity.analyzer_version, identity.dictionary_sha256,
                       identity.user_dictionary_sha256, identity.spelling_variants_sha256));
}

ContentHash::~ContentHash() = default;

void ContentHash::add(const corpus::Record& record) {
  nlohmann::ordered_json json = corpus::to_json(record);
  json.at("source").erase("file");
  add_part(json.dump());
}

void ContentHash::add_part(const std::string& text) {
  // The closing NUL of c_str() goes in, so that the bounds between parts count.
  require(EVP_DigestUpdate(impl_->context.get(), text.c_str(), text.size() + 1));
}

std::string ContentHash::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  require(EVP_DigestFinal_ex(impl_->context.get(), digest.data(), &size));
  std::string text;
  for (unsigned i = 0; i < size; ++i) {
    text += fmt::format("{:02x}", digest.at(i));
  }
  return text;
}

}  // namespace torikumi::indexer
