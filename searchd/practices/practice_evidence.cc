#include "searchd/practices/practice_evidence.h"

#include "corpus/error.h"
#include "searchd/search/index_worker.h"
#include "searchd/search/practice_store.h"
#include "searchd/search/stored_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace torikumi::searchd {
namespace {

constexpr const char* kCheck = "run torikumi-indexer check, then build the index again";

Evidence evidence_in(corpus::Record record, const analysis::SentenceRef& sentence) {
  const std::string& text =
      sentence.part == analysis::TextPart::Target ? record.target : record.result;
  const auto [begin, end] = sentence.bytes;
  if (begin > end || end > text.size()) {
    throw Error(ErrorKind::Damaged, "a sentence stands beyond the text of record " + record.id, {},
                kCheck);
  }
  Evidence evidence{.record = {},
                    .part = sentence.part,
                    .sentence = text.substr(begin, end - begin),
                    .characters = in_characters({sentence.bytes}, text).front()};
  evidence.record = std::move(record);
  return evidence;
}

}  // namespace

std::vector<Evidence> evidence_of(
    const std::vector<std::pair<std::size_t, analysis::SentenceRef>>& places,
    const IndexSnapshot& snapshot) {
  std::vector<Evidence> list;
  list.reserve(places.size());
  try {
    const IndexSnapshot::Lease lease = snapshot.lease();
    for (const auto& [record, sentence] : places) {
      list.push_back(
          evidence_in(stored_record(document_at(record), lease.worker().database), sentence));
    }
  } catch (const Xapian::Error& problem) {
    throw Error(ErrorKind::Damaged,
                fmt::format("cannot read generation {}: {} ({})", snapshot.generation_id(),
                            problem.get_msg(), problem.get_type()),
                {}, kCheck);
  }
  return list;
}

std::vector<RelatedPractice> related_practices(const analysis::Practice& practice,
                                               const IndexSnapshot& snapshot, std::size_t limit) {
  const PracticeStore& store = snapshot.practices();
  std::map<PracticeNumber, std::size_t> shared;
  for (const analysis::PracticeMember& member : practice.members) {
    for (const PracticeNumber number : store.of_document(document_at(member.record))) {
      ++shared[number];
    }
  }
  std::vector<RelatedPractice> related;
  for (const auto& [number, records] : shared) {
    const analysis::Practice& other = store.all()[number];
    if (other.id != practice.id) {
      related.push_back({&other, records});
    }
  }
  std::sort(related.begin(), related.end(), [](const RelatedPractice& a, const RelatedPractice& b) {
    return a.shared != b.shared ? a.shared > b.shared : a.practice->id < b.practice->id;
  });
  related.resize(std::min(related.size(), limit));
  return related;
}

std::pair<std::size_t, analysis::SentenceRef> representative_sentence(
    const analysis::Practice& practice) {
  const auto found = std::find_if(practice.members.begin(), practice.members.end(),
                                  [&](const analysis::PracticeMember& member) {
                                    return member.record == practice.representative;
                                  });
  const analysis::PracticeMember& member =
      found == practice.members.end() ? practice.members.front() : *found;
  return {member.record, member.sentence};
}

}  // namespace torikumi::searchd
