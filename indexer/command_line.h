#ifndef INDEXER_COMMAND_LINE_H_
#define INDEXER_COMMAND_LINE_H_

// The argument parser shared by the programs. This is the header that is allowed to name CLI11.

#include "indexer/exit_code.h"

#include <CLI/CLI.hpp>

#include <optional>

namespace torikumi {

/// Parses the arguments into `app`'s options. Nothing if the program is to go on; else what it must
/// exit with: --help and --version were printed to standard output, or a usage error to standard
/// error. That names the first flag or sub-command that there is not, and the nearest one.
std::optional<ExitCode> parse_command_line(CLI::App& app, int argument_count, char** arguments);

}  // namespace torikumi

#endif  // INDEXER_COMMAND_LINE_H_
