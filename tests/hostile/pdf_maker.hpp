#pragma once
/// \file PDFs by hand: objects as their text, with a table of where they stand, so that what is
/// wrong with a file is what a test wanted to be wrong.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace moot::test {

/// Collects objects, numbered from 1. Object 1 is the catalogue.
class PdfMaker {
 public:
  /// Adds an object and gives its number.
  int add(std::string body);

  /// The whole file; `trailer` is put into the trailer beside /Size and /Root 1 0 R.
  std::string file(std::string_view trailer = {}) const;

  /// The same with a cross-reference stream, in which objects can stand inside object streams:
  /// `inside` gives pairs of an object's number and that of the stream it is said to be in.
  std::string file_with_stream(const std::vector<std::pair<int, int>>& inside) const;

 private:
  std::vector<std::string> objects_;
};

/// "7 0 R"
std::string ref(int number);

/// The text many times.
std::string repeated(std::string_view text, std::size_t times);

/// Compressed as FlateDecode wants it.
std::string deflated(std::string_view bytes);

/// A thousandth of what it unpacks to: `unit`, `times` times. `unit` should have some 64 kB.
std::string bomb(std::string_view unit, std::size_t times);

/// `<< entries /Length N >> stream ... endstream`
std::string stream_object(std::string_view entries, std::string_view bytes);

/// A line of a page's content; `before` is put where the font has just been set.
std::string words(const std::string& before, const std::string& shown = "(Weston Parish) Tj");

/// What differs from an ordinary paper of two pages, of which the second is always sound. Each is
/// put where it belongs as it stands.
struct Odd {
  std::string content = "BT /F1 12 Tf 72 760 Td (Weston Parish Council) Tj ET";
  std::string content_entries = {};  ///< of the content's stream: "/Filter /FlateDecode"
  std::string page = {};             ///< entries of the first page
  std::string media_box = "[0 0 595 842]";
  std::string resources = {};  ///< entries beside the fonts
  std::string font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
  std::string catalogue = {};  ///< entries of the catalogue
  std::string trailer = {};
  std::vector<std::string> more = {};  ///< objects from number 8 on
};

/// Objects 1 to 7: catalogue, pages, first page, its content, its font, second page, its content.
std::string odd_pdf(const Odd& odd);

}  // namespace moot::test
