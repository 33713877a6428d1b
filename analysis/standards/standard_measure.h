#ifndef ANALYSIS_STANDARDS_STANDARD_MEASURE_H_
#define ANALYSIS_STANDARDS_STANDARD_MEASURE_H_

// The numbers of the measure that compares sentences with standards.

namespace torikumi::analysis {

/// How a sentence is scored against a standard; standard_coverage.h says how the parts work
/// together. The defaults were chosen on the judged links of bench/practices, whose COVERAGE.md
/// tells what each one earns. Each is a factor 0..1 unless it says otherwise; the value that
/// switches a part off is given behind it.
struct StandardMeasure {
  /// From this score on a link is strong; from the next one on it is weak. Both on the curve of
  /// bench/practices/COVERAGE.md.
  double strong_score = 0.525;
  double weak_score = 0.46;

  /// Words of a corpus of this many records or more are weighed by their true share of records; of
  /// a smaller one by their place between the rarest and the most frequent. Above 1.
  double full_corpus = 150;
  /// What a verb says against a noun, and an action noun (確認する) at the most; 1 and 0.
  double verb = 0.3;
  double action = 0.5;
  /// How much a word counts less that many standards have: an exponent; 0.
  double rarity_among_standards = 0.5;
  /// How much a word counts more that the standard repeats: an exponent; 0.
  double repetition = 0.5;
  /// Words in quotes and brackets of the standard, as names of laws and greetings; 1.
  double aside = 0.25;
  /// Exponent of the share of the standard that is said, against that of the amount; 0.
  double containment = 0.25;
  /// The amount, in fully informative words, that makes half a score. Above 0.
  double half_amount = 0.75;
  /// How much that amount grows with the length of the sentence; 0. And the length, in fully
  /// informative words, at which it does not change. Above 0.
  double dilution = 0.3;
  double usual_length = 5.5;
  /// What words lose outside the two neighbouring clauses that say most; 0.
  double far_clause = 0.6;
  /// What a word counts that only another sentence of the record has; 0.
  double context = 0.3;
  /// What a word loses for a standard, in proportion to the score of a better one that has it; 0.
  double competition = 0.5;
  /// How much nearer 1 a score gets where record and standard have a scene in common; 0.
  double same_scene = 0.15;

  bool operator==(const StandardMeasure&) const = default;
};

}  // namespace torikumi::analysis

#endif  // ANALYSIS_STANDARDS_STANDARD_MEASURE_H_
