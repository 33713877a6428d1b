#include "searchd/search/practice_store.h"

#include "corpus/error.h"
#include "tests/searchd/practices/practice_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

analysis::Practice practice_with(std::string id, const std::vector<std::size_t>& places) {
  const std::vector<corpus::Record> records(10, initiative("x", "名札を付けます。"));
  return practice_of(std::move(id), "名札", places, records);
}

TEST(PracticeStoreTest, FindsPracticesByIdAndByDocument) {
  const PracticeStore store(
      {{.until_year = {},
        .practices = {practice_with("p-b", {0, 3}), practice_with("p-a", {3, 1}),
                      practice_with("p-c", {3})}}},
      5);
  EXPECT_EQ(store.with_id("p-a"), &store.all()[1]);
  EXPECT_EQ(store.with_id("p-"), nullptr);
  EXPECT_THAT(store.of_document(1), ElementsAre(0U));
  EXPECT_THAT(store.of_document(2), ElementsAre(1U));
  EXPECT_THAT(store.of_document(3), IsEmpty());
  EXPECT_THAT(store.of_document(4), ElementsAre(0U, 1U, 2U));
  EXPECT_THAT(store.of_document(5), IsEmpty());
}

TEST(PracticeStoreTest, HasNothingForDocumentsThatAreNotThere) {
  const PracticeStore store({{.until_year = {}, .practices = {practice_with("p-a", {0})}}}, 1);
  EXPECT_THAT(store.of_document(0), IsEmpty());
  EXPECT_THAT(store.of_document(2), IsEmpty());
  EXPECT_THAT(PracticeStore().of_document(1), IsEmpty());
}

TEST(PracticeStoreTest, KeepsThePracticesUpToAYearApart) {
  const PracticeStore store({{.until_year = {}, .practices = {practice_with("p-a", {0, 1})}},
                             {.until_year = 2021, .practices = {}},
                             {.until_year = 2022, .practices = {practice_with("p-b", {0, 1})}}},
                            2);
  EXPECT_EQ(store.all().size(), 1U);
  EXPECT_EQ(store.with_id("p-b"), nullptr);
  ASSERT_NE(store.until(2021), nullptr);
  EXPECT_TRUE(store.until(2021)->empty());
  ASSERT_NE(store.until(2022), nullptr);
  EXPECT_EQ(store.until(2022)->front().id, "p-b");
  EXPECT_EQ(store.until(2023), nullptr);
}

TEST(PracticeStoreTest, NamesTheFileThatIsDamagedOrMissing) {
  const testing::TemporaryDirectory folder;
  const std::string file = (folder.path() / "practices.jsonl").string();
  try {
    PracticeStore::open(folder.path(), 1);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Damaged);
    EXPECT_THAT(error.what(), HasSubstr(file));
  }
  testing::write_file(folder.path() / "practices.jsonl", "torikumi-practices 1\nx\n");
  try {
    PracticeStore::open(folder.path(), 1);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()),
              file +
                  ": the practices of the index are not whole: line 2 of the practices cannot be "
                  "read; build the index again from its reports");
  }
}

}  // namespace
}  // namespace torikumi::searchd
