#ifndef SEARCHD_API_OPENAPI_H_
#define SEARCHD_API_OPENAPI_H_

// The description of the API, made from the route table.

#include <filesystem>
#include <string>

namespace torikumi::searchd {

/// The OpenAPI 3.1 document: paths and parameters from the route table, schemas of the answers from
/// `schemas` (a JSON object of JSON Schema 2020-12, by name). Throws Error if that cannot be read
/// or lacks a schema that a route names.
std::string openapi_document(const std::filesystem::path& schemas);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_OPENAPI_H_
