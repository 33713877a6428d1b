#include "tests/searchd/practices/practice_index.h"

#include <utility>

namespace torikumi::searchd {
namespace {

indexer::Generation publish_with(const std::filesystem::path& index_folder,
                                 std::vector<corpus::Record> records,
                                 const std::vector<indexer::StoredPractices>& sets) {
  indexer::Generation generation = publish(index_folder, std::move(records));
  testing::write_file(generation.folder / indexer::kPracticesName, indexer::practices_text(sets));
  return generation;
}

}  // namespace

PracticeIndex::PracticeIndex(std::vector<corpus::Record> records,
                             const std::vector<indexer::StoredPractices>& sets)
    : snapshot_(publish_with(folder_.path() / "index", std::move(records), sets),
                shared_resources()) {}

analysis::Practice practice_of(std::string id, std::string label,
                               const std::vector<std::size_t>& places,
                               const std::vector<corpus::Record>& records) {
  analysis::Practice practice;
  practice.id = std::move(id);
  practice.label = std::move(label);
  practice.representative = places.front();
  double strength = 1;
  for (const std::size_t place : places) {
    const corpus::Record& record = records[place];
    const bool has_target = !record.target.empty();
    practice.members.push_back(
        {.record = place,
         .strength = strength,
         .sentence = {.part = has_target ? analysis::TextPart::Target : analysis::TextPart::Result,
                      .bytes = {0, has_target ? record.target.size() : record.result.size()}}});
    strength /= 2;
  }
  return practice;
}

corpus::Record initiative_of(std::string id, const corpus::Ward& ward, int year,
                             std::string department, std::string target) {
  corpus::Record record = initiative(std::move(id), std::move(target), "行いました。");
  record.ward = ward;
  record.fiscal_year = year;
  record.department = {department, {department}, department};
  return record;
}

corpus::Record example_of(std::string id, const corpus::Ward& ward, int year, std::string result) {
  corpus::Record record = initiative(std::move(id), {}, std::move(result));
  record.kind = corpus::RecordKind::Example;
  record.ward = ward;
  record.fiscal_year = year;
  record.department = {};
  record.result_status = corpus::ResultStatus::Missing;
  return record;
}

}  // namespace torikumi::searchd
