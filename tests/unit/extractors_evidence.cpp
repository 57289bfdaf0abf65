// Every part of a value stands where its own words are printed.

#include <string>

#include <catch2/catch.hpp>

#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Laid;

/// The words at the places of a value, "|" between two places.
std::string words_at(const Document& doc, const Record& record, const std::string& pointer) {
  const auto found = record.evidence.find(pointer);
  if (found == record.evidence.end()) return "(no evidence)";
  std::string words;
  for (const Place& place : found->second.where) {
    words += (words.empty() ? "" : "|") + std::string(slice(doc, place.range));
  }
  return words;
}

struct Row {
  const char* pointer;
  const char* words;
};

template <std::size_t N>
void check_words(const Document& doc, const Record& record, const Row (&rows)[N]) {
  for (const Row& row : rows) {
    INFO(row.pointer);
    CHECK(words_at(doc, record, row.pointer) == row.words);
  }
}

TEST_CASE("evidence: an item's number, title, text and resolutions each have their own place") {
  const Document doc = Laid()
                           .heading("PARKS COMMITTEE")
                           .para("Minutes of the meeting held on 4 March 2025")
                           .heading("12. Benches")
                           .para(
                               "The clerk reported on eleven benches. It was resolved to buy two "
                               "more. The chair thanked him.")
                           .heading("13. Ponds")
                           .para("RESOLVED: that the pond be cleaned.")
                           .heading("14. Close")
                           .get();
  const Record record = test::record_of(doc, "minutes");
  REQUIRE(record.items.size() == 3);
  check_words(doc, record,
              {{"/items/0/number", "12"},
               {"/items/0/title", "Benches"},
               {"/items/0/text",
                "The clerk reported on eleven benches. It was resolved to buy two more. The chair "
                "thanked him."},
               {"/items/0/resolutions/0", "It was resolved to buy two more."},
               {"/items/1/title", "Ponds"},
               {"/items/1/resolutions/0", "that the pond be cleaned."},
               {"/items/2/title", "Close"},
               {"/items/2/text", ""},
               {"/resolutions/1/text", "that the pond be cleaned."}});
  const Box title = record.evidence.at("/items/1/title").where.at(0).box;
  const Box decided = record.evidence.at("/items/1/resolutions/0").where.at(0).box;
  CHECK(title.y1 <= decided.y0);
}

TEST_CASE("evidence: a resolution names the trigger's rule, inside its item too") {
  const Record record = test::text_record(
      "MINUTES of the Parks Committee held on 4 March 2025\n\n1. Benches\n\nIt was resolved to buy "
      "two more.\n\n2. Ponds\n\nRESOLVED: that the pond be cleaned.\n\n3. Close\n",
      "minutes");
  REQUIRE(record.items.size() == 3);
  const std::string& first = record.evidence.at("/items/0/resolutions/0").rule;
  const std::string& second = record.evidence.at("/items/1/resolutions/0").rule;
  CHECK(first.starts_with("resolutions."));
  CHECK(second.starts_with("resolutions."));
  CHECK(first != second);
  CHECK(record.evidence.at("/resolutions/1/text").rule == second);
}

TEST_CASE(
    "evidence: an implication's kind and heading stand at the heading, the sign-off at its line") {
  const Document doc = Laid()
                           .heading("Benches in Parks", 14)
                           .heading("3. Legal implications")
                           .para("The council may place benches.")
                           .para("Finance officer consulted: Jane Poe, 4 March 2025")
                           .get();
  const Record record = test::record_of(doc, "report");
  REQUIRE(record.implications.size() == 1);
  check_words(doc, record,
              {{"/implications/0/kind", "Legal implications"},
               {"/implications/0/heading", "Legal implications"},
               {"/implications/0/text", "The council may place benches."},
               {"/implications/0/sign_off", "Finance officer consulted: Jane Poe, 4 March 2025"}});
}

TEST_CASE("evidence: a person's name and role, a list's numbers and its texts stand apart") {
  const Document doc = Laid()
                           .heading("Benches in Parks", 14)
                           .para("Report of: Jane Poe, Head of Parks")
                           .heading("Recommendations")
                           .para("1. That the benches be painted.")
                           .para("2. That the pond be cleaned.")
                           .get();
  const Record record = test::record_of(doc, "report");
  REQUIRE(record.from.size() == 1);
  REQUIRE(record.recommendations.size() == 2);
  check_words(doc, record,
              {{"/from/0/name", "Jane Poe"},
               {"/from/0/role", "Head of Parks"},
               {"/recommendations/1/number", "2"},
               {"/recommendations/1/text", "That the pond be cleaned."}});
}

TEST_CASE("evidence: the names of a list stand at their own words") {
  const Document doc = test::text_document(
      "MINUTES of the Parks Committee held on 4 March 2025\n\nPresent: Cllr A Day, Cllr B Poe\n");
  const Record record = test::record_of(doc, "minutes");
  REQUIRE(record.present.size() == 2);
  CHECK(words_at(doc, record, "/present/1") == "B Poe");
}

TEST_CASE("evidence: the parts of a contact stand at their own words") {
  const Document doc = test::text_document(
      "Subject: Benches in Parks\n\n"
      "Contact officer: Jane Roe, Clerk, 01632 960123, jane.roe@example.org\n");
  const Record record = test::record_of(doc, "report");
  REQUIRE(record.contacts.size() == 1);
  check_words(doc, record,
              {{"/contacts/0/phone", "01632 960123"},
               {"/contacts/0/email", "jane.roe@example.org"},
               {"/contacts/0/name", "Jane Roe"}});
}

TEST_CASE("evidence: a letter's signature: the role stands under the name") {
  const Document doc = Laid()
                           .para("Dear Councillor Day,")
                           .heading("Benches")
                           .para("Please paint them.")
                           .para("Yours sincerely")
                           .para("Jane Poe")
                           .para("Head of Parks")
                           .get();
  const Record record = test::record_of(doc, "correspondence");
  REQUIRE(record.from.size() == 1);
  check_words(doc, record, {{"/from/0/name", "Jane Poe"}, {"/from/0/role", "Head of Parks"}});
}

}  // namespace
}  // namespace moot
