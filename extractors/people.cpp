#include "extractors/people.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <re2/re2.h>

#include "extractors/values.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr std::string_view kEdges = " \n\t,;.:-&/|";

std::string trim_edges(std::string_view text) {
  const auto cut_dash = [&] {
    for (std::string_view dash : {"–", "—", "•"}) {
      if (text.ends_with(dash)) {
        text.remove_suffix(dash.size());
        return true;
      }
      if (text.starts_with(dash)) {
        text.remove_prefix(dash.size());
        return true;
      }
    }
    return false;
  };
  do {
    text = text.substr(0, text.find_last_not_of(kEdges) + 1);
    text.remove_prefix(std::min(text.find_first_not_of(kEdges), text.size()));
  } while (cut_dash());
  return std::string(text);
}

}  // namespace

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
      "(?i)(?:^|[\\s,;/(])(?:e-?mail(?: address)?|e-?bost|tel(?:ephone)?(?: "
      "(?:no|number))?|phone|mobile|"
      "ff[oô]n|direct line|website|web)\\b\\.?\\s*:?");
  RE2::GlobalReplace(&words, kLabels, " ");
  words = trim_edges(words);
  // "Jane Doe, Flood Manager, on 01632 960577 or at jane.doe@..."
  static const RE2 kJoint(
      "(?i)^(.*?)[\\s,;]+(?:or|on|at|by|via|and|by (?:e-?mail|phone|telephone))$");
  std::string shorter;
  constexpr int kMostJoints = 4;  // each look reads all of it
  for (int i = 0; i < kMostJoints && RE2::FullMatch(words, kJoint, &shorter); ++i)
    words = trim_edges(shorter);
  const auto is_letter = [](unsigned char c) { return std::isalpha(c) != 0 || c >= 0x80; };
  if (words == "or" || std::none_of(words.begin(), words.end(), is_letter)) return contact;
  if (auto person = parse_person(words)) {
    if (person->name) contact.name = tidy_name(*person->name, true);
    contact.role = person->role;
  } else if (contact.email || contact.phone) {
    contact.name = words;
  }
  return contact;
}

}  // namespace moot
