#include "tests/fuzz/checks.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>

#include "extractors/record_json.hpp"
#include "index/entry.hpp"
#include "index/entry_data.hpp"
#include "index/terms.hpp"
#include "pipeline/normalise.hpp"
#include "pipeline/papers.hpp"

namespace moot::test {
namespace {

void check_box(const Box& box) {
  for (const double side : {box.x0, box.y0, box.x1, box.y1}) {
    must(std::isfinite(side), "a box has finite sides");
  }
  must(box.x0 <= box.x1 && box.y0 <= box.y1, "a box is not inside out");
}

void check_cell(const Cell& cell) {
  if (cell.table == 0) {
    must(cell.row == 0 && cell.column == 0, "what is in no table is in no cell");
  } else {
    must(cell.table > 0 && cell.row > 0 && cell.column > 0, "cells count from 1");
  }
}

void check_range(const Document& doc, TextRange range) {
  must(range.begin <= range.end && range.end <= doc.text.size(), "a range lies in the text");
  must(is_utf8(slice(doc, range)), "a range cuts no letter");
}

void check_block(const Document& doc, const Paper& paper, const Block& block) {
  must(block.first_line < block.last_line, "a block has lines");
  must(block.first_line >= paper.first_line && block.last_line <= paper.last_line,
       "a block lies in its paper");
  check_range(doc, block.range);
  must(is_utf8(block.number), "a number is UTF-8");
  check_cell(block.cell);
  if (block.kind == BlockKind::Heading) must(block.level >= 1, "a heading has a level");
  const std::string text = text_of(doc, block.range);
  must(is_utf8(text), "the text of a block is UTF-8");
  must(text.find('\n') == std::string::npos, "the text of a block is one line");
  const TextRange whole = range_of(doc, block.range, 0, text.size());
  must(whole.begin >= block.range.begin && whole.end <= block.range.end,
       "a part of a block lies in it");
}

void check_sections(const std::vector<Block>& blocks) {
  for (const Section& section : find_sections(blocks)) {
    must(section.first <= section.last && section.last <= blocks.size(),
         "a section holds blocks that there are");
    if (!section.heading) continue;
    must(*section.heading < blocks.size(), "the heading of a section is a block");
    must(blocks[*section.heading].kind == BlockKind::Heading, "and is a heading");
  }
}

void check_places(const Document& doc, TextRange range) {
  if (doc.lines.empty()) return;
  for (const Place& place : places(doc, range)) {
    check_range(doc, place.range);
    must(place.page >= 0, "a place is on a page");
    if (place.page > 0) check_box(place.box);
  }
}

void check_evidence(const Document& doc, const Record& record, const nlohmann::json& json) {
  for (const auto& [pointer, evidence] : record.evidence) {
    must(json.contains(nlohmann::json::json_pointer(pointer)), "evidence is of a value");
    for (const Place& place : evidence.where) check_range(doc, place.range);
    if (evidence.confidence) {
      must(*evidence.confidence >= 0 && *evidence.confidence <= 1, "confidence is from 0 to 1");
    }
  }
  for (const TextField& field : text_fields()) {
    if (!(record.*field.member)) continue;
    must(record.evidence.contains(std::string("/") + field.name), "every value has evidence");
  }
}

void check_entries(const Document& doc, const Record& record) {
  std::set<std::string> ids;
  for (const Entry& entry : to_entries(record, doc)) {
    must(ids.insert(entry.id).second, "ids of entries are unique");
    const std::string data = to_data(entry);
    const Entry back = parse_data(data);
    must(back.id == entry.id && back.passages.size() == entry.passages.size(),
         "an entry's data is read back");
    for (std::size_t i = 0; i < entry.passages.size(); ++i) {
      must(is_utf8(entry.passages[i].text), "a passage is UTF-8");
      must(passage_text(data, i) == entry.passages[i].text, "an entry's passages are read back");
    }
  }
}

}  // namespace

void must(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

void check_lines(const std::vector<RawLine>& lines, std::size_t pages) {
  for (const RawLine& line : lines) {
    must(line.text.find('\n') == std::string::npos, "a line is one line");
    must(line.page >= 0 && static_cast<std::size_t>(line.page) <= pages, "a line has a page");
    check_cell(line.cell);
    if (line.page > 0) check_box(line.box);
    must(line.style.heading_level >= 0 && line.style.heading_level <= 6, "headings are 1 to 6");
  }
}

void check_document(const Document& doc) {
  must(is_utf8(doc.text), "the text is UTF-8");
  std::size_t at = 0;
  for (const Line& line : doc.lines) {
    must(line.range.begin == at && line.range.end > at, "lines follow each other");
    must(line.range.end <= doc.text.size(), "lines lie in the text");
    const std::string_view text = slice(doc, line.range);
    must(text.find('\n') == std::string_view::npos, "a line holds no line end");
    must(is_utf8(text), "a line is UTF-8");
    must(line_at(doc, line.range.begin) == static_cast<std::size_t>(&line - doc.lines.data()),
         "a line is found by its offset");
    check_cell(line.cell);
    at = line.range.end + 1;
  }
  must(doc.text.empty() ? doc.lines.empty() : at == doc.text.size() + 1, "lines are all there is");
}

void check_structure(const Document& doc) {
  const std::vector<Paper> papers = split_papers(doc);
  must(!papers.empty() || doc.lines.empty(), "a document with lines has a paper");
  std::size_t line = 0;
  for (const Paper& paper : papers) {
    must(paper.first_line >= line && paper.first_line < paper.last_line, "papers ascend");
    must(paper.last_line <= doc.lines.size(), "papers lie in the document");
    must(paper.first_page <= paper.last_page, "a paper's pages ascend");
    line = paper.last_line;
    const std::vector<Block> blocks = find_blocks(doc, paper);
    std::size_t first = paper.first_line;
    for (const Block& block : blocks) {
      check_block(doc, paper, block);
      check_places(doc, block.range);
      must(block.first_line >= first, "blocks are in reading order");
      first = block.first_line;
    }
    check_sections(blocks);
  }
}

void check_records(const Document& doc, const std::vector<Record>& records) {
  std::set<std::string> ids;
  for (const Record& record : records) {
    must(ids.insert(record.id).second, "ids of records are unique");
    const auto& kinds = paper_kinds();
    must(std::find(kinds.begin(), kinds.end(), record.kind) != kinds.end(), "a kind is known");
    check_evidence(doc, record, nlohmann::json::parse(to_json(record)));
    check_stored(doc, record);
  }
}

void check_stored(const Document& doc, const Record& record) {
  const std::string json = to_json(record);
  must(is_utf8(json), "JSON is UTF-8");
  const Result<Record> back = parse_record(json);
  must(back.has_value(), "JSON of a record is read back");
  const std::string again = to_json(*back);
  if (again != json) std::fprintf(stderr, "%s\n%s\n", json.c_str(), again.c_str());
  must(again == json, "and says the same");
  check_range(doc, record.range);
  for (const SectionRange& section : record.sections) check_range(doc, section.range);
  check_entries(doc, record);
}

}  // namespace moot::test
