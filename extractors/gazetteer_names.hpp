#pragma once
/// \file The names under which authorities are known, as keys for looking up. Private to the
/// gazetteer.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/gazetteer.hpp"

namespace moot {

/// A row of the data file: an authority and what only looking up needs.
struct AuthorityRow {
  Authority authority;
  bool current = true;
  bool combined = false;  ///< a combined or strategic authority, not a council
  std::vector<std::string> other_names, former_codes;
};

const std::vector<AuthorityRow>& authority_rows();

/// A name as a key: lower case, accents off, '&' as "and", hyphens as spaces, without apostrophes,
/// stops, commas and a leading "the". "Bath & North-East Somerset" -> "bath and north east
/// somerset".
std::string name_key(std::string_view name);

/// Keys to rows. Where two authorities bear a name, the closer name wins (an official name before
/// a nickname), then the authority that still exists; if both are alike the name means neither.
class NameMap {
 public:
  void add(std::string key, std::size_t row, int rank, bool current);
  std::optional<std::size_t> find(const std::string& key) const;

 private:
  struct Owner {
    std::size_t row;
    int rank;  ///< twice the closeness of the name, plus 1 for former authorities
    bool shared;
  };
  std::unordered_map<std::string, Owner> owners_;
};

struct NameTables {
  NameMap before_council;    ///< "kent county", "southwark", "city of york"
  NameMap after_council;     ///< "of the isles of scilly"
  NameMap before_authority;  ///< "west of england combined"
  NameMap places;            ///< "kent", "southwark": the name without its kind
  NameMap welsh;             ///< after "Cyngor" and its kind: "caerfyrddin"
  NameMap gaelic;            ///< after "Comhairle": "nan eilean siar"
  NameMap domains;           ///< the label before ".gov.uk": "bathnes", "cherwell-dc"
  NameMap whole;             ///< every whole name, former name and code
};

const NameTables& name_tables();

}  // namespace moot
