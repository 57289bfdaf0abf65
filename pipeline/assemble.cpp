#include "pipeline/assemble.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "pipeline/normalise.hpp"

namespace moot {
namespace {

/// How a line's end breaks a word: with a printed hyphen, or with a mark that says 'broken here'.
enum class Hyphen { None, Printed, Soft };

/// A word that runs from the end of one line to the start of another.
struct Break {
  std::size_t line = 0;
  std::size_t next = 0;
  std::string first, second;  ///< its two halves, lower case
  Hyphen hyphen = Hyphen::Printed;
  bool lower = false;     ///< the second half starts with a lower-case letter
  bool capitals = false;  ///< all letters of both halves are capitals
  bool compound = false;  ///< a hyphen stands before the first or after the second half too
  bool address = false;   ///< part of a web or email address
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A byte of a word: ASCII letters and digits, and all of UTF-8 but General Punctuation, whose
/// quotes and dashes stand around words.
bool is_word_byte(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return (byte | 0x20U) - 'a' < 26U || is_digit(text[at]);
  for (std::size_t back = 0; back <= 2 && back <= at; ++back) {
    const auto lead = static_cast<unsigned char>(text[at - back]);
    if (lead < 0xC0) continue;
    if (lead != 0xE2 || at - back + 1 >= text.size()) return true;
    const auto second = static_cast<unsigned char>(text[at - back + 1]);
    return second != 0x80 && second != 0x81;
  }
  return true;
}

/// In ASCII; other letters keep their case, which is enough to compare words of one document.
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

bool one_of(std::string_view word, const auto& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// ---- finding words that are broken over lines ----------------------------------------------

constexpr std::size_t kLongestHalf = 64;  // bytes; keeps odd input from costing quadratic time

/// Takes a line's final hyphen for `Break`; gives the text without it.
std::string_view without_hyphen(std::string_view text) {
  for (const std::string_view mark : {"-", "\xE2\x80\x90", "\xE2\x80\x91", "\xC2\xAC"}) {
    if (text.ends_with(mark)) return text.substr(0, text.size() - mark.size());
  }
  return text;
}

Hyphen final_hyphen(std::string_view raw) {
  while (!raw.empty() && (raw.back() == ' ' || raw.back() == '\r' || raw.back() == '\t')) {
    raw.remove_suffix(1);
  }
  if (raw.ends_with("\xC2\xAD") || raw.ends_with("\xC2\xAC")) return Hyphen::Soft;
  for (const std::string_view mark : {"-", "\xE2\x80\x90", "\xE2\x80\x91"}) {
    if (raw.ends_with(mark)) return Hyphen::Printed;
  }
  return Hyphen::None;
}

std::string_view last_word(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && text.size() - at < kLongestHalf && is_word_byte(text, at - 1)) --at;
  return text.substr(at);
}

std::string_view first_word(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && at < kLongestHalf && is_word_byte(text, at)) ++at;
  return text.substr(0, at);
}

/// Up to the first space.
std::string_view first_token(std::string_view text) {
  return text.substr(0, text.find(' '));
}

std::string_view last_token(std::string_view text) {
  const std::string_view tail =
      text.substr(text.size() - std::min<std::size_t>(text.size(), 4 * kLongestHalf));
  const std::size_t space = tail.rfind(' ');
  return space == std::string_view::npos ? tail : tail.substr(space + 1);
}

/// "a)", "iv.", "12." and their like start an item of a list.
bool is_marker(std::string_view token) {
  if (token.size() < 2 || token.size() > 5) return false;
  const char end = token.back();
  const std::string_view inside = token.substr(0, token.size() - 1);
  if (end == ')') return true;
  return end == '.' && (inside.size() == 1 || inside.find_first_not_of("ivx") == inside.npos ||
                        inside.find_first_not_of("0123456789") == inside.npos);
}

/// The letter that `text` starts with, of ASCII or of Latin with accents; else nothing.
std::string_view first_letter(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return (lead | 0x20U) - 'a' < 26U ? text.substr(0, 1) : std::string_view{};
  return lead >= 0xC3 && lead <= 0xC9 ? text.substr(0, 2) : std::string_view{};
}

bool is_lower_letter(std::string_view text) {
  const std::string_view letter = first_letter(text);
  return !letter.empty() && !starts_upper(letter);
}

bool belong_together(const RawLine& line, const RawLine& next) {
  return line.cell == next.cell && next.page - line.page <= 2 &&
         std::abs(line.style.size - next.style.size) < 1;
}

/// "pre- and post-war": the hyphen stands for the word that follows later.
constexpr std::array<std::string_view, 8> kAfterSuspended{"and",    "or", "to", "nor",
                                                          "and/or", "a",  "ac", "neu"};

/// Whether the word at the end of `text` goes on at the start of `after`; fills `found`.
bool breaks(std::string_view text, std::string_view after, bool starts_paragraph, Break& found) {
  const std::string_view head =
      found.hyphen == Hyphen::Soft && !text.ends_with("\xC2\xAC") ? text : without_hyphen(text);
  const std::string_view token = first_token(after);
  if (head.empty() || after.empty() || is_marker(token)) return false;
  const std::string_view first = last_word(head);
  const std::string_view second = first_word(after);
  if (first.empty() || second.empty()) return false;
  found.lower = is_lower_letter(after);
  const bool digits = is_digit(first.back()) && is_digit(second.front());
  if (!found.lower && (starts_paragraph || !(digits || starts_upper(first_letter(after))))) {
    return false;
  }
  if (is_digit(second.front()) && !digits) return false;
  if (found.hyphen == Hyphen::Printed && one_of(token, kAfterSuspended)) return false;
  const std::string_view before = last_token(head);
  found.address = before.find("://") != before.npos || before.find("www.") != before.npos ||
                  before.find('@') != before.npos || token.find('@') != token.npos;
  found.compound = (first.size() < head.size() && head[head.size() - first.size() - 1] == '-') ||
                   (second.size() + 1 < token.size() && token[second.size()] == '-' &&
                    is_word_byte(token, second.size() + 1));
  found.capitals = all_upper(first) && all_upper(second);
  found.first = lower(first);
  found.second = lower(second);
  return true;
}

// ---- deciding what to do with the hyphen ---------------------------------------------------

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

/// Counts those words of a document that a decision asks for.
class Vocabulary {
 public:
  void want(const std::string& word, int start) {
    filter_.set(key(word));
    counts_[word] += start;
  }

