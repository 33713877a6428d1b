#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

#include "corpus/fiscal_year.h"
#include "indexer/commands.h"
#include "indexer/console.h"
#include "indexer/index_builder.h"
#include "indexer/read_settings.h"

namespace torikumi::indexer {
namespace {

using corpus::Diagnostic;
using corpus::ReportReading;

std::string_view label_of(BuildProgress::Step step) {
  switch (step) {
    case BuildProgress::Step::Reading:
      return "reading";
    case BuildProgress::Step::Indexing:
      return "indexing";
    case BuildProgress::Step::Finishing:
      return "writing";
  }
  return {};
}

/// 川崎市中原区 (from catalogue.csv:3), or what is known without an inference.
std::string with_origin(const ReportReading& reading, const std::string& property,
                        const std::string& value) {
  for (const corpus::Inference& inference : reading.inferences) {
    if (inference.property == property) {
      return fmt::format("{} ({})", value, inference.from);
    }
  }
  return value;
}

std::size_t count_of(const ReportReading& reading, Diagnostic::Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(reading.diagnostics.begin(), reading.diagnostics.end(),
                    [&](const Diagnostic& each) { return each.severity == severity; }));
}

std::vector<std::string> table_row(const ReportReading& reading,
                                   const BuildSummary::Counts& counts) {
  std::vector<std::string> row{reading.file};
  if (reading.report) {
    const corpus::Report& report = *reading.report;
    row.emplace_back(name_of(report.kind));
    row.push_back(with_origin(reading, "ward", report.ward.full_name()));
    row.push_back(
        with_origin(reading, "fiscal_year", corpus::fiscal_year_label(report.fiscal_year)));
  } else {
    row.insert(row.end(), {"not read", "", ""});
  }
  for (const std::size_t count : {counts.initiatives, counts.examples, counts.standards,
                                  counts.passages, counts.departments,
                                  count_of(reading, Diagnostic::Severity::Warning),
                                  count_of(reading, Diagnostic::Severity::Error)}) {
    row.push_back(count == 0 ? "·" : std::to_string(count));
  }
  return row;
}

void print_summary(const BuildSummary& summary) {
  ConsoleTable table{
      .header = {"file", "kind", "ward (from)", "year (from)", "initiatives", "examples",
                 "standards", "passages", "departments", "warnings", "errors"},
      .is_number = {false, false, false, false, true, true, true, true, true, true, true},
      .rows = {}};
  for (std::size_t i = 0; i < summary.readings.size(); ++i) {
    table.rows.push_back(table_row(summary.readings[i], summary.counts[i]));
  }
  fmt::print("{}", table.to_string());
  std::fflush(stdout);
  for (const ReportReading& reading : summary.readings) {
    print_diagnostics(reading, false);
  }
  fmt::print("{} records in generation {}\n", summary.record_count, summary.generation_id);
}

}  // namespace

ExitCode run_build(const BuildArguments& arguments) {
  analysis::Lexicon::Options lexicon_options = analysis::Lexicon::Options::defaults();
  if (arguments.dictionary) {
    lexicon_options.dictionary = *arguments.dictionary;
  }
  const corpus::WardRegistry wards = registry_for(arguments.read);
  const auto lexicon = std::make_shared<const analysis::Lexicon>(lexicon_options);
  const BuildOptions options{.index_folder = arguments.index,
                             .paths = arguments.read.paths,
                             .read = read_options_for(arguments.read)};
  ProgressLine progress;
  const BuildSummary summary =
      build_index(options, wards, lexicon, [&](const BuildProgress& state) {
        progress.show(label_of(state.step), state.done, state.total, state.file);
      });
  progress.clear();
  print_summary(summary);
  return summary.is_partial() ? ExitCode::Partial : ExitCode::Success;
}

}  // namespace torikumi::indexer
