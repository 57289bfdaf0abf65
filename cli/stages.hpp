#pragma once
/// \file The values between the stages as text: one thing a line, for eyes and for diff. All pure.

#include <string>

#include "extractors/record.hpp"
#include "pipeline/document.hpp"
#include "pipeline/page.hpp"

namespace moot {

/// The words of a PDF's pages: "p1 [72.0 90.1 140.2 102.2] 12pt b | Council".
std::string stage_pages(const std::vector<Page>& pages);

/// "p1 [72.0 90.1 523.0 102.2] 12pt b h1 body t1r2c3 para | text".
std::string stage_lines(const Document& document);

/// "paper 1 pages 1-4 lines 0-120 | bookmark", with the first words of each.
std::string stage_papers(const Document& document);

/// The blocks of each paper, indented below their headings.
std::string stage_sections(const Document& document);

/// The entries of a record, and their passages.
std::string stage_entries(const Record& record, const Document& document);

}  // namespace moot
