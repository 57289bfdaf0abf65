#include <catch2/catch.hpp>
#include <sstream>

#include "cli/environment.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"

using namespace moot;

TEST_CASE("display_width: counts columns, not bytes") {
  struct Row {
    const char* text;
    std::size_t columns;
  };
  const Row rows[] = {{"", 0},
                      {"plan", 4},
                      {"£5", 2},
                      {"tŷ", 2},
                      {"e\xCC\x81", 1},
                      {"会议", 4},
                      {"\x1b[1mbold\x1b[0m", 4}};
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(display_width(row.text) == row.columns);
  }
}

TEST_CASE("wrapped: lines break at spaces and begin at the indent") {
  CHECK(wrapped("one two three", 0, 4) == "one two three");
  CHECK(wrapped("aaaaaaaaaaaa bbbbbbbbbbbb cc", 24, 4) == "aaaaaaaaaaaa\n    bbbbbbbbbbbb cc");
  CHECK(wrapped("one\ntwo", 0, 2) == "one\n  two");
  CHECK(wrapped("a_word_that_is_far_longer_than_the_line b", 22, 2) ==
        "a_word_that_is_far_longer_than_the_line\n  b");
  CHECK(wrapped("", 40, 2).empty());
}

TEST_CASE("printable: no file name can steer a terminal") {
  CHECK(printable("a\x1b[2Jb\n") == "a?[2Jb?");
  CHECK(printable("a\nb", true) == "a\nb");
  CHECK(printable("caf\xC3\xA9 \xC2\x9B"
                  "1m") == "caf\xC3\xA9 ?1m");
}

TEST_CASE("tinted: without colour the text is untouched") {
  CHECK(tinted("plan", Tone::Match, false) == "plan");
  CHECK(tinted("plan", Tone::Match, true) == "\x1b[1;33mplan\x1b[0m");
}

TEST_CASE("print_error: where, message, hint") {
  std::ostringstream err;
  print_error(err, fail(ErrorKind::Io, "there is no such file", "a.pdf", "look again"));
  CHECK(err.str() == "moot: a.pdf: there is no such file\n  look again\n");
  err.str({});
  print_error(err, fail(ErrorKind::Usage, "say what to do"));
  CHECK(err.str() == "moot: say what to do\n");
}

TEST_CASE("about_file: the path comes before the place inside it") {
  CHECK(about_file(fail(ErrorKind::Io, "m"), "a.pdf").where == "a.pdf");
  CHECK(about_file(fail(ErrorKind::Io, "m", "page 3"), "a.pdf").where == "a.pdf, page 3");
}

TEST_CASE("make_console: colour needs a terminal and no NO_COLOR, or --color always") {
  std::ostringstream out;
  struct Row {
    bool terminal, no_color;
    ColourWhen when;
    bool colour;
  };
  const Row rows[] = {{true, false, ColourWhen::Auto, true},
                      {true, true, ColourWhen::Auto, false},
                      {false, false, ColourWhen::Auto, false},
                      {false, true, ColourWhen::Always, true},
                      {true, false, ColourWhen::Never, false}};
  for (const Row& row : rows) {
    Environment environment;
    environment.out_is_terminal = row.terminal;
    environment.no_color = row.no_color;
    CHECK(make_console(out, out, environment, row.when).colour == row.colour);
  }
}

TEST_CASE("progress_line: bar, counts and the time left, cut to the width") {
  CHECK(progress_line({5, 10, 0, 0, 10}, 0) == "5 of 10 files, 0:10 left");
  CHECK(progress_line({10, 10, 1, 0, 10}, 0) == "10 of 10 files, 1 not read");
  const std::string bar = progress_line({5, 10, 0, 0, 10}, 60);
  CHECK(bar.find("####") == 1);
  CHECK(bar.size() <= 60);
  CHECK(progress_line({1, 7201, 0, 0, 1}, 0) == "1 of 7201 files, 2:00:00 left");
  CHECK(progress_line({5, 10, 0, 250, 10}, 0) == "5 of 10 files, 25 pages/s, 0:10 left");
}
