#include "pipeline/layout_rows.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <utility>

namespace moot {
namespace {

/// Words of one row while it grows.
struct Band {
  std::vector<const Word*> words;
  double y0 = 0, y1 = 0;  ///< of its main word
  double size = 0;
};

double overlap(double a0, double a1, double b0, double b1) {
  return std::min(a1, b1) - std::max(a0, b0);
}

/// Two words cannot stand in one row when one is above the other.
bool collides(const Band& band, const Box& box) {
  return std::any_of(band.words.begin(), band.words.end(), [&](const Word* word) {
    const double width = std::min(word->box.x1 - word->box.x0, box.x1 - box.x0);
    return overlap(word->box.x0, word->box.x1, box.x0, box.x1) > 0.4 * std::max(width, 0.1);
  });
}

double fit(const Band& band, const Word& word) {
  const double height = std::min(band.y1 - band.y0, word.box.y1 - word.box.y0);
  return overlap(band.y0, band.y1, word.box.y0, word.box.y1) / std::max(height, 0.1);
}

void add(Band& band, const Word& word) {
  band.words.push_back(&word);
  // A larger word leads, so that a superscript does not pull the row up; but not over a line of
  // text that stands beside a big one.
  if (band.words.size() > 3) return;
  if (band.words.size() > 1 && word.size < 1.15 * band.size) return;
  band.size = word.size;
  band.y0 = word.box.y0;
  band.y1 = word.box.y1;
}

std::vector<Band> find_bands(const std::vector<const Word*>& words) {
  constexpr std::size_t kOpen = 8;    // only the last few rows can still take a word
  constexpr std::size_t kMost = 400;  // words of one row; more is an attack
  std::vector<Band> bands;
  for (const Word* word : words) {
    Band* best = nullptr;
    double best_fit = 0.45;
    const std::size_t from = bands.size() > kOpen ? bands.size() - kOpen : 0;
    for (std::size_t i = from; i < bands.size(); ++i) {
      const double f = fit(bands[i], *word);
      if (f > best_fit && bands[i].words.size() < kMost && !collides(bands[i], word->box)) {
        best = &bands[i];
        best_fit = f;
      }
    }
    if (best == nullptr) best = &bands.emplace_back();
    add(*best, *word);
  }
  return bands;
}

std::size_t letters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return std::isalpha(c) != 0; });
}

/// One of three gaps and more of the same width: words stretched to fill a line, not columns.
bool is_stretched(const std::vector<const Word*>& words, std::size_t i) {
  const auto gap = [&](std::size_t k) { return words[k + 1]->box.x0 - words[k]->box.x1; };
  const auto equal = [&](std::size_t k) { return std::abs(gap(k) - gap(i)) < 0.25; };
  std::size_t first = i, last = i;
  while (first > 0 && equal(first - 1)) --first;
  while (last + 2 < words.size() && equal(last + 1)) ++last;
  return last - first >= 2 && words[i]->text != words[i + 1]->text;
}

/// The gap from which words of a row stand apart.
struct GapRule {
  double usual = 0;  ///< between words of this page, in ems

  bool is_wide(const std::vector<const Word*>& words, std::size_t i, double least) const {
    const Word& a = *words[i];
    const Word& b = *words[i + 1];
    const double em = std::max({a.size, b.size, 1.0});
    const double gap = (b.box.x0 - a.box.x1) / em;
    // Text in other type starts a column sooner; but after a label it is only its value.
    const bool other_type =
        a.bold != b.bold && a.text.back() != ':' && has_letter(a.text) && has_letter(b.text);
    if (other_type && gap > std::max(0.85, 2.6 * usual)) return true;
    if (gap <= std::max(1.0, 2.3 * usual)) return false;
    if (gap > 2 || has_digit(a.text) || has_digit(b.text)) return true;
    if (is_stretched(words, i)) return false;
    return gap * em > 1.8 * least;  // else a justified line, stretched
  }
};

