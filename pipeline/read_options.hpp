#pragma once
/// \file What a reader is asked to do about pages that have no text of their own, and what it did.

#include <map>
#include <string>
#include <vector>

#include "pipeline/ocr.hpp"

namespace moot {

enum class OcrMode {
  Off,    ///< no OCR
  Auto,   ///< OCR of the pages that want it
  Force,  ///< OCR of all pages
  Given,  ///< takes the words of ReadOptions::given for the pages that want it, does none itself
};

struct ReadOptions {
  OcrMode ocr = OcrMode::Off;
  std::string languages = "eng";  ///< for OCR: OcrOptions::languages
  /// For Given: what OCR saw, by the number of the page from 1. Must outlive the call.
  const std::map<int, OcrPage>* given = nullptr;
  bool every_page = false;  ///< for Given: all pages want OCR, as with Force
};

/// What became of a file's pages; their numbers ascend.
struct ReadReport {
  int pages = 0;            ///< of the file; 0 where it has none
  int pages_with_text = 0;  ///< of its own, poor or not
  std::vector<int> ocr;     ///< pages whose words are from OCR
  std::vector<int> poor;    ///< pages with text of their own that is rubbish
  std::vector<int> blank;   ///< pages that OCR found blank
  std::vector<int> failed;  ///< pages that OCR gave up
  std::vector<int> wanted;  ///< pages that want OCR and have not had it
  std::string missing;      ///< why OCR cannot be done at all: a hint; empty where it can
};

}  // namespace moot
