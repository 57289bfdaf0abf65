#pragma once
/// \file Record -> entries of passages: what a hit is, and where. Plain values, no Xapian.

#include <cstddef>
#include <string>
#include <vector>

#include "extractors/record.hpp"
#include "pipeline/document.hpp"

namespace moot {

/// Where in a text a further page begins.
struct PageTurn {
  std::size_t at = 0;  ///< bytes
  int page = 0;
  bool operator==(const PageTurn&) const = default;
};

/// A stretch of text inside an entry that phrases do not cross and that a snippet is cut from.
struct Passage {
  std::string field;    ///< "title", "summary", "recommendations", "legal", "body", ...: what
                        ///< `in:` names
  std::string heading;  ///< as printed; may be empty
  std::string text;     ///< a list has one line an item, each after its number
  std::string pointer;  ///< JSON Pointer into the record, of a list the list; empty for body text
  int page = 0;         ///< where it starts, 1-based; 0 where the source has no pages
  std::vector<PageTurn> turns = {};  ///< where it goes on; ascending
  bool operator==(const Passage&) const = default;
};

/// The unit of search: a paper, or one item of minutes, of an agenda or of a notice of several
/// decisions.
struct Entry {
  std::string id;  ///< the record's id; an item adds "/7" (its number, or its place where it has
                   ///< none; a second item of the same number "/7b")
  std::string record_id;
  std::string kind;
  std::string council, council_code;
  std::string body;
  std::string date;   ///< the best of meeting, decision, publication and report date; or ""
  std::string title;  ///< "" where the paper has none: minutes and agendas
  std::string decision_number;
  std::string decision_maker;
  std::string key_decision;  ///< "yes", "no" or ""
  std::string decision_status;
  std::string language;
  std::string url;  ///< where the file came from, if the user said so
  std::string path, sha256;
  // What trace.hpp follows. Of the paper's own entry alone, not of its items.
  std::string notice_date;  ///< when notice of the decision was published, or ""
  std::string due_date;     ///< when it was to be taken at the earliest, or ""
  std::string route;  ///< meetings that the paper goes through: "2024-11-21 Cabinet", one a line
  int page = 0;       ///< where it starts
  std::vector<Passage> passages;
  std::vector<Passage> values;          ///< short ones, not searched: entry_values.hpp; no hit of
                                        ///< a search has them
  std::vector<std::string> references;  ///< other numbers that label the paper
  std::vector<std::string> people;      ///< officers and members whom the paper names in a part;
                                        ///< terms alone are made of these, and no hit has them
  bool operator==(const Entry&) const = default;
};

/// The page on which the byte `at` of a text stands that begins on `first`. Pure.
int page_at(int first, const std::vector<PageTurn>& turns, std::size_t at);

/// The best of meeting, decision, publication and report date. Pure.
Text entry_date(const Record& record);

/// The entries of one record: one for a paper; for minutes and agendas one for what stands
/// outside the items, then one for each item. Each word of the paper is in at least one passage
/// (in its heading or in its text), but for the numbers in front of items and paragraphs: body
/// text that is in no field comes as passages of field "body", one a section. Pure.
std::vector<Entry> to_entries(const Record& record, const Document& doc);

}  // namespace moot
