#include "pipeline/papers.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>
#include <utility>

namespace moot {
namespace {

// How a paper's first page shows itself. A page that gathers kEnough starts a paper; one sign
// alone is mostly an appendix, a form or a section that stands on a page of its own.
constexpr int kEnough = 3;
constexpr int kAgendaItem = 3;    // 'Agenda Item 5' at its head, and another before
constexpr int kPackBookmark = 3;  // bookmark of a file in a pack
constexpr int kBookmark = 1;      // bookmark that is no heading of the page
constexpr int kAppendix = 2;      // 'Appendix A' at its head, in a pack
constexpr int kFrontBlock = 2;    // labels, or the title of a paper
constexpr int kPageOneOf = 2;     // 'Page 1 of 4' again
constexpr int kRestart = 1;       // page number 1 again
constexpr int kAfterBlank = 1;    // after an empty page or a page left short
constexpr int kMasthead = 1;      // the same masthead as on page 1

/// What a page says of itself; indices of Document::lines.
struct PageLook {
  std::size_t first_line = 0;
  std::size_t last_line = 0;
  std::vector<std::size_t> body;  ///< its first body lines
  std::size_t body_lines = 0;
  std::string agenda_item;  ///< "5" of 'Agenda Item 5' at its head
  bool blank = false;       ///< 'intentionally left blank'
  bool numbered = false;    ///< bears a page number
  bool restarts = false;    ///< page number 1, not on the first page
  bool one_of = false;      ///< 'Page 1 of ...'
  bool ends_short = false;  ///< much white at its end
};

constexpr std::size_t kFrontLines = 14;

/// ASCII letters and digits in lower case, single spaces between them.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (std::isalnum(u) != 0 || u >= 0x80) {
      out += static_cast<char>(std::tolower(u));
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string plain_line(const Document& doc, std::size_t line) {
  return plain(slice(doc, doc.lines[line].range));
}

/// Labels of front blocks, as a line starts with them; three of them make a front block.
constexpr std::array<std::string_view, 18> kLabels{
    "from",          "to",           "report to",    "report of",      "report by",
    "subject",       "item no",      "agenda item",  "report title",   "decision maker",
    "meeting name",  "decision no",  "decision ref", "classification", "by",
    "report author", "meeting date", "lead member"};

/// What stands alone in a line, or starts it, at the head of a paper.
constexpr std::array<std::string_view, 9> kTitles{
    "proposed record of decision", "record of decision",    "record of executive decision",
    "record of officer decision",  "notice of decision",    "minutes of a meeting",
    "minutes of the meeting",      "minutes of the annual", "decision notice"};

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' ');
}

/// 'Agenda Item 5', 'Agenda item no. 5a', 'Minute Item 5': the text after it.
std::optional<std::string> agenda_item_of(std::string_view text) {
  for (const std::string_view head : {"agenda item", "minute item"}) {
    if (!starts_with_word(text, head)) continue;
    text.remove_prefix(head.size());
    for (const std::string_view filler : {" no", " number"}) {
      if (starts_with_word(text, filler)) text.remove_prefix(filler.size());
    }
    if (text.empty() || text.size() > 6) return std::nullopt;
    return std::string{text.substr(1)};
  }
  return std::nullopt;
}

/// The number of 'Page 3 of 4', '3', '- 3 -'; whether a total stands with it.
void read_page_number(std::string_view text, int page, PageLook& look) {
  look.numbered = true;
  if (starts_with_word(text, "page") && text.size() > 5) text.remove_prefix(5);
  const bool one = text == "1" || text.starts_with("1 of ");
  if (!one || page == 1) return;
  look.restarts = true;
  look.one_of = look.one_of || text.size() > 1;
}

void read_head(const Document& doc, std::size_t line, PageLook& look) {
  constexpr std::size_t kHeadLines = 4;
  if (line - look.first_line >= kHeadLines || !look.agenda_item.empty()) return;
  if (auto item = agenda_item_of(plain_line(doc, line))) look.agenda_item = std::move(*item);
}

bool says_blank(const Document& doc, const PageLook& look) {
  if (look.body_lines == 0 || look.body_lines > 3) return false;
  std::string all;
  for (const std::size_t line : look.body) all += plain_line(doc, line) + ' ';
  return all.size() < 90 && all.find("left blank") != std::string::npos;
}

void finish(const Document& doc, int page, double lowest, PageLook& look) {
  look.blank = says_blank(doc, look);
  const auto index = static_cast<std::size_t>(page - 1);
  look.ends_short = index < doc.pages.size() && lowest < 0.8 * doc.pages[index].height;
}

