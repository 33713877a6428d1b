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

/// A line, and what it is sorted by: code points, so that equal contexts stand together.
struct SortableLine {
  ConcordanceLine line;
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

void add_lines(const corpus::Record& record, indexer::TextField field,
               const std::vector<CharacterRange>& ranges, const ConcordanceRequest& request,
               std::vector<SortableLine>& lines) {
  const bool is_target = field == indexer::TextField::Target;
  const std::u32string text = analysis::to_code_points(is_target ? record.target : record.result);
  corpus::Record head = record;
  head.target.clear();
  head.result.clear();
  for (const CharacterRange& range : ranges) {
    const std::u32string left = before(text, range.begin, request.context_characters);
    const std::u32string right = behind(text, range.end, request.context_characters);
    SortableLine& entry = lines.emplace_back();
    entry.line = {.record = head,
                  .field = field,
                  .begin = range.begin,
                  .end = range.end,
                  .left = analysis::to_utf8(left),
                  .match = analysis::to_utf8(text.substr(range.begin, range.end - range.begin)),
                  .right = analysis::to_utf8(right)};
    if (request.order == Order::Left) {
      entry.key.assign(left.rbegin(), left.rend());
    } else if (request.order == Order::Right) {
      entry.key = right;
    }
  }
}

}  // namespace

Concordance concordance(const ConcordanceRequest& request, const IndexSnapshot& snapshot) {
  const RecordFinder finder(snapshot);
  Concordance result;
  result.subset = finder.find(request.query);
  Documents documents = latest_first(result.subset.documents, snapshot.columns());
  documents.resize(std::min(documents.size(), kMaxConcordanceRecords));
  result.records_read = documents.size();
  std::vector<SortableLine> lines;
  for (const DocumentNumber document : documents) {
    const corpus::Record record = stored_record(document, finder.worker().database);
    for (const indexer::TextField field : searched_fields(request.query.fields)) {
      const std::string& text = field == indexer::TextField::Target ? record.target : record.result;
      const std::vector<CharacterRange> ranges = in_characters(
          highlights(result.subset.plan, text, finder.worker().analyzer, field), text);
      add_lines(record, field, ranges, request, lines);
    }
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const SortableLine& a, const SortableLine& b) { return a.key < b.key; });
  result.total = lines.size();
  const std::size_t begin = std::min(request.offset, lines.size());
  const std::size_t end = begin + std::min(request.limit, lines.size() - begin);
  for (std::size_t i = begin; i < end; ++i) {
    result.lines.push_back(std::move(lines[i].line));
  }
  return result;
}

}  // namespace torikumi::searchd
