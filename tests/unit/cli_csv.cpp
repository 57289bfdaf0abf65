#include <catch2/catch.hpp>

#include "cli/csv.hpp"

using namespace moot;

TEST_CASE("csv_row: values with commas between, CR LF behind") {
  CHECK(csv_row({"a", "", "b,c"}) == "a,,\"b,c\"\r\n");
  CHECK(csv_row({}) == "\r\n");
}

TEST_CASE("csv_value: quotes around all that a program which guesses takes for a separator") {
  CHECK(csv_value("a;=1") == "\"a;=1\"");
  CHECK(csv_value("a\t=1") == "\"a\t=1\"");
  CHECK(csv_value("a 'b' c") == "a 'b' c");
}

TEST_CASE("without_formula: an apostrophe before what a spreadsheet would run, and nothing else") {
  for (const char* formula :
       {"=1+1", "+44 1632 960123", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1", "'=1", "' '+1",
        "\xEF\xBC\x9D"
        "1",
        "\xEF\xBC\xA0x", "- a point of a list"}) {
    CHECK(without_formula(formula) == std::string("'") + formula);
  }
  for (const char* plain : {"", " ", "'", "a=1", "1+1", "the -draft", "'tis",
                            "\xC2\xA3"
                            "5",
                            "01632"}) {
    CHECK(without_formula(plain) == plain);
  }
}
