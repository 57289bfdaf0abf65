#include "pipeline/read_text.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace moot;

namespace {

/// One character a line: what the reader made of it.
std::string starts(const RawDocument& raw) {
  std::string out;
  for (const RawLine& line : raw.lines) {
    if (line.role == LineRole::PageNumber) {
      out += 'n';
    } else if (line.role == LineRole::RunningHead) {
      out += 'h';
    } else {
      out += line.starts_paragraph ? 'P' : '.';
    }
  }
  return out;
}

}  // namespace

TEST_CASE("read_plain_text: one line for each that is not blank, without pages") {
  const RawDocument raw = read_plain_text("One\r\n\r\n  Two \n\u00A0\n\tThree\rFour");
  REQUIRE(raw.lines.size() == 4);
  CHECK(raw.lines[0].text == "One");
  CHECK(raw.lines[1].text == "Two");
  CHECK(raw.lines[2].text == "Three");
  CHECK(raw.lines[3].text == "Four");
  CHECK(raw.lines[1].page == 0);
  CHECK(raw.lines[0].box.x0 == 0);
  CHECK(raw.lines[1].box.x0 == 12);
  CHECK(raw.lines[2].box.x0 == 24);
  CHECK(raw.pages.empty());
  CHECK(raw.media_type == "text/plain");
  CHECK(read_plain_text("").lines.empty());
  CHECK(read_plain_text(" \n\n").lines.empty());
}

TEST_CASE("read_plain_text: where paragraphs start") {
  struct Row {
    const char* what;
    std::string text, expected;
  };
  const std::string wide(200, 'x');
  const Row rows[] = {
      {"blank line", "The first paragraph.\nIt goes on.\n\nThe second one.", "P.P"},
      {"no-break spaces alone are blank", "The first.\n \u00A0 \nThe second.", "PP"},
      {"form feed", "The first.\n\fThe second.", "PP"},
      {"in the middle of a sentence",
       "1.1 The council has made investments in technology,\n\nestablishing a robust architecture "
       "and tools.",
       "P."},
      {"several blank lines in it", "The council agreed that the\n\n\n\nplan should be adopted.",
       "P."},
      {"after a word that cannot end a sentence", "Minutes of the\n\nCabinet meeting", "P."},
      {"after a name's title", "the Director (Mr.\n\nG. Sample) of housing", "P."},
      {"a short line is a heading",
       "Introduction\n\nthe council has made investments in technology", "PP"},
      {"a letter of a list", "The committee is asked to agree the following plan\n\na) first",
       "PP"},
      {"a numbered paragraph", "The committee is asked to note the plan and\n\n2.1 note it", "PP"},
      {"a bullet", "The committee is asked to note the plan and\n\n\u2022 agree it", "PP"},
      {"a label with its value",
       "The committee met in the new chamber in March of 2025\n\nDate published: 5 March and so on",
       "PP"},
      {"a colon ends it", "The committee is asked to agree the following:\n\nadoption", "PP"},
      {"long lines are whole paragraphs", wide + "\n" + wide + "\nshort", "PPP"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(starts(read_plain_text(row.text)) == row.expected);
  }
}

TEST_CASE("read_plain_text: a colon alone before a text is no label") {
  CHECK(starts(read_plain_text("The plan of the\n\n: next year")) == "P.");
}

TEST_CASE("read_plain_text: in a text of double spacing full lines go on") {
  std::string text;
  for (int i = 0; i < 12; ++i) {
    text += "The members of the committee considered the plan of the Director and\n\n";
    text += "Chief Executive of the council, which the Leader of the council then\n\n";
    text += "proposed.\n\n";
  }
  const std::string found = starts(read_plain_text(text));
  CHECK(found.substr(0, 6) == "P..P..");
}

TEST_CASE("read_plain_text: short paragraphs with lines between them are not double-spaced text") {
  std::string text;
  for (int i = 0; i < 8; ++i)
    text += "Alternative options considered, and why rejected\n\nNone\n\nConflicts\n\n";
  CHECK(starts(read_plain_text(text)) == std::string(24, 'P'));
}

TEST_CASE("read_plain_text: build tags go, field names and page numbers are marked") {
  const RawDocument raw = read_plain_text(
      "<AI1>\n1. Apologies</AI1>\n<TRAILER_SECTION>\nFIELD_TITLE\n!NotSet!\nPage 3 of 12\n- 4 -\n"
      "X < y <b>\n\f7\nThe end");
  CHECK(starts(raw) == "PhhnnPnP");
  CHECK(raw.lines[0].text == "1. Apologies");
  CHECK(raw.lines[5].text == "X < y <b>");
}
