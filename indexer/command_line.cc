#include "indexer/command_line.h"

#include "corpus/nearest_names.h"

#include <algorithm>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi {
namespace {

void collect_flags(const CLI::App& app, std::vector<std::string>& flags) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      flags.push_back("--" + name);
    }
  }
  for (const CLI::App* subcommand : app.get_subcommands(nullptr)) {
    collect_flags(*subcommand, flags);
  }
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* subcommand : app.get_subcommands(nullptr)) {
    names.push_back(subcommand->get_name());
  }
  return names;
}

/// there is no flag "--indx"; did you mean "--index"?
std::string unknown_name(std::string_view kind, const std::string& name,
                         const std::vector<std::string>& known) {
  const std::vector<std::string> near = corpus::nearest_names(name, known, 1);
  return "there is no " + std::string(kind) + " \"" + name + "\"" +
         (near.empty() ? "" : "; did you mean \"" + near.front() + "\"?");
}

/// What was typed and is nothing; empty if everything is known.
std::string first_unknown_name(const CLI::App& app, std::span<char*> arguments) {
  const std::vector<std::string> commands = command_names(app);
  std::vector<std::string> flags;
  collect_flags(app, flags);
  if (!commands.empty() && !arguments.empty() && *arguments.front() != '-' &&
      std::find(commands.begin(), commands.end(), arguments.front()) == commands.end()) {
    return unknown_name("command", arguments.front(), commands);
  }
  for (const std::string argument : arguments) {
    if (argument == "--") {
      break;
    }
    const std::string name = argument.substr(0, argument.find('='));
    if (name.starts_with("--") && std::find(flags.begin(), flags.end(), name) == flags.end()) {
      return unknown_name("flag", name, flags);
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
    const std::string unknown = first_unknown_name(app, all.subspan(all.empty() ? 0 : 1));
    std::cerr << app.get_name() << ": " << (unknown.empty() ? problem.what() : unknown) << "\nSee "
              << app.get_name() << " --help\n";
    return ExitCode::Usage;
  }
  return std::nullopt;
}

}  // namespace torikumi
