#include "indexer/document_builder.h"

#include "analysis/term_extraction.h"
#include "corpus/record_json.h"
#include "indexer/derived_fields.h"
#include "indexer/schema.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::indexer {
namespace {

void add_words(Xapian::Document& document, TextField field,
               const std::vector<analysis::Token>& tokens) {
  for (const analysis::Token& token : tokens) {
    // Xapian's positions begin at 1; 0 is legal but kept free.
    document.add_posting(text_term(TermFamily::Word, field, token.family), token.position + 1);
    const bool has_own_reading = !token.reading.empty() && token.reading != token.surface;
    if (token.is_content && has_own_reading) {
      document.add_term(text_term(TermFamily::Reading, field, token.reading));
    }
  }
}

// Single units answer queries of one character; a longer sequence is a phrase of overlapping pairs.
void add_characters(Xapian::Document& document, TextField field,
                    const std::vector<analysis::CharacterUnit>& units) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    document.add_term(text_term(TermFamily::Character, field, units[i].text));
    const bool has_neighbour =
        i + 1 < units.size() && units[i + 1].position == units[i].position + 1;
    if (has_neighbour) {
      document.add_posting(
          text_term(TermFamily::Character, field, character_pair(units[i].text, units[i + 1].text)),
          units[i].position + 1);
    }
  }
}

void add_text(Xapian::Document& document, TextField field, const analysis::Analysis& text) {
  add_words(document, field, text.tokens);
  add_characters(document, field, text.units);
}

void add_terms(Xapian::Document& document, const std::vector<analysis::Token>& tokens) {
  for (const std::vector<std::string>& words : analysis::term_candidates(tokens)) {
    if (const std::optional<std::string> value = term_value(words)) {
      document.add_boolean_term(filter_term(FilterField::Term, *value));
    }
  }
}

void add_value(Xapian::Document& document, ValueSlot slot, const std::string& value) {
  document.add_value(static_cast<Xapian::valueno>(slot), value);
}

void add_filters(Xapian::Document& document, const corpus::Record& record, std::size_t report) {
  const std::string kind(corpus::name_of(record.kind));
  document.add_boolean_term(filter_term(FilterField::Id, record.id));
  document.add_boolean_term(filter_term(FilterField::Kind, kind));
  add_value(document, ValueSlot::Kind, kind);
  document.add_boolean_term(filter_term(FilterField::Ward, record.ward.code));
  add_value(document, ValueSlot::Ward, record.ward.code);
  if (record.fiscal_year) {
    const std::string year = std::to_string(*record.fiscal_year);
    document.add_boolean_term(filter_term(FilterField::FiscalYear, year));
    add_value(document, ValueSlot::FiscalYear, year);
  }
  if (!record.department.name.empty()) {
    document.add_boolean_term(filter_term(FilterField::Department, record.department.name));
    add_value(document, ValueSlot::Department, record.department.name);
  }
  unsigned scene_bits = 0;
  for (const corpus::Scene scene : record.scenes) {
    document.add_boolean_term(filter_term(FilterField::Scene, corpus::label_of(scene)));
    scene_bits |= 1U << static_cast<unsigned>(scene);
  }
  if (scene_bits != 0) {
    add_value(document, ValueSlot::Scenes, std::string(1, static_cast<char>(scene_bits)));
  }
  add_value(document, ValueSlot::ResultStatus, std::string(corpus::name_of(record.result_status)));
  const std::string report_place = std::to_string(report);
  document.add_boolean_term(filter_term(FilterField::Report, report_place));
  add_value(document, ValueSlot::Report, report_place);
}

void add_derived(Xapian::Document& document, const corpus::Record& record,
                 const analysis::ResultQuality& quality) {
  if (const std::uint8_t flags = result_flags(quality); flags != 0) {
    add_value(document, ValueSlot::ResultFlags, std::string(1, static_cast<char>(flags)));
  }
  if (record.kind == corpus::RecordKind::Initiative) {
    add_value(document, ValueSlot::Derived, derived_json(record, quality));
  }
}

}  // namespace

AnalyzedTexts analyzed_texts(const corpus::Record& record, analysis::Analyzer& analyzer) {
  return {analyzer.analyze(record.target), analyzer.analyze(record.result)};
}

Xapian::Document document_of(const corpus::Record& record, std::size_t report,
                             const AnalyzedTexts& texts, const analysis::ResultQuality& quality) {
  Xapian::Document document;
  add_text(document, TextField::Target, texts.target);
  add_text(document, TextField::Result, texts.result);
  add_terms(document, texts.target.tokens);
  add_terms(document, texts.result.tokens);
  add_filters(document, record, report);
  add_derived(document, record, quality);
  document.set_data(corpus::to_json(record).dump(-1, ' ', false,
                                                 nlohmann::ordered_json::error_handler_t::replace));
  return document;
}

}  // namespace torikumi::indexer
