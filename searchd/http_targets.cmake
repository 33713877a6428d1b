# The HTTP side of the daemon, without search: server, messages, problems, static files.
add_library(torikumi_http STATIC)
add_library(torikumi::http ALIAS torikumi_http)
target_sources(torikumi_http
  PRIVATE
    etag.cc
    http_connections.cc
    http_head.cc
    http_listener.cc
    http_message.cc
    http_response_headers.cc
    http_server.cc
    http_target.cc
    http_workers.cc
    problem.cc
    static_files.cc
  PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES
    etag.h
    file_descriptor.h
    http_connections.h
    http_head.h
    http_listener.h
    http_message.h
    http_response_headers.h
    http_server.h
    http_target.h
    http_workers.h
    problem.h
    static_files.h)
target_link_libraries(torikumi_http
  PUBLIC torikumi::corpus
  PRIVATE torikumi_warnings PkgConfig::HTTPLIB OpenSSL::Crypto fmt::fmt Threads::Threads)
