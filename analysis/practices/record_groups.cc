#include "analysis/practices/record_groups.h"

#include "analysis/practices/sentence_groups.h"

#include <algorithm>
#include <future>
#include <set>
#include <string_view>
#include <thread>
#include <utility>

namespace torikumi::analysis {
namespace {

/// Deals of words by which the evidence of chance is measured.
constexpr std::uint32_t kDeals = 5;

/// All pairs of so many sentences take 100 MB.
constexpr std::size_t kMaxExactSentences = 7'000;

constexpr std::size_t kMaxCoreFeatures = 64;  ///< Where not all records are grouped exactly.
constexpr std::size_t kMaxRounds = 8;
constexpr std::size_t kRecordsAtOnce = 20'000;

std::vector<std::uint32_t> places_of(const std::vector<GroupedSentence>& sentences) {
  std::vector<std::uint32_t> places;
  places.reserve(sentences.size());
  for (const GroupedSentence& sentence : sentences) {
    places.push_back(sentence.sentence);
  }
  return places;
}

/// Groups of sentences found at once, with what they share.
struct FoundGroups {
  std::vector<GroupCore> cores;
  std::vector<std::vector<GroupedSentence>> sentences;  // Places among those that were compared.
  std::vector<std::vector<SharedSense>> shared;
  std::vector<double> weights;
};

FoundGroups find_groups(const std::vector<ComparedSentence>& sentences,
                        const PracticeCorpus& corpus, const FeatureStatistics& statistics) {
  const SentenceVectors vectors(sentences, corpus.words(), statistics);
  const std::vector<std::vector<std::uint32_t>> linked = linked_sentences(vectors);
  std::vector<GroupCore> cores = group_cores(vectors, linked);
  std::vector<std::vector<GroupedSentence>> near = sentences_near(vectors, cores, linked);
  const SenseCounts counts(sentences, corpus.words());
  FoundGroups found;
  for (std::size_t i = 0; i < near.size(); ++i) {
    std::set<std::string_view> owners;
    for (const GroupedSentence& sentence : near[i]) {
      owners.insert(corpus.records()[sentences[sentence.sentence].record].owner);
    }
    if (owners.size() < 2) {
      continue;
    }
    const std::vector<std::uint32_t> places = places_of(near[i]);
    found.shared.push_back(counts.shared(places));
    found.weights.push_back(
        group_weight(found.shared.back(), counts.measures(places, cores[i].inner_mean)));
    found.cores.push_back(std::move(cores[i]));
    found.sentences.push_back(std::move(near[i]));
  }
  return found;
}

/// How weighty the groups are that chance makes of the words of `sentences`, deal by deal.
using ChanceWeights = std::vector<std::vector<double>>;

ChanceWeights chance_weights(const std::vector<ComparedSentence>& sentences,
                             const PracticeCorpus& corpus, const FeatureStatistics& statistics) {
  ChanceWeights weights;
  for (std::uint32_t seed = 1; seed <= kDeals; ++seed) {
    const DealtWords dealt = dealt_out(sentences, seed);
    weights.push_back(find_groups(dealt.sentences, corpus,
                                  statistics_like(statistics, dealt.sentences, corpus.words()))
                          .weights);
  }
  return weights;
}

/// The groups that chance does not account for.
FoundGroups weighty_groups(const std::vector<ComparedSentence>& sentences,
                           const PracticeCorpus& corpus, const FeatureStatistics& statistics,
                           const ChanceWeights& by_chance) {
  FoundGroups found = find_groups(sentences, corpus, statistics);
  const double least = least_weight(found.weights, by_chance);
  FoundGroups kept;
  for (std::size_t i = 0; i < found.weights.size(); ++i) {
    if (found.weights[i] >= least) {
      kept.cores.push_back(std::move(found.cores[i]));
      kept.sentences.push_back(std::move(found.sentences[i]));
      kept.shared.push_back(std::move(found.shared[i]));
      kept.weights.push_back(found.weights[i]);
    }
  }
  return kept;
}

void add_sentences(const std::vector<std::vector<GroupedSentence>>& near,
                   const std::vector<ComparedSentence>& compared,
                   std::vector<RecordGroup>& groups) {
  for (std::size_t i = 0; i < near.size(); ++i) {
    for (const GroupedSentence& sentence : near[i]) {
      const ComparedSentence& where = compared[sentence.sentence];
      add_member(groups[i].members, where.record, {sentence.similarity, where.sentence});
    }
  }
}

std::vector<RecordGroup> exact_groups(const PracticeCorpus& corpus,
                                      const std::vector<std::uint32_t>& records,
                                      const FeatureStatistics& statistics) {
  const std::vector<ComparedSentence> sentences = compared_sentences(corpus, records);
  FoundGroups found =
      weighty_groups(sentences, corpus, statistics, chance_weights(sentences, corpus, statistics));
  std::vector<RecordGroup> groups(found.cores.size());
  add_sentences(found.sentences, sentences, groups);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    groups[i].shared = std::move(found.shared[i]);
  }
  return groups;
}

std::size_t sentence_count(const PracticeCorpus& corpus,
                           const std::vector<std::uint32_t>& records) {
  std::size_t count = 0;
  for (const std::uint32_t record : records) {
    const PracticeCorpus::SentenceRange range = corpus.sentences_of(record);
    count += range.last - range.first;
  }
  return count;
}

/// Every n-th of `records`, so that `count` are left, whatever their order means.
std::vector<std::uint32_t> evenly_chosen(const std::vector<std::uint32_t>& records,
                                         std::size_t count) {
  if (records.size() <= count) {
    return records;
  }
  std::vector<std::uint32_t> chosen;
  chosen.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    chosen.push_back(records[i * records.size() / count]);
  }
  return chosen;
}

