#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/citation.hpp"
#include "cli/dates.hpp"

using namespace moot;
using Catch::Contains;
using nlohmann::json;

namespace {

Evidence on_pages(std::vector<int> pages) {
  Evidence evidence;
  for (const int page : pages) evidence.where.push_back({page, {}, {}});
  return evidence;
}

Record report() {
  Record record;
  record.id = "9f86d081884c7d65-p3";
  record.kind = "report";
  record.language = "en";
  record.title = "Benches & \"ponds\"";
  record.council = Council{"London Borough of Marrow", std::nullopt};
  record.body = "Cabinet";
  record.meeting_date = "2024-01-17";
  record.decision_number = "24/00007";
  record.recommendations = {{"2.1", "To mend them."}, {std::nullopt, "To note this."}};
  record.implications = {{"legal", "", "None.", std::nullopt}};
  record.source.path = "/papers/January/agenda 1.pdf";
  record.source.sha256 = "9f86d081884c7d659a2feaa0c55ad015";
  record.source.pages = {{3, 7}};
  record.evidence["/title"] = on_pages({3});
  record.evidence["/recommendations/0/text"] = on_pages({4, 5});
  record.evidence["/recommendations/1/text"] = on_pages({5});
  record.evidence["/implications/0/text"] = on_pages({6});
  return record;
}

Record minutes() {
  Record record = report();
  record.kind = "minutes";
  record.title.reset();
  record.decision_number.reset();
  record.items = {{"7", "Benches", "They were old.", {}}, {"7", "Ponds", "Deep.", {}}};
  record.evidence["/items/0/text"] = on_pages({4});
  record.evidence["/items/1/text"] = on_pages({4, 6});
  return record;
}

Citation cited(const Record& record, const std::string& typed, int page = 0) {
  const auto citation = cite(record, parse_cite_target(typed), page);
  REQUIRE(citation);
  return *citation;
}

}  // namespace

TEST_CASE("dates: as much as is known, in words") {
  CHECK(spoken_date("2024-01-07") == "7 January 2024");
  CHECK(spoken_date("2024-12") == "December 2024");
  CHECK(spoken_date("2024") == "2024");
  CHECK(spoken_date("2024-05-06T10:30:00Z") == "6 May 2024");
  for (const char* none :
       {"", "soon", "2024-13-01", "2024-01-00", "2024/01/02", "2024-1-2", "0000"}) {
    CHECK(spoken_date(none) == none);
    CHECK_FALSE(date_parts(none));
  }
}

TEST_CASE("cite: a paper, by all that is known of it") {
  CHECK(to_plain(cited(report(), "9f86d081884c7d65-p3")) ==
        "London Borough of Marrow, Cabinet. Benches & \"ponds\" (report, meeting of 17 January "
        "2024), decision 24/00007, pp. 3\xE2\x80\x93"
        "7 of agenda 1.pdf (SHA-256 9f86d081884c). "
        "Moot record 9f86d081884c7d65-p3.");
}

TEST_CASE("cite: a page, an item, a value") {
  const Citation page = cited(report(), "9f86", 5);
  CHECK(page.id == "9f86d081884c7d65-p3");
  CHECK_THAT(to_plain(page), Contains(", p. 5 of agenda 1.pdf"));
  CHECK(page.link == "file:///papers/January/agenda%201.pdf#page=5");
  const Citation value = cited(report(), "9f86#/recommendations/0");
  CHECK(value.id == "9f86d081884c7d65-p3#/recommendations/0");
  CHECK_THAT(to_plain(value), Contains(", recommendation 2.1, pp. 4\xE2\x80\x93"
                                       "5 of agenda"));
  CHECK(cited(report(), "x#/recommendations/1/text").part == "recommendation");
  CHECK(cited(report(), "x#/implications/0").part == "legal implications");
  CHECK(cited(report(), "x#/title").part == "title");
  const Citation item = cited(minutes(), "9f86/7B");
  CHECK(item.id == "9f86d081884c7d65-p3/7b");
  CHECK_THAT(to_plain(item),
             Contains("Marrow. Minutes, Cabinet, 17 January 2024, item 7: Ponds, pp. 4"));
  CHECK(cited(minutes(), "9f86-p3/7").first_page == 4);
}

TEST_CASE("cite: what the record does not have is told") {
  struct Row {
    const char* typed;
    int page;
    const char* message;
  };
  const Row rows[] = {{"9f86/8", 0, "no item '8'"},
                      {"9f86#/options/0", 0, "nothing at '/options/0'"},
                      {"9f86#title", 0, "nothing at 'title'"},
                      {"9f86", 2, "does not have page 2"},
                      {"9f86", 8, "does not have page 8"},
                      {"9f86/7b", 7, "does not stand on page 7"},
                      {"9f86#/items/1", 7, "does not stand on page 7"},
                      {"9f86/7#/title", 0, "not both"}};
  for (const Row& row : rows) {
    const auto citation = cite(minutes(), parse_cite_target(row.typed), row.page);
    REQUIRE_FALSE(citation);
    CHECK(citation.error().kind == ErrorKind::Usage);
    CHECK_THAT(citation.error().message, Contains(row.message));
  }
  Record page = report();
  page.source.pages.reset();
  CHECK_FALSE(cite(page, parse_cite_target("9f86"), 1));
}