double median(std::vector<double> values, double otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double usual_gap(const std::vector<Band>& bands) {
  std::vector<double> gaps;
  for (const Band& band : bands) {
    for (std::size_t i = 0; i + 1 < band.words.size(); ++i) {
      const Word& a = *band.words[i];
      const Word& b = *band.words[i + 1];
      const double gap = (b.box.x0 - a.box.x1) / std::max({a.size, b.size, 1.0});
      if (gap > 0.1 && gap < 1.2) gaps.push_back(gap);
    }
  }
  return std::min(median(std::move(gaps), 0.28), 0.8);
}

/// The narrowest gap of a row with at least three; 0 for others, which no rule may stretch.
double least_gap(const std::vector<const Word*>& words) {
  if (words.size() < 4) return 0;
  double least = words[1]->box.x0 - words[0]->box.x1;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    least = std::min(least, words[i + 1]->box.x0 - words[i]->box.x1);
  }
  return std::max(least, 0.0);
}

bool needs_space(const Word& a, const Word& b) {
  const double gap = b.box.x0 - a.box.x1;
  const double em = std::max({std::min(a.size, b.size), 1.0});
  if (gap > 0.18 * em) return true;
  return a.space_after && gap > 0.04 * em;
}

double main_size(const std::vector<const Word*>& words, std::size_t begin, std::size_t end) {
  std::vector<std::pair<double, std::size_t>> sizes;
  std::size_t all = 0;
  for (std::size_t i = begin; i < end; ++i) {
    sizes.emplace_back(words[i]->size, letters(words[i]->text));
    all += sizes.back().second;
  }
  std::sort(sizes.begin(), sizes.end());
  std::size_t seen = 0;
  for (const auto& [size, count] : sizes) {
    seen += count;
    if (2 * seen >= all) return size;
  }
  return sizes.back().first;
}

Run to_run(const std::vector<const Word*>& words, std::size_t begin, std::size_t end) {
  Run run;
  run.box = words[begin]->box;
  std::size_t all = 0, bold = 0;
  double certain = 0;
  bool first = true;
  for (std::size_t i = begin; i < end; ++i) {
    const Word& word = *words[i];
    if (i > begin && needs_space(*words[i - 1], word)) {
      run.text += ' ';
      first = false;
      ++run.words;
    }
    if (i == begin || run.text.back() == ' ') {
      run.pieces.push_back({word.box.x0, word.box.x1, run.text.size()});
    }
    run.pieces.back().x1 = word.box.x1;
    run.text += word.text;
    run.box = {std::min(run.box.x0, word.box.x0), std::min(run.box.y0, word.box.y0),
               std::max(run.box.x1, word.box.x1), std::max(run.box.y1, word.box.y1)};
    if (first) run.first_word = word.box.x1 - run.box.x0;
    all += letters(word.text);
    if (word.bold) bold += letters(word.text);
    certain += word.certainty * static_cast<double>(letters(word.text));
  }
  ++run.words;
  if (all > 0) run.certainty = certain / static_cast<double>(all);
  run.size = main_size(words, begin, end);
  run.bold = 10 * bold > 8 * all;
  run.text_x = run.box.x0;
  return run;
}

bool starts_with_letter(std::string_view text) {
  if (text.empty()) return false;
  const auto c = static_cast<unsigned char>(text.front());
  return std::isalpha(c) != 0 || c >= 0x80 || c == '(' || c == '"' || c == '\'' || c == '[';
}

/// "2." + gap + "Text" is one run. Only at the row's start, with nothing but text after it, may the
/// marker do without stop or bracket: others are figures of a table.
bool joins_marker(const Run& marker, const Run& next, bool at_start, bool alone) {
  if (!is_list_marker(marker.text)) return false;
  const bool plain = std::isalnum(static_cast<unsigned char>(marker.text.back())) != 0;
  if (plain && !(at_start && alone)) return false;
  // "2018/19   300" is a row of figures; "2.   57-76 High Street is to be let" is not.
  const bool prose = starts_with_letter(next.text) || (!plain && at_start && next.words > 3);
  const double gap = next.box.x0 - marker.box.x1;
  return prose && gap < (at_start ? 7 : 4) * std::max(next.size, 1.0);
}

