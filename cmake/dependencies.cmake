# Everything comes from the system's packages; the build downloads nothing.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tl-expected REQUIRED)
find_package(CLI11 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(ICU REQUIRED COMPONENTS uc i18n data)

# Debian's cpp-httplib is a compiled library: its macros come from pkg-config and must not be changed.
pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core)

# MeCab and libcsv ship no CMake or pkg-config files in Debian 12.
find_path(MECAB_INCLUDE_DIR mecab.h REQUIRED)
find_library(MECAB_LIBRARY mecab REQUIRED)
add_library(torikumi_mecab INTERFACE)
target_include_directories(torikumi_mecab SYSTEM INTERFACE "${MECAB_INCLUDE_DIR}")
target_link_libraries(torikumi_mecab INTERFACE "${MECAB_LIBRARY}")

find_path(LIBCSV_INCLUDE_DIR csv.h REQUIRED)
find_library(LIBCSV_LIBRARY csv REQUIRED)
add_library(torikumi_libcsv INTERFACE)
target_include_directories(torikumi_libcsv SYSTEM INTERFACE "${LIBCSV_INCLUDE_DIR}")
target_link_libraries(torikumi_libcsv INTERFACE "${LIBCSV_LIBRARY}")
