#include "searchd/search/resolved_query.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace torikumi::searchd {
namespace {

/// Wards named in a note; a name that many cities share need not be listed whole.
constexpr std::size_t kMaxNamedWards = 5;
/// Years named in a note.
constexpr std::size_t kMaxNamedYears = 12;

std::string full_names_of(const std::vector<corpus::Ward>& wards) {
  std::vector<std::string> names;
  for (const corpus::Ward& ward : wards) {
    if (names.size() == kMaxNamedWards) {
      return fmt::format("{}など", fmt::join(names, "、"));
    }
    names.push_back(ward.full_name());
  }
  return fmt::format("{}", fmt::join(names, "、"));
}

std::string year_text(const corpus::FiscalYearRange& range) {
  const std::string first = corpus::fiscal_year_label(range.first);
  return range.first == range.last ? first : first + "～" + corpus::fiscal_year_label(range.last);
}

std::vector<std::string> labels_of(const std::vector<int>& years) {
  std::vector<std::string> labels;
  labels.reserve(std::min(years.size(), kMaxNamedYears));
  for (const int year : years) {
    if (labels.size() == kMaxNamedYears) {
      labels.emplace_back("それより前");
      break;
    }
    labels.push_back(corpus::fiscal_year_label(year));
  }
  return labels;
}

/// Resolves the filters of one query.
class Resolver {
 public:
  Resolver(Query query, const IndexSnapshot& snapshot)
      : resolved_{std::move(query), {}}, snapshot_(snapshot) {}

  ResolvedQuery resolve() {
    for (const QueryFilter& filter : resolved_.query.filters) {
      if (const std::optional<std::string> problem = add(filter)) {
        note(fmt::format("「{}:{}」は、{}言葉として検索しました。", label_of(filter.field),
                         filter.text, *problem));
        resolved_.query.clauses.push_back({{{filter.text, false}}, false});
      }
    }
    return std::move(resolved_);
  }

 private:
  /// Adds one filter, or says why it cannot: a clause that ends in 、.
  std::optional<std::string> add(const QueryFilter& filter) {
    switch (filter.field) {
      case QueryFilter::Field::Ward:
        return add_ward(filter.text);
      case QueryFilter::Field::FiscalYear:
        return add_years(filter.text);
      case QueryFilter::Field::Department:
        resolved_.filters.department_texts.push_back(filter.text);
        return std::nullopt;
      case QueryFilter::Field::Scene:
        return add_scene(filter.text);
    }
    return std::nullopt;
  }

  std::optional<std::string> add_ward(const std::string& text) {
    const std::vector<corpus::Ward> wards = wards_meant_by(text, snapshot_);
    if (wards.empty()) {
      return "その名前の区がないため、";
    }
    if (wards.size() > 1) {
      return fmt::format("{}のどれか分からないため（市の名前から書くと分かります）、",
                         full_names_of(wards));
    }
    const corpus::Ward& ward = wards.front();
    Filters this_ward;
    this_ward.ward_codes = {ward.code};
    const std::vector<std::string>& held = snapshot_.columns().ward_codes;
    const bool is_held = std::any_of(held.begin(), held.end(), [&](const std::string& code) {
      return accepts_ward(this_ward, code, snapshot_);
    });
    if (!is_held) {
      note(fmt::format("{}の報告書は、まだ取り込まれていません。", ward.full_name()));
    }
    resolved_.filters.ward_codes.push_back(ward.code);
    return std::nullopt;
  }

  std::optional<std::string> add_years(const std::string& text) {
    const Result<corpus::WrittenFiscalYears> read = corpus::read_fiscal_years(text);
    if (!read) {
      return "年度として読めないため（例: 令和2、2020、令和2..令和7）、";
    }
    const corpus::FiscalYearRange& years = read->years;
    if (read->runs_backwards || read->counts_on) {
      note(fmt::format(
          "「年度:{}」は、{}、{}として検索しました。", text,
          read->runs_backwards ? "初めの年度が後の年度より遅いため" : "その元号にない年のため",
          year_text(years)));
    }
    const std::vector<int> held = held_years();
    const bool is_held = std::any_of(held.begin(), held.end(), [&](int year) {
      return year >= years.first && year <= years.last;
    });
    if (!is_held) {
      note(fmt::format("{}の報告書は、取り込まれていません（あるのは{}）。", year_text(years),
                       fmt::join(labels_of(held), "、")));
    }
    resolved_.filters.fiscal_years.push_back(years);
    return std::nullopt;
  }