/// As many of `records`, evenly chosen, as have no more than kMaxExactSentences sentences.
std::vector<std::uint32_t> comparable(const PracticeCorpus& corpus,
                                      std::vector<std::uint32_t> records) {
  for (std::size_t count = sentence_count(corpus, records);
       count > kMaxExactSentences && records.size() > 1; count = sentence_count(corpus, records)) {
    records = evenly_chosen(
        records, std::min(records.size() - 1, records.size() * kMaxExactSentences / count));
  }
  return records;
}

/// Finds practices among so many records that not all sentences can be compared with each other.
class SampledGroups {
 public:
  SampledGroups(const PracticeCorpus& corpus, const std::vector<std::uint32_t>& records,
                const FeatureStatistics& statistics, std::size_t max_exact_records)
      : corpus_(corpus),
        statistics_(statistics),
        max_exact_records_(max_exact_records),
        open_(records),
        has_joined_(corpus.sentences().size()) {}

  std::vector<RecordGroup> run() {
    for (std::size_t round = 0; round < kMaxRounds && open_.size() > 1; ++round) {
      const bool is_last = open_.size() <= max_exact_records_;
      if (!add_groups_of(comparable(corpus_, evenly_chosen(open_, max_exact_records_))) ||
          is_last) {
        break;
      }
      std::erase_if(open_, [this](std::uint32_t record) { return !has_open_sentence(record); });
    }
    return std::move(groups_);
  }

