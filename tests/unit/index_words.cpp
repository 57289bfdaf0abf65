#include <catch2/catch.hpp>

#include "index/words.hpp"

using moot::folded_words;
using moot::squeeze;
using moot::tokenise;
using Words = std::vector<std::string>;

TEST_CASE("tokenise: what is a word, and how it is compared") {
  struct Row {
    const char* text;
    Words words;
  };
  const Row rows[] = {
      {"", {}},
      {"**** & -- \xE2\x80\xA2", {}},
      {"The Equality Duty", {"the", "equality", "duty"}},
      {"23/00120", {"23", "00120"}},
      {"\xC2\xA3"
       "1,234,567 in 1,2,3",
       {"1234567", "in", "1", "2", "3"}},
      {"12,3456", {"12", "3456"}},
      {"council's council\xE2\x80\x99s 'quoted'", {"council's", "council's", "quoted"}},
      {"e-mail snake_case", {"e", "mail", "snake", "case"}},
      {"T\xC5\xB7 Ynys M\xC3\xB4n D\xC5\xB5r", {"ty", "ynys", "mon", "dwr"}},
      {"cafe\xCC\x81 \xC3\x86sop stra\xC3\x9F"
       "e",
       {"cafe", "aesop", "strasse"}},
      {"bad \xFF\xFE bytes", {"bad", "yth", "bytes"}},
      {"100%", {"100"}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(folded_words(row.text) == row.words);
  }
}

TEST_CASE("tokenise: places are bytes of the text") {
  const std::string text = "M\xC3\xB4n's 1,200 ";
  const auto words = tokenise(text);
  REQUIRE(words.size() == 2);
  CHECK(text.substr(words[0].begin, words[0].end - words[0].begin) == "M\xC3\xB4n's");
  CHECK(text.substr(words[1].begin, words[1].end - words[1].begin) == "1,200");
}

TEST_CASE("tokenise: a word without end is cut between letters") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "\xD0\xB6";  // Cyrillic zhe
  const auto words = tokenise("x" + text);
  REQUIRE(words.size() == 1);
  CHECK(words[0].folded.size() == 63);
}

TEST_CASE("squeeze: references are the same with and without punctuation") {
  CHECK(squeeze("23/00120") == "2300120");
  CHECK(squeeze("CAB018 - 07/2009") == "cab018072009");
  CHECK(squeeze("R&ED/16/13") == squeeze("red1613"));
}
