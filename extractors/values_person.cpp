#include <algorithm>

#include "extractors/values.hpp"
#include "extractors/values_text.hpp"
#include "extractors/values_words.hpp"

namespace moot {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// "J", "J.", "J.P.", "JP", "A-M".
bool is_initials(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char c = word[at];
    if (c == '.' || c == '-') continue;
    if (!upper_at(word, at)) return false;
    ++letters;
    if (static_cast<unsigned char>(c) >= 0x80) ++at;
  }
  return letters > 0 && letters <= 3 && (letters < 3 || word.find('.') != kNone);
}

/// "Thompson-Hoyte", "O'Brien", "d'Arcy", "SMITH": letters, hyphens and apostrophes inside.
bool is_name_word(std::string_view word) {
  const bool small_start =
      word.size() > 3 && (word[0] == 'd' || word[0] == 'o') && apostrophe_at(word, 1) > 0;
  if (!upper_at(word, 0) && !small_start) return false;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    if (letter_at(word, at)) {
      ++letters;
      at += static_cast<unsigned char>(word[at]) >= 0x80 ? 2 : 1;
      continue;
    }
    const std::size_t sign = std::max(apostrophe_at(word, at), dash_at(word, at));
    if (sign == 0 || at + sign >= word.size()) return false;
    at += sign;
  }
  return letters >= 2;
}

/// Whether the word at `i` speaks against a name. Some words of the trade are surnames ("Cath
/// Head") or first names ("Will Poe") too: they count only in other places.
bool speaks_against(const std::vector<std::string_view>& words, std::size_t i) {
  const std::string_view word = words[i];
  const bool last = i + 1 == words.size();
  const std::string lower = ascii_lower(word);
  if (last && one_of(lower, {"head", "page", "chambers", "reeve", "warden"})) return false;
  if (i == 0 && one_of(lower, {"will", "grant", "april"})) return false;
  if (trade_word(word) != TradeWord::None) return true;
  const std::size_t hyphen = word.find('-');
  if (hyphen == kNone) return false;
  return trade_word(word.substr(0, hyphen)) != TradeWord::None &&
         trade_word(word.substr(hyphen + 1)) != TradeWord::None;
}

bool all_capitals(std::string_view word) {
  return std::none_of(word.begin(), word.end(), is_lower_byte);
}

/// "CEO Search", "Castle PH": an acronym beside words in small letters is no name.
bool has_acronym(const std::vector<std::string_view>& words) {
  if (std::all_of(words.begin(), words.end(), all_capitals)) return false;
  const bool front = words.front().size() >= 3 && words.front().find('.') == kNone &&
                     all_capitals(words.front()) && !all_capitals(words.back());
  return front || (words.back().size() <= 3 && all_capitals(words.back()));
}

/// The words between titles and honours: "Dr", "A", "Singh", "OBE" -> "A", "Singh".
struct NameCore {
  std::vector<std::string_view> words;
  bool titled = false;
};

NameCore name_core(std::string_view text) {
  NameCore core{split_words(text), false};
  auto& words = core.words;
  const auto is_title = [](std::string_view word) {
    return is_member_title(word) || is_courtesy(word) || is_honorific(word);
  };
  std::size_t front = 0;
  while (front < words.size() && is_title(words[front])) ++front;
  core.titled = front > 0;
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(front));
  while (words.size() > 1 && is_post_nominal(words.back())) words.pop_back();
  if (!words.empty()) {
    while (!words.back().empty() && (words.back().back() == ',' || words.back().back() == ';'))
      words.back().remove_suffix(1);
  }
  return core;
}

bool is_name_core(const NameCore& core) {
  const auto& words = core.words;
  if (words.empty() || words.size() > 5 || (words.size() == 1 && !core.titled)) return false;
  if (has_acronym(words)) return false;
  std::size_t counted = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    if (!last && i > 0 && is_name_particle(words[i])) continue;
    if (!last && is_initials(words[i]) &&
        (words[i].size() == 1 || trade_word(words[i]) == TradeWord::None)) {
      ++counted;
      continue;
    }
    if (!is_name_word(words[i]) || speaks_against(words, i)) return false;
    ++counted;
  }
  return counted <= 4;
}

bool has_trade_word(std::string_view text) {
  const auto words = split_words(text);
  return std::any_of(words.begin(), words.end(),
                     [](std::string_view word) { return trade_word(word) != TradeWord::None; });
}

