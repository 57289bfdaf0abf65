#include "pipeline/marker.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace moot {
namespace {

struct Row {
  std::string text;
  std::string shown;  ///< "number|delimited|rest"; "*|rest" for a bullet; "" for none
};

std::string show(const std::string& text) {
  const auto marker = parse_marker(text);
  if (!marker) return "";
  const std::string rest = text.substr(marker->length);
  if (marker->bullet) return "*|" + rest;
  return marker->number + (marker->delimited ? "|delimited|" : "|bare|") + rest;
}

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(show(row.text) == row.shown);
  }
}

TEST_CASE("parse_marker: numbers with a stop, a bracket or a second level are delimited") {
  check({{"1. That the plan be noted", "1|delimited|That the plan be noted"},
         {"1) Note", "1|delimited|Note"},
         {"(1) Note", "1|delimited|Note"},
         {"[1] Note", "1|delimited|Note"},
         {"2.1 Note", "2.1|delimited|Note"},
         {"2.1. Note", "2.1|delimited|Note"},
         {"16.07.2 Note", "16.07.2|delimited|Note"},
         {"2 | Recommendations", "2|delimited|Recommendations"},
         {"3.1.2     Note", "3.1.2|delimited|Note"},
         {"6.0 LEGAL", "6.0|delimited|LEGAL"},
         {"29a. Note", "29a|delimited|Note"},
         {"2.1a Note", "2.1a|delimited|Note"},
         {"1.Introduction", "1|delimited|Introduction"},
         {"(10): Note", "10|delimited|Note"}});
}

TEST_CASE("parse_marker: a bare number counts, and says that it is bare") {
  check({{"2 Developing the plan", "2|bare|Developing the plan"},
         {"12 Parks", "12|bare|Parks"},
         {"7    Legal implications", "7|bare|Legal implications"},
         {"2024 Note", "2024|bare|Note"}});
}

TEST_CASE("parse_marker: a number alone is a marker with nothing after it") {
  check({{"4", "4|bare|"},
         {"4.", "4|delimited|"},
         {"(a)", "a|delimited|"},
         {"iv)", "iv|delimited|"}});
}

TEST_CASE("parse_marker: letters and small roman numbers need a bracket or a stop") {
  check({{"a) Note", "a|delimited|Note"},
         {"(a) Note", "a|delimited|Note"},
         {"a. Note", "a|delimited|Note"},
         {"A. Note", "A|delimited|Note"},
         {"(iv) Note", "iv|delimited|Note"},
         {"viii. Note", "viii|delimited|Note"},
         {"II. Policy", "II|delimited|Policy"},
         {"( a ) Note", ""},
         {"(aa) Note", "aa|delimited|Note"},
         {"a Note", ""},
         {"I agree", ""},
         {"A new plan", ""}});
}

TEST_CASE("parse_marker: bullets of all kinds") {
  check({{"• Note", "*|Note"},
         {"•Note", "*|Note"},
         {"· Note", "*|Note"},
         {"▪ Note", "*|Note"},
         {"- Note", "*|Note"},
         {"– Note", "*|Note"},
         {"* Note", "*|Note"},
         {"o Note", "*|Note"},
         {"➢ Note", "*|Note"},
         {"-5 degrees", ""},
         {"–and so on", ""},
         {"*Parks", ""},
         {"of the plan", ""}});
}

TEST_CASE("parse_marker: words, dates, sums and abbreviations that only look like markers") {
  check({{"", ""},
         {"Note", ""},
         {"e.g. a plan", ""},
         {"i.e. a plan", ""},
         {"3.5% of all", ""},
         {"1st April", ""},
         {"5pm at the hall", ""},
         {"12345 people", ""},
         {"12345. Note", ""},
         {"£1.2m", ""},
         {"(see below)", ""},
         {"(2024/25)", ""},
         {"(a", ""},
         {"the plan", ""},
         {"mix. of", ""},
         {"civic) duty", ""}});
}

TEST_CASE("parse_marker: the length counts the white space after the marker") {
  const auto marker = parse_marker("(a)   Note");
  REQUIRE(marker);
  CHECK(marker->length == 6);
}

}  // namespace
}  // namespace moot
