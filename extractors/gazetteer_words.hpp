#pragma once
/// \file Walking over the words around an anchor such as "Council", and the names of bodies that
/// are in no gazetteer. Private to the gazetteer.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace moot {

/// A word of a text: letters, figures and apostrophes, or a lone '&'.
struct NameWord {
  std::size_t begin = 0, end = 0;
};

/// Whether the apostrophe or the byte beyond ASCII at `at` is part of a word.
bool is_rare_word_byte(std::string_view text, std::size_t at);

/// Whether the byte at `at` is part of a word.
inline bool word_byte(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
  return (c == '\'' || static_cast<unsigned char>(c) >= 0x80) && is_rare_word_byte(text, at);
}

/// The word that starts at `begin`. \pre word_byte(text, begin) or text[begin] == '&'
NameWord word_from(std::string_view text, std::size_t begin);

/// What may stand between two words of one name.
enum class Gap {
  Narrow,  ///< one space, a hyphen, "St. "
  Wide,    ///< also a few spaces or a line end
  List     ///< also a comma and a space
};

/// The word before `at`, or after it, where nothing but `gap` stands between.
std::optional<NameWord> word_before(std::string_view text, std::size_t at, Gap gap);
std::optional<NameWord> word_after(std::string_view text, std::size_t at, Gap gap);

/// A body's name in running text.
struct BodyName {
  std::string name;
  std::size_t begin = 0, end = 0;
};

/// The body whose name ends with the word `anchor` ("Council", "Authority") by the pattern of such
/// names: "Tintern Community Council", "MANORDEILO & SALEM COMMUNITY COUNCIL" (which becomes
/// "Manordeilo and Salem Community Council"). Nothing for a bare "Parish Council".
std::optional<BodyName> body_before(std::string_view text, NameWord anchor);

/// The printed name with '&' as "and" and single spaces; all capitals become title case.
std::string display_name(std::string_view printed);

/// A line that is a council's name by its looks alone: "Ashford Vale Council".
std::optional<BodyName> body_alone(std::string_view line);

/// The body whose name starts with the word `anchor`, the last word before "of": "London Borough of
/// Eastmere", from `begin` on.
std::optional<BodyName> borough_of(std::string_view text, std::size_t begin, NameWord of);

/// The body whose name starts with the word `anchor`: "Cyngor Cymuned Llan Uchaf", "Township of
/// Moose", "City of Elm Grove".
std::optional<BodyName> body_after(std::string_view text, NameWord anchor);

/// Whether `word` (lower case) before a known name makes it another: "North" Kent.
bool is_qualifier(std::string_view word);

}  // namespace moot
