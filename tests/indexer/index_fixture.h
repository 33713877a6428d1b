#ifndef TESTS_INDEXER_INDEX_FIXTURE_H_
#define TESTS_INDEXER_INDEX_FIXTURE_H_

// Small reports and indexes for the tests of this folder. The sentences are ours.

#include "corpus/record.h"
#include "corpus/ward_registry.h"
#include "indexer/index_builder.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::indexer {

const corpus::WardRegistry& test_wards();

/// An initiative of 川崎市中原区 for 2020 with one scene, a department and a source.
corpus::Record sample_initiative(std::string id, std::string target, std::string result);

/// A report of targets and results with two goals of 総務課 and one of 区民課; `word` stands in
/// each.
std::string report_text(std::string_view word);

/// A file name from which ward and year are known: 川崎市中原区_令和2年度.txt.
std::string report_file_name(std::string_view ward, std::string_view year);

/// Writes the reports of 中原区 and 幸区 into `folder`: 2 files, 6 initiatives.
void write_two_reports(const std::filesystem::path& folder);

/// Builds `index` from `paths` with the lexicon that ships with the programs.
BuildSummary build(const std::filesystem::path& index,
                   const std::vector<std::filesystem::path>& paths);

/// Names of what stands in `folder`, sorted.
std::vector<std::string> names_in(const std::filesystem::path& folder);

}  // namespace torikumi::indexer

#endif  // TESTS_INDEXER_INDEX_FIXTURE_H_
