// CURRENT is a few bytes that are replaced by rename, so looking at it twice a second costs nothing
// and needs no file-system events, which network file systems do not deliver.

#include "searchd/search/snapshot_source.h"

#include "corpus/error.h"
#include "indexer/generation_store.h"

#include <optional>
#include <utility>

namespace torikumi::searchd {

SnapshotSource::SnapshotSource(Options options, std::shared_ptr<const SearchResources> resources,
                               Listener listener)
    : options_(std::move(options)),
      resources_(std::move(resources)),
      listener_(std::move(listener)) {}

SnapshotSource::~SnapshotSource() {
  {
    const std::lock_guard<std::mutex> guard(mutex_);
    is_stopping_ = true;
  }
  stopping_.notify_all();
  if (follower_.joinable()) {
    follower_.join();
  }
}

void SnapshotSource::refresh() {
  const indexer::GenerationStore store(options_.index_folder);
  const std::optional<indexer::Generation> generation = store.current();
  if (!generation) {
    throw Error(ErrorKind::Unavailable, "there is no index in this folder",
                options_.index_folder.string(),
                "make one with: torikumi-indexer build --index DIR PATH…");
  }
  {
    const std::lock_guard<std::mutex> guard(mutex_);
    if (generation->name == open_name_) {
      return;
    }
  }
  auto snapshot = std::make_shared<const IndexSnapshot>(*generation, resources_);
  const std::lock_guard<std::mutex> guard(mutex_);
  snapshot_.swap(snapshot);
  open_name_ = generation->name;
}

void SnapshotSource::start() {
  follower_ = std::thread([this] { follow(); });
}

std::shared_ptr<const IndexSnapshot> SnapshotSource::current() const {
  const std::lock_guard<std::mutex> guard(mutex_);
  return snapshot_;
}

void SnapshotSource::follow() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (!stopping_.wait_for(lock, options_.poll_interval, [this] { return is_stopping_; })) {
    lock.unlock();
    refresh_and_report();
    lock.lock();
  }
}

void SnapshotSource::refresh_and_report() {
  const std::shared_ptr<const IndexSnapshot> before = current();
  try {
    refresh();
    failed_generation_.clear();
    const std::shared_ptr<const IndexSnapshot> after = current();
    if (listener_ && after != before) {
      listener_(after->generation_id(), {});
    }
  } catch (const std::exception& problem) {
    // The same failure is met at every look; it is reported once.
    if (listener_ && failed_generation_ != problem.what()) {
      listener_({}, problem.what());
    }
    failed_generation_ = problem.what();
  }
}

}  // namespace torikumi::searchd
