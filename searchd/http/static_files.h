#ifndef SEARCHD_HTTP_STATIC_FILES_H_
#define SEARCHD_HTTP_STATIC_FILES_H_

// The files of the web page, from memory.

#include "searchd/http/message.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace torikumi::searchd {

/// A folder as it was when it was read. A request is looked up among the names that were found, so
/// that no path leads out of the folder. Immutable; free to share between threads.
///
/// In HTML files `{{asset:app.js}}` stands for the address of a file of the folder, relative to the
/// page and with its content hash (`app.js?v=0123456789abcdef`): pages work below any prefix of a
/// proxy, and browsers keep such a file for a year. Everything else is asked for again each time
/// (`no-cache`) and mostly answered by 304, thanks to its ETag.
class StaticFiles {
 public:
  static constexpr std::size_t kMaxTotalBytes = 33'554'432;

  /// Reads all files in `folder` and below; names that begin with a dot are left out. Throws
  /// Error{NotFound} if the folder is not there or an asset is named that it does not hold (with
  /// file and line), Error{Unreadable} for a file that cannot be read, Error{TooLarge} above
  /// `kMaxTotalBytes`.
  explicit StaticFiles(const std::filesystem::path& folder);

  /// The file at `path` (as in HttpRequest, with the leading slash; a path that ends in `/` means
  /// its index.html), or nothing if there is none. `version` is the value of the parameter `v`.
  [[nodiscard]] std::optional<HttpResponse> respond(std::string_view path,
                                                    std::string_view version = {}) const;

  /// The address of the file `name` with its content hash (`paper.css?v=0123456789abcdef`), for
  /// pages that are made elsewhere. Throws Error{NotFound} if there is none.
  [[nodiscard]] std::string address(std::string_view name) const;

  [[nodiscard]] std::size_t size() const { return files_.size(); }

 private:
  struct File {
    std::string content_type;
    std::string content;
    std::string hash;
  };

  void read_folder(const std::filesystem::path& folder);
  void link_assets(const std::string& name, File& page) const;
  [[nodiscard]] std::string asset_address(const std::string& page_name, std::string_view asset,
                                          std::size_t line) const;

  std::map<std::string, File, std::less<>> files_;  // By path without the leading slash.
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_HTTP_STATIC_FILES_H_
