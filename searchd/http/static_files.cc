#include "searchd/http/static_files.h"

#include "corpus/error.h"
#include "searchd/http/etag.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>
#include <utility>

namespace torikumi::searchd {
namespace {

constexpr std::string_view kHtml = "text/html; charset=utf-8";
constexpr std::string_view kAssetBegin = "{{asset:";
constexpr std::string_view kAssetEnd = "}}";

struct Extension {
  std::string_view extension;
  std::string_view content_type;
};

constexpr std::array kExtensions = {
    Extension{".css", "text/css; charset=utf-8"},
    Extension{".html", kHtml},
    Extension{".ico", "image/x-icon"},
    Extension{".js", "text/javascript; charset=utf-8"},
    Extension{".json", "application/json"},
    Extension{".mjs", "text/javascript; charset=utf-8"},
    Extension{".png", "image/png"},
    Extension{".svg", "image/svg+xml"},
    Extension{".txt", "text/plain; charset=utf-8"},
    Extension{".webmanifest", "application/manifest+json"},
    Extension{".woff2", "font/woff2"},
    Extension{".xml", "application/xml"},
};

std::string content_type_of(const std::filesystem::path& file) {
  const auto* const found = std::find_if(
      kExtensions.begin(), kExtensions.end(),
      [&](const Extension& row) { return row.extension == file.extension().string(); });
  return std::string(found == kExtensions.end() ? "application/octet-stream" : found->content_type);
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string content(std::filesystem::file_size(file), '\0');
  if (!in.read(content.data(), static_cast<std::streamsize>(content.size()))) {
    throw Error(ErrorKind::Unreadable, "cannot read the file", file.string());
  }
  return content;
}

bool is_hidden(const std::filesystem::path& file) {
  return file.filename().string().starts_with('.');
}

}  // namespace

StaticFiles::StaticFiles(const std::filesystem::path& folder) {
  std::error_code not_there;
  if (!std::filesystem::is_directory(folder, not_there)) {
    throw Error(ErrorKind::NotFound, "the folder of the web page is not there", folder.string());
  }
  try {
    read_folder(folder);
  } catch (const std::filesystem::filesystem_error& error) {
    throw Error(ErrorKind::Unreadable, error.what(), folder.string());
  }
  for (auto& [name, file] : files_) {
    if (file.content_type == kHtml) {
      link_assets(name, file);
      file.hash = content_hash(file.content);
    }
  }
}

void StaticFiles::read_folder(const std::filesystem::path& folder) {
  std::size_t total_bytes = 0;
  std::filesystem::recursive_directory_iterator entry(folder);
  for (; entry != std::filesystem::recursive_directory_iterator(); ++entry) {
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file()) {
      continue;
    }
    total_bytes += entry->file_size();
    if (total_bytes > kMaxTotalBytes) {
      throw Error(ErrorKind::TooLarge,
                  fmt::format("the web page has more than {} bytes", kMaxTotalBytes),
                  folder.string(), "is this the right folder?");
    }
    File file;
    file.content_type = content_type_of(entry->path());
    file.content = content_of(entry->path());
    file.hash = content_hash(file.content);
    files_.emplace(entry->path().lexically_relative(folder).generic_string(), std::move(file));
  }
}

void StaticFiles::link_assets(const std::string& name, File& page) const {
  std::string linked;
  std::string_view rest = page.content;
  std::size_t line = 1;
  for (;;) {
    const std::size_t begin = rest.find(kAssetBegin);
    const std::size_t end = rest.find(kAssetEnd, std::min(begin, rest.size()));
    linked += rest.substr(0, begin);  // All of it if there is no other.
    if (begin == std::string_view::npos) {
      break;
    }
    const std::string_view before = rest.substr(0, begin);
    line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    if (end == std::string_view::npos) {
      throw Error(ErrorKind::Malformed, "{{asset: is not closed by }}",
                  fmt::format("{}:{}", name, line));
    }
    const std::size_t asset_begin = begin + kAssetBegin.size();
    linked += asset_address(name, rest.substr(asset_begin, end - asset_begin), line);
    rest.remove_prefix(end + kAssetEnd.size());
  }
  page.content = std::move(linked);
}

std::string StaticFiles::asset_address(const std::string& page_name, std::string_view asset,
                                       std::size_t line) const {
  const auto found = files_.find(asset);
  if (found == files_.end() || found->second.content_type == kHtml) {
    throw Error(ErrorKind::NotFound, fmt::format("there is no asset \"{}\"", asset),
                fmt::format("{}:{}", page_name, line),
                "name a file of the web folder that is not a page");
  }
  const std::filesystem::path page_folder = std::filesystem::path(page_name).parent_path();
  const std::filesystem::path address =
      std::filesystem::path(found->first)
          .lexically_relative(page_folder.empty() ? std::filesystem::path(".") : page_folder);
  return fmt::format("{}?v={}", address.generic_string(), found->second.hash);
}

std::string StaticFiles::address(std::string_view name) const {
  const auto found = files_.find(name);
  if (found == files_.end()) {
    throw Error(ErrorKind::NotFound, fmt::format("there is no asset \"{}\"", name), {},
                "install the web folder again");
  }
  return fmt::format("{}?v={}", found->first, found->second.hash);
}

std::optional<HttpResponse> StaticFiles::respond(std::string_view path,
                                                 std::string_view version) const {
  if (path.empty() || path.front() != '/') {
    return std::nullopt;
  }
  std::string name(path.substr(1));
  if (name.empty() || name.back() == '/') {
    name += "index.html";
  }
  const auto found = files_.find(name);
  if (found == files_.end()) {
    return std::nullopt;
  }
  const File& file = found->second;
  const bool is_this_version = file.content_type != kHtml && version == file.hash;
  HttpResponse response;
  response.content_type = file.content_type;
  response.body = file.content;
  response.headers.push_back({"ETag", '"' + file.hash + '"'});
  response.headers.push_back(
      {"Cache-Control", is_this_version ? "public, max-age=31536000, immutable" : "no-cache"});
  return response;
}

}  // namespace torikumi::searchd
