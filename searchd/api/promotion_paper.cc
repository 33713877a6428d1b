#include "searchd/api/promotion_paper.h"

#include "analysis/promotion/candidate_text.h"
#include "corpus/fiscal_year.h"
#include "searchd/api/evidence_query.h"
#include "searchd/search/coverage_store.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>
#include <utility>

namespace torikumi::searchd {
namespace {

using analysis::Candidate;
using analysis::WardReports;

constexpr std::string_view kTitle = "区役所サービス基準の候補";

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, "、"));
}

std::string years_text(const std::vector<int>& years) {
  std::vector<std::string> labels;
  labels.reserve(years.size());
  for (const int year : years) {
    labels.push_back(corpus::fiscal_year_label(year));
  }
  return joined(labels);
}

std::string span_text(const std::vector<int>& years) {
  const std::string first = corpus::fiscal_year_label(years.front());
  return years.size() == 1 ? first
                           : fmt::format("{}〜{}", first, corpus::fiscal_year_label(years.back()));
}

std::string ward_names(const std::vector<std::size_t>& places,
                       const std::vector<WardReports>& wards) {
  std::vector<std::string> names;
  names.reserve(places.size());
  for (const std::size_t place : places) {
    names.push_back(wards[place].ward.name);
  }
  return joined(names);
}

/// 2026-04-01T09:00:00Z as 2026年4月1日; anything else as it is.
std::string date_text(const std::string& built_at) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (std::sscanf(built_at.c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3) {
    return built_at;
  }
  return fmt::format("{}年{}月{}日", year, month, day);
}

std::string row(std::string_view term, const std::string& text) {
  return text.empty() ? std::string()
                      : fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", term, text);
}

class PaperWriter {
 public:
  PaperWriter(const PromotionPaper& paper, const IndexSnapshot& snapshot)
      : paper_(paper), snapshot_(snapshot) {}

  HtmlPage page() {
    const std::string made = date_text(snapshot_.manifest().built_at);
    body_ += fmt::format("<h1>{}</h1>\n", kTitle);
    body_ += fmt::format("<p class=\"made\">{}、索引の作成日：{}（索引番号：{}）</p>\n",
                         html_text(municipalities()), html_text(made),
                         html_text(snapshot_.generation_id()));
    write_links();
    write_summary();
    write_candidates();
    write_silent_standards();
    write_method();
    return {std::string(kTitle),
            fmt::format("{}　索引の作成日 {}（{}）", kTitle, made, snapshot_.generation_id()),
            std::move(body_)};
  }

 private:
  [[nodiscard]] const std::vector<WardReports>& wards_of(const ListedCandidate& listed) const {
    return paper_.list.municipalities[listed.municipality].wards;
  }

  [[nodiscard]] std::string municipalities() const {
    std::vector<std::string> names;
    for (const MunicipalityFacts& facts : paper_.list.municipalities) {
      names.push_back(facts.municipality);
    }
    return joined(names);
  }

  void write_links() {
    const std::string query = paper_.query.empty() ? "" : "&" + paper_.query;
    body_ += fmt::format(
        "<nav class=\"links\" aria-label=\"ほかの形式\"><ul>\n"
        "<li><a href=\"../../\">取組検索に戻る</a></li>\n"
        "<li><a href=\"promotion?format=csv{0}\">表をExcel用のCSVで保存する</a></li>\n"
        "<li><a href=\"promotion?format=json{0}\">同じ内容のJSON</a></li>\n</ul></nav>\n",
        html_text(query));
  }

  void write_summary() {
    body_ += "<section aria-labelledby=\"summary\"><h2 id=\"summary\">候補の一覧</h2>\n";
    for (const std::string& note : standards_notes()) {
      body_ += fmt::format("<p>{}</p>\n", html_text(note));
    }
    const std::size_t total = paper_.list.candidates.size();
    if (paper_.shown.empty()) {
      body_ += total == 0
                   ? "<p>条件に合う候補はありません。</p></section>\n"
                   : fmt::format(
                         "<p>この範囲に候補はありません。条件に合う候補は全部で{}件です。</p>"
                         "</section>\n",
                         total);
      return;
    }
    if (paper_.shown.size() < total) {
      body_ += fmt::format("<p>条件に合う候補{}件のうち、{}件を載せています。</p>\n", total,
                           paper_.shown.size());
    }
    body_ +=
        "<table><caption class=\"visually-hidden\">候補の一覧</caption><thead><tr>"
        "<th scope=\"col\">順位</th><th scope=\"col\">候補</th><th scope=\"col\">種類</th>"
        "<th scope=\"col\">見られる区</th><th scope=\"col\">年度</th>"
        "<th scope=\"col\">最も近い基準</th><th scope=\"col\">確かさ</th></tr></thead><tbody>\n";
    for (const ShownCandidate& shown : paper_.shown) {
      const ListedCandidate& listed = *shown.listed;
      const Candidate& candidate = listed.candidate;
      body_ += fmt::format(
          "<tr><td class=\"number\">{0}</td><th scope=\"row\"><a href=\"#c{0}\">{1}</a></th>"
          "<td class=\"short\">{2}</td><td>{3}</td><td>{4}</td><td class=\"short\">{5}</td>"
          "<td class=\"short\">{6}</td></tr>\n",
          listed.rank, html_text(paper_.list.facts(listed).label),
          analysis::label_of(candidate.kind),
          html_text(ward_names(candidate.wards, wards_of(listed))), span_text(candidate.years),
          candidate.nearest ? html_text(short_name(*candidate.nearest)) : "なし",
          analysis::label_of(candidate.sureness));
    }
    body_ += "</tbody></table></section>\n";
  }

