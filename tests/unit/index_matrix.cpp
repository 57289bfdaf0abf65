#include <catch2/catch.hpp>

#include <algorithm>

#include "index/matrix.hpp"
#include "index/query_nodes.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
using namespace moot::test;

namespace {

Entry paper(const std::string& id, const std::string& council, const std::string& date,
            const std::string& text) {
  Entry entry;
  entry.id = entry.record_id = id;
  entry.kind = "report";
  entry.council = council;
  entry.date = date;
  entry.title = "Lantern strategy";
  entry.sha256 = "sha-" + id;
  entry.passages = {{"title", "", entry.title, "/title", 1}, {"body", "", text, "", 2}};
  if (!date.empty()) entry.values = {{"meeting_date", "", date, "/meeting_date", 1}};
  return entry;
}

Entry with_part(Entry entry, const std::string& field, const std::string& heading,
                const std::string& text) {
  entry.passages.push_back({field, heading, text, "/" + field, 3});
  return entry;
}

Entry with_value(Entry entry, const std::string& field, const std::string& text) {
  entry.values.push_back({field, "", text, "/" + field, 4});
  return entry;
}

Entry of_kind(Entry entry, const std::string& kind) {
  entry.kind = kind;
  return entry;
}

MatrixCell cell(const Entry& entry, const std::string& fact) {
  Column column;
  column.paper = entry;
  return matrix_cells(column, {fact}).at(0);
}

std::string value(const Entry& entry, const std::string& fact) {
  const MatrixCell found = cell(entry, fact);
  return found.state == CellState::Quoted ? found.value : "-";
}

Matrix matrix(const std::vector<Entry>& entries, const std::string& query,
              const MatrixOptions& options = {}) {
  const TempDir dir;
  auto writer = IndexWriter::open(dir.path());
  REQUIRE(writer);
  for (const Entry& entry : entries) REQUIRE(writer->replace(entry.sha256, {entry}));
  REQUIRE(writer->commit(1));
  const auto searcher = Searcher::open(dir.path());
  REQUIRE(searcher);
  const auto parsed = parse_query(query);
  REQUIRE(parsed);
  auto made = matrix_of(*searcher, *parsed, *parsed, options);
  REQUIRE(made);
  return std::move(*made);
}

std::string rows_of(const Matrix& made) {
  std::string told;
  for (const MatrixRow& row : made.rows) {
    told += row.column.name + "=" + (row.column.paper.id.empty() ? "-" : row.column.paper.id) + " ";
  }
  return told;
}

const FactTotal& total(const Matrix& made, const std::string& fact) {
  const auto found = std::find_if(made.totals.begin(), made.totals.end(),
                                  [&](const FactTotal& one) { return one.fact == fact; });
  REQUIRE(found != made.totals.end());
  return *found;
}

const std::vector<Entry>& lanterns() {
  static const std::vector<Entry> papers = {
      with_value(paper("a", "Upper Farrow", "2019-05-01", "It costs £30,000, and £12 a year."),
                 "key_decision", "yes"),
      paper("b", "Upper Farrow", "2018-05-01", "Old lanterns."),
      with_part(paper("c", "Great Marrow", "2020-01-01", "It costs £10,000."), "climate",
                "Climate implications", "There are no climate implications."),
      paper("d", "Kent County Council", "", "A lantern."),
      paper("e", "", "2022-01-01", "Nobody says whose lantern this is."),
      [] {
        Entry ponds = paper("f", "Little Barrow", "2022-01-01", "Ponds.");
        ponds.title = "Ponds";
        ponds.passages[0].text = "Ponds";
        return ponds;
      }()};
  return papers;
}

}  // namespace

TEST_CASE("matrix: a row for each council with a paper that matches, by name") {
  const Matrix made = matrix(lanterns(), "lantern");
  CHECK(rows_of(made) == "Great Marrow=c Kent County Council=d Upper Farrow=a ");
  CHECK(made.without_council == 1);
  CHECK(made.more_councils == 0);
  CHECK(made.with_paper == 3);
  CHECK(made.facts == matrix_facts());
  CHECK(made.rows[0].column.paper.passages.empty());
}

TEST_CASE("matrix: councils without a paper stand behind the others where they are asked for") {
  MatrixOptions options;
  options.all_councils = true;
  const Matrix made = matrix(lanterns(), "lantern", options);
  CHECK(rows_of(made) == "Great Marrow=c Kent County Council=d Upper Farrow=a Little Barrow=- ");
  CHECK(made.with_paper == 3);
  CHECK(made.rows[3].cells[0].state == CellState::NoPaper);
  CHECK(total(made, "climate").no_paper == 1);
  options.limit = 2;
  const Matrix cut = matrix(lanterns(), "lantern", options);
  CHECK(cut.rows.size() == 2);
  CHECK(cut.more_councils == 2);
}

TEST_CASE("matrix: councils that are named, in that order, and facts that are") {
  MatrixOptions options;
  for (const char* name : {"Upper Farrow", "Little Barrow", "Great Marrow"}) {
    options.councils.push_back({name, filter_node("council", name)});
  }
  options.facts = {"climate", "cost"};
  const Matrix made = matrix(lanterns(), "lantern", options);
  CHECK(rows_of(made) == "Upper Farrow=a Little Barrow=- Great Marrow=c ");
  CHECK(made.facts == std::vector<std::string>{"cost", "climate"});
  CHECK(made.rows[2].cells[1].value == "none");
}