std::vector<PageLook> look_at_pages(const Document& doc) {
  std::vector<PageLook> looks(doc.pages.size());
  std::size_t i = 0;
  for (std::size_t p = 0; p < looks.size(); ++p) {
    PageLook& look = looks[p];
    const int page = static_cast<int>(p) + 1;
    double lowest = 0;
    look.first_line = i;
    for (; i < doc.lines.size() && doc.lines[i].page <= page; ++i) {
      const Line& line = doc.lines[i];
      read_head(doc, i, look);
      if (line.role == LineRole::PageNumber) read_page_number(plain_line(doc, i), page, look);
      if (line.role != LineRole::Body) continue;
      lowest = std::max(lowest, line.box.y1);
      ++look.body_lines;
      if (look.body.size() < kFrontLines) look.body.push_back(i);
    }
    look.last_line = i;
    finish(doc, page, lowest, look);
  }
  return looks;
}

/// A section's own heading may be bookmarked, too; a file's name seldom stands on its page.
bool is_heading_on(const Document& doc, const PageLook& look, std::string_view title) {
  const std::string wanted = plain(title);
  if (wanted.empty()) return true;
  for (std::size_t i = look.first_line; i < look.last_line; ++i) {
    if (doc.lines[i].role != LineRole::Body) continue;
    const std::string text = plain_line(doc, i);
    if (text.empty()) continue;
    if (text == wanted || (text.size() > 8 && wanted.starts_with(text)) ||
        text.starts_with(wanted)) {
      return true;
    }
  }
  return false;
}

/// A pack's outline starts with its agenda.
bool is_pack(const Document& doc) {
  return !doc.bookmarks.empty() && doc.bookmarks.front().page == 1 && doc.bookmarks.size() > 1 &&
         plain(doc.bookmarks.front().title).find("agenda") != std::string::npos;
}

/// The bookmark that a paper starting on `page` would have.
const Bookmark* bookmark_at(const Document& doc, int page) {
  for (const Bookmark& bookmark : doc.bookmarks) {
    if (bookmark.page == page && bookmark.level <= 1) return &bookmark;
  }
  return nullptr;
}

bool has_front_block(const Document& doc, const PageLook& look) {
  std::array<bool, kLabels.size()> seen{};
  for (std::size_t n = 0; n < look.body.size(); ++n) {
    const std::string text = plain_line(doc, look.body[n]);
    for (std::size_t k = 0; k < kLabels.size(); ++k) {
      if (!starts_with_word(text, kLabels[k])) continue;
      // 'from' and 'to' start sentences as well: a label is followed by a colon or stands alone.
      const auto line = slice(doc, doc.lines[look.body[n]].range);
      const bool colon = line.substr(0, kLabels[k].size() + 4).find(':') != std::string_view::npos;
      seen[k] = seen[k] || colon || text.size() == kLabels[k].size();
    }
    if (n >= 5) continue;
    for (const std::string_view title : kTitles) {
      if (starts_with_word(text, title)) return true;
    }
  }
  return std::count(seen.begin(), seen.end(), true) >= 3;
}

/// 'APPENDIX A', 'Annex 2 - The plan' as the page's first line; not 'Appendix A sets out ...'.
bool starts_appendix(const Document& doc, const PageLook& look) {
  if (look.body.empty()) return false;
  const std::string text = plain_line(doc, look.body.front());
  for (const std::string_view word : {"appendix", "annex", "atodiad"}) {
    if (!starts_with_word(text, word) || text.size() < word.size() + 2) continue;
    const std::size_t label = text.find(' ', word.size() + 1);
    return (label == std::string::npos ? text.size() : label) - word.size() <= 4 &&
           text.size() < 70;
  }
  return false;
}

/// 'Supplementary agenda' near the top of the first page.
bool is_front_sheet(const Document& doc, const PageLook& look) {
  return std::any_of(look.body.begin(), look.body.end(), [&](std::size_t line) {
    const std::string text = plain_line(doc, line);
    return text.size() < 60 &&
           (text.ends_with("agenda") || starts_with_word(text, "agenda") ||
            text.ends_with("agenda pack")) &&
           !agenda_item_of(text);
  });
}

/// Several papers in one file: a pack's outline, more than one agenda item, or one item after a
/// front sheet.
bool holds_several(const Document& doc, const std::vector<PageLook>& looks) {
  if (is_pack(doc)) return true;
  std::string first;
  for (std::size_t p = 0; p < looks.size(); ++p) {
    const std::string& item = looks[p].agenda_item;
    if (item.empty()) continue;
    if (!first.empty() && item != first) return true;
    if (first.empty() && p > 0 && is_front_sheet(doc, looks.front())) return true;
    first = item;
  }
  return false;
}

bool repeats_masthead(const Document& doc, const PageLook& first, const PageLook& look) {
  if (first.body.empty() || look.body.empty()) return false;
  const Line& masthead = doc.lines[first.body.front()];
  const Line& line = doc.lines[look.body.front()];
  if (masthead.style.size != line.style.size || masthead.style.bold != line.style.bold) {
    return false;
  }
  const std::string text = plain_line(doc, look.body.front());
  return text.size() > 6 && text == plain_line(doc, first.body.front());
}

