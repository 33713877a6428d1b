#include "corpus/report_inference.h"

#include "corpus/fiscal_year.h"
#include "corpus/front_matter.h"
#include "corpus/report_kind.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <utility>

// What is known comes from the places below, the first one that tells; what two wards or two years
// in one place say is not settled by looking on, it stays unknown.
//
//   kind   words in the file name, the front matter (指針), the header of a table, the front matter
//   ward   a code or a name in the file name, in the folder names (nearest first), in the front
//          matter, in front of the departments; a city named in any of them settles a ward name
//          that several cities have
//   year   the same places but the last; a date in the front matter of a guideline or of standards
//   title  the front matter, the file name if it speaks of a document; else made of the other three

namespace torikumi::corpus {
namespace {

constexpr std::string_view kUnknown = "…";

/// A value and the place it was found in.
template <typename Value>
struct Found {
  Value value;
  std::string from;
};

std::string line_of_text(int number) {
  return fmt::format("line {} of the text", number);
}

// --- Places --------------------------------------------------------------------------------------

/// A text that may name ward and year.
struct Place {
  std::string text;
  std::string from;  ///< "file name", "folder name", "line 3 of the text".
};

std::vector<Place> names_in(std::string_view path) {
  constexpr std::size_t kMostFolders = 4;
  const std::filesystem::path file(composed(path));
  std::vector<Place> places{{file.stem().string(), "file name"}};
  std::filesystem::path folder = file.parent_path();
  while (places.size() <= kMostFolders && folder.has_filename()) {
    places.push_back({folder.filename().string(), "folder name"});
    folder = folder.parent_path();
  }
  return places;
}

std::vector<Place> places_in(const std::vector<FrontLine>& front) {
  std::vector<Place> places;
  places.reserve(front.size());
  for (const FrontLine& line : front) {
    places.push_back({line.text, line_of_text(line.number)});
  }
  return places;
}

// --- Kind ----------------------------------------------------------------------------------------

std::optional<Found<ReportKind>> kind_of(const SourceText& text, std::string_view path,
                                         const std::vector<FrontLine>& front) {
  const Place file_name = names_in(path).front();
  if (const auto kind = kind_in_file_name(file_name.text)) {
    return Found<ReportKind>{*kind, file_name.from};
  }
  for (const FrontLine& line : front) {
    if (kind_in_title(line.text) == ReportKind::Guideline) {
      return Found<ReportKind>{ReportKind::Guideline, line_of_text(line.number)};
    }
  }
  for (const SourceLine& line : text.lines()) {
    if (const auto kind = kind_in_table_header(line.text)) {
      return Found<ReportKind>{*kind, fmt::format("the table header in line {}", line.number)};
    }
  }
  for (const FrontLine& line : front) {
    if (const auto kind = kind_in_title(line.text)) {
      return Found<ReportKind>{*kind, line_of_text(line.number)};
    }
  }
  return std::nullopt;
}

// --- Ward ----------------------------------------------------------------------------------------

/// Wards that are called alike, or one.
struct WardsNamed {
  std::vector<Ward> wards;
  std::string from;
};

// The wards whose six-digit code stands in `text`, not inside a longer number.
std::vector<Ward> wards_by_code(std::string_view text, const WardRegistry& wards) {
  constexpr std::size_t kDigits = 6;
  constexpr std::string_view kAllDigits = "0123456789";
  std::vector<Ward> found;
  const std::string key = width_folded(text);
  for (std::size_t begin = key.find_first_of(kAllDigits); begin != std::string::npos;) {
    const std::size_t end = std::min(key.find_first_not_of(kAllDigits, begin), key.size());
    if (const auto ward = wards.by_code(key.substr(begin, end - begin));
        ward && end - begin == kDigits) {
      found.push_back(*ward);
    }
    begin = key.find_first_of(kAllDigits, end);
  }
  return found;
}

/// What the places say of ward and city, the first of each kind.
class WardSearch {
 public:
  explicit WardSearch(const WardRegistry& wards) : wards_(wards) {}