  static std::string short_name(const analysis::NearStandard& standard) {
    return standard.number ? fmt::format("No.{}", *standard.number)
                           : analysis::name_of_standard(standard);
  }

  void write_candidates() {
    if (paper_.shown.empty()) {
      return;
    }
    body_ += "<section aria-labelledby=\"candidates\"><h2 id=\"candidates\">候補ごとの根拠</h2>\n";
    for (const ShownCandidate& shown : paper_.shown) {
      write_candidate(shown);
    }
    body_ += "</section>\n";
  }

  void write_candidate(const ShownCandidate& shown) {
    const ListedCandidate& listed = *shown.listed;
    const Candidate& candidate = listed.candidate;
    const analysis::PracticeFacts& facts = paper_.list.facts(listed);
    body_ += fmt::format(
        "<article class=\"candidate\" id=\"c{0}\" aria-labelledby=\"t{0}\">\n"
        "<h3 id=\"t{0}\"><span class=\"rank\">{0}</span> {1}</h3>\n<p class=\"reason\">{2}</p>\n"
        "<dl>\n",
        listed.rank, html_text(facts.label), html_text(analysis::reason_of(candidate)));
    body_ += row("種類", std::string(analysis::label_of(candidate.kind)));
    body_ += row("確かさ", fmt::format("{}。{}", analysis::label_of(candidate.sureness),
                                       html_text(analysis::sureness_of(candidate))));
    body_ += row("報告があって見られない区", html_text(missing_text(listed)));
    body_ += row("その後の報告では見られない区",
                 html_text(ward_names(candidate.stopped, wards_of(listed))));
    body_ += row("分からない区", html_text(unknown_text(listed)));
    body_ += row("最も近い基準", html_text(nearest_text(candidate)));
    body_ += row("順位の理由", html_text(analysis::order_of(candidate)));
    body_ += row("似た候補", html_text(related_text(listed)));
    body_ += "</dl>\n";
    write_evidence(shown, facts.members.size());
    body_ += "</article>\n";
  }

  [[nodiscard]] std::string missing_text(const ListedCandidate& listed) const {
    const std::string text = ward_names(listed.candidate.missing, wards_of(listed));
    return text.empty() ? "なし" : text;
  }

  [[nodiscard]] std::string unknown_text(const ListedCandidate& listed) const {
    std::vector<std::string> parts;
    const auto add = [&](const std::vector<std::size_t>& places, std::string_view why) {
      if (!places.empty()) {
        parts.push_back(fmt::format("{}（{}）", ward_names(places, wards_of(listed)), why));
      }
    };
    add(listed.candidate.examples_only, "選ばれた事例の一覧だけがあります");
    add(listed.candidate.earlier_only, "初めて見られた年度より前の報告だけがあります");
    add(listed.candidate.without_report, "報告がありません");
    return joined(parts);
  }

  static std::string nearest_text(const Candidate& candidate) {
    if (!candidate.nearest) {
      return "見当たりません";
    }
    return fmt::format("{}（{}、近さ {:.2f}）", analysis::name_of_standard(*candidate.nearest),
                       analysis::label_of(candidate.nearest->scope), candidate.nearest->similarity);
  }

  [[nodiscard]] std::string related_text(const ListedCandidate& listed) const {
    std::vector<std::string> labels;
    for (const std::size_t place : listed.candidate.related) {
      labels.push_back(paper_.list.facts(listed.municipality, place).label);
    }
    return joined(labels);
  }

  void write_evidence(const ShownCandidate& shown, std::size_t total) {
    body_ += fmt::format("<h4>根拠（{}件のうち{}件）</h4>\n<ul class=\"evidence\">\n", total,
                         shown.evidence.size());
    for (const Evidence& evidence : shown.evidence) {
      const corpus::Record& record = evidence.record;
      std::vector<std::string> where{record.ward.full_name()};
      if (record.fiscal_year) {
        where.push_back(corpus::fiscal_year_label(*record.fiscal_year));
      }
      where.push_back(record.department.name.empty() ? "事例" : record.department.name);
      body_ += fmt::format(
          "<li><q>{}</q><p class=\"source\"><a href=\"../../?record={}\">{}</a>"
          "（{}{}:{}）</p></li>\n",
          html_text(evidence.sentence), percent_encoded(record.id), html_text(joined(where)),
          record.source.title.empty() ? "" : html_text(record.source.title) + "、",
          html_text(record.source.file), record.source.line);
    }
    body_ += "</ul>\n";
  }

