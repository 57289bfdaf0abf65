#include "extractors/values.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <memory>

#include "extractors/values_text.hpp"

namespace moot {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// The shapes of references in docs/VALUES.md. Every letter and figure is told apart there: the
/// shapes are narrow, because planning references, years and postcodes look much the same.
constexpr const char* kRefShapes[] = {
    R"([A-Z]{2,5}\d{3} ?- ?\d{2}/\d{4})",                  // CAB018 - 07/2009
    R"([A-Z][A-Za-z&]+(?:/[A-Z]{2,6})*/\d{1,3}/\d{2,3})",  // R&ED/16/13, OPE/19/247
    R"([A-Z]{3,5}/\d{2}/\d{3,4})",                         // KDN/25/0143
    R"([A-Z]{3,5}/(?:19|20)\d{2}/\d{1,4})",                // ODN/2025/318
    R"([A-Z]{2,6}(?:/[A-Z]{1,4})? \d{1,3}-\d{4})",         // PH/DS 12-2021
    R"([A-Z]{2,6}-\d{1,4}[a-z]?-\d{2,4})",                 // TRO-4a-2020
    R"([A-Z]{2,5} ?- ?\d{2}-\d{2})",                       // HTW - 18-19
    R"([A-Z]{2,4} R\.\d{1,3})",                            // FCR R.12
    R"([A-Z]{1,4} S\d{3})",                                // CED S294
    R"([A-Z]{2,5}\d{3,6}[A-Z]?)",                          // CAB3267, CSD19067
    R"([D-LNQRU-WYZ]\d{4})",                               // E3122
    R"(CM[A-Z]{2,4}\d{1,2})",                              // CMDHM14
    R"(CA\d{1,2}[a-z]?)",                                  // CA6
    R"(\d{2}/\d{5})",                                      // 23/00120
    R"((?:19|20)\d{2}/\d{3}[A-Z]?)",                       // 2006/184
    R"(\d{1,3}/\d{2}-\d{2})",                              // 297/16-17
};

/// All shapes in one pattern that takes the longest match.
const RE2& ref_pattern() {
  static const std::unique_ptr<const RE2> pattern = [] {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_longest_match(true);
    std::string all;
    for (const char* shape : kRefShapes) all += (all.empty() ? "" : "|") + std::string(shape);
    return std::make_unique<const RE2>(all, options);
  }();
  return *pattern;
}

std::string_view ref_at_start(std::string_view text) {
  re2::StringPiece match;
  const re2::StringPiece whole(text.data(), text.size());
  if (!ref_pattern().Match(whole, 0, text.size(), RE2::ANCHOR_START, &match, 1)) return {};
  return text.substr(0, match.size());
}

/// "16-17" at the end of `ref` is a pair of years that follow one another.
bool ends_in_years(std::string_view ref) {
  const std::size_t dash = ref.rfind('-');
  if (dash == kNone || dash < 2 || ref.size() != dash + 3) return false;
  const auto two = [&](std::size_t at) { return (ref[at] - '0') * 10 + (ref[at + 1] - '0'); };
  return (two(dash - 2) + 1) % 100 == two(dash + 1);
}

/// Shapes that match and are still something else.
bool is_false_friend(std::string_view ref, std::string_view after) {
  for (const std::string_view prefix : {"DX", "MDX", "ISO", "BS", "PAS", "VAT", "COVID"}) {
    if (ref.substr(0, prefix.size()) == prefix && ref.size() > prefix.size() &&
        is_digit_byte(ref[prefix.size()]))
      return true;
  }
  const bool pair = ref.size() > 6 && is_digit_byte(ref[ref.size() - 1]) &&
                    ref[ref.size() - 3] == '-' && is_digit_byte(ref[ref.size() - 4]) &&
                    is_digit_byte(ref[ref.size() - 5]) && !is_digit_byte(ref[ref.size() - 6]);
  const bool year_shape = pair && (is_digit_byte(ref[0]) || ref.find(' ') != kNone);
  if (year_shape && !ends_in_years(ref)) return true;
  if (after.empty()) return false;
  return is_alnum_byte(after[0]) || after[0] == '/' ||
         (after[0] == '.' && after.size() > 1 && is_digit_byte(after[1]));
}

/// A label's whole value may be a bare number ("4982") or two short ones ("01-21").
bool is_bare_number(std::string_view text) {
  const bool digits = std::all_of(text.begin(), text.end(), is_digit_byte);
  if (digits) return text.size() >= 3 && text.size() <= 5;
  const bool pair = text.size() == 5 && text[2] == '-' && is_digit_byte(text[0]) &&
                    is_digit_byte(text[1]) && is_digit_byte(text[3]) && is_digit_byte(text[4]);
  return pair && !ends_in_years(text);
}

/// Whether `text` (lower case) starts with `words` as whole words.
bool starts_with_words(std::string_view text, std::string_view words) {
  if (text.substr(0, words.size()) != words) return false;
  return text.size() == words.size() || !letter_at(text, words.size());
}

constexpr std::string_view kNoWords[] = {"no",
                                         "non-key",
                                         "non key",
                                         "not key",
                                         "not a key",
                                         "not for call-in",
                                         "not subject to",
                                         "not eligible",
                                         "na",
                                         "nac ydy",
                                         "nac ydi",
                                         "nac oes",
                                         "nage",
                                         "nid",
                                         "naddo",
                                         "false",
                                         "anallweddol"};

constexpr std::string_view kYesWords[] = {"yes", "key", "kd",   "ie",       "ydy",
                                          "ydi", "oes", "true", "allweddol"};

bool is_all_wards(std::string_view lower) {
  for (const std::string_view area :
       {"city", "county", "borough", "district", "council", "town", "parish", "island", "region"}) {
    std::string_view rest = lower;
    if (!starts_with_lower(rest, area)) continue;
    rest = trim_blanks(rest.substr(area.size()), "-");
    if (rest == "wide") return true;
  }
  for (const std::string_view whole :
       {"whole borough", "whole city", "whole county", "island wide", "whole district",
        "all of the", "pob ward", "holl wardiau", "yr holl wardiau", "pob un"}) {
    if (starts_with_words(lower, whole)) return true;
  }
  if (!starts_with_words(lower, "all")) return false;
  const std::string_view rest = trim_blanks(lower.substr(3), "([");
  for (const std::string_view next : {"ward", "division", "electoral", "county", "borough",
                                      "affected", "area", "if not all", "of "}) {
    if (rest.substr(0, next.size()) == next) return true;
  }
  return rest.empty();
}

/// One ward as the record wants it; empty for what is no ward.
std::string tidy_ward(std::string_view text) {
  text = trim_blanks(text, ".,;:()*");
  for (const std::string_view lead :
       {"and ", "the ", "wards of ", "ward of ", "wards: ", "ward: "}) {
    if (starts_with_lower(text, lead)) text = trim_blanks(text.substr(lead.size()));
  }
  std::string ward = fold_blanks(text);
  const std::string lower = ascii_lower(ward);
  for (const std::string_view tail : {" ward(s", " ward(s)", " wards", " ward", " division(s",
                                      " divisions", " division", " electoral"}) {
    if (lower.ends_with(tail) && lower.size() > tail.size()) {
      ward.resize(ward.size() - tail.size());
      break;
    }
  }
  static const RE2 kFigures("£|\\d{3}");
  if (RE2::PartialMatch(ward, kFigures)) return {};
  const auto spaces = std::count(ward.begin(), ward.end(), ' ');
  return spaces > 5 || ward.size() < 3 || is_none(ward) ? std::string() : ward;
}

std::vector<std::string_view> cut_at(std::string_view text, std::string_view sign) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(sign, at), text.size());
    pieces.push_back(text.substr(at, end - at));
    at = end + sign.size();
  }
  return pieces;
}

}  // namespace

