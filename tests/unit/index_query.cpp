#include <catch2/catch.hpp>

#include <chrono>

#include "extractors/record.hpp"
#include "index/query.hpp"
#include "index/query_date.hpp"
#include "index/query_fields.hpp"

using namespace moot;

namespace {

struct Row {
  const char* query;
  const char* tree;
};

std::string tree_of(const std::string& query) {
  const auto parsed = parse_query(query);
  return parsed ? to_string(parsed->root) : "error: " + parsed.error().message;
}

}  // namespace

TEST_CASE("parse_query: words, phrases, OR, NOT, brackets, NEAR and word*") {
  const Row rows[] = {
      {"equality", "(word equality)"},
      {"equality duty", "(and (word equality) (word duty))"},
      {"equality AND duty", "(and (word equality) (word duty))"},
      {"\"equality duty\"", "(phrase equality duty)"},
      {"\xE2\x80\x9C"
       "equality duty\xE2\x80\x9D",
       "(phrase equality duty)"},
      {"\"duty\"", "(word duty)"},
      {"e-mail", "(phrase e-mail)"},
      {"a b OR c d", "(or (and (word a) (word b)) (and (word c) (word d)))"},
      {"a (b OR c)", "(and (word a) (or (word b) (word c)))"},
      {"a or b", "(and (word a) (word or) (word b))"},
      {"a -b", "(and (word a) (not (word b)))"},
      {"a NOT (b c)", "(and (word a) (not (and (word b) (word c))))"},
      {"-a", "(not (word a))"},
      {"a - b", "(and (word a) (word b))"},
      {"well-being", "(phrase well-being)"},
      {"a NEAR/5 b", "(near/5 a b)"},
      {"a NEAR b NEAR/20 c", "(near/20 a b c)"},
      {"strat*", "(prefix strat)"},
      {"*", "(all)"},
      {"* * *", "(all)"},
      {"-in:minutes benches", "(and (not (filter kind minutes)) (word benches))"},
      {"* benches *", "(word benches)"},
      {"cost & **** benefit", "(and (word cost) (word benefit))"},
      {"10:30", "(phrase 10:30)"},
      {"((a))", "(word a)"},
  };
  for (const Row& row : rows) {
    INFO(row.query);
    CHECK(tree_of(row.query) == row.tree);
  }
}

TEST_CASE("parse_query: filters") {
  const Row rows[] = {
      {"council:kent", "(filter council kent)"},
      {"council:\"Kent County Council\"", "(filter council Kent County Council)"},
      {"Kind:\"Decision notice\"", "(filter kind decision_notice)"},
      {"key:YES", "(filter key yes)"},
      {"number:23/00120", "(filter number 23/00120)"},
      {"date:2023", "(dates 2023-01-01..2023-12-31)"},
      {"date:2019..2023-02", "(dates 2019-01-01..2023-02-28)"},
      {"date:2021-04..", "(dates 2021-04-01..)"},
      {"a council:x council:y kind:report",
       "(and (word a) (or (filter council x) (filter council y)) (filter kind report))"},
      {"-council:x -council:y", "(and (not (filter council x)) (not (filter council y)))"},
      {"person:\"Jane Smith\"", "(filter person Jane Smith)"},
      {"type:\"london borough\"", "(filter type london borough)"},
      {"region:East", "(filter region East)"},
      {"nation:wales", "(filter nation wales)"},
      {"standing:NO", "(filter standing no)"},
      {"date:2019 date:2021", "(or (dates 2019-01-01..2019-12-31) (dates 2021-01-01..2021-12-31))"},
  };
  for (const Row& row : rows) {
    INFO(row.query);
    CHECK(tree_of(row.query) == row.tree);
  }
}

TEST_CASE("parse_query: in: is for the words of its group") {
  const Row rows[] = {
      {"equality duty in:legal", "(and (word equality @legal) (word duty @legal))"},
      {"in:legal \"equality duty\" cost*",
       "(and (phrase equality duty @legal) (prefix cost @legal))"},
      {"a in:legal in:risk", "(or (word a @legal) (word a @risk))"},
      {"a in:legal OR b", "(or (word a @legal) (word b))"},
      {"(a in:legal) b", "(and (word a @legal) (word b))"},
      {"(a in:legal) b in:risk", "(and (word a @legal) (word b @risk))"},
      {"(a OR b) in:legal", "(or (word a @legal) (word b @legal))"},
      {"in:legal", "(filter in legal)"},
      {"in:legal kind:report", "(and (filter kind report) (filter in legal))"},
      {"-in:legal", "(not (filter in legal))"},
      {"in:legal -cost", "(and (not (word cost @legal)) (filter in legal))"},
      {"a in:data-protection", "(word a @data_protection)"},
      {"a in:implications", "(word a @implications)"},
      {"a in:minutes", "(and (word a) (filter kind minutes))"},
      {"a in:minutes in:legal", "(or (and (word a) (filter kind minutes)) (word a @legal))"},
      {"in:minutes", "(filter kind minutes)"},
  };
  for (const Row& row : rows) {
    INFO(row.query);
    CHECK(tree_of(row.query) == row.tree);
  }
}

