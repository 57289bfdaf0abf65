#pragma once
/// \file Document -> papers: an agenda pack holds several, most files hold one.

#include <vector>

#include "pipeline/document.hpp"

namespace moot {

/// One paper of a document: a run of its lines.
struct Paper {
  std::size_t first_line = 0;  ///< [first_line, last_line) of Document::lines
  std::size_t last_line = 0;
  int first_page = 0;  ///< 1-based, both inside; 0 where the source has no pages
  int last_page = 0;
  std::string title_hint;  ///< from a bookmark; may be empty
};

/// Splits a document into papers, in order. Pages that are intentionally blank belong to none.
/// At least one paper for a document with lines. Pure.
std::vector<Paper> split_papers(const Document& doc);

}  // namespace moot
