#pragma once
/// \file A PDF opened with Poppler, for the few files that use Poppler.

#include <memory>
#include <string_view>

#include <poppler-document.h>

#include "pipeline/result.hpp"

namespace moot {

/// Opens a PDF; `pdf` must outlive what is given. Silences Poppler. Fails with BadDocument when
/// the file is damaged, protected by a password or without pages. Never prints; may let
/// exceptions of Poppler's through.
Result<std::unique_ptr<poppler::document>> open_pdf(std::string_view pdf);

/// What open_pdf() says of a file that is no PDF.
Error damaged_pdf();

}  // namespace moot