bool has_role_word(std::string_view text) {
  const auto words = split_words(text);
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    if (trade_word(word) == TradeWord::Role) return true;
    for (const char sign : {'/', '-'}) {
      const std::size_t cut = word.find(sign);
      if (cut != kNone && (trade_word(word.substr(0, cut)) == TradeWord::Role ||
                           trade_word(word.substr(cut + 1)) == TradeWord::Role))
        return true;
    }
    return false;
  });
}

/// Takes "(Chair)" and the like out of a name. "(Hons)" and a nickname inside the name stay.
std::string without_brackets(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const char open = text[at];
    const std::size_t close =
        open == '(' || open == '[' ? text.find(open == '(' ? ')' : ']', at) : kNone;
    if (close == kNone) {
      kept += text[at++];
      continue;
    }
    const std::string_view inside = trim_blanks(text.substr(at + 1, close - at - 1));
    const std::string_view after = trim_blanks(text.substr(close + 1));
    const bool nickname = !kept.empty() && !after.empty() && letter_at(after, 0) &&
                          split_words(inside).size() == 1 && !has_trade_word(inside);
    if (nickname || starts_with_lower(inside, "hon")) kept += text.substr(at, close + 1 - at);
    at = close + 1;
  }
  return kept;
}

/// The text before an email, a telephone or their labels.
std::string_view before_contact(std::string_view text) {
  std::size_t cut = text.size();
  if (const auto emails = find_emails(text); !emails.empty()) cut = emails.front().begin;
  if (const auto phones = find_phones(text.substr(0, cut)); !phones.empty())
    cut = phones.front().begin;
  const auto words = split_words(text.substr(0, cut));
  for (const std::string_view word : words) {
    const std::string label = ascii_lower(trim_blanks(word, "(,;"));
    const bool sure = label.find(':') != std::string::npos || &word == &words.back();
    const std::string bare_label = label.substr(0, label.find(':'));
    if (sure && one_of(bare_label, {"email", "e-mail", "e.mail", "tel", "tel.", "telephone",
                                    "phone", "mobile", "ext", "ffon"})) {
      cut = std::min(cut, static_cast<std::size_t>(word.data() - text.data()));
      break;
    }
  }
  return trim_blanks(text.substr(0, cut), ",;-/|:");
}

struct Split {
  std::string_view left, right;
};

/// Every place where a sign or a line end may stand between name and role, from the left.
std::vector<Split> splits(std::string_view text) {
  std::vector<Split> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const std::size_t dash = dash_at(text, at);
    const bool spaced =
        blank_before(text, at) > 0 && blank_at(text, at + std::max<std::size_t>(dash, 1)) > 0;
    const bool cut = c == ',' || c == ';' || c == ':' || c == '\n' || c == '(' ||
                     ((dash > 0 || c == '/' || c == '|') && spaced);
    if (!cut) continue;
    found.push_back({trim_blanks(text.substr(0, at), ",;:-"),
                     trim_blanks(text.substr(at + std::max<std::size_t>(dash, 1)), ",;:-")});
  }
  return found;
}

/// A role as printed, without the bracket it may have stood in and without holes (",,").
std::string tidy_role(std::string_view text) {
  text = trim_blanks(text, ",;:-/");
  const bool lone_close = !text.empty() && text.back() == ')' && text.find('(') == kNone;
  if (lone_close) text.remove_suffix(1);
  std::string role = fold_blanks(text);
  if (role.ends_with(".") && !role.ends_with("etc.")) role.pop_back();
  return role;
}

/// The role up to where another person starts: "Town Clerk, Jo Poe - Assistant Clerk".
std::string_view one_role(std::string_view text) {
  for (std::size_t at = 0; (at = text.find_first_of(",;", at)) != kNone; ++at) {
    const std::string_view rest = trim_blanks(text.substr(at + 1));
    for (const Split& cut : splits(rest)) {
      if (cut.left.empty()) continue;
      if (is_person_name(cut.left) && has_role_word(cut.right)) return text.substr(0, at);
      break;
    }
  }
  return text;
}

Person person_of(std::string_view name, std::string_view role) {
  Person person;
  if (!name.empty()) person.name = tidy_name(name, true);
  if (std::string tidy = tidy_role(one_role(role)); !tidy.empty()) person.role = std::move(tidy);
  return person;
}

