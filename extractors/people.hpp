#pragma once
/// \file Names in running text: lists of those present, contacts on one line. Pure.

#include <string>
#include <string_view>
#include <vector>

#include "extractors/record.hpp"

namespace moot {

/// "Mr R W Gough (Chairman), Cllrs Hayward (in the chair), Hoskins and Evans" -> the names, without
/// Councillor and its like and without bracketed roles. Splits at ',', ';', '&' and "and"; a
/// bracket is never split.
std::vector<std::string> split_names(std::string_view text);

/// "Jane Doe, Head of X Email: jane@y.gov.uk or 01622 000000." -> its parts.
Contact parse_contact(std::string_view text);

/// Nothing is known of this contact.
bool is_empty(const Contact& contact);

}  // namespace moot
