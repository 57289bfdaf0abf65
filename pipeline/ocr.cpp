#include "pipeline/ocr.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <new>
#include <utility>

#include "pipeline/ocr_engine.hpp"
#include "pipeline/page_turn.hpp"
#include "pipeline/pdf_image.hpp"
#include "pipeline/poor_text.hpp"

namespace moot {
namespace {

/// Below this a word is a speck or a line of a drawing more often than a word.
constexpr double kLeastConfidence = 0.15;

double letters_of(const Word& word) {
  return static_cast<double>(
      std::count_if(word.text.begin(), word.text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

double mean_certainty(const std::vector<Word>& words) {
  double sum = 0, letters = 0;
  for (const Word& word : words) {
    sum += word.certainty * letters_of(word);
    letters += letters_of(word);
  }
  return letters > 0 ? sum / letters : 0;
}

double letters_of(const SeenWord& word) {
  return static_cast<double>(word.text.size());
}

/// The size of most letters.
template <typename SomeWord>
double usual_size(const std::vector<SomeWord>& words) {
  std::vector<std::pair<double, double>> sizes;
  double all = 0;
  for (const SomeWord& word : words) {
    sizes.emplace_back(word.size, letters_of(word));
    all += sizes.back().second;
  }
  std::sort(sizes.begin(), sizes.end());
  double seen = 0;
  for (const auto& [size, letters] : sizes) {
    seen += letters;
    if (2 * seen >= all) return size;
  }
  return 0;
}

/// Lines of one type measure a little apart, and layout would take each for another type.
void even_sizes(std::vector<Word>& words) {
  constexpr double kApart = 0.18;
  const double usual = std::round(2 * usual_size(words)) / 2;
  if (usual <= 0) return;
  for (Word& word : words) {
    const double ratio = word.size / usual;
    word.size = ratio > 1 - kApart && ratio < 1 + kApart ? usual : std::round(word.size);
  }
}

/// Short lines (a date in a table) are often measured too large; what is printed on them tells.
void mend_heights(std::vector<SeenWord>& words) {
  const double usual = usual_size(words);
  for (SeenWord& word : words) {
    if (word.size < 1.15 * usual || word.size > 1.6 * usual) continue;
    if (word.line_height > 1.05 * usual) continue;
    word.box.y0 += word.size - usual;
    word.size = usual;
  }
}

/// Tesseract takes a bullet for the letter or sign that is most like it.
bool is_bullet(const std::vector<SeenWord>& words, std::size_t i) {
  static constexpr std::array<std::string_view, 8> kTaken{"e", "¢", "°", "©", "®", "«", "»", "*"};
  const SeenWord& word = words[i];
  if (!word.starts_line) return false;
  if (std::find(kTaken.begin(), kTaken.end(), word.text) == kTaken.end()) return false;
  if (i + 1 == words.size() || words[i + 1].starts_line) return true;
  return words[i + 1].box.x0 - word.box.x1 > 0.6 * word.size;
}

/// Signatures, stamps and drawings, of which Tesseract makes large letters.
void drop_scrawls(std::vector<Word>& words) {
  constexpr double kLarge = 2.5, kUnsure = 0.6;
  const double usual = usual_size(words);
  std::erase_if(words, [&](const Word& word) {
    return word.certainty < kUnsure && word.size > kLarge * usual;
  });
}

OcrPage to_page(const PageImage& image, SeenPage seen) {
  mend_heights(seen.words);
  OcrPage page;
  page.width = image.page_width;
  page.height = image.page_height;
  page.blank = seen.blank;
  page.turn = seen.turn;
  page.skew = seen.skew;
  const PageSize upright =
      seen.turn % 2 == 0 ? PageSize{page.width, page.height} : PageSize{page.height, page.width};
  const double scale = 72 / image.dpi;
  for (std::size_t i = 0; i < seen.words.size(); ++i) {
    const SeenWord& word = seen.words[i];
    if (word.confidence < kLeastConfidence) continue;
    Word out;
    out.text = is_bullet(seen.words, i) ? "•" : word.text;
    out.box = {word.box.x0 * scale, word.box.y0 * scale, word.box.x1 * scale, word.box.y1 * scale};
    if (seen.skew != 0) out.box = skewed(out.box, upright, seen.skew);
    out.box = turned(out.box, upright, (4 - seen.turn) & 3);
    out.size = word.size * scale;
    out.rotation = seen.turn;
    out.certainty = word.confidence;
    page.words.push_back(std::move(out));
  }
  drop_scrawls(page.words);
  even_sizes(page.words);
  page.confidence = mean_certainty(page.words);
  return page;
}

}  // namespace

Result<OcrPage> ocr_page(std::string_view pdf, int number, const OcrOptions& options) {
  try {
    const auto image = draw_page(pdf, number, options.dpi);
    if (!image) return image.error();
    auto seen = see_words(*image, options.languages);
    if (!seen) return seen.error();
    return to_page(*image, std::move(*seen));
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::Io, "OCR of a page needs more memory than there is");
  } catch (const std::exception& e) {
    return fail(ErrorKind::BadDocument, std::string("OCR failed on a page: ") + e.what());
  }
}

Result<Done> prepare_ocr(const std::string& languages) {
  try {
    return prepare_engine(languages);
  } catch (const std::exception& e) {
    return fail(ErrorKind::Io, std::string("OCR cannot be started: ") + e.what());
  }
}

bool is_better(const OcrPage& page, const std::vector<Word>& poor) {
  constexpr double kReadable = 0.6;
  if (page.words.empty()) return false;
  if (poor.empty()) return true;
  if (page.confidence < kReadable) return false;
  if (page.words.size() > 3 * poor.size()) return true;
  if (page.words.size() * 2 < poor.size()) return false;
  const TextSigns before = text_signs(poor), after = text_signs(page.words);
  return 2 * after.strange_share() < before.strange_share() && after.broken <= before.broken;
}

}  // namespace moot
