#ifndef CORPUS_RECORD_H_
#define CORPUS_RECORD_H_

// The values that everything else works on: what a report holds, after reading.
// All text is UTF-8. All are plain values; free to copy and share.

#include "corpus/scene.h"
#include "corpus/ward_registry.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {

enum class RecordKind {
  Initiative,  ///< 取組: one numbered goal of one department with its result.
  Example,     ///< 事例: a listed practice example; it has a result and no target.
  Standard,    ///< 区役所サービス基準: one numbered norm; its text is the target.
  Passage,     ///< A paragraph, bullet, policy or principle of a document; its text is the target.
};

/// How an initiative's result stands in its report (総括).
enum class ResultStatus {
  Reported,  ///< There is a result.
  Omitted,   ///< The report says that the summing-up is left out (※…省略とします).
  Missing,   ///< The cell is empty, or the kind of record has no result.
};

/// For whom a standard holds.
enum class StandardScope {
  AllOffices,          ///< All ward offices, every section.
  EachSection,         ///< 各課に係る基準: each section decides.
  ParticularSections,  ///< 特定の課に係る基準.
  OneWard,             ///< 各区独自基準: a ward's own.
};

/// What a passage is in its document.
enum class PassageRole {
  Paragraph,        ///< Running text of a section.
  Bullet,           ///< An item of a list.
  Principle,        ///< 理念: one of the principles of the standards or the guideline.
  Policy,           ///< 方針: one of a ward's policies for the year.
  SceneDefinition,  ///< What the guideline says a scene is.
};

/// A department (部署): the path from division to section.
struct Department {
  std::string name;               ///< Canonical: the path joined by one blank; empty if none.
  std::vector<std::string> path;  ///< まちづくり推進部, 企画課.
  std::string raw;                ///< As printed, blanks and all.

  bool operator==(const Department&) const = default;
};

/// Where a text was read.
struct Source {
  std::string file;   ///< Path as given, relative to the folder that was read.
  int line = 0;       ///< 1-based line of the file where the record begins.
  std::string title;  ///< Title of the report.
  std::string url;    ///< Where the report is published; empty if not known.
  std::string note;   ///< A remark that is to be shown with the text (a digest, say); or empty.

  bool operator==(const Source&) const = default;
};

/// The unit of search and of counting.
struct Record {
  std::string id;  ///< Stable: the same report read again gives the same id, on any machine.
  RecordKind kind = RecordKind::Initiative;
  Ward ward;                       ///< The municipality itself for a city-wide document.
  std::optional<int> fiscal_year;  ///< Western; empty if the document does not tell.
  Department department;           ///< Owner (所管) for a standard; empty for others.
  std::optional<int> number;       ///< As printed: of the goal, standard or list item.
  std::vector<Scene> scenes;       ///< None, one or two, in label order.
  std::string target;              ///< 目標; paragraphs separated by one \n. May be empty.
  std::string result;              ///< 実施結果; paragraphs separated by one \n. May be empty.
  ResultStatus result_status = ResultStatus::Missing;
  std::optional<StandardScope> scope;  ///< Standards only.
  std::optional<PassageRole> role;     ///< Passages only.
  std::vector<std::string> headings;   ///< Sections around a passage or standard, outermost first.
  Source source;

  bool operator==(const Record&) const = default;
};

/// What sort of document a report is; the words of the catalogue's `kind` column.
enum class ReportKind { TargetsAndResults, Standards, Guideline, Policy };

/// One source document (報告書).
struct Report {
  ReportKind kind = ReportKind::TargetsAndResults;
  Ward ward;  ///< The municipality itself for a city-wide document.
  int fiscal_year = 0;
  std::string title;
  std::string file;  ///< As in Source::file.
  std::string url;
  std::string note;

  bool operator==(const Report&) const = default;
};

/// Stable names used in JSON, the catalogue and the index: `initiative`, `omitted`,
/// `particular_sections`, `scene_definition`, `targets_and_results`.
std::string_view name_of(RecordKind kind);
std::string_view name_of(ResultStatus status);
std::string_view name_of(StandardScope scope);
std::string_view name_of(PassageRole role);
std::string_view name_of(ReportKind kind);

std::optional<RecordKind> record_kind_named(std::string_view name);
std::optional<ResultStatus> result_status_named(std::string_view name);
std::optional<StandardScope> standard_scope_named(std::string_view name);
std::optional<PassageRole> passage_role_named(std::string_view name);
std::optional<ReportKind> report_kind_named(std::string_view name);

}  // namespace torikumi::corpus

#endif  // CORPUS_RECORD_H_
