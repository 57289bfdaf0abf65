#include <catch2/catch.hpp>

#include "index/snippet.hpp"
#include "index/words.hpp"

using namespace moot;

namespace {

/// Marks at each place where one of the words stands.
std::vector<Mark> marks_at(const std::string& text, const std::vector<std::string>& words) {
  std::vector<Mark> marks;
  for (const Token& token : tokenise(text)) {
    for (std::size_t leaf = 0; leaf < words.size(); ++leaf) {
      if (token.folded == words[leaf]) marks.push_back({{token.begin, token.end}, leaf});
    }
  }
  return marks;
}

bool is_utf8_edge(const std::string& text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

std::vector<std::string> highlighted(const Snippet& snippet) {
  std::vector<std::string> out;
  for (const TextRange& range : snippet.highlights) {
    out.push_back(snippet.text.substr(range.begin, range.end - range.begin));
  }
  return out;
}

}  // namespace

TEST_CASE("make_snippet: a short passage comes whole, on one line") {
  const std::string text = "The duty applies.\nIt is noted.";
  const Snippet snippet = make_snippet(text, marks_at(text, {"duty", "noted"}), 240);
  CHECK(snippet.text == "The duty applies. It is noted.");
  CHECK(highlighted(snippet) == std::vector<std::string>{"duty", "noted"});
}

TEST_CASE("make_snippet: without marks it starts at the start") {
  const Snippet snippet = make_snippet("one two three four five", {}, 10);
  CHECK(snippet.text == "one two \u2026");
  CHECK(snippet.highlights.empty());
}

TEST_CASE("make_snippet: it is cut where most different words stand together") {
  std::string text = "duty duty duty duty. ";
  for (int i = 0; i < 60; ++i) text += "filler ";
  text += "the equality duty of the council ";
  for (int i = 0; i < 60; ++i) text += "filler ";
  const Snippet snippet = make_snippet(text, marks_at(text, {"equality", "duty"}), 80);
  CHECK_THAT(snippet.text, Catch::Contains("the equality duty of the council"));
  CHECK_THAT(snippet.text, Catch::StartsWith("\u2026 filler"));
  CHECK_THAT(snippet.text, Catch::EndsWith("filler \u2026"));
  CHECK(highlighted(snippet) == std::vector<std::string>{"equality", "duty"});
  CHECK(snippet.text.size() < 80 + 10);
}

TEST_CASE("make_snippet: letters are never cut and highlights lie inside, whatever the length") {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "T\xC5\xB7 \xE2\x80\x98M\xC3\xB4n\xE2\x80\x99 ";
  for (int i = 0; i < 100; ++i) text += "\xE2\x82\xAC";
  const auto marks = marks_at(text, {"mon", "ty"});
  for (std::size_t length = 0; length < 300; ++length) {
    const Snippet snippet = make_snippet(text, marks, length);
    INFO(length << ": " << snippet.text);
    std::size_t last = 0;
    for (const TextRange& range : snippet.highlights) {
      REQUIRE(range.begin >= last);
      REQUIRE(range.end > range.begin);
      REQUIRE(range.end <= snippet.text.size());
      REQUIRE(is_utf8_edge(snippet.text, range.begin));
      REQUIRE(is_utf8_edge(snippet.text, range.end));
      last = range.end;
    }
    REQUIRE(!snippet.highlights.empty());
    REQUIRE(is_utf8_edge(snippet.text, 0));
    REQUIRE((static_cast<unsigned char>(snippet.text.back()) != 0xE2));
  }
}

TEST_CASE("make_snippet: a long word without spaces is shown whole when it is found") {
  const std::string text = std::string(500, 'x') + " end";
  const Snippet snippet = make_snippet(text, {{{0, 500}, 0}}, 100);
  CHECK(highlighted(snippet) == std::vector<std::string>{std::string(500, 'x')});
}
