#include "extractors/score_text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "pipeline/normalise.hpp"

namespace moot {
namespace {

constexpr std::size_t kShortText = 80;  // words

using Replacement = std::pair<std::string_view, std::string_view>;

// White space that NFKC leaves as it is stands here too, and what may stand in telephone numbers.
constexpr std::array kRegular{
    Replacement{"\u2018", "'"},  Replacement{"\u2019", "'"}, Replacement{"\u02BC", "'"},
    Replacement{"`", "'"},       Replacement{"\u00B4", "'"}, Replacement{"\u201C", "\""},
    Replacement{"\u201D", "\""}, Replacement{"\u2010", "-"}, Replacement{"\u2011", "-"},
    Replacement{"\u2012", "-"},  Replacement{"\u2013", "-"}, Replacement{"\u2014", "-"},
    Replacement{"\u2212", "-"},  Replacement{"\u00AD", ""},  Replacement{"\u0085", " "},
    Replacement{"\u1680", " "},  Replacement{"\u2028", " "}, Replacement{"\u2029", " "},
    Replacement{"\u00A0", " "},  Replacement{"\u202F", " "}, Replacement{"\t", " "},
    Replacement{"\n", " "},      Replacement{"\v", " "},     Replacement{"\f", " "},
    Replacement{"\r", " "},      Replacement{"\x1c", " "},   Replacement{"\x1d", " "},
    Replacement{"\x1e", " "},    Replacement{"\x1f", " "}};

constexpr std::array<std::string_view, 11> kAtEnds = {" ", ".", ";",  ":",      ",",     "-",
                                                      "*", "'", "\"", "\u2022", "\u00B7"};

constexpr std::array<std::string_view, 4> kCurrency = {"\u00A3", "$", "\u20AC", "%"};

constexpr std::array<std::string_view, 7> kNegations = {"not",  "no",      "nor",   "never",
                                                        "none", "without", "cannot"};

template <typename Table>
bool holds(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

void append_folding_spaces(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
}

/// `text` with one form of each quote and dash, and of white space, none of it at the start.
std::string regular(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto found = std::find_if(kRegular.begin(), kRegular.end(), [&](const Replacement& row) {
      return text.starts_with(row.first);
    });
    const bool known = found != kRegular.end();
    append_folding_spaces(out, known ? found->second : text.substr(0, 1));
    text.remove_prefix(known ? found->first.size() : 1);
  }
  return out;
}

std::string_view without_ends(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : kAtEnds) {
      if (!text.empty() && text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        again = true;
      }
      if (!text.empty() && text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  return text;
}

std::vector<std::string> facts_of(std::string_view text, const std::vector<std::string>& words) {
  std::vector<std::string> facts;
  for (const std::string& word : words) {
    if (holds(kNegations, word) || starts_digit(word)) facts.push_back(word);
  }
  for (const std::string_view sign : kCurrency) {
    for (std::size_t at = 0; (at = text.find(sign, at)) != std::string_view::npos; ++at) {
      facts.emplace_back(sign);
    }
  }
  std::sort(facts.begin(), facts.end());
  return facts;
}

}  // namespace

std::string fold_value(std::string_view text) {
  return std::string(without_ends(regular(fold_compatible(text))));
}

Comparable comparable(std::string_view text) {
  Comparable made;
  made.folded = fold_value(text);
  made.words = alphanumeric_runs(made.folded);
  made.facts = facts_of(text, made.words);
  std::sort(made.words.begin(), made.words.end());
  return made;
}

double words_f1(const Comparable& a, const Comparable& b) {
  if (a.words.empty() || b.words.empty()) {
    return a.words.empty() && b.words.empty() && a.folded == b.folded ? 1.0 : 0.0;
  }
  if (std::max(a.words.size(), b.words.size()) <= kShortText && a.facts != b.facts) return 0.0;
  std::vector<std::string_view> both;
  std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(),
                        std::back_inserter(both));
  if (both.empty()) return 0.0;
  const double precision = static_cast<double>(both.size()) / static_cast<double>(b.words.size());
  const double recall = static_cast<double>(both.size()) / static_cast<double>(a.words.size());
  return 2 * precision * recall / (precision + recall);
}

std::string phone_digits(std::string_view text) {
  const std::string plain = regular(text);  // not NFKC, which makes digits of a half
  std::string digits;
  std::string_view rest = plain;
  if (rest.starts_with("+44")) {
    rest.remove_prefix(3);
    while (rest.starts_with(" ")) rest.remove_prefix(1);
    if (rest.starts_with("(0)")) rest.remove_prefix(3);
    digits = "0";
  }
  for (const char c : rest) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits.empty() ? fold_value(text) : digits;
}

}  // namespace moot