  void look_at(const Place& place) {
    std::vector<Ward> mentioned = wards_by_code(place.text, wards_);
    if (mentioned.empty()) {
      mentioned = wards_.mentioned_in(place.text);
    }
    std::vector<Ward> named;
    for (const Ward& ward : mentioned) {
      if (!ward.name.empty()) {
        named.push_back(ward);
      } else if (!city_) {
        city_ = Found<Ward>{ward, place.from};
      }
    }
    take(std::move(named), place.from);
  }

  void take(std::vector<Ward> named, const std::string& from) {
    if (named_.wards.empty() && !named.empty()) {
      named_ = {std::move(named), from};
    }
  }

  [[nodiscard]] bool has_ward() const { return !named_.wards.empty(); }

  /// The ward; nothing if none or more than one is named. A document that is not of one ward may be
  /// the city's.
  [[nodiscard]] std::optional<Found<Ward>> ward(std::optional<ReportKind> kind) const {
    std::vector<Ward> fitting = fitting_wards();
    if (fitting.size() == 1) {
      return Found<Ward>{fitting.front(), named_.from};
    }
    const bool may_be_of_city = kind == ReportKind::Standards || kind == ReportKind::Guideline;
    return named_.wards.empty() && may_be_of_city ? city_ : std::nullopt;
  }

  /// Why there is no ward, as a clause.
  [[nodiscard]] std::string problem() const {
    std::vector<std::string> names;
    for (const Ward& ward : fitting_wards()) {
      names.push_back(ward.full_name());
    }
    if (names.empty()) {
      return "the ward is not known";
    }
    return fmt::format("the ward is not clear (the {} says {})", named_.from,
                       fmt::join(names, " or "));
  }

  /// The municipality, if at least that is known.
  [[nodiscard]] std::string city() const {
    const std::vector<Ward> fitting = fitting_wards();
    return fitting.size() == 1 ? fitting.front().municipality
           : city_             ? city_->value.municipality
                               : std::string();
  }

 private:
  [[nodiscard]] std::vector<Ward> fitting_wards() const {
    std::vector<Ward> fitting;
    for (const Ward& ward : named_.wards) {
      if (city_ && ward.municipality == city_->value.municipality) {
        fitting.push_back(ward);
      }
    }
    return fitting.empty() ? named_.wards : fitting;
  }

  const WardRegistry& wards_;
  WardsNamed named_;
  std::optional<Found<Ward>> city_;
};

// The ward's name with which a department cell begins: 中原区役所 総務課, 中原区 総務課.
std::vector<Ward> wards_before_department(std::string_view cell, const WardRegistry& wards) {
  const std::size_t end = cell.find("区");
  if (end == std::string_view::npos) {
    return {};
  }
  const std::string_view name = cell.substr(0, end + std::string_view("区").size());
  const std::string_view rest = cell.substr(name.size());
  const bool is_ward_name =
      rest.starts_with("役所") || rest.empty() || is_blank(code_point_at(rest, 0).value);
  return is_ward_name ? wards.mentioned_in(name) : std::vector<Ward>{};
}

// The wards that most department cells (the first cells of the rows) name, if they all name the
// same.
std::vector<Ward> wards_before_departments(const SourceText& text, const WardRegistry& wards) {
  std::vector<Ward> named;
  std::size_t departments = 0;
  std::size_t with_ward = 0;
  for (const SourceLine& line : text.lines()) {
    const std::size_t end = line.text.find('\t');
    const std::string_view cell =
        trimmed(line.text.substr(0, end == std::string_view::npos ? 0 : end));
    if (cell.empty() || kind_in_table_header(line.text)) {
      continue;
    }
    ++departments;
    std::vector<Ward> here = wards_before_department(cell, wards);
    if (here.empty()) {
      continue;
    }
    ++with_ward;
    if (!named.empty() && named != here) {
      return {};
    }
    named = std::move(here);
  }
  return with_ward * 2 > departments ? named : std::vector<Ward>{};
}

WardSearch ward_search(const SourceText& text, std::string_view path,
                       const std::vector<FrontLine>& front, const WardRegistry& wards) {
  WardSearch search(wards);
  for (const Place& place : names_in(path)) {
    search.look_at(place);
  }
  for (const Place& place : places_in(front)) {
    search.look_at(place);
  }
  if (!search.has_ward()) {
    search.take(wards_before_departments(text, wards), "departments' names");
  }
  return search;
}

// --- Year ----------------------------------------------------------------------------------------

/// The year, or what speaks against one.
struct YearSearch {
  std::optional<Found<int>> year;
  std::string problem = "the fiscal year is not known";

