#include "index/trace_numbers.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

#include "index/words.hpp"

namespace moot {
namespace {

using As = NumberMention::As;
using Tokens = std::vector<Token>;

constexpr std::string_view kDash = "\xE2\x80\x93";

template <std::size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), is_digit);
}

/// Whether a sign between two words joins them to one number.
bool is_joint(std::string_view between) {
  return between == "/" || between == "-" || between == "_" || between == "." || between == kDash;
}

/// A word before or behind a dash that is no part of a number: "Decision-24/00108".
bool is_plain(std::string_view word) {
  return word.size() >= 4 && !has_digit(word);
}

/// Whether words in front of a number label it.
bool is_label(std::string_view front) {
  static constexpr std::array<std::string_view, 6> kLast = {"no",        "number", "ref",
                                                            "reference", "rhif",   "cyf"};
  static constexpr std::array<std::string_view, 4> kNamed = {"decision", "issue", "report", "item"};
  constexpr std::size_t kMostWords = 5;
  const auto words = folded_words(front);
  if (words.empty() || words.size() > kMostWords) return false;
  if (in(kLast, words.back())) return true;
  return front.find_last_of(':') != std::string_view::npos && in(kNamed, words.back());
}

/// Finds one number in one text.
class Finder {
 public:
  Finder(std::string_view number, std::string_view text)
      : text_(text), number_(folded_words(number)), tokens_(tokenise(text)) {}

  std::vector<NumberMention> find() const {
    std::vector<NumberMention> found;
    if (number_.empty()) return found;
    for (std::size_t i = 0; i + number_.size() <= tokens_.size(); ++i) {
      if (stands_at(i)) found.push_back(mention_at(i));
    }
    return found;
  }

 private:
  std::string_view between(std::size_t left) const {
    return text_.substr(tokens_[left].end, tokens_[left + 1].begin - tokens_[left].end);
  }

  bool stands_at(std::size_t first) const {
    constexpr std::size_t kWidest = 5;  // bytes between two parts: " / ", a dash with spaces
    for (std::size_t k = 0; k < number_.size(); ++k) {
      if (tokens_[first + k].folded != number_[k]) return false;
      if (k == 0) continue;
      const std::string_view gap = between(first + k - 1);
      if (gap.size() > kWidest || gap.find('\n') != std::string_view::npos) return false;
    }
    return true;
  }

  bool joined_left(std::size_t at) const {
    if (at == 0 || !is_joint(between(at - 1))) return false;
    const std::string_view gap = between(at - 1), word = tokens_[at - 1].folded;
    if (gap == ".") return has_digit(word);
    return gap == "/" || !is_plain(word);
  }

  bool joined_right(std::size_t at) const {
    if (at + 1 >= tokens_.size() || !is_joint(between(at))) return false;
    const std::string_view gap = between(at), word = tokens_[at + 1].folded;
    if (gap == ".") return is_digit(word[0]);
    return gap == "/" || !is_plain(word);
  }

  NumberMention mention_at(std::size_t first) const {
    constexpr std::size_t kMostParts = 4;
    std::size_t left = first, right = first + number_.size() - 1;
    while (first - left < kMostParts && joined_left(left)) --left;
    while (right - first < number_.size() + kMostParts && joined_right(right)) ++right;
    NumberMention mention{As::Sentence, {tokens_[left].begin, tokens_[right].end}};
    if (right - left + 1 > number_.size()) {
      mention.as = As::Part;
    } else if (after_application(first)) {
      mention.as = As::Planning;
    } else {
      mention.as = at_line_start(mention.range);
    }
    return mention;
  }

  /// A number with letters in it is not taken for another kind of number.
  bool after_application(std::size_t first) const {
    constexpr std::size_t kBack = 4;  // words
    const auto digits = [](const std::string& part) {
      return std::all_of(part.begin(), part.end(), is_digit);
    };
    if (!std::all_of(number_.begin(), number_.end(), digits)) return false;
    for (std::size_t i = first; i-- > 0 && first - i <= kBack;) {
      const std::string_view word = tokens_[i].folded;
      if (text_.substr(tokens_[i].end, tokens_[first].begin - tokens_[i].end).find('\n') !=
          std::string_view::npos) {
        return false;
      }
      if (word == "application" || word == "applications" || word == "planning") return true;
    }
    return false;
  }

