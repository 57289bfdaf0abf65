#include <algorithm>
#include <unordered_set>

#include <re2/re2.h>

#include "extractors/mention_parts.hpp"
#include "extractors/values_text.hpp"

namespace moot {

namespace {

using Words = std::unordered_set<std::string_view>;

constexpr std::size_t kMostWords = 3;
constexpr std::size_t kLongestWord = 24;  // bytes

/// The words of a table that is one string, parted by spaces.
Words table(std::string_view words) {
  const std::vector<std::string_view> list = split_words(words);
  return {list.begin(), list.end()};
}

/// Words that end a phrase: no noun that is counted goes on behind them.
bool ends_phrase(std::string_view word) {
  static const Words kWords = table(
      "a an the of to in on at by for from with and or as is are was were be been being has have "
      "had "
      "will would shall should can could may might must do does did not no nor but if so than then "
      "that this these those which who whom whose when where while there here its it he she they "
      "we "
      "i you his her their our your my per each every both all any some such only also just more "
      "less very now out up off over under between during through into onto within without after "
      "before until since about against via due including excluding following across plus minus "
      "versus vs above below because although however until upon towards yes p pp am pm y yr o i a "
      "ac ar yn");
  return kWords.contains(word);
}

/// Words in -s that are no plural: verbs of which the number before is the tail of a subject
/// ("Policy 5 requires"), and others.
bool is_no_plural(std::string_view word) {
  static const Words kWords = table(
      "requires sets shows includes provides states relates refers applies seeks gives makes takes "
      "allows identifies says covers needs contains describes details outlines summarises lists "
      "reads means becomes remains follows comes goes gets runs begins starts ends closes opens "
      "supports deals explains reflects represents focuses aims addresses presents considers "
      "indicates confirms recommends proposes concerns exceeds equals sees looks brings "
      "always sometimes perhaps afterwards besides thus besides overseas progress process access "
      "success excess business address press witness less unless loss class pass cross gross basis "
      "analysis crisis emphasis diagnosis thesis bus plus status focus versus virus bonus census "
      "various previous serious continuous religious numerous gas news economics politics "
      "mathematics ethics logistics paragraphs olds twenty-four");
  return kWords.contains(word);
}

/// Nouns that are counted without an -s, and units.
bool is_counted(std::string_view word) {
  static const Words kWords = table(
      "staff people persons children men women adults children fte ftes wte wtes households homes "
      "residents hectare hectares ha acre acres km kms kilometre kilometres mile miles metre "
      "metres "
      "sqm m2 tonne tonnes kg kw kwh mw mwh gw gwh mbps gbps tb litre litres ktco2e tco2e tco2 "
      "ktco2 kwp mwp");
  return kWords.contains(word);
}

/// Units of which a number may have a fraction; of all others "2.1 homes" is a section's number.
bool takes_fraction(std::string_view unit) {
  static const Words kWords = table(
      "FTE hectare hectares ha acre acres km kms kilometre kilometres mile miles metre metres sqm "
      "m2 "
      "tonne tonnes kg kw kwh mw mwh gw gwh mbps gbps tb litre litres ktco2e tco2e tco2 ktco2 kwp "
      "mwp hours days weeks months years posts");
  return kWords.contains(unit);
}

/// Words that say nothing of what is counted.
bool says_nothing(std::string_view word) {
  static const Words kWords = table(
      "new additional further extra other different separate individual total existing current "
      "more full main key distinct specific whole respective such following same various net gross "
      "remaining proposed potential possible");
  return kWords.contains(word);
}

/// Labels in front of a number: "section 2", "page 4", "aged 16".
bool is_label(std::string_view word) {
  static const Words kWords = table(
      "section sections paragraph paragraphs para paras appendix appendices annex page pages pp p "
      "item items option options phase phases stage table tables figure figures fig no no. nos "
      "number numbers point points question recommendation recommendations objective priority "
      "policy policies year years tier level grade grades band class type chapter part parts "
      "schedule article regulation regulations clause rule note step version category unit plot "
      "zone area ward site map minute room floor lot route junction aged age ages ref reference "
      "action risk theme goal aim pillar outcome milestone target quarter week day month tel ext "
      "volume vol chapters act condition conditions case form row column line box key slide "
      "scenario proposal principle standard criterion strand workstream task period round gate "
      "criteria requirement score rank sheet document slides post block house flat covid "
      "covid-19 windows office scope q s t x");
  return kWords.contains(word);
}

/// Words with a capital letter that may stand before a number at a sentence's start.
bool opens_number(std::string_view word) {
  static const Words kWords = table(
      "the over under about around some approximately approx nearly almost circa between all these "
      "those only just our its of in for with and an at to within up than least most total "
      "currently there are were additional further another estimated from by until after every "
      "last next first council members cabinet we they had has have including of");
  return kWords.contains(word);
}

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

/// The word at `at`, letters with hyphens and apostrophes between; "" where none starts there or
/// where it is too long for one that is counted.
std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  const std::size_t most = std::min(text.size(), at + kLongestWord);
  while (end < most) {
    const bool letter = letter_at(text, end) ||
                        (end > at && ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80 ||
                                      (is_digit_byte(text[end]) && is_alpha_byte(text[end - 1]))));
    const bool joint =
        end > at && (text[end] == '-' || text[end] == '\'') && letter_at(text, end + 1);
    if (!letter && !joint) break;
    ++end;
  }
  return end == most && most < text.size() ? std::string_view() : text.substr(at, end - at);
}

