#include "pipeline/headings.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr std::size_t kLongestHeading = 160;  // bytes
constexpr std::size_t kMostHeadingWords = 22;
constexpr std::size_t kMostPlainWords = 12;  // for headings without any mark of style
constexpr std::size_t kLongParagraph = 60;   // bytes: what follows a heading is at least so long
constexpr double kLarger = 1.12;             // of the size of body text

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (char c : text) {
    if (c != ' ' && !inside) ++words;
    inside = c != ' ';
  }
  return words;
}

/// The type size in which most of the text is set; 0 where sizes are unknown.
double body_size(const Document& doc, const std::vector<Block>& blocks) {
  std::map<int, std::size_t> bytes;
  for (const Block& block : blocks) {
    for (std::size_t i = block.first_line; i < block.last_line; ++i) {
      const Line& line = doc.lines[i];
      bytes[static_cast<int>(line.style.size * 2 + 0.5)] += line.range.end - line.range.begin;
    }
  }
  const auto most = std::max_element(
      bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == bytes.end() ? 0 : most->first / 2.0;
}

bool ends_like_prose(std::string_view text) {
  if (text.empty()) return true;
  const char last = text.back();
  return last == '.' || last == ';' || last == ',' || text.ends_with(" and") ||
         text.ends_with(" or");
}

std::size_t number_depth(std::string_view number) {
  if (number.ends_with(".0")) number.remove_suffix(2);
  return static_cast<std::size_t>(std::count(number.begin(), number.end(), '.'));
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "SA19 7LY": the line of an address that is in capitals by its nature.
bool ends_with_postcode(std::string_view text) {
  constexpr std::size_t kLongestLine = 40;  // bytes; a subject may name a place, too
  if (text.size() < 6 || text.size() > kLongestLine) return false;
  const std::string_view inward = text.substr(text.size() - 4);
  if (inward[0] != ' ' || !is_digit(inward[1]) || !all_upper(inward.substr(2))) return false;
  std::string_view outward = text.substr(0, text.size() - 4);
  if (const auto space = outward.rfind(' '); space != outward.npos)
    outward.remove_prefix(space + 1);
  return outward.size() >= 2 && outward.size() <= 4 && !is_digit(outward[0]) &&
         all_upper(outward) && std::any_of(outward.begin(), outward.end(), is_digit);
}

/// The end of something else, whatever its type: "appendices?", "OR", a postcode.
bool is_fragment(std::string_view text) {
  if (text.size() <= 2 || ends_with_postcode(text)) return true;
  return is_lower(text[0]) && (is_lower(text[1]) || text[1] == ' ');
}

bool starts_with_digit(std::string_view number) {
  return !number.empty() && number[0] >= '0' && number[0] <= '9';
}

/// Decides for one paper; knows what its body text looks like.
class HeadingFinder {
 public:
  HeadingFinder(const Document& doc, const std::vector<Block>& blocks)
      : doc_(doc), blocks_(blocks), body_size_(body_size(doc, blocks)), marked_up_(is_marked_up()) {}

  bool is_heading(std::size_t index) const {
    const Block& block = blocks_[index];
    if (block.style.heading_level > 0) return true;
    if (block.bullet || block.cell.table > 0 || block.last_line - block.first_line > 3)
      return false;
    const std::string text = text_of(doc_, block.range);
    const std::size_t words = count_words(text);
    if (words == 0 || text.size() > kLongestHeading || words > kMostHeadingWords) return false;
    if (ends_like_prose(text) || !has_letter(text) || is_fragment(text)) return false;
    if (!block.number.empty() && !starts_with_digit(block.number))
      return styled(block, text) && block.style.bold && all_upper(text);
    if (leads_in(block, text, words)) return false;
    if (styled(block, text)) return true;
    if (words > kMostPlainWords || !starts_upper(text) || text.back() == ':') return false;
    return block.number.empty() ? stands_alone(index) : leads_numbers(index);
  }

  /// Rank of a heading's looks: larger type first, then capitals, then weight.
  std::tuple<int, int, int, int> looks(const Block& block) const {
    const bool caps = all_upper(text_of(doc_, block.range));
    return {block.style.heading_level > 0 ? block.style.heading_level : 9,
            -static_cast<int>(block.style.size + 0.5), caps ? 0 : 1, block.style.bold ? 0 : 1};
  }

 private:
  static bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    });
  }

  /// "The Committee is asked to approve: -": bold, but it leads in to what follows.
  static bool leads_in(const Block& block, std::string_view text, std::size_t words) {
    const bool colon = text.ends_with(":") || text.ends_with(":-") || text.ends_with(": -");
    return colon && words >= 5 && block.number.empty() && !all_upper(text);
  }

  bool styled(const Block& block, std::string_view text) const {
    if (block.style.bold) return true;
    if (body_size_ > 0 && block.style.size >= body_size_ * kLarger) return true;
    return text.size() >= 4 && all_upper(text);
  }

  /// The headings of a web page are marked as such.
  bool is_marked_up() const {
    const auto marked = [](const Block& block) { return block.style.heading_level > 0; };
    return doc_.media_type == "text/html" && std::any_of(blocks_.begin(), blocks_.end(), marked);
  }

  /// Plain text has no style: a short line between blank lines with a paragraph after it.
  bool stands_alone(std::size_t index) const {
    if (body_size_ > 0 || marked_up_ || index + 1 >= blocks_.size()) return false;
    const Block& block = blocks_[index];
    const Block& next = blocks_[index + 1];
    return block.last_line - block.first_line == 1 &&
           doc_.lines[next.first_line].starts_paragraph && next.cell.table == 0 &&
           next.range.end - next.range.begin >= kLongParagraph;
  }

  /// "2 Developing the strategy" before "2.1 ..." or before a paragraph.
  bool leads_numbers(std::size_t index) const {
    if (index + 1 >= blocks_.size()) return false;
    const Block& block = blocks_[index];
    const Block& next = blocks_[index + 1];
    if (number_depth(block.number) > 0) return false;
    if (number_depth(next.number) == 1 && starts_with_digit(next.number)) return true;
    return next.number.empty() && !next.bullet &&
           next.range.end - next.range.begin >= kLongParagraph;
  }

  const Document& doc_;
  const std::vector<Block>& blocks_;
  double body_size_;
  bool marked_up_;
};

}  // namespace

void mark_headings(const Document& doc, std::vector<Block>& blocks) {
  const HeadingFinder finder(doc, blocks);
  std::vector<std::size_t> headings;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (finder.is_heading(i)) headings.push_back(i);
  }
  std::set<std::tuple<int, int, int, int>> ranks;
  for (std::size_t i : headings) ranks.insert(finder.looks(blocks[i]));
  // Four levels of numbers fit between two ranks of looks.
  for (std::size_t i : headings) {
    Block& block = blocks[i];
    const auto rank = std::distance(ranks.begin(), ranks.find(finder.looks(block)));
    block.kind = BlockKind::Heading;
    block.level = static_cast<int>(rank) * 4 + 1 +
                  static_cast<int>(std::min<std::size_t>(number_depth(block.number), 3));
  }
}

}  // namespace moot
