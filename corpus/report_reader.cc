#include "corpus/report_reader.h"

#include "corpus/catalogue.h"
#include "corpus/guideline_reader.h"
#include "corpus/initiative_reader.h"
#include "corpus/input_files.h"
#include "corpus/policy_reader.h"
#include "corpus/reading_parts.h"
#include "corpus/record_id.h"
#include "corpus/report_inference.h"
#include "corpus/source_text.h"
#include "corpus/standards_reader.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>

namespace torikumi::corpus {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCatalogueName = "catalogue.csv";

std::string_view name_of_severity(Diagnostic::Severity severity) {
  switch (severity) {
    case Diagnostic::Severity::Note:
      return "note";
    case Diagnostic::Severity::Warning:
      return "warning";
    case Diagnostic::Severity::Error:
      return "error";
  }
  return "error";
}

// The line behind the colon of a place such as catalogue.csv:3; 0 if there is none.
int line_of(std::string_view where) {
  const std::size_t colon = where.rfind(':');
  if (colon == std::string_view::npos) {
    return 0;
  }
  const std::string digits(where.substr(colon + 1));
  const bool is_line = !digits.empty() && digits.size() < 9 &&
                       digits.find_first_not_of("0123456789") == std::string::npos;
  return is_line ? std::stoi(digits) : 0;
}

Diagnostic diagnostic_of(const Error& error, const std::string& file) {
  const int line = line_of(error.where);
  const std::size_t colon = error.where.rfind(':');
  const bool elsewhere = !error.where.empty() && error.where.compare(0, colon, file) != 0;
  return {Diagnostic::Severity::Error, file, elsewhere ? 0 : line,
          elsewhere ? error.where + ": " + error.message : error.message, error.hint};
}

ReportReading failed(const std::string& file, const Error& error) {
  ReportReading reading;
  reading.file = file;
  reading.diagnostics.push_back(diagnostic_of(error, file));
  return reading;
}

// One reading for each path that something is to be said of.
std::vector<ReportReading> readings_of(std::vector<Diagnostic> remarks) {
  std::vector<ReportReading> readings;
  for (Diagnostic& remark : remarks) {
    if (readings.empty() || readings.back().file != remark.file) {
      readings.emplace_back();
      readings.back().file = remark.file;
    }
    readings.back().diagnostics.push_back(std::move(remark));
  }
  return readings;
}

// The catalogues beside the files, each read once.
class Catalogues {
 public:
  // Throws the error of a catalogue that was named and cannot be read.
  Catalogues(const WardRegistry& wards, const ReadOptions& options)
      : wards_(wards), options_(options) {
    if (options_.catalogue && !loaded(*options_.catalogue)) {
      Error error = loaded(*options_.catalogue).error();
      error.where = options_.catalogue->string();
      throw error;
    }
  }

  // A row and the name of the catalogue that it stands in; nothing if the file is not listed.
  struct Found {
    CatalogueEntry entry;
    std::string catalogue;
  };

  Result<std::optional<Found>> entry_for(const InputFile& file) {
    if (options_.catalogue) {
      return entry_in(*options_.catalogue, file);
    }
    // Beside the file, else in the folders above it, up to the one that was named.
    fs::path folder = file.path.parent_path();
    while (true) {
      const fs::path catalogue = folder / kCatalogueName;
      std::error_code ignored;
      if (fs::exists(catalogue, ignored)) {
        auto found = entry_in(catalogue, file);
        if (!found || *found) {
          return found;
        }
      }
      if (folder == file.root || !folder.has_relative_path() || folder == folder.parent_path()) {
        return std::optional<Found>();
      }
      folder = folder.parent_path();
    }
  }

  // What is wrong with the catalogues themselves, without what was said of a file already.
  std::vector<ReportReading> take_readings() {
    std::vector<ReportReading> readings;
    for (auto& [path, read] : catalogues_) {
      ReportReading reading;
      reading.file = path.filename().string();
      if (!read) {
        reading.diagnostics.push_back(diagnostic_of(read.error(), reading.file));
      } else {
        std::copy_if(read->diagnostics().begin(), read->diagnostics().end(),
                     std::back_inserter(reading.diagnostics),
                     [&, &folder = path](const Diagnostic& each) {
                       return each.severity != Diagnostic::Severity::Error ||
                              !said_.contains({folder, each.line});
                     });
      }
      if (!reading.diagnostics.empty()) {
        readings.push_back(std::move(reading));
      }
    }
    return readings;
  }

