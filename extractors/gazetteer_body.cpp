#include "extractors/gazetteer_words.hpp"

#include <algorithm>
#include <unordered_set>

#include "extractors/values_text.hpp"
#include "extractors/values_words.hpp"

namespace moot {

namespace {

using Words = std::vector<NameWord>;

/// Words that are never part of a body's name, with spaces between. Words of the trade are not,
/// either.
constexpr std::string_view kStopWords =
    "local full former our your every each any some both other another said same "
    "neighbouring relevant adjoining respective larger current previous held hereby given "
    "resolved agreed noted thanked informed advised asked requested reported stated "
    "considered received welcomed whilst while when where if as also which who what why "
    "how because since until after before during through within without into per via re "
    "dear see has have had do does did can could shall must it its we he she they their "
    "his her mr mrs ms miss dr cllr cllrs proposed seconded ordinary extraordinary "
    "special annual monthly general regular draft joint facebook copyright welcome about "
    "home name signed made an this that so then but or however therefore between against "
    "under over upon visit ask tell note resolve agree hold page gynhaliwyd cynhaliwyd "
    "cofnodion cyfarfod nos yn am i gan wedi bod hysbysiad rhaglen bydd mae cynghorwyr "
    "clerc presennol hon hwn ac mewn dydd blynyddol wrth drwy er sydd oedd mission "
    "newsletter";

bool is_stop_word(std::string_view word) {
  static const std::unordered_set<std::string_view> table = [] {
    const auto words = split_words(kStopWords);
    return std::unordered_set<std::string_view>(words.begin(), words.end());
  }();
  if (table.contains(word)) return true;
  // Words of the trade that also stand in place names.
  if (one_of(word, {"street", "bank", "square", "house", "lane", "road", "station", "places",
                    "gallery", "place", "centre", "village", "trust"}))
    return false;
  return trade_word(word) != TradeWord::None;
}

bool is_month(std::string_view word) {
  return one_of(word, {"january", "february", "march", "april", "may", "june", "july", "august",
                       "september", "october", "november", "december"});
}

/// Small words inside names: "Isle of Wight", "Stow on the Wold", "Llan y Bryn".
bool is_connector(std::string_view word) {
  return one_of(word, {"and", "&",  "of",  "the",   "on",    "upon", "with", "le",
                       "la",  "de", "cum", "juxta", "super", "sub",  "next", "y",
                       "yr",  "a",  "ar",  "a'r",   "in",    "by",   "at",   "under"});
}

/// "in" and "by" join names only with hyphens: "Weston-by-Welland", but not "Issued by Weston".
bool needs_hyphens(std::string_view word) {
  return one_of(word, {"in", "by", "at", "under", "next", "a", "ar"});
}

std::string lower_of(std::string_view text, NameWord word) {
  return ascii_lower(text.substr(word.begin, word.end - word.begin));
}

/// Whether 40 bytes or more of its line stand before `at`.
bool on_long_line(std::string_view text, std::size_t at) {
  constexpr std::size_t kLong = 40;
  return at >= kLong && text.substr(at - kLong + 1, kLong - 1).find('\n') == std::string_view::npos;
}

/// The words of a name before `at`, closest first. A name stands on the line of its last word; it
/// comes from the line above only where that line is long and so was broken in a sentence.
Words name_words_before(std::string_view text, std::size_t at) {
  Words words;
  auto word = word_before(text, at, Gap::Narrow);
  if (!word) {
    word = word_before(text, at, Gap::Wide);
    const bool broken = word && word->end < text.size() && text[word->end] == '\n';
    if (!broken || !on_long_line(text, word->end)) return words;
  }
  while (word && words.size() < 8) {
    const std::string lower = lower_of(text, *word);
    const bool capital = upper_at(text, word->begin);
    if (!capital && !is_connector(lower)) break;
    words.push_back(*word);
    at = word->begin;
    word = word_before(text, at, Gap::Narrow);
  }
  return words;
}

bool hyphened(std::string_view text, NameWord word) {
  return word.begin > 0 && text[word.begin - 1] == '-' && word.end < text.size() &&
         text[word.end] == '-';
}

bool is_acronym(std::string_view word) {
  return word.size() >= 2 && word.size() <= 5 &&
         std::all_of(word.begin(), word.end(), is_upper_byte);
}

/// Whether the sentence begins at word `i`, reading away from the name. Words stand closest first.
bool is_sentence_word(std::string_view text, const Words& words, std::size_t i, bool capitals) {
  const std::string lower = lower_of(text, words[i]);
  if (needs_hyphens(lower) && !hyphened(text, words[i])) return true;
  if (!is_connector(lower)) return is_stop_word(lower);
  if (i + 1 >= words.size()) return false;
  // "Mission of the Weston Council", "CALC and Weston Council".
  const NameWord further = words[i + 1];
  if (lower == "the" && lower_of(text, further) == "of") return true;
  return lower == "and" && !capitals &&
         is_acronym(text.substr(further.begin, further.end - further.begin));
}

/// Cuts what belongs to the sentence off the far end of words that stand closest first, and all of
/// them where they make no name. `capitals`: the line is all capitals.
void cut_sentence(std::string_view text, Words& words, bool capitals) {
  const auto printed = [&](NameWord word) {
    return text.substr(word.begin, word.end - word.begin);
  };
  if (!words.empty() &&
      (is_connector(lower_of(text, words[0])) || (!capitals && is_acronym(printed(words[0])))))
    words.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_sentence_word(text, words, i, capitals)) continue;
    words.resize(i);
    break;
  }
  while (!words.empty() && is_connector(lower_of(text, words.back()))) words.pop_back();
  const auto names_place = [&](NameWord word) {
    const std::string lower = lower_of(text, word);
    return !is_connector(lower) && !is_month(lower) && lower != "regional" && lower != "area" &&
           lower.size() > 2;
  };
  const bool march_town = words.size() == 1 && lower_of(text, words[0]) == "march" &&
                          starts_with_lower(text.substr(words[0].end), " town");
  if (!march_town && std::none_of(words.begin(), words.end(), names_place)) words.clear();
}

