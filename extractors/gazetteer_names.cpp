#include "extractors/gazetteer_names.hpp"

#include <algorithm>
#include <array>

#include "extractors/values_text.hpp"

namespace moot {

namespace {

struct Alias {
  const char* alias;
  const char* place;  ///< key of the authority's short name
};

/// Labels of domains that do not follow from the name.
constexpr std::array kDomainAliases{
    Alias{"bathnes", "bath and north east somerset"},
    Alias{"bcpcouncil", "bournemouth christchurch and poole"},
    Alias{"lbhf", "hammersmith and fulham"},
    Alias{"lbbd", "barking and dagenham"},
    Alias{"rbkc", "kensington and chelsea"},
    Alias{"rbwm", "windsor and maidenhead"},
    Alias{"royalgreenwich", "greenwich"},
    Alias{"iow", "isle of wight"},
    Alias{"iwight", "isle of wight"},
    Alias{"hullcc", "kingston upon hull"},
    Alias{"hull", "kingston upon hull"},
    Alias{"nelincs", "north east lincolnshire"},
    Alias{"northlincs", "north lincolnshire"},
    Alias{"nwleics", "north west leicestershire"},
    Alias{"leics", "leicestershire"},
    Alias{"northnorthants", "north northamptonshire"},
    Alias{"westnorthants", "west northamptonshire"},
    Alias{"eastriding", "east riding of yorkshire"},
    Alias{"northyorks", "north yorkshire"},
    Alias{"westoxon", "west oxfordshire"},
    Alias{"southoxon", "south oxfordshire"},
    Alias{"whitehorsedc", "vale of white horse"},
    Alias{"southglos", "south gloucestershire"},
    Alias{"n-somerset", "north somerset"},
    Alias{"hants", "hampshire"},
    Alias{"easthants", "east hampshire"},
    Alias{"nottscc", "nottinghamshire"},
    Alias{"buckscc", "buckinghamshire county"},
    Alias{"newcastle", "newcastle upon tyne"},
    Alias{"newcastle-staffs", "newcastle under lyme"},
    Alias{"telford", "telford and wrekin"},
    Alias{"blackburn", "blackburn with darwen"},
    Alias{"stockton", "stockton on tees"},
    Alias{"stoke", "stoke on trent"},
    Alias{"southend", "southend on sea"},
    Alias{"barrowbc", "barrow in furness"},
    Alias{"westberks", "west berkshire"},
    Alias{"cityoflondon", "city of london"},
    Alias{"tmbc", "tonbridge and malling"},
    Alias{"sholland", "south holland"},
    Alias{"e-lindsey", "east lindsey"},
    Alias{"n-kesteven", "north kesteven"},
    Alias{"sstaffs", "south staffordshire"},
    Alias{"staffsmoorlands", "staffordshire moorlands"},
    Alias{"eaststaffsbc", "east staffordshire"},
    Alias{"northwarks", "north warwickshire"},
    Alias{"stratford", "stratford on avon"},
    Alias{"fdean", "forest of dean"},
    Alias{"basingstoke", "basingstoke and deane"},
    Alias{"west-norfolk", "kings lynn and west norfolk"},
    Alias{"scambs", "south cambridgeshire"},
    Alias{"eastcambs", "east cambridgeshire"},
    Alias{"north-herts", "north hertfordshire"},
    Alias{"eastherts", "east hertfordshire"},
    Alias{"welhat", "welwyn hatfield"},
    Alias{"ne-derbyshire", "north east derbyshire"},
    Alias{"westlancs", "west lancashire"},
    Alias{"rctcbc", "rhondda cynon taff"},
    Alias{"npt", "neath port talbot"},
    Alias{"sirgar", "carmarthenshire"},
    Alias{"ynysmon", "isle of anglesey"},
    Alias{"anglesey", "isle of anglesey"},
    Alias{"merthyr", "merthyr tydfil"},
    Alias{"bromorgannwg", "vale of glamorgan"},
    Alias{"abertawe", "swansea"},
    Alias{"caerdydd", "cardiff"},
    Alias{"cne-siar", "eilean siar"},
    Alias{"clacks", "clackmannanshire"},
    Alias{"dumgal", "dumfries and galloway"},
    Alias{"pkc", "perth and kinross"},
    Alias{"scotborders", "scottish borders"},
    Alias{"northlan", "north lanarkshire"},
    Alias{"west-dunbarton", "west dunbartonshire"},
    Alias{"eastdunbarton", "east dunbartonshire"},
};

/// Welsh names as they follow "Cyngor" and the words for its kind, mutated where they are.
constexpr std::array kWelshNames{
    Alias{"caerfyrddin", "carmarthenshire"},
    Alias{"gaerfyrddin", "carmarthenshire"},
    Alias{"gar", "carmarthenshire"},
    Alias{"ynys mon", "isle of anglesey"},
    Alias{"gwynedd", "gwynedd"},
    Alias{"conwy", "conwy"},
    Alias{"ddinbych", "denbighshire"},
    Alias{"dinbych", "denbighshire"},
    Alias{"y fflint", "flintshire"},
    Alias{"fflint", "flintshire"},
    Alias{"wrecsam", "wrexham"},
    Alias{"ceredigion", "ceredigion"},
    Alias{"penfro", "pembrokeshire"},
    Alias{"benfro", "pembrokeshire"},
    Alias{"abertawe", "swansea"},
    Alias{"castell nedd port talbot", "neath port talbot"},
    Alias{"pen y bont ar ogwr", "bridgend"},
    Alias{"bro morgannwg", "vale of glamorgan"},
    Alias{"caerdydd", "cardiff"},
    Alias{"rhondda cynon taf", "rhondda cynon taff"},
    Alias{"merthyr tudful", "merthyr tydfil"},
    Alias{"caerffili", "caerphilly"},
    Alias{"blaenau gwent", "blaenau gwent"},
    Alias{"torfaen", "torfaen"},
    Alias{"fynwy", "monmouthshire"},
    Alias{"mynwy", "monmouthshire"},
    Alias{"casnewydd", "newport"},
    Alias{"powys", "powys"},
};

constexpr std::array kGaelicNames{
    Alias{"nan eilean siar", "eilean siar"},
    Alias{"na gaidhealtachd", "highland"},
    Alias{"earra ghaidheal agus bhoid", "argyll and bute"},
};

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The ASCII letter under the Latin-1 letter U+00C0 to U+00FF whose second byte is given.
char plain_latin1(unsigned char second) {
  constexpr std::string_view kPlain =
      "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy";
  return second >= 0x80 && second <= 0xBF ? kPlain[second - 0x80U] : ' ';
}

std::string without(std::string text, std::string_view front, std::string_view back) {
  if (text.starts_with(front)) text.erase(0, front.size());
  if (text.ends_with(back)) text.resize(text.size() - back.size());
  return text;
}

/// "city of lincoln" -> "lincoln", "aberdeen city" -> "aberdeen", "dorset council" -> "dorset".
std::string place_of(const AuthorityRow& row) {
  std::string key = name_key(row.authority.short_name);
  for (const std::string_view tail : {" council", " mayoral combined authority", " cca", " mca"})
    key = without(key, "", tail);
  key = without(key, "city of ", "");
  return without(key, "county ", "");
}

/// Kinds that may stand between a place and "Council", beside the official one.
std::vector<std::string_view> kinds_of(const AuthorityRow& row) {
  const std::string& type = row.authority.type;
  const std::string& name = row.authority.name;
  std::vector<std::string_view> kinds;
  if (type == "London borough") kinds = {"london borough", "borough", "royal borough"};
  if (type == "County") kinds = {"county"};
  if (type == "Metropolitan district")
    kinds = {"metropolitan borough", "metropolitan district", "metropolitan", "borough", "city"};
  if (type == "Welsh unitary authority") kinds = {"county", "county borough"};
  if (type == "Non-metropolitan district") kinds = {"district", "borough"};
  if (type == "Unitary authority" && !has(name, "County")) kinds = {"borough"};
  // Some districts share their name with a city that has a council of its own (Chichester,
  // Lichfield), so a district is no city. A borough may have become one.
  const bool may_be_city = has(name, "City") ||
                           (has(name, "Borough") && type != "London borough") ||
                           (type == "Unitary authority" && !has(name, "County"));
  if (may_be_city && type != "Welsh unitary authority") kinds.push_back("city");
  return kinds;
}

void add_council(NameTables& tables, const AuthorityRow& row, std::size_t i) {
  const std::string official = name_key(row.authority.name);
  const std::string place = place_of(row);
  const auto add = [&](NameMap& map, std::string key, int rank) {
    map.add(std::move(key), i, rank, row.current);
  };
  add(tables.before_council, without(official, "", " council"), 0);
  if (const std::size_t at = official.find("council of "); at != std::string::npos)
    add(tables.after_council, official.substr(at + 8), 0);
  add(tables.before_council, place, 1);
  add(tables.before_council, name_key(row.authority.short_name), 1);
  add(tables.places, place, 1);
  add(tables.places, name_key(row.authority.short_name), 1);
  for (const std::string_view kind : kinds_of(row))
    add(tables.before_council, place + " " + std::string(kind), 2);
  for (const std::string& other : row.other_names) {
    std::string key = without(without(name_key(other), "", " ua"), "", " council");
    if (key.ends_with(" london boro")) key += "ugh";
    if (key.size() < 3 || one_of(key, {"city of", "county of", "hull city"})) {
      if (key == "hull city") add(tables.before_council, key, 1);
      continue;
    }
    add(tables.before_council, key, 1);
    if (!has(key, " borough") && !has(key, " of ") && !has(key, " district"))
      add(tables.places, key, 1);
    add(tables.whole, key, 1);
  }
}

void add_combined(NameTables& tables, const AuthorityRow& row, std::size_t i) {
  std::vector<std::string> names{without(name_key(row.authority.name), "", " authority")};
  for (const std::string& other : row.other_names) {
    if (const std::string key = name_key(other); key.ends_with(" authority"))
      names.push_back(without(key, "", " authority"));
  }
  for (const std::string& name : names) {
    tables.before_authority.add(name, i, 0, row.current);
    tables.whole.add(name + " authority", i, 1, row.current);
    if (!name.ends_with(" combined")) continue;
    std::string base = name.substr(0, name.size() - 9);
    base = without(base, "", " mayoral");
    for (const char* kind : {" combined", " mayoral combined", " mayoral strategic", " strategic"})
      tables.before_authority.add(base + kind, i, 2, row.current);
  }
}

std::string joined(std::string key, std::string_view with) {
  std::string result;
  for (const char c : key) result += c == ' ' ? std::string(with) : std::string(1, c);
  return result;
}

std::string without_and(std::string key) {
  for (std::size_t at = 0; (at = key.find(" and ")) != std::string::npos;) key.replace(at, 5, " ");
  return key;
}

/// Labels that follow from the name: "eastsussex", "east-sussex", "surreycc", "cherwell-dc".
void add_domains(NameTables& tables, const AuthorityRow& row, std::size_t i) {
  const std::string place = place_of(row);
  const std::string& name = row.authority.name;
  std::vector<std::string> tails;
  if (row.combined) {
    tails = {"-ca", "ca", "-mca"};
  } else {
    tails = {"", "council"};
    if (has(name, "County Council") || has(name, "City Council"))
      tails.insert(tails.end(), {"cc", "-cc"});
    if (has(name, "City Council")) tails.insert(tails.end(), {"city", "citycouncil"});
    if (has(name, "District Council")) tails.insert(tails.end(), {"dc", "-dc"});
    if (has(name, "Borough Council"))
      tails.insert(tails.end(), {"bc", "-bc", "mbc", "boroughcouncil"});
    if (has(name, "County Borough Council")) tails.emplace_back("cbc");
  }
  const auto add = [&](std::string label, int rank) {
    tables.domains.add(std::move(label), i, rank, row.current);
  };
  for (const std::string& base : {place, without_and(place), name_key(row.authority.short_name)}) {
    for (const std::string& tail : tails) {
      add(joined(base, "") + tail, 1);
      add(joined(base, "-") + tail, 1);
    }
  }
  if (!row.combined) add(row.authority.slug, 1);
}

void add_aliases(NameTables& tables) {
  const auto add = [&](NameMap& map, const Alias& row) {
    if (const auto owner = tables.places.find(row.place)) map.add(row.alias, *owner, 0, true);
  };
  for (const Alias& row : kDomainAliases) add(tables.domains, row);
  for (const Alias& row : kWelshNames) add(tables.welsh, row);
  for (const Alias& row : kGaelicNames) add(tables.gaelic, row);
}

NameTables build_tables() {
  NameTables tables;
  const auto& rows = authority_rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const AuthorityRow& row = rows[i];
    tables.whole.add(name_key(row.authority.name), i, 0, row.current);
    tables.whole.add(name_key(row.authority.short_name), i, 1, row.current);
    tables.whole.add(name_key(row.authority.code), i, 0, row.current);
    for (const std::string& code : row.former_codes)
      tables.whole.add(name_key(code), i, 1, row.current);
    if (row.combined) {
      add_combined(tables, row, i);
    } else {
      add_council(tables, row, i);
    }
    add_domains(tables, row, i);
  }
  if (const auto london = tables.whole.find("greater london authority"))
    tables.domains.add("london", *london, 0, true);
  add_aliases(tables);
  return tables;
}

}  // namespace