  /// The known fiscal years of the index, latest first.
  [[nodiscard]] std::vector<int> held_years() const {
    const auto& columns = snapshot_.columns().fiscal_years;
    std::vector<int> years(columns.begin(), columns.end());
    std::erase_if(years, [](int year) { return year <= 0; });
    std::sort(years.rbegin(), years.rend());
    return years;
  }

  std::optional<std::string> add_scene(const std::string& text) {
    const std::optional<corpus::Scene> scene = corpus::scene_named(text);
    if (!scene) {
      std::vector<std::string_view> labels;
      labels.reserve(corpus::kAllScenes.size());
      for (const corpus::Scene each : corpus::kAllScenes) {
        labels.push_back(corpus::label_of(each));
      }
      return fmt::format("その名前の場面がないため（場面: {}）、", fmt::join(labels, "、"));
    }
    resolved_.filters.scenes.push_back(*scene);
    return std::nullopt;
  }

  void note(std::string text) { resolved_.query.notes.push_back(std::move(text)); }

  ResolvedQuery resolved_;
  const IndexSnapshot& snapshot_;  // Borrowed from the caller of resolve.
};

/// 「番号 案内」（8語以内）, 目標の「研修」.
std::string text_of(const QueryTerm& term) {
  std::string text = term.field ? fmt::format("{}の", label_of(*term.field)) : "";
  text += fmt::format("「{}」", term.text);
  if (term.near_words > 0) {
    return text + fmt::format("（{}語以内）", term.near_words);
  }
  return text + (term.is_phrase ? "（このままの文字）" : "");
}

std::string terms_of(const PlannedClause& clause) {
  std::vector<std::string> terms;
  for (const QueryTerm& term : clause.terms) {
    terms.push_back(text_of(term));
  }
  return fmt::format("{}", fmt::join(terms, "または"));
}

std::string text_of(const PlannedClause& clause) {
  return terms_of(clause) + (clause.is_excluded ? "を含まない" : "を含む");
}

void append_filter(std::vector<std::string>& parts, std::string_view name,
                   const std::vector<std::string>& values) {
  if (!values.empty()) {
    parts.push_back(fmt::format("{}: {}", name, fmt::join(values, "、")));
  }
}

}  // namespace

ResolvedQuery resolve(Query query, const IndexSnapshot& snapshot) {
  return Resolver(std::move(query), snapshot).resolve();
}

std::string interpretation_of(const QueryPlan& plan, const Filters& filters,
                              const IndexSnapshot& snapshot) {
  std::vector<std::string> parts;
  std::vector<std::string> words;
  for (const PlannedClause& clause : plan.clauses) {
    const bool is_one_of_many = plan.is_relaxed && !clause.is_excluded && !clause.is_required;
    (is_one_of_many ? words : parts).push_back(is_one_of_many ? terms_of(clause) : text_of(clause));
  }
  if (!words.empty()) {
    parts.insert(parts.begin(), fmt::format("{}の多くを含む", fmt::join(words, "、")));
  }
  std::vector<std::string> wards;
  for (const std::string& code : filters.ward_codes) {
    const std::optional<corpus::Ward> ward = snapshot.ward_with_code(code);
    wards.push_back(ward ? ward->full_name() : code);
  }
  std::vector<std::string> years;
  for (const corpus::FiscalYearRange& range : filters.fiscal_years) {
    years.push_back(year_text(range));
  }
  std::vector<std::string> scenes;
  for (const corpus::Scene scene : filters.scenes) {
    scenes.emplace_back(corpus::label_of(scene));
  }
  append_filter(parts, "区", wards);
  append_filter(parts, "年度", years);
  append_filter(parts, "部署", filters.department_texts);
  append_filter(parts, "場面", scenes);
  return fmt::format("{}", fmt::join(parts, "／"));
}

}  // namespace torikumi::searchd
