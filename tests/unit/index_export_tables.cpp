#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "index/export_tables.hpp"
#include "index/value_place.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
using namespace moot::test;

namespace {

ExportValue cell(const std::string& table, const ExportRow& row, const std::string& name) {
  const auto& columns = find_export_table(table)->columns;
  const auto column = std::find_if(columns.begin(), columns.end(),
                                   [&](const ExportColumn& one) { return one.name == name; });
  REQUIRE(column != columns.end());
  return column->value(row);
}

struct Paper {
  Document doc = make_document("Benches\nTo mend them.\n\fTo note this.\nDeep ponds.");
  Record record = make_record(doc, "00ff-p1");
  Paper() {
    record.title = "Benches";
    record.key_decision = false;
    record.recommendations = {{"1", "To mend them."}, {std::nullopt, "To note this."}};
    record.items = {{"7", "Ponds", "Deep ponds.", {"To dig.", "To fill."}},
                    {"7", "Swings", "", {}}};
    record.source.url = "https://marrow.example/a.pdf";
    add_evidence(record, doc, "/title", "Benches");
    add_evidence(record, doc, "/recommendations/0/number", "Benches");
    add_evidence(record, doc, "/recommendations/0/text", "To mend them.");
    add_evidence(record, doc, "/recommendations/1/text", "To note this.");
    add_evidence(record, doc, "/items/0/title", "Deep ponds.");
    record.evidence["/recommendations/0/text"].rule = "text.rule";
    record.evidence["/recommendations/0/text"].confidence = 0.5;
  }
  std::vector<ExportRow> rows(const std::string& table) const {
    return find_export_table(table)->rows(record, doc);
  }
};

const std::string kNone = "nothing";

std::string told(const ExportValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&value)) return std::to_string(*number);
  return kNone;
}

}  // namespace

TEST_CASE("place_of: the pages of a value and of all in it, and the evidence of its own words") {
  const Paper paper;
  const ValuePlace first = place_of(paper.record, "/recommendations/0");
  CHECK((first.first_page == 1 && first.last_page == 1));
  CHECK(first.evidence->rule == "text.rule");
  const ValuePlace all = place_of(paper.record, "/recommendations");
  CHECK((all.first_page == 1 && all.last_page == 2));
  CHECK(place_of(paper.record, "/recommend").evidence == nullptr);
  CHECK(place_of(paper.record, "/options/0").evidence == nullptr);
}

TEST_CASE("export tables: names once, help everywhere, keys and references that are there") {
  std::set<std::string> names;
  for (const ExportTable& table : export_tables()) {
    INFO(table.name);
    CHECK(names.insert(table.name).second);
    CHECK_FALSE(table.help.empty());
    std::set<std::string> columns;
    for (const ExportColumn& column : table.columns) {
      INFO(column.name);
      CHECK(columns.insert(column.name).second);
      CHECK_FALSE(column.help.empty());
      if (column.references.empty()) continue;
      CHECK(names.count(column.references.substr(0, column.references.find('('))) == 1);
    }
    CHECK((table.name == "papers" || columns.count("record_id") == 1));
    const std::string first_key = table.key.substr(0, table.key.find(','));
    CHECK((table.key.empty() || columns.count(first_key) == 1));
  }
  CHECK(export_tables().front().name == "papers");
  CHECK(find_export_table("papers") == &export_tables().front());
  CHECK(find_export_table("nothing") == nullptr);
  for (const PaperColumn& column : paper_columns()) CHECK(column.column->value);
}

TEST_CASE("export tables: every list of a record has one") {
  for (const NumberedField& field : numbered_fields()) CHECK(find_export_table(field.name));
  for (const ListField& field : list_fields()) CHECK(find_export_table(field.name));
  for (const char* name : {"implications", "contacts", "timetable", "items"}) {
    CHECK(find_export_table(name));
  }
}

TEST_CASE("export tables: ids, pages, links and rules of a value") {
  const Paper paper;
  const auto rows = paper.rows("recommendations");
  REQUIRE(rows.size() == 2);
  const std::pair<const char*, const char*> expected[] = {
      {"id", "00ff-p1#/recommendations/0"},
      {"record_id", "00ff-p1"},
      {"position", "1"},
      {"pointer", "/recommendations/0"},
      {"number", "1"},
      {"text", "To mend them."},
      {"first_page", "1"},
      {"link", "https://marrow.example/a.pdf#page=1"},
      {"rule", "text.rule"},
      {"confidence", "0.500000"},
      {"basis", "stated"}};
  for (const auto& [name, value] : expected) {
    INFO(name);
    CHECK(told(cell("recommendations", rows[0], name)) == value);
  }
  CHECK(told(cell("recommendations", rows[1], "number")) == kNone);
  CHECK(told(cell("recommendations", rows[1], "first_page")) == "2");
  CHECK(told(cell("recommendations", rows[1], "confidence")) == kNone);
}

TEST_CASE("export tables: papers, items, resolutions of items, evidence, passages") {
  const Paper paper;
  const auto papers = paper.rows("papers");
  REQUIRE(papers.size() == 1);
  CHECK(told(cell("papers", papers[0], "title")) == "Benches");
  CHECK(told(cell("papers", papers[0], "key_decision")) == "0");
  CHECK(told(cell("papers", papers[0], "call_in")) == kNone);
  CHECK(told(cell("papers", papers[0], "title_rule")) == "test.by-hand");
  const auto items = paper.rows("items");
  REQUIRE(items.size() == 2);
  CHECK(told(cell("items", items[0], "entry_id")) == "00ff-p1/7");
  CHECK(told(cell("items", items[1], "entry_id")) == "00ff-p1/7b");
  const auto resolutions = paper.rows("item_resolutions");
  REQUIRE(resolutions.size() == 2);
  CHECK(told(cell("item_resolutions", resolutions[1], "text")) == "To fill.");
  CHECK(told(cell("item_resolutions", resolutions[1], "position")) == "2");
  CHECK(told(cell("item_resolutions", resolutions[1], "item_id")) == "00ff-p1#/items/0");
  CHECK(paper.rows("evidence").size() == paper.record.evidence.size());
  const auto places = paper.rows("evidence_places");
  REQUIRE_FALSE(places.empty());
  CHECK(told(cell("evidence_places", places[0], "page")) == "2");
  CHECK_FALSE(paper.rows("passages").empty());
}
