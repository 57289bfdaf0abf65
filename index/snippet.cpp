#include "index/snippet.hpp"

#include <algorithm>
#include <set>

namespace moot {
namespace {

constexpr std::string_view kCut = "\u2026";

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}
bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// From the first to the last of the marks that stand best together within `length` bytes.
TextRange best_stretch(const std::vector<Mark>& marks, std::size_t length) {
  TextRange best = marks.front().range;
  std::size_t most = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::size_t begin = marks[i].range.begin;
    std::set<std::size_t> leaves;
    std::size_t j = i;
    for (; j < marks.size() && marks[j].range.end <= begin + length; ++j) {
      leaves.insert(marks[j].leaf);
    }
    // Different words count for more than the same one again.
    const std::size_t score = leaves.size() * length + (j - i);
    if (score <= most) continue;
    most = score;
    best = {begin, j > i ? marks[j - 1].range.end : marks[i].range.end};
  }
  return best;
}

/// Widens `stretch` to `length` bytes, a third of them in front, and moves its ends to the edges
/// of words, or at least of letters.
TextRange widened(std::string_view text, TextRange stretch, std::size_t length) {
  const std::size_t used = stretch.end - stretch.begin;
  const std::size_t spare = length > used ? length - used : 0;
  std::size_t begin = stretch.begin - std::min(stretch.begin, spare / 3);
  std::size_t end = std::min(text.size(), begin + std::max(length, used));
  if (end == text.size() && end - begin < length) begin = end - std::min(end, length);
  begin = std::min(begin, stretch.begin);
  end = std::max(end, stretch.end);
  if (begin > 0) {
    while (begin < stretch.begin && !is_space(text[begin - 1])) ++begin;
  }
  if (end < text.size()) {
    std::size_t edge = end;
    while (edge > std::max(stretch.end, begin) && !is_space(text[edge])) --edge;
    if (edge > begin) end = edge;
  }
  while (begin > 0 && is_continuation(text[begin])) --begin;
  while (end < text.size() && is_continuation(text[end])) ++end;
  return {begin, end};
}

}  // namespace

Snippet make_snippet(std::string_view text, const std::vector<Mark>& marks, std::size_t length) {
  Snippet snippet;
  if (text.empty()) return snippet;
  const TextRange stretch = marks.empty() ? TextRange{0, 0} : best_stretch(marks, length);
  const TextRange cut = widened(text, stretch, length);
  if (cut.begin > 0) snippet.text = std::string(kCut) + " ";
  const std::size_t shift = snippet.text.size();
  snippet.text += text.substr(cut.begin, cut.end - cut.begin);
  std::replace_if(snippet.text.begin(), snippet.text.end(), is_space, ' ');
  for (const Mark& mark : marks) {
    if (mark.range.begin < cut.begin || mark.range.end > cut.end) continue;
    const TextRange place{mark.range.begin - cut.begin + shift, mark.range.end - cut.begin + shift};
    const bool again = !snippet.highlights.empty() && place.begin < snippet.highlights.back().end;
    if (!again) snippet.highlights.push_back(place);
  }
  if (cut.end < text.size()) snippet.text += " " + std::string(kCut);
  return snippet;
}

}  // namespace moot
