#pragma once
/// \file lines -> Document: one text, after which offsets are frozen.

#include "pipeline/page.hpp"

namespace moot {

/// Normalises each line (normalise.hpp), joins words that a line's end broke, and lays the lines
/// into one text. Lines that are empty after normalising are dropped, and their
/// starts_paragraph passes to the next line. Pure. Leaves Document::sha256 empty.
Document assemble(RawDocument raw);

}  // namespace moot
