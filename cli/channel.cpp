#include "cli/channel.hpp"

#include <sys/socket.h>

#include <cerrno>
#include <cstdint>
#include <cstring>

namespace moot {
namespace {

/// Control data that holds one descriptor.
struct Control {
  alignas(cmsghdr) char bytes[CMSG_SPACE(sizeof(int))] = {};
};

}  // namespace

bool make_socket_pair(SocketPair& pair) {
  int ends[2] = {-1, -1};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
  pair.ours = Descriptor(ends[0]);
  pair.theirs = Descriptor(ends[1]);
  return true;
}

ssize_t send_some(int socket, const char* bytes, std::size_t size, int descriptor) {
  ssize_t sent = 0;
  do {
    // Workers may not call sendmsg: nobody takes descriptors from them.
    if (descriptor < 0) {
      sent = send(socket, bytes, size, MSG_NOSIGNAL);
      continue;
    }
    iovec part{const_cast<char*>(bytes), size};
    Control control;
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.bytes;
    message.msg_controllen = sizeof control.bytes;
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
    sent = sendmsg(socket, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent;
}

bool send_all(int socket, const char* bytes, std::size_t size, int descriptor) {
  while (size > 0) {
    const ssize_t sent = send_some(socket, bytes, size, descriptor);
    if (sent <= 0) return false;
    descriptor = -1;  // it went with the first byte
    bytes += sent;
    size -= static_cast<std::size_t>(sent);
  }
  return true;
}

bool receive_all(int socket, char* bytes, std::size_t size, Descriptor& descriptor) {
  while (size > 0) {
    iovec part{bytes, size};
    Control control;
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.bytes;
    message.msg_controllen = sizeof control.bytes;
    const ssize_t got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    const cmsghdr* header = CMSG_FIRSTHDR(&message);
    if (header != nullptr && header->cmsg_len >= CMSG_LEN(sizeof(int))) {
      int number = -1;
      std::memcpy(&number, CMSG_DATA(header), sizeof number);
      descriptor = Descriptor(number);
    }
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

std::size_t message_size(std::string_view header) {
  std::uint64_t size = 0;
  std::memcpy(&size, header.data(), sizeof size);
  return size;
}

std::string framed(std::string_view bytes) {
  const std::uint64_t size = bytes.size();
  std::string message(kMessageHeader, '\0');
  std::memcpy(message.data(), &size, sizeof size);
  message += bytes;
  return message;
}

bool send_message(int socket, std::string_view bytes) {
  const std::uint64_t size = bytes.size();
  char header[kMessageHeader];
  std::memcpy(header, &size, sizeof header);
  return send_all(socket, header, sizeof header) && send_all(socket, bytes.data(), bytes.size());
}

bool receive_message(int socket, std::string& bytes, Descriptor& descriptor) {
  char header[kMessageHeader];
  if (!receive_all(socket, header, sizeof header, descriptor)) return false;
  bytes.resize(message_size({header, sizeof header}));
  return receive_all(socket, bytes.data(), bytes.size(), descriptor);
}

}  // namespace moot
