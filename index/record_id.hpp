#pragma once
/// \file Ids of records taken apart: "9f86d081884c7d65-p3b" is a paper of the file whose SHA-256
/// begins so, and begins on page 3.

#include <charconv>
#include <optional>
#include <string>

#include "extractors/record.hpp"

namespace moot {

/// Digits of a file's SHA-256 in the ids of its records.
inline constexpr std::size_t kShaInId = 16;

struct IdParts {
  std::string sha_start;
  int page = 0;
};

/// None where `id` is not of that form. Pure.
inline std::optional<IdParts> parts_of_id(const std::string& id) {
  const std::size_t dash = id.rfind("-p");
  if (dash == std::string::npos || dash == 0) return std::nullopt;
  IdParts parts{id.substr(0, dash), 0};
  const char* first = id.data() + dash + 2;
  const auto read = std::from_chars(first, id.data() + id.size(), parts.page);
  if (read.ptr == first || read.ec != std::errc()) return std::nullopt;
  return parts;
}

/// Whether the paper has this page of its file.
inline bool holds_page(const Record& record, int page) {
  const auto& pages = record.source.pages;
  return pages && pages->first <= page && page <= pages->second;
}

}  // namespace moot
