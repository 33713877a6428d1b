#ifndef INDEXER_SCHEMA_H_
#define INDEXER_SCHEMA_H_

// The layout of an index, in one place: which terms, positions, values and data a document has.
// Written by the indexer, read by the daemon; docs/index-schema.md says the same in prose.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::indexer {

/// Raised with every change after which an older program cannot read a newer index, or the other
/// way round. An index of another version is refused with the advice to build it again.
inline constexpr int kSchemaVersion = 6;

/// The two texts of a record; each has term families of its own, so that they are searched apart
/// and, as an OR of both, together.
enum class TextField { Target, Result };
inline constexpr std::array kTextFields{TextField::Target, TextField::Result};

/// The families of terms over one text.
enum class TermFamily {
  Word,       ///< Token::family, with the token's position; every token, so that phrases hold.
  Character,  ///< One or two neighbouring CharacterUnits; the pairs have the position of the first.
  Reading,    ///< Katakana reading of a content token that is not written so; no positions.
};

/// Things that a document is filtered or counted by; one boolean term for each value.
enum class FilterField { Id, Kind, Ward, FiscalYear, Department, Scene, Report, Term };

/// Slots of the values from which the daemon makes its column table.
enum class ValueSlot : std::uint32_t {
  Kind = 0,          ///< name_of(RecordKind)
  Ward = 1,          ///< Code.
  FiscalYear = 2,    ///< Four digits, or empty.
  Department = 3,    ///< Canonical name, or empty.
  Scenes = 4,        ///< One byte: bit n set for Scene number n; empty if none.
  ResultStatus = 5,  ///< name_of(ResultStatus)
  Report = 6,        ///< Place of the report in the manifest, decimal.
  ResultFlags = 7,   ///< One byte of ResultFlag bits and the outcome; empty if none.
  Derived = 8,       ///< JSON of derived_fields.h; initiatives only.
};

/// What analysis/result_quality.h found of an initiative.
enum class ResultFlag : std::uint8_t {
  Restated = 1,         ///< The result restates its own target.
  Copied = 2,           ///< Another department of the same report has the same result.
  Quantified = 4,       ///< The result has figures or dates.
  CarriedOver = 8,      ///< The target is that of the department's last earlier year.
  HasEarlierYear = 16,  ///< There is such a year to compare with.
};

/// Of the same byte, bits 5 and 6: the number of the analysis::ResultOutcome; of examples too.
inline constexpr unsigned kOutcomeShift = 5;
inline constexpr unsigned kOutcomeMask = 3;

/// One row of the layout, for programs and documents that list it.
struct SchemaRow {
  std::string_view name;
  std::string_view prefix;
  std::string_view meaning;
};

/// Every term prefix in use.
std::array<SchemaRow, 14> schema_rows();

/// The text of a Character term for two neighbouring units. A blank, which is in no unit, stands
/// between them: "10 2" must not be found as "102".
std::string character_pair(std::string_view left, std::string_view right);

/// The value of a Term term: the words of a candidate of analysis::term_candidates, parted by one
/// blank; and the words of such a value. Candidates too long for a term of the index are not
/// indexed: nothing for them.
std::optional<std::string> term_value(const std::vector<std::string>& words);
std::vector<std::string> words_of_term_value(std::string_view value);

/// The prefix of the terms of `field`.
std::string_view filter_prefix(FilterField field);

/// The prefixed term of `text` in a family. Longer than Xapian holds (245 bytes): cut at a
/// character bound and completed by a hash of the whole, so that equal texts stay equal and others
/// differ.
std::string text_term(TermFamily family, TextField field, std::string_view text);

/// The boolean term of a filter value; cut like a text term.
std::string filter_term(FilterField field, std::string_view value);

}  // namespace torikumi::indexer

#endif  // INDEXER_SCHEMA_H_
