#include "searchd/search/snapshot_source.h"

#include "corpus/error.h"
#include "indexer/durable_file.h"
#include "searchd/search/search_engine.h"
#include "tests/searchd/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

namespace torikumi::searchd {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// What a source reports, for a test to wait for.
class Reports {
 public:
  SnapshotSource::Listener listener() {
    return [this](const std::string& generation, const std::string& failure) {
      const std::lock_guard guard(mutex_);
      lines_.push_back(failure.empty() ? "now " + generation : "failed: " + failure);
      changed_.notify_all();
    };
  }

  std::vector<std::string> wait_for(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(30), [&] { return lines_.size() >= count; });
    return lines_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::string> lines_;
};

class SnapshotSourceTest : public ::testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path index() const { return folder_.path() / "index"; }

  SnapshotSource::Options options() const {
    return {.index_folder = index(), .poll_interval = std::chrono::milliseconds(10)};
  }

  static std::size_t total_for(const std::string& q, const IndexSnapshot& snapshot) {
    SearchRequest request;
    request.q = q;
    return search(request, snapshot).total;
  }

  std::string refresh_error(SnapshotSource& source) {
    try {
      source.refresh();
    } catch (const Error& error) {
      return std::string(name_of(error.kind)) + ": " + error.what();
    }
    return {};
  }

  testing::TemporaryDirectory folder_;
  Reports reports_;
};

TEST_F(SnapshotSourceTest, SaysThatThereIsNoIndex) {
  SnapshotSource source(options(), shared_resources());
  EXPECT_EQ(source.current(), nullptr);
  EXPECT_EQ(refresh_error(source),
            "unavailable: " + index().string() +
                ": there is no index in this folder; make one with: torikumi-indexer build --index "
                "DIR PATH…");
  EXPECT_EQ(source.current(), nullptr);
}

TEST_F(SnapshotSourceTest, FollowsNewGenerations) {
  publish(index(), {initiative("a", "電話")});
  SnapshotSource source(options(), shared_resources(), reports_.listener());
  source.refresh();
  EXPECT_EQ(total_for("電話", *source.current()), 1U);
  source.start();
  publish(index(), {initiative("a", "電話"), initiative("b", "電話")});
  EXPECT_THAT(reports_.wait_for(1), ElementsAre(HasSubstr("now 000002-")));
  EXPECT_EQ(total_for("電話", *source.current()), 2U);
}

TEST_F(SnapshotSourceTest, DoesNotOpenTheSameGenerationAgain) {
  publish(index(), {initiative("a", "電話")});
  SnapshotSource source(options(), shared_resources());
  source.refresh();
  const auto first = source.current();
  source.refresh();
  EXPECT_EQ(source.current(), first);
}

TEST_F(SnapshotSourceTest, LetsReadersFinishOnWhatTheyHold) {
  publish(index(), {initiative("a", "電話")});
  SnapshotSource source(options(), shared_resources());
  source.refresh();
  const std::shared_ptr<const IndexSnapshot> held = source.current();
  // Two builds later the files of the first generation are gone.
  for (int build = 0; build < 3; ++build) {
    publish(index(), {initiative("a", "手紙"), initiative("b", "手紙")});
    source.refresh();
  }
  EXPECT_EQ(total_for("電話", *source.current()), 0U);
  std::vector<std::thread> readers;
  std::array<std::size_t, 8> totals{};
  readers.reserve(totals.size());
  for (std::size_t& total : totals) {
    readers.emplace_back([&] {
      for (int request = 0; request < 20; ++request) {
        total += total_for("電話", *held);
      }
    });
  }
  for (std::thread& reader : readers) {
    reader.join();
  }
  EXPECT_THAT(totals, ::testing::Each(20U));
}

TEST_F(SnapshotSourceTest, ReportsADamagedGenerationOnceAndKeepsTheOldOne) {
  publish(index(), {initiative("a", "電話")});
  SnapshotSource source(options(), shared_resources(), reports_.listener());
  source.refresh();
  source.start();
  const indexer::Generation damaged =
      publish(folder_.path() / "other", {initiative("b", "手紙"), initiative("c", "手紙")});
  std::filesystem::remove(damaged.database() / "docdata.glass");
  std::filesystem::remove(damaged.database() / "iamglass");
  std::filesystem::rename(damaged.folder, index() / "generation-000002");
  indexer::replace_file(index() / "CURRENT", "generation-000002\n");
  EXPECT_THAT(reports_.wait_for(1), ElementsAre(HasSubstr("failed: ")));
  EXPECT_EQ(total_for("電話", *source.current()), 1U);
  // The next report is of the next generation: the failure was met many times, and told once.
  publish(index(), {initiative("d", "電話"), initiative("e", "電話")});
  EXPECT_THAT(reports_.wait_for(2), ElementsAre(HasSubstr("failed: "), HasSubstr("now 000003-")));
  EXPECT_EQ(total_for("電話", *source.current()), 2U);
}

TEST_F(SnapshotSourceTest, RefusesAnIndexOfAnotherAnalyzer) {
  analysis::AnalyzerIdentity other = shared_resources()->lexicon->identity();
  ++other.normalizer_version;
  const indexer::Generation generation = publish_as(index(), {initiative("a", "電話")}, other);
  SnapshotSource source(options(), shared_resources());
  EXPECT_EQ(refresh_error(source),
            "incompatible: " + generation.folder.string() +
                ": the index was made with another analyzer: " +
                shared_resources()->lexicon->identity().difference_from(other) +
                "; build the index again with this version, or start with the dictionary it was "
                "made with");
  EXPECT_THAT(shared_resources()->lexicon->identity().difference_from(other),
              ::testing::Not(::testing::IsEmpty()));
}

TEST_F(SnapshotSourceTest, RefusesADatabaseThatIsNotTheManifests) {
  const indexer::Generation generation = publish(index(), {initiative("a", "電話")});
  const indexer::Generation larger =
      publish(folder_.path() / "other", {initiative("a", "電話"), initiative("b", "電話")});
  std::filesystem::copy_file(larger.manifest(), generation.manifest(),
                             std::filesystem::copy_options::overwrite_existing);
  SnapshotSource source(options(), shared_resources());
  EXPECT_EQ(refresh_error(source), "damaged: " + generation.folder.string() +
                                       ": the database holds 1 records, the manifest says 2; build "
                                       "the index again");
}

}  // namespace
}  // namespace torikumi::searchd
