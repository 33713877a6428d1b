#include "searchd/api/evidence_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace torikumi::searchd {
namespace {

constexpr std::array<std::string_view, 8> kListParameters{"theme", "ward", "year", "department",
                                                          "scene", "flag", "kind", "field"};
constexpr std::array<std::string_view, 5> kFilterParameters{"ward", "year", "department", "scene",
                                                            "flag"};

}  // namespace

EvidenceQuery::EvidenceQuery(const Parameters& parameters) : q_(parameters.text("q")) {
  for (const std::string_view name : kListParameters) {
    for (std::string& value : parameters.all(name)) {
      others_.emplace(name, std::move(value));
    }
  }
  if (parameters.text("synonyms") == "off") {
    others_.emplace("synonyms", "off");
  }
}

EvidenceQuery EvidenceQuery::holding(const std::vector<std::string>& spellings) const {
  std::string phrases;
  for (const std::string& spelling : spellings) {
    phrases += (phrases.empty() ? "「" : " OR 「") + spelling + "」";
  }
  EvidenceQuery narrowed = *this;
  // In front: what is typed may end within quotes or with an operator.
  narrowed.q_ = q_.empty() ? phrases : phrases + " " + q_;
  return narrowed;
}

EvidenceQuery EvidenceQuery::in_year(int fiscal_year) const {
  EvidenceQuery narrowed = *this;
  narrowed.set("year", std::to_string(fiscal_year));
  return narrowed;
}

EvidenceQuery EvidenceQuery::in_ward(const std::string& code) const {
  EvidenceQuery narrowed = *this;
  narrowed.set("ward", code);
  return narrowed;
}

EvidenceQuery EvidenceQuery::with_flag(std::string_view finding) const {
  EvidenceQuery narrowed = *this;
  const auto [begin, end] = narrowed.others_.equal_range("flag");
  if (std::none_of(begin, end, [&](const auto& flag) { return flag.second == finding; })) {
    narrowed.others_.emplace("flag", finding);  // Beside the others: each is required.
  }
  return narrowed;
}

EvidenceQuery EvidenceQuery::of_theme(const std::string& id) const {
  EvidenceQuery narrowed = *this;
  narrowed.set("theme", id);
  return narrowed;
}

EvidenceQuery EvidenceQuery::of_kinds(const std::vector<corpus::RecordKind>& kinds) const {
  EvidenceQuery narrowed = *this;
  narrowed.set("kind", "all");
  if (!kinds.empty()) {
    narrowed.others_.erase("kind");
  }
  for (const corpus::RecordKind kind : kinds) {
    narrowed.others_.emplace("kind", corpus::name_of(kind));
  }
  return narrowed;
}

EvidenceQuery EvidenceQuery::without_themes() const {
  EvidenceQuery wider = *this;
  wider.others_.erase("theme");
  return wider;
}

EvidenceQuery EvidenceQuery::without_words() const {
  EvidenceQuery wider = *this;
  wider.q_.clear();
  wider.others_.erase("theme");
  wider.others_.erase("synonyms");
  return wider;
}

EvidenceQuery EvidenceQuery::without_filters() const {
  EvidenceQuery wider = *this;
  for (const std::string_view name : kFilterParameters) {
    wider.others_.erase(std::string(name));
  }
  return wider;
}

std::string EvidenceQuery::text() const {
  std::string text = "q=" + percent_encoded(q_) + (q_.empty() ? "" : "&relax=off");
  for (const auto& [name, value] : others_) {
    text += fmt::format("&{}={}", name, percent_encoded(value));
  }
  return text;
}

void EvidenceQuery::set(std::string_view name, std::string value) {
  others_.erase(std::string(name));
  others_.emplace(name, std::move(value));
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kUnreserved =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
  std::string encoded;
  for (const char byte : text) {
    if (kUnreserved.find(byte) != std::string_view::npos) {
      encoded += byte;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  return encoded;
}

}  // namespace torikumi::searchd
