#pragma once
/// \file The narrow place between extracting and searching: what one paper says. Field by field
/// this is docs/RECORD.md; its JSON form is record_json.hpp.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/document.hpp"

namespace moot {

/// A value that a paper may leave unsaid.
using Text = std::optional<std::string>;

struct NumberedText {
  Text number;  ///< as printed, without brackets and final stop
  std::string text;
};

struct Implication {
  std::string kind;     ///< "financial", "legal", ...: one of implication_kinds()
  std::string heading;  ///< as printed, without its number
  std::string text;
  Text sign_off;
};

struct Person {
  Text name;
  Text role;
};

struct Contact {
  Text name, role, phone, email;
};

/// One step of a paper's route through meetings.
struct TimetableStep {
  std::string meeting;
  Text date;
};

/// One item of minutes or an agenda.
struct Item {
  Text number;
  std::string title;
  std::string text;
  std::vector<std::string> resolutions;
};

struct Council {
  std::string name;
  Text code;  ///< GSS code
};

/// How a value came to be known.
enum class Basis { Stated, Inferred, Given, Corrected };

/// Where a value stands in its document, and which rule found it there.
struct Evidence {
  std::vector<Place> where;          ///< one for each page or column it runs over
  std::string rule;                  ///< Rule::id
  std::optional<double> confidence;  ///< of its rule, as measured on gold, times how sure its
                                     ///< words are (OCR); none: never measured
  Basis basis = Basis::Stated;
};

/// What is known of the file a paper came from.
struct Source {
  std::string path;
  std::string sha256;
  std::string media_type;
  std::optional<std::pair<int, int>> pages;  ///< first and last, 1-based; none: has no pages
  std::optional<int> page_count;
  bool ocr = false;
  Text url, retrieved;
};

/// A section of the paper, as a range of its document: what search cuts into passages.
struct SectionRange {
  std::string heading;  ///< as printed, without its number; may be empty
  TextRange range;      ///< its own blocks, without the heading and without its sub-sections
};

/// What one paper says. Dates are ISO 8601. A value the paper does not state is none or empty.
struct Record {
  std::string id;
  std::string kind;  ///< "report", "minutes", ...: one of paper_kinds()
  Source source;
  std::string language;  ///< "en", "cy" or "en+cy"
  std::optional<Council> council;
  Text title, decision_number;
  std::vector<std::string> other_references;
  Text body, decision_maker;
  Text meeting_date, report_date, decision_date, publication_date, notice_published, decision_due,
      effective_date;
  std::vector<Person> from;
  Text classification;
  Text exempt;  ///< "open", "part", "full"
  std::optional<bool> key_decision;
  Text key_decision_reason;
  std::optional<bool> call_in;
  Text decision_type, decision_status;
  Text lead_member, lead_director, department;
  std::vector<std::string> wards;
  Text summary, proposed_decision;
  std::vector<NumberedText> recommendations, resolutions;
  Text reasons;
  std::vector<NumberedText> options;
  std::vector<Implication> implications;
  Text consultation, conflicts_of_interest, dispensations;
  std::vector<TimetableStep> timetable;
  std::vector<std::string> background_papers, appendices;
  std::vector<Contact> contacts;
  std::vector<Item> items;
  std::vector<std::string> present, apologies, in_attendance;

  /// JSON Pointer ("/recommendations/0/text", "/title") of a value to its evidence. Every value
  /// and every entry of a list has one.
  std::map<std::string, Evidence> evidence;
  std::vector<Note> notes;

  // What follows is for the index alone and is not part of the JSON form.
  TextRange range;                     ///< the paper in its document's text
  std::vector<SectionRange> sections;  ///< in reading order
};

/// One text part of a record, for whoever shows or indexes records without naming every field.
struct Part {
  std::string field;    ///< "summary", "recommendations", ...; for implications their kind: "legal"
  std::string heading;  ///< as printed, where the paper has one
  std::string text;
  std::string pointer;  ///< JSON Pointer into the record: "/implications/2/text"
};

/// The prose of a record in the order in which people read it: summary, proposed decision,
/// recommendations, resolutions, reasons, options, implications, consultation. Pure.
std::vector<Part> parts(const Record& record);

/// The kinds of paper, in the order of docs/RECORD.md.
const std::vector<std::string>& paper_kinds();

/// What Record::language may be.
const std::vector<std::string>& languages();

/// The kinds of implication, in the order of docs/RECORD.md.
const std::vector<std::string>& implication_kinds();

/// A scalar text field of Record by its JSON name, so that rules, output and search need no list
/// of their own.
struct TextField {
  const char* name;
  Text Record::*member;
  bool is_date;
  const char* help;
};
const std::vector<TextField>& text_fields();

/// A list of {number, text} by its JSON name.
struct NumberedField {
  const char* name;
  std::vector<NumberedText> Record::*member;
  const char* help;
};
const std::vector<NumberedField>& numbered_fields();

/// A list of plain texts by its JSON name.
struct ListField {
  const char* name;
  std::vector<std::string> Record::*member;
  const char* help;
};
const std::vector<ListField>& list_fields();

}  // namespace moot
