#ifndef SEARCHD_SEARCH_INDEX_WORKER_H_
#define SEARCHD_SEARCH_INDEX_WORKER_H_

// Internal to the daemon: names Xapian.

#include "analysis/analyzer.h"

#include <xapian.h>

namespace torikumi::searchd {

/// One thread's view of a generation. Neither part may be shared between threads.
struct IndexWorker {
  Xapian::Database database;
  analysis::Analyzer analyzer;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_INDEX_WORKER_H_
