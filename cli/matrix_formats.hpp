#pragma once
/// \file Matrices over councils as text for people, Markdown, HTML, CSV and JSON. All pure.

#include <string>

#include "index/matrix.hpp"

namespace moot {

struct MatrixText {
  std::string query;
  bool colour = false;
  int width = 0;  ///< columns; 0: lines are not broken, and no bars are drawn
};

/// A table where the width has room for it, else council by council; then the totals.
std::string matrix_to_text(const Matrix& matrix, const MatrixText& options);

/// GitHub's Markdown.
std::string matrix_to_markdown(const Matrix& matrix, const std::string& query);

/// One file without scripts, that needs nothing from elsewhere; prints on A4 landscape.
std::string matrix_to_html(const Matrix& matrix, const std::string& query);

/// A header row and a row for each council; of each fact its value, the words that say so, their
/// page, pointer and address. Lines end with CR LF.
std::string matrix_to_csv(const Matrix& matrix);

/// Schema moot.matrix/1.
std::string matrix_to_json(const Matrix& matrix, const std::string& query);

}  // namespace moot
