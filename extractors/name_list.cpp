#include <algorithm>
#include <array>
#include <utility>

#include "extractors/people.hpp"
#include "extractors/values.hpp"
#include "extractors/values_text.hpp"
#include "extractors/values_words.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMostNameWords = 5;
constexpr int kDeepest = 3;  // brackets with names inside brackets with names

constexpr std::array<std::string_view, 8> kJoints = {" and ", " & ",   " a ",    " ac ",
                                                     " a'r ", " a’r ", " plus ", " together with "};

constexpr std::array<std::string_view, 5> kDashes = {" – ", " — ", " - ", ": ", ":- "};

/// What a word does in a list of names.
enum class Part {
  Name,
  Courtesy,  ///< "Mr": starts a name and is part of it
  Member,    ///< "Cllr": starts a name and is not part of it
  Office,    ///< "Clerk", "Council": ends a name, and another may follow
  Other,     ///< words of a sentence
};

std::string_view without_stops(std::string_view word) {
  return trim_blanks(word, ".,;:*");
}

bool is_kind_of_council(const std::string& lower) {
  return one_of(lower, {"county", "town", "borough", "district", "city", "parish", "community",
                        "sir", "dref"});
}

bool is_office(std::string_view word, const std::string& lower) {
  if (one_of(lower, {"mayor",        "mayoress",     "convener",       "provost",       "cadeirydd",
                     "maer",         "clerc",        "chairperson",    "cathaoirleach", "members",
                     "parishioners", "commissioner", "commissioners",  "alderman",      "aldermen",
                     "officials",    "sergeant",     "superintendent", "intern",        "vice"}))
    return true;
  if (trade_word(word) != TradeWord::None) return true;
  if (lower.ends_with("s") && trade_word(word.substr(0, word.size() - 1)) == TradeWord::Role)
    return true;
  for (const char sign : {'-', '/'}) {
    const std::size_t cut = word.find(sign);
    if (cut != kNone && (trade_word(word.substr(0, cut)) != TradeWord::None ||
                         trade_word(word.substr(cut + 1)) != TradeWord::None))
      return true;
  }
  return false;
}

bool is_other_capitalised(const std::string& lower) {
  return one_of(lower, {"one",   "two",     "three", "four",     "five",     "six",       "seven",
                        "eight", "nine",    "ten",   "also",     "no",       "none",      "there",
                        "all",   "dim",     "the",   "other",    "others",   "apologies", "apology",
                        "item",  "present", "press", "absent",   "resolved", "agreed",    "under",
                        "via",   "from",    "until", "following"});
}

Part part_of(std::string_view raw) {
  const std::string_view word = without_stops(raw);
  const std::string lower = ascii_lower(word);
  if (is_member_title(word) || one_of(lower, {"councillors", "cllrs", "cynghorwyr", "cynghorydd",
                                              "cyng", "gynghorwyr", "gynghorydd", "chynghorydd"}))
    return Part::Member;
  if (one_of(lower, {"superintendent", "sergeant", "inspector", "constable", "pc", "pcso"}))
    return Part::Office;
  if (is_courtesy(word) || is_honorific(word) || one_of(lower, {"messrs", "sir", "dame"}))
    return Part::Courtesy;
  if (is_name_particle(word)) return Part::Name;
  if (word.empty() || !upper_at(word, 0) || is_other_capitalised(lower)) return Part::Other;
  if (word.size() > 1 && std::any_of(word.begin(), word.end(), is_digit_byte)) return Part::Other;
  return is_office(word, lower) ? Part::Office : Part::Name;
}

bool is_member_word(std::string_view word) {
  return part_of(word) == Part::Member;
}

/// The last word of `text`, which is `text` where there is none. Looks at that word alone: a list
/// asks at each joint.
std::string_view last_word(std::string_view text) {
  std::size_t end = text.size();
  while (const std::size_t width = blank_before(text, end)) end -= width;
  if (end == 0) return text;
  std::size_t begin = end;
  while (begin > 0 && blank_before(text, begin) == 0) --begin;
  return text.substr(begin, end - begin);
}

/// Cuts at separators outside brackets; "Mr & Mrs Day" stays one.
std::vector<std::string> cut_list(std::string_view text) {
  std::vector<std::string> parts(1);
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    depth += text[i] == '(' ? 1 : text[i] == ')' && depth > 0 ? -1 : 0;
    if (depth == 0 && (text[i] == ',' || text[i] == ';')) {
      parts.emplace_back();
      continue;
    }
    const auto joint = std::find_if(kJoints.begin(), kJoints.end(), [&](std::string_view j) {
      return text.substr(i).starts_with(j);
    });
    if (depth == 0 && joint != kJoints.end() && !is_courtesy(last_word(parts.back()))) {
      parts.emplace_back();
      i += joint->size() - 2;
    } else {
      parts.back().push_back(text[i] == '\n' ? ' ' : text[i]);
    }
  }
  return parts;
}

