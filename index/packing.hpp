#pragma once
/// \file Numbers and texts packed into bytes and back, for what is stored. Little-endian on every
/// machine, so that an index can be carried from one to another.

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace moot {

inline void pack_number(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>((value & 0x7f) | 0x80);
  out += static_cast<char>(value);
}

inline void pack_text(std::string& out, std::string_view text) {
  pack_number(out, text.size());
  out += text;
}

inline void pack_double(std::string& out, double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  for (int shift = 0; shift < 64; shift += 8) out += static_cast<char>((bits >> shift) & 0xff);
}

/// Reads what the functions above wrote. After damage all values are 0 or empty and ok() is false.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) return damaged();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    return damaged();
  }

  int small() { return static_cast<int>(number() & 0x7fffffff); }

  std::string text() {
    const std::uint64_t size = number();
    if (size > rest_.size()) {
      damaged();
      return {};
    }
    std::string out(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return out;
  }

  double real() {
    if (rest_.size() < 8) return static_cast<double>(damaged());
    std::uint64_t bits = 0;
    for (int i = 7; i >= 0; --i) {
      bits = (bits << 8) | static_cast<unsigned char>(rest_[static_cast<std::size_t>(i)]);
    }
    rest_.remove_prefix(8);
    return std::bit_cast<double>(bits);
  }

  /// A count of things of which each takes `least` bytes or more: a few bytes cannot claim to be
  /// many things. Nor can there be more than `most`, where things take more memory than bytes.
  std::size_t count(std::size_t least = 1, std::size_t most = ~std::size_t{0}) {
    const std::uint64_t value = number();
    return value > rest_.size() / least || value > most ? damaged() : value;
  }

  std::size_t left() const { return rest_.size(); }
  bool ok() const { return ok_; }
  bool done() const { return rest_.empty(); }

 private:
  std::uint64_t damaged() {
    ok_ = false;
    rest_ = {};
    return 0;
  }
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace moot
