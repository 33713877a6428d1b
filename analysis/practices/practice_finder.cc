#include "analysis/practices/practice_finder.h"

#include "analysis/practices/practice_label.h"
#include "analysis/practices/record_groups.h"
#include "analysis/practices/sentence_vectors.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace torikumi::analysis {
namespace {

/// Sentences by which a practice is named.
constexpr std::size_t kNamingSentences = 200;

std::string id_of(const PracticeCorpus& corpus,
                  const std::map<std::uint32_t, GroupMember>& members) {
  std::vector<std::string> ids;
  ids.reserve(members.size());
  for (const auto& [record, member] : members) {
    ids.push_back(corpus.records()[record].id);
  }
  std::sort(ids.begin(), ids.end());
  std::string all;
  for (const std::string& id : ids) {
    all += id + '\n';
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(all.data(), all.size(), digest.data(), &size, EVP_sha256(), nullptr);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string id = "p-";
  for (std::size_t i = 0; i < 6; ++i) {
    id += kDigits[digest.at(i) >> 4U];
    id += kDigits[digest.at(i) & 15U];
  }
  return id;
}

Practice practice_of(const PracticeCorpus& corpus, const RecordGroup& group) {
  std::vector<std::pair<std::uint32_t, GroupMember>> members(group.members.begin(),
                                                             group.members.end());
  std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) {
    return a.second.similarity > b.second.similarity;
  });
  Practice practice;
  practice.id = id_of(corpus, group.members);
  std::vector<std::size_t> sentences;
  for (const auto& [record, member] : members) {
    if (sentences.size() < kNamingSentences) {
      sentences.push_back(member.sentence);
    }
    practice.members.push_back({.record = corpus.records()[record].place,
                                .strength = std::min(1.0F, member.similarity),
                                .sentence = corpus.sentences()[member.sentence].reference()});
  }
  practice.representative = practice.members.front().record;
  PracticeName name = practice_name(corpus, sentences, group.shared);
  practice.label = std::move(name.label);
  practice.key_terms = std::move(name.key_terms);
  return practice;
}

bool is_included(const PracticeRecord& record, const PracticeOptions& options) {
  return !options.until_year || (record.fiscal_year && *record.fiscal_year <= *options.until_year);
}

}  // namespace

std::vector<Practice> find_practices(const PracticeCorpus& corpus, const PracticeOptions& options) {
  std::vector<bool> included;
  std::vector<std::uint32_t> grouped;
  for (const PracticeRecord& record : corpus.records()) {
    included.push_back(is_included(record, options));
    if (included.back() && record.is_grouped) {
      grouped.push_back(static_cast<std::uint32_t>(included.size() - 1));
    }
  }
  const FeatureStatistics statistics = feature_statistics(corpus, included);
  const std::vector<RecordGroup> groups =
      united(record_groups(corpus, grouped, statistics, options.max_exact_records));
  std::vector<std::pair<std::size_t, Practice>> ranked;  // With the number of owners.
  for (const RecordGroup& group : groups) {
    const std::size_t owners = owner_count(corpus, group);
    if (owners >= 2) {
      ranked.emplace_back(owners, practice_of(corpus, group));
    }
  }
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    if (a.first != b.first) {
      return a.first > b.first;
    }
    if (a.second.members.size() != b.second.members.size()) {
      return a.second.members.size() > b.second.members.size();
    }
    return a.second.id < b.second.id;
  });
  std::vector<Practice> practices;
  practices.reserve(ranked.size());
  for (auto& [owners, practice] : ranked) {
    practices.push_back(std::move(practice));
  }
  return practices;
}

}  // namespace torikumi::analysis
