#include "searchd/api/derived_record_json.h"

#include "corpus/error.h"
#include "corpus/record_json.h"
#include "searchd/api/standard_json.h"

#include <utility>

namespace torikumi::searchd {

Json derived_record_json(const corpus::Record& record, const std::string& derived,
                         const IndexSnapshot& snapshot) {
  Json json = corpus::to_json(record);
  if (derived.empty()) {
    json["derived"] = nullptr;
    return json;
  }
  Json parsed = Json::parse(derived, nullptr, /*allow_exceptions=*/false);
  if (parsed.is_discarded()) {
    throw Error(ErrorKind::Damaged, "the derived fields of " + record.id + " are not JSON", {},
                "build the index again");
  }
  parsed["relation_to_standards"] = relation_to_standards(record, snapshot);
  json["derived"] = std::move(parsed);
  return json;
}

}  // namespace torikumi::searchd
