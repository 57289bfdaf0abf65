#include "index/trace_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "index/words.hpp"

namespace moot {
namespace {

// What a meeting does with a matter is no part of the matter: agendas and minutes differ in it.
constexpr std::array<std::string_view, 33> kSmall = {
    "discuss", "discussion", "consider",  "consideration",
    "approve", "resolution", "authorise", "authorize",
    "a",       "an",         "and",       "at",
    "by",      "for",        "from",      "in",
    "into",    "its",        "of",        "on",
    "or",      "re",         "that",      "the",
    "to",      "with",       "decision",  "decisions",
    "key",     "is",         "be",        "y",
    "yr"};
constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

bool all_digits(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && all_digits(word) && (word.starts_with("19") || word.starts_with("20"));
}

bool is_quarter(std::string_view word) {
  return word.size() == 2 && word[0] == 'q' && word[1] >= '1' && word[1] <= '4';
}

template <std::size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// The year that "25" means in "2024-25" or "2024/25"; or "".
std::string short_year(std::string_view title, const Token& before, const Token& word) {
  if (!is_year(before.folded) || word.folded.size() != 2 || !all_digits(word.folded)) return {};
  const std::string_view between = title.substr(before.end, word.begin - before.end);
  for (const std::string_view sign : {"-", "/", "\xE2\x80\x93", " - ", " \xE2\x80\x93 "}) {
    if (between == sign) return before.folded.substr(0, 2) + word.folded;
  }
  return {};
}

std::string singular(std::string word) {
  if (word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's') word.pop_back();
  return word;
}

std::size_t common(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(std::count_if(
      a.begin(), a.end(), [&](const std::string& word) { return b.count(word) != 0; }));
}

bool includes(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::includes(a.begin(), a.end(), b.begin(), b.end());
}

constexpr std::size_t kRun = 5;            // words
constexpr std::size_t kFewestRuns = 8;     // of a text that can be told again
constexpr std::size_t kMostWords = 20000;  // of a text that are compared

std::string run_at(const std::vector<Token>& words, std::size_t at) {
  std::string run;
  for (std::size_t i = at; i < at + kRun; ++i) run += words[i].folded + ' ';
  return run;
}

std::vector<Token> words_of(std::string_view text) {
  std::vector<Token> words = tokenise(text);
  if (words.size() > kMostWords) words.resize(kMostWords);
  return words;
}

/// Whether figures are a year, a pair of years or a day: "2024/25", "17.01.2024".
bool is_period(std::string_view figures) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= figures.size();) {
    const std::size_t end = std::min(figures.find_first_of("/-.", at), figures.size());
    parts.push_back(figures.substr(at, end - at));
    if (!all_digits(parts.back())) return false;
    at = end + 1;
  }
  const auto two = [](std::string_view part) { return part.size() == 1 || part.size() == 2; };
  const auto any = [&](std::string_view part) { return two(part) || is_year(part); };
  if (parts.size() == 1) return is_year(parts[0]);
  if (parts.size() == 2) return is_year(parts[0]) && any(parts[1]);
  return parts.size() == 3 && any(parts[0]) && two(parts[1]) && any(parts[2]);
}

}  // namespace

std::string_view title_alone(std::string_view title) {
  constexpr std::size_t kLongest = 24;  // bytes of a number
  for (const std::string_view mark : {" - ", " \xE2\x80\x93 ", ": "}) {
    const std::size_t at = title.find(mark);
    if (at == std::string_view::npos || at > kLongest) continue;
    const std::string_view front = title.substr(0, at);
    const bool digit = front.find_first_of("0123456789") != std::string_view::npos;
    const bool joined = front.find_first_of("/-.") != std::string_view::npos || all_digits(front);
    if (digit && joined && front.find(' ') == std::string_view::npos && !is_period(front)) {
      return title.substr(at + mark.size());
    }
  }
  return title;
}

TitleWords title_words(std::string_view title) {
  title = title_alone(title);
  TitleWords made;
  const std::vector<Token> tokens = tokenise(title);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& word = tokens[i].folded;
    const std::string year = i > 0 ? short_year(title, tokens[i - 1], tokens[i]) : std::string();
    if (!year.empty()) {
      made.periods.insert(year);
    } else if (is_year(word) || is_quarter(word) || in(kMonths, word)) {
      made.periods.insert(word);
    } else if (!in(kSmall, word)) {
      made.words.insert(singular(word));
    }
  }
  return made;
}

double likeness(const TitleWords& a, const TitleWords& b) {
  std::size_t same = common(a.words, b.words), all = a.words.size() + b.words.size();
  if (same == 0) return 0;
  if (!a.periods.empty() && !b.periods.empty()) {
    same += common(a.periods, b.periods);
    all += a.periods.size() + b.periods.size();
  }
  return 2.0 * static_cast<double>(same) / static_cast<double>(all);
}

bool periods_differ(const TitleWords& a, const TitleWords& b) {
  return !includes(a.periods, b.periods) && !includes(b.periods, a.periods);
}

std::string body_key(std::string_view body, std::string_view council) {
  const std::vector<std::string> name = folded_words(council);
  std::string key;
  for (const std::string& word : folded_words(body)) {
    const bool small =
        word == "the" || word == "of" || word == "full" || word == "meeting" || word == "and";
    if (small || std::find(name.begin(), name.end(), word) != name.end()) continue;
    key += (key.empty() ? "" : " ") + word;
  }
  return key.empty() && !body.empty() ? "council" : key;
}

void add_runs(WordRuns& runs, std::string_view text) {
  const std::vector<Token> words = words_of(text);
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) runs.insert(run_at(words, i));
}

SharedWording shared_wording(std::string_view text, const WordRuns& others) {
  SharedWording shared;
  const std::vector<Token> words = words_of(text);
  if (words.size() < kRun + kFewestRuns - 1) return shared;
  std::size_t found = 0, stretch = 0, longest = 0, last = 0;
  const std::size_t runs = words.size() - kRun + 1;
  for (std::size_t i = 0; i < runs; ++i) {
    stretch = others.count(run_at(words, i)) != 0 ? stretch + 1 : 0;
    found += stretch > 0 ? 1 : 0;
    if (stretch <= longest) continue;
    longest = stretch;
    last = i;
  }
  shared.share = static_cast<double>(found) / static_cast<double>(runs);
  if (longest > 0) {
    const std::size_t begin = words[last + 1 - longest].begin;
    shared.longest = text.substr(begin, words[last + kRun - 1].end - begin);
  }
  return shared;
}

}  // namespace moot
