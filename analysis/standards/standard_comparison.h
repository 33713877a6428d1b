#ifndef ANALYSIS_STANDARDS_STANDARD_COMPARISON_H_
#define ANALYSIS_STANDARDS_STANDARD_COMPARISON_H_

// The standards and the texts that are compared with them, collected one record at a time.

#include "analysis/standards/compared_text.h"
#include "analysis/standards/raising_words.h"
#include "analysis/standards/related_words.h"
#include "analysis/standards/standard_list.h"
#include "analysis/standards/standard_measure.h"
#include "analysis/standards/word_weights.h"
#include "corpus/record.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace torikumi::analysis {

/// An initiative or example in the form in which it is compared.
struct ComparedRecord {
  std::size_t place = 0;  ///< In the list of records.
  std::string municipality;
  std::optional<int> fiscal_year;
  std::vector<corpus::Scene> scenes;
  std::vector<NumberedSentence> sentences;
};

/// The texts of all records in a form in which they can be compared with the standards among them.
///
/// Move-only. One thread while records are added; free to share for reading after `finish`.
class StandardComparison {
 public:
  /// `related` and `raising` must outlive the last `add`; the first is asked for the words of
  /// standards only.
  StandardComparison(const RelatedWords& related, const RaisingWords& raising,
                     const StandardMeasure& measure = {});
  StandardComparison(const StandardComparison&) = delete;
  StandardComparison& operator=(const StandardComparison&) = delete;
  StandardComparison(StandardComparison&&) = default;
  StandardComparison& operator=(StandardComparison&&) = default;

  /// Adds the record at `place`, above that of the one before, with the analyses of its two texts.
  /// Passages and results that a report leaves out are passed
  /// over. Linear in the texts.
  void add(std::size_t place, const corpus::Record& record, const Analysis& target,
           const Analysis& result);

  /// Weighs the words, once, after the last `add`.
  void finish();

  /// The initiatives and examples, in order of place.
  [[nodiscard]] const std::vector<ComparedRecord>& records() const { return records_; }
  /// The initiative or example at `place`, or null.
  [[nodiscard]] const ComparedRecord* record_at(std::size_t place) const;

  /// The list of standards of its municipality that `record` is compared with (list_year.h), or
  /// null if none is held.
  [[nodiscard]] const StandardList* list_for(const ComparedRecord& record) const;
  /// All lists of the municipality of `record`, by year.
  [[nodiscard]] std::vector<const StandardList*> lists_for(const ComparedRecord& record) const;

  [[nodiscard]] const StandardMeasure& measure() const { return measure_; }
  [[nodiscard]] const WordWeights& weights() const { return weights_; }

 private:
  using YearLists = std::map<std::optional<int>, StandardList>;

  void add_standard(std::size_t place, const corpus::Record& record, const Analysis& target);

  const RelatedWords* related_;
  const RaisingWords* raising_;
  StandardMeasure measure_;
  WordWeights weights_;
  std::vector<ComparedRecord> records_;
  std::map<std::string, std::map<std::optional<int>, std::vector<ComparedStandard>>> standards_;
  std::map<std::string, YearLists> lists_;  // By municipality.
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_STANDARD_COMPARISON_H_
