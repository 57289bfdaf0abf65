#include "pipeline/blocks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "pipeline/headings.hpp"
#include "pipeline/marker.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

/// A word of the next line "would have fitted" only with this much room to spare, in characters.
constexpr double kSpareCharacters = 3;
/// A marker stands clearly left of the text before it, in points.
constexpr double kHangingIndent = 6;

/// Where lines of one column usually end, so that a line that ends early can be seen to end on
/// purpose.
using ColumnEdges = std::map<std::pair<int, int>, double>;

bool has_box(const Line& line) {
  return line.page > 0;
}

/// Right edge of a line: points where the source has pages, else characters.
double right_edge(const Line& line) {
  return has_box(line) ? line.box.x1 : static_cast<double>(line.range.end - line.range.begin);
}

std::pair<int, int> column_of(const Line& line) {
  return {line.cell.table, line.cell.column};
}

ColumnEdges find_column_edges(const Document& doc, const Paper& paper) {
  std::map<std::pair<int, int>, std::vector<double>> edges;
  for (std::size_t i = paper.first_line; i < paper.last_line; ++i) {
    const Line& line = doc.lines[i];
    if (line.role == LineRole::Body) edges[column_of(line)].push_back(right_edge(line));
  }
  ColumnEdges result;
  for (auto& [column, list] : edges) {
    const auto at = list.begin() + static_cast<std::ptrdiff_t>(list.size() * 9 / 10);
    std::nth_element(list.begin(), at, list.end());
    result[column] = *at;
  }
  return result;
}

/// Width of one character of a line, in the unit of right_edge().
double character_width(const Line& line) {
  const auto length = static_cast<double>(line.range.end - line.range.begin);
  if (!has_box(line) || length < 1) return 1;
  return (line.box.x1 - line.box.x0) / length;
}

