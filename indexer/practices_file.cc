// The form of the file: kPracticesHeader, and then for each set a line
//   {"until_year":null,"practices":2}
// and behind it one line for each of its practices:
//   {"id":"p-…","label":"…","key_terms":[…],"representative":7,"members":[
//    {"record":7,"strength":0.5,"part":"target","bytes":[0,45]},…],
//    "standards":[{"record":90,"similarity":0.25,"strong":1},…]}
// without "standards" if they were not compared.
// The number of practices tells a file that was cut from a whole one.

#include "indexer/practices_file.h"

#include "corpus/error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace torikumi::indexer {
namespace {

using Json = nlohmann::ordered_json;
using analysis::Practice;
using analysis::PracticeMember;
using analysis::StandardSimilarity;
using analysis::TextPart;

constexpr const char* kTarget = "target";
constexpr const char* kResult = "result";
constexpr std::size_t kMaxYear = 9999;

Json json_of(const PracticeMember& member) {
  return {{"record", member.record + 1},
          {"strength", member.strength},
          {"part", member.sentence.part == TextPart::Target ? kTarget : kResult},
          {"bytes", {member.sentence.bytes.begin, member.sentence.bytes.end}}};
}

Json json_of(const Practice& practice) {
  Json members = Json::array();
  for (const PracticeMember& member : practice.members) {
    members.push_back(json_of(member));
  }
  return {{"id", practice.id},
          {"label", practice.label},
          {"key_terms", practice.key_terms},
          {"representative", practice.representative + 1},
          {"members", std::move(members)}};
}

Json json_of(const std::vector<StandardSimilarity>& standards) {
  Json json = Json::array();
  for (const StandardSimilarity& standard : standards) {
    json.push_back({{"record", standard.standard + 1},
                    {"similarity", standard.similarity},
                    {"strong", standard.strong_sentences}});
  }
  return json;
}

[[noreturn]] void fail(std::size_t line) {
  throw Error(ErrorKind::Damaged, fmt::format("line {} of the practices cannot be read", line),
              kPracticesName, "build the index again from its reports");
}

/// Lines of a file, counted. The text must outlive it.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }
  [[nodiscard]] std::size_t number() const { return number_; }  ///< Of the last line given, from 1.

  std::string_view next() {
    ++number_;
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) {
      fail(number_);
    }
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }

 private:
  std::string_view rest_;
  std::size_t number_ = 0;
};

/// Reads values out of the lines; what a line must have besides its form is required.
class PracticeReader {
 public:
  PracticeReader(std::string_view file_text, std::size_t record_count)
      : lines_(file_text), record_count_(record_count) {}

  std::vector<StoredPractices> read() {
    require(lines_.next() == kPracticesHeader);
    std::vector<StoredPractices> sets;
    while (!lines_.is_at_end()) {
      StoredPractices set = next_set();
      require(std::none_of(sets.begin(), sets.end(), [&](const StoredPractices& earlier) {
        return earlier.until_year == set.until_year;
      }));
      sets.push_back(std::move(set));
    }
    return sets;
  }

 private:
  void require(bool holds) const {
    if (!holds) {
      fail(lines_.number());
    }
  }

  StoredPractices next_set() {
    const Json json = parsed(lines_.next());
    StoredPractices set;
    const Json& year = value(json, "until_year");
    if (!year.is_null()) {
      set.until_year = static_cast<int>(number(year));
      require(number(year) <= kMaxYear);
    }
    const std::size_t count = number(value(json, "practices"));
    for (std::size_t i = 0; i < count; ++i) {
      const Json practice = parsed(lines_.next());
      set.practices.push_back(practice_from(practice));
      if (const auto standards = practice.find("standards"); standards != practice.end()) {
        set.standards.push_back(standards_from(*standards));
      }
    }
    require(set.standards.empty() || set.standards.size() == count);
    return set;
  }

  Practice practice_from(const Json& json) {
    Practice practice;
    practice.id = text(value(json, "id"));
    practice.label = text(value(json, "label"));
    for (const Json& term : list(value(json, "key_terms"))) {
      practice.key_terms.push_back(text(term));
    }
    practice.representative = record(value(json, "representative"));
    for (const Json& member : list(value(json, "members"))) {
      practice.members.push_back(member_from(member));
    }
    require(!practice.members.empty());
    return practice;
  }

  [[nodiscard]] std::vector<StandardSimilarity> standards_from(const Json& json) const {
    std::vector<StandardSimilarity> standards;
    for (const Json& each : list(json)) {
      const Json& similarity = value(each, "similarity");
      require(similarity.is_number());
      standards.push_back({.standard = record(value(each, "record")),
                           .similarity = similarity.get<double>(),
                           .strong_sentences = number(value(each, "strong"))});
      require(standards.back().similarity >= 0 && standards.back().similarity <= 1);
    }
    return standards;
  }

  PracticeMember member_from(const Json& json) {
    PracticeMember member;
    member.record = record(value(json, "record"));
    const Json& strength = value(json, "strength");
    require(strength.is_number());
    member.strength = strength.get<double>();
    require(member.strength >= 0 && member.strength <= 1);
    const std::string part = text(value(json, "part"));
    require(part == kTarget || part == kResult);
    member.sentence.part = part == kTarget ? TextPart::Target : TextPart::Result;
    const Json& bytes = list(value(json, "bytes"));
    require(bytes.size() == 2);
    member.sentence.bytes = {number(bytes[0]), number(bytes[1])};
    require(member.sentence.bytes.begin <= member.sentence.bytes.end);
    return member;
  }

  [[nodiscard]] Json parsed(std::string_view line) const {
    Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
    require(json.is_object());
    return json;
  }

  [[nodiscard]] const Json& value(const Json& json, const char* key) const {
    require(json.is_object());
    const auto found = json.find(key);
    require(found != json.end());
    return *found;
  }

  [[nodiscard]] std::string text(const Json& json) const {
    require(json.is_string() && !json.get_ref<const std::string&>().empty());
    return json.get<std::string>();
  }

  [[nodiscard]] const Json& list(const Json& json) const {
    require(json.is_array());
    return json;
  }

  [[nodiscard]] std::size_t number(const Json& json) const {
    require(json.is_number_unsigned());
    return json.get<std::size_t>();
  }

  /// The place of a record.
  [[nodiscard]] std::size_t record(const Json& json) const {
    const std::size_t document = number(json);
    require(document >= 1 && document <= record_count_);
    return document - 1;
  }

  Lines lines_;
  std::size_t record_count_;
};

}  // namespace

std::string practices_text(const std::vector<StoredPractices>& sets) {
  std::string text(kPracticesHeader);
  text += '\n';
  for (const StoredPractices& set : sets) {
    const Json head = {{"until_year", set.until_year ? Json(*set.until_year) : Json(nullptr)},
                       {"practices", set.practices.size()}};
    text += head.dump() + '\n';
    for (std::size_t i = 0; i < set.practices.size(); ++i) {
      Json practice = json_of(set.practices[i]);
      if (!set.standards.empty()) {
        practice["standards"] = json_of(set.standards[i]);
      }
      text += practice.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
    }
  }
  return text;
}

std::vector<StoredPractices> parse_practices(std::string_view file_text, std::size_t record_count) {
  return PracticeReader(file_text, record_count).read();
}

}  // namespace torikumi::indexer
