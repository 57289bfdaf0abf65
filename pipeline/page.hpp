#pragma once
/// \file What the readers give, before there is one text: words on pages (PDF) and lines with
/// their own text (all formats).

#include <string>
#include <vector>

#include "pipeline/document.hpp"

namespace moot {

/// Pages of a PDF that are read: more than any pack has. Poppler copies the table of objects for
/// each page, so that a file of nothing but pages costs the square of their number.
inline constexpr int kMostPages = 10'000;

/// A word as Poppler or OCR gives it.
struct Word {
  std::string text;  ///< UTF-8, not normalised, no newline inside
  Box box;
  double size = 0;  ///< type size in points
  bool bold = false;
  bool space_after = true;  ///< a space follows before the next word of the source
  int rotation = 0;         ///< quarter turns clockwise in which it is set: 0 is upright
  double certainty = 1;     ///< 0 to 1: what OCR says of it; 1 where it is the file's own text
};

/// One page of a PDF.
struct Page {
  int number = 0;  ///< 1-based
  double width = 0, height = 0;
  std::vector<Word> words;  ///< in no particular order
  double skew =
      0;  ///< degrees clockwise by which its lines fall, once turned upright: page_turn.hpp
};

/// A line with its own text: what layout makes of words, and what the HTML and text readers give.
/// assemble() turns these into a Document.
struct RawLine {
  std::string text;  ///< UTF-8, not normalised, no newline inside
  int page = 0;
  Box box;
  Style style;
  LineRole role = LineRole::Body;
  bool starts_paragraph = false;
  Cell cell;
  double certainty = 1;  ///< mean of its words', by their letters
};

/// What a reader gives: assemble() makes a Document of it.
struct RawDocument {
  std::vector<RawLine> lines;
  std::vector<PageSize> pages;
  std::vector<Bookmark> bookmarks;
  std::vector<Note> notes;
  std::string title;
  std::string media_type;
};

}  // namespace moot
