#include "searchd/practices/practice_list.h"

#include "analysis/normalizer.h"
#include "searchd/search/practice_store.h"

#include <algorithm>
#include <utility>

namespace torikumi::searchd {
namespace {

/// Tells the practices whose label and key terms hold every word of a query.
class NameTest {
 public:
  explicit NameTest(const QueryPlan& plan) : is_possible_(plan.has_positive_clause()) {
    for (const PlannedClause& clause : plan.clauses) {
      Words& words = clauses_.emplace_back();
      words.is_excluded = clause.is_excluded;
      for (const QueryTerm& term : clause.terms) {
        words.texts.push_back(normalizer_.normalize(term.text).text);
      }
    }
  }

  [[nodiscard]] bool holds_for(const analysis::Practice& practice) const {
    if (!is_possible_) {
      return false;
    }
    std::string names = practice.label;
    for (const std::string& term : practice.key_terms) {
      names += '\n' + term;
    }
    const std::string text = normalizer_.normalize(names).text;
    return std::all_of(clauses_.begin(), clauses_.end(), [&](const Words& words) {
      const bool is_held =
          std::any_of(words.texts.begin(), words.texts.end(), [&](const std::string& word) {
            return !word.empty() && text.find(word) != std::string::npos;
          });
      return is_held != words.is_excluded;
    });
  }

 private:
  /// The alternatives of one clause.
  struct Words {
    std::vector<std::string> texts;
    bool is_excluded = false;
  };

  analysis::Normalizer normalizer_;
  bool is_possible_;
  std::vector<Words> clauses_;
};

bool is_before(const ListedPractice& a, const ListedPractice& b, PracticeOrder order) {
  switch (order) {
    case PracticeOrder::Relevance:
      if (a.is_named != b.is_named) {
        return a.is_named;
      }
      if (a.found * b.view.members.size() != b.found * a.view.members.size()) {
        return a.found * b.view.members.size() > b.found * a.view.members.size();
      }
      break;
    case PracticeOrder::Spread:
      break;
    case PracticeOrder::Size:
      if (a.view.members.size() != b.view.members.size()) {
        return a.view.members.size() > b.view.members.size();
      }
      break;
    case PracticeOrder::Recent:
      if (a.view.latest_seen() != b.view.latest_seen()) {
        return a.view.latest_seen() > b.view.latest_seen();
      }
      break;
    case PracticeOrder::Label:
      if (a.view.practice->label != b.view.practice->label) {
        return a.view.practice->label < b.view.practice->label;
      }
      break;
  }
  return is_wider(a.view, b.view);
}

std::vector<const analysis::Practice*> candidates(const PracticeListRequest& request,
                                                  const PracticeStore& store) {
  std::vector<const analysis::Practice*> practices;
  if (request.of_document) {
    for (const PracticeNumber number : store.of_document(*request.of_document)) {
      practices.push_back(&store.all()[number]);
    }
    return practices;
  }
  for (const analysis::Practice& practice : store.all()) {
    practices.push_back(&practice);
  }
  return practices;
}

}  // namespace

PracticeList list_practices(const PracticeListRequest& request, const IndexSnapshot& snapshot) {
  const bool has_query = !request.query.q.empty() || !request.query.themes.empty();
  const RowFilter filter(request.query.filters, snapshot);
  RecordSet set;
  if (has_query) {
    set = RecordFinder(snapshot).find(request.query);
  }
  const NameTest names(set.plan);
  PracticeList list{
      .practices = {}, .interpretation = set.interpretation, .notes = std::move(set.notes)};
  for (const analysis::Practice* practice : candidates(request, snapshot.practices())) {
    ListedPractice listed{.view = view_of(*practice, filter, snapshot.columns())};
    if (listed.view.members.empty() || listed.view.wards.size() < request.min_wards ||
        listed.view.departments.size() < request.min_departments) {
      continue;
    }
    listed.found = static_cast<std::size_t>(std::count_if(
        listed.view.members.begin(), listed.view.members.end(), [&](std::size_t place) {
          return !has_query || std::binary_search(set.documents.begin(), set.documents.end(),
                                                  document_at(practice->members[place].record));
        }));
    listed.is_named = names.holds_for(*practice);
    if (listed.found > 0 || listed.is_named) {
      list.practices.push_back(std::move(listed));
    }
  }
  std::sort(list.practices.begin(), list.practices.end(),
            [&](const ListedPractice& a, const ListedPractice& b) {
              return is_before(a, b, request.order);
            });
  return list;
}

}  // namespace torikumi::searchd
