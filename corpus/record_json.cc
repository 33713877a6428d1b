#include "corpus/record_json.h"

#include "corpus/fiscal_year.h"
#include "corpus/utf8.h"

#include <fmt/format.h>

#include <cstdint>
#include <limits>
#include <string>
#include <utility>

namespace torikumi::corpus {
namespace {

using Json = nlohmann::ordered_json;

// --- Writing -------------------------------------------------------------------------------------

// `dump()` throws at ill-formed UTF-8; records may come from elsewhere than our readers.
std::string well_formed(const std::string& text) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  if (!first_ill_formed_byte(text)) {
    return text;
  }
  std::string out;
  for (const CodePoint& point : code_points(text)) {
    const std::string_view bytes =
        std::string_view(text).substr(point.byte_begin, point.byte_end - point.byte_begin);
    out += first_ill_formed_byte(bytes) ? kReplacement : bytes;
  }
  return out;
}

Json json_of(const std::string& text) {
  return well_formed(text);
}

Json json_of(const std::vector<std::string>& texts) {
  Json array = Json::array();
  for (const std::string& text : texts) {
    array.push_back(json_of(text));
  }
  return array;
}

Json json_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : json_of(text);
}

template <typename Value>
Json json_or_null(const std::optional<Value>& value) {
  if (!value) {
    return nullptr;
  }
  if constexpr (std::is_enum_v<Value>) {
    return std::string(name_of(*value));
  } else {
    return *value;
  }
}

Json label_or_null(const std::optional<int>& fiscal_year) {
  return fiscal_year ? Json(fiscal_year_label(*fiscal_year)) : Json(nullptr);
}

Json json_of(const std::vector<Scene>& scenes) {
  Json array = Json::array();
  for (const Scene scene : scenes) {
    array.push_back(std::string(label_of(scene)));
  }
  return array;
}

Json json_of(const Source& source) {
  return {{"file", json_of(source.file)},
          {"line", source.line},
          {"title", json_of(source.title)},
          {"url", json_or_null(source.url)},
          {"note", json_or_null(source.note)}};
}

// --- Reading -------------------------------------------------------------------------------------

/// Thrown within this file only, by the readers of a key; becomes an Error{Malformed}.
struct BadKey {
  std::string key;
  std::string problem;
};

const Json& at(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) {
    throw BadKey{key, "is missing"};
  }
  return *found;
}

std::string text_at(const Json& object, const char* key) {
  const Json& value = at(object, key);
  if (value.is_null()) {
    return {};
  }
  if (!value.is_string()) {
    throw BadKey{key, "is not a string"};
  }
  return value.get<std::string>();
}

int number_at(const Json& object, const char* key) {
  const Json& value = at(object, key);
  if (!value.is_number_integer()) {
    throw BadKey{key, "is not a whole number"};
  }
  const auto number = value.get<std::int64_t>();
  // An unsigned number above the range of std::int64_t would come out negative.
  const bool is_too_large =
      value.is_number_unsigned() &&
      value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<int>::max());
  if (is_too_large || number < std::numeric_limits<int>::min() ||
      number > std::numeric_limits<int>::max()) {
    throw BadKey{key, "is out of range"};
  }
  return static_cast<int>(number);
}

std::optional<int> optional_number_at(const Json& object, const char* key) {
  return at(object, key).is_null() ? std::nullopt : std::optional(number_at(object, key));
}

std::vector<std::string> texts_at(const Json& object, const char* key) {
  const Json& value = at(object, key);
  if (!value.is_array()) {
    throw BadKey{key, "is not an array"};
  }
  std::vector<std::string> texts;
  for (const Json& item : value) {
    if (!item.is_string()) {
      throw BadKey{key, "holds something else than strings"};
    }
    texts.push_back(item.get<std::string>());
  }
  return texts;
}

// The enumerator that `named` finds for the text at `key`.
template <typename Named>
auto optional_name_at(const Json& object, const char* key, Named named)
    -> decltype(named(std::string_view())) {
  if (at(object, key).is_null()) {
    return std::nullopt;
  }
  const std::string name = text_at(object, key);
  const auto value = named(name);
  if (!value) {
    throw BadKey{key, fmt::format("has the unknown value \"{}\"", name)};
  }
  return value;
}

template <typename Named>
auto name_at(const Json& object, const char* key, Named named) {
  const auto value = optional_name_at(object, key, named);
  if (!value) {
    throw BadKey{key, "is null"};
  }
  return *value;
}

const Json& object_at(const Json& object, const char* key) {
  const Json& value = at(object, key);
  if (!value.is_object()) {
    throw BadKey{key, "is not an object"};
  }
  return value;
}

Ward ward_at(const Json& object, const char* key) {
  const Json& ward = object_at(object, key);
  return {text_at(ward, "code"), text_at(ward, "name"), text_at(ward, "municipality")};
}