TEST_CASE(
    "cite: an item by its id as it is written, and in letters of any size where that is one") {
  Record record = minutes();
  record.items = {{"7a", "Benches", "", {}}, {"7A", "Ponds", "", {}}, {"8a", "Swings", "", {}}};
  for (int i = 0; i < 3; ++i) {
    record.evidence["/items/" + std::to_string(i) + "/title"] = on_pages({4});
  }
  const std::vector<Entry> entries = to_entries(record, Document{});
  REQUIRE(entries.size() == 4);
  for (std::size_t i = 1; i < entries.size(); ++i) {
    CHECK(cited(record, entries[i].id).id == entries[i].id);
  }
  CHECK(cited(record, "9f86/8A").id == "9f86d081884c7d65-p3/8a");
  CHECK(cited(record, "9f86/8a", 4).first_page == 4);
}

TEST_CASE("cite: a paper of which nearly nothing is known") {
  Record record;
  record.id = "00ff-p1";
  record.kind = "other";
  record.source.path = "/a/b.txt";
  record.source.sha256 = "00ff";
  const Citation citation = cited(record, "00ff");
  CHECK(to_plain(citation) == "Other, b.txt (SHA-256 00ff). Moot record 00ff-p1.");
  CHECK(citation_key(citation) == "00ffp1");
  CHECK_THAT(to_bibtex(citation), Catch::StartsWith("@misc{00ffp1,\n  title "));
}

TEST_CASE("cite: url and the day of retrieval where the user gave them") {
  Record record = report();
  record.source.url = "https://marrow.example/a.pdf";
  record.source.retrieved = "2024-05-06T10:30:00Z";
  const Citation citation = cited(record, "9f86", 4);
  CHECK_THAT(to_plain(citation),
             Contains(" https://marrow.example/a.pdf#page=4, retrieved 6 May 2024. Moot"));
  CHECK_THAT(to_bibtex(citation), Contains("url         = {https://marrow.example/a.pdf#page=4}") &&
                                      Contains("urldate     = {2024-05-06}"));
}

TEST_CASE("to_bibtex: fields, and braces that balance whatever the paper says") {
  Record record = report();
  record.title = "50% of {Benches} & #1_a$b ~x^ \\end} }{";
  const std::string entry = to_bibtex(cited(record, "9f86", 5));
  CHECK_THAT(entry, Catch::StartsWith("@techreport{marrow202450-9f86d0p3,\n"));
  CHECK_THAT(entry, Contains("title       = {{50\\% of \\textbraceleft{}Benches\\textbraceright{} "
                             "\\& \\#1\\_a\\$b \\textasciitilde{}x\\textasciicircum{} "
                             "\\textbackslash{}end\\textbraceright{}"));
  CHECK_THAT(entry, Contains("institution = {{London Borough of Marrow}}") &&
                        Contains("month       = jan") && Contains("year        = {2024}") &&
                        Contains("pages       = {5}") && Contains("number      = {24/00007}"));
  CHECK(std::count(entry.begin(), entry.end(), '{') == std::count(entry.begin(), entry.end(), '}'));
}

TEST_CASE("to_bibtex: no control characters, also none of two bytes") {
  Record record = report();
  record.title =
      "Be\x01n\xC2\x85"
      "ches \xC2\xA3"
      "5";
  CHECK_THAT(to_bibtex(cited(record, "9f86")), Contains("{{Be n ches \xC2\xA3"
                                                        "5}}"));
}

TEST_CASE("to_csl_json: what the schema of CSL allows, and nothing else") {
  Record record = report();
  record.source.url = "https://marrow.example/a.pdf";
  record.source.retrieved = "2024-05-06";
  record.body = "Cab\xFFinet\n\x01";
  const json items = json::parse(
      to_csl_json({cited(record, "9f86#/recommendations/0"), cited(minutes(), "9f86/7")}));
  REQUIRE(items.size() == 2);
  const json& item = items[0];
  CHECK(item["id"] == "marrow2024benches-9f86d0p3-recommendations-0");
  CHECK(item["type"] == "report");
  CHECK(item["author"] == json::parse(R"([{"literal": "London Borough of Marrow"}])"));
  CHECK(item["issued"] == json::parse(R"({"date-parts": [[2024, 1, 17]]})"));
  CHECK(item["accessed"] == json::parse(R"({"date-parts": [[2024, 5, 6]]})"));
  CHECK(item["page"] == "3-7");
  CHECK(item["locator"] == "4-5");
  CHECK(item["section"] == "recommendation 2.1");
  CHECK(item["URL"] == "https://marrow.example/a.pdf#page=4");
  CHECK(items[1]["title"] == "Minutes, Cabinet, 17 January 2024");
  CHECK_FALSE(items[1].contains("URL"));
  // Of csl-data.json: texts but for these; no other names.
  const std::vector<std::string> known = {
      "id",       "type",   "title",   "author",           "publisher", "authority", "genre",
      "number",   "issued", "page",    "locator",          "section",   "URL",       "accessed",
      "language", "source", "archive", "archive_location", "note"};
  for (const json& each : items) {
    for (const auto& [name, value] : each.items()) {
      INFO(name);
      CHECK(std::find(known.begin(), known.end(), name) != known.end());
      const bool date = name == "issued" || name == "accessed";
      CHECK((date ? value.is_object() : name == "author" ? value.is_array() : value.is_string()));
    }
  }
}
