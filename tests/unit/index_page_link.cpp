#include <catch2/catch.hpp>

#include "index/page_link.hpp"

using namespace moot;

TEST_CASE("page_link: the user's url or the file, at its page, fit for an address") {
  struct Row {
    const char* url;
    const char* path;
    int page;
    const char* link;
  };
  const Row rows[] = {
      {"", "/papers/a.pdf", 14, "file:///papers/a.pdf#page=14"},
      {"", "/papers/a.pdf", 0, "file:///papers/a.pdf"},
      {"", "/papers/Budget 100% #1?.pdf", 2, "file:///papers/Budget%20100%25%20%231%3F.pdf#page=2"},
      {"", "/papers/Caf\xC3\xA9.pdf", 1, "file:///papers/Caf%C3%A9.pdf#page=1"},
      {"", "/papers/not\xFFutf8\n.pdf", 1, "file:///papers/not%FFutf8%0A.pdf#page=1"},
      {"", "/a'\"<>{}&.pdf", 0, "file:///a%27%22%3C%3E%7B%7D%26.pdf"},
      {"", "//host/a.pdf", 1, "file:////host/a.pdf#page=1"},
      {"", "papers/a.pdf", 3, ""},
      {"", "", 3, ""},
      {"https://marrow.example/a.pdf", "/papers/a.pdf", 14, "https://marrow.example/a.pdf#page=14"},
      {"http://marrow.example/a.pdf", "", 0, "http://marrow.example/a.pdf"},
      {"https://marrow.example/d?id=7&x=a%20b", "", 2,
       "https://marrow.example/d?id=7&x=a%20b#page=2"},
      {"https://marrow.example/50%.pdf", "", 1, "https://marrow.example/50%25.pdf#page=1"},
      {"https://marrow.example/a%2", "", 1, "https://marrow.example/a%252#page=1"},
      {"https://marrow.example/a#top", "", 5, "https://marrow.example/a#page=5"},
      {"https://marrow.example/a#top", "", 0, "https://marrow.example/a#top"},
      {"https://marrow.example/\"><script>{}'", "", 0,
       "https://marrow.example/%22%3E%3Cscript%3E%7B%7D%27"},
      {"https://marrow.example/caf\xC3\xA9", "", 0, "https://marrow.example/caf%C3%A9"},
      {"javascript:alert(1)", "/papers/a.pdf", 1, "file:///papers/a.pdf#page=1"},
  };
  for (const Row& row : rows) {
    INFO(row.url << " " << row.path);
    CHECK(page_link(row.url, row.path, row.page) == row.link);
  }
}
