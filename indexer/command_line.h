#ifndef INDEXER_COMMAND_LINE_H_
#define INDEXER_COMMAND_LINE_H_

// The argument parser shared by the programs. This is the header that is allowed to name CLI11.

#include <optional>

#include <CLI/CLI.hpp>

#include "indexer/exit_code.h"

namespace torikumi {

/// Parses the arguments into `app`'s options. Nothing if the program is to go on; else what it must
/// exit with: --help and --version were printed, or a usage error was, with the nearest known flag.
std::optional<ExitCode> parse_command_line(CLI::App& app, int argument_count, char** arguments);

}  // namespace torikumi

#endif  // INDEXER_COMMAND_LINE_H_
