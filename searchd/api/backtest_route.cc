// Were the candidates of a year among the standards that came next?

#include "analysis/promotion/candidate_text.h"
#include "corpus/fiscal_year.h"
#include "searchd/api/analytics_request.h"
#include "searchd/api/promotion_json.h"
#include "searchd/promotion/backtest_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace torikumi::searchd {
namespace {

/// Candidates that became no standard, of one step.
constexpr std::size_t kMaxNotAdopted = 50;

Json share_json(analysis::Proportion share) {
  return {{"hits", share.hits},
          {"base", share.base},
          {"ratio", share.base == 0 ? Json(nullptr) : Json(rounded(share.ratio()))}};
}

std::string sentence_of(const BackTest& test, const analysis::ForetoldStandard& foretold) {
  const std::string year = corpus::fiscal_year_label(test.step.until_year);
  if (foretold.rank) {
    return fmt::format("{}までの報告からの候補で、{}位でした。", year, *foretold.rank);
  }
  switch (*foretold.miss) {
    case analysis::Miss::NoEvidence:
      return fmt::format("{}までの報告に、同じことをしている取組のまとまりは見つかりません。",
                         year);
    case analysis::Miss::NoPractice:
      return fmt::format(
          "{}までの報告に同じことを書いた文はありますが、共通する取組としてまとまっていません。",
          year);
    case analysis::Miss::BelowGate:
      return "共通する取組はありましたが、候補にするには区の数が足りませんでした。";
    case analysis::Miss::Stated:
      return "共通する取組はありましたが、それまでの基準に書かれているとみなされました。";
  }
  return {};
}

Json practice_json(const BackTest& test, const std::optional<std::size_t>& practice) {
  if (!practice) {
    return nullptr;
  }
  const analysis::PracticeFacts& facts = test.step.practices[*practice];
  return {{"id", facts.id}, {"label", facts.label}};
}

Json new_standards_json(const BackTest& test) {
  Json list = Json::array();
  for (const analysis::ForetoldStandard& foretold : test.result.standards) {
    const analysis::NewStandard& standard = test.step.new_standards[foretold.standard];
    list.push_back({{"number", standard.number ? Json(*standard.number) : Json(nullptr)},
                    {"text", standard.text},
                    {"rank", foretold.rank ? Json(*foretold.rank) : Json(nullptr)},
                    {"practice", practice_json(test, foretold.practice)},
                    {"miss", foretold.miss ? Json(name_of(*foretold.miss)) : Json(nullptr)},
                    {"sentence", sentence_of(test, foretold)}});
  }
  return list;
}

Json not_adopted_json(const BackTest& test) {
  Json list = Json::array();
  for (const std::size_t rank : test.result.not_adopted) {
    if (list.size() == kMaxNotAdopted) {
      break;
    }
    const analysis::Candidate& candidate = test.result.promotion.candidates[rank - 1];
    const analysis::PracticeFacts& facts = test.step.practices[candidate.practice];
    list.push_back({{"rank", rank},
                    {"practice", {{"id", facts.id}, {"label", facts.label}}},
                    {"reason", analysis::reason_of(candidate)}});
  }
  return list;
}

Json silent_json(const BackTest& test) {
  Json list = Json::array();
  for (const HeldStandard* standard : test.silent) {
    list.push_back(
        {{"id", standard->record.id},
         {"number", standard->record.number ? Json(*standard->record.number) : Json(nullptr)},
         {"text", standard->record.target}});
  }
  return list;
}

Json step_json(const BackTest& test, std::size_t k) {
  return {{"municipality", test.municipality},
          {"until_year", test.step.until_year},
          {"until_year_label", corpus::fiscal_year_label(test.step.until_year)},
          {"standards_year", test.standards_year},
          {"next_year", test.step.next_year},
          {"next_year_label", corpus::fiscal_year_label(test.step.next_year)},
          {"candidates", test.result.promotion.candidates.size()},
          {"precision", share_json(test.result.precision_at(k))},
          {"recall", share_json(test.result.recall_at(k))},
          {"new_standards", new_standards_json(test)},
          {"not_adopted_total", test.result.not_adopted.size()},
          {"not_adopted", not_adopted_json(test)},
          {"silent_standards", silent_json(test)}};
}

struct State {
  std::string_view name;
  std::string_view message;
};

State state_of(const BackTestList& list) {
  if (list.standards.empty()) {
    return {"no_standards",
            "年度の分かる区役所サービス基準が収録されていないため、検証できません。"};
  }
  if (!list.tests.empty()) {
    return {"evaluated",
            "各年度までの報告だけから候補を作り、次の基準で新しくなった項目と比べました。"};
  }
  if (list.without_records > 0) {
    return {"no_records",
            "次の基準より前の年度の報告や事例が収録されていないため、検証できません。"};
  }
  return {"one_year_only",
          "収録されている区役所サービス基準が1年度分だけなので、検証できません。"
          "2年度分以上の基準を収録すると、前の年度の候補と次の基準を比べられます。"};
}

}  // namespace

ApiResult<Answer> answer_backtest(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const Parameters& parameters = request.parameters;
  const ApiResult<analysis::PromotionOptions> options = promotion_options_from(parameters);
  if (!options) {
    return tl::unexpected(options.error());
  }
  const std::size_t k = parameters.integer("k");
  const BackTestList list = back_tests(*options, snapshot);
  Json steps = Json::array();
  analysis::Proportion precision;
  analysis::Proportion recall;
  for (const BackTest& test : list.tests) {
    steps.push_back(step_json(test, k));
    const analysis::Proportion right = test.result.precision_at(k);
    const analysis::Proportion found = test.result.recall_at(k);
    precision.hits += right.hits;
    precision.base += right.base;
    recall.hits += found.hits;
    recall.base += found.base;
  }
  const State state = state_of(list);
  return Answer{{{"state", state.name},
                 {"message", state.message},
                 {"k", k},
                 {"options", json_of(*options)},
                 {"precision", share_json(precision)},
                 {"recall", share_json(recall)},
                 {"steps", std::move(steps)}},
                std::nullopt};
}

}  // namespace torikumi::searchd