std::optional<Person> split_by_sign(std::string_view text) {
  const std::vector<Split> cuts = splits(text);
  for (const Split& cut : cuts) {
    if (cut.left.empty() || cut.right.empty() || !is_person_name(cut.left)) continue;
    const std::string_view first = cut.right.substr(0, cut.right.find_first_of(",;"));
    if (is_post_nominal(trim_blanks(first)) || is_post_nominal(split_words(first)[0])) continue;
    return person_of(cut.left, has_trade_word(cut.right) ? cut.right : std::string_view());
  }
  for (auto cut = cuts.rbegin(); cut != cuts.rend(); ++cut) {
    const std::string_view name = trim_blanks(cut->right, ")");
    if (!is_person_name(name) || !has_trade_word(cut->left)) continue;
    return person_of(name, cut->left);
  }
  return {};
}

/// "Jane Smith Head of Finance", "Cabinet Member for Finance Councillor Jane Smith".
std::optional<Person> split_by_words(std::string_view text) {
  const auto words = split_words(text);
  const auto offset = [&](std::size_t i) {
    return static_cast<std::size_t>(words[i].data() - text.data());
  };
  for (std::size_t n = std::min<std::size_t>(words.size(), 7); n-- > 2;) {
    const std::string_view left = trim_blanks(text.substr(0, offset(n)), ",");
    const std::string_view right = text.substr(offset(n));
    const bool starts_role = trade_word(words[n]) != TradeWord::None && upper_at(words[n], 0);
    if (starts_role && is_person_name(left) && has_role_word(right)) return person_of(left, right);
  }
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!is_member_title(words[i]) && !is_courtesy(words[i]) && !is_honorific(words[i])) continue;
    const std::string_view left = text.substr(0, offset(i)), right = text.substr(offset(i));
    if (is_person_name(right) && has_role_word(left)) return person_of(right, left);
  }
  return {};
}

/// "Director of Planning", but not a sentence that speaks of one.
bool is_lone_role(std::string_view text) {
  const auto words = split_words(text);
  if (words.size() > 14 || !has_role_word(text)) return false;
  return std::none_of(words.begin(), words.end(), [](std::string_view word) {
    return one_of(ascii_lower(trim_blanks(word, ",.;")),
                  {"be", "is", "are", "was", "were", "had", "has", "have", "that", "will", "would",
                   "should", "resolved", "to"});
  });
}

/// Past "Report Author", "Response by" and the like in front.
std::string_view without_lead(std::string_view text) {
  for (const std::string_view lead :
       {"report author", "report by", "report from", "report of", "response by", "response from",
        "question from", "question by", "statement by", "contact officer", "by", "from"}) {
    if (starts_with_lower(text, lead) && lead.size() < text.size() &&
        (blank_at(text, lead.size()) > 0 || text[lead.size()] == ':'))
      return trim_blanks(text.substr(lead.size()), ":");
  }
  return text;
}

}  // namespace

bool is_person_name(std::string_view text) {
  text = trim_blanks(text, ",;");
  if (text.empty() || text.size() > 80) return false;
  return is_name_core(name_core(text));
}

std::string tidy_name(std::string_view text, bool strip_courtesy) {
  const std::string bare = without_brackets(text);
  std::string_view rest = trim_blanks(bare, ",;:-");
  while (true) {
    const auto words = split_words(rest);
    if (words.size() < 2) break;
    const std::string first = ascii_lower(words[0]);
    const bool county =
        one_of(first, {"county", "borough", "city", "town", "district", "y", "the"}) &&
        is_member_title(words[1]);
    if (!county && !is_member_title(words[0]) && !(strip_courtesy && is_courtesy(words[0]))) break;
    rest.remove_prefix(static_cast<std::size_t>(words[1].data() - rest.data()));
  }
  std::string name = fold_blanks(rest);
  for (std::size_t at = 0; (at = name.find(" ,", at)) != std::string::npos;) name.erase(at, 1);
  // A final stop belongs to the sentence, unless an initial or "Jnr." stands before it.
  const std::size_t last = name.find_last_of(" .", name.size() > 1 ? name.size() - 2 : 0);
  const std::size_t length = last == std::string::npos ? name.size() : name.size() - last - 1;
  if (name.ends_with(".") && length > 3) name.pop_back();
  return name;
}

std::optional<Person> parse_person(std::string_view text) {
  const std::string_view whole = without_lead(trim_blanks(before_contact(text), "."));
  if (whole.empty() || whole.size() > 300) return {};
  if (is_person_name(whole)) return person_of(whole, {});
  if (const std::string bare = without_brackets(whole);
      bare.size() == whole.size() || !is_person_name(bare)) {
    if (auto person = split_by_sign(whole)) return person;
    if (auto person = split_by_words(whole)) return person;
  } else {
    return split_by_sign(whole).value_or(person_of(bare, {}));
  }
  if (!is_lone_role(whole)) return {};
  return person_of({}, whole);
}

}  // namespace moot
