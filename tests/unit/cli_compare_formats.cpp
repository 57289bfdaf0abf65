#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/compare_formats.hpp"
#include "cli/compare_words.hpp"
#include "tests/support/made_comparison.hpp"

using namespace moot;
using Catch::Matchers::Contains;

namespace {

CompareText at_width(int width, bool full = false, bool colour = false) {
  return {"benches", full, colour, width};
}

}  // namespace

TEST_CASE("a comparison as text stands side by side where there is room") {
  const std::string text = comparison_to_text(made_comparison(), at_width(80));
  CHECK_THAT(text,
             Contains("2 papers compared: benches\n\n"
                      "Marrow                   │ Fenwold                  │ Tarn\n"
                      "Plan of Marrow           │ Plan of Fenwold          │ no paper found\n"
                      "6 March 2024 · Cabinet · │ 6 March 2024 · Cabinet · │\n"
                      "Report                   │ Report                   │\n"
                      "id 00aa-p1               │ id 00bb-p1               │\n"
                      "why: the newest of those │                          │\n"
                      "that match best          │                          │\n"
                      "and 3 more of this       │                          │\n"
                      "council that match       │                          │\n"
                      "\n"
                      "Financial implications\n"
                      "None stated:             │ - It costs £5. (p. 9)    │ no paper found\n"
                      "No cost. (p. 3)          │ - And staff time.        │\n"
                      "\n"
                      "Risks\n"
                      "not in this paper        │ Rain. (p. 2)             │ no paper found\n"));
}

TEST_CASE("a comparison as text is stacked where columns would be too narrow") {
  for (const int width : {0, 40, 75}) {
    const std::string text = comparison_to_text(made_comparison(), at_width(width));
    CHECK_THAT(text, Contains("Financial implications\n"
                              "  Marrow\n"
                              "    None stated:\n"
                              "    No cost. (p. 3)\n"
                              "  Fenwold\n"
                              "    - It costs £5. (p. 9)\n"
                              "    - And staff time.\n"
                              "  Tarn: no paper found\n"));
  }
}

TEST_CASE("a comparison as text tells themes, passages, copied text and changes") {
  const std::string text = comparison_to_text(made_comparison(), at_width(200));
  CHECK_THAT(text, Contains("\nAll have (1 theme)\n"
                            "  How often each paper has it, in their order; --full quotes a "
                            "sentence of each.\n"
                            "  old benches: 1, 14\n"));
  CHECK_THAT(comparison_to_text(made_comparison(), at_width(200, true)),
             Contains("  old benches: Marrow once, Fenwold 14 times\n"
                      "    - Marrow: Mend old benches. (p. 4)\n"
                      "    - Fenwold: The old benches rot. (p. 5)\n"));
  CHECK_THAT(text, !Contains("Some have"));
  CHECK_THAT(text, Contains("\nOnly one has (1 theme)\n  new ponds: Fenwold once\n"));
  CHECK_THAT(text, Contains("\nPassages that correspond (1)\n"
                            "  Words in [brackets] are not in the other passage.\n"
                            "  1. 75 % alike\n"
                            "    Marrow (p. 4)\n"
                            "      We [mend] benches.\n"
                            "    Fenwold (p. 6)\n"
                            "      We [sell] benches.\n"));
  CHECK_THAT(text, Contains("\nCopied text (1)\n"
                            "  5 words recur: Marrow (p. 7) and Fenwold (p. 8)\n"
                            "    for the good of all\n"));
  CHECK_THAT(text, Contains("\nWhat changed over time\n"
                            "Fenwold to Marrow: 1 added, 0 dropped, 1 reworded, 0 kept\n"
                            "  Added\n"
                            "    - A new aim. (p. 2)\n"));
  CHECK_THAT(text, Contains("      By [2020].\n    Marrow (p. 2)\n      By [2030].\n"));
  CHECK_THAT(text, Contains("\nOther papers that match\n"
                            "  Marrow\n"
                            "    - Older plan · 6 March 2024 · Cabinet · Report · id 00cc-p1\n"
                            "    and 2 more\n"
                            "\n1 more council has papers that match. --limit shows more.\n"));
  CHECK_THAT(text, !Contains("left out"));
}

TEST_CASE("a comparison as text colours what differs where there is colour") {
  const std::string text = comparison_to_text(made_comparison(), at_width(200, false, true));
  CHECK_THAT(text, Contains("We \x1b[1;33mmend\x1b[0m benches."));
  CHECK_THAT(text, Contains("Coloured words are not in the other passage."));
  CHECK_THAT(text, Contains("\x1b[2mno paper found\x1b[0m"));
}

