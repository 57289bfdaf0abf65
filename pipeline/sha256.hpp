#pragma once
/// \file SHA-256 (FIPS 180-4), which names a file on any machine.

#include <string>
#include <string_view>

namespace moot {

/// The SHA-256 of `bytes`, as 64 lower-case hexadecimal digits. Pure.
std::string sha256_hex(std::string_view bytes);

}  // namespace moot
