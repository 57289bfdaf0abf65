#pragma once
/// \file The narrow place between reading and understanding. A Document owns ONE normalised UTF-8
/// text; every later fact is a TextRange into it, from which line, page and box follow. Text is
/// normalised before the offsets freeze (assemble.hpp), never after.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace moot {

/// Half-open byte range [begin, end) of Document::text.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool empty() const { return begin >= end; }
  bool operator==(const TextRange&) const = default;
};

/// Box on a page in PDF points, origin top left, x0 <= x1 and y0 <= y1.
struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  bool operator==(const Box&) const = default;
};

/// What a line is for. Running heads and page numbers stay in the text, marked.
enum class LineRole { Body, RunningHead, PageNumber };

/// Place of a line in a table; table 0 means 'not in a table'. All three count from 1.
struct Cell {
  int table = 0;
  int row = 0;
  int column = 0;
  bool operator==(const Cell&) const = default;
};

/// How a line looks, as far as its source says.
struct Style {
  double size = 0;        ///< type size in points; 0 where unknown (plain text)
  bool bold = false;      ///< the whole line is bold
  int heading_level = 0;  ///< 1 to 6 where the source marks a heading (HTML, Markdown); else 0
  bool operator==(const Style&) const = default;
};

/// One line of a document. In HTML, Markdown and plain text without hard line ends a whole
/// paragraph is one line.
struct Line {
  TextRange range;  ///< without the newline at its end
  int page = 0;     ///< 1-based; 0 where the source has no pages
  Box box;          ///< meaningless where page is 0
  Style style;
  LineRole role = LineRole::Body;
  bool starts_paragraph = false;  ///< white space or a block boundary stands before it
  Cell cell;
  double certainty = 1;  ///< 0 to 1: how sure its words are; below 1 where they are from OCR
};

/// Something a reader should know, that did not stop the work.
struct Note {
  std::string what;  ///< stable key: "no-text-layer", "ocr-used", "truncated", ...
  int page = 0;      ///< 0: the whole document
  bool operator==(const Note&) const = default;
};

/// Whether a note says that something of the file is not in its text, or not as it is printed.
bool is_gap(const Note& note);

/// An entry of a PDF's outline.
struct Bookmark {
  std::string title;
  int page = 0;   ///< 1-based
  int level = 0;  ///< 0 at the top
};

struct PageSize {
  double width = 0, height = 0;  ///< PDF points
};

/// What was read from one file.
struct Document {
  std::string text;             ///< lines joined by '\n'; valid UTF-8, NFC
  std::vector<Line> lines;      ///< in reading order; ranges ascend and do not overlap
  std::vector<PageSize> pages;  ///< empty where the source has no pages
  std::vector<Bookmark> bookmarks;
  std::vector<Note> notes;
  std::string title;       ///< of the file's own metadata or <title>; may be empty
  std::string media_type;  ///< "application/pdf", "text/html", "text/plain", "text/markdown"
  std::string sha256;      ///< of the file's bytes, hexadecimal
};

/// The text of `range`. \pre the range lies inside doc.text
std::string_view slice(const Document& doc, TextRange range);

/// Index of the line that holds byte `offset`; a newline belongs to the line before it.
/// \pre doc.lines is not empty and offset <= doc.text.size()
std::size_t line_at(const Document& doc, std::size_t offset);

/// A place that a reader can be sent to: one page and box, with the bytes that stand there.
struct Place {
  int page = 0;  ///< 0 where the source has no pages; then the box means nothing
  Box box;
  TextRange range;
};

/// Where `range` stands: one Place for each page or column it runs over, in order. Running heads
/// that happen to lie inside are left out; a range that lies in running heads alone gives them.
std::vector<Place> places(const Document& doc, TextRange range);

}  // namespace moot
