#pragma once
/// \file What the forms of a comparison say the same way, and parts that they are made of. All
/// pure; views and pointers are into the arguments.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/comparison.hpp"

namespace moot {

/// A row's field in words: "financial" -> "Financial implications".
std::string row_label(std::string_view field);

/// What an empty cell says: "not in this paper", "no paper found".
const char* spoken(CellState empty);

/// How CSV and JSON name a state and a change: "not_in_paper", "reworded".
const char* state_name(CellState state);
const char* change_name(Change change);

/// Stands before the words with which a paper says that there is nothing.
constexpr const char* kNoneStated = "None stated:";

/// "p. 3"; "" where there are no pages.
std::string short_page(int page);

/// "once", "14 times".
std::string spoken_times(std::size_t times);

/// "1 word", "37 words".
std::string counted(std::size_t number, std::string_view one, std::string_view many);

/// Papers of the column's council that match, beyond the one compared.
std::size_t others_found(const Column& column);

/// "and 3 more of this council that match"; "" where there are none.
std::string others_words(const Column& column);

/// "6 March 2024 · Cabinet · Report", as much of it as is known.
std::string paper_line(const Entry& paper);

/// "328 more councils have papers that match."; "" where all are there.
std::string more_found(const Comparison& comparison);

/// The name of a column; "" of one that there is not.
const std::string& name_of(const Comparison& comparison, std::size_t column);

/// Where a quote of a column stands, as a browser opens it; "" where no address is known.
std::string quote_link(const Comparison& comparison, std::size_t column, const Quote& quote);

/// A quote as people read it.
struct ToldQuote {
  std::string value;  ///< what was found in the words: "£1,850,000, £650,000"; may be empty
  Quote quote;        ///< where its words are a day, the day as people write it
};

/// The quotes of a cell in a row of this field: each sentence once, with all that was found in it.
std::vector<ToldQuote> told_quotes(std::string_view field, const ComparedCell& cell);

/// Cuts `told` to `most` of them; "and 62 more" where some are left out, else "". A budget names a
/// hundred sums.
std::string cut_quotes(std::vector<ToldQuote>& told, std::size_t most);

/// How many a page for reading shows of a cell.
inline constexpr std::size_t kQuotesOfACell = 12;

/// A stretch of a text, marked or not.
struct Piece {
  std::string_view text;
  bool marked = false;
};

/// `text` cut at `marked`. Ranges that overlap one before them, that end beyond the text or inside
/// a letter are passed over.
std::vector<Piece> pieces(std::string_view text, const std::vector<TextRange>& marked);

/// What is shown of a long text.
struct Excerpt {
  std::string text;
  std::vector<TextRange> marked;  ///< of this text
  bool cut = false;
};

/// At most about `most` bytes, cut between words, with an ellipsis where words are left out; 0: all
/// of it. Begins a little before the first mark where that would be left out.
Excerpt excerpt(const std::string& text, const std::vector<TextRange>& marked, std::size_t most);

/// A paper that has a theme.
struct ThemePlace {
  std::size_t column = 0, times = 0;
  const Quote* passage = nullptr;  ///< none known: nullptr
  std::vector<TextRange> where;    ///< of its words in the passage
};

std::vector<ThemePlace> places_of(const Theme& theme);

/// What changed between one paper and its next, by kind of change.
struct ChangeGroup {
  std::size_t column_before = 0, column_after = 0;
  std::vector<const Changed*> added, dropped, reworded, kept;
};

/// In the order in which their papers first come.
std::vector<ChangeGroup> grouped(const std::vector<Changed>& changes);

/// "3 added, 2 dropped, 1 reworded, 12 kept".
std::string change_counts(const ChangeGroup& group);

}  // namespace moot