/// "AB143/25" in bold, over the page's left edge from a bold title: the number of a minute.
bool is_minute_number(const Run& run, const Run& next) {
  if (!run.bold || !next.bold || run.words != 1 || !starts_with_letter(next.text)) return false;
  if (run.text.size() > 12 || next.box.x0 - run.box.x1 > 7 * std::max(next.size, 1.0)) return false;
  const std::size_t slash = run.text.find('/');
  return slash != std::string::npos && slash > 0 && slash + 1 < run.text.size() &&
         run.text.find('/', slash + 1) == std::string::npos &&
         has_digit(run.text.substr(0, slash)) && has_digit(run.text.substr(slash + 1)) &&
         std::all_of(run.text.begin(), run.text.end(), [](unsigned char c) {
           return std::isdigit(c) != 0 || std::isupper(c) != 0 || c == '/' || c == '.';
         });
}

void join_markers(std::vector<Run>& runs) {
  for (std::size_t i = 0; i + 1 < runs.size();) {
    Run& marker = runs[i];
    Run& next = runs[i + 1];
    const bool minute = i == 0 && runs.size() == 2 && is_minute_number(marker, next);
    if (!minute && !joins_marker(marker, next, i == 0, runs.size() == 2)) {
      ++i;
      continue;
    }
    for (RunPiece& piece : next.pieces) {
      piece.at += marker.text.size() + 1;
      marker.pieces.push_back(piece);
    }
    next.pieces = std::move(marker.pieces);
    next.certainty = joined_certainty(marker, next);
    next.text = marker.text + ' ' + next.text;
    next.box = {marker.box.x0, std::min(marker.box.y0, next.box.y0), next.box.x1,
                std::max(marker.box.y1, next.box.y1)};
    next.words += marker.words;
    runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

/// Marks a run whose own first word is a list marker ("1. Text" set with an ordinary space).
void find_text_start(Run& run, const std::vector<const Word*>& words, std::size_t begin,
                     std::size_t end) {
  if (end - begin < 2 || !is_list_marker(words[begin]->text)) return;
  if (!needs_space(*words[begin], *words[begin + 1])) return;
  run.text_x = words[begin + 1]->box.x0;
  run.first_word = words[begin + 1]->box.x1 - run.text_x;
}

/// Lower edge of most of its words.
double main_base(const Band& band) {
  std::vector<double> bases;
  for (const Word* word : band.words) bases.push_back(word->box.y1);
  return median(std::move(bases), band.y1);
}

Row to_row(Band& band, const GapRule& rule, int page) {
  auto& words = band.words;
  std::sort(words.begin(), words.end(),
            [](const Word* a, const Word* b) { return a->box.x0 < b->box.x0; });
  Row row;
  row.page = page;
  row.base = main_base(band);
  row.size = band.size;
  const double least = least_gap(words);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + 1 < words.size() && !rule.is_wide(words, i, least)) continue;
    row.runs.push_back(to_run(words, begin, i + 1));
    find_text_start(row.runs.back(), words, begin, i + 1);
    begin = i + 1;
  }
  join_markers(row.runs);
  row.box = row.runs.front().box;
  for (const Run& run : row.runs) {
    row.box = {std::min(row.box.x0, run.box.x0), std::min(row.box.y0, run.box.y0),
               std::max(row.box.x1, run.box.x1), std::max(row.box.y1, run.box.y1)};
  }
  return row;
}

bool is_roman(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         text.find_first_not_of("ivxlc") == std::string_view::npos;
}

