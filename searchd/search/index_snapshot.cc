#include "searchd/search/index_snapshot.h"

#include "corpus/error.h"
#include "indexer/schema.h"
#include "searchd/search/index_worker.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace torikumi::searchd {
namespace {

using indexer::ValueSlot;

/// The number that `digits` write. Throws Error{Damaged} for anything else.
std::uint32_t number_in(const std::string& digits) {
  std::uint32_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, problem] = std::from_chars(digits.data(), end, number);
  if (problem != std::errc() || stop != end) {
    throw Error(ErrorKind::Damaged, fmt::format("the index has \"{}\" for a number", digits), {},
                "build the index again");
  }
  return number;
}

/// Calls `use(document, value)` for each document that has a value in `slot`.
template <typename Use>
void for_each_value(const Xapian::Database& database, ValueSlot slot, Use use) {
  const auto number = static_cast<Xapian::valueno>(slot);
  for (Xapian::ValueIterator it = database.valuestream_begin(number);
       it != database.valuestream_end(number); ++it) {
    use(it.get_docid(), *it);
  }
}

/// Distinct values of `slot`, sorted, with the place of each.
std::map<std::string, std::uint32_t> places_of(const Xapian::Database& database, ValueSlot slot,
                                               std::uint32_t first_place) {
  std::map<std::string, std::uint32_t> places;
  for_each_value(database, slot,
                 [&](Xapian::docid, const std::string& value) { places.emplace(value, 0); });
  std::uint32_t place = first_place;
  for (auto& [value, number] : places) {
    number = place++;
  }
  return places;
}

void load_names(const Xapian::Database& database, ColumnTable& columns) {
  const std::map<std::string, std::uint32_t> wards = places_of(database, ValueSlot::Ward, 0);
  for (const auto& [code, place] : wards) {
    columns.ward_codes.push_back(code);
  }
  for_each_value(database, ValueSlot::Ward, [&](Xapian::docid document, const std::string& code) {
    columns.rows[document].ward = static_cast<std::uint16_t>(wards.at(code));
  });
  const std::map<std::string, std::uint32_t> departments =
      places_of(database, ValueSlot::Department, 1);
  columns.departments.emplace_back();
  for (const auto& [name, place] : departments) {
    columns.departments.push_back(name);
  }
  for_each_value(database, ValueSlot::Department,
                 [&](Xapian::docid document, const std::string& name) {
                   columns.rows[document].department = departments.at(name);
                 });
}

void load_plain_values(const Xapian::Database& database, ColumnTable& columns) {
  for_each_value(database, ValueSlot::Kind, [&](Xapian::docid document, const std::string& name) {
    columns.rows[document].kind =
        corpus::record_kind_named(name).value_or(corpus::RecordKind::Passage);
  });
  for_each_value(database, ValueSlot::ResultStatus,
                 [&](Xapian::docid document, const std::string& name) {
                   columns.rows[document].result_status =
                       corpus::result_status_named(name).value_or(corpus::ResultStatus::Missing);
                 });
  for_each_value(database, ValueSlot::FiscalYear,
                 [&](Xapian::docid document, const std::string& year) {
                   columns.rows[document].fiscal_year = static_cast<std::int16_t>(number_in(year));
                 });
  for_each_value(database, ValueSlot::Scenes, [&](Xapian::docid document, const std::string& bits) {
    columns.rows[document].scene_bits = static_cast<std::uint8_t>(bits.front());
  });
  for_each_value(database, ValueSlot::ResultFlags,
                 [&](Xapian::docid document, const std::string& bits) {
                   columns.rows[document].result_flags = static_cast<std::uint8_t>(bits.front());
                 });
  for_each_value(database, ValueSlot::Report,
                 [&](Xapian::docid document, const std::string& place) {
                   columns.rows[document].report = number_in(place);
                 });
}

ColumnTable columns_of(const Xapian::Database& database) {
  ColumnTable columns;
  columns.rows.resize(static_cast<std::size_t>(database.get_lastdocid()) + 1);
  load_names(database, columns);
  load_plain_values(database, columns);
  for (const ColumnRow& row : columns.rows) {
    if (row.fiscal_year != 0) {
      columns.fiscal_years.push_back(row.fiscal_year);
    }
  }
  std::sort(columns.fiscal_years.begin(), columns.fiscal_years.end());
  columns.fiscal_years.erase(std::unique(columns.fiscal_years.begin(), columns.fiscal_years.end()),
                             columns.fiscal_years.end());
  return columns;
}

void require_same_analyzer(const indexer::Manifest& manifest, const analysis::Lexicon& lexicon,
                           const indexer::Generation& generation) {
  if (!lexicon.identity().is_compatible_with(manifest.analyzer)) {
    throw Error(ErrorKind::Incompatible,
                "the index was made with another analyzer: " +
                    lexicon.identity().difference_from(manifest.analyzer),
                generation.folder.string(),
                "build the index again with this version, or start with the dictionary it was "
                "made with");
  }
}

