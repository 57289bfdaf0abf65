#include "extractors/shapes.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Laid;
using test::Strings;
using test::View;

Strings texts(const std::vector<Value>& values) {
  Strings out;
  for (const Value& value : values) out.push_back(value.text);
  return out;
}

TEST_CASE("read_prose: paragraphs are joined by newlines, their numbers left out") {
  const View v(Laid()
                   .para("4.1 The plan was made in the spring, when all were asked what they")
                   .line("thought of it.")
                   .para("4.2 It is well liked.")
                   .get());
  const auto values = read_prose(v.view, v.all());
  REQUIRE(values.size() == 1);
  CHECK(values[0].text ==
        "The plan was made in the spring, when all were asked what they thought of it.\nIt is well "
        "liked.");
}

TEST_CASE("read_prose: nothing but blanks gives no value") {
  const View v(Laid().para("x").get());
  CHECK(read_prose(v.view, {}).empty());
}

TEST_CASE("read_prose: a table of figures is left out, the prose around it stays") {
  const View v(Laid()
                   .para("The cost is told below.")
                   .cell(1, 1, "Year")
                   .cell(1, 2, "£000")
                   .cell(2, 1, "2024/25")
                   .cell(2, 2, "1,250")
                   .cell(3, 1, "2025/26")
                   .cell(3, 2, "1,310")
                   .para("It is met from the reserves.")
                   .get());
  const auto values = read_prose(v.view, v.all());
  REQUIRE(values.size() == 1);
  CHECK(values[0].text == "The cost is told below.\nIt is met from the reserves.");
}

TEST_CASE("read_prose: a cell of sentences stays") {
  const std::string words =
      "The scheme is met from the reserves, which stand at more than is needed in this year.";
  const View v(Laid().cell(1, 1, "Legal").cell(1, 2, words).get());
  CHECK(texts(read_prose(v.view, v.all())) == Strings{"Legal\n" + words});
}

TEST_CASE("read_people: names and roles, one a paragraph") {
  const View v(Laid()
                   .para("Ada Quill, Director of Parks")
                   .para("Leader of the Council – Councillor Ben Rook")
                   .para("Head of Legal Services")
                   .get());
  const auto values = read_people(v.view, v.all());
  REQUIRE(values.size() == 3);
  CHECK(values[0].text == "Ada Quill");
  CHECK(test::said(values[0].role) == "Director of Parks");
  CHECK(values[1].text == "Ben Rook");
  CHECK(test::said(values[1].role) == "Leader of the Council");
  CHECK(values[2].text == "");
  CHECK(test::said(values[2].role) == "Head of Legal Services");
}

TEST_CASE("read_people: lines that each give a role and a name are one each") {
  const View v(Laid()
                   .para("Deputy Leader and Cabinet Member for Parks, Ada Quill")
                   .line("Interim Director of Finance, Ben Rook")
                   .get());
  const auto values = read_people(v.view, v.all());
  REQUIRE(values.size() == 2);
  CHECK(values[0].text == "Ada Quill");
  CHECK(test::said(values[0].role) == "Deputy Leader and Cabinet Member for Parks");
  CHECK(values[1].text == "Ben Rook");
}

TEST_CASE("read_names: titles of papers, one a block; lead-ins, headers and 'None' are none") {
  const View v(Laid()
                   .para("The following were used:")
                   .para("• Parks Plan 2019")
                   .para("• Report to Cabinet, 4 March 2024")
                   .get());
  CHECK(texts(read_names(v.view, v.all())) ==
        Strings{"Parks Plan 2019", "Report to Cabinet, 4 March 2024"});
  const View none(Laid().para("None.").get());
  CHECK(read_names(none.view, none.all()).empty());
}

TEST_CASE("read_names: several appendices on one line are told apart") {
  const View v(
      Laid().para("Appendix A – The plan Appendix B – Its map Appendix C: Its index").get());
  CHECK(texts(read_names(v.view, v.all())) ==
        Strings{"Appendix A – The plan", "Appendix B – Its map", "Appendix C: Its index"});
}

TEST_CASE("read_names: an appendix that names another stays whole") {
  const View v(Laid().para("Appendix A – Reply to Appendix B").get());
  CHECK(read_names(v.view, v.all()).size() == 1);
}

TEST_CASE("read_names: a row of a table is one title") {
  const View v(Laid()
                   .cell(1, 1, "No")
                   .cell(1, 2, "Title")
                   .cell(2, 1, "Appendix 1")
                   .cell(2, 2, "The plan")
                   .cell(3, 1, "Appendix 2")
                   .cell(3, 2, "Its map")
                   .get());
  CHECK(texts(read_names(v.view, v.all())) == Strings{"Appendix 1 The plan", "Appendix 2 Its map"});
}

TEST_CASE("read_names: web addresses, remarks and notes are no titles") {
  const View v(Laid()
                   .para("• Parks Plan 2019 https://www.example.gov.uk/parks")
                   .para("• Risk register")
                   .para("(Audit Committee, 4 March 2024)")
                   .para("Note: a further paper will be given out at the meeting.")
                   .get());
  CHECK(texts(read_names(v.view, v.all())) ==
        Strings{"Parks Plan 2019", "Risk register (Audit Committee, 4 March 2024)"});
}

