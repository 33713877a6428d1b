#ifndef SEARCHD_API_EVIDENCE_QUERY_H_
#define SEARCHD_API_EVIDENCE_QUERY_H_

// The search that lists the records behind a number.

#include "corpus/record.h"
#include "searchd/api/parameters.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::searchd {

/// The query string (without ?) of the search for what a request counts; each step narrows it. A
/// value.
class EvidenceQuery {
 public:
  /// q, themes, filters, field, kind and synonyms as `parameters` have them.
  explicit EvidenceQuery(const Parameters& parameters);

  /// Holding, besides, one of `spellings` as exactly this sequence of characters.
  [[nodiscard]] EvidenceQuery holding(const std::vector<std::string>& spellings) const;

  /// Of this fiscal year only; of the ward with this code only.
  [[nodiscard]] EvidenceQuery in_year(int fiscal_year) const;
  [[nodiscard]] EvidenceQuery in_ward(const std::string& code) const;

  /// Of which this was found too (name_of(ResultFinding)), beside the flags of the request.
  [[nodiscard]] EvidenceQuery with_flag(std::string_view finding) const;

  /// Of this theme only.
  [[nodiscard]] EvidenceQuery of_theme(const std::string& id) const;

  /// Of these kinds only; of all if there are none.
  [[nodiscard]] EvidenceQuery of_kinds(const std::vector<corpus::RecordKind>& kinds) const;

  [[nodiscard]] EvidenceQuery without_themes() const;

  /// Without q and its synonyms, and without themes.
  [[nodiscard]] EvidenceQuery without_words() const;

  /// Without ward, year, department, scene and flag.
  [[nodiscard]] EvidenceQuery without_filters() const;

  /// q=…&relax=off&ward=…, percent-encoded; behind /api/v1/search? it lists the records.
  [[nodiscard]] std::string text() const;

 private:
  void set(std::string_view name, std::string value);

  std::string q_;
  std::multimap<std::string, std::string, std::less<>> others_;  // In order of names.
};

/// `text` as a value within a query string (RFC 3986): all but letters, digits and - . _ ~ as %XX.
std::string percent_encoded(std::string_view text);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_EVIDENCE_QUERY_H_