/// Small letters, or an acronym: "EV", "FTEs".
bool may_be_counted(std::string_view word) {
  if (word.size() < 2) return false;
  const auto capitals =
      static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_upper_byte));
  if (!upper_at(word, 0)) return capitals == 0;
  return capitals >= 2 && word.size() <= 7 && capitals + 2 >= word.size();
}

bool is_plural(std::string_view lower) {
  if (is_counted(lower)) return true;
  if (lower.size() < 4 || lower.back() != 's' || is_no_plural(lower)) return false;
  const std::string_view tail = lower.substr(lower.size() - 2);
  return !one_of(tail, {"ss", "us", "is"});
}

/// What is counted: "new homes" -> unit "homes".
struct Phrase {
  std::string unit;
  std::size_t end = 0;
};

/// "full-time equivalents", "full time equivalent (FTE) posts", "FTE posts" are one thing.
std::optional<Phrase> full_time_equivalents(std::string_view text, std::size_t at) {
  static const RE2 kFte(
      "(?i)^((?:(?:full|whole)[- ]time equivalents?(?: ?\\((?:FTE|WTE)s?\\))?|FTEs?|WTEs?)"
      "(?: (?:posts|post|staff|roles|role|employees|officers|positions))?)(?:[^\\pL\\d]|$)");
  re2::StringPiece match;
  const std::string_view rest = text.substr(at, 64);
  if (!RE2::PartialMatch(piece(rest), kFte, &match)) return {};
  return Phrase{"FTE", at + match.size()};
}

/// "28 day notice period", "a 5-year plan": a time that qualifies a noun; no age.
std::optional<Phrase> time_at(std::string_view text, std::size_t at) {
  static const RE2 kTime("^[ -]((?:hour|day|week|month|year)) ([a-z]{2,20})");
  re2::StringPiece unit, next;
  if (at >= text.size() || !(text[at] == ' ' || text[at] == '-')) return {};
  if (!RE2::PartialMatch(piece(text.substr(at, 40)), kTime, &unit, &next)) return {};
  const std::string_view behind(next.data(), next.size());
  if (behind.starts_with("old") || ends_phrase(behind)) return {};
  return Phrase{std::string(unit.data(), unit.size()) + "s", at + 1 + unit.size()};
}

/// The noun phrase at `at`: up to three words, of which the last one is a plural.
std::optional<Phrase> phrase_at(std::string_view text, std::size_t at) {
  if (auto fte = full_time_equivalents(text, at)) return fte;
  Phrase phrase;
  std::size_t next = at;
  for (std::size_t n = 0; n < kMostWords; ++n) {
    const std::string_view word = word_at(text, next);
    const std::string lower = ascii_lower(word);
    if (!may_be_counted(word) || ends_phrase(lower) || is_no_plural(lower)) return {};
    if (!says_nothing(lower)) phrase.unit += (phrase.unit.empty() ? "" : " ") + lower;
    next += word.size();
    const bool acronym = word.size() > 1 && is_upper_byte(word.back());
    if (is_plural(lower) && (!acronym || is_counted(lower)) && !phrase.unit.empty()) {
      phrase.end = next;
      return phrase;
    }
    if (next >= text.size() || text[next] != ' ') return {};
    ++next;
  }
  return {};
}

/// Past the words in small letters from `at` on, "annual net revenue budget"; `none` where none
/// stands there.
std::size_t words_end(std::string_view text, std::size_t at, std::size_t none) {
  constexpr std::size_t kMost = 4;
  std::size_t end = none;
  for (std::size_t n = 0; n < kMost; ++n) {
    const std::string_view word = word_at(text, at);
    if (word.empty() || upper_at(word, 0) || ends_phrase(word) || word.ends_with("ly")) break;
    end = at + word.size();
    if (end >= text.size() || text[end] != ' ') break;
    at = end + 1;
  }
  return end;
}