 private:
  Result<std::optional<Found>> entry_in(const fs::path& path, const InputFile& file) {
    const Result<Catalogue>& catalogue = loaded(path);
    if (!catalogue) {
      return failure(
          catalogue.error().kind,
          fmt::format("what it is stands in {}, which cannot be read", path.filename().string()),
          file.name, "mend the catalogue or take it away");
    }
    std::error_code ignored;
    const fs::path folder =
        fs::weakly_canonical(path.parent_path().empty() ? "." : path.parent_path(), ignored);
    const fs::path below = fs::weakly_canonical(file.path, ignored).lexically_relative(folder);
    auto entry = catalogue->entry_for(below.generic_string());
    if (entry && !*entry && options_.catalogue) {
      entry = catalogue->entry_for(file.name);  // A catalogue that is kept elsewhere.
    }
    if (!entry) {
      said_.insert({path, line_of(entry.error().where)});
      return tl::unexpected(entry.error());
    }
    if (!*entry) {
      return std::optional<Found>();
    }
    return std::optional(Found{**entry, catalogue->name()});
  }

  const Result<Catalogue>& loaded(const fs::path& path) {
    const auto known = catalogues_.find(path);
    if (known != catalogues_.end()) {
      return known->second;
    }
    return catalogues_
        .emplace(path, Catalogue::read(path, path.filename().string(), wards_, options_.limits))
        .first->second;
  }

  const WardRegistry& wards_;
  const ReadOptions& options_;
  std::map<fs::path, Result<Catalogue>> catalogues_;
  std::set<std::pair<fs::path, int>> said_;  // Rows whose error is that of a file.
};

ReadingParts parts_of(const SourceText& text, const Report& report, const WardRegistry& wards) {
  switch (report.kind) {
    case ReportKind::TargetsAndResults:
      return read_initiatives(text.lines(), report);
    case ReportKind::Standards:
      return read_standards(text.lines(), report);
    case ReportKind::Guideline:
      return read_guideline(text.lines(), report, wards);
    case ReportKind::Policy:
      return read_policy(text.lines(), report);
  }
  return {};
}

// Within one report an id that comes twice gets a number behind it.
void make_ids_unique(ReadingParts& parts) {
  IdRegister ids;
  for (Record& record : parts.records) {
    std::string id = ids.unique(record.id);
    if (id != record.id) {
      parts.warn(record.source.line,
                 fmt::format("department and number (or the number alone) come twice in this file; "
                             "the record is kept as {}",
                             id),
                 "correct the number if it is a slip");
      record.id = std::move(id);
    }
  }
}

// The part of a file's path that may tell ward and year, however the path was typed: what stands
// below the folder that was named, that folder and the one around it.
std::string telling_path(const InputFile& file) {
  std::error_code ignored;
  const fs::path root = fs::canonical(file.root.empty() ? "." : file.root, ignored);
  const fs::path around = root.parent_path().filename() / root.filename();
  return (around / file.below_root).generic_string();
}

Result<ReportDescription> description_of(const InputFile& file, const SourceText& text,
                                         Catalogues& catalogues, const WardRegistry& wards) {
  auto found = catalogues.entry_for(file);
  if (!found) {
    return tl::unexpected(found.error());
  }
  if (*found) {
    return describe_report((*found)->entry, (*found)->catalogue, text);
  }
  return infer_report(text, telling_path(file), wards);
}

Error too_late_a_year(const InputFile& file, const ReportDescription& description) {
  const Inference& year = description.inferences[2];
  return Error(ErrorKind::InvalidArgument,
               fmt::format("the fiscal year {} ({}, from {}) lies too far ahead", year.value,
                           description.report.fiscal_year, year.from),
               file.name, "correct the year");
}

ReportReading read_one(const InputFile& file, Catalogues& catalogues, const WardRegistry& wards,
                       const ReadLimits& limits) {
  auto text = SourceText::open(file.path, file.name, limits);
  if (!text) {
    return failed(file.name, text.error());
  }
  auto description = description_of(file, *text, catalogues, wards);
  if (!description) {
    ReportReading reading = failed(file.name, description.error());
    reading.diagnostics.insert(reading.diagnostics.begin(), text->diagnostics().begin(),
                               text->diagnostics().end());
    return reading;
  }
  if (description->report.fiscal_year > limits.last_fiscal_year) {
    return failed(file.name, too_late_a_year(file, *description));
  }
  ReportReading reading;
  reading.file = file.name;
  reading.report = std::move(description->report);
  reading.report->file = file.name;
  reading.inferences = std::move(description->inferences);
  reading.diagnostics = text->diagnostics();
  ReadingParts parts = parts_of(*text, *reading.report, wards);
  make_ids_unique(parts);
  std::stable_sort(
      parts.diagnostics.begin(), parts.diagnostics.end(),
      [](const Diagnostic& left, const Diagnostic& right) { return left.line < right.line; });
  for (Diagnostic& diagnostic : parts.diagnostics) {
    diagnostic.file = file.name;
    reading.diagnostics.push_back(std::move(diagnostic));
  }
  reading.records = std::move(parts.records);
  reading.text_characters = parts.text_characters;
  reading.covered_characters = parts.covered_characters;
  return reading;
}

// Leaves out what an earlier file already holds, and says so once for each pair of files.
class DuplicateFilter {
 public:
  void filter(ReportReading& reading) {
    std::map<std::string, std::vector<const Record*>> held_by;
    std::vector<Record> kept;
    std::vector<Record> dropped;
    for (Record& record : reading.records) {
      const auto [known, added] = file_of_id_.emplace(record.id, reading.file);
      (added ? kept : dropped).push_back(std::move(record));
    }
    for (const Record& record : dropped) {
      held_by[file_of_id_[record.id]].push_back(&record);
    }
    for (const auto& [file, records] : held_by) {
      reading.diagnostics.push_back(
          {Diagnostic::Severity::Error, reading.file, records.front()->source.line,
           fmt::format(
               "{} records with the same id stand in {} already and are left out, the first "
               "is {}",
               records.size(), file, records.front()->id),
           "give each report once, and check ward and year of both"});
    }
    reading.records = std::move(kept);
  }

