#pragma once
/// \file The address at which a browser opens a file at a page.

#include <string>
#include <string_view>

namespace moot {

/// `url` where it is one of http:// or https://, else the file at `path` as a file:// address, with
/// "#page=14" for a page from 1 on, which the readers of PDFs in browsers go to. Another fragment
/// gives way to it. What may not stand in an address is percent-encoded, byte by byte, so paths
/// that are not UTF-8 keep their bytes; also quotes, angle brackets and braces, so that the link
/// can be put into HTML, JSON and BibTeX as it is (but for `&` in HTML). "" where there is no url
/// and the path is not absolute. Pure.
std::string page_link(std::string_view url, std::string_view path, int page);

}  // namespace moot
