#include "searchd/api/record_csv.h"

#include "corpus/fiscal_year.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace torikumi::searchd {

std::vector<std::string> record_csv_header() {
  return {"municipality",  "ward_name",  "ward_code",  "fiscal_year",  "fiscal_year_label",
          "department",    "number",     "scenes",     "target",       "result",
          "result_status", "kind",       "id",         "source_title", "source_file",
          "source_line",   "source_url", "source_note"};
}

std::vector<std::string> record_csv_row(const corpus::Record& record) {
  std::vector<std::string_view> scenes;
  for (const corpus::Scene scene : record.scenes) {
    scenes.push_back(corpus::label_of(scene));
  }
  return {record.ward.municipality,
          record.ward.name,
          record.ward.code,
          record.fiscal_year ? std::to_string(*record.fiscal_year) : std::string(),
          record.fiscal_year ? corpus::fiscal_year_label(*record.fiscal_year) : std::string(),
          record.department.name,
          record.number ? std::to_string(*record.number) : std::string(),
          fmt::format("{}", fmt::join(scenes, "・")),
          record.target,
          record.result,
          std::string(corpus::name_of(record.result_status)),
          std::string(corpus::name_of(record.kind)),
          record.id,
          record.source.title,
          record.source.file,
          std::to_string(record.source.line),
          record.source.url,
          record.source.note};
}

}  // namespace torikumi::searchd
