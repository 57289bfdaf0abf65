#pragma once
/// \file Where commands write to, and how text is made fit for it: colours, widths, wrapping.

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/result.hpp"

namespace moot {

/// The two streams of a command and what is known of them. Does not own the streams.
struct Console {
  std::ostream& out;
  std::ostream& err;
  bool colour = false;  ///< escape codes may be written to `out`
  int width = 0;        ///< columns to wrap text at; 0: do not wrap
  bool live = false;    ///< `err` is a terminal: lines may be drawn again
  int live_width = 80;  ///< columns of that terminal
};

/// Ways to set words off. Without colour they do nothing.
enum class Tone { Title, Dim, Match, Label };

/// `text` in `tone`, with escape codes when `colour`. Pure.
std::string tinted(std::string_view text, Tone tone, bool colour);

/// Columns that UTF-8 `text` takes on a terminal: code points without combining marks and escape
/// codes; wide East Asian letters count twice. Pure.
std::size_t display_width(std::string_view text);

/// How many bytes the control character at `at` of UTF-8 `text` takes: 1, of U+0080 to U+009F 2; 0
/// where none stands there. Pure.
std::size_t control_at(std::string_view text, std::size_t at);

/// `text` with its control characters made visible as '?', so that no file name or paper can
/// steer a terminal. Newlines are kept where `keep_newlines`. Pure.
std::string printable(std::string_view text, bool keep_newlines = false);

/// `text` broken at spaces so that no line is wider than `width` (0: not broken), each line after
/// the first with `indent` spaces before it. The first line starts at column `indent`, which the
/// caller has written already. Newlines in the text break lines too. Pure.
std::string wrapped(std::string_view text, int width, std::size_t indent);

/// "parking, charges". Pure.
std::string listed(const std::vector<std::string>& words);

/// Prints "moot: WHERE: message" and the hint on a line of its own.
void print_error(std::ostream& err, const Error& error);

/// `error` about the file at `path`: path first, then the place inside it.
Error about_file(Error error, const std::string& path);

}  // namespace moot
