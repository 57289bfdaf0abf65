#pragma once
/// \file Text clean-up that changes no word: the only module that includes ICU.

#include <string>
#include <string_view>
#include <vector>

namespace moot {

/// One line's text made regular: NFC; ligatures (fi, fl, ffi, ...) spelled out; soft hyphens and
/// zero-width characters gone; NBSP and other spaces folded to single spaces, none at either end;
/// private-use bullets (Symbol, Wingdings) as U+2022; control characters gone; bytes that are not
/// UTF-8 replaced by U+FFFD; "R E S O L V E D" is one word. Quotes, dashes and typing errors stay. Pure.
std::string normalise_line(std::string_view text);

/// Whether `bytes` are valid UTF-8.
bool is_utf8(std::string_view bytes);

/// `bytes` of an unknown encoding as UTF-8: by byte order mark, by the zero bytes of UTF-16, as
/// UTF-8 where valid or nearly so, else windows-1252. Never fails.
std::string to_utf8(std::string_view bytes);

/// Case-folded (Unicode), accents removed: for comparing and looking up, never for showing.
std::string fold(std::string_view text);

/// NFKC, then full case folding (Unicode); accents stay. For comparing texts as scores do: what
/// Python's unicodedata.normalize("NFKC", text).casefold() gives.
std::string fold_compatible(std::string_view text);

/// The runs of letters and numbers (Unicode L and N) in `text`, in their order. Whatever else
/// stands in it, marks too, parts them.
std::vector<std::string> alphanumeric_runs(std::string_view text);

/// First code point is a digit, of any script.
bool starts_digit(std::string_view text);

/// First letter of the text is an upper-case letter.
bool starts_upper(std::string_view text);

/// Has letters, and all of them are upper case.
bool all_upper(std::string_view text);

}  // namespace moot
