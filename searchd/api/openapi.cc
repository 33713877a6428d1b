#include "searchd/api/openapi.h"

#include "corpus/error.h"
#include "indexer/durable_file.h"
#include "indexer/version.h"
#include "searchd/api/route.h"

#include <fmt/format.h>

#include <algorithm>

namespace torikumi::searchd {
namespace {

Json schema_of(const ParameterSpec& spec) {
  Json schema;
  switch (spec.type) {
    case ParameterSpec::Type::Text:
      schema = {{"type", "string"}, {"maxLength", kMaxParameterBytes}};
      break;
    case ParameterSpec::Type::Integer:
      schema = {{"type", "integer"},
                {"minimum", spec.minimum},
                {"maximum", spec.maximum},
                {"default", spec.default_value}};
      break;
    case ParameterSpec::Type::Choice:
      schema = {{"type", "string"}, {"enum", spec.choices}};
      if (!spec.is_repeatable) {
        schema["default"] = spec.choices.front();
      }
      break;
  }
  return spec.is_repeatable ? Json{{"type", "array"}, {"items", std::move(schema)}} : schema;
}

Json parameter_of(const ParameterSpec& spec) {
  Json parameter = {{"name", spec.name},
                    {"in", "query"},
                    {"description", spec.description},
                    {"required", false},
                    {"schema", schema_of(spec)}};
  if (spec.is_repeatable) {
    parameter["style"] = "form";
    parameter["explode"] = true;
  }
  return parameter;
}

Json reference(std::string_view schema) {
  return {{"$ref", fmt::format("#/components/schemas/{}", schema)}};
}

Json problem_answer(std::string_view description) {
  return {{"description", description},
          {"content", {{"application/problem+json", {{"schema", reference("Problem")}}}}}};
}

bool has_html(const Route& route) {
  return std::any_of(
      route.parameters.begin(), route.parameters.end(), [](const ParameterSpec& spec) {
        return spec.name == "format" &&
               std::find(spec.choices.begin(), spec.choices.end(), "html") != spec.choices.end();
      });
}

Json operation_of(const Route& route) {
  Json parameters = Json::array();
  const bool has_id = route.path.find("{id}") != std::string_view::npos;
  if (has_id) {
    parameters.push_back({{"name", "id"},
                          {"in", "path"},
                          {"description", "Stable id of a record or theme."},
                          {"required", true},
                          {"schema", {{"type", "string"}}}});
  }
  for (const ParameterSpec& spec : route.parameters) {
    parameters.push_back(parameter_of(spec));
  }
  Json content = {{"application/json", {{"schema", reference(route.schema)}}}};
  if (route.has_csv) {
    content["text/csv"] = {{"schema", {{"type", "string"}}}};
  }
  if (has_html(route)) {
    content["text/html"] = {{"schema", {{"type", "string"}}}};
  }
  Json answers = {{"200", {{"description", "The answer."}, {"content", std::move(content)}}},
                  {"304", {{"description", "Not changed since the ETag that was sent."}}},
                  {"400", problem_answer("A parameter is wrong; it is named.")},
                  {"503", problem_answer("No index is open, or too many requests wait.")}};
  if (has_id) {
    answers["404"] = problem_answer("There is nothing with this id.");
  }
  return {{"operationId", route.operation_id},
          {"summary", route.summary},
          {"parameters", std::move(parameters)},
          {"responses", std::move(answers)}};
}

Json schemas_from(const std::filesystem::path& file) {
  Json schemas = Json::parse(indexer::read_whole_file(file), nullptr, false);
  if (!schemas.is_object()) {
    throw Error(ErrorKind::Malformed, "is not a JSON object", file.string(), "install again");
  }
  for (const Route& route : routes()) {
    if (!schemas.contains(std::string(route.schema))) {
      throw Error(ErrorKind::Malformed, fmt::format("has no schema \"{}\"", route.schema),
                  file.string(), "install again");
    }
  }
  return schemas;
}

}  // namespace

std::string openapi_document(const std::filesystem::path& schemas) {
  Json paths = Json::object();
  for (const Route& route : routes()) {
    paths[std::string(route.path)]["get"] = operation_of(route);
  }
  const Json document = {
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "Torikumi API"},
        {"version", kVersion},
        {"summary", "Search and counts over the service-improvement reports of ward offices."},
        {"license", {{"name", "GPL-2.0-or-later"}, {"identifier", "GPL-2.0-or-later"}}}}},
      {"servers",
       Json::array({{{"url", "../v1"}, {"description", "Where this document is served."}}})},
      {"paths", std::move(paths)},
      {"components", {{"schemas", schemas_from(schemas)}}}};
  return document.dump(1);
}

}  // namespace torikumi::searchd
