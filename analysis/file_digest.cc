#include "analysis/file_digest.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <cstddef>
#include <fstream>
#include <memory>

namespace torikumi::analysis {
namespace {

constexpr std::size_t kBlockBytes = 1U << 16U;

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

void require(int openssl_result) {
  if (openssl_result != 1) {
    throw Error(ErrorKind::Internal, "OpenSSL cannot compute SHA-256");
  }
}

std::uint64_t add_file(EVP_MD_CTX* context, const std::filesystem::path& file) {
  std::ifstream input(file, std::ios::binary);
  std::vector<char> block(kBlockBytes);
  std::uint64_t byte_count = 0;
  while (input) {
    input.read(block.data(), static_cast<std::streamsize>(block.size()));
    const auto count = static_cast<std::size_t>(input.gcount());
    require(EVP_DigestUpdate(context, block.data(), count));
    byte_count += count;
  }
  if (!input.eof()) {
    throw Error(ErrorKind::Unreadable, "the file cannot be read", file.string());
  }
  return byte_count;
}

}  // namespace

FileDigest digest_of(const std::vector<std::filesystem::path>& files) {
  const Context context(EVP_MD_CTX_new());
  require(EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr));
  FileDigest digest;
  for (const std::filesystem::path& file : files) {
    digest.byte_count += add_file(context.get(), file);
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned int size = 0;
  require(EVP_DigestFinal_ex(context.get(), bytes.data(), &size));
  for (unsigned int i = 0; i < size; ++i) {
    digest.sha256 += fmt::format("{:02x}", bytes[i]);
  }
  return digest;
}

}  // namespace torikumi::analysis
