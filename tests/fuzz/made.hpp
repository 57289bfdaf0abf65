#pragma once
/// \file Bytes -> the values between the stages, with lines and pages as a reader could give them.

#include <vector>

#include "pipeline/page.hpp"
#include "tests/fuzz/bytes.hpp"

namespace moot::test {

/// Pages of words with boxes anywhere.
std::vector<Page> make_pages(Bytes& bytes);

/// Lines with pages, looks, roles and cells.
RawDocument make_lines(Bytes& bytes);

}  // namespace moot::test
