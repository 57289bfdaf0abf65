#include "cli/markdown.hpp"

#include <fmt/format.h>

#include "cli/styled.hpp"

namespace moot {

std::string markdown_text(std::string_view text) {
  std::string out;
  const std::string shown = shown_words(text);
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const char c = shown[at];
    const std::string_view rest = std::string_view(shown).substr(at);
    // Renderers make links of addresses in plain text.
    const bool address = rest.starts_with("://") || (c == '.' && out.ends_with("www"));
    if (c == '\n') {
      out += "<br>";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      if (address || std::string_view("\\`*_[]|~$").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

std::string markdown_link(const std::string& words, const std::string& address) {
  if (address.empty()) return words;
  std::string target;
  for (const char c : address) target += c == '&' ? "&amp;" : std::string(1, c);
  return fmt::format("[{}](<{}>)", words, target);
}

}  // namespace moot
