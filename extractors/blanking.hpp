#pragma once
/// \file Words that nobody may see any more: finding them however they are printed, and putting
/// bars in their place without moving anything else.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/document.hpp"

namespace moot {

/// Words to be hidden: a name, a telephone number, an address, or a passage.
struct HiddenWords {
  std::string words;
  std::vector<TextRange> where = {};  ///< where they are known to stand in a Document
};

/// Finds words in texts without regard to case, accents, punctuation, white space and line ends:
/// "Ada Quill" in "ADA\nQUILL", "ada.quill@a.gov.uk" over two lines, a telephone number with other
/// gaps or with +44. A match begins where a word begins and ends where one ends. Each paragraph of
/// the words is found by itself. What is too short to mean anything everywhere (fewer than 3
/// letters, or only figures and fewer than 6) is not found.
class HiddenFinder {
 public:
  explicit HiddenFinder(const std::vector<std::string>& words);

  /// The bytes of `text` (UTF-8) to be hidden: ascending and apart. Takes time linear in the text
  /// for each different length of the words.
  std::vector<TextRange> find(std::string_view text) const;

  /// Whether `text` is such words and nothing else.
  bool is_all(std::string_view text) const;

  bool empty() const { return needles_.empty(); }

 private:
  void add(std::string needle);

  /// By length, longest first, then by hash.
  std::map<std::size_t, std::multimap<std::uint64_t, std::string>, std::greater<>> needles_;
};

/// `text` with bars (U+2588) in place of `ranges`, byte for byte as long: what is left over of a
/// bar's three bytes are spaces, line ends stay. \pre the ranges lie inside, on whole letters
std::string blanked(std::string text, std::vector<TextRange> ranges);

/// Puts bars wherever the words stand in the document's text, title and bookmarks. Words that are
/// not found at a place where they are known to stand (a running head is printed amid them, or
/// they were read in another form) cost all that stands there. Offsets and lines stay.
void blank(Document& doc, const std::vector<HiddenWords>& hidden);

}  // namespace moot
