#pragma once
/// \file A page's picture -> its words. The only module that includes Tesseract and Leptonica.

#include <string>
#include <vector>

#include "pipeline/page.hpp"
#include "pipeline/pdf_image.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// A word as Tesseract gives it.
struct SeenWord {
  std::string text;  ///< UTF-8, not normalised
  Box box;           ///< pixels of the straightened picture; top and bottom are those of its line
  double size = 0;   ///< type size in pixels
  double confidence = 0;   ///< 0 to 1
  double line_height = 0;  ///< of what is printed on its line, pixels
  bool starts_line = false;
};

/// What is to be seen in a picture.
struct SeenPage {
  bool blank = false;  ///< nothing but white, as after the last page of a scan
  int turn = 0;        ///< quarter turns clockwise by which its text is turned; 0 is upright
  double skew = 0;     ///< degrees clockwise by which its lines fall, after the turn is undone
  double width = 0, height = 0;  ///< of the straightened picture, pixels
  std::vector<SeenWord> words;   ///< in Tesseract's order
};

/// Whether this is what Tesseract calls languages: "eng", "eng+cym". They need not be installed.
bool names_languages(const std::string& languages);

/// Reads a picture with the languages given ("eng", "eng+cym"): finds how it is turned and
/// skewed, undoes both, and reads its words.
///
/// Fails with NotRead where the data of a language is not installed (the hint names the package),
/// with BadDocument where a page takes longer than two minutes. Never throws but for want of
/// memory, never prints, starts no thread. Keeps Tesseract's engine for the languages last asked
/// for, one for each thread.
Result<SeenPage> see_words(const PageImage& image, const std::string& languages);

/// Loads the data of `languages` into the engine of this thread, so that see_words() opens no
/// file. Fails as see_words() does.
Result<Done> prepare_engine(const std::string& languages);

}  // namespace moot