  /// Counts the words of one line, and the pairs "in-house".
  void add(std::string_view line) {
    text_ = lower(line);
    std::size_t previous = std::string::npos;
    for (std::size_t at = 0; at < text_.size();) {
      if (!is_word_byte(text_, at)) {
        if (text_[at] != '-') previous = std::string::npos;
        ++at;
        continue;
      }
      const std::size_t begin = at;
      while (at < text_.size() && is_word_byte(text_, at)) ++at;
      count(begin, at);
      if (previous != std::string::npos && text_[begin - 1] == '-') count(previous, at);
      previous = begin;
    }
  }

  int of(const std::string& word) const {
    const auto found = counts_.find(word);
    return found == counts_.end() ? 0 : found->second;
  }

 private:
  static std::size_t key(std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    const auto last = static_cast<unsigned char>(word.back());
    return (first * 31U + last) * 31U + word.size() % 64;
  }
  void count(std::size_t begin, std::size_t end) {
    const std::string_view word = std::string_view(text_).substr(begin, end - begin);
    if (!filter_.test(key(word))) return;
    const auto found = counts_.find(word);
    if (found != counts_.end()) ++found->second;
  }

  std::unordered_map<std::string, int, TextHash, std::equal_to<>> counts_;
  std::bitset<1 << 18> filter_;
  std::string text_;
};

constexpr std::array<std::string_view, 41> kPrefixes{
    "self", "non",   "cross",  "multi", "mid",    "well",  "long",     "short",    "high",
    "low",  "part",  "full",   "half",  "one",    "two",   "three",    "four",     "five",
    "six",  "seven", "eight",  "nine",  "ten",    "year",  "ex",       "vice",     "anti",
    "semi", "e",     "cost",   "mixed", "single", "third", "evidence", "decision", "policy",
    "all",  "pan",   "double", "value", "follow"};

/// Both a prefix of compounds and the start of many plain words.
constexpr std::array<std::string_view, 10> kDoubtfulPrefixes{"in", "re",    "co",  "pre",   "post",
                                                             "de", "inter", "sub", "intra", "bi"};

/// Words that are half of many words written as one: "with-in", "how-ever".
constexpr std::array<std::string_view, 36> kJoiners{
    "the", "there", "where", "here", "how",   "what", "when", "who",     "some",
    "any", "every", "with",  "for",  "to",    "be",   "no",   "not",     "can",
    "an",  "over",  "under", "up",   "out",   "on",   "off",  "it",      "ever",
    "so",  "as",    "at",    "more", "after", "fore", "less", "through", "house"};

/// `votes`: by how many the document's other breaks are at a hyphen of the word's own.
bool keeps_hyphen(const Break& b, const Vocabulary& words, int votes) {
  const int joined = words.of(b.first + b.second);
  const int hyphened = words.of(b.first + "-" + b.second);
  if (b.hyphen == Hyphen::Soft) return hyphened > joined;
  if (b.address || is_digit(b.first.back()) || is_digit(b.second.front())) return true;
  if (joined > 0 || hyphened > 0) return hyphened >= joined;
  // Only capitals can be broken before a capital, and only typesetters do so.
  if (!b.lower && (!b.capitals || votes >= 0)) return true;
  if (b.compound || one_of(b.first, kPrefixes)) return true;
  const int second = words.of(b.second);
  if (one_of(b.first, kDoubtfulPrefixes)) return second > 0 || votes > 0;
  const bool joiner = one_of(b.first, kJoiners) || one_of(b.second, kJoiners);
  const bool two_words =
      words.of(b.first) > 0 && second > 0 && !joiner && b.first.size() > 2 && b.second.size() > 2;
  return two_words || votes > 0;
}

// ---- the work ------------------------------------------------------------------------------

/// Lines with their text made regular; index by index those of the RawDocument.
struct Work {
  std::vector<RawLine>& lines;
  std::vector<Hyphen> hyphens;
};

/// Makes each line regular and drops those that become empty.
void tidy(Work& work) {
  std::vector<RawLine>& lines = work.lines;
  std::size_t kept = 0;
  bool paragraph = false;
  for (RawLine& line : lines) {
    std::string text = normalise_line(line.text);
    if (text.empty()) {
      paragraph = paragraph || line.starts_paragraph;
      continue;
    }
    work.hyphens.push_back(line.role == LineRole::Body ? final_hyphen(line.text) : Hyphen::None);
    line.text = std::move(text);
    line.starts_paragraph = paragraph || line.starts_paragraph;
    // A running head takes no paragraph's start away from the body.
    if (line.role == LineRole::Body) paragraph = false;
    if (&lines[kept] != &line) lines[kept] = std::move(line);
    ++kept;
  }
  lines.resize(kept);
}

std::vector<Break> find_breaks(const Work& work) {
  std::vector<Break> found;
  const std::vector<RawLine>& lines = work.lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (work.hyphens[i] == Hyphen::None) continue;
    std::size_t j = i + 1;
    while (j < lines.size() && lines[j].role != LineRole::Body) ++j;
    if (j == lines.size()) break;
    if (!belong_together(lines[i], lines[j])) continue;
    Break candidate;
    candidate.line = i;
    candidate.next = j;
    candidate.hyphen = work.hyphens[i];
    if (breaks(lines[i].text, lines[j].text, lines[j].starts_paragraph, candidate)) {
      found.push_back(std::move(candidate));
    }
  }
  return found;
}

Vocabulary vocabulary(const Work& work, const std::vector<Break>& found) {
  Vocabulary words;
  for (const Break& b : found) {
    words.want(b.first, -1);  // a half is no witness for itself
    words.want(b.second, -1);
    words.want(b.first + b.second, 0);
    words.want(b.first + "-" + b.second, 0);
  }
  for (const RawLine& line : work.lines) words.add(line.text);
  return words;
}

void join_words(Work& work) {
  const std::vector<Break> found = find_breaks(work);
  if (found.empty()) return;
  const Vocabulary words = vocabulary(work, found);
  // Word processors seldom break words, typesetters do: the other breaks of the document tell.
  int votes = 0;
  for (const Break& b : found) {
    votes += words.of(b.first + "-" + b.second) > 0 ? 1 : 0;
    votes -= words.of(b.first + b.second) > 0 ? 1 : 0;
  }
  std::vector<RawLine>& lines = work.lines;
  std::unordered_map<std::size_t, std::size_t> moved;  // lines that went up whole, and where to
  for (const Break& b : found) {
    const auto whole = moved.find(b.line);
    std::string& text = lines[whole == moved.end() ? b.line : whole->second].text;
    const bool keep = keeps_hyphen(b, words, votes);
    const bool marked = b.hyphen == Hyphen::Printed || text.ends_with("\xC2\xAC");
    if (marked && (!keep || b.hyphen == Hyphen::Soft)) text = without_hyphen(text);
    if (keep && b.hyphen == Hyphen::Soft) text += '-';
    std::string& after = lines[b.next].text;
    const std::string_view rest = first_token(after);
    text += rest;
    after.erase(0, std::min(after.size(), rest.size() + 1));
    if (after.empty()) moved[b.next] = whole == moved.end() ? b.line : whole->second;
  }
}

}  // namespace

Document assemble(RawDocument raw) {
  Work work{raw.lines, {}};
  tidy(work);
  join_words(work);

  Document doc;
  doc.pages = std::move(raw.pages);
  doc.notes = std::move(raw.notes);
  doc.media_type = std::move(raw.media_type);
  doc.title = normalise_line(raw.title);
  doc.bookmarks = std::move(raw.bookmarks);
  for (Bookmark& mark : doc.bookmarks) mark.title = normalise_line(mark.title);
  std::size_t size = 0;
  for (const RawLine& line : work.lines) size += line.text.size() + 1;
  doc.text.reserve(size);
  doc.lines.reserve(work.lines.size());
  for (const RawLine& line : work.lines) {
    if (line.text.empty()) continue;
    if (!doc.lines.empty()) doc.text += '\n';
    const std::size_t begin = doc.text.size();
    doc.text += line.text;
    doc.lines.push_back({{begin, doc.text.size()},
                         line.page,
                         line.box,
                         line.style,
                         line.role,
                         line.starts_paragraph,
                         line.cell,
                         line.certainty});
  }
  return doc;
}

}  // namespace moot
