#ifndef SEARCHD_SEARCH_SNAPSHOT_SOURCE_H_
#define SEARCHD_SEARCH_SNAPSHOT_SOURCE_H_

// The current generation of an index folder, followed while the daemon runs.

#include "searchd/search/index_snapshot.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace torikumi::searchd {

/// Opens the current generation and, from `start` on, every later one. A generation that cannot be
/// opened is reported and the last good one stays. Requests that hold a snapshot keep it until they
/// end. Safe to share between threads.
class SnapshotSource {
 public:
  struct Options {
    std::filesystem::path index_folder;
    std::chrono::milliseconds poll_interval{500};  ///< How often CURRENT is looked at.
  };
  /// Told of each switch (the new id) and of each failure (its message); from the following thread.
  using Listener =
      std::function<void(const std::string& generation_id, const std::string& failure)>;

  SnapshotSource(Options options, std::shared_ptr<const SearchResources> resources,
                 Listener listener = {});
  ~SnapshotSource();
  SnapshotSource(const SnapshotSource&) = delete;
  SnapshotSource& operator=(const SnapshotSource&) = delete;

  /// Opens the current generation if it is not the one already open. Throws Error if it cannot
  /// (also if there is none); what was open stays.
  void refresh();

  /// Follows the index folder in a thread of its own until destruction.
  void start();

  /// The newest generation that could be opened; null if none ever was.
  [[nodiscard]] std::shared_ptr<const IndexSnapshot> current() const;

 private:
  void follow();
  void refresh_and_report();

  Options options_;
  std::shared_ptr<const SearchResources> resources_;
  Listener listener_;
  std::string failed_generation_;  // The one last reported as unusable; used by one thread.
  mutable std::mutex mutex_;
  std::condition_variable stopping_;
  bool is_stopping_ = false;                       // Guarded by mutex_.
  std::shared_ptr<const IndexSnapshot> snapshot_;  // Guarded by mutex_; shared with requests.
  std::string open_name_;                          // Guarded by mutex_.
  std::thread follower_;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_SNAPSHOT_SOURCE_H_
