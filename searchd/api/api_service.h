#ifndef SEARCHD_API_API_SERVICE_H_
#define SEARCHD_API_API_SERVICE_H_

// From an HTTP request to an HTTP answer: API, health, page.

#include "searchd/http/message.h"
#include "searchd/http/static_files.h"
#include "searchd/search/snapshot_source.h"

#include <filesystem>
#include <memory>
#include <string>

namespace torikumi::searchd {

/// Stateless but for what it is given; safe to call from several threads.
class ApiService {
 public:
  struct Options {
    std::filesystem::path web_folder;       ///< The page's files.
    std::filesystem::path openapi_schemas;  ///< openapi_schemas.json
  };

  /// Reads the page and the schemas. Throws Error if they cannot be read. `snapshots` must outlive
  /// it.
  ApiService(const Options& options, const SnapshotSource& snapshots);

  [[nodiscard]] HttpResponse respond(const HttpRequest& request) const;

 private:
  [[nodiscard]] HttpResponse respond_with_openapi(const HttpRequest& request) const;
  [[nodiscard]] HttpResponse respond_to_api(const HttpRequest& request,
                                            std::string_view path) const;

  StaticFiles page_;
  std::string openapi_;
  const SnapshotSource& snapshots_;  // Borrowed from the caller of the constructor.
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_API_SERVICE_H_
