#include "index/trace_pack.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "index/trace_numbers.hpp"
#include "index/trace_words.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

template <std::size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// A word that begins the title of an appendix, or heads or begins a list of them.
bool is_appendix_word(std::string_view word) {
  static constexpr std::array<std::string_view, 15> kWords = {
      "appendix",   "appendices", "appx",       "annex",    "annexe",
      "annexes",    "annexure",   "attachment", "schedule", "attachments",
      "enclosures", "enclosure",  "atodiad",    "attached", "atodiadau"};
  return in(kWords, word);
}

/// "Equality Impact Assessment", "Data Protection Screening": made for a report, never alone.
bool is_assessment(const std::vector<std::string>& words) {
  static constexpr std::array<std::string_view, 4> kTold = {"assessment", "screening", "eqia",
                                                            "dpia"};
  static constexpr std::array<std::string_view, 5> kOf = {"impact", "equality", "equalities",
                                                          "eqia", "dpia"};
  const auto one_of = [&](const auto& list) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return in(list, word); });
  };
  return one_of(kTold) && one_of(kOf);
}

/// What a paper calls itself: its title, or what it begins with.
std::string name_of(const Entry& paper) {
  constexpr std::size_t kFront = 80;  // bytes
  if (!paper.title.empty()) return paper.title;
  if (paper.passages.empty()) return {};
  const Passage& first = paper.passages.front();
  const std::string& front = first.heading.empty() ? first.text : first.heading;
  return front.substr(0, std::min(front.find('\n'), kFront));
}

/// Whether the words at `at` stand under or behind a word that lists appendices.
bool is_listed(const Passage& passage, const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::size_t kBack = 6;  // words: "Appendix 2 (attached) - draft"
  for (const std::string& word : folded_words(passage.heading)) {
    if (is_appendix_word(word)) return true;
  }
  for (std::size_t i = at; i-- > 0 && at - i <= kBack;) {
    const std::size_t gap = tokens[i + 1].begin - tokens[i].end;
    if (passage.text.substr(tokens[i].end, gap).find('\n') != std::string::npos) return false;
    if (is_appendix_word(tokens[i].folded)) return true;
  }
  return false;
}

/// The words with which the report lists a paper of this title; "" where it does not.
std::string listed_as(const Entry& report, const std::string& title) {
  constexpr std::size_t kFewest = 2;      // words of a title that tells
  constexpr std::size_t kEvidence = 120;  // bytes
  const std::vector<std::string> wanted = folded_words(title_alone(title));
  if (wanted.size() < kFewest) return {};
  for (const Passage& passage : report.passages) {
    const std::vector<Token> tokens = tokenise(passage.text);
    const auto same = [](const Token& token, const std::string& word) {
      return token.folded == word;
    };
    auto at = tokens.begin();
    while ((at = std::search(at, tokens.end(), wanted.begin(), wanted.end(), same)) !=
           tokens.end()) {
      const auto last = at + static_cast<std::ptrdiff_t>(wanted.size()) - 1;
      if (is_listed(passage, tokens, static_cast<std::size_t>(at - tokens.begin()))) {
        return words_around(passage.text, {at->begin, last->end}, kEvidence);
      }
      ++at;
    }
  }
  return {};
}

}  // namespace

std::string appendix_because(const Entry& report, const Entry& paper) {
  constexpr std::size_t kFront = 4;  // words: "Item 7 - Appendix A", "24/00108 - Appendix A"
  if (paper.kind == "appendix") return "appendix";
  if (paper.kind == "equality_assessment") return "equality assessment";
  const std::string name = name_of(paper);
  const std::vector<std::string> words = folded_words(name);
  const auto front = words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), kFront));
  // "Schedule of rates" may be a paper of its own; "attached" is no name.
  const auto names = std::find_if(words.begin(), front, [](const std::string& word) {
    return is_appendix_word(word) && word != "attached" && word != "schedule";
  });
  if (names != front || is_assessment(words)) return name;
  return paper.title.empty() ? "" : listed_as(report, paper.title);
}

bool ends_report(const Entry& paper) {
  static constexpr std::array<std::string_view, 7> kOwn = {
      "report",        "minutes",          "agenda",      "decision_notice",
      "issue_details", "decision_details", "forward_plan"};
  return in(kOwn, paper.kind);
}

}  // namespace moot
