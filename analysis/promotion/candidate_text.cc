#include "analysis/promotion/candidate_text.h"

#include "corpus/fiscal_year.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace torikumi::analysis {
namespace {

/// A lead of less than one hundredth of the score is none that a reader would see.
constexpr double kVisibleLead = 0.01;

/// A standard that is less similar, and that no member says, shares a word or two by chance.
constexpr double kNearSimilarity = 0.2;

constexpr std::size_t kMaxStandardCharacters = 60;
constexpr std::size_t kMaxAdditions = 3;

std::string shortened(std::string text) {
  std::size_t characters = 0;
  for (const corpus::CodePoint& character : corpus::code_points(text)) {
    if (++characters > kMaxStandardCharacters) {
      text.resize(character.byte_begin);
      return text + "…";
    }
  }
  return text;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  return fmt::format("{}", fmt::join(parts, between));
}

std::string wards_phrase(const Candidate& candidate) {
  const Proportion wards = candidate.part(RankPart::Wards).counts;
  if (wards.base == 1) {
    return "取り組みの有無が分かる1区";
  }
  if (wards.hits == wards.base) {
    return fmt::format("取り組みの有無が分かる{}区のすべて", wards.base);
  }
  return fmt::format("取り組みの有無が分かる{}区のうち{}区", wards.base, wards.hits);
}

std::string departments_count(const Candidate& candidate) {
  return fmt::format("{}{}部署", candidate.has_nameless_departments ? "少なくとも" : "",
                     candidate.part(RankPart::Departments).counts.hits);
}

std::string years_phrase(const std::vector<int>& years) {
  const std::string first = corpus::fiscal_year_label(years.front());
  if (years.size() == 1) {
    return first + "の報告";
  }
  const std::string last = corpus::fiscal_year_label(years.back());
  if (years.size() == 2) {
    return fmt::format("{}と{}の報告", first, last);
  }
  return fmt::format("{}から{}までの{}年度分の報告", first, last, years.size());
}

std::string additions_of(const NearStandard& standard) {
  std::vector<std::string> additions;
  for (const std::string& addition : standard.raised_by) {
    if (additions.size() < kMaxAdditions) {
      additions.push_back("「" + addition + "」");
    }
  }
  return additions.empty() ? std::string() : joined(additions, "") + "などの点で";
}

std::string standard_sentence(const Candidate& candidate) {
  const std::string_view relation = relation_to_nearest(candidate);
  if (relation == "none" ||
      (relation == "differs" && candidate.nearest->similarity < kNearSimilarity)) {
    return "近い基準は見当たりません。";
  }
  const NearStandard& standard = *candidate.nearest;
  const std::string name = name_of_standard(standard);
  if (relation == "extends") {
    return fmt::format("{}{}と同じ事柄で、{}それを上回る内容です。", label_of(standard.scope), name,
                       additions_of(standard));
  }
  if (relation == "ward_standard") {
    return fmt::format("{}は一部の区の独自基準で、{}区で同じことが行われています。", name,
                       candidate.wards.size());
  }
  return fmt::format("最も近い基準は{}で、{}。", name,
                     relation == "overlaps" ? "内容は一部重なります" : "内容は異なります");
}

std::string sentence_of(SurenessLimit limit, const Candidate& candidate) {
  switch (limit) {
    case SurenessLimit::ExamplesOnly:
      return "事例の一覧だけに見られ、目標と結果の報告にはありません。";
    case SurenessLimit::FewWards:
      return fmt::format("{}区の報告だけにもとづきます。", candidate.wards.size());
    case SurenessLimit::OneYear:
      return "1年度分の報告だけに見られます。";
    case SurenessLimit::Old:
      return fmt::format("最後に見られるのは{}で、最新の報告（{}）にはありません。",
                         corpus::fiscal_year_label(candidate.years.back()),
                         corpus::fiscal_year_label(candidate.last_report));
    case SurenessLimit::FewResults:
      return fmt::format("達成したと読める結果は{}件のうち{}件です。", candidate.members,
                         candidate.achieved);
    case SurenessLimit::FewReports:
      if (candidate.wards_with_initiatives == 0) {
        return "初めて見られた年度以降の、目標と結果の報告がありません。";
      }
      return fmt::format("初めて見られた年度以降に目標と結果の報告がある区は、{}区だけです。",
                         candidate.wards_with_initiatives);
  }
  return {};
}

}  // namespace

std::string_view label_of(CandidateKind kind) {
  switch (kind) {
    case CandidateKind::NewItem:
      return "新しい項目";
    case CandidateKind::Extension:
      return "基準の引き上げ";
    case CandidateKind::WardStandard:
      return "区の独自基準";
  }
  return "";
}

