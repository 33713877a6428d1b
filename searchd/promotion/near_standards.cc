#include "searchd/promotion/near_standards.h"

#include <algorithm>
#include <set>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::FactMember;
using analysis::NearStandard;
using analysis::StandardLink;

/// A standard on which half of the records, and so many, work says what the practice does, in
/// whichever sentence of theirs.
constexpr std::size_t kFewestRecords = 2;

bool overlap(const analysis::SentenceRef& a, const analysis::SentenceRef& b) {
  return a.part == b.part && a.bytes.begin < b.bytes.end && b.bytes.begin < a.bytes.end;
}

bool raises(const StandardLink& link) {
  return link.relation == analysis::StandardRelation::Raises &&
         link.strength == analysis::LinkStrength::Strong;
}

const HeldStandard* standard_at(const StandardsOfYear& list, std::size_t place) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const HeldStandard& standard) {
    return standard.place == place;
  });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

NearStandards::NearStandards(const HeldStandards& held, LinksOfRecord links)
    : links_(std::move(links)) {
  for (const auto& [municipality, years] : held) {
    for (const auto& [year, standards] : years) {
      for (const HeldStandard& standard : standards) {
        texts_.emplace(standard.place, standard.record.target);
      }
    }
  }
}

std::map<std::string_view, NearStandards::Raising> NearStandards::raised_by(
    std::span<const FactMember> members) const {
  std::map<std::string_view, Raising> raised;
  for (const FactMember& member : members) {
    for (const StandardLink& link : links_(member.record)) {
      const auto text = texts_.find(link.standard);
      if (text == texts_.end() || !raises(link) || !overlap(link.sentence, member.sentence)) {
        continue;
      }
      Raising& raising = raised[text->second];
      ++raising.members;
      const bool is_new = std::find(raising.raised_by.begin(), raising.raised_by.end(),
                                    link.raised_by) == raising.raised_by.end();
      if (is_new && !link.raised_by.empty()) {
        raising.raised_by.push_back(link.raised_by);
      }
    }
  }
  return raised;
}

std::map<std::string_view, std::size_t> NearStandards::working_on(
    std::span<const FactMember> members) const {
  std::map<std::string_view, std::size_t> counts;
  for (const FactMember& member : members) {
    std::set<std::string_view> standards;
    for (const StandardLink& link : links_(member.record)) {
      const auto text = texts_.find(link.standard);
      if (text != texts_.end() && link.strength == analysis::LinkStrength::Strong) {
        standards.insert(text->second);
      }
    }
    for (const std::string_view standard : standards) {
      ++counts[standard];
    }
  }
  return counts;
}

std::vector<NearStandard> NearStandards::of(
    std::span<const FactMember> members, std::span<const analysis::StandardSimilarity> similarities,
    const StandardsOfYear& list) const {
  std::map<std::string_view, Raising> raised = raised_by(members);
  std::map<std::string_view, std::size_t> working = working_on(members);
  std::vector<NearStandard> near;
  for (const analysis::StandardSimilarity& similarity : similarities) {
    const HeldStandard* standard = standard_at(list, similarity.standard);
    if (standard == nullptr) {
      continue;
    }
    const Raising& raising = raised[standard->record.target];
    std::size_t saying = std::max(similarity.strong_sentences, raising.members);
    const std::size_t records = working[standard->record.target];
    if (records >= kFewestRecords && 2 * records >= members.size()) {
      saying = std::max(saying, records);
    }
    near.push_back({.record = standard->place,
                    .number = standard->record.number,
                    .text = standard->record.target,
                    .scope = standard->record.scope.value_or(corpus::StandardScope::AllOffices),
                    .similarity = similarity.similarity,
                    .stating = saying - raising.members,
                    .raising = raising.members,
                    .raised_by = raising.raised_by});
  }
  return near;
}

}  // namespace torikumi::searchd
