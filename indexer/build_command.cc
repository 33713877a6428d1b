#include "corpus/fiscal_year.h"
#include "indexer/commands.h"
#include "indexer/console.h"
#include "indexer/index_builder.h"
#include "indexer/read_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace torikumi::indexer {
namespace {

using corpus::Diagnostic;
using corpus::ReportReading;

// The table fits a terminal of 120 columns unless the origin of a ward or year is unusually long.
constexpr std::size_t kMaxFileWidth = 36;

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

std::string origin_of(const ReportReading& reading, std::string_view property) {
  for (const corpus::Inference& inference : reading.inferences) {
    if (inference.property == property) {
      return printable(inference.from);
    }
  }
  return {};
}

/// 1 standard, 2 standards.
std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string count_cell(std::size_t count) {
  return count == 0 ? "-" : std::to_string(count);
}

std::size_t count_of(const ReportReading& reading, Diagnostic::Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(reading.diagnostics.begin(), reading.diagnostics.end(),
                    [&](const Diagnostic& each) { return each.severity == severity; }));
}

/// 50 initiatives, and below it 4 passages.
std::string records_cell(const BuildSummary::Counts& counts) {
  std::string text;
  for (const auto& [count, name] :
       {std::pair(counts.initiatives, "initiative"), std::pair(counts.examples, "example"),
        std::pair(counts.standards, "standard"), std::pair(counts.passages, "passage")}) {
    if (count > 0) {
      text += (text.empty() ? "" : "\n") + counted(count, name);
    }
  }
  return text.empty() ? "-" : text;
}

std::vector<std::string> table_row(const ReportReading& reading, const BuildSummary::Counts& counts,
                                   const std::string& catalogue_name) {
  // A catalogue has a row if there is something to say of it.
  std::string kind = reading.file == catalogue_name ? "catalogue" : "not read";
  std::string ward;
  std::string year;
  if (reading.report) {
    const corpus::Report& report = *reading.report;
    kind = corpus::name_of(report.kind);
    ward = report.ward.full_name() + "\n  " + origin_of(reading, "ward");
    year =
        corpus::fiscal_year_label(report.fiscal_year) + "\n  " + origin_of(reading, "fiscal_year");
  }
  return {elided(printable(reading.file), kMaxFileWidth) + "\n  " + kind,
          std::move(ward),
          std::move(year),
          records_cell(counts),
          count_cell(counts.departments),
          count_cell(count_of(reading, Diagnostic::Severity::Warning)),
          count_cell(count_of(reading, Diagnostic::Severity::Error))};
}

void print_summary(const BuildSummary& summary, const std::string& catalogue_name) {
  ConsoleTable table{.header = {"file\n  kind", "ward\n  from", "year\n  from", "records",
                                "departments", "warnings", "errors"},
                     .is_number = {false, false, false, false, true, true, true},
                     .rows = {}};
  std::size_t read_files = 0;
  for (std::size_t i = 0; i < summary.readings.size(); ++i) {
    table.rows.push_back(table_row(summary.readings[i], summary.counts[i], catalogue_name));
    read_files += summary.readings[i].report ? 1U : 0U;
  }
  fmt::print("{}", table.to_string());
  std::fflush(stdout);  // Before what goes to standard error, so that the order is kept.
  for (const ReportReading& reading : summary.readings) {
    print_diagnostics(reading, false);
  }
  fmt::print("{} of {} in generation {}{}\n", counted(summary.record_count, "record"),
             counted(read_files, "file"), summary.generation_id,
             summary.is_partial() ? "; what was left out is named above" : "");
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
  BuildSummary summary;
  {
    ProgressLine progress;
    summary = build_index(options, wards, lexicon, [&](const BuildProgress& state) {
      progress.show(label_of(state.step), state.done, state.total, state.file);
    });
  }
  print_summary(summary, arguments.read.catalogue.value_or("catalogue.csv").filename().string());
  return summary.is_partial() ? ExitCode::Partial : ExitCode::Success;
}

}  // namespace torikumi::indexer
