#pragma once
/// \file What a worker answers, as bytes and back. Supervisor and workers are the same program,
/// so there is no version; what arrives is checked all the same, because a worker that read a
/// hostile file is not to be trusted.

#include <optional>
#include <string>
#include <string_view>

#include "index/catalogue.hpp"

namespace moot {

std::string pack(const FileResult& result);

/// Reads what pack() wrote. None where the bytes are not such an answer: a value is cut short, or
/// a range lies outside the document's text.
std::optional<FileResult> unpack(std::string_view bytes);

}  // namespace moot
