#include "indexer/exit_code.h"

namespace torikumi {

ExitCode exit_code_of(ErrorKind kind) {
  return kind == ErrorKind::InvalidArgument ? ExitCode::Usage : ExitCode::Failure;
}

}  // namespace torikumi
