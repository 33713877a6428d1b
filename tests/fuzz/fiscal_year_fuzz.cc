#include "corpus/fiscal_year.h"
#include "tests/fuzz/invariant.h"

#include <string>
#include <string_view>
#include <vector>

namespace torikumi::fuzz {
namespace {

constexpr int kFirstYear = 1868;
constexpr int kLastYear = 2200;

void require_year(int fiscal_year) {
  require(fiscal_year >= kFirstYear && fiscal_year <= kLastYear, "a year is in range");
}

void require_sound(const Error& error) {
  require(!error.message.empty(), "an error says what is wrong");
  require_utf8(error.what(), "an error is well-formed");
}

void check_single_year(std::string_view text) {
  const Result<int> year = corpus::parse_fiscal_year(text);
  if (!year) {
    require_sound(year.error());
    return;
  }
  require_year(*year);
  require(corpus::parse_fiscal_year(corpus::fiscal_year_label(*year)) == *year,
          "the label of a year is that year");
  const auto range = corpus::parse_fiscal_year_range(text);
  require(range && *range == corpus::FiscalYearRange{*year, *year}, "a year is a range of one");
}

void check_range(std::string_view text) {
  const auto range = corpus::parse_fiscal_year_range(text);
  if (!range) {
    require_sound(range.error());
    return;
  }
  require_year(range->first);
  require_year(range->last);
  require(range->first <= range->last, "a range does not run backwards");
  const std::string written = std::to_string(range->first) + ".." + std::to_string(range->last);
  require(corpus::parse_fiscal_year_range(written) == *range, "a range can be written in digits");
}

void check_mentions(const std::vector<corpus::FiscalYearMention>& mentions,
                    const CharacterBounds& bounds) {
  std::size_t end_of_last = 0;
  for (const corpus::FiscalYearMention& mention : mentions) {
    require_year(mention.fiscal_year);
    bounds.require_range(mention.byte_begin, mention.byte_end);
    require(mention.byte_begin >= end_of_last, "mentions follow each other");
    end_of_last = mention.byte_end;
  }
}

}  // namespace

void check(std::string_view input) {
  const std::string text = well_formed(input);
  check_single_year(text);
  check_range(text);
  const CharacterBounds bounds(text);
  check_mentions(corpus::fiscal_years_in(text), bounds);
  check_mentions(corpus::years_in_name(text), bounds);
  if (const auto year = corpus::fiscal_year_of_date(text)) {
    // January to March of the first year are in the fiscal year before it.
    require(*year >= kFirstYear - 1 && *year <= kLastYear, "the year of a date is in range");
  }
}

}  // namespace torikumi::fuzz
