#include "index/entry_body.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>
#include <unordered_set>

#include "index/words.hpp"
#include "pipeline/blocks.hpp"

namespace moot {
namespace {

/// Whether a word may be the number of a paragraph or an item: "12", "b", "iv".
bool is_numbering(const std::string& word) {
  const auto all_in = [&](std::string_view letters) {
    return word.find_first_not_of(letters) == std::string::npos;
  };
  if (word.size() == 1) return true;
  if (word.size() <= 3 && all_in("0123456789")) return true;
  return word.size() <= 5 && all_in("ivxl");
}

/// `words` without the numbering in front of them.
std::span<const std::string> after_numbering(std::span<const std::string> words) {
  constexpr std::size_t kMostParts = 3;  // "2.1.3"
  std::size_t count = 0;
  while (count < words.size() && count < kMostParts && is_numbering(words[count])) ++count;
  return words.subspan(count);
}

/// The parts of `field`'s places whose words are in its passage, line by line: a place may hold
/// more than the value (a sign-off, a table of figures), and that must not be lost.
void add_covered(const Document& doc, const FieldPassage& field, std::vector<TextRange>& covered) {
  std::unordered_set<std::string> known;
  for (const std::string* text : {&field.passage.heading, &field.passage.text}) {
    for (std::string& word : folded_words(*text)) known.insert(std::move(word));
  }
  const auto is_known = [&](const std::string& word) { return known.count(word) != 0; };
  for (const TextRange& range : field.ranges) {
    if (range.empty()) continue;
    for (std::size_t i = line_at(doc, range.begin); i < doc.lines.size(); ++i) {
      const TextRange line = doc.lines[i].range;
      if (line.begin >= range.end) break;
      const TextRange part{std::max(line.begin, range.begin), std::min(line.end, range.end)};
      if (part.empty()) continue;
      const std::vector<std::string> words = folded_words(slice(doc, part));
      const auto rest = after_numbering(words);
      const std::span<const std::string> checked = rest.empty() ? words : rest;
      if (std::all_of(checked.begin(), checked.end(), is_known)) covered.push_back(part);
    }
  }
}

/// Ascending and apart.
std::vector<TextRange> merged(std::vector<TextRange> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const TextRange& a, const TextRange& b) { return a.begin < b.begin; });
  std::vector<TextRange> out;
  for (const TextRange& range : ranges) {
    if (!out.empty() && range.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, range.end);
    } else {
      out.push_back(range);
    }
  }
  return out;
}

/// Text of a paper that is in no field, with the place where it starts.
struct Rest {
  std::string text;
  std::size_t begin = 0;
  std::vector<PageTurn> turns;  ///< the first stands at 0
};

class Uncovered {
 public:
  Uncovered(const Document& doc, std::vector<TextRange> covered)
      : doc_(doc), covered_(std::move(covered)) {}

  /// What of `range` is not covered.
  Rest within(TextRange range) const {
    Rest rest{"", range.begin, {}};
    auto next = std::partition_point(covered_.begin(), covered_.end(),
                                     [&](const TextRange& c) { return c.end <= range.begin; });
    std::size_t at = range.begin;
    for (; at < range.end; ++next) {
      const bool last = next == covered_.end() || next->begin >= range.end;
      add({at, last ? range.end : next->begin}, !last, rest);
      if (last) break;
      at = std::max(at, next->end);
    }
    return rest;
  }

 private:
  /// Adds a stretch; `before_field`: a field follows it, whose number is not wanted.
  void add(TextRange stretch, bool before_field, Rest& rest) const {
    if (stretch.empty()) return;
    if (before_field) {
      const std::string_view all = slice(doc_, stretch);
      const std::size_t line = all.rfind('\n') + 1;  // 0 where there is none
      if (only_numbering(all.substr(line))) {
        stretch.end = stretch.begin + line;
      }
    }
    Rest more = paragraphs_of(stretch);
    if (tokenise(more.text).empty()) return;
    if (rest.text.empty()) rest.begin = stretch.begin;
    if (!rest.text.empty()) rest.text += "\n";
    for (const PageTurn& turn : more.turns) {
      if (!rest.turns.empty() && rest.turns.back().page == turn.page) continue;
      rest.turns.push_back({rest.text.size() + turn.at, turn.page});
    }
    rest.text += more.text;
  }

  /// Its paragraphs, a line each; a number that stands alone belongs to what follows.
  Rest paragraphs_of(TextRange stretch) const {
    Rest rest{"", stretch.begin, {}};
    std::size_t paragraph = 0;  // where it begins in the text
    for (std::size_t i = line_at(doc_, stretch.begin); i < doc_.lines.size(); ++i) {
      const Line& line = doc_.lines[i];
      if (line.range.begin >= stretch.end) break;
      if (line.role != LineRole::Body) continue;
      const TextRange part{std::max(line.range.begin, stretch.begin),
                           std::min(line.range.end, stretch.end)};
      const std::string_view words = trimmed(slice(doc_, part));
      if (words.empty()) continue;
      if (!rest.text.empty()) {
        const bool starts = line.starts_paragraph && part.begin == line.range.begin &&
                            !only_numbering(std::string_view(rest.text).substr(paragraph));
        rest.text += starts ? '\n' : ' ';
        if (starts) paragraph = rest.text.size();
      }
      if (rest.turns.empty() || rest.turns.back().page != line.page) {
        rest.turns.push_back({rest.text.size(), line.page});
      }
      rest.text += words;
    }
    return rest;
  }

