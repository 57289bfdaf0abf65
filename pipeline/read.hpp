#pragma once
/// \file bytes -> Document: the door of pipeline/. The readers behind it are read_pdf.hpp,
/// read_html.hpp, read_markdown.hpp and read_text.hpp.

#include <cstdint>
#include <optional>
#include <string_view>

#include "pipeline/document.hpp"
#include "pipeline/read_options.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// The largest file that is read, in bytes. Text is refused earlier, because every line of it
/// becomes a value in memory while a PDF is mostly pictures; and ICU and libxml2 count in 31 bits.
inline constexpr std::int64_t kMaxFileBytes = std::int64_t{1} << 30;
inline constexpr std::int64_t kMaxTextBytes = std::int64_t{64} << 20;

/// Why a file of this size that begins with `head` is not read (NotRead); none where it is.
std::optional<Error> too_large(std::int64_t size, std::string_view head);

/// Reads one file's bytes. Its type is told from the bytes, not from a name.
///
/// `options` say what to do about pages of a PDF without text; `report`, where given, is filled
/// also when the call fails with NoText. Pages without text add Note{"no-text-layer", page};
/// ocr_pages.hpp has the notes about OCR. Fails with NotRead for kinds of file that
/// Moot does not read (the hint says what to do instead) and files that are too_large(),
/// BadDocument for damaged or encrypted files, NoText when nothing in the file is text. The Error's
/// `where` is left empty: the caller knows the path. Never throws, never prints; `bytes` need not
/// outlive the call.
Result<Document> read_document(std::string_view bytes, const ReadOptions& options = {},
                               ReadReport* report = nullptr);

}  // namespace moot