TEST_CASE("appendices: a title that reads like a label is a title") {
  const Record record = test::record_of(Laid()
                                            .heading("Appendices")
                                            .cell(1, 1, "No.")
                                            .cell(1, 2, "Title")
                                            .cell(2, 1, "Appendix 1")
                                            .cell(2, 2, "Consultation responses")
                                            .cell(3, 1, "Appendix 2")
                                            .cell(3, 2, "Equality impact assessment")
                                            .get(),
                                        "report");
  CHECK(record.appendices ==
        Strings{"Appendix 1 Consultation responses", "Appendix 2 Equality impact assessment"});
}

TEST_CASE("background papers: titles under the heading of a column; appendices among them") {
  const Record record = test::record_of(Laid()
                                            .heading("Background papers and appendices")
                                            .para("Background papers: Parks Plan 2019")
                                            .para("Appendix A – The new plan")
                                            .get(),
                                        "report");
  CHECK(record.background_papers == Strings{"Parks Plan 2019"});
  CHECK(record.appendices == Strings{"Appendix A – The new plan"});
}

struct Step {
  std::string meeting, date;
  bool operator==(const Step&) const = default;
};

std::vector<Step> steps(const View& v) {
  std::vector<Step> out;
  for (const Value& value : read_timetable(v.view, v.all())) {
    out.push_back({value.text, value.date.value_or("")});
  }
  return out;
}

TEST_CASE("read_timetable: rows of a table, its header left out") {
  const View v(Laid()
                   .cell(1, 1, "Meeting")
                   .cell(1, 2, "Date")
                   .cell(2, 1, "Scrutiny Committee")
                   .cell(2, 2, "4 March 2025")
                   .cell(3, 1, "Cabinet")
                   .cell(3, 2, "18 March 2025")
                   .get());
  CHECK(steps(v) ==
        std::vector<Step>{{"Scrutiny Committee", "2025-03-04"}, {"Cabinet", "2025-03-18"}});
}

TEST_CASE("read_timetable: alternating lines, and meeting and date on one line") {
  const View lines(Laid().para("Cabinet").para("4 March 2025").para("Council").para("TBC").get());
  const auto list = steps(lines);
  REQUIRE(list.size() >= 2);
  CHECK(list[0] == Step{"Cabinet", "2025-03-04"});
  CHECK(list[1].meeting == "Council");
  CHECK(list[1].date == "");
  const View one(Laid().para("Cabinet – 4 March 2025").para("Council, 18 March 2025").get());
  CHECK(steps(one) == std::vector<Step>{{"Cabinet", "2025-03-04"}, {"Council", "2025-03-18"}});
}

TEST_CASE("joined_text and span_of: pieces as one text, and where it stands") {
  const View v(Laid().para("One.").para("Two.").get());
  CHECK(joined_text(v.view, v.all()) == "One. Two.");
  CHECK(span_of(v.all()) == TextRange{0, v.doc.text.size()});
  CHECK(joined_text(v.view, {}) == "");
  CHECK(span_of({}).empty());
}

struct Row {
  std::string normaliser, raw;
  std::optional<std::string> value;
};

TEST_CASE("normalise_value: each normaliser puts its values in form and refuses others") {
  const std::vector<Row> rows = {
      {"", " as it stands ", "as it stands"},
      {"", "", {}},
      {"", "!NotSet!", {}},
      {"", "\n: as it stands", "as it stands"},
      {"date", "Tuesday, 4 March 2025", "2025-03-04"},
      {"date", "in the spring", {}},
      {"body", "Cabinet - 30 January 2025", "Cabinet"},
      {"body", "Planning Committee on Thursday, 30 January 2025", "Planning Committee"},
      {"body", "Housing Committee", "Housing Committee"},
      {"body", "approve the plan", {}},
      {"body", "4 March 2025", {}},
      {"title", "23/00120 - Parks Plan", "Parks Plan"},
      {"title", "Parks Plan - 10/01544", "Parks Plan"},
      {"title", "Parks Plan - Year 2", "Parks Plan - Year 2"},
      {"title", "x", {}},
      {"reference", "23/00120", "23/00120"},
      {"reference", "23/05927/FUL", {}},
      {"flag", "Yes - it affects two wards", "yes"},
      {"flag", "No", "no"},
      {"flag", "see below", {}},
      {"after-flag", "Yes - it affects two wards", "it affects two wards"},
      {"after-flag", "Yes", {}},
      {"after-flag", "it affects two wards", {}},
      {"exempt", "UNRESTRICTED", "open"},
      {"exempt", "Part exempt  - View reasons", "part"},
      {"exempt", "Fully exempt", "full"},
      {"exempt", "Public", "open"},
      {"exempt", "OFFICIAL", {}},
      {"status", "Affects 2 or more wards;", "Affects 2 or more wards"},
      {"status", "Open  -", "Open"},
      {"status", ";", {}},
  };
  for (const Row& row : rows) {
    INFO(row.normaliser + ": " + row.raw);
    CHECK(normalise_value(row.normaliser, row.raw) == row.value);
  }
}

TEST_CASE("normaliser_names: the names that packs may use") {
  const auto& names = normaliser_names();
  for (const char* name : {"", "date", "body", "title", "reference", "flag", "after-flag", "exempt",
                           "status", "people"}) {
    INFO(name);
    CHECK(std::find(names.begin(), names.end(), name) != names.end());
  }
}

}  // namespace
}  // namespace moot
