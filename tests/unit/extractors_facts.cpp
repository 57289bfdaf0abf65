#include "extractors/facts.hpp"

#include <catch2/catch.hpp>

#include "extractors/record_json.hpp"

using namespace moot;
using Catch::Matchers::Contains;

TEST_CASE("parse_facts_json: every key is read, and comes back from to_json") {
  const std::string json =
      R"({"url":"https://example.org/a.pdf","retrieved":"2024-05-06T10:30:00Z",)"
      R"("council":"Wealdshire","body":"Cabinet","meeting_date":"2024-04-30"})";
  const auto facts = parse_facts_json(json);
  REQUIRE(facts);
  CHECK(facts->url == "https://example.org/a.pdf");
  CHECK(facts->retrieved == "2024-05-06T10:30:00Z");
  CHECK(facts->council == "Wealdshire");
  CHECK(facts->body == "Cabinet");
  CHECK(facts->meeting_date == "2024-04-30");
  CHECK(to_json(*facts) == json);
}

TEST_CASE("parse_facts_json: what is null, blank or left out is not known") {
  const auto facts = parse_facts_json("\xEF\xBB\xBF{\"url\": null, \"body\": \" \\n \"}");
  REQUIRE(facts);
  CHECK(*facts == Facts());
  CHECK(to_json(*facts) == "{}");
}