TEST_CASE("parse_query: sort: says the order and is no filter") {
  struct Order {
    const char* query;
    Sort sort;
    const char* tree;
  };
  const Order rows[] = {
      {"a b", Sort::Relevance, "(and (word a) (word b))"},
      {"a sort:date b", Sort::Newest, "(and (word a) (word b))"},
      {"(a sort:oldest) OR b", Sort::Oldest, "(or (word a) (word b))"},
      {"sort:Council", Sort::Council, "(all)"},
      {"a sort:date Sort:relevance", Sort::Relevance, "(word a)"},
  };
  for (const Order& row : rows) {
    INFO(row.query);
    const auto parsed = parse_query(row.query);
    REQUIRE(parsed);
    CHECK(parsed->sort == row.sort);
    CHECK(to_string(parsed->root) == row.tree);
  }
}

TEST_CASE("to_query_text: a query that means the same") {
  for (const char* query :
       {"equality", "equality duty", "\"equality duty\"", "a OR (b c)", "a -b", "-(a b)",
        "a NEAR/5 b NEAR/5 c", "strat*", "*", "council:\"Kent County Council\"", "date:2019..2021",
        "date:2021-04-01..", "duty in:legal", "kind:report (a OR b)"}) {
    INFO(query);
    const auto parsed = parse_query(query);
    REQUIRE(parsed);
    const std::string text = to_query_text(parsed->root);
    INFO(text);
    const auto again = parse_query(text);
    REQUIRE(again);
    CHECK(again->root == parsed->root);
  }
}

TEST_CASE("parse_query: mistakes are shown where they stand") {
  struct Mistake {
    const char* query;
    const char* where;
    const char* part_of_message;
    const char* part_of_hint;
  };
  const Mistake rows[] = {
      {"", "column 1", "empty", "*"},
      {"  ", "column 1", "empty", "*"},
      {"**** &", "column 1", "no word", "*"},
      {"a (b", "column 3", "not closed", ")"},
      {"a)", "column 2", "not opened", ""},
      {")", "column 1", "not opened", ""},
      {"a ()", "column 4", "nothing in these brackets", ""},
      {"say \"b c", "column 5", "not closed", ""},
      {"a OR", "column 3", "OR needs a word on each side", "small letters"},
      {"OR a", "column 1", "OR needs a word on each side", ""},
      {"a OR OR b", "column 6", "OR needs", ""},
      {"AND a", "column 1", "AND needs", ""},
      {"a AND", "column 3", "AND needs", ""},
      {"NEAR b", "column 1", "NEAR needs", ""},
      {"a NEAR/5 \"b c\"", "column 10", "NEAR needs a plain word", ""},
      {"a NEAR/0 b", "column 3", "'NEAR/0' is not a distance", "NEAR/50"},
      {"a NEAR/999999999999 b", "column 3", "not a distance", ""},
      {"a NOT", "column 6", "NOT needs a word", ""},
      {"x*", "column 1", "letters of one word", ""},
      {"t\xC5\xB7 concil:kent", "column 4", "no field 'concil'", "did you mean council?"},
      {"a in:legl", "column 3", "'legl' is nothing that in: knows", "did you mean legal?"},
      {"kind:memo", "column 1", "'memo'", "report"},
      {"key:perhaps", "column 1", "'perhaps'", "yes, no"},
      {"date:2023-13", "column 1", "'2023-13' names no month", "date:2019..2023"},
      {"date:2023..2019", "column 1", "runs backwards", ""},
      {"date:2025-02-30", "column 1", "names no day of the calendar", ""},
      {"date:2023-24", "column 1", "names no month", ""},
      {"date:soon", "column 1", "is not a date or range", ""},
      {"council: kent", "column 1", "nothing stands behind 'council:'", "without a space"},
      {"council:!!", "column 1", "no word", ""},
      {"road title:comm*", "column 6", "has a star", "only in plain words"},
      {"council:ken*", "column 1", "'ken*'", "council:"},
      {"council:\"ken* county\"", "column 1", "has a star", "in full"},
      {"number:24/0010*", "column 1", "has a star", "number:23/00120"},
      {"foo\x01:x \x02\x03(", "column 10", "not closed", ""},
  };
  for (const Mistake& row : rows) {
    INFO(row.query);
    const auto parsed = parse_query(row.query);
    REQUIRE(!parsed);
    CHECK(parsed.error().kind == ErrorKind::BadQuery);
    CHECK(parsed.error().where == row.where);
    CHECK_THAT(parsed.error().message, Catch::Contains(row.part_of_message));
    CHECK_THAT(parsed.error().hint, Catch::Contains(row.part_of_hint));
  }
}

