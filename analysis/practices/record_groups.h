#ifndef ANALYSIS_PRACTICES_RECORD_GROUPS_H_
#define ANALYSIS_PRACTICES_RECORD_GROUPS_H_

// Records of which sentences say that the same was done, as far as chance does not account for it.

#include "analysis/practices/group_evidence.h"
#include "analysis/practices/practice_corpus.h"
#include "analysis/practices/sentence_vectors.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace torikumi::analysis {

/// A record in a group, by its nearest sentence.
struct GroupMember {
  float similarity = 0;
  std::size_t sentence = 0;  ///< Place in the corpus.
};

struct RecordGroup {
  std::map<std::uint32_t, GroupMember> members;  // By record.
  std::vector<SharedSense> shared;
};

/// Adds a record, or keeps the nearer one of its sentences.
void add_member(std::map<std::uint32_t, GroupMember>& members, std::uint32_t record,
                const GroupMember& member);

/// Different owners of the members.
std::size_t owner_count(const PracticeCorpus& corpus, const RecordGroup& group);

/// Groups among `records`, which rise, each of two owners or more. Of more than
/// `max_exact_records` not all sentences are compared with each other: see PracticeOptions.
std::vector<RecordGroup> record_groups(const PracticeCorpus& corpus,
                                       const std::vector<std::uint32_t>& records,
                                       const FeatureStatistics& statistics,
                                       std::size_t max_exact_records);

/// Groups of nearly the same records become one, with the shared words of the largest.
std::vector<RecordGroup> united(std::vector<RecordGroup> groups);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PRACTICES_RECORD_GROUPS_H_
