#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/matrix_formats.hpp"
#include "cli/matrix_words.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "tests/support/made_comparison.hpp"

using namespace moot;
using Catch::Matchers::Contains;

namespace {

MatrixCell said(const std::string& value, const std::string& words, int page) {
  MatrixCell cell;
  cell.state = CellState::Quoted;
  cell.value = value;
  cell.quote = made_quote(words, page);
  cell.count = 1;
  return cell;
}

/// Marrow says much, Fenwold (in Welsh) little, and of Tarn there is no paper.
Matrix made_matrix() {
  Matrix matrix;
  matrix.facts = {"paper", "adopted", "key_decision", "cost", "equality_assessment", "climate"};
  MatrixRow marrow{made_column("Marrow", "00aa-p1"), "County", "South East", {}};
  marrow.cells = {said("report", "Plan of Marrow", 1),
                  said("2024-03-06", "That it be <agreed>.", 2),
                  said("yes", "yes", 1),
                  said("1250000", "It costs £1.25m.", 3),
                  said("not needed", "No EqIA is needed.", 4),
                  said("none", "None.", 4)};
  marrow.cells[3].count = 2;
  MatrixRow fenwold{made_column("Fenwold", "00bb-p1"), "", "", {}};
  fenwold.column.paper.language = "cy";
  fenwold.cells.resize(matrix.facts.size());
  fenwold.cells[0] = said("minutes", "", 1);
  MatrixRow tarn{made_column("Tarn", ""), "", "", {}};
  tarn.cells.resize(matrix.facts.size());
  for (MatrixCell& cell : tarn.cells) cell.state = CellState::NoPaper;
  matrix.rows = {marrow, fenwold, tarn};
  matrix.more_councils = 1;
  matrix.without_council = 2;
  add_totals(matrix);
  return matrix;
}

}  // namespace

TEST_CASE("a matrix as text is a table that fits the width") {
  const std::string text = matrix_to_text(made_matrix(), {"benches", false, 80});
  CHECK_THAT(text, Contains("2 of 3 councils have a paper that matches.\n"
                            "1 more council is not in the table; --limit takes more.\n"
                            "2 papers or items that match state no council and are in no row.\n"));
  CHECK_THAT(
      text, Contains("Council                            Adopted    Key Cost     Equality Climate\n"
                     "Marrow                             2024-03-06 yes £1.2m    not      none\n"
                     "                                                           needed\n"
                     "  Plan of Marrow · Report · id 00aa-p1\n"
                     "Fenwold                            –          –   –        –        –\n"));
  CHECK_THAT(text, Contains("Tarn\n  no paper found\n"));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    CHECK(display_width(text.substr(at, end - at)) <= 80);
    at = end + 1;
  }
}

TEST_CASE("a matrix as text stands council by council where a table has no room") {
  for (const int width : {0, 40}) {
    const std::string text = matrix_to_text(made_matrix(), {"benches", false, width});
    CHECK_THAT(text, Contains("\nMarrow\n"));
    CHECK_THAT(text, Contains("  Adopted: 6 March 2024 (p. 2)\n  Key decision: yes (p. 1)\n"));
    CHECK_THAT(text, Contains("  Equality assessment: not needed (p. 4)\n"));
    CHECK_THAT(text, !Contains("\u2588"));
  }
}

TEST_CASE("a matrix as text has totals with bars where there is room") {
  const std::string text = matrix_to_text(made_matrix(), {"benches", false, 80});
  CHECK_THAT(text, Contains("  Key decision\n    yes             "
                            "██████████████████████████████ 1\n    no              0\n"
                            "    not stated      ██████████████████████████████ 1\n"));
  CHECK_THAT(text, Contains("median £1,250,000, from £1,250,000 to £1,250,000\n"));
  CHECK_THAT(text, Contains("\nAdopted by year\n  2024            █"));
  CHECK_THAT(text, Contains("  South East: 1, 1\n  not in the gazetteer: 2, 1\n"));
}

TEST_CASE("a matrix as Markdown links to pages and escapes words") {
  const std::string text = matrix_to_markdown(made_matrix(), "a*b");
  CHECK_THAT(text, Contains("# Councils compared: a\\*b\n"));
  CHECK_THAT(text, Contains("| **Marrow** | Plan of Marrow (Report) ([p. 1](<file:///papers/"
                            "Marrow.pdf#page=1>)) | 6 March 2024 ([p. 2]("));
  CHECK_THAT(text, Contains("| £1,250,000 (largest of 2 sums) ("));
  CHECK_THAT(text, Contains("| *not stated* |"));
  CHECK_THAT(text, Contains("| *no paper found* |"));
  CHECK_THAT(text, Contains("| Climate implications | none | 1 |\n"));
  CHECK_THAT(text, Contains("  - Adopted: That it be &lt;agreed&gt;.\n"));
}

