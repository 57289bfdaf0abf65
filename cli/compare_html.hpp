#pragma once
/// \file The parts of a comparison as HTML. All pure.

#include <string>
#include <vector>

#include "index/comparison.hpp"

namespace moot {

/// The start of a page up to its heading, `title` being HTML, with a link that skips to the element
/// with the id `target`.
std::string html_start(const std::string& title, const std::string& target,
                       const std::string& skip);

/// What words of a quote are set off for. Each is told in words too, not by its look alone.
enum class SetOff { Differs, Dropped, Added, Theme };

/// A quote's words: of their own direction and language, as many lines as they have.
std::string html_words(const Comparison& comparison, std::size_t column, const Quote& quote,
                       const std::vector<TextRange>& marks = {}, SetOff mark = SetOff::Theme);

/// "(page 3 of Kent 2024, under “Resources”)", the page a link; "" where nothing is known.
std::string html_where(const Comparison& comparison, std::size_t column, const Quote& quote);

/// " lang="cy"" for papers in Welsh, else "".
const char* html_language(const Comparison& comparison, std::size_t column);

/// One row of a table: its head and its cells, all HTML.
struct HtmlRow {
  std::string head;
  std::vector<std::string> cells;
  bool is_long = false;  ///< so much that in print it may go on on the next page
};

/// What a table is called: the name of its element, what it tells, and what its rows are.
struct HtmlTitle {
  const char* id;
  const char* caption;
  const char* subject;
};

/// A table with a column for each paper, in a region that scrolls.
std::string html_table(const Comparison& comparison, const HtmlTitle& title,
                       const std::vector<HtmlRow>& rows);

/// What an empty cell says.
std::string html_empty(CellState state);

/// The rows of the comparison.
std::string html_rows(const Comparison& comparison);

/// Each "" where there is nothing to tell.
std::string html_themes(const Comparison& comparison);
std::string html_passages(const Comparison& comparison);
std::string html_copied(const Comparison& comparison);
std::string html_changes(const Comparison& comparison);
std::string html_others(const Comparison& comparison);

}  // namespace moot
