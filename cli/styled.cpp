#include "cli/styled.hpp"

#include <algorithm>

namespace moot {
namespace {

std::size_t letter_end(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) ++at;
  return at;
}

/// The lines of one paragraph as ranges, made word by word.
class Breaker {
 public:
  Breaker(std::string_view text, std::size_t room, std::vector<TextRange>& lines)
      : text_(text), room_(room), lines_(lines) {}

  void paragraph(std::size_t begin, std::size_t end) {
    line_ = {begin, begin};
    used_ = 0;
    for (std::size_t at = begin; at <= end;) {
      const std::size_t space = std::min(text_.substr(0, end).find(' ', at), end);
      if (space > at) add_word(at, space);
      at = space + 1;
    }
    lines_.push_back(line_);
  }

 private:
  void add_word(std::size_t begin, std::size_t end) {
    const std::size_t width = display_width(text_.substr(begin, end - begin));
    const std::size_t gap = line_.end > line_.begin ? begin - line_.end : 0;
    if (room_ == 0 || used_ + gap + width <= room_) {
      if (line_.end == line_.begin) line_.begin = begin;
      line_.end = end;
      used_ += gap + width;
      return;
    }
    if (line_.end > line_.begin) lines_.push_back(line_);
    line_ = {begin, begin};
    used_ = 0;
    for (std::size_t at = begin; at < end;) {
      const std::size_t next = std::min(letter_end(text_, at), end);
      const std::size_t columns = display_width(text_.substr(at, next - at));
      if (used_ + columns > room_ && line_.end > line_.begin) {
        lines_.push_back(line_);
        line_ = {at, at};
        used_ = 0;
      }
      line_.end = next;
      used_ += columns;
      at = next;
    }
  }

  std::string_view text_;
  std::size_t room_;
  std::vector<TextRange>& lines_;
  TextRange line_;
  std::size_t used_ = 0;
};

std::string with_spaces(std::string_view line) {
  constexpr std::string_view kNoBreak = "\u00A0";
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool space = line.substr(at, kNoBreak.size()) == kNoBreak;
    out += space ? ' ' : line[at];
    if (space) at += kNoBreak.size() - 1;
  }
  return out;
}

std::vector<TextRange> broken(std::string_view text, std::size_t room) {
  std::vector<TextRange> lines;
  Breaker breaker(text, room, lines);
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    breaker.paragraph(begin, end);
    if (end == text.size()) return lines;
    begin = end + 1;
  }
}

}  // namespace

void Styled::add(std::string_view words) {
  text += words;
}

void Styled::add(std::string_view words, Tone tone) {
  if (words.empty()) return;
  stretches.push_back({{text.size(), text.size() + words.size()}, tone});
  text += words;
}

void Styled::add(const Styled& more) {
  const std::size_t lead = text.size();
  text += more.text;
  for (const Stretch& stretch : more.stretches) {
    stretches.push_back({{stretch.where.begin + lead, stretch.where.end + lead}, stretch.tone});
  }
}

std::string shown_words(std::string_view text) {
  const std::string shown = printable(text, true);
  std::string out;
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const std::string_view mark = std::string_view(shown).substr(at, 3);
    const bool turns =
        (mark >= "\u202A" && mark <= "\u202E") || (mark >= "\u2066" && mark <= "\u2069");
    out += turns ? '?' : shown[at];
    if (turns) at += mark.size() - 1;
  }
  return out;
}

std::vector<std::string> fitted(const Styled& styled, std::size_t room, bool colour) {
  std::vector<std::string> lines;
  const std::string_view text = styled.text;
  auto next = styled.stretches.begin();
  for (const TextRange& range : broken(text, room)) {
    std::string line;
    std::size_t at = range.begin;
    while (next != styled.stretches.end() && next->where.end <= at) ++next;
    for (auto it = next; it != styled.stretches.end() && it->where.begin < range.end; ++it) {
      const std::size_t begin = std::max(it->where.begin, at);
      const std::size_t end = std::min(it->where.end, range.end);
      line += text.substr(at, begin - at);
      line += tinted(text.substr(begin, end - begin), it->tone, colour);
      at = end;
    }
    lines.push_back(with_spaces(line + std::string(text.substr(at, range.end - at))));
  }
  return lines;
}

}  // namespace moot
