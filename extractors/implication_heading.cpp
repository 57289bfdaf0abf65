#include "extractors/implication_heading.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <re2/re2.h>

#include "extractors/compiled_rules.hpp"
#include "extractors/values.hpp"
#include "extractors/values_text.hpp"

namespace moot {

namespace {

using Words = std::vector<std::string>;
using Table = std::unordered_map<std::string, std::vector<std::size_t>>;

constexpr std::size_t kMostWords = 24;
constexpr std::size_t kLongestRunIn = 140;  // bytes of a heading in front of its text

bool is_implications(const std::string& word) {
  return one_of(word, {"implication", "implications", "goblygiadau"});
}

/// Words that make a heading of implications of a kind, where nothing else stands beside them.
bool is_sign(const std::string& word) {
  static const std::set<std::string> kSigns = {
      "implication", "implications", "goblygiadau",  "considerations", "consideration",
      "impact",      "impacts",      "issues",       "issue",          "comments",
      "comment",     "advice",       "assessment",   "assessments",    "aspects",
      "duty",        "duties",       "requirements", "effects",        "consequences",
      "screening",   "relevance",    "appraisal"};
  return kSigns.contains(word);
}

/// Words with which an officer says something.
bool is_saying(const std::string& word) {
  return one_of(word, {"comments", "comment", "advice", "observations", "views", "opinion",
                       "remarks", "certification", "assurance"});
}

/// Small words that may stand between the parts.
bool is_joint(const std::string& word) {
  static const std::set<std::string> kJoints = {
      "and",        "&",    "the",     "of",      "other",     "for",          "any",
      "a",          "or",   "to",      "on",      "with",      "from",         "in",
      "its",        "our",  "as",      "by",      "corporate", "general",      "specific",
      "under",      "all",  "also",    "if",      "including", "include",      "includes",
      "wider",      "key",  "link",    "links",   "linked",    "contribution", "relating",
      "act",        "acts", "arising", "council", "council's", "authority's",  "significant",
      "direct",     "been", "changes", "change",  "summary",   "either",       "statutory",
      "obligations"};
  return word.empty() || kJoints.contains(word) ||
         (word.size() == 4 && std::all_of(word.begin(), word.end(), is_digit_byte));
}

/// Words of the name of a post that say nothing of its subject.
bool is_post_word(const std::string& word) {
  static const std::set<std::string> kWords = {
      "officer",   "officers",  "director", "directors", "head",    "chief",    "strategic",
      "assistant", "deputy",    "interim",  "acting",    "service", "services", "manager",
      "city",      "county",    "borough",  "district",  "team",    "lead",     "principal",
      "senior",    "executive", "group",    "town",      "joint",   "business", "partner"};
  return kWords.contains(word);
}

bool is_post(const std::string& word) {
  return one_of(word, {"officer", "director", "head", "executive", "solicitor", "treasurer"});
}

/// The words of a heading; an empty one stands where a comma, stroke, bracket, colon or dash parts
/// them.
Words heading_words(std::string_view heading) {
  Words words;
  std::string spaced;
  for (char c : heading) {
    if (std::string_view(",/():").find(c) != std::string_view::npos) {
      spaced += " , ";
    } else {
      spaced.push_back(c);
    }
  }
  for (std::string& word : label_words(spaced)) {
    while (!word.empty() && std::string_view(".?;").find(word.back()) != std::string_view::npos)
      word.pop_back();
    if (word == "," || word == "–" || word == "-" || word == "—") word.clear();
    words.push_back(std::move(word));
  }
  return words;
}

void add_all(const std::vector<std::size_t>& from, std::vector<std::size_t>& to) {
  for (std::size_t one : from) {
    if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
  }
}

/// What the words of a heading are made of.
struct Reading {
  std::vector<std::size_t> rules;
  std::size_t kinds = 0;  ///< runs of words that name one
  bool covered = true;    ///< no word is left over
};

/// Reads runs of words by a table: "human rights and health and safety" has two. A run goes from a
/// joint to a joint; of several that fit, the longest counts.
template <typename IsJoint>
Reading read_words(const Table& table, const Words& words, IsJoint joint) {
  Reading reading;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    std::size_t end = words.size();
    for (; end > begin; --end) {
      const bool edges =
          (begin == 0 || joint(words[begin - 1])) && (end == words.size() || joint(words[end]));
      if (!edges) continue;
      std::string part;
      for (std::size_t i = begin; i < end; ++i) part += (part.empty() ? "" : " ") + words[i];
      const auto found = table.find(part);
      if (found == table.end()) continue;
      add_all(found->second, reading.rules);
      ++reading.kinds;
      break;
    }
    if (end > begin) {
      begin = end - 1;
    } else if (!joint(words[begin])) {
      reading.covered = false;
    }
  }
  return reading;
}

bool is_frame(const std::string& word) {
  return is_joint(word) || is_sign(word);
}

bool has_digit(const std::string& word) {
  return std::any_of(word.begin(), word.end(), is_digit_byte);
}

/// "Comments of the Head of Law and Governance", "Section 151 Officer's advice": the kind is that
/// of the post. A post of several subjects speaks for the first; money and law, which the law
/// itself asks for, go before.
std::vector<std::size_t> match_posts(const RuleSet& rules, Words words) {
  for (std::string& word : words) {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    if (word.ends_with("s'")) word.pop_back();
  }
  const Reading posts = read_words(rules.compiled().posts, words, [](const std::string& word) {
    const bool reference = has_digit(word) && word != "151" && word != "s151";
    return is_frame(word) || is_saying(word) || is_post_word(word) || reference;
  });
  if (!posts.covered) return {};
  std::vector<std::size_t> first;
  for (std::size_t index : posts.rules) {
    const std::string& field = rules.rules()[index].field;
    if (field == "implications/financial" || field == "implications/legal") first.push_back(index);
  }
  if (first.empty() && !posts.rules.empty()) first.push_back(posts.rules.front());
  return first;
}

/// Words that a heading "... implications" may hold beside its parts: the first part ends where an
/// unknown word begins.
std::vector<std::size_t> match_loosely(const RuleSet& rules, const Words& words) {
  return read_words(rules.compiled().parts, words, is_frame).rules;
}

/// "Appendix B - Equality Impact Assessment" is the title of a paper.
bool is_title(const Words& words) {
  return one_of(words[0], {"appendix", "annex", "annexe", "atodiad", "schedule"});
}

bool is_long_or_title(const Words& words) {
  return words.empty() || words.size() > kMostWords || is_title(words);
}

/// A heading without a word that is left over.
std::vector<std::size_t> match_strictly(const RuleSet& rules, const Words& words) {
  if (is_long_or_title(words)) return {};
  const Reading reading = read_words(rules.compiled().parts, words, is_frame);
  const bool sign = std::any_of(words.begin(), words.end(), is_sign);
  if (reading.covered && reading.kinds > 0 && sign) return reading.rules;
  const bool said = std::any_of(words.begin(), words.end(), is_saying);
  return said ? match_posts(rules, words) : std::vector<std::size_t>{};
}

/// Whether a sign or a word of saying may be among the words: few headings need a closer look.
bool may_have_sign(std::string_view heading) {
  static constexpr std::string_view kStems[] = {
      "implication", "oblygiadau", "consideration", "impact",    "issue",   "comment",
      "advice",      "assessment", "aspect",        "dut",       "require", "effect",
      "consequence", "screening",  "relevance",     "appraisal", "observ",  "view",
      "opinion",     "remark",     "certif",        "assurance"};
  const std::string lower = ascii_lower(heading);
  return std::any_of(std::begin(kStems), std::end(kStems),
                     [&](std::string_view stem) { return lower.find(stem) != std::string::npos; });
}

}  // namespace

