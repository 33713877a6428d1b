#include "indexer/read_settings.h"

#include "corpus/data_directory.h"
#include "indexer/console.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace torikumi::indexer {

namespace {

constexpr int kEarliestLimit = 2030;  // However wrong the clock is.

int current_year() {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<int>(std::chrono::year_month_day(today).year());
}

}  // namespace

corpus::WardRegistry registry_for(const ReadArguments& arguments) {
  return corpus::WardRegistry::load(data_directory() / "wards.csv", arguments.wards);
}

corpus::ReadOptions read_options_for(const ReadArguments& arguments) {
  corpus::ReadOptions options;
  options.catalogue = arguments.catalogue;
  options.limits.last_fiscal_year = std::max(current_year() + 2, kEarliestLimit);
  return options;
}

void print_diagnostics(const corpus::ReportReading& reading, bool with_notes) {
  for (const corpus::Diagnostic& diagnostic : reading.diagnostics) {
    if (with_notes || diagnostic.severity != corpus::Diagnostic::Severity::Note) {
      write_remark(fmt::format("{}\n", corpus::to_string(diagnostic)));
    }
  }
}

}  // namespace torikumi::indexer
