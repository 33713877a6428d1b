#ifndef INDEXER_EXIT_CODE_H_
#define INDEXER_EXIT_CODE_H_

// What the programs tell the shell.

#include "corpus/error.h"

namespace torikumi {

enum class ExitCode : int {
  Success = 0,
  Failure = 1,
  Usage = 2,    ///< A flag or argument is wrong.
  Partial = 3,  ///< Finished, with records left out.
};

/// The exit code of a program that ends with `kind`.
ExitCode exit_code_of(ErrorKind kind);

}  // namespace torikumi

#endif  // INDEXER_EXIT_CODE_H_
