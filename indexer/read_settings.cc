#include "indexer/read_settings.h"

#include "corpus/data_directory.h"
#include "indexer/console.h"

#include <fmt/format.h>

#include <cstdio>

namespace torikumi::indexer {

corpus::WardRegistry registry_for(const ReadArguments& arguments) {
  return corpus::WardRegistry::load(data_directory() / "wards.csv", arguments.wards);
}

corpus::ReadOptions read_options_for(const ReadArguments& arguments) {
  corpus::ReadOptions options;
  options.catalogue = arguments.catalogue;
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