TEST_CASE("matrix: totals count what the rows say") {
  const Matrix made = matrix(lanterns(), "lantern");
  CHECK(total(made, "key_decision").values == std::vector<Tally>{{"yes", 1}, {"no", 0}});
  CHECK(total(made, "key_decision").not_stated == 2);
  CHECK(total(made, "climate").values == std::vector<Tally>{{"none", 1}, {"stated", 0}});
  CHECK(total(made, "date").values == std::vector<Tally>{{"2019", 1}, {"2020", 1}});
  const FactTotal& cost = total(made, "cost");
  CHECK(cost.stated == 2);
  CHECK(cost.least == 10'000);
  CHECK(cost.median == 20'000);
  CHECK(cost.most == 30'000);
  REQUIRE(made.regions.size() == 2);
  CHECK(made.regions[0].name == "South East");
  CHECK(made.regions[1].councils == 2);
  CHECK(made.types[0].name == "County");
}

TEST_CASE("matrix: the cost is the largest sum, with how many there are") {
  const MatrixCell found = cell(lanterns()[0], "cost");
  CHECK(found.value == "30000");
  CHECK(found.count == 2);
  CHECK(found.quote.page == 2);
  CHECK(value(paper("x", "", "", "It costs £1m to £2m."), "cost") == "2000000");
  CHECK(value(paper("x", "", "", "It costs nothing."), "cost") == "-");
}

TEST_CASE("matrix: adopted is when a record of the decision says that it was") {
  const Entry report = paper("x", "", "2024-03-06", "Text.");
  const std::string resolved = "That the lantern strategy be approved.";
  const auto minutes = [&](const std::string& words) {
    return with_part(of_kind(report, "minutes"), "resolutions", "Resolved", words);
  };
  CHECK(value(report, "adopted") == "-");
  CHECK(value(with_part(report, "recommendations", "", resolved), "adopted") == "-");
  CHECK(value(minutes(resolved), "adopted") == "2024-03-06");
  CHECK(cell(minutes(resolved), "adopted").quote.text == resolved);
  for (const char* open : {"That the report be noted.", "That the matter be deferred.",
                           "That Council be recommended to adopt it.",
                           "It was agreed to refer the motion to the lamp committee."}) {
    INFO(open);
    CHECK(value(minutes(open), "adopted") == "-");
  }
  CHECK(value(minutes("That the proposals for Lower Fell be agreed."), "adopted") == "2024-03-06");
  CHECK(value(minutes("That the report be noted.\n" + resolved), "adopted") == "2024-03-06");
  CHECK(value(with_value(report, "decision_status", "Recommendations Approved"), "adopted") ==
        "2024-03-06");
  CHECK(value(with_value(report, "decision_status", "Proposed"), "adopted") == "-");
  CHECK(value(with_value(minutes(resolved), "decision_status", "Called in"), "adopted") == "-");
  const Entry notice =
      with_value(of_kind(report, "decision_notice"), "decision_date", "2024-03-09");
  CHECK(value(notice, "adopted") == "2024-03-09");
  CHECK(value(with_part(notice, "proposed_decision", "", resolved), "adopted") == "-");
  CHECK(value(with_part(notice, "resolutions", "", "That leave be refused."), "adopted") == "-");
}

TEST_CASE("matrix: an adoption statement says when the plan was adopted") {
  Entry statement = of_kind(
      paper("x", "", "", "Notice is given. The Lantern Plan was adopted by Council on 5 May 2021."),
      "other");
  CHECK(value(statement, "adopted") == "-");
  statement.title = "Lantern Plan: Adoption Statement";
  CHECK(value(statement, "adopted") == "2021-05-05");
  CHECK(cell(statement, "adopted").quote.text ==
        "The Lantern Plan was adopted by Council on 5 May 2021.");
}

TEST_CASE("matrix: assessments that prose tells of, and that are attached") {
  const Entry report = paper("x", "", "", "Text.");
  const Entry told = with_part(report, "equalities", "Equalities", "An EIA is not required.");
  CHECK(value(told, "equality_assessment") == "not needed");
  CHECK(value(told, "data_protection_assessment") == "-");
  CHECK(cell(told, "equality_assessment").quote.heading == "Equalities");
  const Entry attached = with_value(told, "appendices", "Appendix A - EqIA");
  CHECK(value(attached, "equality_assessment") == "yes");
  CHECK(cell(attached, "equality_assessment").quote.pointer == "/appendices");
  CHECK(value(of_kind(report, "equality_assessment"), "equality_assessment") == "yes");
  const Entry later = paper("x", "", "", "A DPIA will be completed. A DPIA has been completed.");
  CHECK(value(later, "data_protection_assessment") == "yes");
}

TEST_CASE("matrix: climate implications are stated, or stated as none") {
  const Entry report = paper("x", "", "", "Text.");
  const auto climate = [&](const std::string& words) {
    return value(with_part(report, "climate", "Climate implications", words), "climate");
  };
  CHECK(climate("There are no climate implications.") == "none");
  CHECK(climate("Lanterns burn oil.") == "stated");
  CHECK(climate("") == "-");
  CHECK(value(report, "climate") == "-");
}