  /// Heading or Label where the line begins so, else Sentence. Looks back so far and no farther:
  /// one line may be megabytes long, and its mentions many.
  As at_line_start(TextRange range) const {
    constexpr std::size_t kLongestFront = 400;  // bytes: five words at their longest, and signs
    const std::size_t from = range.begin - std::min(range.begin, kLongestFront);
    const std::size_t newline = text_.substr(from, range.begin - from).rfind('\n');
    if (newline == std::string_view::npos && from > 0) return As::Sentence;
    const std::size_t line = newline == std::string_view::npos ? 0 : from + newline + 1;
    const std::string_view front = text_.substr(line, range.begin - line);
    const std::string_view next =
        text_.substr(std::min(text_.find_first_not_of(" \t", range.end), text_.size()));
    const bool ends = next.empty() || next[0] == '\n';
    if (front.find_first_not_of(" \t0123456789.)") == std::string_view::npos) {
      const bool dash = next.starts_with('-') || next.starts_with(kDash) || next.starts_with(':');
      return (dash || ends) && !goes_on(line) ? As::Heading : As::Sentence;
    }
    const bool alone =
        ends || std::isupper(static_cast<unsigned char>(next[0])) != 0 || next[0] == '(';
    return alone && is_label(front) ? As::Label : As::Sentence;
  }

  /// Whether the line at `line` only goes on with a sentence of the line before.
  bool goes_on(std::size_t line) const {
    constexpr std::size_t kFullLine = 60;  // bytes: shorter ones were not broken for want of room
    if (line <= kFullLine) return false;
    const std::size_t end = line - 1;
    const std::string_view tail = text_.substr(end - kFullLine, kFullLine);
    return tail.find('\n') == std::string_view::npos && tail.back() != '.' && tail.back() != ';' &&
           tail.back() != ':';
  }

  std::string_view text_;
  std::vector<std::string> number_;
  Tokens tokens_;
};

/// Whether the tokens at `at` are "call in" or "called in", and say that it was.
bool was_called_in(std::string_view text, std::span<const Token> tokens, std::size_t at) {
  static constexpr std::array<std::string_view, 15> kBefore = {
      "not",     "no",     "may",    "can",   "could",   "if",    "unless", "eligible",
      "subject", "exempt", "should", "would", "without", "waive", "whether"};
  static constexpr std::array<std::string_view, 10> kBehind = {
      "period",  "procedure", "procedures", "deadline", "arrangements",
      "process", "date",      "rules",      "expires",  "provisions"};
  static constexpr std::array<std::string_view, 6> kTalk = {"a",     "phone",      "telephone",
                                                            "video", "conference", "roll"};
  constexpr std::size_t kBack = 4;  // words
  const std::string_view word = tokens[at].folded;
  const bool call = word == "call" || word == "called";
  if (!call || at + 1 >= tokens.size() || tokens[at + 1].folded != "in") return false;
  const bool hyphened = text[tokens[at].end] == '-';
  if (at > 0 && in(kTalk, tokens[at - 1].folded) && word == "call" && !hyphened) return false;
  for (std::size_t i = at; i-- > 0 && at - i <= kBack;) {
    if (in(kBefore, tokens[i].folded)) return false;
  }
  return at + 2 >= tokens.size() || !in(kBehind, tokens[at + 2].folded);
}

/// The sentence around `range`, as far as it can be told, and at most so many bytes on each side.
TextRange sentence_around(std::string_view text, TextRange range, std::size_t most) {
  const auto ends_sentence = [&](std::size_t at) {
    return text[at] == '.' && at + 2 < text.size() &&
           (text[at + 1] == ' ' || text[at + 1] == '\n') &&
           std::isupper(static_cast<unsigned char>(text[at + 2])) != 0;
  };
  TextRange sentence = range;
  while (sentence.begin > 0 && range.begin - sentence.begin < most &&
         !ends_sentence(sentence.begin - 1)) {
    --sentence.begin;
  }
  while (sentence.end < text.size() && sentence.end - range.end < most &&
         !ends_sentence(sentence.end)) {
    ++sentence.end;
  }
  return sentence;
}

/// Words with a digit among them that only '/' or '-' joins: "24/00108", "AB-PW-2024-1", "2024".
std::vector<std::string_view> joined_runs(std::string_view text) {
  std::vector<std::string_view> runs;
  const Tokens tokens = tokenise(text);
  for (std::size_t first = 0; first < tokens.size();) {
    std::size_t last = first;
    const auto joined = [&] {
      const std::size_t gap = tokens[last].end;
      return last + 1 < tokens.size() && tokens[last + 1].begin == gap + 1 &&
             (text[gap] == '/' || text[gap] == '-');
    };
    while (joined()) ++last;
    const std::string_view run =
        text.substr(tokens[first].begin, tokens[last].end - tokens[first].begin);
    if (has_digit(run)) runs.push_back(run);
    first = last + 1;
  }
  return runs;
}

/// Digits as 9, letters as a, what stands between as one '/'.
std::string form_of(std::string_view number) {
  std::string form;
  for (const Token& token : tokenise(number)) {
    if (!form.empty()) form += '/';
    for (const char c : token.folded) form += is_digit(c) ? '9' : 'a';
  }
  return form;
}

}  // namespace