TEST_CASE("parse_query: hostile queries are answered quickly") {
  std::string words, brackets, nots, fields;
  for (int i = 0; i < 10000; ++i) words += "word ";
  for (int i = 0; i < 8000; ++i) brackets += '(';
  for (int i = 0; i < 2000; ++i) nots += "NOT ";
  for (int i = 0; i < 300; ++i) fields += "in:legal ";
  const std::string controls("a\0b\x1b[31m\x7f \xFF\xFE:\"x\"", 16);
  const auto start = std::chrono::steady_clock::now();
  for (const std::string& query :
       {words, brackets, nots + "a", fields, controls, std::string(8000, '*'),
        std::string(8000, '"'), std::string(8000, '-'), std::string(8000, ':')}) {
    const auto parsed = parse_query(query);
    if (!parsed) CHECK(parsed.error().kind == ErrorKind::BadQuery);
  }
  CHECK(!parse_query(words));
  CHECK(!parse_query(brackets));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

TEST_CASE("parse_query: messages hold no control characters") {
  const auto parsed = parse_query(std::string("kind:\"a\x1b[31m\x01\xFF\""));
  REQUIRE(!parsed);
  for (const char c : parsed.error().message) CHECK(static_cast<unsigned char>(c) >= 0x20);
  CHECK(parsed.error().message.find('\xFF') == std::string::npos);
}

TEST_CASE("parse_date_range: which ranges there are") {
  struct Dates {
    const char* text;
    const char* from;
    const char* to;
  };
  const Dates rows[] = {
      {"2024", "2024-01-01", "2024-12-31"},
      {"2024-02", "2024-02-01", "2024-02-29"},
      {"2023-05-01", "2023-05-01", "2023-05-01"},
      {"..2020", "", "2020-12-31"},
      {"2020-05..", "2020-05-01", ""},
      {"2019..2019", "2019-01-01", "2019-12-31"},
  };
  for (const Dates& row : rows) {
    INFO(row.text);
    CHECK(parse_date_range(row.text) == DateRange{row.from, row.to});
  }
  for (const char* bad : {"", "..", "23", "2023-2", "2023-02-30", "2023-00", "01/05/2023",
                          "2023..x", "2023...2024", "20233", "-023", "2023-05-011"}) {
    INFO(bad);
    CHECK(!parse_date_range(bad));
  }
}

TEST_CASE("query_fields: every field has a name, a prefix of its own and an example that parses") {
  std::vector<std::string> prefixes;
  for (const QueryField& field : query_fields()) {
    INFO(field.name);
    prefixes.emplace_back(field.prefix);
    CHECK(std::string(field.help) != "");
    const auto parsed = parse_query(field.example);
    REQUIRE(parsed);
    CHECK_THAT(field.example, Catch::Contains(std::string(field.name) + ":"));
  }
  for (const PassageField& field : passage_field_table()) {
    if (std::string(field.name) != "title") prefixes.emplace_back(field.prefix);
  }
  std::sort(prefixes.begin(), prefixes.end());
  CHECK(std::adjacent_find(prefixes.begin(), prefixes.end()) == prefixes.end());
}

TEST_CASE("passage_fields: each part of a record can be named by in:") {
  Record record;
  record.summary = record.proposed_decision = record.reasons = record.consultation = "x";
  record.conflicts_of_interest = record.dispensations = "x";
  record.recommendations = record.resolutions = record.options = {{std::nullopt, "x"}};
  for (const std::string& kind : implication_kinds()) {
    record.implications.push_back({kind, "", "x", std::nullopt});
  }
  for (const Part& part : parts(record)) {
    INFO(part.field);
    CHECK(parse_query("x in:" + part.field));
  }
}
