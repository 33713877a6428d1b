#include "searchd/api/derived_record_json.h"
#include "searchd/api/practice_json.h"
#include "searchd/api/route.h"
#include "searchd/search/search_engine.h"

namespace torikumi::searchd {

Problem no_such_record() {
  return {.type = ProblemType::NotFound,
          .detail = "no record has this id",
          .parameter = "id",
          .hint = "ids come from /search; a record whose report is no longer indexed is gone",
          .valid_values = {},
          .instance = {},
          .log_message = {}};
}

ApiResult<Answer> answer_record(const RouteRequest& request, const IndexSnapshot& snapshot) {
  const std::optional<RecordWithDerived> found = record_by_id(request.path_argument, snapshot);
  if (!found) {
    return tl::unexpected(no_such_record());
  }
  const std::optional<DocumentNumber> document = document_of(found->record.id, snapshot);
  return Answer{{{"record", derived_record_json(found->record, found->derived, snapshot)},
                 {"practices", practice_links_of(document.value_or(0), snapshot)}},
                std::nullopt};
}

}  // namespace torikumi::searchd
