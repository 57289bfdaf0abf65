#include "extractors/record.hpp"

namespace moot {

const std::vector<std::string>& paper_kinds() {
  static const std::vector<std::string> kinds = {
      "report",   "decision_notice", "issue_details",  "decision_details",
      "minutes",  "agenda",          "forward_plan",   "equality_assessment",
      "appendix", "strategy",        "correspondence", "other"};
  return kinds;
}

const std::vector<std::string>& languages() {
  static const std::vector<std::string> all = {"en", "cy", "en+cy"};
  return all;
}

const std::vector<std::string>& implication_kinds() {
  static const std::vector<std::string> kinds = {
      "financial",     "legal",      "equalities", "data_protection", "hr",        "risk",
      "procurement",   "climate",    "health",     "crime_disorder",  "children",  "property",
      "ict",           "priorities", "policy",     "governance",      "community", "welsh_language",
      "health_safety", "other"};
  return kinds;
}

const std::vector<TextField>& text_fields() {
  static const std::vector<TextField> fields = {
      {"title", &Record::title, false, "the subject of the paper, without number or label"},
      {"decision_number", &Record::decision_number, false,
       "the authority's own reference for the decision, as printed"},
      {"body", &Record::body, false, "the committee, council or cabinet that meets"},
      {"decision_maker", &Record::decision_maker, false, "who decides, where a label says so"},
      {"meeting_date", &Record::meeting_date, true, "date of the meeting"},
      {"report_date", &Record::report_date, true, "date of the report or letter"},
      {"decision_date", &Record::decision_date, true, "date on which it was decided"},
      {"publication_date", &Record::publication_date, true, "date of publication"},
      {"notice_published", &Record::notice_published, true,
       "date on which notice of the decision was first published"},
      {"decision_due", &Record::decision_due, true, "first date on which it may be decided"},
      {"effective_date", &Record::effective_date, true, "date from which it has effect"},
      {"classification", &Record::classification, false, "as printed"},
      {"exempt", &Record::exempt, false, "open, part or full"},
      {"key_decision_reason", &Record::key_decision_reason, false,
       "why it is or is not a key decision"},
      {"decision_type", &Record::decision_type, false, "as printed"},
      {"decision_status", &Record::decision_status, false, "as printed"},
      {"lead_member", &Record::lead_member, false, "as printed"},
      {"lead_director", &Record::lead_director, false, "as printed"},
      {"department", &Record::department, false, "as printed"},
      {"summary", &Record::summary, false, "the paper's own summary or purpose"},
      {"proposed_decision", &Record::proposed_decision, false,
       "the decision as proposed to the decision maker"},
      {"reasons", &Record::reasons, false, "reasons for the decision or recommendation"},
      {"consultation", &Record::consultation, false, "who was consulted and what they said"},
      {"conflicts_of_interest", &Record::conflicts_of_interest, false,
       "as a record of decision must state them"},
      {"dispensations", &Record::dispensations, false, "as a record of decision must state them"},
  };
  return fields;
}

const std::vector<NumberedField>& numbered_fields() {
  static const std::vector<NumberedField> fields = {
      {"recommendations", &Record::recommendations, "what the report recommends, item by item"},
      {"resolutions", &Record::resolutions, "what was decided, item by item"},
      {"options", &Record::options, "options or alternatives considered"},
  };
  return fields;
}

const std::vector<ListField>& list_fields() {
  static const std::vector<ListField> fields = {
      {"other_references", &Record::other_references, "report numbers and the like"},
      {"wards", &Record::wards, "wards or divisions affected; All where the paper says all"},
      {"background_papers", &Record::background_papers, "titles as printed"},
      {"appendices", &Record::appendices, "titles as printed"},
      {"present", &Record::present, "minutes: members present"},
      {"apologies", &Record::apologies, "minutes: who sent apologies"},
      {"in_attendance", &Record::in_attendance, "minutes: officers and others"},
  };
  return fields;
}

namespace {

void add_text(std::vector<Part>& out, const char* field, const Text& text) {
  if (text) out.push_back({field, "", *text, std::string("/") + field});
}

void add_numbered(std::vector<Part>& out, const NumberedField& field, const Record& record) {
  const auto& list = record.*field.member;
  for (std::size_t i = 0; i < list.size(); ++i) {
    out.push_back({field.name, list[i].number.value_or(""), list[i].text,
                   std::string("/") + field.name + "/" + std::to_string(i) + "/text"});
  }
}

}  // namespace

std::vector<Part> parts(const Record& record) {
  std::vector<Part> out;
  add_text(out, "summary", record.summary);
  add_text(out, "proposed_decision", record.proposed_decision);
  const auto& numbered = numbered_fields();
  add_numbered(out, numbered[0], record);
  add_numbered(out, numbered[1], record);
  add_text(out, "reasons", record.reasons);
  add_numbered(out, numbered[2], record);
  for (std::size_t i = 0; i < record.implications.size(); ++i) {
    const Implication& implication = record.implications[i];
    out.push_back({implication.kind, implication.heading, implication.text,
                   "/implications/" + std::to_string(i) + "/text"});
  }
  add_text(out, "consultation", record.consultation);
  add_text(out, "conflicts_of_interest", record.conflicts_of_interest);
  add_text(out, "dispensations", record.dispensations);
  return out;
}

}  // namespace moot
