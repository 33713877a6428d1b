#include "corpus/record.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace torikumi::corpus {
namespace {

// Every name of `values`, each read back by `named`.
template <typename Value, typename Named>
std::string names_read_back(const std::vector<Value>& values, Named named) {
  std::string names;
  for (const Value value : values) {
    EXPECT_EQ(named(name_of(value)), value);
    names += std::string(name_of(value)) + " ";
  }
  EXPECT_EQ(named(""), std::nullopt);
  EXPECT_EQ(named("Initiative"), std::nullopt);
  return names;
}

// The names stand in the index, the catalogue and the API: they must not change.
TEST(RecordNamesTest, AreStableAndReadBack) {
  EXPECT_EQ(names_read_back<RecordKind>({RecordKind::Initiative, RecordKind::Example,
                                         RecordKind::Standard, RecordKind::Passage},
                                        record_kind_named),
            "initiative example standard passage ");
  EXPECT_EQ(names_read_back<ResultStatus>(
                {ResultStatus::Reported, ResultStatus::Omitted, ResultStatus::Missing},
                result_status_named),
            "reported omitted missing ");
  EXPECT_EQ(
      names_read_back<StandardScope>({StandardScope::AllOffices, StandardScope::EachSection,
                                      StandardScope::ParticularSections, StandardScope::OneWard},
                                     standard_scope_named),
      "all_offices each_section particular_sections one_ward ");
  EXPECT_EQ(names_read_back<PassageRole>(
                {PassageRole::Paragraph, PassageRole::Bullet, PassageRole::Principle,
                 PassageRole::Policy, PassageRole::SceneDefinition},
                passage_role_named),
            "paragraph bullet principle policy scene_definition ");
  EXPECT_EQ(names_read_back<ReportKind>({ReportKind::TargetsAndResults, ReportKind::Standards,
                                         ReportKind::Guideline, ReportKind::Policy},
                                        report_kind_named),
            "targets_and_results standards guideline policy ");
}

}  // namespace
}  // namespace torikumi::corpus
