#pragma once
/// \file The parts of a comparison as text, and what they are written with. All pure.

#include <string>
#include <vector>

#include "cli/compare_formats.hpp"
#include "cli/styled.hpp"

namespace moot {

/// Writes lines, and remembers whether words were left out.
class TextPage {
 public:
  explicit TextPage(const CompareText& options) : options_(options) {}

  const CompareText& options() const { return options_; }

  /// A heading after an empty line.
  void heading(const std::string& words);

  /// `styled` at `indent`, broken to fit; `bullet` stands before its first line.
  void lines(const Styled& styled, std::size_t indent, const std::string& bullet = "");

  /// Words as they are, in one tone.
  void line(const std::string& words, Tone tone, std::size_t indent);

  /// A finished line.
  void raw(const std::string& words) { out_ += words + '\n'; }

  /// A quote's words, cut where they are long, and the page behind them. `marks` are set off: by
  /// colour, else by brackets where `brackets`.
  Styled quote(const Quote& quote, const std::vector<TextRange>& marks, bool brackets);

  void was_cut() { cut_ = true; }
  bool cut() const { return cut_; }
  const std::string& text() const { return out_; }

 private:
  const CompareText& options_;
  std::string out_;
  bool cut_ = false;
};

/// The heads of the columns and the rows.
void write_table(const Comparison& comparison, TextPage& page);

/// The papers that match and are not in the table.
void write_others(const Comparison& comparison, TextPage& page);

void write_themes(const Comparison& comparison, TextPage& page);

/// Passages that correspond, copied text and what changed.
void write_passages(const Comparison& comparison, TextPage& page);

}  // namespace moot
