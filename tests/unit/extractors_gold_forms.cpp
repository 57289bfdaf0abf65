#include "extractors/gold.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace moot {
namespace {

TEST_CASE("parse_gold: what is no gold file is told in words of ours") {
  struct Row {
    std::string json, message;
  };
  const Row rows[] = {
      {"[]", "names no 'document'"},
      {"{\"document\": \"a\", \"titel\": \"x\"}", "no field 'titel'"},
      {"{\"document\": \"a\", \"title\": ", "not valid JSON"},
      {"{\"document\": 7}", "wrong type"},
  };
  for (const Row& row : rows) {
    INFO(row.json);
    const auto gold = parse_gold(row.json, "g.json");
    REQUIRE_FALSE(gold);
    CHECK_THAT(gold.error().message, Catch::Contains(row.message));
    CHECK_THAT(gold.error().message, !Catch::Contains("json.exception"));
  }
}

}  // namespace
}  // namespace moot
