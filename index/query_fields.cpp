#include "index/query_fields.hpp"

#include <algorithm>

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
      {"language", "L", Match::Exact, "the language: en or cy", "language:cy"},
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
  };
  return fields;
}

const std::vector<std::string>& passage_fields() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> made;
    for (const PassageField& field : passage_field_table()) made.emplace_back(field.name);
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

std::size_t passage_field_index(std::string_view name) {
  const auto& fields = passage_field_table();
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const PassageField& field) { return name == field.name; });
  return static_cast<std::size_t>(found - fields.begin());
}

}  // namespace moot
