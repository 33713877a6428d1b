#include "corpus/record.h"

#include <algorithm>
#include <array>
#include <utility>

namespace torikumi::corpus {
namespace {

template <typename Value>
using Name = std::pair<Value, std::string_view>;

constexpr std::array kRecordKinds{
    Name<RecordKind>{RecordKind::Initiative, "initiative"},
    Name<RecordKind>{RecordKind::Example, "example"},
    Name<RecordKind>{RecordKind::Standard, "standard"},
    Name<RecordKind>{RecordKind::Passage, "passage"},
};

constexpr std::array kResultStatuses{
    Name<ResultStatus>{ResultStatus::Reported, "reported"},
    Name<ResultStatus>{ResultStatus::Omitted, "omitted"},
    Name<ResultStatus>{ResultStatus::Missing, "missing"},
};

constexpr std::array kStandardScopes{
    Name<StandardScope>{StandardScope::AllOffices, "all_offices"},
    Name<StandardScope>{StandardScope::EachSection, "each_section"},
    Name<StandardScope>{StandardScope::ParticularSections, "particular_sections"},
    Name<StandardScope>{StandardScope::OneWard, "one_ward"},
};

constexpr std::array kPassageRoles{
    Name<PassageRole>{PassageRole::Paragraph, "paragraph"},
    Name<PassageRole>{PassageRole::Bullet, "bullet"},
    Name<PassageRole>{PassageRole::Principle, "principle"},
    Name<PassageRole>{PassageRole::Policy, "policy"},
    Name<PassageRole>{PassageRole::SceneDefinition, "scene_definition"},
};

constexpr std::array kReportKinds{
    Name<ReportKind>{ReportKind::TargetsAndResults, "targets_and_results"},
    Name<ReportKind>{ReportKind::Standards, "standards"},
    Name<ReportKind>{ReportKind::Guideline, "guideline"},
    Name<ReportKind>{ReportKind::Policy, "policy"},
};

template <typename Names, typename Value>
std::string_view name_in(const Names& names, Value value) {
  const auto* found = std::find_if(names.begin(), names.end(),
                                   [&](const auto& name) { return name.first == value; });
  return found == names.end() ? std::string_view() : found->second;
}

template <typename Names>
auto value_in(const Names& names, std::string_view wanted)
    -> std::optional<typename Names::value_type::first_type> {
  const auto* found = std::find_if(names.begin(), names.end(),
                                   [&](const auto& name) { return name.second == wanted; });
  if (found == names.end()) {
    return std::nullopt;
  }
  return found->first;
}

}  // namespace

std::string_view name_of(RecordKind kind) {
  return name_in(kRecordKinds, kind);
}
std::string_view name_of(ResultStatus status) {
  return name_in(kResultStatuses, status);
}
std::string_view name_of(StandardScope scope) {
  return name_in(kStandardScopes, scope);
}
std::string_view name_of(PassageRole role) {
  return name_in(kPassageRoles, role);
}
std::string_view name_of(ReportKind kind) {
  return name_in(kReportKinds, kind);
}

std::optional<RecordKind> record_kind_named(std::string_view name) {
  return value_in(kRecordKinds, name);
}
std::optional<ResultStatus> result_status_named(std::string_view name) {
  return value_in(kResultStatuses, name);
}
std::optional<StandardScope> standard_scope_named(std::string_view name) {
  return value_in(kStandardScopes, name);
}
std::optional<PassageRole> passage_role_named(std::string_view name) {
  return value_in(kPassageRoles, name);
}
std::optional<ReportKind> report_kind_named(std::string_view name) {
  return value_in(kReportKinds, name);
}

}  // namespace torikumi::corpus
