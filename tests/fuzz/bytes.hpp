#pragma once
/// \file What a fuzzer's bytes are read as: small numbers, texts and coordinates. When they run out
/// all is 0 or empty, so each input means something and a shorter one means less.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace moot::test {

class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size);

  bool empty() const { return rest_.empty(); }
  unsigned byte();
  /// From 0 to `limit` - 1. \pre 0 < limit <= 256
  int below(int limit);
  bool flag() { return (byte() & 1U) != 0; }

  /// A coordinate in points: two bytes in tenths, from -3276.8 on; now and then one of the absurd
  /// but finite values that a broken file gives.
  double coordinate();

  /// Up to a byte's worth of text, as it stands: perhaps not UTF-8.
  std::string text();

  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

}  // namespace moot::test
