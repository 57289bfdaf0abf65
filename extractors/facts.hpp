#pragma once
/// \file What a user knows of a file and its papers may not say: where it came from, whose it is,
/// which meeting it was for. Given as JSON beside the file, or for many files as a table (CSV).

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/record.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// What is known of one file. None: nothing was said.
struct Facts {
  Text url;           ///< http:// or https://, without white space: it is shown as a link
  Text retrieved;     ///< ISO 8601 day, or day and time: "2024-05-06", "2024-05-06T10:30:00Z"
  Text council;       ///< as given: a full or short name, or a GSS code
  Text body;          ///< as given
  Text meeting_date;  ///< ISO 8601 day
  bool operator==(const Facts&) const = default;
};

/// Reads one JSON object, which has keys of Facts with texts or null. Fails with Usage; the
/// message is a sentence on what is wrong, the hint says what is allowed. Pure.
Result<Facts> parse_facts_json(std::string_view text);

/// One JSON object on one line, with the keys that are known: parse_facts_json() reads it. Pure.
std::string to_json(const Facts& facts);

/// A line of a table that was passed over.
struct FactsProblem {
  std::size_t line = 0;  ///< 1-based, where its row begins
  std::string message;   ///< one sentence, no full stop at its end
};

struct FactsTable {
  std::vector<std::pair<std::string, Facts>> rows;  ///< path as given, in order
  std::vector<FactsProblem> problems;               ///< in order of line
};

/// Reads a table as RFC 4180 has it, in UTF-8 with or without a byte order mark, with LF or CRLF.
/// The first row names the columns, in any order: `path`, and any of the keys of Facts. An empty
/// cell says nothing. A row with a mistake costs itself alone. Fails with Usage where the names of
/// the columns cannot be understood. Pure, linear.
Result<FactsTable> parse_facts_csv(std::string_view text);

/// Puts what is known into the record of a paper of that file: url and retrieved always; council
/// (with its full name and code where the gazetteer has it), body and meeting date only where the
/// record has none, with evidence of basis `given`, at no place. Pure.
void apply_facts(const Facts& facts, Record& record);

}  // namespace moot
