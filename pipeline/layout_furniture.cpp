#include "pipeline/layout_furniture.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace moot {
namespace {

/// The part of a page's height, at either end, in which furniture stands.
constexpr double kZone = 0.15;
constexpr std::size_t kMostRows = 6;

struct Candidate {
  std::size_t page = 0;  ///< index
  std::size_t row = 0;   ///< index
  double height = 0;     ///< from the head of the page, or from its foot
  bool head = false;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Numbers compare as '#', spaces and case as nothing.
std::string key_of(const Row& row) {
  std::string key;
  for (const Run& run : row.runs) {
    for (const char c : run.text) {
      if (is_digit(c)) {
        if (key.empty() || key.back() != '#') key += '#';
      } else if (c != ' ') {
        key += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      }
    }
  }
  return key;
}

/// Rows at the head and at the foot of one page.
std::vector<Candidate> ends_of(const Page& page, const std::vector<Row>& rows, std::size_t index) {
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < std::min(rows.size(), kMostRows); ++i) {
    if (rows[i].base > kZone * page.height) break;
    out.push_back({index, i, rows[i].base, true});
  }
  for (std::size_t n = 0; n < std::min(rows.size(), kMostRows); ++n) {
    const std::size_t i = rows.size() - 1 - n;
    const double height = page.height - rows[i].base;
    if (height > kZone * page.height) break;
    out.push_back({index, i, height, false});
  }
  return out;
}

/// On a page that follows, or on every second page at least three times. `all` is in page order.
bool recurs(const std::vector<Candidate>& all, std::size_t index) {
  const Candidate& one = all[index];
  std::size_t next = 0, second = 0;
  const auto count = [&](const Candidate& other, std::size_t apart) {
    if (std::abs(other.height - one.height) > 4) return;
    if (apart == 1) ++next;
    if (apart == 2 || apart == 4) ++second;
  };
  for (std::size_t i = index + 1; i < all.size() && all[i].page <= one.page + 4; ++i) {
    count(all[i], all[i].page - one.page);
  }
  for (std::size_t i = index; i > 0 && all[i - 1].page + 4 >= one.page; --i) {
    count(all[i - 1], one.page - all[i - 1].page);
  }
  return next > 0 || second > 1;
}

bool has_page_word(const Row& row) {
  const std::string key = key_of(row);
  return key.find("page#") != std::string::npos || key.find("tudalen#") != std::string::npos;
}

double body_size(const std::vector<std::vector<Row>>& rows) {
  std::vector<double> sizes;
  for (const auto& page : rows) {
    for (const Row& row : page) {
      if (row.runs.front().words > 3) sizes.push_back(row.size);
    }
  }
  if (sizes.empty()) return 0;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

/// A paper's title may return as the running head of its later pages, and a signature with its
/// date at their foot.
bool may_be_title(const Candidate& one, const Row& row, double body) {
  if (one.page != 0 || is_page_number(row_text(row))) return false;
  if (!one.head) return row.runs.front().bold && row.size > 0.95 * body;
  if (row.size > 1.15 * body) return true;
  return one.row == 0 && (row.size > 0.95 * body || row.runs.front().bold);
}

/// Whether the same words, numbers too, stand on another page of the group.
bool has_twin(const std::vector<Candidate>& group, const Candidate& one,
              const std::vector<std::vector<Row>>& rows) {
  const std::string text = row_text(rows[one.page][one.row]);
  const auto near =
      std::lower_bound(group.begin(), group.end(), one.page > 4 ? one.page - 4 : 0,
                       [](const Candidate& other, std::size_t page) { return other.page < page; });
  for (auto it = near; it != group.end() && it->page <= one.page + 4; ++it) {
    if (it->page != one.page && row_text(rows[it->page][it->row]) == text) return true;
  }
  return false;
}

std::vector<int> numbers_in(std::string_view text) {
  std::vector<int> numbers;
  bool inside = false;
  for (const char c : text) {
    if (!is_digit(c)) {
      inside = false;
      continue;
    }
    if (!inside) numbers.push_back(0);
    inside = true;
    numbers.back() = numbers.back() < 100000 ? 10 * numbers.back() + (c - '0') : 100000;
  }
  return numbers;
}

/// Whether the numbers of two rows that differ, differ by the pages between them.
bool counts_pages(const Row& row, const Row& other) {
  const auto here = numbers_in(row_text(row)), there = numbers_in(row_text(other));
  if (here.size() != there.size()) return false;
  int differ = 0;
  for (std::size_t i = 0; i < here.size(); ++i) {
    if (here[i] == there[i]) continue;
    if (here[i] - there[i] != row.page - other.page) return false;
    ++differ;
  }
  return differ == 1;
}

/// "Cabinet, 3 May 2022  2" in small type at the very end of a page, with the next number on
/// another.
bool is_counted_line(const std::vector<Candidate>& group, const Candidate& one,
                     const std::vector<std::vector<Row>>& rows, double body) {
  const Row& row = rows[one.page][one.row];
  const bool outermost = one.head ? one.row == 0 : one.row + 1 == rows[one.page].size();
  if (!outermost || row.size > 0.97 * body) return false;
  return std::any_of(group.begin(), group.end(), [&](const Candidate& other) {
    return counts_pages(row, rows[other.page][other.row]);
  });
}

/// "Resolution 16" over one page and "Resolution 17" over the next are titles, not a running head.
bool may_be_numbered_title(const std::vector<Candidate>& group, const Candidate& one,
                           const std::vector<std::vector<Row>>& rows, double body) {
  const Row& row = rows[one.page][one.row];
  if (is_page_number(row_text(row)) || has_page_word(row)) return false;
  if (is_counted_line(group, one, rows, body)) return false;
  const bool strong = row.runs.front().bold || row.size > 1.1 * body;
  return ((one.head && strong) || group.size() < 3) && !has_twin(group, one, rows);
}

/// Rows of figures look alike by chance, and so do short answers of a form.
bool may_be_furniture(const std::vector<Candidate>& group, const Candidate& one,
                      const std::vector<std::vector<Row>>& rows, double body) {
  const Row& row = rows[one.page][one.row];
  const std::string text = row_text(row);
  if (row.runs.size() > 1 && std::none_of(text.begin(), text.end(),
                                          [](unsigned char c) { return std::isalpha(c) != 0; })) {
    return false;
  }
  if (group.size() > 2 || 2 * group.size() > rows.size()) return true;
  const bool outermost = one.head ? one.row == 0 : one.row + 1 == rows[one.page].size();
  return outermost && (row.size < 0.97 * body || std::any_of(text.begin(), text.end(), is_digit));
}

void mark_recurring(const std::vector<Candidate>& candidates, std::vector<std::vector<Row>>& rows) {
  std::map<std::pair<bool, std::string>, std::vector<Candidate>> groups;
  for (const Candidate& one : candidates) {
    groups[{one.head, key_of(rows[one.page][one.row])}].push_back(one);
  }
  const double body = body_size(rows);
  for (const auto& [key, group] : groups) {
    if (group.size() < 2) continue;
    for (std::size_t i = 0; i < group.size(); ++i) {
      const Candidate& one = group[i];
      Row& row = rows[one.page][one.row];
      // The head of a table that is printed again on each page is read once.
      const bool table_head = one.head && i == 0 && row.runs.size() > 2;
      if (table_head || !recurs(group, i) || may_be_title(one, row, body)) continue;
      if (!may_be_furniture(group, one, rows, body)) continue;
      if (may_be_numbered_title(group, one, rows, body)) continue;
      row.role = is_page_number(row_text(row)) ? LineRole::PageNumber : LineRole::RunningHead;
    }
  }
}

/// The part of `text` after one of the words that stand before page numbers, and whether there
/// was one.
std::pair<std::string, bool> after_page_word(std::string_view text) {
  std::string bare;
  for (const char c : text) {
    if (c != ' ' && c != '|' && c != '-') {
      bare += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  static constexpr std::array<std::string_view, 4> kWords{"page", "tudalen", "pg.", "p."};
  for (const std::string_view word : kWords) {
    if (bare.starts_with(word)) return {bare.substr(word.size()), true};
    if (word.size() >= 4 && bare.ends_with(word)) {
      return {bare.substr(0, bare.size() - word.size()), true};
    }
  }
  return {bare, false};
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// "3", "3of9", "3/9": up to four digits each.
bool is_count(std::string_view text) {
  const std::size_t end = skip_digits(text, 0);
  if (end == 0 || end > 4) return false;
  if (end == text.size()) return true;
  std::string_view rest = text.substr(end);
  if (rest.starts_with("of")) {
    rest.remove_prefix(2);
  } else if (rest.starts_with("/") || rest.starts_with("o")) {
    rest.remove_prefix(1);
  } else {
    return false;
  }
  return !rest.empty() && rest.size() <= 4 && skip_digits(rest, 0) == rest.size();
}

bool is_word_number(const Row& row) {
  const std::string text = row_text(row);
  return after_page_word(text).second && is_page_number(text);
}

/// A number alone at the very end of a page, apart from the text, that fits its place.
bool is_lone_number(const Candidate& one, const std::vector<Row>& rows) {
  const Row& row = rows[one.row];
  if (row.runs.size() != 1 || !is_page_number(row.runs.front().text)) return false;
  const bool last = one.head ? one.row == 0 : one.row + 1 == rows.size();
  if (!last || rows.size() < 2) return false;
  const double gap = one.head ? rows[1].box.y0 - row.box.y1 : row.box.y0 - rows[one.row - 1].box.y1;
  return gap > 0.8 * row.size &&
         row.runs.front().text.find_first_of("0123456789") != std::string::npos;
}

}  // namespace

bool is_page_number(std::string_view text) {
  const auto [bare, worded] = after_page_word(text);
  if (bare.empty() || bare.size() > 12) return false;
  if (is_count(bare)) return true;
  if (bare.size() <= 5 && bare.find_first_not_of("ivxlc") == std::string::npos) return true;
  const bool letter = std::isalpha(static_cast<unsigned char>(bare.front())) != 0;
  return letter && bare.size() <= 4 && is_count(std::string_view{bare}.substr(1));
}

void mark_furniture(const std::vector<Page>& pages, std::vector<std::vector<Row>>& rows) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto ends = ends_of(pages[i], rows[i], i);
    candidates.insert(candidates.end(), ends.begin(), ends.end());
  }
  mark_recurring(candidates, rows);
  for (const Candidate& one : candidates) {
    Row& row = rows[one.page][one.row];
    if (row.role != LineRole::Body) continue;
    if (is_word_number(row) || is_lone_number(one, rows[one.page])) row.role = LineRole::PageNumber;
  }
}

}  // namespace moot
