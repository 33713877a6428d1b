# Headers that most files include, compiled once for all libraries: for builds that are made to be run
# and thrown away. The dev and release builds do without, so that each file includes what it uses.
# torikumi_precompile(<target>...)
if(TORIKUMI_PRECOMPILED_HEADERS)
  file(WRITE "${CMAKE_BINARY_DIR}/precompiled.cc" "")
  add_library(torikumi_precompiled STATIC "${CMAKE_BINARY_DIR}/precompiled.cc")
  target_link_libraries(torikumi_precompiled PRIVATE fmt::fmt torikumi_warnings Threads::Threads)
  target_precompile_headers(torikumi_precompiled PRIVATE
    <fmt/format.h> <algorithm> <chrono> <filesystem> <functional> <map> <memory> <mutex> <optional>
    <string> <string_view> <thread> <unordered_map> <utility> <vector>)
endif()

function(torikumi_precompile)
  if(TORIKUMI_PRECOMPILED_HEADERS)
    foreach(target IN LISTS ARGN)
      target_precompile_headers(${target} REUSE_FROM torikumi_precompiled)
    endforeach()
  endif()
endfunction()