  [[nodiscard]] std::vector<std::string> standards_notes() const {
    std::vector<std::string> notes;
    for (const MunicipalityFacts& facts : paper_.list.municipalities) {
      notes.push_back(
          facts.standards_year
              ? fmt::format("{}の{}の基準と比べています。", facts.municipality,
                            corpus::fiscal_year_label(*facts.standards_year))
              : fmt::format("{}の基準が収録されていないため、基準と比べずに並べています。",
                            facts.municipality));
    }
    return notes;
  }

  void write_silent_standards() {
    std::set<std::size_t> with_evidence;
    for (const analysis::StandardLink& link : snapshot_.coverage().links()) {
      with_evidence.insert(link.standard);
    }
    body_ +=
        "<section aria-labelledby=\"silent\"><h2 id=\"silent\">根拠となる取組が見つからない基準"
        "</h2>\n";
    std::string items;
    std::string unknown;
    for (const MunicipalityFacts& facts : paper_.list.municipalities) {
      const auto* list = last_list(paper_.list.standards, facts.municipality);
      if (list == nullptr) {
        continue;
      }
      std::string silent;
      for (const HeldStandard& standard : list->second) {
        if (!with_evidence.contains(standard.place)) {
          silent += silent_standard(standard);
        }
      }
      const bool is_compared = std::any_of(
          list->second.begin(), list->second.end(),
          [&](const HeldStandard& standard) { return with_evidence.contains(standard.place); });
      // A list that no report is compared with yet is not silent.
      if (is_compared) {
        items += silent;
      } else {
        unknown +=
            fmt::format("<p>{}の{}の基準と比べられる報告は、まだ収録されていません。</p>\n",
                        html_text(facts.municipality), corpus::fiscal_year_label(list->first));
      }
    }
    body_ += unknown;
    if (!items.empty()) {
      body_ +=
          "<p>収録した報告の中に、次の基準に取り組んだと読める文はありません。"
          "守られていないという意味ではありません。</p>\n<ul class=\"standards\">\n" +
          items + "</ul>\n";
    } else if (unknown.empty()) {
      body_ += "<p>ありません。どの基準にも、近い取組が1件以上あります。</p>\n";
    }
    body_ += "</section>\n";
  }

  static std::string silent_standard(const HeldStandard& standard) {
    return fmt::format(
        "<li>{}{}（{}）</li>\n",
        standard.record.number ? fmt::format("No.{} ", *standard.record.number) : "",
        html_text(standard.record.target),
        analysis::label_of(standard.record.scope.value_or(corpus::StandardScope::AllOffices)));
  }

  void write_method() {
    body_ += "<section aria-labelledby=\"method\"><h2 id=\"method\">この資料の作り方</h2>\n";
    body_ += fmt::format(
        "<p>報告書の文から、同じことをしている取組を自動でまとめ、{}区以上に見られ、"
        "全区共通の基準などに書かれていないものを候補としました。"
        "順位は、区の広がり、部署の数、続いた年、新しさ、結果の5つの点に重みを掛けた合計です。"
        "候補の採否を決めるものではありません。根拠の文と出典を確かめてください。</p>\n",
        paper_.options.min_wards);
    write_weights();
    body_ += "<h3>収録している報告</h3>\n<ul>\n";
    for (const MunicipalityFacts& facts : paper_.list.municipalities) {
      for (const WardReports& held : facts.wards) {
        body_ +=
            fmt::format("<li>{}：{}</li>\n", html_text(held.ward.full_name()), held_text(held));
      }
    }
    body_ +=
        "</ul>\n<p>報告のない区や年度については、取り組んでいるともいないとも言えません。"
        "初めて見られた年度は、収録した報告の中でのものです。</p></section>\n";
  }

  void write_weights() {
    body_ +=
        "<table class=\"weights\"><caption>順位の重み</caption><thead><tr>"
        "<th scope=\"col\">点</th><th scope=\"col\">重み</th></tr></thead><tbody>\n";
    for (std::size_t i = 0; i < analysis::kAllRankParts.size(); ++i) {
      body_ += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"number\">{:g}</td></tr>\n",
                           analysis::label_of(analysis::kAllRankParts.at(i)),
                           paper_.options.weights.at(i));
    }
    body_ += "</tbody></table>\n";
  }

  static std::string held_text(const WardReports& held) {
    std::vector<std::string> parts;
    if (!held.initiative_years.empty()) {
      parts.push_back("目標と結果の報告（" + years_text(held.initiative_years) + "）");
    }
    if (!held.example_years.empty()) {
      parts.push_back("事例の一覧（" + years_text(held.example_years) + "）");
    }
    return parts.empty() ? "なし" : joined(parts);
  }

  const PromotionPaper& paper_;
  const IndexSnapshot& snapshot_;
  std::string body_;
};

}  // namespace

HtmlPage promotion_paper(const PromotionPaper& paper, const IndexSnapshot& snapshot) {
  return PaperWriter(paper, snapshot).page();
}

}  // namespace torikumi::searchd