std::optional<bool> parse_flag(std::string_view text) {
  const std::string lower = fold_blanks(ascii_lower(trim_blanks(text, "([:-*.")));
  const std::string_view value = lower;
  // Boxes to tick: "Yes No X", "Yes ☒ No ☐".
  static const RE2 kBoxes("yes\\s*(x|✓|✔|☒|☑)?\\s*☐?\\s*[/|]?\\s*no\\s*(x|✓|✔|☒|☑)?\\s*☐?");
  std::string yes, no;
  if (RE2::FullMatch(lower, kBoxes, &yes, &no)) {
    if (yes.empty() == no.empty()) return {};
    return !yes.empty();
  }
  for (const std::string_view word : kNoWords) {
    if (!starts_with_words(value, word)) continue;
    // "No. 5" is a number, and so is "No 5".
    const std::string_view rest = trim_blanks(value.substr(word.size()), ".:");
    if (word == "no" && !rest.empty() && is_digit_byte(rest[0])) return {};
    if (word == "na" && rest.starts_with("/")) return {};
    return false;
  }
  for (const std::string_view word : kYesWords) {
    if (starts_with_words(value, word)) return true;
  }
  return {};
}

std::optional<std::string> parse_reference(std::string_view text) {
  text = trim_blanks(text, "([");
  const std::string_view ref = ref_at_start(text);
  if (!ref.empty() && !is_false_friend(ref, text.substr(ref.size()))) return std::string(ref);
  const std::string_view whole = trim_blanks(text, ".;)]");
  if (is_bare_number(whole)) return std::string(whole);
  return {};
}