/// "2", "2.1", "12/45", "3a": digits in parts of up to four.
bool is_number(std::string_view text) {
  std::size_t digits = 0, slashes = 0;
  bool any = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      any = true;
      if (++digits > 4) return false;
    } else if ((c == '.' || c == '/') && any) {
      digits = 0;
      if (c == '/' && ++slashes > 1) return false;
    } else {
      return any && i + 1 == text.size() && c >= 'a' && c <= 'h' && i <= 3;
    }
  }
  return any;
}

bool is_bullet(std::string_view text) {
  static constexpr std::array<std::string_view, 27> kBullets{
      "\u2022", "\u25CF", "\u25CB", "\u25E6", "\u25AA", "\u25AB", "\u25A0", "\u25A1", "\u2013",
      "\u2014", "-",      "*",      "\u00B7", "\u2219", "o",      "\uF0B7", "\uF0A7", "\uF0D8",
      "\uF076", "\uF0FC", "\uF02D", "\u27A2", "\u2713", "\u25BA", "\u2043", "\u2023", "\uF0A8"};
  return std::find(kBullets.begin(), kBullets.end(), text) != kBullets.end();
}

}  // namespace

bool is_list_marker(std::string_view text) {
  if (text.empty() || text.size() > 10) return false;
  if (is_bullet(text)) return true;
  bool bracket = false;
  while (!text.empty() && (text.front() == '(' || text.front() == '[')) {
    text.remove_prefix(1);
    bracket = true;
  }
  while (!text.empty() &&
         (text.back() == ')' || text.back() == ']' || text.back() == '.' || text.back() == ':')) {
    text.remove_suffix(1);
    bracket = true;
  }
  if (text.empty()) return false;
  if (text.size() == 1 && std::isalpha(static_cast<unsigned char>(text.front())) != 0) {
    return bracket;
  }
  return is_number(text) || (bracket && is_roman(text));
}

std::pair<Run, Run> split_run(const Run& run, std::size_t index) {
  const RunPiece& piece = run.pieces[index];
  const auto middle = run.pieces.begin() + static_cast<std::ptrdiff_t>(index);
  Run left = run, right = run;
  left.text = run.text.substr(0, piece.at - 1);
  left.box.x1 = run.pieces[index - 1].x1;
  left.pieces.assign(run.pieces.begin(), middle);
  right.text = run.text.substr(piece.at);
  right.box.x0 = piece.x0;
  right.text_x = piece.x0;
  right.first_word = piece.x1 - piece.x0;
  right.pieces.assign(middle, run.pieces.end());
  for (RunPiece& one : right.pieces) one.at -= piece.at;
  left.words = static_cast<int>(left.pieces.size());
  right.words = static_cast<int>(right.pieces.size());
  return {std::move(left), std::move(right)};
}

std::string row_text(const Row& row) {
  std::string text;
  for (const Run& run : row.runs) {
    if (!text.empty()) text += ' ';
    text += run.text;
  }
  return text;
}

std::vector<Row> find_rows(const Page& page) {
  std::vector<const Word*> words;
  words.reserve(page.words.size());
  for (const Word& word : page.words) {
    if (word.rotation == 0 && !word.text.empty()) words.push_back(&word);
  }
  std::stable_sort(words.begin(), words.end(), [](const Word* a, const Word* b) {
    return a->box.y0 + a->box.y1 < b->box.y0 + b->box.y1;
  });
  std::vector<Band> bands = find_bands(words);
  for (Band& band : bands) {
    std::sort(band.words.begin(), band.words.end(),
              [](const Word* a, const Word* b) { return a->box.x0 < b->box.x0; });
  }
  const GapRule rule{usual_gap(bands)};
  std::vector<Row> rows;
  rows.reserve(bands.size());
  for (Band& band : bands) rows.push_back(to_row(band, rule, page.number));
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.base < b.base; });
  return rows;
}

}  // namespace moot
