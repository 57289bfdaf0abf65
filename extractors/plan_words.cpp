#include "extractors/plan_words.hpp"

#include <algorithm>
#include <unordered_set>

#include "extractors/values_text.hpp"

namespace moot {

namespace {

using Words = std::unordered_set<std::string_view>;

Words table(std::string_view words) {
  const std::vector<std::string_view> list = split_words(words);
  return {list.begin(), list.end()};
}

bool continues(std::string_view text, std::size_t at) {
  return letter_at(text, at) || (at < text.size() && is_digit_byte(text[at]));
}

/// The end of the word that starts at `at`.
std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t apostrophe = apostrophe_at(text, at);
    if (continues(text, at)) {
      ++at;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    } else if (apostrophe > 0 && continues(text, at + apostrophe)) {
      at += apostrophe;
    } else if ((text[at] == '-' || text[at] == '/') && letter_at(text, at + 1)) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

/// "Members' Allowances": the apostrophe behind belongs to the word.
std::size_t with_apostrophe(std::string_view text, std::size_t end) {
  const std::size_t width = apostrophe_at(text, end);
  const bool plural = width > 0 && end > 0 && (text[end - 1] == 's' || text[end - 1] == 'S');
  return plural && letter_at(text, end + width + blank_at(text, end + width)) &&
                 blank_at(text, end + width) > 0
             ? end + width
             : end;
}

PlanGap gap_between(std::string_view text, std::size_t from, std::size_t to) {
  const std::string_view gap = text.substr(from, to - from);
  if (gap == " " || gap == "\xC2\xA0" || gap == "  ") return PlanGap::Space;
  return gap == ", " ? PlanGap::Comma : PlanGap::Break;
}

bool is_year(std::string_view word) {
  if (!std::all_of(word.begin(), word.end(), is_digit_byte)) return false;
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

void classify(std::string_view text, PlanWord& word) {
  const std::string_view printed = text.substr(word.begin, word.end - word.begin);
  constexpr std::size_t kLongest = 60;  // bytes: more is no word of a name
  if (printed.size() > kLongest) return;
  word.capital = upper_at(printed, 0);
  word.all_capital = word.capital && std::none_of(printed.begin(), printed.end(), is_lower_byte);
  word.year = is_year(printed);
  const std::string lower = ascii_lower(printed);
  word.joint = one_of(lower, {"and", "&", "of", "for", "in", "to", "on"});
  word.plan = word.capital && is_plan_kind(lower);
}

}  // namespace

std::vector<PlanWord> plan_words(std::string_view text) {
  std::vector<PlanWord> words;
  std::size_t last_end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const bool ampersand = text[at] == '&';
    if (!ampersand && !continues(text, at)) {
      ++at;
      continue;
    }
    PlanWord word;
    word.begin = at;
    word.end = ampersand ? at + 1 : with_apostrophe(text, word_end(text, at));
    word.gap = words.empty() ? PlanGap::Break : gap_between(text, last_end, at);
    classify(text, word);
    last_end = at = word.end;
    words.push_back(word);
  }
  return words;
}

bool is_plan_kind(std::string_view lower) {
  return one_of(lower, {"strategy", "plan", "policy", "framework", "declaration", "charter",
                        "roadmap", "manifesto", "concordat"});
}

bool opens_no_name(std::string_view lower) {
  static const Words kWords = table(
      "a an the this that these those our its their his her your my each every any all some no "
      "both "
      "such one another other in on at by to from with under within via per as is are was and or "
      "if "
      "when where while although however since for of also there it we they i which what how why "
      "approve approves approved approving agree agrees agreed agreeing adopt adopts adopted "
      "adopting note notes noted noting endorse endorses endorsed endorsing consider considers "
      "considered considering reviewed reviewing recommend recommends recommended updated updating "
      "implement implementing develop developing deliver delivering produce publish published "
      "publishing prepare preparing receive received see support supporting supports create "
      "creating refresh refreshed refreshing revise revised amend amended yes contact held "
      "draft drafts final proposed emerging new current existing previous former old latest next "
      "first second third initial interim outline updates key following including include includes "
      "authorise respective relevant appropriate overall overarching title subject re appendix "
      "annex item attached extant saved phase "
      "subsequent january february march april may june july august september october november "
      "december monday tuesday wednesday thursday friday saturday sunday mr mrs ms cllr councillor "
      "y yr ein hwn");
  return kWords.contains(lower);
}

bool is_done_to_plans(std::string_view lower) {
  static const Words kWords = table(
      "review update adoption approval development implementation delivery preparation publication "
      "production revision evaluation part aims status copy summary requirements list schedule "
      "launch report consultation overview examination objectives submission refresh monitoring "
      "objective priority priorities content contents policies chapter section "
      "paragraph one two three four five six seven eight nine ten");
  return kWords.contains(lower);
}

bool is_general(std::string_view lower, std::string_view kind) {
  static const Words kWords = table(
      "action delivery implementation project improvement forward work working service services "
      "relevant main general saved savings strategic detailed masterplan master site sites team "
      "contingency exit mitigation management floor block location layout annual operational "
      "improvements monitoring evaluation assessment total phase service-level");
  static const Words kPolicyWords = table(
      "council government planning national local public policy plan strategy corporate spatial");
  if (kind == "plan" && lower == "strategic") return false;
  if (kind == "policy" && kPolicyWords.contains(lower)) return true;
  if (one_of(kind, {"strategy", "framework"}) && one_of(lower, {"government", "policy", "plan"}))
    return true;
  return kWords.contains(lower);
}

bool is_post_or_body(std::string_view lower) {
  static const Words kWords = table(
      "committee committees sub-committee subcommittee team teams board boards manager managers "
      "officer officers director directors directorate group groups panel department departments "
      "unit units division lead leads adviser advisor analyst service services forum portfolio "
      "commission directorates assistant workshop co-ordinator coordinator consultant makers maker "
      "holder holders cabinet sub-group session sessions scrutiny working hub office");
  return kWords.contains(lower);
}

}  // namespace moot
