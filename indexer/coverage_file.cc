// The form of the file: kCoverageHeader, then a line
//   {"links":2,"strong_score":0.52,"weak_score":0.46}
// and behind it one line for each link:
//   {"record":7,"standard":90,"score":0.61,"strength":"strong","relation":"raises",
//    "raised_by":"年4回","part":"target","bytes":[0,45]}
// The number of links tells a file that was cut from a whole one.

#include "indexer/coverage_file.h"

#include "corpus/error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <tuple>
#include <utility>

namespace torikumi::indexer {
namespace {

using Json = nlohmann::ordered_json;
using analysis::LinkStrength;
using analysis::StandardLink;
using analysis::StandardRelation;
using analysis::TextPart;

/// The two values of a choice and their names.
template <typename Choice>
struct ChoiceNames {
  const char* key;
  std::pair<Choice, const char*> first;
  std::pair<Choice, const char*> second;
};

constexpr ChoiceNames<LinkStrength> kStrength{
    "strength", {LinkStrength::Strong, "strong"}, {LinkStrength::Weak, "weak"}};
constexpr ChoiceNames<StandardRelation> kRelation{
    "relation", {StandardRelation::Repeats, "repeats"}, {StandardRelation::Raises, "raises"}};
constexpr ChoiceNames<TextPart> kPart{
    "part", {TextPart::Target, "target"}, {TextPart::Result, "result"}};

template <typename Choice>
const char* name_in(const ChoiceNames<Choice>& names, Choice choice) {
  return choice == names.first.first ? names.first.second : names.second.second;
}

Json json_of(const StandardLink& link) {
  return {{"record", link.record + 1},
          {"standard", link.standard + 1},
          {"score", link.score},
          {kStrength.key, name_in(kStrength, link.strength)},
          {kRelation.key, name_in(kRelation, link.relation)},
          {"raised_by", link.raised_by},
          {kPart.key, name_in(kPart, link.sentence.part)},
          {"bytes", {link.sentence.bytes.begin, link.sentence.bytes.end}}};
}

/// Reads the lines one after the other; what a line must have is required.
class CoverageReader {
 public:
  CoverageReader(std::string_view file_text, std::size_t record_count)
      : rest_(file_text), record_count_(record_count) {}

  StoredCoverage read() {
    require(next_line() == kCoverageHeader);
    const Json head = parsed(next_line());
    StoredCoverage coverage;
    coverage.strong_score = share(head, "strong_score");
    coverage.weak_score = share(head, "weak_score");
    const std::size_t count = number(value(head, "links"));
    for (std::size_t i = 0; i < count; ++i) {
      const StandardLink link = link_from(parsed(next_line()));
      require(coverage.links.empty() ||
              std::tie(coverage.links.back().record, coverage.links.back().standard) <
                  std::tie(link.record, link.standard));
      coverage.links.push_back(link);
    }
    if (!rest_.empty()) {
      next_line();
      require(false);
    }
    return coverage;
  }

 private:
  void require(bool holds) const {
    if (!holds) {
      throw Error(ErrorKind::Damaged,
                  fmt::format("line {} of the links to standards cannot be read", line_),
                  kCoverageName, "build the index again from its reports");
    }
  }

  std::string_view next_line() {
    ++line_;
    const std::size_t end = rest_.find('\n');
    require(end != std::string_view::npos);
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }

  StandardLink link_from(const Json& json) {
    StandardLink link;
    link.record = place(json, "record");
    link.standard = place(json, "standard");
    link.score = share(json, "score");
    link.strength = choice(json, kStrength);
    link.relation = choice(json, kRelation);
    link.raised_by = text(json, "raised_by");
    require(link.raised_by.empty() == (link.relation == StandardRelation::Repeats));
    link.sentence.part = choice(json, kPart);
    const Json& bytes = value(json, "bytes");
    require(bytes.is_array() && bytes.size() == 2);
    link.sentence.bytes = {number(bytes[0]), number(bytes[1])};
    require(link.sentence.bytes.begin <= link.sentence.bytes.end);
    return link;
  }

  [[nodiscard]] Json parsed(std::string_view line) const {
    Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
    require(json.is_object());
    return json;
  }

  [[nodiscard]] const Json& value(const Json& json, const char* key) const {
    const auto found = json.find(key);
    require(found != json.end());
    return *found;
  }

  [[nodiscard]] std::string text(const Json& json, const char* key) const {
    const Json& found = value(json, key);
    require(found.is_string());
    return found.get<std::string>();
  }

  template <typename Choice>
  [[nodiscard]] Choice choice(const Json& json, const ChoiceNames<Choice>& names) const {
    const std::string name = text(json, names.key);
    require(name == names.first.second || name == names.second.second);
    return name == names.first.second ? names.first.first : names.second.first;
  }

  [[nodiscard]] std::size_t number(const Json& json) const {
    require(json.is_number_unsigned());
    return json.get<std::size_t>();
  }

  /// A number 0..1.
  [[nodiscard]] double share(const Json& json, const char* key) const {
    const Json& found = value(json, key);
    require(found.is_number());
    const auto share = found.get<double>();
    require(share >= 0 && share <= 1);
    return share;
  }

  /// The place of a record.
  [[nodiscard]] std::size_t place(const Json& json, const char* key) const {
    const std::size_t document = number(value(json, key));
    require(document >= 1 && document <= record_count_);
    return document - 1;
  }

  std::string_view rest_;
  std::size_t line_ = 0;  // The last one given, from 1.
  std::size_t record_count_;
};

}  // namespace

std::string coverage_text(const StoredCoverage& coverage) {
  const Json head = {{"links", coverage.links.size()},
                     {"strong_score", coverage.strong_score},
                     {"weak_score", coverage.weak_score}};
  std::string text = fmt::format("{}\n{}\n", kCoverageHeader, head.dump());
  for (const StandardLink& link : coverage.links) {
    text += json_of(link).dump(-1, ' ', false, Json::error_handler_t::replace);
    text += '\n';
  }
  return text;
}

StoredCoverage parse_coverage(std::string_view file_text, std::size_t record_count) {
  return CoverageReader(file_text, record_count).read();
}

}  // namespace torikumi::indexer
