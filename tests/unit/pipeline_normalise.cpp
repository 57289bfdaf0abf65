#include "pipeline/normalise.hpp"

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

using namespace moot;
using namespace std::string_literals;

TEST_CASE("normalise_line: makes a line regular and changes no word") {
  struct Row {
    const char* what;
    std::string text, expected;
  };
  const Row rows[] = {
      {"spaces fold", "  The \t council   met ", "The council met"},
      {"only spaces", " \t ", ""},
      {"control characters go",
       "a\x01"
       "b\x7F"
       "c\r",
       "abc"},
      {"a line end inside is a space", "a\nb", "a b"},
      {"no-break and thin spaces fold", "1.1\u00A0\u2009 The\u3000plan\u00A0", "1.1 The plan"},
      {"soft hyphens and zero width go", "com\u00ADmit\u200Btee\uFEFF", "committee"},
      {"ligatures are spelled out", "o\uFB03ce, \uFB01nance, \uFB02oor", "office, finance, floor"},
      {"superscripts and fractions stay", "25 m\u00B2, \u00BD", "25 m\u00B2, \u00BD"},
      {"quotes, dashes and errors stay", "\u2018Exeuctive\u2019 \u2013 \u201Cx\u201D",
       "\u2018Exeuctive\u2019 \u2013 \u201Cx\u201D"},
      {"accents are composed", "Cafe\u0301 w\u0302yl", "Caf\u00E9 \u0175yl"},
      {"bad bytes are marked", "caf\xE9 x", "caf\uFFFD x"},
      {"a cut sequence is marked", "x\xE2\x80", "x\uFFFD"},
      {"a surrogate is no UTF-8", "\xED\xA0\x80z", "\uFFFD\uFFFD\uFFFDz"},
      {"four bytes pass", "\U0001F600 ok", "\U0001F600 ok"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(normalise_line(row.text) == row.expected);
  }
}

TEST_CASE("normalise_line: a word with spaces between its letters is a word") {
  CHECK(normalise_line("R E S O L V E D \u2013 T H A T the plan") ==
        "RESOLVED \u2013 THAT the plan");
  CHECK(normalise_line("A G E N D A") == "AGENDA");
  CHECK(normalise_line("M I N U T E S  P A R T") == "MINUTES PART");
  for (const char* same : {"Schedules A B C D E of the Act", "Mr J R R T Quill", "PLAN A B",
                           "A I R", "B C D F G", "Table A 1 B 2"}) {
    INFO(same);
    CHECK(normalise_line(same) == same);
  }
}

TEST_CASE("normalise_line: symbols of the private use area") {
  struct Row {
    const char* what;
    std::string text, expected;
  };
  const Row rows[] = {
      {"Symbol's bullet", "\uF0B7 Note", "\u2022 Note"},
      {"Wingdings' square", "\uF0A7\u00A0Note", "\u2022 Note"},
      {"an arrow as a bullet", "\uF0D8 Note", "\u2022 Note"},
      {"a tick as a bullet", "\uF0FC Note", "\u2022 Note"},
      {"any other at the start", "\uF046 Note", "\u2022 Note"},
      {"a tick alone is a value", "\uF0FC", "\u2713"},
      {"a tick at the end", "Yes \uF0FC", "Yes \u2713"},
      {"a ticked box stays a box", "\uF0FE Yes", "\u2611 Yes"},
      {"an open box stays a box", "\uF0A8 No", "\u2610 No"},
      {"a bullet inside", "one \uF0B7 two", "one \u2022 two"},
      {"a space of Symbol", "a\uF020\uF020b", "a b"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(normalise_line(row.text) == row.expected);
  }
}

TEST_CASE("normalise_line: a second time changes nothing") {
  for (const std::string text : {" a  b ", "\uF0B7 \uFB01x", "e\u0301 \u00AD\u00A0", "\xFF\xFE"}) {
    const std::string once = normalise_line(text);
    CHECK(normalise_line(once) == once);
    CHECK(is_utf8(once));
  }
}

TEST_CASE("is_utf8: valid, overlong, cut, surrogate") {
  CHECK(is_utf8(""));
  CHECK(is_utf8("plain"));
  CHECK(is_utf8("\u0175\u2019\U0001F600"));
  CHECK_FALSE(is_utf8("\xC0\xAF"));
  CHECK_FALSE(is_utf8("x\xE2\x80"));
  CHECK_FALSE(is_utf8("\xED\xA0\x80"));
  CHECK_FALSE(is_utf8("\x92"));
}

TEST_CASE("to_utf8: by byte order mark, validity, zero bytes, else windows-1252") {
  struct Row {
    const char* what;
    std::string bytes, expected;
  };
  const Row rows[] = {
      {"UTF-8", "Cyngor T\u0175r", "Cyngor T\u0175r"},
      {"UTF-8 with mark", "\xEF\xBB\xBF\u0175", "\u0175"},
      {"UTF-16 little endian with mark",
       "\xFF\xFE"
       "A\0\x75\x01"s,
       "A\u0175"},
      {"UTF-16 big endian with mark",
       "\xFE\xFF"
       "\0A\x01\x75"s,
       "A\u0175"},
      {"UTF-16 without mark", "A\0g\0e\0n\0d\0a\0"s, "Agenda"},
      {"UTF-16 big endian without mark", "\0A\0g\0e\0n\0d\0a"s, "Agenda"},
      {"windows-1252",
       "the Council\x92s \xA3"
       "5m \x96 agreed",
       "the Council\u2019s \u00A3"
       "5m \u2013 agreed"},
      {"a byte that windows-1252 has not", "x\x81y", "x\uFFFDy"},
      {"UTF-8 with a stray byte", "\u2018a\u2019 \u2018b\u2019 \x96 c",
       "\u2018a\u2019 \u2018b\u2019 \u2013 c"},
      {"nothing", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(to_utf8(row.bytes) == row.expected);
  }
}

TEST_CASE("fold: case and accents go, the rest stays") {
  CHECK(fold("Report AUTHOR 2.1") == "report author 2.1");
  CHECK(fold("D\u0174R C\u00C2F\u00C9") == "dwr cafe");
  CHECK(fold("Stra\u00DFe") == "strasse");
  CHECK(fold("Council\u2019s") == "council\u2019s");
}

TEST_CASE("starts_upper: the first letter counts, not what stands before it") {
  CHECK(starts_upper("Report"));
  CHECK(starts_upper("2.1 \u201CNote"));
  CHECK(starts_upper("\u0174yl"));
  CHECK_FALSE(starts_upper("the Report"));
  CHECK_FALSE(starts_upper("\u00E9tat"));
  CHECK_FALSE(starts_upper("12 - 4"));
  CHECK_FALSE(starts_upper(""));
}

TEST_CASE("all_upper: letters, and all of them capitals") {
  CHECK(all_upper("2.0 RECOMMENDATIONS"));
  CHECK(all_upper("D\u0174R"));
  CHECK_FALSE(all_upper("RECOMMENDATIONs"));
  CHECK_FALSE(all_upper("D\u0175R"));
  CHECK_FALSE(all_upper("12.4"));
  CHECK_FALSE(all_upper(""));
}

TEST_CASE("fold_compatible: compatibility forms and case are one, accents stay") {
  CHECK(fold_compatible("The CABINET 23/00120") == "the cabinet 23/00120");
  CHECK(fold_compatible("Stra\u00DFe, o\uFB03ce, \uFF11\u00B2") == "strasse, office, 12");
  CHECK(fold_compatible("\u00C9 e\u0301\u00A0x") == "\u00E9 \u00E9 x");
}

TEST_CASE("alphanumeric_runs: letters and numbers of any script, parted by all else") {
  CHECK(alphanumeric_runs("Mr O'Neil, 23/00120_b") ==
        std::vector<std::string>{"Mr", "O", "Neil", "23", "00120", "b"});
  CHECK(alphanumeric_runs("\u0175yl\u2014\u00BD x\u0301y") ==
        std::vector<std::string>{"\u0175yl", "\u00BD", "x", "y"});
  CHECK(alphanumeric_runs(" -\xFF ").empty());
}

TEST_CASE("starts_digit: digits, also raised and circled ones; no fractions") {
  for (const char* text : {"1st", "\u00B2", "\u2780"}) CHECK(starts_digit(text));
  for (const char* text : {"", "a1", "\u00BD", "\xFF"}) CHECK_FALSE(starts_digit(text));
}
