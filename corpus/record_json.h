#ifndef CORPUS_RECORD_JSON_H_
#define CORPUS_RECORD_JSON_H_

// The one JSON form of a record: a line of `torikumi-indexer inspect`, the stored document of the
// index, and the record of the HTTP API. This is the header that is allowed to name nlohmann::json.

#include "corpus/error.h"
#include "corpus/record.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace torikumi::corpus {

/// Keys in the order of docs/api.md; absent values are null, never left out:
/// id, kind, ward{code,name,municipality}, fiscal_year, fiscal_year_label, department,
/// department_raw, number, scenes[labels], target, result, result_status, scope, role, headings[],
/// source{file,line,title,url,note}.
nlohmann::ordered_json to_json(const Record& record);

/// kind, ward, fiscal_year, fiscal_year_label, title, file, url, note.
nlohmann::ordered_json to_json(const Report& report);

/// The ward as {code, name, municipality}; name is null for a municipality.
nlohmann::ordered_json to_json(const Ward& ward);

/// Reads what `to_json` wrote. An Error{Malformed} names the key.
Result<Record> record_from_json(std::string_view text);
Result<Report> report_from_json(const nlohmann::ordered_json& json);

}  // namespace torikumi::corpus

#endif  // CORPUS_RECORD_JSON_H_