/// An upper-case letter beyond ASCII in lower case; `at` moves over it.
void append_lower(std::string& out, std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80 || at + 1 >= text.size()) {
    out += ascii_lower(text.substr(at++, 1));
    return;
  }
  auto second = static_cast<unsigned char>(text[at + 1]);
  if (upper_at(text, at)) second = static_cast<unsigned char>(second + (first == 0xC3 ? 0x20 : 1));
  out += text[at];
  out += static_cast<char>(second);
  at += 2;
}

bool has_lower(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_lower_byte(text[at])) return true;
  }
  return false;
}

std::string title_word(std::string_view word, bool first) {
  const std::string lower = ascii_lower(word);
  if (!first && is_connector(lower)) return lower;
  std::string titled;
  std::size_t at = 0;
  while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80 && at < 1)
    titled += word[at++];
  while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80)
    titled += word[at++];
  while (at < word.size()) append_lower(titled, word, at);
  return titled;
}

/// How many of the words before `anchor` say its kind; 0 where no such body is meant.
std::size_t kind_words_before(std::string_view text, NameWord anchor, std::size_t& at) {
  std::size_t kinds = 0;
  const bool authority = lower_of(text, anchor) == "authority";
  auto word = word_before(text, at, Gap::Wide);
  while (word) {
    const std::string lower = lower_of(text, *word);
    const bool link = lower == "and" || lower == "&";
    const bool kind = authority ? one_of(lower, {"combined", "park", "national", "fire", "rescue",
                                                 "transportation", "transit", "county", "mayoral"})
                                : one_of(lower, {"parish", "town", "community", "city", "district",
                                                 "borough", "county", "metropolitan"});
    if (!(kind && upper_at(text, word->begin)) && !(link && kinds > 0)) break;
    if (kind) {
      ++kinds;
      at = word->begin;
    } else {
      const auto next = word_before(text, word->begin, Gap::Wide);
      if (!next || !one_of(lower_of(text, *next), {"city", "fire", "county", "borough"})) break;
    }
    word = word_before(text, word->begin, Gap::Wide);
  }
  if (authority && kinds == 1) {
    const std::string only = lower_of(text, *word_before(text, anchor.begin, Gap::Wide));
    if (!one_of(only, {"combined", "transportation", "transit"})) return 0;
  }
  return kinds;
}

