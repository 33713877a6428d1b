#include "searchd/search/query_signs.h"

#include "corpus/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace torikumi::searchd {
namespace {

/// Quotes that belong together: any of `open` begins a phrase and any of `close` ends it.
struct QuoteKind {
  std::u32string_view open;
  std::u32string_view close;
};

// Keyboards and word processors mix the double quotes.
constexpr std::u32string_view kDoubleQuotes = U"\"＂“”„‟";
constexpr std::array kQuoteKinds{QuoteKind{kDoubleQuotes, kDoubleQuotes}, QuoteKind{U"「", U"」"},
                                 QuoteKind{U"『", U"』"}, QuoteKind{U"｢", U"｣"}};

struct CodePointRange {
  char32_t first;
  char32_t last;
};

// Unicode 15, DerivedCoreProperties.txt, Default_Ignorable_Code_Point.
constexpr std::array kInvisible{CodePointRange{0x00AD, 0x00AD},   CodePointRange{0x034F, 0x034F},
                                CodePointRange{0x061C, 0x061C},   CodePointRange{0x115F, 0x1160},
                                CodePointRange{0x17B4, 0x17B5},   CodePointRange{0x180B, 0x180F},
                                CodePointRange{0x200B, 0x200F},   CodePointRange{0x202A, 0x202E},
                                CodePointRange{0x2060, 0x206F},   CodePointRange{0x3164, 0x3164},
                                CodePointRange{0xFE00, 0xFE0F},   CodePointRange{0xFEFF, 0xFEFF},
                                CodePointRange{0xFFA0, 0xFFA0},   CodePointRange{0xFFF0, 0xFFF8},
                                CodePointRange{0x1BCA0, 0x1BCA3}, CodePointRange{0x1D173, 0x1D17A},
                                CodePointRange{0xE0000, 0xE0FFF}};

bool is_invisible(char32_t point) {
  return std::any_of(kInvisible.begin(), kInvisible.end(), [point](const CodePointRange& range) {
    return point >= range.first && point <= range.last;
  });
}

struct FilterName {
  std::string_view name;
  QueryFilter::Field field;
};

constexpr std::array kFilterNames{FilterName{"区", QueryFilter::Field::Ward},
                                  FilterName{"ward", QueryFilter::Field::Ward},
                                  FilterName{"年度", QueryFilter::Field::FiscalYear},
                                  FilterName{"year", QueryFilter::Field::FiscalYear},
                                  FilterName{"部署", QueryFilter::Field::Department},
                                  FilterName{"department", QueryFilter::Field::Department},
                                  FilterName{"場面", QueryFilter::Field::Scene},
                                  FilterName{"scene", QueryFilter::Field::Scene}};

struct TextName {
  std::string_view name;
  indexer::TextField field;
};

constexpr std::array kTextNames{
    TextName{"目標", indexer::TextField::Target}, TextName{"target", indexer::TextField::Target},
    TextName{"結果", indexer::TextField::Result}, TextName{"result", indexer::TextField::Result}};

/// The field of the row of `names` with this name.
template <typename Names>
auto field_in(const Names& names, std::string_view name)
    -> std::optional<decltype(names.front().field)> {
  std::string folded = corpus::width_folded(name);
  std::transform(folded.begin(), folded.end(), folded.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  for (const auto& row : names) {
    if (folded == row.name) {
      return row.field;
    }
  }
  return std::nullopt;
}

}  // namespace

bool is_one_of(std::u32string_view points, char32_t point) {
  return points.find(point) != std::u32string_view::npos;
}

std::u32string_view closing_quotes(char32_t point) {
  for (const QuoteKind& kind : kQuoteKinds) {
    if (is_one_of(kind.open, point)) {
      return kind.close;
    }
  }
  return {};
}

bool is_minus(char32_t point) {
  return is_one_of(U"-－−‐‑ーｰ", point);
}

bool is_comma(char32_t point) {
  return is_one_of(U",，、", point);
}

bool is_bar(char32_t point) {
  return point == U'|' || point == U'｜';
}

bool is_colon(char32_t point) {
  return point == U':' || point == U'：';
}

bool is_tilde(char32_t point) {
  return is_one_of(U"~～〜", point);
}

bool is_separator(char32_t point) {
  return corpus::is_blank(point) || is_one_of(U"()（）", point) || is_comma(point);
}

std::string_view without_sentence_marks(std::string_view word) {
  constexpr std::u32string_view kAtEnd = U"?？!！。．、，…‥";
  constexpr std::u32string_view kAtBegin = U"#＃…‥";
  std::size_t begin = word.size();
  std::size_t end = 0;
  bool is_at_begin = true;
  for (const corpus::CodePoint& point : corpus::code_points(word)) {
    is_at_begin = is_at_begin && is_one_of(kAtBegin, point.value);
    if (!is_at_begin) {
      begin = std::min(begin, point.byte_begin);
    }
    if (!is_one_of(kAtEnd, point.value)) {
      end = point.byte_end;
    }
  }
  return begin < end ? word.substr(begin, end - begin) : word;
}

QueryOperator operator_of(std::string_view word) {
  const std::string folded = corpus::width_folded(word);
  if (folded == "OR" || folded == "|" || folded == "||") {
    return QueryOperator::Or;
  }
  if (folded == "AND" || folded == "&" || folded == "&&") {
    return QueryOperator::And;
  }
  return folded == "NOT" ? QueryOperator::Not : QueryOperator::None;
}

std::string without_invisible_characters(std::string_view text) {
  std::string visible;
  visible.reserve(text.size());
  for (const corpus::CodePoint& point : corpus::code_points(text)) {
    if (!is_invisible(point.value)) {
      visible += text.substr(point.byte_begin, point.byte_end - point.byte_begin);
    }
  }
  return visible;
}

std::optional<QueryFilter::Field> filter_field_named(std::string_view name) {
  return field_in(kFilterNames, name);
}

std::optional<indexer::TextField> text_field_named(std::string_view name) {
  return field_in(kTextNames, name);
}

}  // namespace torikumi::searchd
