#include <algorithm>
#include <optional>

#include <re2/re2.h>

#include "extractors/plan_words.hpp"
#include "extractors/values_text.hpp"

namespace moot {

namespace {

constexpr std::size_t kLongestName = 80;  // bytes
constexpr std::string_view kKinds = "strategy|plan|policy|framework|declaration|charter|roadmap";

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

struct Mark {
  std::string_view open, close;
};

constexpr Mark kMarks[] = {{"“", "”"},   {"‘", "’"}, {"\"", "\""}, {"'", "'"},
                           {"**", "**"}, {"*", "*"}, {"_", "_"}};

/// Where the mark that closes a name stands; nothing where the name would be too long.
std::optional<std::size_t> closed_at(std::string_view text, std::size_t from, const Mark& mark) {
  const std::string_view rest = text.substr(from, kLongestName + mark.close.size());
  for (std::size_t at = rest.find(mark.close); at != std::string_view::npos;
       at = rest.find(mark.close, at + 1)) {
    // An apostrophe looks the same.
    if (!letter_at(text, from + at + mark.close.size())) return from + at;
  }
  return {};
}

/// Capitalised but for small words, and no sentence.
bool looks_like_name(std::string_view text, std::span<const PlanWord> words) {
  if (words.empty() || !words.front().capital || words.back().joint) return false;
  constexpr std::size_t kSmallWord = 3;  // bytes
  return std::all_of(words.begin(), words.end(), [&](const PlanWord& word) {
    const std::string_view printed = text.substr(word.begin, word.end - word.begin);
    return word.capital || word.year || word.joint || printed.size() <= kSmallWord;
  });
}

/// "strategy", which stands beside the quotation; "" where no such word does.
std::string kind_beside(std::string_view text, std::size_t begin, std::size_t end) {
  static const RE2 kAfter("(?i)^,? (" + std::string(kKinds) + ")\\b");
  static const RE2 kBefore("(?i)\\b(" + std::string(kKinds) +
                           ")(?:,|:| –| -)?(?: (?:called|entitled|titled|named|known as))?,? $");
  constexpr std::size_t kFarthest = 40;  // bytes
  re2::StringPiece kind;
  if (RE2::PartialMatch(piece(text.substr(end, kFarthest)), kAfter, &kind))
    return ascii_lower({kind.data(), kind.size()});
  const std::size_t from = begin > kFarthest ? begin - kFarthest : 0;
  if (RE2::PartialMatch(piece(text.substr(from, begin - from)), kBefore, &kind))
    return ascii_lower({kind.data(), kind.size()});
  return {};
}

/// The name that the mark at `at` opens.
std::optional<PlanName> quoted_at(std::string_view text, std::size_t at, const Mark& mark) {
  const std::size_t begin = at + mark.open.size();
  if (!upper_at(text, begin) || (at > 0 && blank_before(text, at) == 0 && text[at - 1] != '('))
    return {};
  const auto end = closed_at(text, begin, mark);
  if (!end) return {};
  const std::string_view printed = trim_blanks(text.substr(begin, *end - begin), ",.");
  if (printed.find('\n') != std::string_view::npos) return {};
  const std::string kind = kind_beside(text, at, *end + mark.close.size());
  const std::vector<PlanWord> words = plan_words(printed);
  if (kind.empty() || !looks_like_name(printed, words)) return {};
  PlanName name{{begin, begin + printed.size()}, fold_blanks(printed), plan_key(printed, words)};
  if (!words.back().plan) name.key += " " + kind;
  return name;
}

}  // namespace

std::vector<PlanName> quoted_plan_names(std::string_view text) {
  std::vector<PlanName> names;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    const auto* mark = std::find_if(std::begin(kMarks), std::end(kMarks),
                                    [&](const Mark& one) { return rest.starts_with(one.open); });
    if (mark == std::end(kMarks)) continue;
    if (auto name = quoted_at(text, at, *mark)) {
      at = name->range.end;
      names.push_back(std::move(*name));
    }
  }
  return names;
}

}  // namespace moot