/// What speaks for a new paper on page `p`, but for its bookmark.
int weigh_look(const Document& doc, const std::vector<PageLook>& looks, std::size_t p,
               bool several) {
  const PageLook& look = looks[p];
  const PageLook& before = looks[p - 1];
  int weight = 0;
  if (!look.agenda_item.empty()) {
    // As a running head it returns on each page of the paper.
    std::size_t last = p;
    while (last > 0 && looks[last - 1].agenda_item.empty()) --last;
    if (last == 0 || looks[last - 1].agenda_item != look.agenda_item) weight += kAgendaItem;
  }
  if (has_front_block(doc, look)) weight += kFrontBlock;
  // In one report's own file an appendix belongs to the report.
  if (several && starts_appendix(doc, look)) weight += kAppendix;
  // A first page often has no number; then the first number is no restart.
  if (before.numbered || before.blank) {
    if (look.one_of) weight += kPageOneOf;
    if (look.restarts) weight += kRestart;
  }
  if (before.blank || before.body_lines == 0 || before.ends_short) weight += kAfterBlank;
  if (repeats_masthead(doc, looks.front(), look)) weight += kMasthead;
  return weight;
}

int weigh_bookmark(const Document& doc, const PageLook& look, const Bookmark* bookmark, bool pack,
                   bool several) {
  if (bookmark == nullptr) return 0;
  int weight = several && starts_appendix(doc, look) ? kBookmark : 0;
  if (!is_heading_on(doc, look, bookmark->title)) {
    weight += pack ? kPackBookmark : kBookmark;
  } else if (pack && bookmark->level == 0) {
    weight += kPackBookmark;
  }
  return weight;
}

/// The bookmark of each page. One that points to a blank page, or to the last page of the paper
/// before, belongs to the page after it, where that starts a paper by its own look.
std::vector<const Bookmark*> place_bookmarks(const Document& doc,
                                             const std::vector<PageLook>& looks, bool several) {
  std::vector<const Bookmark*> placed(looks.size());
  for (std::size_t p = 0; p < looks.size(); ++p) {
    const Bookmark* bookmark = bookmark_at(doc, static_cast<int>(p) + 1);
    if (bookmark == nullptr) continue;
    const bool early = p > 0 && p + 1 < looks.size() &&
                       bookmark_at(doc, static_cast<int>(p) + 2) == nullptr &&
                       (looks[p].blank || weigh_look(doc, looks, p, several) == 0) &&
                       weigh_look(doc, looks, p + 1, several) >= kEnough;
    placed[early ? p + 1 : p] = bookmark;
  }
  return placed;
}

/// The paper on pages [first, last), without blank pages at its ends; none when all are blank.
std::optional<Paper> to_paper(const std::vector<PageLook>& looks,
                              const std::vector<const Bookmark*>& bookmarks, std::size_t first,
                              std::size_t last) {
  while (first < last && looks[first].blank) ++first;
  while (last > first && looks[last - 1].blank) --last;
  if (first == last) return std::nullopt;
  Paper paper;
  paper.first_line = looks[first].first_line;
  paper.last_line = looks[last - 1].last_line;
  paper.first_page = static_cast<int>(first) + 1;
  paper.last_page = static_cast<int>(last);
  if (bookmarks[first] != nullptr) paper.title_hint = bookmarks[first]->title;
  return paper;
}

Paper whole(const Document& doc) {
  Paper paper;
  paper.last_line = doc.lines.size();
  paper.first_page = doc.pages.empty() ? 0 : 1;
  paper.last_page = static_cast<int>(doc.pages.size());
  return paper;
}

}  // namespace

std::vector<Paper> split_papers(const Document& doc) {
  if (doc.lines.empty()) return {};
  if (doc.pages.size() < 2) return {whole(doc)};
  const std::vector<PageLook> looks = look_at_pages(doc);
  const bool pack = is_pack(doc), several = holds_several(doc, looks);
  const auto bookmarks = place_bookmarks(doc, looks, several);
  std::vector<Paper> papers;
  std::size_t first = 0;
  const auto close = [&](std::size_t last) {
    const auto paper = to_paper(looks, bookmarks, first, last);
    if (paper && paper->first_line < paper->last_line) papers.push_back(*paper);
    first = last;
  };
  for (std::size_t p = 1; p < looks.size(); ++p) {
    if (looks[p].blank) continue;
    const int weight = weigh_look(doc, looks, p, several) +
                       weigh_bookmark(doc, looks[p], bookmarks[p], pack, several);
    if (weight >= kEnough) close(p);
  }
  close(looks.size());
  if (papers.empty()) papers.push_back(whole(doc));
  return papers;
}

}  // namespace moot
