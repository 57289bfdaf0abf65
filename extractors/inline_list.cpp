#include "extractors/inline_list.hpp"

#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "extractors/values_text.hpp"

namespace moot {

namespace {

constexpr std::size_t kLongestLeadIn = 60;  // bytes: "that the Executive be asked to"

constexpr std::array<std::string_view, 12> kRomans = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                                      "vii", "viii", "ix",  "x",  "xi", "xii"};

struct Mark {
  std::string number;
  std::size_t begin = 0, end = 0;  ///< of the marker, in the text
};

/// Whether `after` follows `before` in one of the ways of counting; an empty `before`: whether it
/// is the first.
bool follows(const std::string& before, const std::string& after) {
  const auto roman = [](const std::string& number) {
    return std::find(kRomans.begin(), kRomans.end(), number) - kRomans.begin();
  };
  const auto none = static_cast<std::ptrdiff_t>(kRomans.size());
  if (before.empty()) return after == "1" || after == "a" || after == "A" || after == "i";
  if (is_digit_byte(before[0]))
    return is_digit_byte(after[0]) && std::stoi(after) == std::stoi(before) + 1;
  if (roman(before) != none && roman(after) == roman(before) + 1) return true;
  return before.size() == 1 && after.size() == 1 && after[0] == before[0] + 1;
}

std::vector<Mark> find_marks(std::string_view text) {
  static const RE2 kMark("(?:^|\\s)(\\(?(\\d{1,2}|[a-zA-Z]|[ivx]{1,4})\\))\\s*\\S");
  std::vector<Mark> marks;
  std::size_t at = 0;
  re2::StringPiece mark, number;
  for (;;) {
    re2::StringPiece rest(text.data() + at, text.size() - at);
    if (!RE2::PartialMatch(rest, kMark, &mark, &number)) break;
    const auto begin = static_cast<std::size_t>(mark.data() - text.data());
    at = begin + mark.size();
    const std::string last = marks.empty() ? "" : marks.back().number;
    if (follows(last, std::string(number))) marks.push_back({std::string(number), begin, at});
  }
  return marks;
}

/// What stands before the first marker leads in to a list.
bool leads_in(std::string_view text) {
  text = trim_blanks(text);
  if (text.empty()) return true;
  if (text.size() > kLongestLeadIn) return false;
  static const RE2 kLeadIn("(?i)(?:\\b(?:to|that|be)|[:–—-])$");
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), kLeadIn);
}

/// What stands before a further marker ends an item.
bool ends_item(std::string_view text) {
  static const RE2 kEnd("(?:[;,.:]|[;,]? and| or)$");
  text = trim_blanks(text);
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), kEnd);
}

}  // namespace

std::vector<InlineItem> cut_inline_list(std::string_view text) {
  const std::vector<Mark> marks = find_marks(text);
  if (marks.size() < 2 || !leads_in(text.substr(0, marks[0].begin))) return {};
  std::vector<InlineItem> items;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::size_t end = i + 1 < marks.size() ? marks[i + 1].begin : text.size();
    const std::string_view item = trim_blanks(text.substr(marks[i].end, end - marks[i].end));
    if (i + 1 < marks.size() && !ends_item(item)) return {};
    items.push_back({marks[i].number, std::string(item)});
  }
  return items;
}

}  // namespace moot