TEST_CASE("a comparison as text cuts long quotes between words, and says so") {
  Comparison made = made_comparison();
  std::string text = "begin";
  while (text.size() < 400) text += " words";
  made.rows[1].cells[1].quotes[0].text = text + " end.";
  const std::string cut = comparison_to_text(made, at_width(0));
  CHECK_THAT(cut, Contains(" words … (p. 2)\n") && !Contains(" end."));
  CHECK_THAT(cut, Contains("\nWords were left out where … stands; --full shows all of them.\n"));
  const std::string full = comparison_to_text(made, at_width(0, true));
  CHECK_THAT(full, Contains(" words end. (p. 2)\n") && !Contains("--full"));
}

TEST_CASE("a comparison for reading tells how many quotes of a cell it leaves out") {
  Comparison made = made_comparison();
  std::vector<Quote>& quotes = made.rows[1].cells[1].quotes;
  quotes.clear();
  for (int i = 0; i < 20; ++i) quotes.push_back({"Aim " + std::to_string(i) + ".", "", "", "", 0});
  made.rows[1].cells[1].state = CellState::Quoted;
  const std::string text = comparison_to_text(made, at_width(0));
  CHECK_THAT(text, Contains("- Aim 11.\n") && Contains("- and 8 more (…)\n"));
  CHECK_THAT(text, !Contains("Aim 12.") && Contains("--full shows all of them"));
  CHECK_THAT(comparison_to_text(made, at_width(0, true)), Contains("Aim 19."));
  CHECK_THAT(comparison_to_html(made, "q"), Contains("and 8 more, which CSV and JSON have"));
  CHECK_THAT(comparison_to_markdown(made, "q"), Contains("*and 8 more, which CSV and JSON have*"));
  CHECK_THAT(comparison_to_csv(made), Contains("Aim 19."));
}

TEST_CASE("excerpt: begins before the first mark, and keeps marks on their words") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "aaa bbb ";
  text += "CCC ddd";
  const Excerpt late = excerpt(text, {{800, 803}}, 100);
  CHECK(late.cut);
  CHECK_THAT(late.text, Catch::StartsWith("… ") && Catch::EndsWith("CCC ddd"));
  REQUIRE(late.marked.size() == 1);
  const TextRange mark = late.marked[0];
  CHECK(late.text.substr(mark.begin, mark.end - mark.begin) == "CCC");
  CHECK(excerpt("ééé", {}, 3).text == "é …");  // between letters, where there is no space
  CHECK(excerpt("short", {{0, 2}}, 100).marked == std::vector<TextRange>{{0, 2}});
}

TEST_CASE("pieces: ranges that cannot be are passed over") {
  const auto marked = [](std::vector<TextRange> ranges) {
    std::string out;
    for (const Piece& piece : pieces("añb c", ranges)) {
      out += piece.marked ? "[" + std::string(piece.text) + "]" : std::string(piece.text);
    }
    return out;
  };
  CHECK(marked({{0, 1}, {5, 6}}) == "[a]ñb [c]");
  CHECK(marked({{0, 1}, {0, 4}, {4, 99}, {3, 2}, {2, 4}}) == "[a]ñb c");
}

TEST_CASE("told_quotes: each sentence once, with all that was found in it") {
  const auto told = [](const char* field, std::vector<Quote> quotes) {
    std::string out;
    for (const ToldQuote& one : told_quotes(field, {CellState::Quoted, quotes, false})) {
      out += "<" + one.value + "|" + one.quote.text + ">";
    }
    return out;
  };
  const std::string text = "It costs 5 and 7.";
  const Quote five{text, "", "5000.50", "", 1}, seven{text, "", "700..70000", "", 1};
  const Quote later{text, "", "9", "", 2};
  CHECK(told("sums", {five, seven, later}) ==
        "<£5,000.50, £700 to £70,000|" + text + "><£9|" + text + ">");
  CHECK(told("quantities", {{"Many.", "", "1234567", "", 1}}) == "<1,234,567|Many.>");
  CHECK(told("quantities", {{"Odd.", "", "1e99", "", 1}}) == "<1e99|Odd.>");
  CHECK(told("dates", {{"Soon.", "", "2025-03", "", 1}}) == "<March 2025|Soon.>");
  CHECK(told("dates", {{"3 May 2025", "", "2025-05-03", "", 1}}) == "<|3 May 2025>");
  CHECK(told("plans", {{"The Plan", "", "the plan", "", 1}}) == "<|The Plan>");
  CHECK(told("date", {{"2024-06-12", "", "2024-06-12", "", 1}}) == "<|12 June 2024>");
  CHECK(told("contacts", {{"A", "", "", "", 1}, {"A", "", "", "", 1}}) == "<|A><|A>");
}