 private:
  [[nodiscard]] bool has_open_sentence(std::uint32_t record) const {
    const PracticeCorpus::SentenceRange range = corpus_.sentences_of(record);
    for (std::size_t i = range.first; i < range.last; ++i) {
      if (!has_joined_[i]) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::vector<ComparedSentence> open_sentences(
      const std::vector<std::uint32_t>& records) const {
    std::vector<ComparedSentence> sentences = compared_sentences(corpus_, records);
    for (ComparedSentence& sentence : sentences) {
      sentence.is_open = !has_joined_[sentence.sentence];
    }
    return sentences;
  }

  /// Forms groups among `chosen` and lets all open sentences join them. False if there are none.
  bool add_groups_of(const std::vector<std::uint32_t>& chosen) {
    const std::vector<ComparedSentence> sentences = open_sentences(chosen);
    if (by_chance_.empty()) {
      by_chance_ = chance_weights(sentences, corpus_, statistics_);
    }
    FoundGroups found = weighty_groups(sentences, corpus_, statistics_, by_chance_);
    const std::size_t first = groups_.size();
    for (std::size_t i = 0; i < found.cores.size(); ++i) {
      groups_.push_back({{}, std::move(found.shared[i])});
      keep_greatest(found.cores[i].sum, kMaxCoreFeatures);
    }
    std::vector<std::vector<std::uint32_t>> parts;
    for (std::size_t begin = 0; begin < open_.size(); begin += kRecordsAtOnce) {
      const std::size_t end = std::min(open_.size(), begin + kRecordsAtOnce);
      parts.emplace_back(open_.begin() + static_cast<std::ptrdiff_t>(begin),
                         open_.begin() + static_cast<std::ptrdiff_t>(end));
    }
    // Several at a time; taken in order, so that the result does not depend on the number.
    const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
    for (std::size_t begin = 0; begin < parts.size(); begin += threads) {
      std::vector<std::future<Joining>> joinings;
      for (std::size_t i = begin; i < std::min(parts.size(), begin + threads); ++i) {
        joinings.push_back(std::async(
            std::launch::async,
            [this, &part = parts[i], &cores = found.cores] { return joining(part, cores); }));
      }
      // All of them are done before anything is added: they read what add() writes.
      std::vector<Joining> done;
      done.reserve(joinings.size());
      for (std::future<Joining>& future : joinings) {
        done.push_back(future.get());
      }
      for (const Joining& each : done) {
        add(each, first);
      }
    }
    return !found.cores.empty();
  }

  /// What of some records joins.
  struct Joining {
    std::vector<ComparedSentence> sentences;
    std::vector<std::vector<GroupedSentence>> near;  // By core.
  };

  [[nodiscard]] Joining joining(const std::vector<std::uint32_t>& records,
                                const std::vector<GroupCore>& cores) const {
    Joining joining{open_sentences(records), {}};
    const SentenceVectors vectors(joining.sentences, corpus_.words(), statistics_);
    joining.near = sentences_near(vectors, cores, {});
    return joining;
  }

  void add(const Joining& joining, std::size_t first_group) {
    for (std::size_t i = 0; i < joining.near.size(); ++i) {
      for (const GroupedSentence& sentence : joining.near[i]) {
        const ComparedSentence& where = joining.sentences[sentence.sentence];
        add_member(groups_[first_group + i].members, where.record,
                   {sentence.similarity, where.sentence});
        has_joined_[where.sentence] = true;
      }
    }
  }

  const PracticeCorpus& corpus_;  // Borrowed, as is the next one.
  const FeatureStatistics& statistics_;
  std::size_t max_exact_records_;
  std::vector<std::uint32_t> open_;  // Records of which some sentence is in no group yet.
  std::vector<bool> has_joined_;     // By sentence.
  ChanceWeights by_chance_;
  std::vector<RecordGroup> groups_;
};

}  // namespace

void add_member(std::map<std::uint32_t, GroupMember>& members, std::uint32_t record,
                const GroupMember& member) {
  const auto [found, is_new] = members.try_emplace(record, member);
  if (!is_new && member.similarity > found->second.similarity) {
    found->second = member;
  }
}

std::size_t owner_count(const PracticeCorpus& corpus, const RecordGroup& group) {
  std::set<std::string_view> owners;
  for (const auto& [record, member] : group.members) {
    owners.insert(corpus.records()[record].owner);
  }
  return owners.size();
}

std::vector<RecordGroup> record_groups(const PracticeCorpus& corpus,
                                       const std::vector<std::uint32_t>& records,
                                       const FeatureStatistics& statistics,
                                       std::size_t max_exact_records) {
  return records.size() <= max_exact_records &&
                 sentence_count(corpus, records) <= kMaxExactSentences
             ? exact_groups(corpus, records, statistics)
             : SampledGroups(corpus, records, statistics, max_exact_records).run();
}

}  // namespace torikumi::analysis
