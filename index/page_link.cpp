#include "index/page_link.hpp"

namespace moot {
namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

void put_encoded(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

/// A path: all but letters, digits and what no part of an address gives a meaning to.
std::string encoded_path(std::string_view path) {
  constexpr std::string_view kPlain = "/-._~";
  std::string out;
  for (const char c : path) {
    if (is_alphanumeric(c) || kPlain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      put_encoded(out, c);
    }
  }
  return out;
}

/// An address that may be encoded already: only what may stand in none is changed.
std::string encoded_url(std::string_view url) {
  constexpr std::string_view kAllowed = "-._~:/?[]@!$&()*+,;=";
  std::string out;
  for (std::size_t at = 0; at < url.size(); ++at) {
    const char c = url[at];
    const bool escape =
        c == '%' && at + 2 < url.size() && is_hex(url[at + 1]) && is_hex(url[at + 2]);
    if (is_alphanumeric(c) || escape || kAllowed.find(c) != std::string_view::npos) {
      out += c;
    } else {
      put_encoded(out, c);
    }
  }
  return out;
}

}  // namespace

std::string page_link(std::string_view url, std::string_view path, int page) {
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  const std::string fragment = page > 0 ? "#page=" + std::to_string(page) : std::string();
  if (web) {
    const std::size_t hash = url.find('#');
    if (page <= 0 && hash != std::string_view::npos) {
      return encoded_url(url.substr(0, hash)) + "#" + encoded_url(url.substr(hash + 1));
    }
    return encoded_url(url.substr(0, hash)) + fragment;
  }
  if (!path.starts_with('/')) return {};
  return "file://" + encoded_path(path) + fragment;
}

}  // namespace moot
