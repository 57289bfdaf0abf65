#pragma once
/// \file Contacts that a table gives one row each: "Name | Post | Telephone | Email".

#include <string>
#include <vector>

#include "extractors/builder.hpp"
#include "extractors/label_match.hpp"
#include "extractors/paper_view.hpp"

namespace moot {

/// Takes the rows that are one contact each out of `pieces`, with the row of headings over them.
/// Without headings a row counts where one cell names a person and another says how to reach them.
std::vector<Value> take_contact_rows(const PaperView& view, std::vector<Piece>& pieces);

/// Proposes the contacts of tables whose headings say what they are, wherever they stand.
void propose_contact_tables(const PaperView& view, RecordBuilder& builder);

/// Which part of a contact a label of the packs announces: "name", "role", "phone" or "email";
/// empty where it announces something else.
std::string contact_part(const PaperView& view, const LabelMatch& match);

}  // namespace moot