TEST_CASE("a matrix as HTML has tables with heads, and charts that a table tells too") {
  const std::string html = matrix_to_html(made_matrix(), "<b>");
  CHECK_THAT(html, Contains("<h1>Councils compared: &lt;b&gt;</h1>"));
  CHECK_THAT(html, Contains("<th scope=\"row\"><bdi>Marrow</bdi></th>"));
  CHECK_THAT(html, Contains("<a href=\"#words-1-adopted\"><bdi>6 March 2024</bdi></a>"));
  CHECK_THAT(html, Contains("<dt id=\"words-1-adopted\">Adopted</dt>"));
  CHECK_THAT(html, Contains("That it be &lt;agreed&gt;."));
  CHECK_THAT(html, Contains("<td class=\"none\"><span class=\"who\">Climate implications</span>"
                            "<bdi>no paper found</bdi></td>"));
  CHECK_THAT(html, Contains("aria-describedby=\"totals-caption\""));
  CHECK_THAT(html, Contains("<text x=\"0\" y=\"15\">2024: 1</text>"));
  CHECK_THAT(html, Contains("Climate implications, none: 1</text>\n<rect class=\"all\""));
  CHECK_THAT(html, Contains("width=\"159\""));  // one of two councils: half the bar
  CHECK_THAT(html, Contains("<td>2024</td>\n<td class=\"number\">1</td>"));
  CHECK_THAT(html, !Contains("<script"));
}

TEST_CASE("a matrix as CSV has a row for each council, without formulas") {
  Matrix matrix = made_matrix();
  matrix.rows[0].column.name = "=Marrow";
  const std::string csv = matrix_to_csv(matrix);
  CHECK_THAT(csv, Catch::StartsWith("council,code,type,region,found,paper_id,title,kind,link,paper,"
                                    "paper_words,paper_page,paper_pointer,paper_link,adopted,"));
  CHECK_THAT(csv, Contains("\r\n'=Marrow,X1,County,South East,1,00aa-p1,"));
  CHECK_THAT(csv, Contains(",1250000,2,It costs £1.25m.,3,,file:///papers/Marrow.pdf#page=3,"));
  CHECK_THAT(csv, Contains(",not stated,"));
  CHECK_THAT(csv, Contains("\r\nTarn,X1,,,0,,,,,no paper found,"));
}

TEST_CASE("a matrix as JSON says what each cell is") {
  const auto json = nlohmann::json::parse(matrix_to_json(made_matrix(), "benches"));
  CHECK(json["schema"] == "moot.matrix/1");
  CHECK(json["query"] == "benches");
  CHECK(json["councils"] == 3);
  CHECK(json["with_paper"] == 2);
  CHECK(json["rows"][0]["paper"]["id"] == "00aa-p1");
  CHECK(json["rows"][2]["paper"].is_null());
  const auto& cost = json["rows"][0]["cells"][3];
  CHECK(cost["fact"] == "cost");
  CHECK(cost["value"] == "1250000");
  CHECK(cost["count"] == 2);
  CHECK(cost["quote"]["page"] == 3);
  CHECK(json["rows"][1]["cells"][3]["state"] == "not_in_paper");
  CHECK(json["rows"][2]["cells"][3]["state"] == "no_paper");
  CHECK(json["totals"][3]["median"] == 1250000);
  CHECK(json["totals"][0]["median"].is_null());
  CHECK(json["regions"][1]["name"].is_null());
}

TEST_CASE("sums in words") {
  CHECK(spoken_pounds(1234567) == "£1,234,567");
  CHECK(spoken_pounds(12.5) == "£12.50");
  CHECK(spoken_pounds(0) == "£0");
  CHECK(short_pounds(1665000000) == "£1.7bn");
  CHECK(short_pounds(25000000) == "£25m");
  CHECK(short_pounds(850000) == "£850k");
  CHECK(short_pounds(12345) == "£12,345");
  CHECK(short_pounds(9299.22) == "£9,299");
}

TEST_CASE("options of a matrix do not go with those of a comparison") {
  const auto parse = [](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"compare", "benches"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return parse_command_line(arguments);
  };
  const auto sound = parse({"--matrix", "--facts", "cost,climate", "--limit", "300"});
  REQUIRE(sound);
  const auto& command = std::get<CompareCommand>(*sound);
  CHECK(command.matrix);
  CHECK(command.facts == std::vector<std::string>{"cost", "climate"});
  CHECK(command.limit == 300);
  for (const std::vector<std::string>& wrong :
       std::vector<std::vector<std::string>>{{"--matrix", "--fields", "sums"},
                                             {"--matrix", "--each", "paper"},
                                             {"--matrix", "--over-time"},
                                             {"--matrix", "--facts", "weather"},
                                             {"--facts", "cost"},
                                             {"--all-councils"},
                                             {"--matrix", "--all-councils", "--council", "Kent"}}) {
    const auto refused = parse(wrong);
    REQUIRE(!refused);
    CHECK(refused.error().kind == ErrorKind::Usage);
  }
}