std::optional<std::string> parse_labelled_reference(std::string_view text) {
  if (auto known = parse_reference(text)) return known;
  // Letters or figures, then more of them behind strokes, dashes or stops.
  static const RE2 kAny(
      R"(^\s*((?:[A-Za-z&]{1,10}\d{0,6}|\d{1,6})(?: ?[/._-] ?[A-Za-z0-9&]{1,10}| \d[\dA-Za-z/-]{1,9}){1,6})(?:$|[,;.)]|\s+[-–(]|\s*\n))");
  // A planning application ("23/05927/FUL", "DC/21/65185"), or a pair of years ("2023/24").
  static const RE2 kOther(
      R"((?i)\d{2,4}/\d{3,6}/[A-Z]{2,6}.*|[A-Z]{1,4}/\d{2,4}/\d{5,6}.*|(?:19|20)\d\d ?[/-] ?(?:\d\d|20\d\d))");
  std::string ref;
  if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), kAny, &ref)) return {};
  const std::string word = ascii_lower(ref.substr(0, ref.find_first_of(" /._-")));
  if (word == "yes" || word == "no") return {};
  const bool has_digit = std::any_of(ref.begin(), ref.end(), is_digit_byte);
  if (!has_digit || RE2::FullMatch(ref, kOther) || !find_dates(ref).empty()) return {};
  if (!find_phones(ref).empty()) return {};
  return ref;
}

std::vector<std::string> parse_wards(std::string_view text) {
  text = trim_blanks(text, "();:.*");
  const std::string lower = fold_blanks(ascii_lower(text));
  if (text.empty() || is_none(text)) return {};
  if (is_all_wards(lower)) return {"All"};
  std::vector<std::string> wards;
  const auto add = [&wards](std::string_view piece) {
    std::string ward = tidy_ward(piece);
    if (!ward.empty()) wards.push_back(std::move(ward));
  };
  const bool semicolons = text.find(';') != kNone;
  for (const std::string_view piece : cut_at(text, semicolons ? ";" : ",")) {
    if (semicolons) {
      add(piece);
      continue;
    }
    for (const std::string_view part : cut_at(piece, " and ")) add(part);
  }
  return wards;
}

bool is_prompt(std::string_view text) {
  return text.size() > 2 && text.front() == '[' && text.find(']') == text.size() - 1;
}

bool is_none(std::string_view text) {
  const std::string lower = fold_blanks(ascii_lower(trim_blanks(text, ".,:;*()[]")));
  if (lower == "-" || lower == "\xE2\x80\x93" || lower == "\xE2\x80\x94") return true;
  const std::string_view value = trim_blanks(lower, "-");
  return one_of(value, {"none",
                        "n/a",
                        "n / a",
                        "n.a",
                        "na",
                        "nil",
                        "not applicable",
                        "dim",
                        "dim un",
                        "amherthnasol",
                        "ddim yn berthnasol",
                        "heb eu datgan",
                        "none applicable",
                        "none identified",
                        "none arising",
                        "none declared",
                        "none received",
                        "none stated",
                        "none specific",
                        "none directly",
                        "none at this time",
                        "none at this stage",
                        "none required",
                        "none reported",
                        "none to report",
                        "not relevant",
                        "nothing",
                        "there are none",
                        "there were none",
                        "no",
                        "nil return",
                        "!notset!",
                        "none."});
}

}  // namespace moot
