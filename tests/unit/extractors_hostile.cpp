// Texts at which a loop inside a loop would take minutes: ctest's limit of time ends them then.

#include <catch2/catch.hpp>

#include "extractors/extract.hpp"
#include "extractors/gazetteer.hpp"
#include "extractors/people.hpp"
#include "extractors/sentences.hpp"
#include "extractors/values.hpp"
#include "pipeline/read.hpp"
#include "tests/support/hostile.hpp"

using moot::test::head_of;
using moot::test::hostile_text;
using moot::test::unit_of;

namespace {

constexpr std::size_t kSize = 1 << 20;  // bytes

const moot::RuleSet& rules() {
  static const auto set = moot::RuleSet::built_in();
  return *set;
}

/// The record of a text that repeats one thing.
moot::Record record_of(std::string_view head, std::string_view unit, std::size_t bytes = kSize) {
  const auto document = moot::read_document(hostile_text(head_of(head), unit_of(unit), bytes));
  REQUIRE(document);
  auto records = moot::extract(*document, rules(), "");
  REQUIRE(records.size() == 1);
  return std::move(records[0]);
}

}  // namespace

TEST_CASE("one line may name councils without end") {
  CHECK(record_of("", "one council on one line").council->name == "Weston Parish Council");
  CHECK(record_of("", "domains on one line").council->name == "Kent County Council");
}

TEST_CASE("a paper may name ever other councils") {
  CHECK(record_of("", "lines of councils").council);
  CHECK(record_of("", "defined councils").council);
}

TEST_CASE("a list of names may go on without names") {
  for (const char* unit : {"Mr and ", "Mr ", "x – ", "Mr A, x (Mr B, ", "(a) x "}) {
    CAPTURE(unit);
    CHECK(moot::read_name_list(hostile_text("Cllr A Day, ", unit, kSize)).names.size() >= 1);
  }
}

TEST_CASE("stops without letters between them end no sentence") {
  CHECK(moot::split_sentences(hostile_text("", ". ", kSize)).size() == 1);
}

TEST_CASE("a line may hold telephones without end") {
  const std::string text = hostile_text("", unit_of("telephones on one line"), 16 * kSize);
  CHECK(moot::find_phones(text).size() > 1'000'000);
}

TEST_CASE("heads of motions may follow each other without a motion") {
  CHECK(record_of("minutes", "heads of motions").resolutions.empty());
  CHECK(record_of("minutes", "motions without an end").resolutions.empty());
}

TEST_CASE("minutes may have any number of items and resolutions") {
  const moot::Record record = record_of("minutes", "items with resolutions");
  CHECK(record.items.size() > 9'000);
  CHECK(record.items.back().resolutions.size() > 1'000);
}

TEST_CASE("contacts may be without names and without end") {
  CHECK(record_of("contacts", "emails and telephones").kind == "report");
  record_of("report", "emails");
  CHECK(moot::parse_contact(hostile_text("Jane Day", " –", kSize)).name == "Jane Day");
}

TEST_CASE("a table may have any number of labels in a row") {
  record_of("cell", "label cells");
  record_of("table", "contact rows");
}

TEST_CASE("those present may stand on any number of lines") {
  CHECK(record_of("present", "wrapped names").kind == "minutes");
  CHECK(record_of("minutes", "apologies").apologies.size() > 10'000);
}

TEST_CASE("the name of a committee may have any tail") {
  for (const char* unit : {" -", " Monday", ", ", " on"}) {
    CAPTURE(unit);
    record_of("body", unit);
  }
  record_of("key", "- ");
  record_of("item", "noise");
}
