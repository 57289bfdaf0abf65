#include <catch2/catch.hpp>

#include "index/completeness.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
using namespace moot::test;

TEST_CASE("completeness: what can be searched is never more than what was read") {
  // "Benches, benches" and "Parks Board" stand in the text; the head of each page is not searched.
  const Document doc = make_document("~Page 1 of 9\nBenches, benches\nParks Board\n");
  Record record = make_record(doc, "a-p1");
  CHECK(completeness_of(doc, indexed_letters(record, doc)).letters == 32);
  CHECK(completeness_of(doc, indexed_letters(record, doc)).indexed == 24);
  // The same words in a passage of their own, and words that are not in the text.
  record.title = "Benches for the Parks Board";
  CHECK(indexed_letters(record, doc) == 24);
}

TEST_CASE("completeness: letters and figures count, by bytes, and a whole word or nothing") {
  const Document doc = make_document("Siân: £1,200 (2024)\n");
  const Record record = make_record(doc, "a-p1");
  const auto done = completeness_of(doc, indexed_letters(record, doc));
  CHECK(done.letters == 15);
  CHECK(done.indexed == 15);
  CHECK(completeness_of(doc, 99).indexed == 15);
}
