#include <algorithm>
#include <array>

#include "extractors/gazetteer.hpp"
#include "extractors/gazetteer_names.hpp"
#include "extractors/gazetteer_words.hpp"
#include "extractors/values_text.hpp"

// One pass over the words of the text. Only at an anchor ("Council", "Borough of", ".gov.uk") are
// the words around it looked up in the name tables, the longest name first.

namespace moot {

namespace {

using Mention = std::optional<AuthorityMention>;
using Words = std::vector<NameWord>;

constexpr std::size_t kLongestName = 9;  ///< words, "Armagh City, Banbridge and Craigavon Borough"

std::string lower_of(std::string_view text, NameWord word) {
  return ascii_lower(text.substr(word.begin, word.end - word.begin));
}

AuthorityMention mention_of(std::size_t row, std::size_t begin, std::size_t end, Basis basis) {
  const Authority& authority = authority_rows()[row].authority;
  AuthorityMention mention;
  mention.name = authority.name;
  if (!authority.code.empty()) mention.code = authority.code;
  mention.begin = begin;
  mention.end = end;
  mention.basis = basis;
  return mention;
}

Mention mention_of(std::optional<BodyName> body) {
  if (!body) return {};
  return AuthorityMention{std::move(body->name), {}, body->begin, body->end, Basis::Stated};
}

const Authority& authority_at(std::size_t row) {
  return authority_rows()[row].authority;
}

bool is_kind(std::size_t row, std::string_view kind) {
  return authority_at(row).name.find(kind) != std::string::npos;
}

struct Match {
  std::size_t row, begin, end;
};

bool qualified(std::string_view text, std::size_t begin) {
  const auto before = word_before(text, begin, Gap::Narrow);
  return before && upper_at(text, before->begin) && is_qualifier(lower_of(text, *before));
}

/// The longest name of `map` that ends at the anchor which starts at `at`.
std::optional<Match> match_before(std::string_view text, std::size_t at, const NameMap& map) {
  Words words;
  auto word = word_before(text, at, Gap::Wide);
  while (word && words.size() < kLongestName) {
    words.push_back(*word);
    word = word_before(text, word->begin, Gap::List);
  }
  for (std::size_t n = words.size(); n > 0; --n) {
    const NameWord first = words[n - 1];
    if (!upper_at(text, first.begin)) continue;
    const std::string key = name_key(text.substr(first.begin, words[0].end - first.begin));
    const auto row = map.find(key);
    if (row && !qualified(text, first.begin)) return Match{*row, first.begin, words[0].end};
  }
  return {};
}

/// The longest name of `map` that starts after `at`, for which `fits` holds.
template <typename Fits>
std::optional<Match> match_after(std::string_view text, std::size_t at, const NameMap& map,
                                 Fits fits) {
  Words words;
  auto word = word_after(text, at, Gap::Wide);
  while (word && words.size() < kLongestName) {
    words.push_back(*word);
    word = word_after(text, word->end, Gap::List);
  }
  for (std::size_t n = words.size(); n > 0; --n) {
    const std::size_t begin = words[0].begin, end = words[n - 1].end;
    const auto row = map.find(name_key(text.substr(begin, end - begin)));
    if (row && fits(*row)) return Match{*row, begin, end};
  }
  return {};
}

/// "Southwark Council tax" speaks of the tax; a line end parts "Southwark / Council".
bool is_council_tax(std::string_view text, NameWord anchor) {
  const auto next = word_after(text, anchor.end, Gap::Wide);
  return next && one_of(lower_of(text, *next), {"tax", "taxpayers", "taxpayer", "house", "houses"});
}

Mention at_council(std::string_view text, NameWord anchor) {
  const NameTables& tables = name_tables();
  if (const auto match = match_before(text, anchor.begin, tables.before_council)) {
    const std::string gap(text.substr(match->end, anchor.begin - match->end));
    const bool short_form = match->end - match->begin + 8 < authority_at(match->row).name.size();
    const bool apart = gap.find('\n') != std::string::npos || is_council_tax(text, anchor);
    if (short_form && apart) return {};
    return mention_of(match->row, match->begin, anchor.end, Basis::Stated);
  }
  const auto any = [](std::size_t) { return true; };
  if (const auto match = match_after(text, anchor.end, tables.after_council, any))
    return mention_of(match->row, anchor.begin, match->end, Basis::Stated);
  return mention_of(body_before(text, anchor));
}

Mention at_authority(std::string_view text, NameWord anchor) {
  if (const auto match = match_before(text, anchor.begin, name_tables().before_authority))
    return mention_of(match->row, match->begin, anchor.end, Basis::Stated);
  return mention_of(body_before(text, anchor));
}

/// "London Borough of Southwark", "Borough of Poole": from the words before on.
Mention at_borough(std::string_view text, NameWord anchor) {
  const auto of = word_after(text, anchor.end, Gap::Wide);
  if (!of || lower_of(text, *of) != "of") return {};
  std::size_t begin = anchor.begin;
  const auto before = word_before(text, begin, Gap::Wide);
  const bool kind =
      before && one_of(lower_of(text, *before), {"london", "royal", "metropolitan", "county"});
  if (kind) begin = before->begin;
  const auto match = match_after(text, of->end, name_tables().places,
                                 [](std::size_t row) { return is_kind(row, "Borough"); });
  if (match) return mention_of(match->row, begin, match->end, Basis::Stated);
  if (!kind || !upper_at(text, begin)) return {};
  return mention_of(borough_of(text, begin, *of));
}

/// "City of York", "City and County of Swansea", and cities abroad.
Mention at_city(std::string_view text, NameWord anchor) {
  if (!upper_at(text, anchor.begin)) return {};
  std::size_t at = anchor.end;
  for (const std::string_view word : {"and", "county", "of"}) {
    const auto next = word_after(text, at, Gap::Wide);
    if (next && lower_of(text, *next) == word) at = next->end;
  }
  if (at == anchor.end) return {};
  const auto match = match_after(text, at, name_tables().places,
                                 [](std::size_t row) { return is_kind(row, "City"); });
  if (!match) return mention_of(body_after(text, anchor));
  const auto next = word_after(text, match->end, Gap::Narrow);
  const bool other = next && one_of(lower_of(text, *next), {"symphony", "philharmonic", "orchestra",
                                                            "choir", "police", "university"});
  if (other) return {};
  return mention_of(match->row, anchor.begin, match->end, Basis::Stated);
}

Mention at_cyngor(std::string_view text, NameWord anchor) {
  std::size_t at = anchor.end;
  const auto any = [](std::size_t) { return true; };
  for (int skipped = 0; skipped < 5; ++skipped) {
    if (const auto match = match_after(text, at, name_tables().welsh, any))
      return mention_of(match->row, anchor.begin, match->end, Basis::Stated);
    const auto kind = word_after(text, at, Gap::Wide);
    if (!kind || !one_of(lower_of(text, *kind), {"sir", "sirol", "bwrdeistref", "fwrdeistref",
                                                 "dinas", "ddinas", "a", "y", "yr"}))
      break;
    at = kind->end;
  }
  return mention_of(body_after(text, anchor));
}

Mention at_comhairle(std::string_view text, NameWord anchor) {
  const auto match =
      match_after(text, anchor.end, name_tables().gaelic, [](std::size_t) { return true; });
  if (!match) return {};
  return mention_of(match->row, anchor.begin, match->end, Basis::Stated);
}

/// "Kent CC", "Maidstone BC": the letters must be those of the authority's own kind.
Mention at_initials(std::string_view text, NameWord anchor) {
  const std::string_view initials = text.substr(anchor.begin, anchor.end - anchor.begin);
  const auto match = match_before(text, anchor.begin, name_tables().places);
  if (!match || text.substr(match->end, anchor.begin - match->end) != " ") return {};
  struct Kind {
    std::string_view initials, name;
  };
  constexpr std::array kKinds{Kind{"CC", "County Council"},         Kind{"CC", "City Council"},
                              Kind{"BC", "Borough Council"},        Kind{"DC", "District Council"},
                              Kind{"MBC", "Metropolitan Borough"},  Kind{"CBC", "County Borough"},
                              Kind{"MDC", "Metropolitan District"}, Kind{"LBC", "London Borough"}};
  for (const Kind& kind : kKinds) {
    if (kind.initials == initials && is_kind(match->row, kind.name))
      return mention_of(match->row, match->begin, anchor.end, Basis::Inferred);
  }
  return {};
}

/// "LB Southwark".
Mention at_london_borough(std::string_view text, NameWord anchor) {
  const auto of = word_after(text, anchor.end, Gap::Narrow);
  const std::size_t at = of && lower_of(text, *of) == "of" ? of->end : anchor.end;
  const auto match = match_after(text, at, name_tables().places, [](std::size_t row) {
    return authority_at(row).type == "London borough";
  });
  if (!match) return {};
  return mention_of(match->row, anchor.begin, match->end, Basis::Inferred);
}

bool is_host_byte(char c) {
  return is_alnum_byte(c) || c == '-' || c == '.';
}

/// "democracy.kent.gov.uk", "@sirgar.llyw.cymru", "cardiff.moderngov.co.uk": `anchor` is the label
/// "gov", "llyw" or "moderngov".
Mention at_domain(std::string_view text, NameWord anchor) {
  if (anchor.begin == 0 || text[anchor.begin - 1] != '.') return {};
  const std::string rest = ascii_lower(text.substr(anchor.end, 7));
  std::size_t end = 0;
  for (const std::string_view tail : {".uk", ".wales", ".scot", ".cymru", ".co.uk"}) {
    if (rest.starts_with(tail)) end = anchor.end + tail.size();
  }
  if (end == 0 || (end < text.size() && is_alnum_byte(text[end]))) return {};
  std::size_t label = anchor.begin - 1;
  while (label > 0 && is_host_byte(text[label - 1]) && text[label - 1] != '.') --label;
  const auto row =
      name_tables().domains.find(ascii_lower(text.substr(label, anchor.begin - 1 - label)));
  if (!row) return {};
  std::size_t begin = label;
  while (begin > 0 && label - begin < 253 && is_host_byte(text[begin - 1])) --begin;
  return mention_of(*row, begin, end, Basis::Inferred);
}

/// What the word at `word` starts, when it is an anchor. Its length and first letter tell most
/// words apart before any of them is copied.
Mention at_word(std::string_view text, NameWord word) {
  std::size_t size = word.end - word.begin;
  const std::string_view printed = text.substr(word.begin, size);
  if (size >= 9 && (printed.ends_with("'s") || printed.ends_with("\xE2\x80\x99s")))
    size -= printed.ends_with("'s") ? 2 : 4;
  const NameWord anchor{word.begin, word.begin + size};
  const auto is = [&](std::string_view name) {
    return size == name.size() && starts_with_lower(printed, name);
  };
  switch (printed[0] | 0x20) {
    case 'c':
      if (is("council")) return at_council(text, anchor);
      if (is("city")) return at_city(text, anchor);
      if (is("cyngor")) return at_cyngor(text, anchor);
      if (is("comhairle")) return at_comhairle(text, anchor);
      break;
    case 'b':
      if (is("borough")) return at_borough(text, anchor);
      break;
    case 'a':
      if (is("authority")) return at_authority(text, anchor);
      break;
    case 't':
      if (is("township")) return mention_of(body_after(text, anchor));
      break;
    case 'g':
      if (is("gov")) return at_domain(text, anchor);
      break;
    case 'l':
      if (is("llyw")) return at_domain(text, anchor);
      break;
    case 'm':
      if (is("municipality")) return mention_of(body_after(text, anchor));
      if (is("moderngov")) return at_domain(text, anchor);
      break;
    default:
      break;
  }
  if (size > 3 || size < 2 || !is_upper_byte(printed[1])) return {};
  if (printed == "LB") return at_london_borough(text, anchor);
  return one_of(printed, {"CC", "BC", "DC", "MBC", "CBC", "MDC", "LBC"}) ? at_initials(text, anchor)
                                                                         : std::nullopt;
}

/// Keeps the longer of two that overlap: "City of Bradford" gives way to "City of Bradford
/// Metropolitan District Council".
void add_mention(std::vector<AuthorityMention>& found, AuthorityMention mention) {
  while (!found.empty() && found.back().end > mention.begin) {
    const std::size_t kept = found.back().end - found.back().begin;
    if (kept >= mention.end - mention.begin) return;
    found.pop_back();
  }
  found.push_back(std::move(mention));
}

}  // namespace

std::optional<AuthorityMention> authority_alone(std::string_view line) {
  return mention_of(body_alone(line));
}

std::string printed_name(std::string_view printed) {
  return display_name(printed);
}

std::vector<AuthorityMention> find_authorities(std::string_view text) {
  std::vector<AuthorityMention> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!word_byte(text, at)) {
      ++at;
      continue;
    }
    const NameWord word = word_from(text, at);
    if (auto mention = at_word(text, word)) add_mention(found, std::move(*mention));
    at = word.end;
  }
  return found;
}

}  // namespace moot
