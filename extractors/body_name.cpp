#include "extractors/body_name.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>
#include <vector>

#include <re2/re2.h>

#include "extractors/shapes.hpp"
#include "extractors/values_text.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

/// The words that names of bodies end with.
bool is_body_word(const std::string& word) {
  static const std::set<std::string> kWords = {
      "committee", "committees", "sub-committee", "sub-committees", "subcommittee", "cabinet",
      "council",   "councils",   "panel",         "panels",         "board",        "boards",
      "executive", "assembly",   "commission",    "forum",          "authority"};
  return kWords.contains(word);
}

/// Every word starts with a capital, but for those that join.
bool is_name(const std::vector<std::string_view>& words) {
  static const std::set<std::string_view> kJoints = {"&",  "and", "of", "for", "the", "a",
                                                     "on", "in",  "–",  "-",   "to"};
  constexpr std::size_t kMostWords = 12;
  return words.size() <= kMostWords &&
         std::all_of(words.begin(), words.end(), [](std::string_view word) {
           return kJoints.contains(word) || starts_upper(word) ||
                  (word.size() == 1 && std::isdigit(static_cast<unsigned char>(word[0])) != 0);
         });
}

/// "Planning Committee", "AREA BOARD EAST", "Licensing Sub-Committee B", "Annual Parish Meeting".
bool names_a_body(const std::string& text) {
  static const RE2 kWelsh(
      "(?i)^(?:cyngor|pwyllgor|y cabinet|cabinet|bwrdd)(?: [\\p{L}'’&-]+){0,8}$");
  static const RE2 kArea(
      "(?i)^(.*\\S) (?:\\([^()]{2,30}\\)|north|south|east|west|central|[a-z]|\\d)$");
  if (text.size() > kLongestBody || !starts_upper(text)) return false;
  if (RE2::FullMatch(text, kWelsh)) return true;
  std::string name = text;
  if (std::string whole; RE2::FullMatch(text, kArea, &whole)) name = whole;
  std::vector<std::string_view> words = split_words(name);
  if (words.size() > 1 && fold(words.back()) == "meeting") {
    const std::string before = fold(words[words.size() - 2]);
    if (before == "parish" || before == "town") return is_name(words);
    words.pop_back();
  }
  if (words.empty() || !is_name(words)) return false;
  const std::string last = fold(words.back());
  const bool group =
      last == "group" && words.size() > 1 && fold(words[words.size() - 2]) == "working";
  return group || is_body_word(last);
}

}  // namespace

std::string body_in(const std::string& text) {
  if (text.starts_with("To ")) return {};  // the members, who are addressed
  std::vector<std::string> tries = {normalise_value("body", text).value_or(""), text};
  // "Wexcombe Parish Council A.G.M. - 3rd May 2016"
  static const RE2 kAnnual(
      "(?i)^(.{4,80}?) (?:a\\.?g\\.?m\\.?|annual general meeting|annual meeting|(?:extra)?ordinary "
      "meeting)\\b.*");
  if (std::string body; RE2::FullMatch(text, kAnnual, &body)) tries.push_back(body);
  for (std::string_view dash : {" – ", " - "}) {
    if (const auto at = text.find(dash); at != std::string::npos)
      tries.push_back(text.substr(0, at));
  }
  for (const std::string& part : tries) {
    if (part.empty() || !names_a_body(part)) continue;
    std::string body = part;
    for (std::string_view tail : {" Meeting", " meeting", " MEETING"}) {
      if (!body.ends_with(tail)) continue;
      const std::string shorter = body.substr(0, body.size() - tail.size());
      if (names_a_body(shorter)) body = shorter;
    }
    return body;
  }
  return {};
}

}  // namespace moot
