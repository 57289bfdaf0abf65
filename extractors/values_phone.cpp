#include <algorithm>

#include "extractors/values.hpp"
#include "extractors/values_text.hpp"

namespace moot {

namespace {

/// Groups of digits with spaces, dashes, stops or brackets between them.
struct Groups {
  std::string digits;
  std::vector<std::size_t> sizes;
  std::size_t end = 0;
  bool only_blanks = true;  ///< nothing but white space stands between the groups
};

/// Where the next group of digits starts after `at`; nothing where something else stands between.
std::optional<std::size_t> next_group(std::string_view text, std::size_t at, bool may_wrap) {
  const std::size_t from = at;
  if (at < text.size() && text[at] == ')') ++at;
  const std::size_t before = at;
  at = skip_blanks(text, at, 2);
  const std::size_t dash = dash_at(text, at);
  if (dash > 0) at = skip_blanks(text, at + dash, 1);
  if (dash == 0 && at == from && at < text.size() && text[at] == '.') ++at;
  if (at < text.size() && text[at] == '(') ++at;
  if (!may_wrap && text.substr(before, at - before).find('\n') != std::string_view::npos) return {};
  if (at == from || at >= text.size() || !is_digit_byte(text[at])) return {};
  return at;
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit_byte(text[at])) ++at;
  return at;
}

/// Reads groups from the digit at `at` on, as many as give at most `most` digits.
Groups read_groups(std::string_view text, std::size_t at, std::size_t most) {
  Groups groups;
  groups.end = at;
  std::optional<std::size_t> next = at;
  while (next) {
    const std::size_t end = digits_end(text, *next);
    if (groups.digits.size() + (end - *next) > most) break;
    if (groups.end != at || !groups.sizes.empty()) {
      const std::string_view gap = text.substr(groups.end, *next - groups.end);
      if (gap.find_first_not_of(" \t\n\xC2\xA0") != std::string_view::npos)
        groups.only_blanks = false;
    }
    groups.digits.append(text.substr(*next, end - *next));
    groups.sizes.push_back(end - *next);
    groups.end = end;
    next = next_group(text, end, groups.digits.size() <= 6);
  }
  return groups;
}

enum class Label { None, Phone, Refused };

/// What the words before a number say of it, and whether a colon stands between.
struct LabelBefore {
  Label label = Label::None;
  bool colon = false;
};

std::string word_back(std::string_view text, std::size_t& at) {
  constexpr std::string_view kBetween = ":.-=(/&,";
  while (at > 0) {
    if (const std::size_t width = blank_before(text, at)) {
      at -= width;
    } else if (kBetween.find(text[at - 1]) != std::string_view::npos) {
      --at;
    } else {
      break;
    }
  }
  const std::size_t end = at;
  while (at > 0 &&
         (is_alpha_byte(text[at - 1]) || static_cast<unsigned char>(text[at - 1]) >= 0x80))
    --at;
  return ascii_lower(text.substr(at, end - at));
}

bool is_phone_word(std::string_view word) {
  return one_of(word, {"tel", "telephone", "phone", "telephones", "ff\xC3\xB4n", "ffon", "mobile",
                       "mob", "line", "dial", "ext", "extension", "extn", "\xE2\x98\x8E",
                       "\xE2\x9C\x86", "\xEF\x80\xA8"});
}

/// `begin` is the number's first byte. Looks at two words at most.
LabelBefore label_before(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  const std::string word = word_back(text, at);
  if (word.empty() || word.size() > 12 || begin - at > word.size() + 5) return {};
  LabelBefore result;
  result.colon = text.substr(at, begin - at).find(':') != std::string_view::npos;
  std::string name = word;
  if (one_of(word, {"no", "nos", "number", "numbers", "num", "rhif"})) name = word_back(text, at);
  if (is_phone_word(name) || (result.colon && one_of(name, {"t", "p", "m"}))) {
    result.label = Label::Phone;
  } else if (one_of(name, {"fax", "facs", "facsimile", "ffacs"}) || (result.colon && name == "f")) {
    // "Tel/Fax" is a telephone too; "Tel: 01622 ... Fax: ..." has figures between.
    const std::size_t between = at;
    const bool joined = is_phone_word(word_back(text, at)) &&
                        text.substr(at, between - at).find_first_of("/&") != std::string_view::npos;
    result.label = joined ? Label::Phone : Label::Refused;
  } else if (one_of(name, {"minicom", "tty", "textphone", "dx", "mdx", "charity", "company",
                           "account", "vat", "isbn", "invoice", "registration", "ref", "reference",
                           "order", "cheque"})) {
    result.label = Label::Refused;
  }
  return result;
}

/// Whether the byte before a number shows that it is the tail of something else.
bool is_tail(std::string_view text, std::size_t begin) {
  if (begin == 0) return false;
  const char before = text[begin - 1];
  if (is_upper_byte(before) || is_digit_byte(before) || before == '_' || before == '#') return true;
  if (begin >= 2 && text.substr(begin - 2, 2) == "\xC2\xA3") return true;  // pounds
  if (before == '-') return begin >= 2 && is_alnum_byte(text[begin - 2]);
  const bool mark = before == '/' || before == '.' || before == ',';
  return mark && begin >= 2 && is_digit_byte(text[begin - 2]);
}

/// "734.555.0138 Fax" with nothing behind: there the word belongs to the number before it.
bool fax_follows(std::string_view text, std::size_t end) {
  // The line's end is looked for nearby alone: a line may hold telephones without end.
  const std::string_view near = text.substr(end, 24);
  std::string_view rest = trim_blanks(near.substr(0, near.find('\n')), "(),");
  for (const std::string_view word : {"facsimile", "fax", "ffacs"}) {
    if (!starts_with_lower(rest, word)) continue;
    rest = trim_blanks(rest.substr(word.size()), ")");
    return rest.empty() || (rest[0] != ':' && rest[0] != '.' && !is_digit_byte(rest[0]) &&
                            rest[0] != '(' && rest[0] != '+' && !starts_with_lower(rest, "no"));
  }
  return false;
}

/// "020 7946 0958", "(01622) 696 123", "01483-496000".
std::optional<Groups> uk_number(std::string_view text, std::size_t digit) {
  if (text[digit] != '0') return {};
  const Groups groups = read_groups(text, digit, 11);
  if (groups.digits.size() < 10) return {};
  if (groups.digits[1] == '0' || groups.sizes.front() < 3 || groups.sizes.back() < 2) return {};
  return groups;
}

/// "+44 (0)1622 696123", "+443000412070", "+353 61 496 000".
std::optional<Groups> international_number(std::string_view text, std::size_t digit) {
  const std::string_view rest = text.substr(digit);
  const bool uk = rest.substr(0, 2) == "44";
  Groups probe = read_groups(text, digit, 14);
  if (probe.digits.size() < 3) return {};
  const bool trunk_zero = uk && probe.digits[2] == '0';
  const std::size_t most = uk ? (trunk_zero ? 13 : 12) : 13;
  if (probe.digits.size() > most) probe = read_groups(text, digit, most);
  if (probe.digits.size() < most - (uk ? 1 : 3)) return {};
  return probe;
}

/// "705-555-0144", "(705) 555-0144", "1-800-555-0199".
std::optional<Groups> american_number(std::string_view text, std::size_t digit, bool labelled) {
  const std::size_t first = digits_end(text, digit) - digit;
  if (first != 3 && first != 1) return {};
  Groups groups = read_groups(text, digit, 11);
  std::vector<std::size_t> sizes = groups.sizes;
  std::string_view digits = groups.digits;
  if (sizes.size() == 4 && sizes.front() == 1 && digits.front() == '1') {
    sizes.erase(sizes.begin());
    digits.remove_prefix(1);
  } else if (groups.digits.size() > 10) {
    groups = read_groups(text, digit, 10);
    sizes = groups.sizes;
    digits = groups.digits;
  }
  if (sizes != std::vector<std::size_t>{3, 3, 4}) return {};
  if (digits[0] < '2' || digits[3] < '2' || (groups.only_blanks && !labelled)) return {};
  return groups;
}

/// Past "/ 3065": the other ending of the same number.
std::size_t skip_other_ending(std::string_view text, std::size_t end) {
  std::size_t at = skip_blanks(text, end, 1);
  if (at >= text.size() || text[at] != '/') return end;
  at = skip_blanks(text, at + 1, 1);
  const std::size_t last = digits_end(text, at);
  if (last - at < 2 || last - at > 8 || text[at] == '0') return end;
  const bool goes_on = last < text.size() && (text[last] == '/' || text[last] == ' ') &&
                       last + 1 < text.size() && is_digit_byte(text[last + 1]);
  return goes_on ? end : last;
}

/// Past "ext. 283", "(Extension 283)", "x283".
std::size_t skip_extension(std::string_view text, std::size_t end) {
  std::size_t at = skip_blanks(text, end, 2);
  if (at < text.size() && text[at] == ',') at = skip_blanks(text, at + 1, 1);
  const bool bracket = at < text.size() && text[at] == '(';
  if (bracket) ++at;
  std::size_t word_end = at;
  while (word_end < text.size() && is_alpha_byte(text[word_end])) ++word_end;
  if (!one_of(ascii_lower(text.substr(at, word_end - at)),
              {"ext", "extn", "extension", "x", "est"}))
    return end;
  at = word_end;
  while (at < text.size() && (text[at] == '.' || text[at] == ':')) ++at;
  at = skip_blanks(text, at, 1);
  const std::size_t last = digits_end(text, at);
  if (last - at < 1 || last - at > 6) return end;
  if (!bracket) return last;
  return last < text.size() && text[last] == ')' ? last + 1 : end;
}

Found finished(std::string_view text, std::size_t begin, std::size_t end) {
  end = skip_extension(text, skip_other_ending(text, end));
  const bool open =
      text[begin] == '(' && text.substr(begin, end - begin).find(')') == std::string_view::npos;
  if (open) begin = skip_blanks(text, begin + 1);
  return {fold_blanks(text.substr(begin, end - begin)), begin, end};
}

/// Local numbers and extensions, which count only beside a label: "636923", "X2957", "(52)2822".
std::optional<Found> short_number(std::string_view text, std::size_t begin, std::size_t digit) {
  if (begin == digit && begin > 0 && (text[begin - 1] == 'X' || text[begin - 1] == 'x')) --begin;
  const LabelBefore before = label_before(text, begin);
  // A telephone sign of Wingdings comes out of some PDFs as "( ".
  const bool glyph = text[begin] == '(' && digit > begin + 1;
  if (before.label != Label::Phone && !glyph) return {};
  const Groups groups = read_groups(text, digit, 12);
  const std::size_t least = glyph ? 6 : before.colon || begin != digit ? 4 : 5;
  if (groups.digits.size() < least || groups.sizes.back() < 2) return {};
  if (glyph && (groups.digits.size() != 6 || !groups.only_blanks)) return {};
  if (groups.end < text.size() && (text[groups.end] == '/' || text[groups.end] == '%')) return {};
  return finished(text, begin, groups.end);
}

/// The number that starts at `begin`: a digit, '+' or '('.
std::optional<Found> phone_at(std::string_view text, std::size_t begin) {
  const bool plus = text[begin] == '+';
  std::size_t digit = begin;
  if (plus || text[begin] == '(') digit = skip_blanks(text, begin + 1, 1);
  const bool inner_plus = !plus && digit < text.size() && text[digit] == '+';
  if (inner_plus) ++digit;
  if (digit >= text.size() || !is_digit_byte(text[digit])) return {};
  if (begin > 0 && (text[begin - 1] == 'X' || text[begin - 1] == 'x'))
    return short_number(text, begin, digit);
  if (is_tail(text, begin)) return {};
  const bool far = plus || inner_plus || text.substr(digit, 2) == "00";
  std::optional<Groups> groups =
      far ? international_number(text, digit + (plus || inner_plus ? 0U : 2U))
          : uk_number(text, digit);
  const LabelBefore before = groups ? label_before(text, begin) : LabelBefore{};
  if (before.label == Label::Refused) return Found{"", begin, groups->end};
  if (!groups && !far && text[digit] != '0') {
    const Label label = label_before(text, begin).label;
    groups = american_number(text, digit, label == Label::Phone);
    if (groups && label == Label::Refused) return Found{"", begin, groups->end};
  }
  if (groups && before.label == Label::None && fax_follows(text, groups->end))
    return Found{"", begin, groups->end};
  if (groups) return finished(text, begin, groups->end);
  return far ? std::nullopt : short_number(text, begin, digit);
}

}  // namespace

std::vector<Found> find_phones(std::string_view text) {
  std::vector<Found> phones;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (!is_digit_byte(c) && c != '+' && c != '(') {
      ++at;
      continue;
    }
    auto found = phone_at(text, at);
    if (!found) {
      at = is_digit_byte(c) ? digits_end(text, at) : at + 1;
      continue;
    }
    at = std::max(found->end, at + 1);
    if (!found->value.empty()) phones.push_back(std::move(*found));
  }
  return phones;
}

}  // namespace moot
