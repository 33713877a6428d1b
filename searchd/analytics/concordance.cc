#include "searchd/analytics/concordance.h"

#include "analysis/utf8_encoding.h"
#include "searchd/search/highlighter.h"
#include "searchd/search/index_worker.h"
#include "searchd/search/stored_record.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace torikumi::searchd {
namespace {

using Order = ConcordanceRequest::Order;

/// A place in a text, and what it is sorted by: code points, so that equal contexts stand together.
struct Place {
  DocumentNumber document = 0;
  indexer::TextField field = indexer::TextField::Target;
  CharacterRange range;
  std::u32string key;
};

Documents latest_first(Documents documents, const ColumnTable& columns) {
  const auto key_of = [&](DocumentNumber document) {
    const ColumnRow& row = columns.row(document);
    return std::tuple(-row.fiscal_year, int{row.ward}, document);
  };
  std::sort(documents.begin(), documents.end(),
            [&](DocumentNumber a, DocumentNumber b) { return key_of(a) < key_of(b); });
  return documents;
}

std::u32string before(const std::u32string& text, std::size_t at, std::size_t count) {
  const std::size_t paragraph = at == 0 ? std::u32string::npos : text.rfind(U'\n', at - 1);
  const std::size_t begin =
      std::max(paragraph == std::u32string::npos ? 0 : paragraph + 1, at > count ? at - count : 0);
  return text.substr(begin, at - begin);
}

std::u32string behind(const std::u32string& text, std::size_t at, std::size_t count) {
  const std::size_t end = std::min({text.find(U'\n', at), text.size(), at + count});
  return text.substr(at, end - at);
}

const std::string& text_of(const corpus::Record& record, indexer::TextField field) {
  return field == indexer::TextField::Target ? record.target : record.result;
}

std::u32string key_of(const std::u32string& text, const CharacterRange& range,
                      const ConcordanceRequest& request) {
  if (request.order == Order::Left) {
    const std::u32string left = before(text, range.begin, request.context_characters);
    return {left.rbegin(), left.rend()};
  }
  return request.order == Order::Right ? behind(text, range.end, request.context_characters)
                                       : std::u32string();
}

ConcordanceLine line_at(const Place& place, const corpus::Record& record,
                        const ConcordanceRequest& request) {
  const CharacterRange& range = place.range;
  const std::u32string text = analysis::to_code_points(text_of(record, place.field));
  corpus::Record head = record;
  head.target.clear();
  head.result.clear();
  return {.record = std::move(head),
          .field = place.field,
          .begin = range.begin,
          .end = range.end,
          .left = analysis::to_utf8(before(text, range.begin, request.context_characters)),
          .match = analysis::to_utf8(text.substr(range.begin, range.end - range.begin)),
          .right = analysis::to_utf8(behind(text, range.end, request.context_characters))};
}

/// Every place of the records from `from_record` on, as far as the bounds allow.
std::vector<Place> places_in(const Documents& documents, const ConcordanceRequest& request,
                             const RecordFinder& finder, Concordance& result) {
  std::vector<Place> places;
  const std::size_t end = std::min(documents.size(), request.from_record + request.max_records);
  for (std::size_t at = request.from_record; at < end && places.size() < request.max_lines; ++at) {
    const corpus::Record record = stored_record(documents[at], finder.worker().database);
    for (const indexer::TextField field : searched_fields(request.query.fields)) {
      const std::string& text = text_of(record, field);
      const std::vector<CharacterRange> ranges = in_characters(
          highlights(result.subset.plan, text, finder.worker().analyzer, field), text);
      const std::u32string characters = analysis::to_code_points(text);
      for (const CharacterRange& range : ranges) {
        places.push_back({documents[at], field, range, key_of(characters, range, request)});
      }
    }
    ++result.records_read;
  }
  return places;
}

}  // namespace

Concordance concordance(const ConcordanceRequest& request, const IndexSnapshot& snapshot) {
  const RecordFinder finder(snapshot);
  Concordance result;
  result.subset = finder.find(request.query);
  const Documents documents = latest_first(result.subset.documents, snapshot.columns());
  std::vector<Place> places = places_in(documents, request, finder, result);
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.key < b.key; });
  result.total = places.size();
  const std::size_t begin = std::min(request.offset, places.size());
  const std::size_t end = begin + std::min(request.limit, places.size() - begin);
  for (std::size_t at = begin; at < end; ++at) {
    result.lines.push_back(
        line_at(places[at], stored_record(places[at].document, finder.worker().database), request));
  }
  return result;
}

}  // namespace torikumi::searchd
