#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/news.hpp"
#include "tests/support/feed.hpp"

using namespace moot;
using namespace moot::test;

namespace {

Hit hit_of(const std::string& id, const std::string& title) {
  Hit hit;
  hit.rank = 1;
  hit.page = 4;
  hit.field = "legal";
  hit.entry.id = hit.entry.record_id = id;
  hit.entry.kind = "report";
  hit.entry.council = "Little Marrow Parish Council";
  hit.entry.date = "2024-01-17";
  hit.entry.title = title;
  hit.entry.path = "/papers/a & b.pdf";
  hit.entry.url = "https://council.example/papers?year=2024&id=7";
  hit.snippet.text = "the duty to mend <benches> & \"ponds\"";
  return hit;
}

WatchNews news_of(const std::string& name, std::vector<Pick> chosen) {
  WatchNews news;
  news.watch.name = name;
  news.watch.search.query = "benches <b> & \"ponds\"";
  news.watch.added = "2026-03-01T09:30:00Z";
  news.query = *parse_query("benches");
  news.picks = std::move(chosen);
  return news;
}

NewsHead sample_head() {
  NewsHead head;
  head.now = "2026-03-09T10:00:00Z";
  head.feed = "parks";
  head.title = "Moot: parks";
  return head;
}

/// The whole of it; the title of each hit is that of its id in `titles`.
std::string all_of(NewsForm& form, const std::vector<WatchNews>& all,
                   const std::map<std::string, std::string>& titles = {}) {
  std::string out = form.begin(all);
  for (WatchNews news : all) {
    out += form.begin_watch(news);
    for (const Pick& pick : news.picks) {
      const auto title = titles.find(pick.id);
      out += form.hit(hit_of(pick.id, title == titles.end() ? "Benches" : title->second), pick);
      if (pick.is_new) news.told.push_back(pick.id);
    }
    out += form.end_watch(news);
  }
  return out + form.end();
}

std::string feed_of(const std::vector<WatchNews>& all,
                    const std::map<std::string, std::string>& titles = {}) {
  return all_of(*atom_news(sample_head()), all, titles);
}

const std::string kNow = "2026-03-09T10:00:00Z";
const std::string kBefore = "2026-03-05T10:00:00Z";

}  // namespace

TEST_CASE("atom: a feed has what RFC 4287 asks for") {
  const Feed feed =
      read_feed(feed_of({news_of("parks", {{"a", kNow, true}, {"b", kBefore, false}})}));
  CHECK(feed.faults == std::vector<std::string>{});
  CHECK(child(feed.head, "title") == "Moot: parks");
  CHECK(child(feed.head, "updated") == kNow);
  CHECK(child(feed.head, "subtitle") == "parks: benches <b> & \"ponds\"");
  REQUIRE(feed.entries.size() == 2);
  CHECK(child(feed.entries[0], "updated") == kNow);
  CHECK(child(feed.entries[1], "updated") == kBefore);
  CHECK(child(feed.entries[0], "category") == "parks");
  CHECK(child(feed.entries[0], "author") == "Little Marrow Parish Council");
  CHECK(child(feed.entries[0], "link") == "https://council.example/papers?year=2024&id=7#page=4");
  CHECK(child(feed.entries[0], "summary") ==
        "Little Marrow Parish Council, 2024-01-17, Report, page 4: "
        "the duty to mend <benches> & \"ponds\"");
}