/// Reads one list; knows what stood before in it.
class ListOfNames {
 public:
  explicit ListOfNames(bool surnames) : surnames_(surnames) {}

  void read(std::string_view text) {
    for (const std::string& part : cut_list(text)) read_part(trim_blanks(part, ".:*-"));
  }

  NameList take() { return std::move(list_); }

 private:
  void read_part(std::string_view part) {
    while (!part.empty()) part = read_to_bracket(part);
  }

  /// Reads up to the end of the first brackets and gives what stands behind them. Brackets hold a
  /// role ("(Chair)"), or the name where the role stands before ("Director (Ms A Day)"); one or two
  /// letters tell apart two people of one surname and belong to the name.
  std::string_view read_to_bracket(std::string_view part) {
    if (is_honour(part)) {
      list_.names.back() += ", " + std::string(part);
      return {};
    }
    const std::size_t open = part.find('(');
    if (open == kNone) {
      read_words(part);
      return {};
    }
    const std::size_t close = part.find(')', open);
    const std::string_view inside =
        part.substr(open + 1, close == kNone ? kNone : close - open - 1);
    const std::string_view before = trim_blanks(part.substr(0, open));
    const std::size_t known = list_.names.size();
    if (inside.size() <= 2 && close != kNone && part_of(inside) == Part::Name) {
      read_words(before);
      if (list_.names.size() > known && !is_initials(list_.names.back(), inside))
        list_.names.back() += " (" + std::string(inside) + ")";
    } else if (depth_ < kDeepest && holds_name(inside) &&
               part_of(first_word(part)) != Part::Courtesy) {
      read_inside(inside);
    } else {
      read_words(trim_blanks(before, ","));
      // "The Mayor (Councillor A Day)"
      const bool office = list_.names.size() == known;
      if (office && depth_ < kDeepest && part_of(first_word(inside)) == Part::Member)
        read_inside(inside);
    }
    return close == kNone ? "" : trim_blanks(part.substr(close + 1), ".,");
  }

  void read_inside(std::string_view text) {
    ListOfNames inner(true);
    inner.depth_ = depth_ + 1;
    inner.read(text);
    for (std::string& name : inner.list_.names) list_.names.push_back(std::move(name));
  }

  /// "Ada Quill (AQ)": by which the minutes call the person.
  static bool is_initials(std::string_view name, std::string_view inside) {
    std::string initials;
    for (const std::string_view word : split_words(name)) {
      if (part_of(word) == Part::Name) initials += word[0];
    }
    return initials.size() > 1 && initials == inside;
  }

  static std::string_view first_word(std::string_view text) {
    return text.substr(0, std::min(text.find(' '), text.size()));
  }

  bool is_honour(std::string_view part) const {
    return !list_.names.empty() && !part.empty() && part.find(' ') == kNone && part != "Chair" &&
           is_post_nominal(part) && ascii_lower(part) != part;
  }

  /// "Ms. A. Day", "Messrs. A Day and B Poe": only with a courtesy title, or it may be a team.
  static bool holds_name(std::string_view inside) {
    return part_of(first_word(inside)) == Part::Courtesy;
  }

  /// "Jane Day – Town Clerk" and "Town Clerk: Jane Day" both give the name. `known`: so many of
  /// the dashes are known not to be in `part`. Each byte is searched once for each dash.
  void read_words(std::string_view part, std::size_t known = 0) {
    for (; known < kDashes.size(); ++known) {
      for (std::size_t at; (at = part.find(kDashes[known])) != kNone;) {
        const std::size_t before = list_.names.size();
        read_words(part.substr(0, at), known + 1);
        if (list_.names.size() > before) return;
        part = trim_blanks(part.substr(at + kDashes[known].size()));
      }
    }
    read_run(part);
  }

  void read_run(std::string_view part) {
    const auto words = split_words(part);
    if (words.empty()) return;
    // "for whom Mr Day attended": what hangs on a name with a small letter is no name.
    const bool prose = part_of(words[0]) == Part::Other && !upper_at(words[0], 0) &&
                       !one_of(words[0], {"the", "y", "yr"});
    bool other = prose;
    for (std::size_t i = 0; i < words.size(); ++i) {
      other = other || stands_for_another(words[i]);
      if (!other && names_body(words, i)) run_.clear();
      read_word(words[i], other);
    }
    close();
  }

  /// "Cllr Day substituting for Cllr Poe": who follows is not there.
  static bool stands_for_another(std::string_view word) {
    return one_of(word, {"substituting", "substituted", "substitutes", "substitute", "deputising",
                         "deputised", "replacing", "representing"});
  }

