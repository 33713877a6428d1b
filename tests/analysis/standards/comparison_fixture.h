#ifndef TESTS_ANALYSIS_STANDARDS_COMPARISON_FIXTURE_H_
#define TESTS_ANALYSIS_STANDARDS_COMPARISON_FIXTURE_H_

// Small lists of standards and records that are compared with them.

#include "analysis/standards/raising_words.h"
#include "analysis/standards/related_words.h"
#include "analysis/standards/standard_comparison.h"
#include "corpus/data_directory.h"
#include "tests/analysis/shared_lexicon.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace torikumi::analysis {

/// Records in the order in which they were made; the word lists are those that ship.
class ComparisonFixture {
 public:
  explicit ComparisonFixture(const StandardMeasure& measure = {}) : measure_(measure) {}

  /// The place of a standard of 川崎市.
  std::size_t standard(std::string text, int fiscal_year = 2024) {
    corpus::Record record = of_kind(corpus::RecordKind::Standard, fiscal_year);
    record.target = std::move(text);
    return add(std::move(record));
  }

  /// The place of an initiative of 中原区.
  std::size_t initiative(std::string target, std::string result = {}, int fiscal_year = 2024) {
    corpus::Record record = of_kind(corpus::RecordKind::Initiative, fiscal_year);
    record.ward.name = "中原区";
    record.target = std::move(target);
    record.result = std::move(result);
    record.result_status = corpus::ResultStatus::Reported;
    return add(std::move(record));
  }

  /// Something else that offices do, so that words can be rare and frequent.
  void add_usual_initiatives() {
    for (const std::string_view text :
         {"市民の方に丁寧な対応を行います。", "窓口では区民の方に親切に対応します。",
          "研修を実施し、職員の知識を高めます。", "事業の内容を関係課と調整します。",
          "道路の補修を計画的に実施します。", "公園の遊具を点検し、安全に努めます。",
          "会議の記録を作成し、課内で情報を共有します。", "申請の受付を正確に行います。",
          "市民の方の声を業務に生かします。", "待ち時間の短縮に努め、対応を早めます。"}) {
      initiative(std::string(text));
    }
  }

  corpus::Record& record(std::size_t place) { return records_[place]; }

  /// All records, compared.
  StandardComparison comparison() {
    Analyzer analyzer = make_analyzer();
    const RelatedWords related(related_word_files(), analyzer);
    const auto raising = RaisingWords::load(data_directory() / "raising_words.tsv");
    StandardComparison comparison(related, raising, measure_);
    for (std::size_t place = 0; place < records_.size(); ++place) {
      const corpus::Record& each = records_[place];
      comparison.add(place, each, analyzer.analyze(each.target), analyzer.analyze(each.result));
    }
    comparison.finish();
    return comparison;
  }

 private:
  static corpus::Record of_kind(corpus::RecordKind kind, int fiscal_year) {
    corpus::Record record;
    record.kind = kind;
    record.ward.municipality = "川崎市";
    record.fiscal_year = fiscal_year;
    return record;
  }

  std::size_t add(corpus::Record record) {
    records_.push_back(std::move(record));
    return records_.size() - 1;
  }

  StandardMeasure measure_;
  std::vector<corpus::Record> records_;
};

}  // namespace torikumi::analysis

#endif  // TESTS_ANALYSIS_STANDARDS_COMPARISON_FIXTURE_H_
