#include <catch2/catch.hpp>

#include "cli/styled.hpp"

using namespace moot;

namespace {

using Lines = std::vector<std::string>;

Lines plain_lines(const std::string& text, std::size_t room) {
  Styled styled;
  styled.add(text);
  return fitted(styled, room, false);
}

}  // namespace

TEST_CASE("fitted: breaks at spaces, and inside words of more than a line") {
  CHECK(plain_lines("one two three", 7) == Lines{"one two", "three"});
  CHECK(plain_lines("a abcdefghij b", 4) == Lines{"a", "abcd", "efgh", "ij b"});
  CHECK(plain_lines("one two", 0) == Lines{"one two"});
  CHECK(plain_lines("one\n\ntwo ", 9) == Lines{"one", "", "two"});
  CHECK(plain_lines("", 9) == Lines{""});
  CHECK(plain_lines("ééééé", 2) == Lines{"éé", "éé", "é"});    // never inside a letter
  CHECK(plain_lines("漢漢漢", 3) == Lines{"漢", "漢", "漢"});  // two columns each
  CHECK(plain_lines("漢漢", 1) == Lines{"漢", "漢"});          // a letter a line, at the least
}

TEST_CASE("fitted: a no-break space holds words together and comes out as a space") {
  CHECK(plain_lines("see (p.\u00A03)", 9) == Lines{"see", "(p. 3)"});
}

TEST_CASE("fitted: a tone goes on on the next line") {
  Styled styled;
  styled.add("one ");
  styled.add("two three", Tone::Dim);
  styled.add(" four");
  CHECK(fitted(styled, 7, true) == Lines{"one \x1b[2mtwo\x1b[0m", "\x1b[2mthree\x1b[0m", "four"});
  CHECK(fitted(styled, 7, false) == Lines{"one two", "three", "four"});
}

TEST_CASE("shown_words: controls and marks that turn the direction of writing are '?'") {
  CHECK(shown_words("a\x1b[1m\tb\nc\u009B") == "a?[1m?b\nc?");
  CHECK(shown_words("\u202Aa\u202Eb\u2066c\u2069") == "?a?b?c?");
  CHECK(shown_words("\u200F\u2029\u202F\u2065\u2070€") == "\u200F\u2029\u202F\u2065\u2070€");
  CHECK(shown_words("\xE2\x80") == "\xE2\x80");  // broken UTF-8 is left as it is
}