  /// "..., Northern Rivers Trust", "Eden District Council": behind a name, or before the end, the
  /// words before such a word are no person's, unless an office follows ("Cora Finch Parish
  /// Clerk").
  bool names_body(const std::vector<std::string_view>& words, std::size_t i) const {
    if (run_.empty() || trade_word(words[i]) != TradeWord::Body) return false;
    if (list_.names.empty() && trade_word(words.back()) != TradeWord::Body) return false;
    if (i + 1 < words.size() && trade_word(words[i + 1]) == TradeWord::Role) return false;
    return std::none_of(run_.begin(), run_.end(), [](const std::string& word) {
      return part_of(word) == Part::Courtesy || without_stops(word).size() == 1;
    });
  }

  void read_word(std::string_view word, bool prose) {
    const Part kind = prose ? Part::Other : part_of(word);
    const std::string lower = ascii_lower(without_stops(word));
    switch (kind) {
      case Part::Member:
        if (run_.size() == 1 && is_kind_of_council(ascii_lower(run_[0]))) run_.clear();
        close();
        surnames_ = true;
        after_member_ = true;
        break;
      case Part::Courtesy:
        if (lower == "messrs") {
          surnames_ = true;
          break;
        }
        if (after_member_ && lower == "sir") break;  // Welsh: a county councillor
        if (!run_.empty() && !only_courtesies()) close();
        run_.emplace_back(word);
        break;
      case Part::Name:
        after_member_ = false;
        run_.emplace_back(word);
        break;
      case Part::Office:
        office_word(word, lower);
        break;
      case Part::Other:
        if (word == "&" && only_courtesies()) {
          run_.emplace_back(word);
          break;
        }
        after_office_ = false;
        close();
        spoiled_ = true;
        if (!one_of(lower, {"the", "of", "in", "y", "yr", "o", "&", "-", "–"})) ++list_.other_words;
        break;
    }
  }

  /// Some offices are surnames too: "Mr R Page", "Mrs Chambers".
  void office_word(std::string_view word, const std::string& lower) {
    if (!run_.empty() && one_of(lower, {"head", "page", "chambers", "reeve", "warden", "bishop",
                                        "marshall", "mayor"})) {
      run_.emplace_back(word);
      return;
    }
    if (run_.empty() && one_of(lower, {"will", "grant", "april", "tim"})) {
      run_.emplace_back(word);
      return;
    }
    // "... Eden District Council", "Staff Officer": the words before belong to the office.
    if (run_.size() >= 3 && is_kind_of_council(lower)) run_.pop_back();
    if (run_.size() == 1 && !(surnames_ && !after_office_)) run_.clear();
    close();
    run_.clear();
    after_office_ = true;
    spoiled_ = false;
  }

  /// Courtesies stand in front: one behind a name begins another run.
  bool only_courtesies() const {
    return !run_.empty() && (run_.back() == "&" || part_of(run_.back()) == Part::Courtesy);
  }

  /// The words so far are one name, if they can be.
  void close() {
    std::vector<std::string> run = std::move(run_);
    run_.clear();
    after_member_ = false;
    const bool spoiled = std::exchange(spoiled_, false);
    const bool office = std::exchange(after_office_, false);
    while (!run.empty() && is_name_particle(run.back())) run.pop_back();
    if (run.empty() || run.size() > kMostNameWords + 1) return;
    // "PCSO Jane Day": a rank in capitals.
    if (run.size() >= 3 && run[0].size() >= 3 && all_upper(run[0]) && !all_upper(run[1]) &&
        run[0].find('.') == kNone) {
      run.erase(run.begin());
    }
    const bool titled = part_of(run[0]) == Part::Courtesy;
    if (run.size() == 1 && (titled || !(surnames_ || office))) return;
    if (run.size() == 1 && (run[0].size() < 3 || all_upper(run[0]))) return;
    if (spoiled && !titled) return;
    std::string name;
    for (const std::string& word : run) name += (name.empty() ? "" : " ") + word;
    name = std::string(trim_blanks(name, ",;:*"));
    // A stop ends the list, not an initial.
    if (name.ends_with('.') && name.size() > 2 && name[name.size() - 3] != ' ') name.pop_back();
    list_.names.push_back(std::move(name));
  }

  NameList list_;
  std::vector<std::string> run_;
  bool surnames_;  ///< "Councillors Day and Poe": one word is enough
  bool after_member_ = false;
  bool after_office_ = false;  ///< the words before name the person's office
  bool spoiled_ = false;       ///< words of a sentence stand before
  int depth_ = 0;
};

}  // namespace

bool names_members(std::string_view label) {
  const auto words = split_words(label);
  return std::any_of(words.begin(), words.end(), is_member_word);
}

NameList read_name_list(std::string_view text, bool surnames) {
  ListOfNames reader(surnames);
  reader.read(text);
  return reader.take();
}

}  // namespace moot