std::vector<std::size_t> match_implications(const RuleSet& rules, std::string_view heading) {
  if (!may_have_sign(heading)) return {};
  const Words words = heading_words(heading);
  if (auto found = match_strictly(rules, words); !found.empty()) return found;
  if (is_long_or_title(words)) return {};
  // In two languages: the second will be English.
  if (const std::size_t slash = heading.find(" / "); slash != std::string_view::npos) {
    if (auto half = match_strictly(rules, heading_words(heading.substr(slash + 3))); !half.empty())
      return half;
  }
  const bool strong = std::any_of(words.begin(), words.end(), is_implications) ||
                      one_of(words.back(), {"considerations", "impact", "impacts"});
  return strong ? match_loosely(rules, words) : std::vector<std::size_t>{};
}

std::vector<std::size_t> match_bare_implications(const RuleSet& rules, std::string_view heading) {
  const Words words = heading_words(heading);
  if (is_long_or_title(words)) return {};
  const Reading reading = read_words(rules.compiled().parts, words, is_frame);
  if (reading.covered) return reading.rules;
  return names_post(heading) ? match_posts(rules, words) : std::vector<std::size_t>{};
}

bool names_post(std::string_view heading) {
  const Words words = heading_words(heading);
  return std::any_of(words.begin(), words.end(), is_post);
}

