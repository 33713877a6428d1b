// torikumi-indexer: reports in, index out. See README.md and docs/.

#include "indexer/command_line.h"
#include "indexer/commands.h"
#include "indexer/console.h"
#include "indexer/version.h"

#include <cerrno>
#include <cstdio>
#include <exception>
#include <system_error>

namespace {

using torikumi::ExitCode;
namespace indexer = torikumi::indexer;

void add_read_options(CLI::App& command, indexer::ReadArguments& read) {
  command.add_option("PATH", read.paths, "Report files, or folders to search for them")
      ->type_name("")
      ->required();
  command
      .add_option("--catalogue", read.catalogue,
                  "Catalogue that names ward and year of each file, instead of the "
                  "catalogue.csv beside the files")
      ->type_name("FILE");
  command
      .add_option("--wards", read.wards,
                  "CSV with further wards (code,municipality,ward), added to the built-in ones")
      ->type_name("FILE");
}

ExitCode run(int argument_count, char** arguments) {
  CLI::App app(
      "Reads service-improvement reports and builds the index that torikumi-searchd serves.",
      "torikumi-indexer");
  app.set_version_flag("--version", torikumi::kVersion);
  app.require_subcommand(1);
  app.footer(
      "Environment:\n"
      "  TORIKUMI_DICTIONARY  folder of the MeCab dictionary, where --dictionary is not given\n"
      "  TORIKUMI_DATA        folder of wards and dictionaries, instead of share/torikumi\n"
      "Exit codes: 0 success, 1 failure, 2 usage, 3 finished with records left out.");

  indexer::BuildArguments build;
  CLI::App* build_command = app.add_subcommand(
      "build", "Read, analyze, write a new generation and switch to it atomically");
  build_command->add_option("--index", build.index, "Folder of the index; made if missing")
      ->type_name("DIR")
      ->required();
  build_command
      ->add_option("--dictionary", build.dictionary,
                   "Folder of a MeCab dictionary in UTF-8, instead of Debian's IPAdic")
      ->type_name("DIR");
  add_read_options(*build_command, build.read);

  indexer::ReadArguments inspect;
  CLI::App* inspect_command = app.add_subcommand(
      "inspect", "Print the parsed records as JSON Lines, what was noticed on standard error");
  add_read_options(*inspect_command, inspect);

  std::filesystem::path checked_index;
  CLI::App* check_command =
      app.add_subcommand("check", "Verify an index; exit 0 only if it is whole");
  check_command->add_option("--index", checked_index, "Folder of the index")
      ->type_name("DIR")
      ->required();

  if (const auto code = torikumi::parse_command_line(app, argument_count, arguments)) {
    return *code;
  }
  if (build_command->parsed()) {
    return indexer::run_build(build);
  }
  if (inspect_command->parsed()) {
    return indexer::run_inspect(inspect);
  }
  return indexer::run_check(checked_index);
}

}  // namespace

int main(int argument_count, char** arguments) {
  try {
    const ExitCode code = run(argument_count, arguments);
    if (std::fflush(stdout) != 0) {
      throw std::system_error(errno, std::generic_category(), "cannot write the output");
    }
    return static_cast<int>(code);
  } catch (const torikumi::Error& error) {
    indexer::write_error("torikumi-indexer", error.what());
    return static_cast<int>(torikumi::exit_code_of(error.kind));
  } catch (const std::system_error& error) {
    indexer::write_error("torikumi-indexer", error.what());
    return static_cast<int>(ExitCode::Failure);
  } catch (const std::exception& error) {
    indexer::write_error("torikumi-indexer: unexpected", error.what());
    return static_cast<int>(ExitCode::Failure);
  }
}
