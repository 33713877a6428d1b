#include "corpus/record_id.h"

#include <fmt/format.h>
#include <openssl/sha.h>

#include <array>

namespace torikumi::corpus {
namespace {

// The first 8 hexadecimal digits of the SHA-256 of `text`.
std::string short_hash(std::string_view text) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  const std::string bytes(text);
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  return fmt::format("{:02x}{:02x}{:02x}{:02x}", digest[0], digest[1], digest[2], digest[3]);
}

}  // namespace

std::string initiative_id(const Report& report, const Department& department,
                          std::optional<int> number) {
  return fmt::format("{}-{}-i-{}-{}", report.ward.code, report.fiscal_year,
                     short_hash(department.name), number.value_or(0));
}

std::string standard_id(const Report& report, int number) {
  return fmt::format("{}-{}-s-{}", report.ward.code, report.fiscal_year, number);
}

std::string example_id(const Ward& ward, int fiscal_year, int number) {
  return fmt::format("{}-{}-e-{}", ward.code, fiscal_year, number);
}

std::string passage_id(const Report& report, const std::vector<std::string>& headings,
                       int ordinal) {
  // Line ends separate: none of the parts can hold one.
  std::string identity = report.title + '\n';
  for (const std::string& heading : headings) {
    identity += heading + '\n';
  }
  identity += std::to_string(ordinal);
  return fmt::format("{}-{}-p-{}", report.ward.code, report.fiscal_year, short_hash(identity));
}

std::string IdRegister::unique(const std::string& id) {
  std::string candidate = id;
  for (int copy = 2; !given_.insert(candidate).second; ++copy) {
    candidate = fmt::format("{}-{}", id, copy);
  }
  return candidate;
}

}  // namespace torikumi::corpus
