#pragma once
/// \file What kind of file some bytes are, told from the bytes alone.

#include <string>
#include <string_view>

namespace moot {

/// Which reader a file is for.
enum class FileKind { Empty, Pdf, Html, Markdown, PlainText, NotRead };

struct MediaType {
  FileKind kind = FileKind::NotRead;
  std::string name;  ///< "application/pdf", "image/png", ...; "application/octet-stream" for
                     ///< bytes that are nothing known
  std::string what;  ///< for NotRead, in a sentence: "a Word document"; else empty
  std::string hint;  ///< for NotRead: what to do with it
};

/// Tells the kind of a file. Pure, never fails.
MediaType sniff(std::string_view bytes);

}  // namespace moot
