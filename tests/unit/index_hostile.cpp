// Records at which a loop inside a loop would take minutes: ctest's limit of time ends them then.

#include <catch2/catch.hpp>

#include "extractors/extract.hpp"
#include "index/entry.hpp"
#include "pipeline/read.hpp"
#include "tests/support/hostile.hpp"

TEST_CASE("an item may have any number of resolutions") {
  const auto rules = moot::RuleSet::built_in();
  const auto document = moot::read_document(moot::test::hostile_text(
      moot::test::head_of("item"), moot::test::unit_of("resolutions"), std::size_t{1} << 20));
  REQUIRE((rules && document));
  const auto records = moot::extract(*document, *rules, "");
  REQUIRE(records.size() == 1);
  REQUIRE(records[0].items.size() == 3);
  CHECK(records[0].items[2].resolutions.size() > 10'000);
  CHECK(moot::to_entries(records[0], *document).size() == 4);
}
