#include "pipeline/pdf_outline.hpp"

#include <exception>
#include <map>
#include <utility>

// Asks qpdf for std::shared_ptr alone.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>

namespace moot {
namespace {

using PageNumbers = std::map<QPDFObjGen, int>;

PageNumbers number_pages(QPDF& pdf) {
  PageNumbers numbers;
  int number = 0;
  for (const QPDFObjectHandle& page : pdf.getAllPages()) numbers[page.getObjGen()] = ++number;
  return numbers;
}

int page_of(QPDFOutlineObjectHelper& bookmark, const PageNumbers& numbers) {
  QPDFObjectHandle page = bookmark.getDestPage();
  if (page.isInteger()) {
    const int number = page.getIntValueAsInt() + 1;
    return number >= 1 && number <= static_cast<int>(numbers.size()) ? number : 0;
  }
  const auto found = numbers.find(page.getObjGen());
  return found == numbers.end() ? 0 : found->second;
}

void collect(std::vector<QPDFOutlineObjectHelper> siblings, int level, const PageNumbers& numbers,
             std::vector<Bookmark>& out) {
  for (QPDFOutlineObjectHelper& bookmark : siblings) {
    if (out.size() == kMostBookmarks) return;
    const int page = page_of(bookmark, numbers);
    if (page > 0) out.push_back({bookmark.getTitle(), page, level});
    collect(bookmark.getKids(), level + 1, numbers, out);
  }
}

std::vector<Bookmark> read_outline(std::string_view bytes) {
  QPDF pdf;
  const auto logger = QPDFLogger::create();
  logger->setOutputStreams(nullptr, nullptr);
  logger->setInfo(logger->discard());
  logger->setWarn(logger->discard());
  logger->setError(logger->discard());
  pdf.setLogger(logger);
  pdf.setSuppressWarnings(true);
  // Rebuilding a broken file costs more than bookmarks are worth.
  pdf.setAttemptRecovery(false);
  pdf.processMemoryFile("pdf", bytes.data(), bytes.size());
  QPDFOutlineDocumentHelper outlines{pdf};
  if (!outlines.hasOutlines()) return {};
  std::vector<Bookmark> out;
  collect(outlines.getTopLevelOutlines(), 0, number_pages(pdf), out);
  return out;
}

}  // namespace

std::vector<Bookmark> read_pdf_outline(std::string_view pdf) {
  try {
    return read_outline(pdf);
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace moot