std::optional<LabelMatch> match_run_in_implications(const RuleSet& rules, std::string_view text) {
  static const RE2 kSeparator("(?s)^([^.:;?!]{4,140}?)(?: ?:-?| [–—-])\\s+[^\\s]");
  static const RE2 kNothing(
      "(?s)^([A-Z][^.:;?!]{2,100}? [Ii](?:mplications|MPLICATIONS))[.\\s]\\s*[A-Z]");
  re2::StringPiece label;
  const re2::StringPiece whole(text.data(), std::min(text.size(), kLongestRunIn + 8));
  const bool separated = RE2::PartialMatch(whole, kSeparator, &label);
  const bool sentence = text.ends_with('.') && RE2::PartialMatch(whole, kNothing, &label);
  if (!separated && !sentence) return {};
  const std::string_view heading(label.data(), label.size());
  const Words words = heading_words(heading);
  const bool colon =
      separated && text.substr(heading.size(), 2).find(':') != std::string_view::npos;
  const bool said = std::any_of(words.begin(), words.end(), is_saying);
  if (words.empty() || (!colon && !said && !is_implications(words.back()))) return {};
  LabelMatch match;
  match.rules = match_strictly(rules, words);
  match.bare = match.rules.empty();
  if (match.bare && colon) match.rules = match_bare_implications(rules, heading);
  if (match.rules.empty()) return {};
  match.label_end = heading.size();
  match.value = heading.size();
  const auto skip = [&](std::string_view bytes) {
    while (match.value < text.size() && bytes.find(text[match.value]) != std::string_view::npos)
      ++match.value;
  };
  skip(" \n:.");
  match.value += dash_at(text, match.value);
  skip(" \n");
  match.separated = true;
  match.colon = colon;
  return match;
}

std::vector<std::size_t> match_none_of(const RuleSet& rules, std::string_view sentence) {
  static const RE2 kNone(
      "(?is)^(?:there (?:are|is|will be|were)|th(?:is|e) (?:report|decision|proposals?) "
      "(?:has|have)|it "
      "has) (?:currently )?no (?:direct |specific |additional |known |further |immediate )?"
      "([a-z][a-z,/& -]{3,160}?) (?:implications|considerations|issues)\\b");
  re2::StringPiece subjects;
  if (!RE2::PartialMatch(re2::StringPiece(sentence.data(), sentence.size()), kNone, &subjects))
    return {};
  const Words words = heading_words({subjects.data(), subjects.size()});
  const Reading reading = read_words(rules.compiled().parts, words, is_frame);
  return reading.covered && reading.kinds > 1 ? reading.rules : std::vector<std::size_t>{};
}

}  // namespace moot
