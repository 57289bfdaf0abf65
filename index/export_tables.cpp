#include "index/export_tables.hpp"

#include <algorithm>

#include "index/export_columns.hpp"

namespace moot {
namespace {

using Type = ExportColumn::Type;

const Source& source(const ExportRow& row) {
  return row.record->source;
}

int first_page(const ExportRow& row) {
  return source(row).pages ? source(row).pages->first : 0;
}

ExportColumns paper_head() {
  return {{"id", Type::Words, "stable id of the record, the same on any machine",
           [](const ExportRow& row) { return text_cell(row.record->id); }},
          {"kind", Type::Words, "kind of paper: report, decision_notice, minutes, ...",
           [](const ExportRow& row) { return text_cell(row.record->kind); }},
          {"council", Type::Words, "full name of the authority",
           [](const ExportRow& row) {
             return row.record->council ? text_cell(row.record->council->name) : ExportValue();
           }},
          {"council_code", Type::Words, "its GSS code",
           [](const ExportRow& row) {
             return row.record->council ? text_cell(row.record->council->code) : ExportValue();
           }},
          {"date", Type::Date,
           "the first that is known of meeting, decision, publication and report date",
           [](const ExportRow& row) { return text_cell(entry_date(*row.record)); }}};
}

ExportColumns paper_source() {
  return {{"language", Type::Words, "en, cy or en+cy",
           [](const ExportRow& row) { return text_cell(row.record->language); }},
          {"key_decision", Type::Flag, "whether it is a key decision",
           [](const ExportRow& row) { return flag_cell(row.record->key_decision); }},
          {"call_in", Type::Flag, "whether the decision can be called in",
           [](const ExportRow& row) { return flag_cell(row.record->call_in); }},
          {"path", Type::Words, "the file",
           [](const ExportRow& row) { return text_cell(source(row).path); }},
          {"url", Type::Words, "where the file came from, where a user said so",
           [](const ExportRow& row) { return text_cell(source(row).url); }},
          {"retrieved", Type::Date, "when, where a user said so",
           [](const ExportRow& row) { return text_cell(source(row).retrieved); }},
          {"sha256", Type::Words, "SHA-256 of the file's bytes",
           [](const ExportRow& row) { return text_cell(source(row).sha256); }},
          {"media_type", Type::Words, "what the file is",
           [](const ExportRow& row) { return text_cell(source(row).media_type); }},
          {"ocr", Type::Flag, "whether words were read from pictures by OCR",
           [](const ExportRow& row) { return flag_cell(source(row).ocr); }},
          {"page_count", Type::Integer, "pages of the file",
           [](const ExportRow& row) { return number_cell(source(row).page_count.value_or(0)); }},
          {"first_page", Type::Integer, "first page of the paper in the file, from 1",
           [](const ExportRow& row) { return number_cell(first_page(row)); }},
          {"last_page", Type::Integer, "last page of the paper in the file",
           [](const ExportRow& row) {
             return number_cell(source(row).pages ? source(row).pages->second : 0);
           }},
          {"link", Type::Words, "opens the file at the paper's first page",
           [](const ExportRow& row) { return text_cell(link_to(row, first_page(row))); }}};
}

ExportTable papers() {
  ExportColumns columns = paper_head();
  for (const TextField& field : text_fields()) {
    const auto member = field.member;
    columns.push_back({field.name, field.is_date ? Type::Date : Type::Words, field.help,
                       [member](const ExportRow& row) { return text_cell(row.record->*member); }});
  }
  append_columns(columns, paper_source());
  ExportColumns rules = rule_columns("the title; of all other values the table evidence tells");
  for (ExportColumn& rule : rules) {
    rule.name.insert(0, "title_");
    rule.value = [inner = rule.value](const ExportRow& row) {
      return inner({row.record, "/title", 0});
    };
  }
  append_columns(columns, std::move(rules));
  return {"papers",
          "One row a paper",
          std::move(columns),
          "id",
          false,
          [](const Record& record, const Document&) {
            return ExportRows{{&record, "", 0}};
          }};
}

void add_lists(std::vector<ExportTable>& tables) {
  for (const NumberedField& field : numbered_fields()) {
    tables.push_back(list_table(
        field.name, std::string("One row an entry: ") + field.help, field.member, field.name,
        {own("number", "as printed", field.member, &NumberedText::number),
         own("text", "the paper's own words", field.member, &NumberedText::text)}));
  }
  const auto implications = &Record::implications;
  tables.push_back(list_table(
      "implications", "One row an implication: what the paper says on money, law, equality, ...",
      implications, "implications",
      {own("kind", "financial, legal, equalities, ...", implications, &Implication::kind),
       own("heading", "as printed, without its number", implications, &Implication::heading),
       own("text", "the paper's own words", implications, &Implication::text),
       own("sign_off", "who signed it off, as printed", implications, &Implication::sign_off)}));
  const auto contacts = &Record::contacts;
  tables.push_back(list_table("contacts", "One row a person to ask", contacts, "contacts",
                              {own("name", "of the person", contacts, &Contact::name),
                               own("role", "post", contacts, &Contact::role),
                               own("phone", "as printed", contacts, &Contact::phone),
                               own("email", "as printed", contacts, &Contact::email)}));
  tables.push_back(list_table("authors", "One row a person that the paper is from", &Record::from,
                              "from",
                              {own("name", "of the person", &Record::from, &Person::name),
                               own("role", "post", &Record::from, &Person::role)}));
  const auto timetable = &Record::timetable;
  tables.push_back(list_table(
      "timetable", "One row a step of a paper's route through meetings", timetable, "timetable",
      {own("meeting", "as printed", timetable, &TimetableStep::meeting),
       own("date", "of the meeting", timetable, &TimetableStep::date, Type::Date)}));
  for (const ListField& field : list_fields()) {
    const auto member = field.member;
    ExportColumn value{"value", Type::Words, field.help, [member](const ExportRow& row) {
                         return text_cell((row.record->*member)[row.at]);
                       }};
    tables.push_back(list_table(field.name, std::string("One row an entry: ") + field.help, member,
                                field.name, {std::move(value)}));
  }
}

std::vector<ExportTable> make_tables() {
  std::vector<ExportTable> tables{papers()};
  add_lists(tables);
  tables.push_back(items_table());
  tables.push_back(item_resolutions_table());
  tables.push_back(evidence_table());
  tables.push_back(evidence_places_table());
  tables.push_back(notes_table());
  tables.push_back(passages_table());
  return tables;
}

}  // namespace

const std::vector<ExportTable>& export_tables() {
  static const std::vector<ExportTable> tables = make_tables();
  return tables;
}

const ExportTable* find_export_table(std::string_view name) {
  const auto& tables = export_tables();
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const ExportTable& table) { return table.name == name; });
  return found == tables.end() ? nullptr : &*found;
}

const std::vector<PaperColumn>& paper_columns() {
  static const std::vector<PaperColumn> columns = [] {
    std::vector<PaperColumn> made;
    const std::pair<const char*, const char*> named[] = {{"council", "council"},
                                                         {"council_code", "council_code"},
                                                         {"body", "body"},
                                                         {"paper_date", "date"},
                                                         {"paper_title", "title"},
                                                         {"paper_kind", "kind"},
                                                         {"decision_number", "decision_number"},
                                                         {"path", "path"},
                                                         {"url", "url"}};
    for (const auto& [name, wanted] : named) {
      const auto& papers = export_tables().front().columns;
      const auto column = std::find_if(
          papers.begin(), papers.end(),
          [of = std::string(wanted)](const ExportColumn& one) { return one.name == of; });
      made.push_back({name, &*column});
    }
    return made;
  }();
  return columns;
}

std::string_view spoken_type(ExportColumn::Type type) {
  switch (type) {
    case Type::Date:
      return "date";
    case Type::Integer:
      return "whole number";
    case Type::Number:
      return "number";
    case Type::Flag:
      return "yes or no";
    default:
      return "text";
  }
}

}  // namespace moot
