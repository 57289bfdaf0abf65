#include "index/completeness.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "index/entry.hpp"

namespace moot {
namespace {

/// Whether the byte is of a letter or a figure; those of other letters than English ones count too.
bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::int64_t letters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), is_letter);
}

template <typename Use>
void each_word(std::string_view text, const Use& use) {
  for (auto at = text.begin(); at != text.end();) {
    const auto begin = std::find_if(at, text.end(), is_letter);
    at = std::find_if_not(begin, text.end(), is_letter);
    if (begin != at) use(std::string_view(begin, at));
  }
}

}  // namespace

std::int64_t indexed_letters(const Record& record, const Document& doc) {
  std::unordered_map<std::string_view, std::int64_t> missing;  // words, and how often
  each_word(slice(doc, record.range), [&](std::string_view word) { ++missing[word]; });
  std::int64_t found = 0;
  const auto find = [&](std::string_view word) {
    const auto at = missing.find(word);
    if (at == missing.end() || at->second == 0) return;
    --at->second;
    found += static_cast<std::int64_t>(word.size());
  };
  for (const Entry& entry : to_entries(record, doc)) {
    for (const Passage& passage : entry.passages) {
      each_word(passage.heading, find);
      each_word(passage.text, find);
    }
  }
  return found;
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
  done.indexed = std::clamp<std::int64_t>(indexed, 0, done.letters);
  return done;
}

}  // namespace moot
