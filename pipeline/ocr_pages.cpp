#include "pipeline/ocr_pages.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "pipeline/pdf_image.hpp"
#include "pipeline/poor_text.hpp"

namespace moot {
namespace {

constexpr std::size_t kFewWords = 15;

/// A mark that is no part of the words stands at a point of the page.
bool is_covered(const std::vector<Word>& words, double x, double y) {
  constexpr double kMargin = 3;
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return x > word.box.x0 - kMargin && x < word.box.x1 + kMargin && y > word.box.y0 - kMargin &&
           y < word.box.y1 + kMargin;
  });
}

/// Whether more is printed on a page than its few words: a scan that somebody put a number on.
bool is_mostly_picture(std::string_view pdf, const Page& page) {
  constexpr int kDark = 150;
  constexpr double kShare = 0.004;  // of the page: a signature is less, a paragraph more
  if (page.words.size() > kFewWords) return false;
  const auto image = draw_page(pdf, page.number, 50);
  if (!image) return false;
  std::size_t marks = 0;
  for (std::size_t at = 0; at < image->pixels.size(); ++at) {
    if (static_cast<unsigned char>(image->pixels[at]) > kDark) continue;
    const auto width = static_cast<std::size_t>(image->width);
    const double scale = 72 / image->dpi;
    const double x = static_cast<double>(at % width) * scale;
    const double y = static_cast<double>(at / width) * scale;
    marks += is_covered(page.words, x, y) ? 0 : 1;
  }
  return static_cast<double>(marks) > kShare * static_cast<double>(image->pixels.size());
}

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
      if (!broken && (poor || wants_ocr(page))) add_to(page, poor);
    }
    if (!report_.missing.empty()) words_.notes.push_back({"ocr-not-installed", 0});
  }

 private:
  bool forced() const { return options_.ocr == OcrMode::Force || options_.every_page; }

  bool wants_ocr(const Page& page) const {
    if (page.words.empty() || forced()) return true;
    return options_.ocr != OcrMode::Off && is_mostly_picture(pdf_, page);
  }

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
    if (!seen || seen->problem.empty()) return;
    report_.failed.push_back(page.number);
    words_.notes.push_back({seen->problem, page.number});
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