TEST_CASE("parse_facts_json: a mistake is told in a sentence that says what is allowed") {
  struct Row {
    const char* json;
    const char* message;
  };
  const Row rows[] = {
      {"", "this is not JSON"},
      {"{\"url\":", "this is not JSON"},
      {"[]", "this JSON is not an object"},
      {R"({"councl": "x"})", "'councl' is no fact that Moot knows"},
      {R"({"body": 3})", "body is not a text"},
      {R"({"url": "javascript:go"})", "an address that begins with http:// or https://"},
      {R"({"url": "https://"})", "an address that begins with http:// or https://"},
      {R"({"url": "https://a b"})", "an address that begins with http:// or https://"},
      {R"({"meeting_date": "6 May 2024"})", "'6 May 2024' is not a day such as 2024-05-06"},
      {R"({"meeting_date": "2024-02-30"})", "is not a day"},
      {R"({"meeting_date": "2024-05-06T10:00"})", "is not a day"},
      {R"({"retrieved": "yesterday"})", "or a day and a time such as"},
      {R"({"retrieved": "2024-05-06T25:00"})", "or a day and a time such as"},
  };
  for (const Row& row : rows) {
    INFO(row.json);
    const auto facts = parse_facts_json(row.json);
    REQUIRE_FALSE(facts);
    CHECK(facts.error().kind == ErrorKind::Usage);
    CHECK_THAT(facts.error().message, Contains(row.message));
    CHECK_THAT(facts.error().hint, Contains("url, retrieved, council, body, meeting_date"));
  }
}

TEST_CASE("facts: the days and times that retrieved takes") {
  for (const char* when : {"2024-05-06", "2024-05-06T10:30", "2024-05-06 10:30:00",
                           "2024-05-06T10:30:00.25Z", "2024-05-06T10:30:00+01:00"}) {
    INFO(when);
    const auto facts = parse_facts_json(std::string(R"({"retrieved":")") + when + "\"}");
    REQUIRE(facts);
    CHECK(facts->retrieved == when);
  }
}

TEST_CASE("parse_facts_csv: columns in any order, quotes, CRLF, a byte order mark, blank lines") {
  const auto table = parse_facts_csv(
      "\xEF\xBB\xBF"
      "Council,path,url\r\n"
      "Wealdshire,a/one.pdf,https://example.org/1\r\n"
      "\r\n"
      "\"Upper, Middle and \"\"Lower\"\" Marrow\",\"a/two,\nthree.pdf\",\r\n"
      ",last.pdf,\"https://example.org/2\"");
  REQUIRE(table);
  CHECK(table->problems.empty());
  REQUIRE(table->rows.size() == 3);
  CHECK(table->rows[0].first == "a/one.pdf");
  CHECK(table->rows[0].second.council == "Wealdshire");
  CHECK(table->rows[0].second.url == "https://example.org/1");
  CHECK(table->rows[1].first == "a/two,\nthree.pdf");
  CHECK(table->rows[1].second.council == "Upper, Middle and \"Lower\" Marrow");
  CHECK_FALSE(table->rows[1].second.url);
  CHECK(table->rows[2].first == "last.pdf");
  CHECK(table->rows[2].second.url == "https://example.org/2");
}

TEST_CASE("parse_facts_csv: a line with a mistake costs that line, and is told by its number") {
  const auto table = parse_facts_csv(
      "path,meeting_date\n"
      "\"good\n1\",2024-05-06\n"     // lines 2 and 3
      "bad day,6.5.24\n"             // 4
      "short\n"                      // 5
      "long,2024-05-06,more\n"       // 6
      ",2024-05-06\n"                // 7
      "a \"quote\",2024-05-06\n"     // 8
      "\"closed\"twice,\n"           // 9
      "bytes\xFF,\n"                 // 10
      "good2,\n"                     // 11
      "good2,2024-05-06\n"           // 12
      "\"never closed,2024-05-06\n"  // 13
      "good3,2024-05-07\n");
  REQUIRE(table);
  std::vector<std::string> paths;
  for (const auto& [path, facts] : table->rows) paths.push_back(path);
  CHECK(paths == std::vector<std::string>{"good\n1", "good2", "good3"});
  struct Row {
    std::size_t line;
    const char* message;
  };
  const Row rows[] = {{4, "meeting_date '6.5.24' is not a day such as 2024-05-06"},
                      {5, "there are 1 values, and the table has 2 columns"},
                      {6, "there are 3 values, and the table has 2 columns"},
                      {7, "the path is empty"},
                      {8, "a quote stands inside a value without quotes"},
                      {9, "between a closing quote and the next comma"},
                      {10, "path is not UTF-8"},
                      {12, "the path stands in line 11 already"},
                      {13, "a quote is opened and never closed"}};
  REQUIRE(table->problems.size() == std::size(rows));
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    CHECK(table->problems[i].line == rows[i].line);
    CHECK_THAT(table->problems[i].message, Contains(rows[i].message));
  }
}

TEST_CASE("parse_facts_csv: names of columns that cannot be understood refuse the table") {
  struct Row {
    const char* text;
    const char* message;
  };
  const Row rows[] = {{"", "the table is empty"},
                      {"url,body\n", "has no column 'path'"},
                      {"path,notes\n", "has a column 'notes', which is no fact"},
                      {"path,url,URL\n", "has the column 'url' twice"},
                      {"path;url\n", "has a column 'path;url'"},
                      {"\"path,url\n", "first line is damaged"}};
  for (const Row& row : rows) {
    INFO(row.text);
    const auto table = parse_facts_csv(row.text);
    REQUIRE_FALSE(table);
    CHECK_THAT(table.error().message, Contains(row.message));
    CHECK_THAT(table.error().hint, Contains("path, and any of url, retrieved"));
  }
}

TEST_CASE("parse_facts_csv: quotes that nobody closed do not make the time grow with its square") {
  std::string text = "path\n";
  for (int i = 0; i < 200'000; ++i) text += "\"\"\"\n";
  const auto table = parse_facts_csv(text + "x\n");
  REQUIRE(table);
  CHECK(table->rows.back().first == "x");
}

TEST_CASE("apply_facts: facts fill what the paper leaves open, and say that they were given") {
  Record record;
  const Facts facts{"https://example.org/a.pdf", "2024-05-06", "Kent", "Cabinet", "2024-04-30"};
  apply_facts(facts, record);
  CHECK(record.source.url == "https://example.org/a.pdf");
  CHECK(record.source.retrieved == "2024-05-06");
  REQUIRE(record.council);
  CHECK(record.council->name == "Kent County Council");
  CHECK(record.council->code == "E10000016");
  CHECK(record.body == "Cabinet");
  CHECK(record.meeting_date == "2024-04-30");
  REQUIRE(record.evidence.size() == 3);
  for (const char* pointer : {"/council", "/body", "/meeting_date"}) {
    INFO(pointer);
    REQUIRE(record.evidence.count(pointer) == 1);
    const Evidence& evidence = record.evidence.at(pointer);
    CHECK(evidence.basis == Basis::Given);
    CHECK(evidence.rule == "given");
    CHECK_FALSE(evidence.confidence);
    CHECK(evidence.where.empty());
  }
}

TEST_CASE("apply_facts: what the paper says stands, but for where its file came from") {
  Record record;
  record.source.url = "https://example.org/old.pdf";
  record.council = Council{"Upper Wickleford Parish Council", {}};
  record.body = "Planning Committee";
  record.meeting_date = "2020-01-01";
  record.evidence["/body"] = {{}, "test", 0.5, Basis::Stated};
  const std::string before = to_json(record);
  apply_facts(Facts(), record);
  CHECK(to_json(record) == before);
  apply_facts({"https://example.org/a.pdf", {}, "Kent", "Cabinet", "2024-04-30"}, record);
  CHECK(record.source.url == "https://example.org/a.pdf");
  CHECK(record.council->name == "Upper Wickleford Parish Council");
  CHECK(record.body == "Planning Committee");
  CHECK(record.meeting_date == "2020-01-01");
  CHECK(record.evidence.at("/body").basis == Basis::Stated);
  CHECK(record.evidence.size() == 1);
}

TEST_CASE("apply_facts: a council that the gazetteer does not know is kept as given") {
  Record record;
  apply_facts({{}, {}, "Nether  Pellow Parish Council", {}, {}}, record);
  REQUIRE(record.council);
  CHECK(record.council->name == "Nether Pellow Parish Council");
  CHECK_FALSE(record.council->code);
}
