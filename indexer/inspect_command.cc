#include "corpus/record_json.h"
#include "indexer/commands.h"
#include "indexer/console.h"
#include "indexer/read_settings.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

namespace torikumi::indexer {
namespace {

void print_reading(const corpus::ReportReading& reading) {
  for (const corpus::Record& record : reading.records) {
    fmt::print("{}\n", corpus::to_json(record).dump(
                           -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }
  // Before what goes to standard error, so that both may go to one place.
  if (std::fflush(stdout) != 0) {
    throw std::system_error(errno, std::generic_category(), "cannot write the output");
  }
  const std::string file = printable(reading.file);
  for (const corpus::Inference& inference : reading.inferences) {
    write_remark(fmt::format("note: {}: {} is {} (from {})\n", file, inference.property,
                             printable(inference.value), printable(inference.from)));
  }
  print_diagnostics(reading, true);
  if (reading.report && reading.text_characters > 0) {
    write_remark(
        fmt::format("note: {}: {} records, {} departments, {:.1f} % of {} characters of text\n",
                    file, reading.records.size(), reading.department_count(),
                    100.0 * static_cast<double>(reading.covered_characters) /
                        static_cast<double>(reading.text_characters),
                    reading.text_characters));
  }
}

}  // namespace

ExitCode run_inspect(const ReadArguments& arguments) {
  const corpus::WardRegistry wards = registry_for(arguments);
  std::vector<corpus::ReportReading> readings;
  {
    ProgressLine progress;
    readings = corpus::read_reports(arguments.paths, wards, read_options_for(arguments),
                                    [&](const std::string& file, std::size_t at, std::size_t of) {
                                      progress.show("reading", at, of, file);
                                    });
  }
  bool has_errors = false;
  bool has_records = false;
  for (const corpus::ReportReading& reading : readings) {
    print_reading(reading);
    has_errors = has_errors || reading.has_errors();
    has_records = has_records || !reading.records.empty();
  }
  if (!has_records) {
    return ExitCode::Failure;
  }
  return has_errors ? ExitCode::Partial : ExitCode::Success;
}

}  // namespace torikumi::indexer
