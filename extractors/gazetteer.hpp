#pragma once
/// \file The authorities of the UK: names, former names, codes. Data: extractors/data/
/// uk_local_authorities.csv (mySociety, MIT), compiled into the program.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/record.hpp"

namespace moot {

/// One authority, as the gazetteer has it.
struct Authority {
  std::string name;  ///< official full name
  std::string short_name;
  std::string code;    ///< GSS code; may be empty
  std::string type;    ///< "County", "London borough", "Combined authority", ...
  std::string nation;  ///< "England", "Wales", "Scotland", "Northern Ireland"
  std::string region;
  std::string slug;
  std::string local_code;               ///< "CBD": what `successors` are told by
  std::vector<std::string> successors;  ///< local codes of those that took its place
};

const std::vector<Authority>& authorities();

/// An authority found in running text.
struct AuthorityMention {
  std::string name;  ///< as the record wants it: the official full name, or for bodies that are
                     ///< not in the gazetteer (parish, town, community councils, foreign bodies)
                     ///< the printed name in title case where it was all capitals
  Text code;
  std::size_t begin = 0, end = 0;
  Basis basis = Basis::Stated;  ///< Inferred for short forms and email or web domains
};

/// Every authority that `text` names, in order: full names ("Kent County Council", "KENT COUNTY
/// COUNCIL", "Council of the London Borough of Southwark", "Cyngor Sir Caerfyrddin"), short forms
/// that only one authority bears ("Maidstone BC", "Southwark Council"), email and web domains
/// ("@kent.gov.uk", "www.southwark.gov.uk"), and parish, town and community councils by the
/// pattern of their names ("Tintern Community Council", "Cyngor Cymuned Manordeilo a Salem"),
/// which are not in the gazetteer, nor are cities and townships abroad ("Township of Moose").
/// Initials alone give nothing. Mentions do not overlap; bytes of a domain are those of its host.
std::vector<AuthorityMention> find_authorities(std::string_view text);

/// The authority that `line` names and nothing else, where its words have the look of a council's
/// name but no kind: "Ashford Vale Council". For mastheads: in a sentence "Arts Council" looks the
/// same.
std::optional<AuthorityMention> authority_alone(std::string_view line);

/// A name as printed, with '&' as "and" and single spaces; all capitals become title case.
std::string printed_name(std::string_view printed);

/// The authority with this name, short name, former name or GSS code, without regard to case.
std::optional<Authority> lookup_authority(std::string_view name_or_code);

/// Those that took this authority's place, and those whose place it took. Pure.
std::vector<Authority> related_authorities(const Authority& authority);

/// The council that a user names: the authority's official full name and code where
/// lookup_authority() knows it, else the name as given.
Council named_council(std::string_view given);

}  // namespace moot
