#include "index/completeness.hpp"

#include <algorithm>
#include <string_view>

#include "index/entry.hpp"

namespace moot {
namespace {

std::int64_t letters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\n'; });
}

}  // namespace

std::int64_t indexed_letters(const Record& record, const Document& doc) {
  std::int64_t sum = 0;
  for (const Entry& entry : to_entries(record, doc)) {
    for (const Passage& passage : entry.passages) {
      sum += letters(passage.heading) + letters(passage.text);
    }
  }
  return sum;
}

Completeness completeness_of(const Document& doc, std::int64_t indexed) {
  Completeness done;
  done.pages = static_cast<int>(doc.pages.size());
  done.pages_with_text = done.pages;
  for (const Note& note : doc.notes) {
    const bool lacks = note.what == "no-text-layer" || note.what == "page-not-read";
    if (lacks && note.page > 0) --done.pages_with_text;
    if (note.what == "ocr-used") ++done.pages_ocr;
    if (note.what == "poor-text") ++done.pages_poor;
  }
  done.letters = letters(doc.text);
  done.indexed = indexed;
  return done;
}

}  // namespace moot
