#pragma once
/// \file Records and hits as text for people. All pure.

#include <string>
#include <utility>
#include <vector>

#include "extractors/record.hpp"
#include "index/search.hpp"

namespace moot {

struct PresentOptions {
  bool evidence = false;  ///< page, box, rule, confidence and basis under each value
  bool colour = false;
  int width = 0;     ///< columns; 0: lines are not broken
  std::string item;  ///< number or place of one item to show instead of all; empty: all
  std::vector<std::pair<std::string, std::string>> about;  ///< label and text, told at the end
};

/// A record, with a newline at its end.
std::string present_record(const Record& record, const PresentOptions& options);

/// A hit of a search: title, where it comes from, the best passage, id.
std::string present_hit(const Hit& hit, bool colour, int width);

/// Its head alone: title, where it comes from, id.
std::string present_head(const Hit& hit, bool colour, int width);

/// The title; where there is none (minutes, agendas), the kind and the body.
std::string spoken_title(const Entry& entry);

/// "decision_number" -> "Decision number".
std::string spoken_name(std::string_view field);

/// "p3 [72.0 90.1 523.0 102.2]", or "" where the source has no pages.
std::string spoken_place(const Place& place);

}  // namespace moot
