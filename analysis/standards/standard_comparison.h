#ifndef ANALYSIS_STANDARDS_STANDARD_COMPARISON_H_
#define ANALYSIS_STANDARDS_STANDARD_COMPARISON_H_

// The standards and the texts that are compared with them, collected one record at a time.

#include "analysis/synonyms.h"
#include "analysis/token.h"
#include "corpus/record.h"

#include <cstddef>
#include <memory>

namespace torikumi::analysis {

/// The texts of all records in a form in which they can be compared with the standards among them.
///
/// Move-only. One thread while records are added; free to share for reading after `finish`.
class StandardComparison {
 public:
  /// `synonyms` must outlive `finish`; its words stand for one another in both directions.
  explicit StandardComparison(const SynonymTable& synonyms);
  ~StandardComparison();
  StandardComparison(StandardComparison&&) noexcept;
  StandardComparison& operator=(StandardComparison&&) noexcept;

  /// Adds the record at `place` with the analyses of its two texts, in any order of places, each
  /// once. `record` must outlive this object. Passages are passed over. Linear in the texts.
  void add(std::size_t place, const corpus::Record& record, const Analysis& target,
           const Analysis& result);

  /// Weighs the words, once, after the last `add`.
  void finish();

  struct Impl;
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_STANDARD_COMPARISON_H_