bool starts_place(std::string_view word) {
  return is_qualifier(word) ||
         one_of(word, {"lake", "saint", "st", "san", "santa", "los", "fort", "port", "mount",
                       "grand", "ann", "cape", "salt", "glen", "palm", "big", "elk", "la", "le"});
}

bool ends_place(std::string_view word) {
  return one_of(
      word, {"city", "falls", "springs", "beach", "hills", "heights", "lake", "river", "arbor",
             "island", "valley", "bay", "harbour", "harbor", "grove", "creek", "point", "park"});
}

/// What is named after a city and is none: "City of Elm Symphony Orchestra", "City of Culture".
bool names_no_city(std::string_view word) {
  return one_of(word, {"culture", "sanctuary", "science", "sport", "literature", "design",
                       "dreaming", "opportunity", "ideas", "symphony", "orchestra", "philharmonic",
                       "choir", "museum", "airport", "festival", "marathon"});
}

NameWord without_possessive(std::string_view text, NameWord word) {
  const std::string_view printed = text.substr(word.begin, word.end - word.begin);
  for (const std::string_view tail : {"'s", "'S", "\xE2\x80\x99s", "\xE2\x80\x99S"}) {
    if (printed.size() > tail.size() && printed.ends_with(tail)) word.end -= tail.size();
  }
  return word;
}

/// "Township of Moose": one word, or more where words of place names say so.
std::optional<BodyName> municipality(std::string_view text, NameWord anchor) {
  const auto of = word_after(text, anchor.end, Gap::Narrow);
  if (!upper_at(text, anchor.begin) || !of || lower_of(text, *of) != "of") return {};
  auto place = word_after(text, of->end, Gap::Wide);
  if (!place || !upper_at(text, place->begin) || place->end - place->begin < 3) return {};
  std::string lower = lower_of(text, *place);
  if (is_stop_word(lower) || names_no_city(lower)) return {};
  while (auto next = word_after(text, place->end, starts_place(lower) ? Gap::Wide : Gap::Narrow)) {
    const std::string word = lower_of(text, *next);
    if (names_no_city(word)) return {};
    if (!upper_at(text, next->begin) || is_stop_word(word)) break;
    if (!starts_place(lower) && !ends_place(word)) break;
    lower = word;
    place = next;
  }
  BodyName body{"", anchor.begin, without_possessive(text, *place).end};
  body.name = display_name(text.substr(body.begin, body.end - body.begin));
  return body;
}

/// "Cyngor Cymuned Llan Uchaf": the kind, then capitalised words to the end of the line.
std::optional<BodyName> welsh_council(std::string_view text, NameWord anchor) {
  auto kind = word_after(text, anchor.end, Gap::Wide);
  if (!kind || !upper_at(text, kind->begin)) return {};
  if (!one_of(lower_of(text, *kind), {"cymuned", "cymunedol", "tref", "dinas", "gymuned", "plwyf",
                                      "sir", "bwrdeistref", "fwrdeistref"}))
    return {};
  const auto county = word_after(text, kind->end, Gap::Narrow);
  if (county && lower_of(text, *county) == "sirol") kind = county;
  Words words;
  auto word = word_after(text, kind->end, Gap::Narrow);
  while (word && words.size() < 6) {
    const std::string lower = lower_of(text, *word);
    if (is_stop_word(lower) || (!upper_at(text, word->begin) && !is_connector(lower))) break;
    words.push_back(*word);
    word = word_after(text, word->end, Gap::Narrow);
  }
  while (!words.empty() && is_connector(lower_of(text, words.back()))) words.pop_back();
  if (words.empty()) return {};
  BodyName body{"", anchor.begin, words.back().end};
  body.name = display_name(text.substr(body.begin, body.end - body.begin));
  return body;
}

}  // namespace

