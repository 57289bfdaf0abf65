#pragma once
/// \file Names in running text: lists of those present, contacts on one line. Pure.

#include <string>
#include <string_view>
#include <vector>

#include "extractors/record.hpp"

namespace moot {

/// The names of a list, and how much else stands in it.
struct NameList {
  std::vector<std::string> names;
  std::size_t other_words = 0;  ///< words of a sentence: more than a few, and it is no list
};

/// Reads "Mr R Day (Chairman), Cllrs Poe (in the chair), Fox and Hill", "Jane Doe – Town Clerk",
/// "Mayor Jane Doe", "Director, Housing (Ms A Day)": the names, without Councillor and its like,
/// without offices before or after them and without bracketed roles. A surname alone counts after
/// Councillor, Mr or an office, and everywhere where `surnames` says that only members are listed.
NameList read_name_list(std::string_view text, bool surnames = false);

/// Whether a word of a label is what members are called: "Councillors present".
bool names_members(std::string_view label);

/// "Jane Doe, Head of X Email: jane@y.gov.uk or 01622 000000." -> its parts.
Contact parse_contact(std::string_view text);

/// Nothing is known of this contact.
bool is_empty(const Contact& contact);

}  // namespace moot
