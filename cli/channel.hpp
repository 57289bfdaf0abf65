#pragma once
/// \file Bytes, messages and open descriptors over the stream sockets between supervisor, nursery
/// and workers. None of them raises SIGPIPE; all go on after an interruption by a signal.

#include <sys/types.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/descriptor.hpp"

namespace moot {

/// Two ends of a stream, closed on exec.
struct SocketPair {
  Descriptor ours, theirs;
};

/// False where the system gives no more of them.
bool make_socket_pair(SocketPair& pair);

/// Sends what the socket takes at once, with a copy of `descriptor` unless it is negative. What
/// send(2) gives: bytes taken, or -1 with errno (EAGAIN: a non-blocking socket is full).
ssize_t send_some(int socket, const char* bytes, std::size_t size, int descriptor = -1);

/// Sends all; waits. False when the other side is gone.
bool send_all(int socket, const char* bytes, std::size_t size, int descriptor = -1);

/// Fills `bytes`; waits. A descriptor that comes along goes to `descriptor`. False at the end.
bool receive_all(int socket, char* bytes, std::size_t size, Descriptor& descriptor);

/// Bytes before each message: its length, in the machine's own order.
inline constexpr std::size_t kMessageHeader = 8;

/// The length that a header tells. \pre header.size() >= kMessageHeader
std::size_t message_size(std::string_view header);

/// The bytes with their header.
std::string framed(std::string_view bytes);

/// Sends header and bytes; waits. False when the other side is gone.
bool send_message(int socket, std::string_view bytes);

/// Reads one message, with the descriptor if one came with it; waits. False at the end. For
/// sockets whose other side is trusted: memory for any length is taken.
bool receive_message(int socket, std::string& bytes, Descriptor& descriptor);

}  // namespace moot
