#include "corpus/error.h"
#include "indexer/practices_file.h"
#include "tests/fuzz/invariant.h"

#include <string_view>
#include <vector>

namespace torikumi::fuzz {

void check(std::string_view input) {
  constexpr std::size_t kRecords = 100;
  std::vector<indexer::StoredPractices> sets;
  try {
    sets = indexer::parse_practices(input, kRecords);
  } catch (const Error& error) {
    require(error.kind == ErrorKind::Damaged, "what is not a file of practices is damaged");
    require_utf8(error.what(), "an error is well-formed");
    return;
  }
  for (const indexer::StoredPractices& set : sets) {
    for (const analysis::Practice& practice : set.practices) {
      for (const analysis::PracticeMember& member : practice.members) {
        require(member.record < kRecords, "members are records of the generation");
      }
    }
  }
  require(indexer::parse_practices(indexer::practices_text(sets), kRecords) == sets,
          "practices survive being written and read");
}

}  // namespace torikumi::fuzz
