#include "pipeline/pdf_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <exception>
#include <memory>
#include <utility>

#include <poppler-document.h>
#include <poppler-page.h>

#include "pipeline/pdf_file.hpp"

namespace moot {
namespace {

/// More words on one page than any print: a drawing or an attack.
constexpr std::size_t kMostWords = 200'000;

/// Words of a whole file: ten times those of the thickest pack, and some 400 MB.
constexpr std::size_t kMostWordsOfFile = 4'000'000;

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.data(), bytes.size()};
}

/// PDFs carry weight in the font's name only ("ABCDEF+Arial-BoldMT").
bool is_bold_name(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  static constexpr std::array kNames{"bold", "black", "heavy", "semibold", "demi"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](const char* weight) { return name.find(weight) != std::string::npos; });
}

Word to_word(const poppler::text_box& box) {
  Word word;
  word.text = utf8(box.text());
  // A font's own table of letters may say that one of them is a line end.
  std::replace(word.text.begin(), word.text.end(), '\n', ' ');
  const poppler::rectf at = box.bbox();
  word.box = {std::min(at.left(), at.right()), std::min(at.top(), at.bottom()),
              std::max(at.left(), at.right()), std::max(at.top(), at.bottom())};
  word.space_after = box.has_space_after();
  word.rotation = box.rotation() & 3;
  if (box.has_font_info()) {
    word.size = box.get_font_size();
    word.bold = is_bold_name(box.get_font_name());
  }
  if (!(word.size > 0)) word.size = word.box.y1 - word.box.y0;
  return word;
}

void read_page(const poppler::page& source, Page& page, std::vector<Note>& notes) {
  const poppler::rectf rect = source.page_rect();
  page.width = rect.width();
  page.height = rect.height();
  const auto turn = source.orientation();
  if (turn == poppler::page::landscape || turn == poppler::page::seascape) {
    std::swap(page.width, page.height);
  }
  const auto boxes = source.text_list(poppler::page::text_list_include_font);
  if (boxes.size() > kMostWords) notes.push_back({"truncated", page.number});
  page.words.reserve(std::min(boxes.size(), kMostWords));
  for (const poppler::text_box& box : boxes) {
    if (page.words.size() == kMostWords) break;
    Word word = to_word(box);
    if (!word.text.empty()) page.words.push_back(std::move(word));
  }
  if (page.words.empty()) notes.push_back({"no-text-layer", page.number});
}

Page read_page_at(const poppler::document& document, int index, std::vector<Note>& notes) {
  Page page;
  page.number = index + 1;
  try {
    const std::unique_ptr<poppler::page> source{document.create_page(index)};
    if (source) {
      read_page(*source, page, notes);
      return page;
    }
  } catch (const std::exception&) {
    page.words.clear();
  }
  notes.push_back({"page-not-read", page.number});
  return page;
}

/// Stops early where the file has more words than there is memory for.
void read_pages(const poppler::document& document, int count, PdfWords& out) {
  std::size_t words = 0;
  for (int index = 0; index < count && words < kMostWordsOfFile; ++index) {
    out.pages.push_back(read_page_at(document, index, out.notes));
    words += out.pages.back().words.size();
  }
}

Result<PdfWords> read_words(std::string_view pdf) {
  const auto opened = open_pdf(pdf);
  if (!opened) return opened.error();
  const poppler::document& document = **opened;
  const int count = document.pages();
  PdfWords out;
  out.title = utf8(document.get_title());
  read_pages(document, std::min(count, kMostPages), out);
  if (static_cast<int>(out.pages.size()) < count) out.notes.push_back({"truncated", 0});
  return out;
}

}  // namespace

Result<PdfWords> read_pdf_words(std::string_view pdf) {
  try {
    return read_words(pdf);
  } catch (const std::exception&) {
    return damaged_pdf();
  }
}

}  // namespace moot
