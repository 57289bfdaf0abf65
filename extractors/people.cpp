#include "extractors/people.hpp"

#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "extractors/values.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr std::string_view kEdges = " \n\t,;.:-&/|";

std::string trim_edges(std::string text) {
  const auto cut_dash = [&] {
    for (std::string_view dash : {"–", "—", "•"}) {
      if (text.ends_with(dash)) {
        text.erase(text.size() - dash.size());
        return true;
      }
      if (text.starts_with(dash)) {
        text.erase(0, dash.size());
        return true;
      }
    }
    return false;
  };
  do {
    while (!text.empty() && kEdges.find(text.back()) != std::string_view::npos) text.pop_back();
    const std::size_t begin = std::min(text.find_first_not_of(kEdges), text.size());
    text.erase(0, begin);
  } while (cut_dash());
  return text;
}

/// Words that lead a list of names and are no part of a name.
bool is_group_word(const std::string& folded) {
  static constexpr std::array<std::string_view, 22> kWords = {
      "councillors", "councillor", "cllrs", "cllr",  "cllr.",   "cllrs.",  "members", "member",
      "officers",    "also",       "present", "and", "county",  "town",    "cyng",    "cyng.",
      "cynghorwyr",  "cynghorydd", "chair",  "the",  "borough", "district"};
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

/// A name without the words of its group: "County Cllr Webb" -> "Webb".
std::string without_group_words(std::string name) {
  for (;;) {
    const std::size_t space = name.find(' ');
    if (space == std::string::npos) break;
    std::string word = fold(name.substr(0, space));
    while (!word.empty() && word.back() == ':') word.pop_back();
    if (!is_group_word(word)) break;
    // "the Clerk" is somebody; "The Mayor" too.
    if (word == "the") break;
    name = trim_edges(name.substr(space + 1));
  }
  return name;
}

/// Cuts at separators outside brackets.
std::vector<std::string> cut(std::string_view text) {
  std::vector<std::string> parts(1);
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i] == '\n' ? ' ' : text[i];
    depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
    const std::string_view rest = text.substr(i);
    const bool joint = depth == 0 && (rest.starts_with(" and ") || rest.starts_with(" & ") ||
                                      rest.starts_with(" a ") || rest.starts_with(" ac "));
    if (depth == 0 && (c == ',' || c == ';')) {
      parts.emplace_back();
    } else if (joint) {
      parts.emplace_back();
      i = text.find(' ', i + 1);
    } else {
      parts.back().push_back(c);
    }
  }
  return parts;
}

bool is_honour(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kHonours = {
      "OBE", "MBE", "CBE", "KC", "QC", "JP", "MP", "MSP", "BEM", "DL", "QPM", "MS"};
  return std::find(kHonours.begin(), kHonours.end(), text) != kHonours.end();
}

}  // namespace

std::vector<std::string> split_names(std::string_view text) {
  std::vector<std::string> names;
  for (std::string& part : cut(text)) {
    std::string name = trim_edges(std::move(part));
    if (is_honour(name) && !names.empty()) {
      names.back() += ", " + name;
      continue;
    }
    name = without_group_words(tidy_name(name, false));
    name = trim_edges(name);
    if (name.size() < 2 || name.size() > 60 || is_none(name) || !starts_upper(name)) continue;
    if (is_group_word(fold(name))) continue;
    names.push_back(std::move(name));
  }
  return names;
}

bool is_empty(const Contact& contact) {
  return !contact.name && !contact.role && !contact.phone && !contact.email;
}

Contact parse_contact(std::string_view text) {
  Contact contact;
  std::string rest(text);
  std::replace(rest.begin(), rest.end(), '\n', ' ');
  std::vector<std::pair<std::size_t, std::size_t>> cuts;
  for (const Found& email : find_emails(rest)) {
    if (!contact.email) contact.email = email.value;
    cuts.emplace_back(email.begin, email.end);
  }
  for (const Found& phone : find_phones(rest)) {
    if (!contact.phone) contact.phone = phone.value;
    cuts.emplace_back(phone.begin, phone.end);
  }
  for (const Found& url : find_urls(rest)) cuts.emplace_back(url.begin, url.end);
  std::sort(cuts.begin(), cuts.end());
  std::string words;
  std::size_t at = 0;
  for (const auto& [begin, end] : cuts) {
    if (begin > at) words += rest.substr(at, begin - at) + " ";
    at = std::max(at, end);
  }
  words += rest.substr(std::min(at, rest.size()));
  // The labels of what was cut out.
  static const RE2 kLabels(
      "(?i)(?:^|[\\s,;/(])(?:e-?mail(?: address)?|e-?bost|tel(?:ephone)?(?: (?:no|number))?|phone|mobile|"
      "ff[oô]n|direct line|website|web)\\b\\.?\\s*:?");
  RE2::GlobalReplace(&words, kLabels, " ");
  words = trim_edges(words);
  for (std::string_view joint : {" or", " on", " at"}) {
    if (words.ends_with(joint)) words = trim_edges(words.substr(0, words.size() - joint.size()));
  }
  if (words.empty() || words == "or") return contact;
  if (auto person = parse_person(words)) {
    if (person->name) contact.name = tidy_name(*person->name, true);
    contact.role = person->role;
  } else if (contact.email || contact.phone) {
    contact.name = words;
  }
  return contact;
}

}  // namespace moot
