#include "searchd/search/practice_store.h"

#include "corpus/error.h"
#include "indexer/durable_file.h"

#include <numeric>
#include <utility>

namespace torikumi::searchd {

PracticeStore::PracticeStore(std::vector<indexer::StoredPractices> sets, std::size_t record_count) {
  for (indexer::StoredPractices& set : sets) {
    standards_[set.until_year] = std::move(set.standards);
    if (set.until_year) {
      until_years_[*set.until_year] = std::move(set.practices);
    } else {
      all_ = std::move(set.practices);
    }
  }
  for (PracticeNumber number = 0; number < all_.size(); ++number) {
    numbers_.emplace(all_[number].id, number);
  }
  index_documents(record_count);
}

// Counts the practices of each record, then fills them in from the end of its part.
void PracticeStore::index_documents(std::size_t record_count) {
  begins_.assign(record_count + 1, 0);
  for (const analysis::Practice& practice : all_) {
    for (const analysis::PracticeMember& member : practice.members) {
      ++begins_[member.record];
    }
  }
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  of_records_.resize(begins_.back());
  for (auto number = static_cast<PracticeNumber>(all_.size()); number > 0; --number) {
    for (const analysis::PracticeMember& member : all_[number - 1].members) {
      of_records_[--begins_[member.record]] = number - 1;
    }
  }
}

PracticeStore PracticeStore::open(const std::filesystem::path& generation_folder,
                                  std::size_t record_count) {
  const std::filesystem::path file = generation_folder / indexer::kPracticesName;
  try {
    return {indexer::parse_practices(indexer::read_whole_file(file), record_count), record_count};
  } catch (const Error& problem) {
    throw Error(ErrorKind::Damaged, "the practices of the index are not whole: " + problem.message,
                file.string(), "build the index again from its reports");
  }
}

const analysis::Practice* PracticeStore::with_id(std::string_view id) const {
  const auto found = numbers_.find(id);
  return found == numbers_.end() ? nullptr : &all_[found->second];
}

std::span<const PracticeNumber> PracticeStore::of_document(DocumentNumber document) const {
  if (document == 0 || document >= begins_.size()) {
    return {};
  }
  const std::size_t begin = begins_[document - 1];
  return std::span(of_records_).subspan(begin, begins_[document] - begin);
}

const std::vector<analysis::Practice>* PracticeStore::until(int fiscal_year) const {
  const auto found = until_years_.find(fiscal_year);
  return found == until_years_.end() ? nullptr : &found->second;
}

std::span<const analysis::StandardSimilarity> PracticeStore::standards_near(
    std::size_t practice, std::optional<int> until_year) const {
  const auto set = standards_.find(until_year);
  if (set == standards_.end() || practice >= set->second.size()) {
    return {};
  }
  return set->second[practice];
}

}  // namespace torikumi::searchd
