#include "tests/fuzz/bytes.hpp"

#include <algorithm>
#include <array>

namespace moot::test {

Bytes::Bytes(const std::uint8_t* data, std::size_t size)
    : rest_(reinterpret_cast<const char*>(data), size) {}

unsigned Bytes::byte() {
  if (rest_.empty()) return 0;
  const auto value = static_cast<unsigned char>(rest_.front());
  rest_.remove_prefix(1);
  return value;
}

int Bytes::below(int limit) {
  return static_cast<int>(byte()) % limit;
}

double Bytes::coordinate() {
  static constexpr std::array kAbsurd{0.0, -0.0, 1e-300, 1e-9, 1e9, -1e9, 14400.0, 0.1};
  const unsigned high = byte();
  const unsigned low = byte();
  if (high == 0xff) return kAbsurd[low % kAbsurd.size()];
  return (static_cast<double>(high << 8U | low) - 0x8000) / 10;
}

std::string Bytes::text() {
  const std::size_t wanted = byte();
  const std::size_t size = std::min(wanted, rest_.size());
  std::string text(rest_.substr(0, size));
  rest_.remove_prefix(size);
  return text;
}

}  // namespace moot::test
