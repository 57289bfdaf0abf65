#pragma once
/// \file What must hold whatever was read: the contracts of the headers. Each check ends the
/// process with a sentence where it does not.

#include <string>
#include <string_view>
#include <vector>

#include "extractors/record.hpp"
#include "pipeline/blocks.hpp"
#include "pipeline/page.hpp"
#include "pipeline/sections.hpp"

namespace moot::test {

/// Ends the process unless `good`.
void must(bool good, const char* what);

void check_lines(const std::vector<RawLine>& lines, std::size_t pages);

/// The document's own contract: UTF-8, ranges that ascend, cells that count from 1, pages and
/// boxes.
void check_document(const Document& doc);

/// Papers, blocks and sections of a document, and the functions that read them.
void check_structure(const Document& doc);

/// What the records say of their document; their JSON, read back, says the same; their entries.
void check_records(const Document& doc, const std::vector<Record>& records);

/// JSON and entries of a record that came from elsewhere, whatever it says. No range of it lies
/// outside the document.
void check_stored(const Document& doc, const Record& record);

}  // namespace moot::test
