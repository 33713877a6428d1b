#include "corpus/input_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

namespace torikumi::corpus {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kReportEndings{".txt", ".text", ".md"};
constexpr std::array<std::string_view, 14> kDocumentEndings{
    ".pdf",  ".xls", ".xlsx", ".xlsm", ".doc", ".docx", ".ppt",
    ".pptx", ".odt", ".ods",  ".rtf",  ".htm", ".html", ".csv"};
constexpr std::string_view kCatalogueName = "catalogue.csv";
constexpr std::size_t kMostNames = 5;  // Files that a remark names.

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char byte) {
    return static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
  });
  return text;
}

template <typename Endings>
bool has_ending(const fs::path& path, const Endings& endings) {
  const std::string ending = lower_case(path.extension().string());
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

// Dot files, catalogues, and README and PROVENANCE in any case and with any ending, which are notes
// about the files beside them.
bool is_passed_over(const fs::path& path) {
  const std::string name = lower_case(path.filename().string());
  return name.starts_with(".") || name == kCatalogueName || name.starts_with("readme") ||
         name.starts_with("provenance");
}

fs::path canonical_or_same(const fs::path& path) {
  std::error_code error;
  fs::path canonical = fs::weakly_canonical(path, error);
  return error ? path : canonical;
}

// The first of `names` and how many more there are.
std::string first_names(const std::vector<std::string>& names) {
  const auto shown = static_cast<std::ptrdiff_t>(std::min(names.size(), kMostNames));
  std::string text = fmt::format("{}", fmt::join(names.begin(), names.begin() + shown, ", "));
  if (names.size() > kMostNames) {
    text += fmt::format(" and {} more", names.size() - kMostNames);
  }
  return text;
}

/// The search through the paths of one command.
class FileSearch {
 public:
  void look_at(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      remark(Diagnostic::Severity::Error, path, "there is no such file or folder");
    } else if (fs::is_directory(status)) {
      look_through(path);
    } else {
      add_file(path, path.parent_path(), path.filename().string());
    }
  }

  InputFiles found(std::size_t max_files) {
    InputFiles inputs;
    for (auto& [canonical, file] : files_) {
      inputs.files.push_back(std::move(file));
    }
    // By canonical path already, so that a tie is settled by it.
    std::stable_sort(
        inputs.files.begin(), inputs.files.end(),
        [](const InputFile& left, const InputFile& right) { return left.name < right.name; });
    std::set<std::string> names;
    for (InputFile& file : inputs.files) {
      if (!names.insert(file.name).second) {
        file.name = file.path.generic_string();  // Two folders with files of the same name.
      }
    }
    if (inputs.files.size() > max_files) {
      remark(Diagnostic::Severity::Error, inputs.files[max_files].path,
             fmt::format("there are more than {} files; this one and what follows is not read",
                         max_files));
      inputs.files.resize(max_files);
    }
    inputs.remarks = std::move(remarks_);
    return inputs;
  }

 private:
  // Folders first, then links to folders in order of name, so that a folder below `root` is found
  // under its own name and not under that of a link to it.
  void look_through(const fs::path& root) {
    seen_folders_.clear();
    documents_.clear();
    others_.clear();
    links_.clear();
    found_any_ = false;
    look_into(root, root);
    while (!links_.empty()) {
      const fs::path link = *links_.begin();
      links_.erase(links_.begin());
      look_into(link, root);
    }
    if (!found_any_) {
      remark(Diagnostic::Severity::Error, root,
             "there is no .txt, .text or .md file in this folder");
    }
    say_what_is_not_read(root);
  }

  void look_into(const fs::path& folder, const fs::path& root) {
    if (!seen_folders_.insert(canonical_or_same(folder)).second) {
      return;
    }
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    std::vector<fs::path> entries;
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      entries.push_back(entry->path());
    }
    if (error) {
      remark(Diagnostic::Severity::Error, folder, "the folder cannot be read: " + error.message(),
             "check its permissions, or name only the folders that are meant");
    }
    std::sort(entries.begin(), entries.end());
    for (const fs::path& path : entries) {
      look_at_entry(path, root);
    }
  }

  void look_at_entry(const fs::path& path, const fs::path& root) {
    if (is_passed_over(path)) {
      return;
    }
    std::error_code ignored;
    const std::string below = path.lexically_relative(root).generic_string();
    if (fs::is_directory(path, ignored)) {
      if (fs::is_symlink(path, ignored)) {
        links_.insert(path);
      } else {
        look_into(path, root);
      }
    } else if (has_ending(path, kReportEndings)) {
      found_any_ = true;
      add_file(path, root, below);
    } else {
      (has_ending(path, kDocumentEndings) ? documents_ : others_).push_back(below);
    }
  }

  void say_what_is_not_read(const fs::path& root) {
    if (!documents_.empty()) {
      remark(Diagnostic::Severity::Warning, root,
             fmt::format("{} not read, being of another kind: {}", counted(documents_.size()),
                         first_names(documents_)),
             "PDF, Office, HTML and CSV files are not yet read: convert them to text");
    }
    if (!others_.empty()) {
      remark(Diagnostic::Severity::Note, root,
             fmt::format("{} not read, being of another kind: {}", counted(others_.size()),
                         first_names(others_)),
             "reports are .txt, .text or .md files");
    }
  }

  static std::string counted(std::size_t count) {
    return count == 1 ? "1 file is" : fmt::format("{} files are", count);
  }

  // Of a file that is named twice the reading counts that comes first by name and root.
  void add_file(const fs::path& path, const fs::path& root, const std::string& below) {
    InputFile file{path, root, below, below};
    const auto [known, added] = files_.emplace(canonical_or_same(path), file);
    const auto key = [](const InputFile& each) {
      return std::tuple(each.name, canonical_or_same(each.root.empty() ? "." : each.root));
    };
    if (!added && key(file) < key(known->second)) {
      known->second = std::move(file);
    }
  }

  void remark(Diagnostic::Severity severity, const fs::path& path, std::string message,
              std::string hint = {}) {
    remarks_.push_back({severity, path.string(), 0, std::move(message), std::move(hint)});
  }

  std::map<fs::path, InputFile> files_;  // By canonical path.
  std::vector<Diagnostic> remarks_;
  // Of the folder that is looked through.
  std::set<fs::path> seen_folders_;
  std::set<fs::path> links_;
  std::vector<std::string> documents_;
  std::vector<std::string> others_;
  bool found_any_ = false;
};

}  // namespace

InputFiles find_input_files(const std::vector<fs::path>& paths, std::size_t max_files) {
  FileSearch search;
  for (const fs::path& path : paths) {
    search.look_at(path);
  }
  return search.found(max_files);
}

}  // namespace torikumi::corpus
