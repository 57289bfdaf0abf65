#include <catch2/catch.hpp>

#include "cli/search_query.hpp"

using namespace moot;

namespace {

SearchCommand words(const char* query) {
  SearchCommand command;
  command.query = query;
  return command;
}

}  // namespace

TEST_CASE("to_query: an option means the same as its filter in the query language") {
  struct Row {
    void (*set)(SearchCommand&);
    const char* query;
  };
  const Row rows[] = {
      {[](SearchCommand& c) { c.council = {"Kent County Council"}; },
       "budget council:\"Kent County Council\""},
      {[](SearchCommand& c) {
         c.kind = {"report", "minutes"};
       },
       "budget kind:report kind:minutes"},
      {[](SearchCommand& c) { c.body = {"cabinet"}; }, "budget body:cabinet"},
      {[](SearchCommand& c) { c.key = "yes"; }, "budget key:yes"},
      {[](SearchCommand& c) { c.from = "2021", c.to = "2023-06"; }, "budget date:2021..2023-06"},
      {[](SearchCommand& c) { c.from = "2021-04"; }, "budget date:2021-04.."},
      {[](SearchCommand& c) { c.to = "2021"; }, "budget date:..2021"},
      {[](SearchCommand& c) { c.in = "legal"; }, "budget in:legal"},
      {[](SearchCommand& c) { c.council = {"Kent"}, c.kind = {"report"}; },
       "budget council:\"Kent\" kind:report"},
  };
  for (const Row& row : rows) {
    SearchCommand command = words("budget");
    row.set(command);
    const Result<Query> with_option = to_query(command);
    const Result<Query> typed = parse_query(row.query);
    INFO(row.query);
    REQUIRE(with_option);
    REQUIRE(typed);
    CHECK(to_string(with_option->root) == to_string(typed->root));
  }
}

TEST_CASE("to_query: words and options stand side by side, as typed filters do") {
  SearchCommand command = words("parking charges");
  command.council = {"Kent"};
  const Result<Query> query = to_query(command);
  REQUIRE(query);
  CHECK(query->root == parse_query("parking charges council:Kent")->root);
}

TEST_CASE("to_query: --sort and --in take what the query language takes") {
  SearchCommand command = words("budget");
  command.sort = "oldest";
  command.in = "minutes";
  const Result<Query> query = to_query(command);
  REQUIRE(query);
  CHECK(query->sort == Sort::Oldest);
  CHECK(query->root == parse_query("budget in:minutes")->root);
}

TEST_CASE("to_query: filters alone are a query, nothing at all is not") {
  SearchCommand command;
  CHECK_FALSE(to_query(command));
  command.kind = {"report"};
  REQUIRE(to_query(command));
  CHECK(to_query(command)->root.kind == QueryNode::Kind::Filter);
}

TEST_CASE("to_query: an option holds for the whole query, on both sides of OR") {
  SearchCommand command = words("bench OR pond");
  command.kind = {"report"};
  REQUIRE(to_query(command));
  CHECK(to_query(command)->root.kind == QueryNode::Kind::And);
  command = words("bench OR pond");
  command.in = "legal";
  CHECK(to_string(to_query(command)->root) == "(or (word bench @legal) (word pond @legal))");
}

TEST_CASE("to_query: a wrong value is told with its option") {
  SearchCommand command = words("budget");
  command.from = "yesterday";
  REQUIRE_FALSE(to_query(command));
  CHECK(to_query(command).error().where == "--from, --to");
  command = words("budget");
  command.in = "nowhere";
  REQUIRE_FALSE(to_query(command));
  CHECK(to_query(command).error().where == "--in");
  command = words("budget");
  command.from = "2021 04";
  CHECK_FALSE(to_query(command));
  command = words("budget");
  command.council = {"\" OR kind:report"};
  REQUIRE(to_query(command));
  CHECK(to_query(command)->root.children.at(1).field == "council");
}

TEST_CASE("likely_slips: options that were typed with one hyphen") {
  CHECK(likely_slips("parking -limit 3 -kind report") == std::vector<std::string>{"limit", "kind"});
  CHECK(likely_slips("parking -limits sort:date -\"kind\"").empty());
}