std::string display_name(std::string_view printed) {
  const bool capitals = !has_lower(printed);
  std::string name;
  for (std::size_t at = 0; at < printed.size();) {
    if (printed[at] == '&') {
      name += "and";
      ++at;
    } else if (word_byte(printed, at)) {
      const NameWord word = word_from(printed, at);
      const std::string_view part = printed.substr(word.begin, word.end - word.begin);
      name += capitals ? title_word(part, name.empty()) : std::string(part);
      at = word.end;
    } else {
      name += printed[at++];
    }
  }
  return fold_blanks(name);
}

std::optional<BodyName> body_before(std::string_view text, NameWord anchor) {
  if (!upper_at(text, anchor.begin)) return {};
  std::size_t at = anchor.begin;
  if (kind_words_before(text, anchor, at) == 0) return {};
  Words words = name_words_before(text, at);
  cut_sentence(text, words, !has_lower(text.substr(anchor.begin, anchor.end - anchor.begin)));
  if (words.empty()) return {};
  BodyName body{"", words.back().begin, anchor.end};
  body.name = display_name(text.substr(body.begin, body.end - body.begin));
  return body;
}

std::optional<BodyName> body_after(std::string_view text, NameWord anchor) {
  return lower_of(text, anchor) == "cyngor" ? welsh_council(text, anchor)
                                            : municipality(text, anchor);
}

namespace {

/// Capitalised words and what joins them, from `at` to the end of the line or of the name.
Words place_words_after(std::string_view text, std::size_t at) {
  Words words;
  auto word = word_after(text, at, Gap::Wide);
  while (word && words.size() < 5) {
    const std::string lower = lower_of(text, *word);
    const bool joins = is_connector(lower) && !words.empty();
    if (is_stop_word(lower) && !joins) break;
    if (!upper_at(text, word->begin) && !joins) break;
    words.push_back(*word);
    word = word_after(text, word->end, Gap::Narrow);
  }
  while (!words.empty() && is_connector(lower_of(text, words.back()))) words.pop_back();
  return words;
}

}  // namespace

std::optional<BodyName> borough_of(std::string_view text, std::size_t begin, NameWord of) {
  const Words words = place_words_after(text, of.end);
  if (words.empty() || words[0].end - words[0].begin < 3) return {};
  BodyName body{"", begin, without_possessive(text, words.back()).end};
  body.name = display_name(text.substr(body.begin, body.end - body.begin));
  return body;
}

std::optional<BodyName> body_alone(std::string_view line) {
  const std::string_view text = trim_blanks(line);
  const std::size_t begin = static_cast<std::size_t>(text.data() - line.data());
  if (text.size() < 12 || text.size() > 60 || !ascii_lower(text).ends_with(" council")) return {};
  std::size_t at = begin;
  if (starts_with_lower(text, "the ")) at += 4;
  const std::size_t anchor = begin + text.size() - 7;
  Words words = name_words_before(line, anchor);
  cut_sentence(line, words, !has_lower(text));
  if (words.empty() || words.back().begin != at || words.size() > 5) return {};
  const std::string last = lower_of(line, words.front());
  if (one_of(last, {"youth", "arts", "privy", "health", "research", "works", "british", "forum"}))
    return {};
  BodyName body{"", at, begin + text.size()};
  body.name = display_name(line.substr(body.begin, body.end - body.begin));
  return body;
}

}  // namespace moot
