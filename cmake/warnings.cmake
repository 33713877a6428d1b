# One INTERFACE target with our warnings, linked privately by our own targets only.
add_library(torikumi_warnings INTERFACE)
target_compile_options(torikumi_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wold-style-cast -Wcast-qual -Wimplicit-fallthrough -Wnull-dereference
  $<$<BOOL:${TORIKUMI_WARNINGS_AS_ERRORS}>:-Werror>)