/// The wards of `manifest`'s reports and of `codes`, by code.
std::vector<corpus::Ward> held_wards(const indexer::Manifest& manifest,
                                     const std::vector<std::string>& codes,
                                     const corpus::WardRegistry& registry) {
  std::map<std::string, corpus::Ward> wards;
  for (const indexer::ManifestReport& entry : manifest.reports) {
    wards.emplace(entry.report.ward.code, entry.report.ward);
  }
  for (const std::string& code : codes) {
    if (const std::optional<corpus::Ward> ward = registry.by_code(code)) {
      wards.emplace(code, *ward);
    }
  }
  std::vector<corpus::Ward> list;
  list.reserve(wards.size());
  for (auto& [code, ward] : wards) {
    list.push_back(std::move(ward));
  }
  return list;
}

}  // namespace

IndexSnapshot::IndexSnapshot(const indexer::Generation& generation,
                             std::shared_ptr<const SearchResources> resources)
    : generation_(generation),
      resources_(std::move(resources)),
      manifest_(indexer::read_manifest(generation.manifest())),
      generation_id_(manifest_.generation_id(generation.name)),
      vocabulary_(Vocabulary::open(generation.folder)) {
  require_same_analyzer(manifest_, *resources_->lexicon, generation_);
  try {
    idle_.push_back(new_worker());
    columns_ = columns_of(idle_.front()->database);
    terms_ = TermTable::load(*idle_.front(), vocabulary_);
  } catch (const Xapian::Error& problem) {
    throw Error(
        ErrorKind::Damaged,
        fmt::format("cannot open the database: {} ({})", problem.get_msg(), problem.get_type()),
        generation_.database().string(), "build the index again");
  }
  if (columns_.document_count() != manifest_.record_count) {
    throw Error(ErrorKind::Damaged,
                fmt::format("the database holds {} records, the manifest says {}",
                            columns_.document_count(), manifest_.record_count),
                generation_.folder.string(), "build the index again");
  }
  practices_ = PracticeStore::open(generation.folder, manifest_.record_count);
  coverage_ = CoverageStore::open(generation.folder, columns_);
  wards_ = held_wards(manifest_, columns_.ward_codes, resources_->wards);
  for (const std::string& code : columns_.ward_codes) {
    ward_by_place_.push_back(ward_with_code(code).value_or(corpus::Ward{code, {}, {}}));
  }
}

IndexSnapshot::~IndexSnapshot() = default;

const corpus::Ward& IndexSnapshot::ward_at(std::uint16_t place) const {
  return ward_by_place_[place];
}

std::optional<corpus::Ward> IndexSnapshot::ward_with_code(const std::string& code) const {
  const auto ward = std::lower_bound(
      wards_.begin(), wards_.end(), code,
      [](const corpus::Ward& each, const std::string& wanted) { return each.code < wanted; });
  if (ward != wards_.end() && ward->code == code) {
    return *ward;
  }
  return resources_->wards.by_code(code);
}

IndexSnapshot::Lease::Lease(const IndexSnapshot& snapshot, std::unique_ptr<IndexWorker> worker)
    : snapshot_(snapshot), worker_(std::move(worker)) {}

IndexSnapshot::Lease::~Lease() {
  {
    const std::lock_guard<std::mutex> guard(snapshot_.mutex_);
    snapshot_.idle_.push_back(std::move(worker_));
  }
  snapshot_.returned_.notify_one();
}

IndexSnapshot::Lease IndexSnapshot::lease() const {
  if (std::unique_ptr<IndexWorker> worker = take_idle_worker()) {
    return {*this, std::move(worker)};
  }
  try {
    return {*this, new_worker()};
  } catch (const Xapian::DatabaseError&) {
    // Two builds later the files are deleted while the first requests still hold this generation.
    // There is at least one worker, made by the constructor, and its files stay open.
    std::unique_lock<std::mutex> lock(mutex_);
    returned_.wait(lock, [this] { return !idle_.empty(); });
    std::unique_ptr<IndexWorker> worker = std::move(idle_.back());
    idle_.pop_back();
    return {*this, std::move(worker)};
  }
}

std::unique_ptr<IndexWorker> IndexSnapshot::take_idle_worker() const {
  const std::lock_guard<std::mutex> guard(mutex_);
  if (idle_.empty()) {
    return nullptr;
  }
  std::unique_ptr<IndexWorker> worker = std::move(idle_.back());
  idle_.pop_back();
  return worker;
}

std::unique_ptr<IndexWorker> IndexSnapshot::new_worker() const {
  return std::make_unique<IndexWorker>(IndexWorker{
      Xapian::Database(generation_.database().string()), analysis::Analyzer(resources_->lexicon)});
}

}  // namespace torikumi::searchd
