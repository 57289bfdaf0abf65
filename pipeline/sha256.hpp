#pragma once
/// \file SHA-256 (FIPS 180-4), which names a file on any machine.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace moot {

/// The sum of bytes that come piece by piece.
class Sha256 {
 public:
  void add(std::string_view bytes);

  /// Of all that was added, as 64 lower-case hexadecimal digits. More may be added after.
  std::string hex() const;

 private:
  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> block_{};  // the bytes that fill no block yet
  std::size_t waiting_ = 0;                // how many
  std::uint64_t size_ = 0;
};

/// The SHA-256 of `bytes`, as 64 lower-case hexadecimal digits. Pure.
std::string sha256_hex(std::string_view bytes);

}  // namespace moot
