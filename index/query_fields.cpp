#include "index/query_fields.hpp"

#include <algorithm>

#include "extractors/record.hpp"

namespace moot {

const std::vector<QueryField>& query_fields() {
  using Match = QueryField::Match;
  static const std::vector<QueryField> fields = {
      {"council", "XC", Match::Words, "the council, by words of its name or by its GSS code",
       "council:\"Kent County Council\""},
      {"body", "XB", Match::Words, "the committee, council or cabinet that meets",
       "body:cabinet budget"},
      {"kind", "XK", Match::Exact, "the kind of paper: report, minutes, decision_notice, ...",
       "kind:report budget"},
      {"number", "XN", Match::Exact, "the decision number, with or without its punctuation",
       "number:23/00120"},
      {"date", "XD", Match::Date, "a year, a month, a day, or a range of them with ..",
       "date:2019..2023-06"},
      {"key", "XY", Match::Exact, "whether it is a key decision: yes or no", "key:yes"},
      {"in", "XF", Match::In, "the part of the paper in which the group's words must stand",
       "\"equality duty\" in:legal"},
      {"title", "S", Match::Words, "words of the title", "title:\"digital strategy\""},
      {"maker", "XM", Match::Words, "who takes the decision", "maker:\"cabinet member\""},
      {"person", "XP", Match::Words, "an officer or member whom the paper names in such a part",
       "person:\"Jane Smith\""},
      {"status", "XU", Match::Words, "the status of the decision, as printed",
       "status:\"called in\""},
      {"type", "XT", Match::Words,
       "the type of authority: county, unitary, \"london borough\", ...",
       "type:county \"digital strategy\""},
      {"region", "XG", Match::Words, "the region of the authority", "region:\"south east\""},
      {"nation", "XA", Match::Words, "England, Wales, Scotland or Northern Ireland",
       "nation:wales"},
      {"language", "L", Match::Exact, "the language: en or cy", "language:cy"},
      {"standing", "XI", Match::Exact, "standing items (apologies, declarations, ...): yes or no",
       "standing:no"},
      {"sort", "", Match::Sort, "the order: relevance, date (newest first), oldest or council",
       "budget sort:date"},
  };
  return fields;
}

const std::vector<PassageField>& passage_field_table() {
  // The prefixes are in every index: a new part gets a new one, an old one never changes.
  static const std::vector<PassageField> fields = {
      {"title", "S"},
      {"summary", "PSU"},
      {"proposed_decision", "PPD"},
      {"recommendations", "PRE"},
      {"resolutions", "PRS"},
      {"reasons", "PRN"},
      {"options", "POP"},
      {"financial", "PFI"},
      {"legal", "PLE"},
      {"equalities", "PEQ"},
      {"data_protection", "PDP"},
      {"hr", "PHR"},
      {"risk", "PRI"},
      {"procurement", "PPR"},
      {"climate", "PCL"},
      {"health", "PHE"},
      {"crime_disorder", "PCD"},
      {"children", "PCH"},
      {"property", "PPY"},
      {"ict", "PIC"},
      {"priorities", "PPI"},
      {"policy", "PPO"},
      {"governance", "PGO"},
      {"community", "PCO"},
      {"welsh_language", "PWL"},
      {"health_safety", "PHS"},
      {"other", "POT"},
      {"consultation", "PCN"},
      {"conflicts_of_interest", "PCI"},
      {"dispensations", "PDI"},
      {"body", "PBO"},
      {kImplications, "PIM"},
  };
  return fields;
}

const std::vector<std::string>& passage_fields() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> made;
    for (const PassageField& field : passage_field_table()) made.emplace_back(field.name);
    made.emplace_back(kMinutes);
    return made;
  }();
  return names;
}

const QueryField* find_query_field(std::string_view name) {
  const auto& fields = query_fields();
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const QueryField& field) { return name == field.name; });
  return found == fields.end() ? nullptr : &*found;
}

bool is_implication(std::string_view part) {
  const auto& kinds = implication_kinds();
  return std::find(kinds.begin(), kinds.end(), part) != kinds.end();
}

std::size_t passage_field_index(std::string_view name) {
  const auto& fields = passage_field_table();
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const PassageField& field) { return name == field.name; });
  return static_cast<std::size_t>(found - fields.begin());
}

}  // namespace moot