std::vector<NumberMention> mentions_of(std::string_view number, std::string_view text) {
  const std::vector<std::string> parts = folded_words(number);
  // Most texts do not have it, and digits look the same in all of them.
  const auto digits = [](const std::string& part) {
    return std::all_of(part.begin(), part.end(), is_digit);
  };
  const auto part = std::find_if(parts.rbegin(), parts.rend(), digits);
  if (part != parts.rend() && text.find(*part) == std::string_view::npos) return {};
  return Finder(number, text).find();
}

bool file_name_has(std::string_view number, std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  if (!is_telling(number)) return false;
  // "cabinet_24-00108_-_Report": its underscores are spaces.
  std::string spaced(name);
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  const auto mentions = mentions_of(number, spaced);
  const auto whole = [](const NumberMention& mention) { return mention.as < As::Planning; };
  if (std::any_of(mentions.begin(), mentions.end(), whole)) return true;
  if (!mentions.empty()) return false;  // of a planning application, or inside another number
  const auto words = folded_words(spaced);
  return std::find(words.begin(), words.end(), squeeze(number)) != words.end();
}

std::string number_of_same_form(std::string_view number, std::string_view title) {
  std::string_view front = title.substr(0, title.find(' '));
  while (!front.empty() && (front.back() == ':' || front.back() == ',')) front.remove_suffix(1);
  return has_digit(front) && form_of(front) == form_of(number) ? std::string(front) : std::string();
}

std::string number_like_in(std::string_view number, std::string_view title) {
  const std::string form = form_of(number);
  if (form.find('a') == std::string::npos) return {};
  for (const std::string_view run : joined_runs(title)) {
    if (form_of(run) == form && squeeze(run) != squeeze(number)) return std::string(run);
  }
  return {};
}

std::string coded_number(std::string_view title) {
  for (const std::string_view run : joined_runs(title)) {
    const std::string form = form_of(run);
    const auto parts = std::count(form.begin(), form.end(), '/') + 1;
    const bool coded = form.find('a') != std::string::npos && is_telling(run);
    if (coded && (parts > 2 || (parts == 2 && run.find('/') != std::string_view::npos))) {
      return std::string(run);
    }
  }
  return {};
}

std::string labelled_number(std::string_view text) {
  constexpr std::size_t kLongestFront = 60;  // bytes
  for (const std::string_view run : joined_runs(text)) {
    const std::size_t begin = static_cast<std::size_t>(run.data() - text.data());
    const std::size_t from = begin - std::min(begin, kLongestFront);
    const std::size_t newline = text.substr(from, begin - from).rfind('\n');
    const std::size_t line = newline == std::string_view::npos ? from : from + newline + 1;
    const bool labelled =
        (line == 0 || text[line - 1] == '\n') && is_label(text.substr(line, begin - line));
    const std::string form = form_of(run);
    const bool date =
        form.find('a') == std::string::npos && std::count(form.begin(), form.end(), '/') > 1;
    if (labelled && !date && form.find('/') != std::string::npos && is_telling(run)) {
      return std::string(run);
    }
  }
  return {};
}

bool is_telling(std::string_view number) {
  constexpr int kFewestDigits = 4;
  constexpr std::size_t kShortest = 5;
  return std::count_if(number.begin(), number.end(), is_digit) >= kFewestDigits &&
         squeeze(number).size() >= kShortest;
}

bool speaks_of_call_in(std::string_view text, TextRange mention) {
  constexpr std::size_t kMost = 240;  // bytes on each side
  const TextRange sentence = sentence_around(text, mention, kMost);
  const std::string_view words = text.substr(sentence.begin, sentence.end - sentence.begin);
  // Most sentences have no such word, and parting them costs more than looking.
  const bool has_call =
      words.find("all") != std::string_view::npos || words.find("ALL") != std::string_view::npos;
  if (!has_call) return false;
  const Tokens tokens = tokenise(words);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (was_called_in(words, tokens, i)) return true;
  }
  return false;
}

bool is_call_in_title(std::string_view title) {
  return speaks_of_call_in(title, {0, title.size()});
}

std::string words_around(std::string_view text, TextRange range, std::size_t length) {
  const std::size_t spare =
      length > range.end - range.begin ? length - (range.end - range.begin) : 0;
  std::size_t begin = range.begin - std::min(range.begin, spare / 2);
  std::size_t end = std::min(text.size(), range.end + spare / 2);
  const auto is_space = [](char c) { return c == ' ' || c == '\n'; };
  while (begin > 0 && begin < range.begin && !is_space(text[begin - 1])) ++begin;
  while (end < text.size() && end > range.end && !is_space(text[end])) --end;
  std::string words;
  for (const char c : text.substr(begin, end - begin)) {
    const bool space = is_space(c) || c == '\t';
    if (!space) words += c;
    if (space && !words.empty() && words.back() != ' ') words += ' ';
  }
  if (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

}  // namespace moot