 private:
  std::unordered_map<std::string, std::string> file_of_id_;
};

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  std::string text = fmt::format("{}: {}", name_of_severity(diagnostic.severity), diagnostic.file);
  if (diagnostic.line > 0) {
    text += fmt::format(":{}", diagnostic.line);
  }
  text += ": " + diagnostic.message;
  if (!diagnostic.hint.empty()) {
    text += "; " + diagnostic.hint;
  }
  return printable(text);
}

bool ReportReading::has_errors() const {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Diagnostic::Severity::Error;
  });
}

std::size_t ReportReading::department_count() const {
  std::set<std::string_view> names;
  for (const Record& record : records) {
    if (record.kind == RecordKind::Initiative && !record.department.name.empty()) {
      names.insert(record.department.name);
    }
  }
  return names.size();
}

std::vector<ReportReading> read_reports(const std::vector<std::filesystem::path>& paths,
                                        const WardRegistry& wards, const ReadOptions& options,
                                        const ReadProgress& progress) {
  InputFiles inputs = find_input_files(paths, options.limits.max_files);
  Catalogues catalogues(wards, options);
  std::vector<ReportReading> readings = readings_of(std::move(inputs.remarks));
  DuplicateFilter duplicates;
  const std::size_t total = inputs.files.size();
  for (std::size_t index = 0; index < total; ++index) {
    const InputFile& file = inputs.files[index];
    if (progress) {
      progress(file.name, index + 1, total);
    }
    readings.push_back(read_one(file, catalogues, wards, options.limits));
    duplicates.filter(readings.back());
  }
  auto catalogue_readings = catalogues.take_readings();
  readings.insert(readings.end(), std::make_move_iterator(catalogue_readings.begin()),
                  std::make_move_iterator(catalogue_readings.end()));
  return readings;
}

}  // namespace torikumi::corpus
