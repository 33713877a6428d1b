#include "corpus/record_json.h"
#include "tests/fuzz/invariant.h"

#include <string_view>

namespace torikumi::fuzz {

void check(std::string_view input) {
  const Result<corpus::Record> record = corpus::record_from_json(input);
  if (!record) {
    require(record.error().kind == ErrorKind::Malformed, "what is not a record is malformed");
    require_utf8(record.error().what(), "an error is well-formed");
    return;
  }
  const Result<corpus::Record> again = corpus::record_from_json(corpus::to_json(*record).dump());
  require(again && *again == *record, "a record survives being written and read");
}

}  // namespace torikumi::fuzz
