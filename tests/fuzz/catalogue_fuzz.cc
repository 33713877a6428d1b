#include "corpus/catalogue.h"
#include "tests/fuzz/invariant.h"
#include "tests/support/test_files.h"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace torikumi::fuzz {
namespace {

constexpr int kFirstYear = 1868;
constexpr int kLastYear = 2200;

void require_one_line(std::string_view text) {
  require_utf8(text, "a cell is well-formed");
  require(text.find_first_of("\n\r\t") == text.npos, "a cell is one line");
}

void require_below_folder(const std::string& file) {
  require_utf8(file, "a file name is well-formed");
  require(!file.empty() && file.front() != '/', "a file is below the catalogue's folder");
  for (const std::filesystem::path& part : std::filesystem::path(file)) {
    require(part != ".." && part != ".", "a file does not lead out of the catalogue's folder");
  }
}

void require_sound(const corpus::CatalogueEntry& entry) {
  require_below_folder(entry.file);
  require(shipped_wards().by_code(entry.ward.code) == entry.ward, "the ward is a known one");
  require(entry.fiscal_years.first >= kFirstYear && entry.fiscal_years.last <= kLastYear &&
              entry.fiscal_years.first <= entry.fiscal_years.last,
          "the years are in range and order");
  require(entry.fiscal_year == entry.fiscal_years.last, "the year is the last of its years");
  require_one_line(entry.title);
  require_one_line(entry.note);
  require_one_line(entry.url);
  require(
      entry.url.empty() || entry.url.starts_with("http://") || entry.url.starts_with("https://"),
      "an address is one of the web");
  require(entry.line >= 2, "a row stands below the first one");
}

void require_sound(const corpus::Catalogue& catalogue) {
  std::set<std::string> files;
  for (const corpus::CatalogueEntry& entry : catalogue.entries()) {
    require_sound(entry);
    require(files.insert(entry.file).second, "a file has one row");
    const auto found = catalogue.entry_for(entry.file);
    require(found && *found == entry, "a row is found by its file");
  }
  for (const corpus::Diagnostic& diagnostic : catalogue.diagnostics()) {
    require(diagnostic.file == catalogue.name(), "a remark names the catalogue");
    require(!diagnostic.message.empty(), "a remark says something");
    require_utf8(to_string(diagnostic), "a remark is well-formed");
  }
}

}  // namespace

void check(std::string_view input) {
  static const testing::TemporaryDirectory folder;
  const std::filesystem::path file = folder.path() / "catalogue.csv";
  testing::write_file(file, input);
  const auto catalogue = corpus::Catalogue::read(file, "catalogue.csv", shipped_wards());
  if (catalogue) {
    require_sound(*catalogue);
  } else {
    require_utf8(catalogue.error().what(), "an error is well-formed");
    require(catalogue.error().where.starts_with("catalogue.csv"), "an error names the file");
  }
}

}  // namespace torikumi::fuzz