// The path is not written: its parts are the name's, which are separated by single blanks.
Department department_in(const Json& object) {
  Department department;
  department.name = text_at(object, "department");
  department.raw = text_at(object, "department_raw");
  for (std::size_t begin = 0; begin < department.name.size();) {
    const std::size_t end = std::min(department.name.find(' ', begin), department.name.size());
    department.path.push_back(department.name.substr(begin, end - begin));
    begin = end + 1;
  }
  return department;
}

std::vector<Scene> scenes_at(const Json& object, const char* key) {
  std::vector<Scene> scenes;
  for (const std::string& label : texts_at(object, key)) {
    const std::optional<Scene> scene = scene_named(label);
    if (!scene) {
      throw BadKey{key, fmt::format("has the unknown value \"{}\"", label)};
    }
    scenes.push_back(*scene);
  }
  return scenes;
}

Source source_at(const Json& object, const char* key) {
  const Json& source = object_at(object, key);
  return {text_at(source, "file"), number_at(source, "line"), text_at(source, "title"),
          text_at(source, "url"), text_at(source, "note")};
}

Record record_of(const Json& json) {
  Record record;
  record.id = text_at(json, "id");
  record.kind = name_at(json, "kind", record_kind_named);
  record.ward = ward_at(json, "ward");
  record.fiscal_year = optional_number_at(json, "fiscal_year");
  record.department = department_in(json);
  record.number = optional_number_at(json, "number");
  record.scenes = scenes_at(json, "scenes");
  record.target = text_at(json, "target");
  record.result = text_at(json, "result");
  record.result_status = name_at(json, "result_status", result_status_named);
  record.scope = optional_name_at(json, "scope", standard_scope_named);
  record.role = optional_name_at(json, "role", passage_role_named);
  record.headings = texts_at(json, "headings");
  record.source = source_at(json, "source");
  return record;
}

Report report_of(const Json& json) {
  Report report;
  report.kind = name_at(json, "kind", report_kind_named);
  report.ward = ward_at(json, "ward");
  report.fiscal_year = number_at(json, "fiscal_year");
  report.title = text_at(json, "title");
  report.file = text_at(json, "file");
  report.url = text_at(json, "url");
  report.note = text_at(json, "note");
  return report;
}

tl::unexpected<Error> malformed(const char* what, const std::string& why) {
  return failure(ErrorKind::Malformed, fmt::format("the JSON of a {} is broken: {}", what, why));
}

template <typename Value>
Result<Value> read(const Json& json, Value (*reader)(const Json&), const char* what) {
  if (!json.is_object()) {
    return malformed(what, "it is not an object");
  }
  try {
    return reader(json);
  } catch (const BadKey& bad) {
    return malformed(what, fmt::format("\"{}\" {}", bad.key, bad.problem));
  }
}

// Records are four levels deep at most; more would be somebody else's JSON, and nlohmann's copying
// and destroying of deep values recurse.
Json parsed(std::string_view text) {
  constexpr int kDeepest = 8;
  bool is_too_deep = false;
  const auto check = [&](int depth, Json::parse_event_t /*event*/, Json& /*value*/) {
    is_too_deep = is_too_deep || depth > kDeepest;
    return !is_too_deep;
  };
  Json json = Json::parse(text, check, /*allow_exceptions=*/false);
  return is_too_deep ? Json(Json::value_t::discarded) : json;
}

}  // namespace

Json to_json(const Ward& ward) {
  return {{"code", json_of(ward.code)},
          {"name", json_or_null(ward.name)},
          {"municipality", json_of(ward.municipality)}};
}

Json to_json(const Record& record) {
  return {{"id", json_of(record.id)},
          {"kind", std::string(name_of(record.kind))},
          {"ward", to_json(record.ward)},
          {"fiscal_year", json_or_null(record.fiscal_year)},
          {"fiscal_year_label", label_or_null(record.fiscal_year)},
          {"department", json_or_null(record.department.name)},
          {"department_raw", json_or_null(record.department.raw)},
          {"number", json_or_null(record.number)},
          {"scenes", json_of(record.scenes)},
          {"target", json_or_null(record.target)},
          {"result", json_or_null(record.result)},
          {"result_status", std::string(name_of(record.result_status))},
          {"scope", json_or_null(record.scope)},
          {"role", json_or_null(record.role)},
          {"headings", json_of(record.headings)},
          {"source", json_of(record.source)}};
}

Json to_json(const Report& report) {
  return {{"kind", std::string(name_of(report.kind))},
          {"ward", to_json(report.ward)},
          {"fiscal_year", report.fiscal_year},
          {"fiscal_year_label", fiscal_year_label(report.fiscal_year)},
          {"title", json_of(report.title)},
          {"file", json_of(report.file)},
          {"url", json_or_null(report.url)},
          {"note", json_or_null(report.note)}};
}

Result<Record> record_from_json(std::string_view text) {
  const Json json = parsed(text);
  if (json.is_discarded()) {
    return malformed("record", "it is not JSON");
  }
  return read<Record>(json, record_of, "record");
}

Result<Report> report_from_json(const Json& json) {
  return read<Report>(json, report_of, "report");
}

}  // namespace torikumi::corpus
