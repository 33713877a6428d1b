#include "indexer/index_builder.h"
#include "indexer/schema.h"
#include "tests/indexer/index_fixture.h"
#include "tests/support/test_files.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::indexer {
namespace {

std::string page() {
  return testing::read_file(testing::source_dir() / "docs" / "index-schema.md");
}

/// True if a row of a table in the page begins with `cells`, each in backquotes.
bool has_row(const std::string& page, const std::vector<std::string>& cells) {
  std::string row = "\n|";
  for (const std::string& cell : cells) {
    row += " `" + cell + "` |";
  }
  return page.find(row) != std::string::npos;
}

TEST(IndexSchemaPageTest, HasEveryTermPrefix) {
  const std::string text = page();
  for (const SchemaRow& row : schema_rows()) {
    EXPECT_TRUE(has_row(text, {std::string(row.name), std::string(row.prefix)})) << row.name;
  }
}

TEST(IndexSchemaPageTest, HasEveryValueSlot) {
  struct Case {
    ValueSlot slot;
    const char* name;
  };
  const std::vector<Case> slots{{ValueSlot::Kind, "Kind"},
                                {ValueSlot::Ward, "Ward"},
                                {ValueSlot::FiscalYear, "FiscalYear"},
                                {ValueSlot::Department, "Department"},
                                {ValueSlot::Scenes, "Scenes"},
                                {ValueSlot::ResultStatus, "ResultStatus"},
                                {ValueSlot::Report, "Report"},
                                {ValueSlot::ResultFlags, "ResultFlags"},
                                {ValueSlot::Derived, "Derived"}};
  const std::string text = page();
  for (const Case& row : slots) {
    EXPECT_TRUE(has_row(text, {std::to_string(static_cast<std::uint32_t>(row.slot)), row.name}))
        << row.name;
  }
  // A slot that is added comes behind the last one; then this fails until the list above has it.
  const auto last = static_cast<std::uint32_t>(slots.back().slot);
  EXPECT_EQ(last + 1, slots.size());
  EXPECT_FALSE(has_row(text, {std::to_string(last + 1)}));
}

/// a.b[].c for every key of `json` with all that is below it.
void collect_keys(const nlohmann::ordered_json& json, const std::string& path,
                  std::vector<std::string>& keys) {
  if (json.is_array() && !json.empty()) {
    collect_keys(json.front(), path + "[]", keys);
  }
  if (!json.is_object()) {
    return;
  }
  for (const auto& [key, value] : json.items()) {
    const std::string name = path.empty() ? key : path + "." + key;
    keys.push_back(name);
    collect_keys(value, name, keys);
  }
}

TEST(IndexSchemaPageTest, HasEveryKeyOfAManifest) {
  const testing::TemporaryDirectory temporary;
  write_two_reports(temporary.path() / "reports");
  testing::write_file(temporary.path() / "reports" / "empty.txt", "");
  testing::write_file(temporary.path() / "reports" / "catalogue.csv",
                      "file,kind,municipality,ward,fiscal_year,title,url\n");
  const BuildSummary summary = build(temporary.path() / "index", {temporary.path() / "reports"});
  const auto manifest =
      nlohmann::ordered_json::parse(testing::read_file(summary.generation.manifest()));
  std::vector<std::string> keys;
  collect_keys(manifest, "", keys);
  ASSERT_GT(keys.size(), 30U);
  const std::string text = page();
  for (const std::string& key : keys) {
    EXPECT_TRUE(has_row(text, {key})) << key;
  }
}

/// What stands in the first group of each match of `pattern` in `text`.
std::vector<std::string> matches_in(const std::string& text, const char* pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), expression); it != std::sregex_iterator();
       ++it) {
    found.push_back(it->str(1));
  }
  return found;
}

TEST(BuildingPageTest, HasEveryPackagePresetAndStep) {
  const std::string text = testing::read_file(testing::source_dir() / "docs" / "building.md");
  const std::string script = testing::read_file(testing::source_dir() / "torikumi");
  const std::vector<std::string> packages = matches_in(script, "\n  '([a-z0-9.+-]+)\\|");
  ASSERT_GT(packages.size(), 20U);
  for (const std::string& package : packages) {
    EXPECT_TRUE(has_row(text, {package})) << package;
  }
  const std::vector<std::string> steps = matches_in(script, "\nstep_([a-z]+)\\(\\)");
  ASSERT_GE(steps.size(), 6U);
  for (const std::string& step : steps) {
    EXPECT_TRUE(has_row(text, {step})) << step;
  }
  const auto presets =
      nlohmann::json::parse(testing::read_file(testing::source_dir() / "CMakePresets.json"));
  for (const auto& preset : presets.at("workflowPresets")) {
    EXPECT_TRUE(has_row(text, {preset.at("name").get<std::string>()})) << preset.at("name");
  }
  for (const std::string& variable : matches_in(script, "\\$\\{(TORIKUMI_[A-Z]+)")) {
    EXPECT_TRUE(has_row(text, {variable})) << variable;
  }
}

TEST(IndexSchemaPageTest, NamesTheSchemaVersion) {
  EXPECT_NE(page().find("Schema version: " + std::to_string(kSchemaVersion) + "."),
            std::string::npos);
}

}  // namespace
}  // namespace torikumi::indexer
