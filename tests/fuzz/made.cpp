#include "tests/fuzz/made.hpp"

#include <algorithm>
#include <utility>

namespace moot::test {
namespace {

constexpr std::size_t kMostWords = 3'000;  // a fuzzer wants many small inputs

/// Mostly the next word of a line: words anywhere make no layout.
Word make_word(Bytes& bytes, const Word& before) {
  Word word;
  const unsigned how = bytes.byte();
  word.text = bytes.text();
  std::replace(word.text.begin(), word.text.end(), '\n', ' ');
  word.size = (how & 1U) != 0 ? before.size : bytes.coordinate();
  word.bold = (how & 2U) != 0;
  word.space_after = (how & 4U) == 0;
  word.rotation = (how & 8U) != 0 ? bytes.below(4) : before.rotation;
  double x = before.box.x1 + 3;
  double y = before.box.y0;
  if ((how & 16U) != 0) x = bytes.coordinate();
  if ((how & 32U) != 0) y = bytes.coordinate();
  double width = 5 * static_cast<double>(word.text.size());
  double height = 12;
  if ((how & 64U) != 0) width = bytes.coordinate();
  if ((how & 128U) != 0) height = bytes.coordinate();
  word.box = {std::min(x, x + width), std::min(y, y + height), std::max(x, x + width),
              std::max(y, y + height)};
  if (!(word.size > 0)) word.size = word.box.y1 - word.box.y0;  // as pdf_words does
  return word;
}

RawLine make_line(Bytes& bytes, const RawLine& before, int pages) {
  RawLine line;
  const unsigned how = bytes.byte();
  const unsigned more = bytes.byte();
  line.text = bytes.text();
  std::replace(line.text.begin(), line.text.end(), '\n', ' ');
  line.page = std::min(pages, before.page + ((how & 1U) != 0 ? 1 : 0));
  line.starts_paragraph = (how & 2U) != 0;
  line.style.bold = (how & 4U) != 0;
  if ((how & 8U) != 0) line.style.heading_level = bytes.below(7);
  line.style.size = (how & 16U) != 0 ? std::max(0.0, bytes.coordinate()) : 11;
  if ((how & 32U) != 0) line.role = static_cast<LineRole>(bytes.below(3));
  if ((how & 64U) != 0) {
    line.cell = {before.cell.table, before.cell.row, before.cell.column + 1};
    if (line.cell.table == 0 || (more & 1U) != 0) line.cell = {before.cell.table + 1, 1, 1};
    if ((more & 2U) != 0) line.cell = {line.cell.table, line.cell.row + 1, 1};
    if ((more & 4U) != 0) line.cell.column = bytes.below(8) + 1;
  }
  const double x = (how & 128U) != 0 ? bytes.coordinate() : before.box.x0;
  const double y = (more & 8U) != 0 ? bytes.coordinate() : before.box.y1 + 2;
  line.box = {x, y, x + 5 * static_cast<double>(line.text.size()), y + 12};
  return line;
}

}  // namespace

std::vector<Page> make_pages(Bytes& bytes) {
  std::vector<Page> pages;
  std::size_t words = 0;
  while (!bytes.empty() && words < kMostWords) {
    Page page;
    page.number = static_cast<int>(pages.size()) + 1;
    const bool ordinary = bytes.flag();
    page.width = ordinary ? 595 : bytes.coordinate();
    page.height = ordinary ? 842 : bytes.coordinate();
    Word before;
    before.size = 11;
    before.box = {69, 72, 69, 84};
    for (unsigned count = bytes.byte(); count > 0 && !bytes.empty(); --count, ++words) {
      before = make_word(bytes, before);
      if (!before.text.empty()) page.words.push_back(before);
    }
    pages.push_back(std::move(page));
  }
  return pages;
}

RawDocument make_lines(Bytes& bytes) {
  RawDocument raw;
  const int pages = bytes.below(8);
  raw.pages.assign(static_cast<std::size_t>(pages), PageSize{595, 842});
  raw.media_type = pages > 0 ? "application/pdf" : "text/html";
  for (int count = bytes.below(5); count > 0; --count) {
    raw.bookmarks.push_back({bytes.text(), bytes.below(10), bytes.below(4)});
  }
  RawLine before;
  before.page = pages > 0 ? 1 : 0;
  while (!bytes.empty() && raw.lines.size() < kMostWords) {
    before = make_line(bytes, before, pages);
    raw.lines.push_back(before);
  }
  return raw;
}

}  // namespace moot::test
