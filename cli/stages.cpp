#include "cli/stages.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/present.hpp"
#include "index/entry.hpp"
#include "pipeline/blocks.hpp"
#include "pipeline/papers.hpp"
#include "pipeline/sections.hpp"

namespace moot {
namespace {

std::string spoken_style(const Style& style) {
  std::string text;
  if (style.size > 0) text += fmt::format(" {:g}pt", style.size);
  if (style.bold) text += " b";
  if (style.heading_level > 0) text += fmt::format(" h{}", style.heading_level);
  return text;
}

std::string spoken_cell(const Cell& cell) {
  if (cell.table == 0) return {};
  return fmt::format(" t{}r{}c{}", cell.table, cell.row, cell.column);
}

const char* role_name(LineRole role) {
  switch (role) {
    case LineRole::Body:
      return "body";
    case LineRole::RunningHead:
      return "head";
    case LineRole::PageNumber:
      return "number";
  }
  return "";
}

const char* kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::Heading:
      return "heading";
    case BlockKind::Paragraph:
      return "paragraph";
    case BlockKind::ListItem:
      return "item";
    case BlockKind::TableCell:
      return "cell";
  }
  return "";
}

std::string paper_line(const Document& document, const Paper& paper, std::size_t number) {
  std::string line = fmt::format("paper {}", number);
  if (paper.first_page > 0) line += fmt::format(" pages {}-{}", paper.first_page, paper.last_page);
  line += fmt::format(" lines {}-{} |", paper.first_line, paper.last_line);
  if (!paper.title_hint.empty()) line += " " + paper.title_hint;
  line += '\n';
  std::size_t shown = 0;
  for (std::size_t i = paper.first_line; i < paper.last_line && shown < 3; ++i) {
    if (document.lines[i].role != LineRole::Body) continue;
    line += fmt::format("    {}\n", slice(document, document.lines[i].range));
    ++shown;
  }
  return line;
}

/// How deep each block stands: the number of sections that hold it, headings one less.
std::vector<std::size_t> depths(const std::vector<Block>& blocks) {
  std::vector<std::size_t> depth(blocks.size(), 0);
  for (const Section& section : find_sections(blocks)) {
    if (!section.heading) continue;
    for (std::size_t i = section.first; i < section.last; ++i) ++depth[i];
  }
  return depth;
}

std::string block_line(const Document& document, const Block& block, std::size_t depth) {
  std::string line(2 * depth, ' ');
  line += kind_name(block.kind);
  if (block.level > 0) line += std::to_string(block.level);
  if (!block.number.empty()) line += " (" + block.number + ")";
  if (block.bullet) line += " *";
  line += spoken_style(block.style) + spoken_cell(block.cell);
  if (block.first_line < document.lines.size()) {
    const int page = document.lines[block.first_line].page;
    if (page > 0) line += fmt::format(" p{}", page);
  }
  return line + " | " + text_of(document, block.range) + '\n';
}

}  // namespace

std::string stage_pages(const std::vector<Page>& pages) {
  std::string out;
  for (const Page& page : pages) {
    out += fmt::format("p{} {:.1f} x {:.1f}, {} words\n", page.number, page.width, page.height,
                       page.words.size());
    for (const Word& word : page.words) {
      out += spoken_place({page.number, word.box, {}});
      if (word.size > 0) out += fmt::format(" {:g}pt", word.size);
      if (word.bold) out += " b";
      if (!word.space_after) out += " joined";
      if (word.certainty < 1) out += fmt::format(" sure {:.2f}", word.certainty);
      out += " | " + word.text + '\n';
    }
  }
  return out;
}

std::string stage_lines(const Document& document) {
  std::string out;
  for (const Line& line : document.lines) {
    std::string front = spoken_place({line.page, line.box, line.range});
    front += spoken_style(line.style) + " " + role_name(line.role) + spoken_cell(line.cell);
    if (line.starts_paragraph) front += " para";
    if (line.certainty < 1) front += fmt::format(" sure {:.2f}", line.certainty);
    out += front.substr(front[0] == ' ' ? 1 : 0);
    out += fmt::format(" | {}\n", slice(document, line.range));
  }
  for (const Bookmark& bookmark : document.bookmarks) {
    out +=
        fmt::format("bookmark p{} level {} | {}\n", bookmark.page, bookmark.level, bookmark.title);
  }
  for (const Note& note : document.notes)
    out += fmt::format("note p{} | {}\n", note.page, note.what);
  return out;
}

std::string stage_papers(const Document& document) {
  std::string out;
  std::size_t number = 0;
  for (const Paper& paper : split_papers(document)) out += paper_line(document, paper, ++number);
  return out;
}

std::string stage_sections(const Document& document) {
  std::string out;
  std::size_t number = 0;
  for (const Paper& paper : split_papers(document)) {
    out += fmt::format("paper {} lines {}-{}\n", ++number, paper.first_line, paper.last_line);
    const std::vector<Block> blocks = find_blocks(document, paper);
    const std::vector<std::size_t> depth = depths(blocks);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      out += block_line(document, blocks[i], depth[i] + 1);
    }
  }
  return out;
}

std::string stage_entries(const Record& record, const Document& document) {
  std::string out;
  for (const Entry& entry : to_entries(record, document)) {
    out += fmt::format("entry {} {} | {} | {} | {} | {}\n", entry.id, entry.kind, entry.council,
                       entry.body, entry.date, entry.title);
    for (const Passage& passage : entry.passages) {
      std::string text = passage.text;
      std::replace(text.begin(), text.end(), '\n', ' ');
      out += fmt::format("  {} p{} {} \"{}\" | {}\n", passage.field, passage.page, passage.pointer,
                         passage.heading, text);
    }
  }
  return out;
}

}  // namespace moot