/// A line that ends so goes on: with a comma, or a word that joins.
bool is_open(std::string_view text) {
  static constexpr std::array<std::string_view, 14> kOpenEnds = {
      ",",   " and",  " or", " of", " the", " for", " to",
      " in", " with", " by", " &",  " a",   "(",    " a’r"};
  return std::any_of(kOpenEnds.begin(), kOpenEnds.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

/// A line of some length that no author ends so: what stands right under it goes on with it, in
/// whatever type.
bool is_cut(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kCutEnds = {" the", " of", " a", " an"};
  return std::count(text.begin(), text.end(), ' ') >= 5 &&
         std::any_of(kCutEnds.begin(), kCutEnds.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

/// A line to be signed or filled in: what follows stands apart from it.
bool is_to_fill_in(std::string_view text) {
  return text.ends_with("_____") || text.ends_with(".....") || text.ends_with("……");
}

/// A line that ends so goes on with a name, whose initial is no marker: "... and Cllr / P. Shaw".
bool name_follows(std::string_view text) {
  static constexpr std::array<std::string_view, 14> kTitles = {
      "Mr",    "Mrs",    "Ms",         "Miss",        "Dr",    "Cllr",       "Cllrs",
      "Cllr.", "Cllrs.", "Councillor", "Councillors", "Cyng.", "Cynghorydd", "Mr."};
  return std::any_of(kTitles.begin(), kTitles.end(),
                     [&](std::string_view title) { return text.ends_with(title); });
}

/// The line before ended although the first word of this one had room there.
bool ended_on_purpose(const Document& doc, const Line& before, const Line& line,
                      const ColumnEdges& edges) {
  const std::string_view text = slice(doc, line.range);
  const std::size_t word = std::min(text.find(' '), text.size());
  const double width = character_width(before);
  const double needed = width * (static_cast<double>(word) + 1 + kSpareCharacters);
  return right_edge(before) + needed < edges.at(column_of(before));
}

bool ends_clause(std::string_view text) {
  if (text.empty()) return true;
  const char last = text.back();
  return last == '.' || last == ';' || last == ':' || last == '?' || last == '!' ||
         text.ends_with("”") || text.ends_with("; and") || text.ends_with("; or");
}

/// Finds where blocks start, line by line.
class BlockStarts {
 public:
  BlockStarts(const Document& doc, const Paper& paper)
      : doc_(doc), edges_(find_column_edges(doc, paper)) {}

  /// Whether `line` starts a block, given the body line before it. A marker that does not count
  /// is taken away from `marker`.
  bool starts(const Line& before, const Line& line, std::optional<Marker>& marker) const {
    const std::string_view text = slice(doc_, line.range);
    const std::string_view text_before = slice(doc_, before.range);
    const bool on_purpose = ended_on_purpose(doc_, before, line, edges_);
    // A full line whose sentence goes on in lower case: white space before the next one, or a
    // step of its indent, is not a new paragraph.
    const bool runs_on = !on_purpose && !marker && continues(text) && !ends_clause(text_before);
    const bool free = (line.starts_paragraph && !runs_on) || line.cell != before.cell ||
                      is_to_fill_in(text_before);
    if (marker && !marker_counts(before, line, text_before, *marker, free || on_purpose)) {
      marker.reset();
    }
    if (!marker && is_cut(text_before) && stands_under(before, line)) return false;
    if (marker || free || line.style.heading_level > 0) return true;
    // Cells are narrow: their lines end wherever the column does.
    if (line.cell.table > 0) return other_style(before, line) && !is_open(text_before);
    // "... granted by the / Proper Officer: None": the label is bold, its last line only in part.
    const bool same_size = !larger(before, line) && !text_before.ends_with(',');
    if (other_style(before, line) && !(continues(text) && !ends_clause(text_before)) &&
        !(same_size && is_open(text_before)))
      return true;
    const bool figure = text[0] >= '0' && text[0] <= '9' && !ends_clause(text_before);
    return on_purpose && !continues(text) && !figure && !is_open(text_before);
  }

 private:
  static bool continues(std::string_view text) {
    const char c = text.empty() ? ' ' : text.front();
    return (c >= 'a' && c <= 'z') || c == ',' || c == ')' || c == '&';
  }

  /// One of the two is set in clearly larger type.
  static bool larger(const Line& before, const Line& line) {
    const double a = before.style.size, b = line.style.size;
    return a > b * 1.15 || b > a * 1.15;
  }

  static bool other_style(const Line& before, const Line& line) {
    return before.style.bold != line.style.bold || larger(before, line) ||
           before.style.heading_level != line.style.heading_level;
  }

  /// In the middle of a paragraph a line may start with a number by chance ("... in section /
  /// 7.1 above"). A marker counts at a paragraph's start, after the end of a clause, or where it
  /// hangs out to the left of the text before it.
  bool marker_counts(const Line& before, const Line& line, std::string_view text_before,
                     const Marker& marker, bool free) const {
    const std::string_view text = slice(doc_, line.range);
    if (marker.bullet) return free || !may_be_dash(text) || !runs_under(before, line, text_before);
    // "... on 19 December, / 2023. Carried": the year of a date.
    const bool year = marker.number.size() == 4 &&
                      (marker.number.starts_with("19") || marker.number.starts_with("20"));
    const bool runs_on = !line.starts_paragraph && line.cell == before.cell;
    if (name_follows(text_before) || (year && is_open(text_before))) return false;
    if (year && runs_on && !ends_clause(text_before)) return false;
    // "... of The Tin Whistle, / 214 Copper Row": the number of a house.
    // Items of a list may end with commas too, but few lists have a hundred.
    const bool large = marker.number.size() > 2 && line.cell == before.cell;
    if (!marker.delimited && (runs_on || large) && text_before.ends_with(",")) return false;
    const std::string_view rest = slice(doc_, line.range).substr(marker.length);
    const bool hanging = has_box(line) && line.box.x0 < before.box.x0 - kHangingIndent;
    if (!marker.delimited) return (free || hanging) && starts_upper(rest);
    return free || hanging || ends_clause(text_before);
  }

  /// A dash in the middle of a sentence may come to stand at the start of a line, and so may the
  /// word "o" of Welsh.
  static bool may_be_dash(std::string_view text) {
    return text.starts_with("–") || text.starts_with("—") || text.starts_with("-") ||
           text.starts_with("o ");
  }

  static bool stands_under(const Line& before, const Line& line) {
    return has_box(line) && line.page == before.page && line.cell == before.cell &&
           std::abs(line.box.x0 - before.box.x0) < 1 &&
           line.box.y1 - before.box.y1 < 1.5 * std::max(line.style.size, before.style.size);
  }

  /// Right under a line whose sentence is still open.
  static bool runs_under(const Line& before, const Line& line, std::string_view text_before) {
    return has_box(line) && std::abs(line.box.x0 - before.box.x0) < 1 && !ends_clause(text_before);
  }

  const Document& doc_;
  ColumnEdges edges_;
};

Block make_block(const Document& doc, std::size_t index, const std::optional<Marker>& marker) {
  const Line& line = doc.lines[index];
  Block block;
  block.first_line = index;
  block.last_line = index + 1;
  block.range = line.range;
  block.cell = line.cell;
  block.indent = line.box.x0;
  block.style = line.style;
  block.kind = line.cell.table > 0 ? BlockKind::TableCell : BlockKind::Paragraph;
  if (marker) {
    block.number = marker->number;
    block.bullet = marker->bullet;
    block.range.begin += marker->length;
    if (block.kind == BlockKind::Paragraph) block.kind = BlockKind::ListItem;
  }
  return block;
}

/// A marker of a line, unless the whole text is a date, a time or an amount that only looks like
/// one ("12 March 2024", "10.00 am").
std::optional<Marker> marker_of(std::string_view text) {
  static constexpr std::array<std::string_view, 36> kNotAfter = {
      "january",    "february", "march",    "april",    "may",      "june",   "july",   "august",
      "september",  "october",  "november", "december", "jan",      "feb",    "mar",    "apr",
      "jun",        "jul",      "aug",      "sep",      "oct",      "nov",    "dec",    "am",
      "pm",         "a.m",      "p.m",      "ionawr",   "chwefror", "mawrth", "ebrill", "mehefin",
      "gorffennaf", "medi",     "hydref",   "tachwedd"};
  auto marker = parse_marker(text);
  if (!marker || marker->bullet) return marker;
  const std::string_view rest = text.substr(marker->length);
  std::string word;
  for (char c : rest.substr(0, std::min<std::size_t>(rest.size(), 12))) {
    if (c == ' ' || c == ',') break;
    word.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
  }
  while (!word.empty() && word.back() == '.') word.pop_back();
  if (std::find(kNotAfter.begin(), kNotAfter.end(), word) == kNotAfter.end()) return marker;
  return {};
}

/// Depth of list items from their indentation: deeper than the item before is one level more.
void set_list_levels(std::vector<Block>& blocks) {
  std::vector<double> indents;
  for (Block& block : blocks) {
    if (block.kind == BlockKind::Heading) indents.clear();
    if (block.kind != BlockKind::ListItem) continue;
    while (!indents.empty() && indents.back() > block.indent + kHangingIndent) indents.pop_back();
    if (indents.empty() || indents.back() < block.indent - kHangingIndent) {
      indents.push_back(block.indent);
    }
    block.level = static_cast<int>(indents.size());
  }
}

}  // namespace

std::vector<Block> find_blocks(const Document& doc, const Paper& paper) {
  std::vector<Block> blocks;
  const BlockStarts starts(doc, paper);
  const Line* before = nullptr;
  for (std::size_t i = paper.first_line; i < paper.last_line; ++i) {
    const Line& line = doc.lines[i];
    if (line.role != LineRole::Body) continue;
    auto marker = marker_of(slice(doc, line.range));
    if (before == nullptr || starts.starts(*before, line, marker)) {
      blocks.push_back(make_block(doc, i, marker));
    } else {
      blocks.back().range.end = line.range.end;
      blocks.back().last_line = i + 1;
    }
    before = &line;
  }
  mark_headings(doc, blocks);
  set_list_levels(blocks);
  return blocks;
}

namespace {

/// Visits the parts of `range` that are body text, in order; `visit` gives false to stop.
template <typename Visit>
void visit_body(const Document& doc, TextRange range, Visit visit) {
  if (range.empty() || doc.lines.empty()) return;
  for (std::size_t i = line_at(doc, range.begin); i < doc.lines.size(); ++i) {
    const Line& line = doc.lines[i];
    if (line.range.begin >= range.end) break;
    if (line.role != LineRole::Body) continue;
    const TextRange part{std::max(line.range.begin, range.begin),
                         std::min(line.range.end, range.end)};
    if (!part.empty() && !visit(part)) return;
  }
}

}  // namespace

std::string text_of(const Document& doc, TextRange range) {
  std::string out;
  visit_body(doc, range, [&](TextRange part) {
    if (!out.empty()) out.push_back(' ');
    out.append(doc.text, part.begin, part.end - part.begin);
    return true;
  });
  return out;
}

TextRange range_of(const Document& doc, TextRange range, std::size_t begin, std::size_t end) {
  TextRange result{range.begin, range.end};
  std::size_t at = 0;  // of the part, in the text
  visit_body(doc, range, [&](TextRange part) {
    const std::size_t length = part.end - part.begin;
    if (begin >= at) result.begin = part.begin + std::min(begin - at, length);
    result.end = part.begin + std::min(end - std::min(end, at), length);
    at += length + 1;
    return at <= end;
  });
  return result;
}

}  // namespace moot
