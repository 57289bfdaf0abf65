#pragma once
/// \file What all of the program's JSON writes the same way.

#include <string>

#include <nlohmann/json.hpp>

#include "index/entry.hpp"

namespace moot {

/// null for what is not known.
inline nlohmann::ordered_json text_or_null(const std::string& text) {
  return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
}

/// The same of a page.
inline nlohmann::ordered_json page_or_null(int page) {
  return page > 0 ? nlohmann::ordered_json(page) : nlohmann::ordered_json(nullptr);
}

/// Which paper it is: id, title, kind, body, date, path, link.
nlohmann::ordered_json paper_json(const Entry& paper);

}  // namespace moot
