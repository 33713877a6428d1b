#include "indexer/command_line.h"

#include <iostream>
#include <span>
#include <string>
#include <vector>

#include "corpus/nearest_names.h"

namespace torikumi {
namespace {

void collect_names(const CLI::App& app, std::vector<std::string>& names) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  for (const CLI::App* subcommand : app.get_subcommands(nullptr)) {
    names.push_back(subcommand->get_name());
    collect_names(*subcommand, names);
  }
}

/// What was typed and is nothing: "; did you mean --index?" for the first such argument.
std::string suggestion(const CLI::App& app, std::span<char*> arguments) {
  std::vector<std::string> known;
  collect_names(app, known);
  for (const std::string argument : arguments) {
    const std::string name = argument.substr(0, argument.find('='));
    const bool is_known = std::find(known.begin(), known.end(), name) != known.end();
    if (is_known || name.size() < 3) {
      continue;
    }
    const std::vector<std::string> near = corpus::nearest_names(name, known, 1);
    if (!near.empty()) {
      return "; did you mean " + near.front() + "?";
    }
  }
  return {};
}

}  // namespace

std::optional<ExitCode> parse_command_line(CLI::App& app, int argument_count, char** arguments) {
  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::Success& success) {
    app.exit(success);
    return ExitCode::Success;
  } catch (const CLI::ParseError& problem) {
    const std::span<char*> all(arguments, static_cast<std::size_t>(argument_count));
    std::cerr << app.get_name() << ": " << problem.what()
              << suggestion(app, all.subspan(all.empty() ? 0 : 1)) << "\nSee " << app.get_name()
              << " --help\n";
    return ExitCode::Usage;
  }
  return std::nullopt;
}

}  // namespace torikumi
