#ifndef ANALYSIS_PROMOTION_CANDIDATE_TEXT_H_
#define ANALYSIS_PROMOTION_CANDIDATE_TEXT_H_

// What a candidate's facts say in Japanese, for people who decide at a meeting. Nothing is said
// that is no fact of the candidate. Pure functions; free to call from any thread.

#include "analysis/promotion/promotion_candidates.h"

#include <string>
#include <string_view>

namespace torikumi::analysis {

/// 新しい項目, 基準の引き上げ, 区の独自基準
std::string_view label_of(CandidateKind kind);

/// 区の広がり, 部署の数, 続いた年, 新しさ, 結果
std::string_view label_of(RankPart part);

/// 高い, ふつう, 低い
std::string_view label_of(Sureness sureness);

/// 全区共通の基準, 各課の基準, 特定の課の基準, 一部の区の独自基準
std::string_view label_of(corpus::StandardScope scope);

/// No.27「各階にフロア案内図を掲示しています」: the text without its last 。, after 60 characters …
std::string name_of_standard(const NearStandard& standard);

/// How the candidate stands to its nearest standard: `extends`, `ward_standard`, `overlaps` (some
/// member states or raises it), `differs`; `none` without one.
std::string_view relation_to_nearest(const Candidate& candidate);

/// Two sentences: how far it has spread, and how it stands to the nearest standard, which is not
/// named if it only shares a word or two.
/// 取り組みの有無が分かる7区のうち5区（9部署）の、平成20年度から令和7年度までの4年度分の報告に見られます。
/// 最も近い基準はNo.27「各階にフロア案内図を掲示しています」で、内容は一部重なります。
std::string reason_of(const Candidate& candidate);

/// What the part counts: 7区中5区, 9部署, 5年度分のうち3年度分, 最後は令和7年度,
/// 12件のうち11件で達成.
std::string fact_of(RankPart part, const Candidate& candidate);

/// What lifted the candidate above the mean of all and what held it down, most first.
std::string order_of(const Candidate& candidate);

/// How far the reports bear it out.
std::string sureness_of(const Candidate& candidate);

}  // namespace torikumi::analysis

#endif  // ANALYSIS_PROMOTION_CANDIDATE_TEXT_H_
