#include "pipeline/ocr_pages.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "pipeline/poor_text.hpp"

namespace moot {
namespace {

/// Adds OCR page by page.
class OcrPass {
 public:
  OcrPass(PdfWords& words, std::string_view pdf, const ReadOptions& options, ReadReport& report)
      : words_(words), pdf_(pdf), options_(options), report_(report) {}

  void run() {
    report_.pages = static_cast<int>(words_.pages.size());
    for (Page& page : words_.pages) {
      const bool broken = has_note("page-not-read", page.number);
      if (!page.words.empty()) ++report_.pages_with_text;
      const bool poor = !page.words.empty() && is_poor_text(page.words);
      if (poor) report_.poor.push_back(page.number);
      const bool wanted = page.words.empty() || poor || forced();
      if (wanted && !broken) add_to(page, poor);
    }
    if (!report_.missing.empty()) words_.notes.push_back({"ocr-not-installed", 0});
  }

 private:
  bool forced() const { return options_.ocr == OcrMode::Force || options_.every_page; }

  bool has_note(std::string_view what, int page) const {
    return std::any_of(words_.notes.begin(), words_.notes.end(),
                       [&](const Note& n) { return n.page == page && n.what == what; });
  }

  void add_to(Page& page, bool poor) {
    const std::optional<OcrPage> seen = look_at(page.number);
    if (seen && seen->blank && page.words.empty()) {
      report_.blank.push_back(page.number);
      replace_note(page.number, "blank-page");
      return;
    }
    const bool better = seen && is_better(*seen, page.words);
    if (better || (seen && forced() && !seen->words.empty())) {
      take(page, *seen);
      return;
    }
    if (poor) words_.notes.push_back({"poor-text", page.number});
    if (seen && !seen->problem.empty()) words_.notes.push_back({seen->problem, page.number});
  }

  /// None where OCR is off or cannot be done.
  std::optional<OcrPage> look_at(int page) {
    if (options_.ocr == OcrMode::Given && options_.given != nullptr) {
      const auto found = options_.given->find(page);
      if (found != options_.given->end()) return found->second;
    }
    const bool may = options_.ocr == OcrMode::Auto || options_.ocr == OcrMode::Force;
    if (may && report_.missing.empty()) {
      auto seen = ocr_page(pdf_, page, {options_.languages});
      if (seen) return std::move(*seen);
      const ErrorKind kind = seen.error().kind;
      if (kind != ErrorKind::NotRead && kind != ErrorKind::Usage) {
        OcrPage failed;
        failed.problem = "ocr-failed";
        return failed;
      }
      report_.missing = seen.error().message + ": " + seen.error().hint;
    }
    report_.wanted.push_back(page);
    return std::nullopt;
  }

  void take(Page& page, const OcrPage& seen) {
    page.words = seen.words;
    page.skew = seen.skew;
    report_.ocr.push_back(page.number);
    replace_note(page.number, "ocr-used");
  }

  void replace_note(int page, const char* what) {
    std::erase(words_.notes, Note{"no-text-layer", page});
    words_.notes.push_back({what, page});
  }

  PdfWords& words_;
  std::string_view pdf_;
  const ReadOptions& options_;
  ReadReport& report_;
};

}  // namespace

void add_ocr(PdfWords& words, std::string_view pdf, const ReadOptions& options,
             ReadReport& report) {
  OcrPass(words, pdf, options, report).run();
}

}  // namespace moot