  static std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
  }

  const Document& doc_;
  std::vector<TextRange> covered_;
};

/// Whether `text` is this heading, with or without its number and the number of the first
/// paragraph under it.
bool is_heading(const std::string& text, const std::string& heading) {
  const std::vector<std::string> words = folded_words(text);
  const std::vector<std::string> wanted = folded_words(heading);
  if (wanted.empty()) return false;
  const auto at = std::search(words.begin(), words.end(), wanted.begin(), wanted.end());
  if (at == words.end()) return false;
  const auto before = static_cast<std::size_t>(at - words.begin());
  const std::span<const std::string> all(words);
  return after_numbering(all.first(before)).empty() &&
         after_numbering(all.subspan(before + wanted.size())).empty();
}

/// Sections within the paper, in order of place and apart.
std::vector<SectionRange> ordered_sections(const Record& record, TextRange paper) {
  std::vector<SectionRange> sections = record.sections;
  std::stable_sort(
      sections.begin(), sections.end(),
      [](const SectionRange& a, const SectionRange& b) { return a.range.begin < b.range.begin; });
  std::size_t at = paper.begin;
  for (SectionRange& section : sections) {
    section.range.begin = std::clamp(section.range.begin, at, paper.end);
    section.range.end = std::clamp(section.range.end, section.range.begin, paper.end);
    at = section.range.end;
  }
  return sections;
}

/// Makes the passages, section after section.
class BodyMaker {
 public:
  BodyMaker(const Document& doc, const Uncovered& uncovered,
            const std::vector<FieldPassage>& fields)
      : doc_(doc), uncovered_(uncovered) {
    for (const FieldPassage& field : fields) known_headings_.insert(squeeze(field.passage.heading));
  }

  /// `lead`: what stands before the section's own blocks: its heading, and what is in no section.
  void add(TextRange lead, const SectionRange& section) {
    const std::size_t heading = heading_begin(lead, section.heading);
    push("", uncovered_.within({lead.begin, heading}));
    Rest own = uncovered_.within(section.range);
    if (!own.text.empty()) {
      push(section.heading, std::move(own));
    } else if (known_headings_.count(squeeze(section.heading)) == 0) {
      push("", uncovered_.within({heading, lead.end}));
    }
  }

  std::vector<Passage> take() { return std::move(made_); }

 private:
  /// Where in `lead` the lines start that print this heading, at its end; its end where none do.
  std::size_t heading_begin(TextRange lead, const std::string& heading) const {
    constexpr std::size_t kMostLines = 5;
    if (heading.empty() || lead.empty()) return lead.end;
    std::size_t line = line_at(doc_, lead.end - 1);
    for (std::size_t count = 0; count < kMostLines; ++count, --line) {
      const std::size_t begin = std::max(lead.begin, doc_.lines[line].range.begin);
      if (is_heading(text_of(doc_, {begin, lead.end}), heading)) return begin;
      if (begin == lead.begin || line == 0) break;
    }
    return lead.end;
  }

  void push(const std::string& heading, Rest rest) {
    if (rest.text.empty()) return;
    Passage passage{"body", heading, std::move(rest.text), "", 0};
    if (!rest.turns.empty()) passage.page = rest.turns.front().page;
    if (rest.turns.size() > 1) passage.turns.assign(rest.turns.begin() + 1, rest.turns.end());
    made_.push_back(std::move(passage));
  }

  const Document& doc_;
  const Uncovered& uncovered_;
  std::set<std::string> known_headings_;
  std::vector<Passage> made_;
};

}  // namespace

bool only_numbering(std::string_view text) {
  return after_numbering(folded_words(text)).empty();
}

std::vector<Passage> body_passages(const Record& record, const Document& doc,
                                   const std::vector<FieldPassage>& fields) {
  if (doc.lines.empty()) return {};
  TextRange paper = record.range;
  paper.end = std::min(paper.end, doc.text.size());
  paper.begin = std::min(paper.begin, paper.end);
  std::vector<TextRange> covered;
  for (const FieldPassage& field : fields) add_covered(doc, field, covered);
  const Uncovered uncovered(doc, merged(std::move(covered)));
  BodyMaker maker(doc, uncovered, fields);
  std::size_t at = paper.begin;
  for (const SectionRange& section : ordered_sections(record, paper)) {
    maker.add({at, section.range.begin}, section);
    at = section.range.end;
  }
  maker.add({at, paper.end}, {"", {paper.end, paper.end}});
  return maker.take();
}

}  // namespace moot
