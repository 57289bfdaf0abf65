#pragma once
/// \file A page of a PDF -> its words by OCR, and such a page as bytes, for who keeps it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/page.hpp"
#include "pipeline/result.hpp"

namespace moot {

struct OcrOptions {
  std::string languages = "eng";  ///< names of Tesseract's, joined with '+': "eng+cym"
  double dpi = 300;               ///< less where the page is very large: pdf_image.hpp
};

/// What OCR sees on one page.
struct OcrPage {
  double width = 0, height = 0;  ///< of the page as it is shown, points
  bool blank = false;            ///< nothing but white
  int turn = 0;     ///< quarter turns clockwise by which its text is turned on the page as shown
  double skew = 0;  ///< degrees clockwise by which its lines fall once that turn is undone
  double confidence = 0;  ///< mean of its words, by their letters; 0 without words
  /// Boxes on the page as shown, from its top left; Word::rotation is `turn` and Word::certainty
  /// what OCR says of the word. Of a skewed page a box holds the skewed word (page_turn.hpp).
  std::vector<Word> words;
  /// The note that says why there is nothing ("ocr-failed"); empty where all is well. ocr_page()
  /// leaves it empty: it is for who runs OCR elsewhere and must say that it failed.
  std::string problem;
};

/// Reads page `number` (from 1) of a PDF.
///
/// Fails with NotRead where the data of a language is not installed (the hint names the package),
/// with Usage where the languages are no names, with BadDocument where the page cannot be drawn or
/// takes too long. Never throws, never prints, starts no thread; memory is bounded by the largest
/// picture (about 250 MB). Safe to call from several threads; each keeps an engine of its own.
Result<OcrPage> ocr_page(std::string_view pdf, int number, const OcrOptions& options = {});

/// Loads what ocr_page() needs, so that it opens no file later. Fails as ocr_page() does.
Result<Done> prepare_ocr(const std::string& languages);

/// Whether these words are worth more than those that the page has (`poor`: too few, or rubbish).
bool is_better(const OcrPage& page, const std::vector<Word>& poor);

std::string pack_ocr_page(const OcrPage& page);

/// Reads what pack_ocr_page() wrote. None where the bytes are anything else: all values are
/// checked, numbers are finite and boxes no larger than a few pages.
std::optional<OcrPage> unpack_ocr_page(std::string_view bytes);

}  // namespace moot
