#pragma once
/// \file Content of a label -> values, by the shape that the rule names. Pure.

#include <optional>
#include <string>
#include <vector>

#include "extractors/builder.hpp"
#include "extractors/paper_view.hpp"

namespace moot {

/// The content as paragraphs joined by '\n', paragraph numbers left out, and tables of figures,
/// which cannot be read as sentences. No value where nothing is left.
std::vector<Value> read_prose(const PaperView& view, const std::vector<Piece>& pieces);

/// The content as numbered items: lead-ins and sub-headings left out, a sub-item's number with
/// its parent's ("2(a)", but not that of a mere lead-in such as "2.1 The Board is asked to:"), an
/// item's further paragraphs joined to it. Content without numbers or bullets gives one item a
/// paragraph.
std::vector<Value> read_list(const PaperView& view, const std::vector<Piece>& pieces);

/// "None", or a sentence that says no more: "No alternative options were considered."
bool states_no_options(const std::string& text);

/// Names with roles, one a paragraph or cell.
std::vector<Value> read_people(const PaperView& view, const std::vector<Piece>& pieces);

/// Titles of papers, one an entry: a block, a row of a table, or one of several run together on a
/// line ("Appendix A – Plan Appendix B – Map"). Lead-ins and "None" are left out.
std::vector<Value> read_names(const PaperView& view, const std::vector<Piece>& pieces);

/// Whether a title says that it is an appendix's: "Appendix A - The plan".
bool is_appendix_title(const std::string& title);

/// Meetings with dates, from rows of a table or from alternating lines.
std::vector<Value> read_timetable(const PaperView& view, const std::vector<Piece>& pieces);

/// People to ask, from a block of lines with labels of their own ("Job title:", "Email:").
std::vector<Value> read_contacts(const PaperView& view, const std::vector<Piece>& pieces);

/// One person to ask, from the words of a sentence.
std::vector<Value> read_contact_sentence(const PaperView& view, const std::vector<Piece>& pieces);

/// Proposes contacts from labelled lines that no label of contacts announces.
void propose_labelled_lines(const PaperView& view, RecordBuilder& builder);

/// The pieces as one text with single spaces.
std::string joined_text(const PaperView& view, const std::vector<Piece>& pieces);

/// From the first to the last byte of the pieces.
TextRange span_of(const std::vector<Piece>& pieces);

/// Checks a raw value and puts it in form, by the normaliser's name in the rule: "date", "body",
/// "title", "reference", "flag", "after-flag", "exempt", "status" (without a final ';' or '-'),
/// "summary" (not a mere "For decision"), "" (as it stands); "people" is for Shape::Names. Nothing
/// where the text is no such value.
std::optional<std::string> normalise_value(const std::string& normaliser, const std::string& raw);

/// The names of the normalisers, for checking packs.
const std::vector<std::string>& normaliser_names();

}  // namespace moot
