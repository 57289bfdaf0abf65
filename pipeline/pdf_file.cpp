#include "pipeline/pdf_file.hpp"

#include <limits>
#include <mutex>
#include <string>

#include <poppler-global.h>

namespace moot {
namespace {

/// Poppler would otherwise write to the program's standard error.
void be_silent() {
  static std::once_flag once;
  std::call_once(
      once, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
}

}  // namespace

Error damaged_pdf() {
  return fail(ErrorKind::BadDocument, "it is damaged, or not a PDF", {}, "qpdf --check FILE");
}

Result<std::unique_ptr<poppler::document>> open_pdf(std::string_view pdf) {
  be_silent();
  // Poppler counts bytes in an int.
  if (pdf.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return fail(ErrorKind::BadDocument, "it is larger than 2 GB");
  }
  if (pdf.empty()) return damaged_pdf();
  std::unique_ptr<poppler::document> document{
      poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size()))};
  if (!document) return damaged_pdf();
  if (document->is_locked()) {
    return fail(ErrorKind::BadDocument, "it is protected by a password", {},
                "qpdf --decrypt --password=... FILE OPEN.pdf");
  }
  if (document->pages() <= 0) {
    return fail(ErrorKind::BadDocument, "it has no pages", {},
                "get the file again: its download or its export was broken off");
  }
  return document;
}

}  // namespace moot