std::string name_key(std::string_view name) {
  std::string key;
  key.reserve(name.size());
  for (std::size_t at = 0; at < name.size(); ++at) {
    const char c = name[at];
    const auto byte = static_cast<unsigned char>(c);
    if (is_alnum_byte(c)) {
      key += is_upper_byte(c) ? static_cast<char>(c + 32) : c;
    } else if (c == '&') {
      key += " and ";
    } else if (byte == 0xC3 && at + 1 < name.size()) {
      key += plain_latin1(static_cast<unsigned char>(name[++at]));
    } else if (byte == 0xC5 && at + 1 < name.size()) {  // w and y with a circumflex
      const auto second = static_cast<unsigned char>(name[++at]);
      key += second <= 0xB5 ? 'w' : 'y';
    } else if (const std::size_t width = apostrophe_at(name, at); width > 0) {
      at += width - 1;
    } else if (c != '.') {
      key += ' ';
    }
  }
  key = fold_blanks(key);
  return key.starts_with("the ") ? key.substr(4) : key;
}

void NameMap::add(std::string key, std::size_t row, int rank, bool current) {
  if (key.empty()) return;
  const int closeness = 2 * rank + (current ? 0 : 1);
  const auto [at, fresh] = owners_.try_emplace(std::move(key), Owner{row, closeness, false});
  if (fresh) return;
  Owner& owner = at->second;
  if (owner.row == row) {
    if (closeness < owner.rank) owner = {row, closeness, false};
  } else if (closeness < owner.rank) {
    owner = {row, closeness, false};
  } else if (closeness == owner.rank) {
    owner.shared = true;
  }
}

std::optional<std::size_t> NameMap::find(const std::string& key) const {
  const auto found = owners_.find(key);
  if (found == owners_.end() || found->second.shared) return {};
  return found->second.row;
}

const NameTables& name_tables() {
  static const NameTables tables = build_tables();
  return tables;
}

}  // namespace moot
