// Prints the score of every record of some reports for every standard, with the parts of the
// measure that are named switched off: what bench/practices/coverage.py compares.
//
//   standard_links REPORTS [PART …]     e.g. standard_links ../shared/reports competition synonyms

#include "analysis/analyzer.h"
#include "analysis/standards/standard_coverage.h"
#include "corpus/data_directory.h"
#include "corpus/error.h"
#include "corpus/report_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace torikumi;
using analysis::StandardMeasure;

/// A part of the measure and the value that switches it off.
struct Part {
  std::string_view name;
  double StandardMeasure::*number;
  double off;
};

constexpr std::array kParts{
    Part{"verb", &StandardMeasure::verb, 1},
    Part{"action", &StandardMeasure::action, 0},
    Part{"rarity_among_standards", &StandardMeasure::rarity_among_standards, 0},
    Part{"repetition", &StandardMeasure::repetition, 0},
    Part{"aside", &StandardMeasure::aside, 1},
    Part{"containment", &StandardMeasure::containment, 0},
    Part{"dilution", &StandardMeasure::dilution, 0},
    Part{"far_clause", &StandardMeasure::far_clause, 0},
    Part{"context", &StandardMeasure::context, 0},
    Part{"competition", &StandardMeasure::competition, 0},
    Part{"same_scene", &StandardMeasure::same_scene, 0},
};

struct Setting {
  StandardMeasure measure;
  std::vector<std::filesystem::path> words = analysis::related_word_files();
};

Setting setting_without(const std::vector<std::string_view>& names) {
  Setting setting;
  setting.measure.weak_score = 0;
  for (const std::string_view name : names) {
    const auto part = std::find_if(kParts.begin(), kParts.end(),
                                   [&](const Part& each) { return each.name == name; });
    if (part != kParts.end()) {
      setting.measure.*part->number = part->off;
    } else if (name == "synonyms") {
      setting.words.clear();
    } else if (name == "standard_terms") {
      setting.words.resize(1);
    } else {
      throw Error(ErrorKind::InvalidArgument,
                  fmt::format("\"{}\" is no part of the measure", name));
    }
  }
  return setting;
}

void print_links(const std::filesystem::path& reports, const Setting& setting) {
  const auto wards = corpus::WardRegistry::load(data_directory() / "wards.csv");
  const auto readings = corpus::read_reports({reports}, wards);
  std::vector<const corpus::Record*> records;
  for (const corpus::ReportReading& reading : readings) {
    for (const corpus::Record& record : reading.records) {
      records.push_back(&record);
    }
  }
  std::sort(records.begin(), records.end(),
            [](const auto* a, const auto* b) { return a->id < b->id; });
  analysis::Analyzer analyzer(
      std::make_shared<const analysis::Lexicon>(analysis::Lexicon::Options::defaults()));
  const analysis::RelatedWords related(setting.words, analyzer);
  const auto raising = analysis::RaisingWords::load(data_directory() / "raising_words.tsv");
  analysis::StandardComparison comparison(related, raising, setting.measure);
  for (std::size_t place = 0; place < records.size(); ++place) {
    comparison.add(place, *records[place], analyzer.analyze(records[place]->target),
                   analyzer.analyze(records[place]->result));
  }
  comparison.finish();
  for (const analysis::StandardLink& link : analysis::standard_links(comparison)) {
    fmt::print("{}\t{}\t{:.6f}\n", records[link.record]->id,
               records[link.standard]->number.value_or(0), link.score);
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc < 2) {
      fmt::print(stderr, "usage: standard_links REPORTS [PART …]\n");
      return 2;
    }
    print_links(argv[1], setting_without({argv + 2, argv + argc}));
    return 0;
  } catch (const std::exception& problem) {
    fmt::print(stderr, "standard_links: {}\n", problem.what());
    return 1;
  }
}
