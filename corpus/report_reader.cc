#include "corpus/report_reader.h"

#include "corpus/catalogue.h"
#include "corpus/guideline_reader.h"
#include "corpus/initiative_reader.h"
#include "corpus/policy_reader.h"
#include "corpus/reading_parts.h"
#include "corpus/record_id.h"
#include "corpus/report_inference.h"
#include "corpus/source_text.h"
#include "corpus/standards_reader.h"

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

Diagnostic diagnostic_of(const Error& error, const std::string& file) {
  // `where` is the file, with the line behind a colon if there is one.
  int line = 0;
  const std::size_t colon = error.where.rfind(':');
  if (colon != std::string::npos) {
    const std::string digits = error.where.substr(colon + 1);
    if (!digits.empty() && digits.size() < 9 &&
        digits.find_first_not_of("0123456789") == std::string::npos) {
      line = std::stoi(digits);
    }
  }
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

// A file to read.
struct InputFile {
  fs::path path;
  fs::path root;     // The folder that was named, or the file's own.
  std::string name;  // Source::file.
};

// README and PROVENANCE, in any case and with any ending, are notes about the files beside them.
bool is_note_name(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char byte) {
    return static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
  });
  return name.starts_with("readme") || name.starts_with("provenance");
}

bool is_report_name(const fs::path& path) {
  const std::string name = path.filename().string();
  return !name.starts_with(".") && !is_note_name(name) &&
         (path.extension() == ".txt" || path.extension() == ".md");
}

// The files to read, in order, and readings that say why there is none.
class InputFiles {
 public:
  explicit InputFiles(std::size_t max_files) : max_files_(max_files) {}

  void add(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      failures_.push_back(failed(path.string(), Error(ErrorKind::NotFound,
                                                      "there is no such file "
                                                      "or folder")));
    } else if (fs::is_directory(status)) {
      add_folder(path);
    } else {
      add_file(path, path.parent_path(), path.filename().string());
    }
  }

  [[nodiscard]] const std::vector<InputFile>& files() const { return files_; }
  std::vector<ReportReading> take_failures() { return std::move(failures_); }

 private:
  void add_folder(const fs::path& folder) {
    std::vector<std::pair<std::string, fs::path>> found;  // Name below the folder, path.
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied,
                                           error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      std::error_code ignored;
      if (entry->is_directory(ignored)) {
        if (entry->path().filename().string().starts_with(".")) {
          entry.disable_recursion_pending();
        }
      } else if (is_report_name(entry->path())) {
        found.emplace_back(entry->path().lexically_relative(folder).generic_string(),
                           entry->path());
      }
    }
    if (error) {
      failures_.push_back(
          failed(folder.string(),
                 Error(ErrorKind::Unreadable, "the folder cannot be read: " + error.message())));
    } else if (found.empty()) {
      failures_.push_back(failed(folder.string(), Error(ErrorKind::NotFound,
                                                        "there is no .txt or .md file in this "
                                                        "folder")));
    }
    std::sort(found.begin(), found.end());
    for (auto& [name, path] : found) {
      add_file(path, folder, std::move(name));
    }
  }

  void add_file(const fs::path& path, const fs::path& root, std::string name) {
    std::error_code error;
    const fs::path canonical = fs::weakly_canonical(path, error);
    if (!known_.insert(error ? path : canonical).second) {
      return;  // Named twice, or by itself and by its folder.
    }
    if (files_.size() == max_files_) {
      if (!std::exchange(is_full_, true)) {
        failures_.push_back(failed(
            path.string(), Error(ErrorKind::TooLarge, fmt::format("there are more than {} files; "
                                                                  "this one and what follows is "
                                                                  "not read",
                                                                  max_files_))));
      }
      return;
    }
    if (!names_.insert(name).second) {
      name = path.generic_string();  // Two folders with files of the same name.
    }
    files_.push_back({path, root, std::move(name)});
  }

  std::size_t max_files_;
  std::vector<InputFile> files_;
  std::vector<ReportReading> failures_;
  std::set<fs::path> known_;
  std::set<std::string> names_;
  bool is_full_ = false;
};

// The catalogues beside the files, each read once.
class Catalogues {
 public:
  Catalogues(const WardRegistry& wards, const ReadOptions& options)
      : wards_(wards), options_(options) {}

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

  // What is wrong with the catalogues themselves.
  std::vector<ReportReading> take_readings() { return std::move(readings_); }

 private:
  Result<std::optional<Found>> entry_in(const fs::path& path, const InputFile& file) {
    const Catalogue& catalogue = loaded(path);
    std::error_code ignored;
    const fs::path folder =
        fs::weakly_canonical(path.parent_path().empty() ? "." : path.parent_path(), ignored);
    const fs::path below = fs::weakly_canonical(file.path, ignored).lexically_relative(folder);
    auto entry = catalogue.entry_for(below.generic_string());
    if (entry && !*entry && options_.catalogue) {
      entry = catalogue.entry_for(file.name);  // A catalogue that is kept elsewhere.
    }
    if (!entry) {
      return tl::unexpected(entry.error());
    }
    if (!*entry) {
      return std::optional<Found>();
    }
    return std::optional(Found{**entry, catalogue.name()});
  }

  const Catalogue& loaded(const fs::path& path) {
    const auto known = catalogues_.find(path);
    if (known != catalogues_.end()) {
      return known->second;
    }
    const std::string name = path.filename().string();
    auto read = Catalogue::read(path, name, wards_, options_.limits);
    ReportReading reading;
    reading.file = name;
    if (!read) {
      reading.diagnostics.push_back(diagnostic_of(read.error(), name));
      read = Catalogue();
    }
    std::copy(read->diagnostics().begin(), read->diagnostics().end(),
              std::back_inserter(reading.diagnostics));
    if (!reading.diagnostics.empty()) {
      readings_.push_back(std::move(reading));
    }
    return catalogues_.emplace(path, std::move(*read)).first->second;
  }

  const WardRegistry& wards_;
  const ReadOptions& options_;
  std::map<fs::path, Catalogue> catalogues_;
  std::vector<ReportReading> readings_;
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

Result<ReportDescription> description_of(const InputFile& file, const SourceText& text,
                                         Catalogues& catalogues, const WardRegistry& wards) {
  auto found = catalogues.entry_for(file);
  if (!found) {
    return tl::unexpected(found.error());
  }
  if (*found) {
    return describe_report((*found)->entry, (*found)->catalogue, text);
  }
  return infer_report(text, file.path.generic_string(), wards);
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
  return text;
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
  InputFiles inputs(options.limits.max_files);
  for (const fs::path& path : paths) {
    inputs.add(path);
  }
  std::vector<ReportReading> readings = inputs.take_failures();
  Catalogues catalogues(wards, options);
  DuplicateFilter duplicates;
  const std::size_t total = inputs.files().size();
  for (std::size_t index = 0; index < total; ++index) {
    const InputFile& file = inputs.files()[index];
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