TEST_CASE("a comparison tells the values found in prose before its sentences") {
  Comparison made = made_comparison();
  made.rows[1].field = "sums";
  made.rows[1].cells[1].quotes[0].value = "1200000";
  CHECK_THAT(comparison_to_text(made, at_width(0)), Contains("    £1,200,000: Rain. (p. 2)\n"));
  CHECK_THAT(comparison_to_markdown(made, ""), Contains("| **£1,200,000**: Rain. ([p. 2]"));
  CHECK_THAT(comparison_to_html(made, ""), Contains("<p><strong>£1,200,000</strong>: <bdi"));
}

TEST_CASE("rows of a comparison have labels that people read") {
  CHECK(row_label("financial") == "Financial implications");
  CHECK(row_label("hr") == "HR implications");
  CHECK(row_label("sums") == "Sums of money");
  CHECK(row_label("crime_disorder") == "Crime and disorder implications");
  CHECK(row_label("welsh_language") == "Welsh language implications");
  CHECK(row_label("financial_years") == "Financial years");
  CHECK(row_label("status") == "Status of the decision");
  CHECK(row_label("").empty());
}

TEST_CASE("a comparison as CSV has a row a quote, and one for each empty cell") {
  CHECK(comparison_to_csv(made_comparison()) ==
        "field,council,code,paper_id,title,date,state,none_stated,heading,text,value,page,pointer,"
        "link\r\n"
        "financial,Marrow Council,X1,00aa-p1,Plan of Marrow,2024-03-06,quoted,yes,,No "
        "cost.,,3,,file:///papers/Marrow.pdf#page=3\r\n"
        "financial,Fenwold Council,X1,00bb-p1,Plan of Fenwold,2024-03-06,quoted,no,Resources,It "
        "costs £5.,5,9,/implications/0/text,file:///papers/Fenwold.pdf#page=9\r\n"
        "financial,Fenwold Council,X1,00bb-p1,Plan of Fenwold,2024-03-06,quoted,no,,And staff "
        "time.,,,,file:///papers/Fenwold.pdf\r\n"
        "financial,Tarn Council,X1,,,,no_paper,no,,,,,,\r\n"
        "risk,Marrow Council,X1,00aa-p1,Plan of Marrow,2024-03-06,not_in_paper,no,,,,,,\r\n"
        "risk,Fenwold Council,X1,00bb-p1,Plan of Fenwold,2024-03-06,quoted,no,,Rain.,,2,,file:///"
        "papers/Fenwold.pdf#page=2\r\n"
        "risk,Tarn Council,X1,,,,no_paper,no,,,,,,\r\n");
}

TEST_CASE("a comparison as JSON has schema moot.compare/1") {
  using Json = nlohmann::json;
  const Json json = Json::parse(comparison_to_json(made_comparison(), "benches"));
  CHECK(json["schema"] == "moot.compare/1");
  CHECK(json["query"] == "benches");
  CHECK(Json::parse(comparison_to_json(made_comparison(), ""))["query"].is_null());
  const Json column = json["columns"][0];
  CHECK(column["found"] == 4);
  CHECK(column["paper"]["link"] == "file:///papers/Marrow.pdf");
  CHECK(column["others"][0]["id"] == "00cc-p1");
  CHECK(json["columns"][2]["paper"].is_null());
  CHECK(json["columns"][2]["why"].is_null());
  CHECK(json["rows"][0]["cells"][1] ==
        Json::parse(R"({"state": "quoted", "none_stated": false, "quotes": [
          {"text": "It costs £5.", "heading": "Resources", "value": "5", "page": 9,
           "pointer": "/implications/0/text", "link": "file:///papers/Fenwold.pdf#page=9"},
          {"text": "And staff time.", "heading": null, "value": null, "page": null,
           "pointer": null, "link": "file:///papers/Fenwold.pdf"}]})"));
  CHECK(json["rows"][1]["cells"][0]["state"] == "not_in_paper");
  CHECK(json["rows"][1]["cells"][2]["state"] == "no_paper");
  const Json theme = json["themes"]["shared"][0];
  CHECK(theme["keyness"] == 12.346);
  CHECK(theme["in"][1]["times"] == 14);
  CHECK(theme["in"][1]["where"] == Json::parse("[[4, 15]]"));
  CHECK(json["themes"]["partly"].empty());
  const Json pair = json["passages"][0];
  CHECK(pair["here"]["column"] == 0);
  CHECK(pair["there"]["quote"]["text"] == "We sell benches.");
  CHECK(pair["there"]["differs"] == Json::parse("[[3, 7]]"));
  CHECK(pair["likeness"] == 0.75);
  CHECK(json["copied"][0]["words"] == 5);
  CHECK(json["copied"][0]["there"]["quote"]["page"] == 8);
  CHECK(json["changes"][0]["change"] == "added");
  CHECK(json["changes"][0]["before"].is_null());
  CHECK(json["changes"][1]["before"]["differs"] == Json::parse("[[3, 7]]"));
  CHECK(json["more_councils"] == 1);
}
