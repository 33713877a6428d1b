#ifndef SEARCHD_HTTP_LISTENER_H_
#define SEARCHD_HTTP_LISTENER_H_

// Opening the socket on which the daemon listens.

#include "searchd/http/file_descriptor.h"

#include <string>

namespace torikumi::searchd {

/// A listening TCP socket on `host` (an IPv4 or IPv6 address, the latter with or without brackets,
/// or a name) and `port` (0 = any free one), with `backlog` connections that may wait to be
/// accepted. Throws Error{InvalidArgument} for a port outside 0 .. 65535 or a host that cannot be
/// resolved, Error{Conflict} if another program has the port, Error{Unreadable} for any other
/// refusal.
FileDescriptor open_listening_socket(const std::string& host, int port, int backlog);

/// The port of a bound socket.
int bound_port(const FileDescriptor& socket);

/// "127.0.0.1", "::1": the address of the other end; empty if it has none (a local socket). An IPv4
/// address that came in through an IPv6 socket is given as IPv4.
std::string remote_address(const FileDescriptor& socket);

}  // namespace torikumi::searchd

#endif  // SEARCHD_HTTP_LISTENER_H_
