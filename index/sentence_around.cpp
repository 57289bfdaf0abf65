#include "index/sentence_around.hpp"

#include <algorithm>

#include "extractors/sentences.hpp"
#include "index/snippet.hpp"

namespace moot {
namespace {

constexpr std::size_t kLongest = 300;     // bytes
constexpr std::size_t kFarthest = 2'000;  // bytes on each side in which its ends are looked for

}  // namespace

SentenceAround sentence_around(std::string_view text, TextRange words) {
  // Lines of a list, and of a paragraph, end sentences too.
  std::size_t begin = words.begin - std::min(words.begin, kFarthest);
  const std::string_view lead = text.substr(begin, words.begin - begin);
  const std::size_t line = lead.rfind('\n');
  const std::size_t blank = begin > 0 ? lead.find(' ') : std::string_view::npos;
  if (line != std::string_view::npos) {
    begin += line + 1;
  } else if (begin > 0) {
    begin = blank == std::string_view::npos ? words.begin : begin + blank + 1;
  }
  std::string_view rest = text.substr(words.end, kFarthest);
  rest = rest.substr(0, rest.find('\n'));
  const bool whole_rest =
      words.end + rest.size() >= text.size() || text[words.end + rest.size()] == '\n';
  std::size_t end = words.end + rest.size();
  if (!whole_rest) {
    const std::size_t last = rest.rfind(' ');
    end = words.end + (last == std::string_view::npos ? 0 : last);
  }
  TextRange found{begin, end};
  for (const TextRange& sentence : split_sentences(text.substr(begin, end - begin))) {
    const TextRange placed{begin + sentence.begin, begin + sentence.end};
    if (placed.begin <= words.begin && words.end <= placed.end) found = placed;
  }
  if (found.begin > words.begin || found.end < words.end) found = words;
  const std::string_view whole = text.substr(found.begin, found.end - found.begin);
  const TextRange where{words.begin - found.begin, words.end - found.begin};
  if (whole.size() <= kLongest) return {std::string(whole), where};
  Snippet cut = make_snippet(whole, {{where, 0}}, kLongest);
  const TextRange marked = cut.highlights.empty() ? TextRange{} : cut.highlights.front();
  return {std::move(cut.text), marked};
}

}  // namespace moot
