#ifndef INDEXER_READ_SETTINGS_H_
#define INDEXER_READ_SETTINGS_H_

// From command-line arguments to what the readers need; shared by build and inspect.

#include "corpus/report_reader.h"
#include "indexer/commands.h"

namespace torikumi::indexer {

/// The registry that ships with the program, extended by --wards. Throws Error.
corpus::WardRegistry registry_for(const ReadArguments& arguments);

corpus::ReadOptions read_options_for(const ReadArguments& arguments);

/// Prints the diagnostics of `reading` to standard error, one line each; notes only if
/// `with_notes`.
void print_diagnostics(const corpus::ReportReading& reading, bool with_notes);

}  // namespace torikumi::indexer

#endif  // INDEXER_READ_SETTINGS_H_