TEST_CASE("atom: titles with markup, control characters and what is no UTF-8") {
  struct Row {
    const char* title;
    const char* shown;
  };
  const Row rows[] = {{"a < b & c > d \"e\" 'f'", "a < b & c > d \"e\" 'f'"},
                      {"]]> <script>", "]]> <script>"},
                      {"a\x01"
                       "b\x1B[31m\x7F",
                       "a\xEF\xBF\xBD"
                       "b\xEF\xBF\xBD[31m\xEF\xBF\xBD"},
                      {"\xFF\xC3", "\xEF\xBF\xBD\xEF\xBF\xBD"},
                      {"\xEF\xBF\xBE\xEF\xBF\xBF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
                      {"", "Report (no title)"}};
  for (const Row& row : rows) {
    const Feed feed =
        read_feed(feed_of({news_of("parks", {{"a", kNow, true}})}, {{"a", row.title}}));
    INFO(row.shown);
    CHECK(feed.faults == std::vector<std::string>{});
    REQUIRE(feed.entries.size() == 1);
    CHECK(child(feed.entries[0], "title") == row.shown);
  }
}

TEST_CASE("atom: what two watches tell is one entry in two categories") {
  const Feed feed = read_feed(
      feed_of({news_of("parks", {{"a", kBefore, false}}), news_of("seats", {{"a", kNow, true}})}));
  CHECK(feed.faults == std::vector<std::string>{});
  REQUIRE(feed.entries.size() == 1);
  CHECK(feed.entries[0].count("category") == 2);
  CHECK(child(feed.entries[0], "updated") == kNow);
}

TEST_CASE("atom: a feed of nothing is a feed, of when the watch was added") {
  const Feed feed = read_feed(feed_of({news_of("parks", {})}));
  CHECK(feed.faults == std::vector<std::string>{});
  CHECK(feed.entries.empty());
  CHECK(child(feed.head, "updated") == "2026-03-01T09:30:00Z");
}

TEST_CASE("atom: an entry that no link leads to has content") {
  auto form = atom_news(sample_head());
  const std::vector<WatchNews> all = {news_of("parks", {{"a", kNow, true}})};
  Hit hit = hit_of("a", "Benches");
  hit.entry.path = "a.pdf";
  hit.entry.url.clear();
  std::string out = form->begin(all);
  out += form->hit(hit, all[0].picks[0]);
  const Feed feed = read_feed(out + form->end());
  CHECK(feed.faults == std::vector<std::string>{});
  REQUIRE(feed.entries.size() == 1);
  CHECK(feed.entries[0].count("link") == 0);
  CHECK_FALSE(child(feed.entries[0], "content").empty());
}

TEST_CASE("uuid_of: stable, and of version 8") {
  // The first 128 bits of SHA-256("abc") are ba7816bf-8f01-cfea-4141-40de5dae2223.
  CHECK(uuid_of("abc") == "urn:uuid:ba7816bf-8f01-8fea-8141-40de5dae2223");
}

TEST_CASE("news as JSON: one object, with the hits of moot.hits/1 and when they were told") {
  WatchNews failed = news_of("gone", {});
  failed.watch.added.clear();
  failed.problem = fail(ErrorKind::Usage, "there is no watch of this name");
  const std::vector<WatchNews> all = {news_of("parks", {{"a", kNow, true}, {"b", kBefore, false}}),
                                      failed};
  const auto json = nlohmann::json::parse(all_of(*json_news(sample_head()), all));
  CHECK(json["schema"] == "moot.news/1");
  CHECK(json["made"] == kNow);
  CHECK(json["since"] == nullptr);
  REQUIRE(json["watches"].size() == 2);
  const auto& parks = json["watches"][0];
  CHECK(parks["name"] == "parks");
  CHECK(parks["query"] == "benches <b> & \"ponds\"");
  CHECK(parks["understood"] == "(word benches)");
  CHECK(parks["new"] == 1);
  CHECK(parks["problem"] == nullptr);
  REQUIRE(parks["hits"].size() == 2);
  CHECK(parks["hits"][1]["told"] == kBefore);
  CHECK(parks["hits"][0]["source"]["path"] == "/papers/a & b.pdf");
  CHECK(json["watches"][1]["problem"] == "there is no watch of this name");
  CHECK(nlohmann::json::parse(all_of(*json_news(sample_head()), {}))["watches"].empty());
}

TEST_CASE("news as text: a watch without news says nothing") {
  const std::vector<WatchNews> all = {news_of("quiet", {}),
                                      news_of("parks", {{"a", kNow, true}, {"b", kBefore, false}})};
  const std::string text = all_of(*text_news(sample_head()), all);
  CHECK_THAT(text, Catch::StartsWith("parks: benches <b> & \"ponds\"\n\n  1. Benches\n"));
  CHECK_THAT(text, Catch::Contains("     told before, on 5 March 2026\n"));
  CHECK_THAT(text, Catch::EndsWith("1 new entry, 1 told before\n"));
}
