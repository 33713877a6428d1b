#include "corpus/catalogue.h"

#include "corpus/csv_table.h"
#include "corpus/nearest_names.h"
#include "corpus/source_text.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <system_error>
#include <utility>

namespace torikumi::corpus {
namespace {

const std::vector<std::string_view> kColumns{"file",        "kind",  "municipality", "ward",
                                             "fiscal_year", "title", "url"};

constexpr std::array kReportKinds{ReportKind::TargetsAndResults, ReportKind::Standards,
                                  ReportKind::Guideline, ReportKind::Policy};

// Windows writes \, a Mac separates voice marks from kana in file names.
std::string file_key(std::string_view file) {
  std::string name = composed(file);
  std::replace(name.begin(), name.end(), '\\', '/');
  return std::filesystem::path(name).lexically_normal().generic_string();
}

bool is_below_folder(const std::string& key) {
  return !key.empty() && !key.starts_with('/') && key != "." && key != ".." &&
         !key.starts_with("../");
}

std::string on_one_line(std::string_view cell) {
  std::string text(cell);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The files of a folder by the names that `file_key` gives them.
std::vector<std::string> file_names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    names.push_back(composed(entry.path().filename().string()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result<ReportKind> kind_of(std::string_view cell) {
  if (const std::optional<ReportKind> kind = report_kind_named(cell)) {
    return *kind;
  }
  std::vector<std::string> names;
  names.reserve(kReportKinds.size());
  for (const ReportKind kind : kReportKinds) {
    names.emplace_back(name_of(kind));
  }
  if (cell.empty()) {
    return failure(ErrorKind::Malformed, "the kind is empty", {},
                   fmt::format("write one of {}", fmt::join(names, ", ")));
  }
  const std::vector<std::string> near = nearest_names(cell, names, 1);
  return failure(ErrorKind::Malformed, fmt::format("the kind \"{}\" is not known", cell), {},
                 near.empty() ? fmt::format("write one of {}", fmt::join(names, ", "))
                              : fmt::format("did you mean {}?", near.front()));
}

// A ward by name or by its code.
Result<Ward> ward_of(std::string_view municipality, std::string_view ward,
                     const WardRegistry& wards) {
  const std::string code = width_folded(ward);
  if (!is_number(code)) {
    return wards.find(municipality, ward);
  }
  const std::optional<Ward> found = wards.by_code(code);
  if (!found) {
    return failure(ErrorKind::InvalidArgument,
                   fmt::format("the ward code \"{}\" is not known", code), {},
                   is_valid_area_code(code)
                       ? "write the name of the ward, or add the code to the table of wards"
                       : "a code has six digits, the last one its check digit: 141313 is 川崎区");
  }
  const Result<Ward> in_city = wards.find(municipality, found->name);
  if (!municipality.empty() && (!in_city || in_city->municipality != found->municipality)) {
    return failure(ErrorKind::InvalidArgument,
                   fmt::format("the ward code {} is {}, not of \"{}\"", code, found->full_name(),
                               municipality),
                   {}, "correct one of the two");
  }
  return *found;
}

}  // namespace

/// Makes a Catalogue row by row.
class CatalogueBuilder {
 public:
  CatalogueBuilder(const CsvTable& table, std::filesystem::path folder, std::string name,
                   const WardRegistry& wards)
      : table_(table), folder_(std::move(folder)), wards_(wards) {
    catalogue_.name_ = std::move(name);
  }

  void add(const CsvRow& row) {
    row_ = &row;
    CatalogueEntry entry;
    entry.line = row.line;
    entry.file = file_key(cell("file"));
    if (const std::optional<Error> problem = fill(entry)) {
      reject(entry.file, *problem);
    } else if (seen_.contains(entry.file)) {
      reject_repetition(entry.file);
    } else {
      warn_of_missing_file(entry.file);
      catalogue_.entries_.push_back(entry);
    }
    seen_.insert(entry.file);
  }

  Catalogue take() { return std::move(catalogue_); }

 private:
  [[nodiscard]] std::string_view cell(std::string_view column) const {
    return table_.cell(*row_, column);
  }

  [[nodiscard]] std::string place() const {
    return fmt::format("{}:{}", catalogue_.name_, row_->line);
  }

  // Fills everything but file and line; the error of the first cell that is wrong.
  std::optional<Error> fill(CatalogueEntry& entry) {
    if (auto problem = row_problem(entry.file)) {
      return problem;
    }
    const Result<ReportKind> kind = kind_of(cell("kind"));
    const Result<Ward> ward = ward_of(cell("municipality"), cell("ward"), wards_);
    const Result<FiscalYearRange> years = parse_fiscal_year_range(cell("fiscal_year"));
    if (!kind || !ward || !years) {
      return !kind ? kind.error() : !ward ? ward.error() : years.error();
    }
    if (auto problem = kind_problem(*kind, *ward, *years)) {
      return problem;
    }
    entry.kind = *kind;
    entry.ward = *ward;
    entry.fiscal_years = *years;
    entry.fiscal_year = years->last;
    entry.title = on_one_line(cell("title"));
    entry.note = on_one_line(cell("note"));
    entry.url = accepted_url();
    if (wards_.is_retired(ward->code)) {
      remark(Diagnostic::Severity::Warning,
             fmt::format("the ward {} ({}) was given up", ward->full_name(), ward->code),
             "name its successor unless the report is older than that");
    }
    return std::nullopt;
  }

  // What does not go with the kind: only standards and guidelines are of a whole city, only a
  // policy is for several years.
  [[nodiscard]] std::optional<Error> kind_problem(ReportKind kind, const Ward& ward,
                                                  const FiscalYearRange& years) const {
    const bool is_of_ward = kind == ReportKind::TargetsAndResults;
    if (ward.name.empty() && is_of_ward && has_wards(ward.municipality)) {
      return Error(ErrorKind::Malformed,
                   fmt::format("the ward is empty, but a report of the kind {} is of one ward",
                               name_of(kind)),
                   {}, "write the name of the ward");
    }
    if (years.first != years.last && kind != ReportKind::Policy) {
      return Error(
          ErrorKind::Malformed,
          fmt::format("the fiscal year \"{}\" is a range, but a report of the kind {} is of "
                      "one year",
                      cell("fiscal_year"), name_of(kind)),
          {}, "write the year that the file is about");
    }
    return std::nullopt;
  }

  [[nodiscard]] bool has_wards(std::string_view municipality) const {
    const auto& all = wards_.all();
    return std::any_of(all.begin(), all.end(), [&](const Ward& each) {
      return each.municipality == municipality && !each.name.empty();
    });
  }

  [[nodiscard]] std::optional<Error> row_problem(const std::string& file) const {
    const auto& cells = row_->cells;
    const std::size_t columns = table_.columns().size();
    if (cells.size() > columns &&
        std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(columns), cells.end(),
                    [](const std::string& extra) { return !extra.empty(); })) {
      return Error(
          ErrorKind::Malformed,
          fmt::format("the row has {} cells, the first row names {}", cells.size(), columns), {},
          "put a cell that holds a comma in quotation marks");
    }
    if (cell("file").empty()) {
      return Error(ErrorKind::Malformed, "the file is empty", {},
                   "write the name of the report's file");
    }
    if (!is_below_folder(file)) {
      return Error(ErrorKind::Malformed,
                   fmt::format("the file \"{}\" is not below the catalogue's folder", file), {},
                   "put a catalogue.csv beside it and write its name only");
    }
    return std::nullopt;
  }

  // Only what can be a link on a page.
  std::string accepted_url() {
    const std::string_view url = cell("url");
    if (url.empty() || is_web_address(url)) {
      return std::string(url);
    }
    remark(Diagnostic::Severity::Warning, fmt::format("the url \"{}\" is left out", url),
           "an address begins with https:// or http://");
    return {};
  }

  // Of two rows for one file it cannot be known which is right, so a good one goes too.
  void reject(const std::string& file, const Error& problem) {
    if (seen_.contains(file)) {
      std::erase_if(catalogue_.entries_,
                    [&](const CatalogueEntry& entry) { return entry.file == file; });
    }
    remark(Diagnostic::Severity::Error, problem.message, problem.hint);
    catalogue_.bad_files_.insert_or_assign(
        file, Error(problem.kind, problem.message, place(), problem.hint));
  }

  void reject_repetition(const std::string& file) {
    reject(file, Error(ErrorKind::Conflict, fmt::format("the file \"{}\" is listed twice", file),
                       {}, "remove one of the rows"));
  }

  void warn_of_missing_file(const std::string& file) {
    const std::filesystem::path path = folder_ / file;
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) {
      return;
    }
    const std::vector<std::string> names = file_names_in(path.parent_path());
    const std::string name = path.filename().string();
    if (std::binary_search(names.begin(), names.end(), name)) {
      return;
    }
    const std::vector<std::string> near = nearest_names(name, names, 1);
    remark(Diagnostic::Severity::Warning, fmt::format("the file \"{}\" is not there", file),
           near.empty() ? "correct the name or remove the row"
                        : fmt::format("did you mean {}?", near.front()));
  }

  void remark(Diagnostic::Severity severity, std::string message, std::string hint) {
    catalogue_.diagnostics_.push_back(
        {severity, catalogue_.name_, row_->line, std::move(message), std::move(hint)});
  }

  const CsvTable& table_;
  std::filesystem::path folder_;
  const WardRegistry& wards_;
  const CsvRow* row_ = nullptr;  // The row that is being added.
  std::set<std::string> seen_;
  Catalogue catalogue_;
};

Result<Catalogue> Catalogue::read(const std::filesystem::path& path, const std::string& name,
                                  const WardRegistry& wards, const ReadLimits& limits) {
  const Result<SourceText> text = SourceText::open(path, name, limits);
  if (!text) {
    return tl::unexpected(text.error());
  }
  const Result<CsvTable> table = CsvTable::parse(*text);
  if (!table) {
    return tl::unexpected(table.error());
  }
  if (const std::optional<std::string_view> missing = table->missing_column(kColumns)) {
    return failure(ErrorKind::Malformed, fmt::format("the column \"{}\" is missing", *missing),
                   fmt::format("{}:{}", name, table->first_line()),
                   fmt::format("the first row names the columns: {}", fmt::join(kColumns, ",")));
  }
  CatalogueBuilder builder(*table, path.parent_path(), name, wards);
  for (const CsvRow& row : table->rows()) {
    builder.add(row);
  }
  Catalogue catalogue = builder.take();
  catalogue.diagnostics_.insert(catalogue.diagnostics_.begin(), text->diagnostics().begin(),
                                text->diagnostics().end());
  return catalogue;
}

Result<std::optional<CatalogueEntry>> Catalogue::entry_for(std::string_view file) const {
  const std::string key = file_key(file);
  if (const auto bad = bad_files_.find(key); bad != bad_files_.end()) {
    return tl::unexpected(bad->second);
  }
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const CatalogueEntry& entry) { return entry.file == key; });
  return found == entries_.end() ? std::nullopt : std::optional(*found);
}

}  // namespace torikumi::corpus