std::string_view label_of(RankPart part) {
  switch (part) {
    case RankPart::Wards:
      return "区の広がり";
    case RankPart::Departments:
      return "部署の数";
    case RankPart::Persistence:
      return "続いた年";
    case RankPart::Recency:
      return "新しさ";
    case RankPart::Results:
      return "結果";
  }
  return "";
}

std::string_view label_of(Sureness sureness) {
  switch (sureness) {
    case Sureness::Low:
      return "低い";
    case Sureness::Medium:
      return "ふつう";
    case Sureness::High:
      return "高い";
  }
  return "";
}

std::string_view label_of(corpus::StandardScope scope) {
  switch (scope) {
    case corpus::StandardScope::AllOffices:
      return "全区共通の基準";
    case corpus::StandardScope::EachSection:
      return "各課の基準";
    case corpus::StandardScope::ParticularSections:
      return "特定の課の基準";
    case corpus::StandardScope::OneWard:
      return "一部の区の独自基準";
  }
  return "";
}

std::string name_of_standard(const NearStandard& standard) {
  std::string text = standard.text.substr(0, standard.text.find('\n'));
  constexpr std::string_view kStop = "。";
  if (text.ends_with(kStop)) {
    text.resize(text.size() - kStop.size());
  }
  text = shortened(std::move(text));
  return standard.number ? fmt::format("No.{}「{}」", *standard.number, text)
                         : fmt::format("「{}」", text);
}

std::string_view relation_to_nearest(const Candidate& candidate) {
  if (!candidate.nearest) {
    return "none";
  }
  switch (candidate.kind) {
    case CandidateKind::Extension:
      return "extends";
    case CandidateKind::WardStandard:
      return "ward_standard";
    case CandidateKind::NewItem:
      break;
  }
  return candidate.nearest->stating + candidate.nearest->raising > 0 ? "overlaps" : "differs";
}

std::string reason_of(const Candidate& candidate) {
  return fmt::format("{}（{}）の、{}に見られます。{}", wards_phrase(candidate),
                     departments_count(candidate), years_phrase(candidate.years),
                     standard_sentence(candidate));
}

std::string fact_of(RankPart part, const Candidate& candidate) {
  const Proportion counts = candidate.part(part).counts;
  switch (part) {
    case RankPart::Wards:
      return fmt::format("有無が分かる{}区のうち{}区", counts.base, counts.hits);
    case RankPart::Departments:
      return departments_count(candidate);
    case RankPart::Persistence:
      return fmt::format("初めて見られてからの報告{}年度分のうち{}年度分", counts.base,
                         counts.hits);
    case RankPart::Recency:
      return fmt::format("最後に見られたのは{}", corpus::fiscal_year_label(candidate.years.back()));
    case RankPart::Results:
      return fmt::format("{}件のうち{}件で、物や資料が形になっている", counts.base, counts.hits);
  }
  return {};
}

std::string order_of(const Candidate& candidate) {
  std::vector<PartOfRank> parts(candidate.parts.begin(), candidate.parts.end());
  std::stable_sort(parts.begin(), parts.end(),
                   [](const PartOfRank& a, const PartOfRank& b) { return a.lead > b.lead; });
  std::vector<std::string> lifted;
  std::vector<std::string> held_down;
  for (const PartOfRank& part : parts) {
    const std::string said =
        fmt::format("{}（{}）", label_of(part.part), fact_of(part.part, candidate));
    if (part.lead >= kVisibleLead) {
      lifted.push_back(said);
    } else if (part.lead <= -kVisibleLead) {
      held_down.insert(held_down.begin(), said);
    }
  }
  std::string text;
  if (!lifted.empty()) {
    text += fmt::format("順位を上げているのは、{}です。", joined(lifted, "、"));
  }
  if (!held_down.empty()) {
    text += fmt::format("下げているのは、{}です。", joined(held_down, "、"));
  }
  return text.empty() ? "どの点も候補の平均と変わりません。" : "候補の平均と比べて、" + text;
}

std::string sureness_of(const Candidate& candidate) {
  std::string text;
  for (const SurenessLimit limit : candidate.limits) {
    text += sentence_of(limit, candidate);
  }
  if (text.empty()) {
    text = fmt::format("{}区・{}年度分の報告にもとづき、近年の報告にも見られます。",
                       candidate.wards.size(), candidate.years.size());
  }
  return text;
}

}  // namespace torikumi::analysis
