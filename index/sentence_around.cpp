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
  const std::size_t before = text.rfind('\n', words.begin == 0 ? 0 : words.begin - 1);
  std::size_t begin = words.begin == 0 || before == std::string_view::npos ? 0 : before + 1;
  std::size_t end = std::min(text.find('\n', words.end), text.size());
  if (words.begin - begin > kFarthest) begin = text.find(' ', words.begin - kFarthest) + 1;
  if (end - words.end > kFarthest) end = text.rfind(' ', words.end + kFarthest);
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
