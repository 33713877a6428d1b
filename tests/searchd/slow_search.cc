#include "tests/searchd/slow_search.h"

#include "tests/searchd/search_index.h"

#include <fmt/format.h>

#include <algorithm>

namespace torikumi::searchd {
namespace {

using corpus::Record;
using corpus::Scene;

template <typename T>
const T& one_of(const std::vector<T>& values, std::mt19937& random) {
  return values[random() % values.size()];
}

const std::vector<corpus::Ward>& some_wards() {
  static const std::vector<corpus::Ward> kWards{nakahara(), kawasaki(), tsurumi(), the_city()};
  return kWards;
}

const std::vector<std::string>& some_departments() {
  static const std::vector<std::string> kNames{"区民サービス部 区民課", "区民課",
                                               "まちづくり推進部 総務課", "衛生課"};
  return kNames;
}

std::string random_text(std::mt19937& random) {
  std::string text;
  for (std::size_t sentences = random() % 3; sentences > 0; --sentences) {
    for (std::size_t words = 1 + random() % 3; words > 0; --words) {
      text += one_of(corpus_words(), random) + "、";
    }
    text += "です。\n";
  }
  return text.empty() ? text : text.substr(0, text.size() - 1);
}

Record random_record(std::size_t number, std::mt19937& random) {
  Record record =
      initiative(fmt::format("id-{:04}", number), random_text(random), random_text(random));
  record.kind = one_of(std::vector(kAllRecordKinds.begin(), kAllRecordKinds.end()), random);
  record.ward = one_of(some_wards(), random);
  record.fiscal_year = random() % 8 == 0 ? std::nullopt : std::optional<int>(2017 + random() % 6);
  record.department = {};
  if (random() % 6 != 0) {
    record.department = {one_of(some_departments(), random), {}, "as printed"};
  }
  for (const Scene scene : corpus::kAllScenes) {
    if (random() % 6 == 0 && record.scenes.size() < 2) {
      record.scenes.push_back(scene);
    }
  }
  return record;
}

bool passes_ward(const Record& record, const Filters& filters) {
  return filters.ward_codes.empty() ||
         std::any_of(filters.ward_codes.begin(), filters.ward_codes.end(),
                     [&](const std::string& code) {
                       const bool is_of_the_city =
                           code == the_city().code && record.ward.municipality == "川崎市";
                       return code == record.ward.code || is_of_the_city;
                     });
}

bool passes_year(const Record& record, const Filters& filters) {
  return filters.fiscal_years.empty() ||
         std::any_of(filters.fiscal_years.begin(), filters.fiscal_years.end(),
                     [&](const corpus::FiscalYearRange& range) {
                       const int year = record.fiscal_year.value_or(0);
                       return range.first <= year && year <= range.last;
                     });
}

bool passes_department(const Record& record, const Filters& filters) {
  const std::string& name = record.department.name;
  if (filters.departments.empty() && filters.department_texts.empty()) {
    return true;
  }
  const bool is_part_of_name =
      std::any_of(filters.department_texts.begin(), filters.department_texts.end(),
                  [&](const std::string& text) { return name.find(text) != std::string::npos; });
  return is_part_of_name || std::find(filters.departments.begin(), filters.departments.end(),
                                      name) != filters.departments.end();
}

bool passes_scene(const Record& record, const Filters& filters) {
  return filters.scenes.empty() ||
         std::find_first_of(record.scenes.begin(), record.scenes.end(), filters.scenes.begin(),
                            filters.scenes.end()) != record.scenes.end();
}

bool passes_kind(const Record& record, const Filters& filters) {
  return filters.kinds.empty() ||
         std::find(filters.kinds.begin(), filters.kinds.end(), record.kind) != filters.kinds.end();
}

bool passes_in(Dimension dimension, const Record& record, const Filters& filters) {
  switch (dimension) {
    case Dimension::Ward:
      return passes_ward(record, filters);
    case Dimension::FiscalYear:
      return passes_year(record, filters);
    case Dimension::Department:
      return passes_department(record, filters);
    case Dimension::Scene:
      return passes_scene(record, filters);
    case Dimension::Kind:
      return passes_kind(record, filters);
  }
  return false;
}

}  // namespace

const std::vector<std::string>& corpus_words() {
  static const std::vector<std::string> kWords{"電話", "手紙", "掲示板", "名札", "研修",
                                               "椅子", "庭園", "図書",   "清掃", "音声"};
  return kWords;
}

std::vector<Record> random_records(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Record> records;
  for (std::size_t number = 0; number < count; ++number) {
    records.push_back(random_record(number, random));
  }
  return records;
}

Filters random_filters(std::mt19937& random) {
  Filters filters;
  for (std::size_t i = random() % 3; i > 0; --i) {
    filters.ward_codes.push_back(one_of(some_wards(), random).code);
  }
  for (std::size_t i = random() % 3; i > 0; --i) {
    const int first = 2016 + static_cast<int>(random() % 6);
    filters.fiscal_years.push_back({first, first + static_cast<int>(random() % 3)});
  }
  if (random() % 3 == 0) {
    filters.departments.push_back(one_of(some_departments(), random));
  }
  if (random() % 4 == 0) {
    filters.department_texts.emplace_back(random() % 2 == 0 ? "区民課" : "部");
  }
  for (std::size_t i = random() % 3; i > 0; --i) {
    filters.scenes.push_back(corpus::kAllScenes.at(random() % corpus::kAllScenes.size()));
  }
  for (std::size_t i = random() % 3; i > 0; --i) {
    filters.kinds.push_back(kAllRecordKinds.at(random() % kAllRecordKinds.size()));
  }
  return filters;
}

std::string SlowQuery::text() const {
  std::string text;
  for (const std::string& word : words) {
    text += word + " ";
  }
  for (const std::string& word : excluded) {
    text += "-" + word + " ";
  }
  return text;
}

SlowQuery random_query(std::mt19937& random) {
  SlowQuery query;
  for (std::size_t i = random() % 3; i > 0; --i) {
    query.words.push_back(one_of(corpus_words(), random));
  }
  if (random() % 3 == 0) {
    query.excluded.push_back(one_of(corpus_words(), random));
  }
  return query;
}

bool matches(const Record& record, const SlowQuery& query) {
  const auto holds = [&](const std::string& word) {
    return (record.target + "\n" + record.result).find(word) != std::string::npos;
  };
  return std::all_of(query.words.begin(), query.words.end(), holds) &&
         std::none_of(query.excluded.begin(), query.excluded.end(), holds);
}

bool passes(const Record& record, const Filters& filters) {
  return std::all_of(kAllDimensions.begin(), kAllDimensions.end(),
                     [&](Dimension dimension) { return passes_in(dimension, record, filters); });
}

bool passes_but(Dimension left_out, const Record& record, const Filters& filters) {
  return std::all_of(kAllDimensions.begin(), kAllDimensions.end(), [&](Dimension dimension) {
    return dimension == left_out || passes_in(dimension, record, filters);
  });
}

std::vector<std::string> values_of(Dimension dimension, const Record& record) {
  switch (dimension) {
    case Dimension::Ward:
      return {record.ward.code};
    case Dimension::FiscalYear:
      return record.fiscal_year ? std::vector{std::to_string(*record.fiscal_year)}
                                : std::vector<std::string>{};
    case Dimension::Department:
      return record.department.name.empty() ? std::vector<std::string>{}
                                            : std::vector{record.department.name};
    case Dimension::Scene: {
      std::vector<std::string> labels;
      for (const Scene scene : record.scenes) {
        labels.emplace_back(corpus::label_of(scene));
      }
      return labels;
    }
    case Dimension::Kind:
      return {std::string(corpus::name_of(record.kind))};
  }
  return {};
}

std::map<std::string, std::size_t> slow_facet(Dimension dimension,
                                              const std::vector<Record>& records,
                                              const SlowQuery& query, const Filters& filters) {
  std::map<std::string, std::size_t> counts;
  for (const Record& record : records) {
    if (matches(record, query) && passes_but(dimension, record, filters)) {
      for (const std::string& value : values_of(dimension, record)) {
        ++counts[value];
      }
    }
  }
  const std::string city = the_city().code;
  const auto& chosen = filters.ward_codes;
  const bool is_chosen = std::find(chosen.begin(), chosen.end(), city) != chosen.end();
  if (dimension == Dimension::Ward && (is_chosen || counts.contains(city))) {
    counts[city] += counts[nakahara().code] + counts[kawasaki().code];
    std::erase_if(counts, [](const auto& entry) { return entry.second == 0; });
  }
  return counts;
}

}  // namespace torikumi::searchd