/// Past "%", "per cent", and "of all software" behind it; `at` where none stands there.
std::size_t percent_end(std::string_view text, std::size_t at) {
  static const RE2 kPercent("(?i)^( ?%| ?per ?cent\\b| y cant\\b)");
  static const RE2 kOf("^( of (?:all (?:the |our |its )?|the |our |its |their |total )?)");
  static const RE2 kChange(
      "^( (?:increase|reduction|decrease|saving|savings|rise|fall|uplift|discount|cut|growth))\\b");
  re2::StringPiece match;
  const std::size_t sign = at < text.size() && text[at] == ' ' ? at + 1 : at;
  if (sign >= text.size() || std::string_view("%pPyY").find(text[sign]) == std::string_view::npos)
    return at;
  if (!RE2::PartialMatch(piece(text.substr(at, 12)), kPercent, &match)) return at;
  std::size_t end = at + match.size();
  if (RE2::PartialMatch(piece(text.substr(end, 16)), kChange, &match)) return end + match.size();
  if (!RE2::PartialMatch(piece(text.substr(end, 24)), kOf, &match)) return end;
  const std::size_t noun = end + match.size();
  if (const auto phrase = phrase_at(text, noun)) return phrase->end;
  return words_end(text, noun, end);
}

/// The word that ends just before `at`, with the spaces between.
std::string_view word_before(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  std::size_t begin = at;
  const std::size_t least = at > kLongestWord ? at - kLongestWord : 0;
  while (begin > least && (is_alnum_byte(text[begin - 1]) || text[begin - 1] == '-' ||
                           static_cast<unsigned char>(text[begin - 1]) >= 0x80))
    --begin;
  return text.substr(begin, at - begin);
}

/// Whether what stands before shows that the number is another thing's: a reference, a section, a
/// label's, a column of figures.
bool belongs_elsewhere(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const char before = text[at - 1];
  if (before != ' ' && before != '\n' && before != '(') {
    const bool quote = static_cast<unsigned char>(before) >= 0x80 && !letter_at(text, at - 1) &&
                       at >= 3 && text[at - 3] == '\xE2';
    return !quote;
  }
  const std::string_view word = word_before(text, at);
  if (word.empty() || before == '\n' || before == '(') return false;
  const std::string lower = ascii_lower(word);
  if (is_label(lower) || is_digit_byte(word.back())) return true;
  return upper_at(word, 0) && !opens_number(lower);
}

/// "16 years old", "18 years and over": ages.
bool is_age(std::string_view text, std::size_t at) {
  static const RE2 kAge(
      "(?i)^[ -](?:olds?\\b|of age\\b|and (?:over|under|above|older|younger)\\b)");
  return RE2::PartialMatch(piece(text.substr(at, 16)), kAge);
}

/// Four figures without a comma that could be a year: "In 2024 residents".
bool looks_like_year(const Amount& number, bool about) {
  const bool plain = number.digits == 4 && !number.grouped && !number.fraction;
  return plain && number.zeros == 0 && !about && number.order >= 1900 && number.order < 2100;
}

/// The other end of "10-15%", "10% to 15%", "10 to 15 homes"; `percent` is where the first one and
/// its sign end.
std::optional<Amount> other_end(std::string_view text, const Amount& first, std::size_t percent,
                                bool between) {
  const auto link = range_link(text, percent, between);
  if (!link) return {};
  auto last = amount_at(text, *link);
  if (!last || first.order >= last->order) return {};
  const bool both = percent == first.end || percent_end(text, last->end) != last->end;
  return both ? last : std::nullopt;
}

}  // namespace

std::optional<Mention> quantity_at(std::string_view text, std::size_t at, std::size_t floor) {
  if (belongs_elsewhere(text, at)) return {};
  const auto first = amount_at(text, at);
  if (!first) return {};
  Mention mention;
  mention.kind = Mention::Kind::Quantity;
  mention.range.begin = about_begin(text, at, floor);
  mention.order = first->order;
  mention.value = first->value;
  std::size_t end = first->end;
  const bool about = mention.range.begin != at;
  const bool between = starts_with_lower(text.substr(mention.range.begin), "between");
  std::size_t percent = percent_end(text, end);
  if (const auto last = other_end(text, *first, percent, between)) {
    mention.value += ".." + last->value;
    end = last->end;
    percent = percent_end(text, end);
  }
  if (percent != end) {
    mention.unit = "%";
    mention.range.end = percent;
    return mention;
  }
  const std::size_t noun = end < text.size() && text[end] == ' ' ? end + 1 : end;
  if (looks_like_year(*first, about)) return {};
  auto phrase = time_at(text, end);
  if (phrase && !first->fraction) {
    mention.unit = std::move(phrase->unit);
    mention.range.end = phrase->end;
    return mention;
  }
  phrase = phrase_at(text, noun);
  if (!phrase || (noun == end && !is_counted(phrase->unit))) return {};
  if (first->fraction && first->zeros == 0 && !takes_fraction(phrase->unit)) return {};
  if (phrase->unit == "years" && is_age(text, phrase->end)) return {};
  mention.unit = std::move(phrase->unit);
  mention.range.end = phrase->end;
  return mention;
}

}  // namespace moot
