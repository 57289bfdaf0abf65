#pragma once
/// \file Paper -> blocks: headings, paragraphs, list items and table cells, without running heads.
/// Knows typography, knows no label of any council.

#include <string>
#include <vector>

#include "pipeline/document.hpp"
#include "pipeline/papers.hpp"

namespace moot {

enum class BlockKind { Heading, Paragraph, ListItem, TableCell };

/// Consecutive body lines that belong together.
struct Block {
  BlockKind kind = BlockKind::Paragraph;
  std::string number;   ///< as printed, without brackets and final stop: "2.1", "a", "iv"; "" none
  bool bullet = false;  ///< a list item with a bullet instead of a number
  int level = 0;        ///< headings: 1 is highest. list items: depth of indentation, from 1
  TextRange range;      ///< from the first to the last byte of its text, after the number; running
                        ///< heads may lie inside, so read it with text_of()
  std::size_t first_line = 0;  ///< [first_line, last_line) of Document::lines
  std::size_t last_line = 0;
  Cell cell;          ///< for TableCell
  double indent = 0;  ///< x of its first line, PDF points; 0 where unknown
  Style style;        ///< of its first line
};

/// Finds the blocks of one paper, in reading order. Pure.
std::vector<Block> find_blocks(const Document& doc, const Paper& paper);

/// The words of `range` as one paragraph: line ends become spaces, running heads and page numbers
/// are left out.
std::string text_of(const Document& doc, TextRange range);

/// Where the bytes [begin, end) of text_of(doc, range) stand in the document.
/// \pre begin <= end <= text_of(doc, range).size()
TextRange range_of(const Document& doc, TextRange range, std::size_t begin, std::size_t end);

}  // namespace moot