  bool is_open = true;  ///< Nothing was found yet, not even two.
};

void take_years(const std::vector<FiscalYearMention>& mentions, const std::string& from,
                YearSearch& search) {
  std::set<int> years;
  for (const FiscalYearMention& mention : mentions) {
    years.insert(mention.fiscal_year);
  }
  if (years.size() == 1) {
    search = {Found<int>{*years.begin(), from}, {}, false};
  } else if (years.size() > 1) {
    search = {std::nullopt,
              fmt::format("the fiscal year is not clear (the {} says {})", from,
                          fmt::join(years, " and ")),
              false};
  }
}

bool may_be_dated(std::optional<ReportKind> kind) {
  return kind == ReportKind::Guideline || kind == ReportKind::Standards;
}

YearSearch year_search(std::string_view path, const std::vector<FrontLine>& front,
                       std::optional<ReportKind> kind) {
  YearSearch search;
  for (const Place& place : names_in(path)) {
    if (search.is_open) {
      take_years(years_in_name(place.text), place.from, search);
    }
  }
  for (const Place& place : places_in(front)) {
    if (search.is_open) {
      take_years(fiscal_years_in(place.text), place.from, search);
    }
  }
  for (const Place& place : places_in(front)) {
    const std::optional<int> dated = fiscal_year_of_date(place.text);
    if (search.is_open && may_be_dated(kind) && dated) {
      search = {Found<int>{*dated, fmt::format("the date in {}", place.from)}, {}, false};
    }
  }
  return search;
}

// --- Title ---------------------------------------------------------------------------------------

std::string_view document_name(ReportKind kind) {
  switch (kind) {
    case ReportKind::TargetsAndResults:
      return "区役所サービス向上目標";
    case ReportKind::Standards:
      return "区役所サービス基準";
    case ReportKind::Guideline:
      return "区役所サービス向上指針";
    case ReportKind::Policy:
      return "運営方針";
  }
  return {};
}

std::optional<Found<std::string>> title_in_front(const std::vector<FrontLine>& front,
                                                 ReportKind kind) {
  for (const FrontLine& line : front) {
    if (kind_in_title(line.text) == kind) {
      return Found<std::string>{line.text, line_of_text(line.number)};
    }
  }
  return std::nullopt;
}

Found<std::string> title_of(const Report& report, const std::vector<FrontLine>& front,
                            std::string_view path) {
  if (auto title = title_in_front(front, report.kind)) {
    return std::move(*title);
  }
  const Place file_name = names_in(path).front();
  if (kind_in_title(file_name.text)) {
    return {file_name.text, file_name.from};
  }
  return {fmt::format("{} {} {}", report.ward.full_name(), fiscal_year_label(report.fiscal_year),
                      document_name(report.kind)),
          "kind, ward and fiscal year"};
}

// --- Together ------------------------------------------------------------------------------------

std::string csv_cell(std::string_view cell) {
  if (cell.find_first_of(",\"\n") == std::string_view::npos) {
    return std::string(cell);
  }
  std::string quoted = "\"";
  for (const char c : cell) {
    quoted += c == '"' ? "\"\"" : std::string(1, c);
  }
  return quoted + "\"";
}

/// What was found, as far as it was.
struct Findings {
  std::optional<Found<ReportKind>> kind;
  std::optional<Found<Ward>> ward;
  YearSearch year;
  std::string city;  ///< The municipality; empty if unknown.
  std::string title;
};

// The row for the catalogue beside the file. A city-wide document has no ward.
std::string catalogue_row(std::string_view path, const Findings& findings) {
  const bool is_of_city = findings.kind && may_be_dated(findings.kind->value);
  const std::string ward = findings.ward ? findings.ward->value.name
                           : is_of_city  ? std::string()
                                         : std::string(kUnknown);
  const std::string year =
      findings.year.year ? fiscal_year_label(findings.year.year->value) : std::string(kUnknown);
  return fmt::format("{},{},{},{},{},{},",
                     csv_cell(std::filesystem::path(path).filename().string()),
                     findings.kind ? name_of(findings.kind->value) : kUnknown,
                     findings.city.empty() ? std::string(kUnknown) : findings.city, ward, year,
                     csv_cell(findings.title));
}

std::optional<Error> what_is_unknown(const SourceText& text, std::string_view path,
                                     const Findings& findings, const WardSearch& wards) {
  std::vector<std::string> problems;
  if (!findings.kind) {
    problems.emplace_back("the kind is not known");
  }
  if (!findings.ward) {
    problems.push_back(wards.problem());
  }
  if (!findings.year.year) {
    problems.push_back(findings.year.problem);
  }
  if (problems.empty()) {
    return std::nullopt;
  }
  return Error(ErrorKind::Unknown, fmt::format("{}", fmt::join(problems, ", ")), text.name(),
               fmt::format("add this row to catalogue.csv beside it "
                           "(file,kind,municipality,ward,fiscal_year,title,url) "
                           "with the right words for {}: {}",
                           kUnknown, catalogue_row(path, findings)));
}

std::vector<Inference> all_inferences(const Report& report, const std::string& kind_from,
                                      const std::string& ward_from, const std::string& year_from,
                                      const std::string& title_from) {
  return {{"kind", std::string(name_of(report.kind)), kind_from},
          {"ward", report.ward.full_name(), ward_from},
          {"fiscal_year", fiscal_year_label(report.fiscal_year), year_from},
          {"title", report.title, title_from}};
}

}  // namespace

ReportDescription describe_report(const CatalogueEntry& entry, std::string_view catalogue_name,
                                  const SourceText& text) {
  Report report{entry.kind,  entry.ward, entry.fiscal_year, entry.title,
                text.name(), entry.url,  entry.note};
  const std::string row = fmt::format("{}:{}", catalogue_name, entry.line);
  std::string title_from = row;
  if (report.title.empty()) {
    Found<std::string> title = title_of(report, front_matter(text), entry.file);
    report.title = std::move(title.value);
    title_from = std::move(title.from);
  }
  std::vector<Inference> inferences = all_inferences(report, row, row, row, title_from);
  return {std::move(report), std::move(inferences)};
}

Result<ReportDescription> infer_report(const SourceText& text, std::string_view path,
                                       const WardRegistry& wards) {
  const std::vector<FrontLine> front = front_matter(text);
  Findings findings;
  findings.kind = kind_of(text, path, front);
  const std::optional<ReportKind> kind =
      findings.kind ? std::optional(findings.kind->value) : std::nullopt;
  const WardSearch search = ward_search(text, path, front, wards);
  findings.ward = search.ward(kind);
  findings.city = findings.ward ? findings.ward->value.municipality : search.city();
  findings.year = year_search(path, front, kind);
  if (const auto title = kind ? title_in_front(front, *kind) : std::nullopt) {
    findings.title = title->value;
  }
  if (auto error = what_is_unknown(text, path, findings, search)) {
    return tl::unexpected(std::move(*error));
  }
  Report report{findings.kind->value,
                findings.ward->value,
                findings.year.year->value,
                {},
                text.name(),
                {},
                {}};
  Found<std::string> title = title_of(report, front, path);
  report.title = std::move(title.value);
  std::vector<Inference> inferences = all_inferences(
      report, findings.kind->from, findings.ward->from, findings.year.year->from, title.from);
  return ReportDescription{std::move(report), std::move(inferences)};
}

}  // namespace torikumi::corpus
