#include "extractors/record_diff.hpp"

#include <catch2/catch.hpp>

using namespace moot;

namespace {

Record paper(const std::string& id, std::optional<std::pair<int, int>> pages) {
  Record record;
  record.id = id;
  record.kind = "report";
  record.source.pages = pages;
  record.title = "Benches";
  record.recommendations = {{"2.1", "That oak benches be bought for the park."},
                            {"2.2", "That officers report back in May."}};
  record.wards = {"North", "South"};
  record.contacts = {{"Ada Quill", "Director", {}, {}}};
  return record;
}

using Found = std::vector<Difference>;

}  // namespace

TEST_CASE("differences: none between a record and itself, whatever found its values") {
  const Record before = paper("a-p1", std::pair{1, 2});
  Record after = before;
  after.id = "a-p2";
  after.source.url = "https://example.org/";
  after.evidence["/title"] = {{}, "another.rule", {}, Basis::Stated};
  after.notes = {{"ocr-used", 1}};
  CHECK(differences(before, after).empty());
}

TEST_CASE("differences: values that changed, were found and were lost, field by field") {
  const Record before = paper("a-p1", std::pair{1, 2});
  Record after = before;
  after.source.pages = {1, 3};
  after.kind = "other";
  after.council = Council{"Wealdshire", {}};
  after.title = {};
  after.key_decision = true;
  after.contacts[0].email = "ada@wealdshire.example";
  CHECK(differences(before, after) ==
        Found{{"pages", "/source/pages", "1-2", "1-3"},
              {"kind", "/kind", "report", "other"},
              {"council", "/council/name", {}, "Wealdshire"},
              {"title", "/title", "Benches", {}},
              {"key_decision", "/key_decision", {}, "true"},
              {"contacts", "/contacts/0/email", {}, "ada@wealdshire.example"}});
}

TEST_CASE("differences: an entry that came or went changes nothing of the others") {
  const Record before = paper("a-p1", std::pair{1, 2});
  Record after = before;
  after.wards = {"All", "North", "South"};
  after.recommendations.erase(after.recommendations.begin());
  after.recommendations[0].text += " or June.";
  CHECK(differences(before, after) ==
        Found{{"wards", "/wards/0", {}, "All"},
              {"recommendations", "/recommendations/0/number", "2.1", {}},
              {"recommendations",
               "/recommendations/0/text",
               "That oak benches be bought for the park.",
               {}},
              {"recommendations", "/recommendations/0/text", "That officers report back in May.",
               "That officers report back in May. or June."}});
}

TEST_CASE("differences: entries that are not alike are gone and new, in another order the same") {
  const Record before = paper("a-p1", std::pair{1, 2});
  Record after = before;
  after.wards = {"South", "North"};
  after.contacts = {{"Ben Rook", {}, {}, {}}};
  CHECK(differences(before, after) == Found{{"contacts", "/contacts/0/name", {}, "Ben Rook"},
                                            {"contacts", "/contacts/0/name", "Ada Quill", {}},
                                            {"contacts", "/contacts/0/role", "Director", {}}});
}

TEST_CASE("compare_records: papers are matched by id, then by most pages, then in their order") {
  const std::vector<Record> before = {
      paper("a-p1", std::pair{1, 2}), paper("a-p3", std::pair{3, 9}),
      paper("a-p10", std::pair{10, 12}), paper("a-p20", std::pair{20, 21})};
  std::vector<Record> after = {paper("a-p1", std::pair{1, 2}), paper("a-p4", std::pair{4, 9}),
                               paper("a-p10", std::pair{10, 12}),
                               paper("a-p30", std::pair{30, 30})};
  after[2].title = "Seats";
  const RecordsDiff diff = compare_records(before, after);
  CHECK(diff.unchanged == 1);
  REQUIRE(diff.changed.size() == 2);
  CHECK(diff.changed[0].before == 1);
  CHECK(diff.changed[0].after == 1);
  CHECK(diff.changed[0].differences == Found{{"pages", "/source/pages", "3-9", "4-9"}});
  CHECK(diff.changed[1].differences == Found{{"title", "/title", "Benches", "Seats"}});
  REQUIRE(diff.gone.size() == 1);
  CHECK(diff.gone[0].before == 3);
  REQUIRE(diff.fresh.size() == 1);
  CHECK(diff.fresh[0].after == 3);
  const auto fields = changes_by_field(diff);
  CHECK(fields.size() == 2);
  CHECK(fields.at("title") == FieldChanges{1, 0, 0});
  CHECK(fields.at("pages") == FieldChanges{1, 0, 0});
}

TEST_CASE("compare_records: a paper that was split goes with the part that shares most pages") {
  const std::vector<Record> before = {paper("a-p1", std::pair{1, 10})};
  const std::vector<Record> after = {paper("a-p2", std::pair{2, 3}),
                                     paper("a-p4", std::pair{4, 10})};
  const RecordsDiff diff = compare_records(before, after);
  REQUIRE(diff.changed.size() == 1);
  CHECK(diff.changed[0].after == 1);
  REQUIRE(diff.fresh.size() == 1);
  CHECK(diff.fresh[0].after == 0);
}

TEST_CASE("compare_records: papers without pages are matched in their order") {
  const std::vector<Record> before = {paper("a-p0", {})};
  const std::vector<Record> after = {paper("b-p0", {}), paper("b-p0b", {})};
  const RecordsDiff diff = compare_records(before, after);
  CHECK(diff.unchanged == 1);
  CHECK(diff.fresh.size() == 1);
  CHECK(compare_records({}, {}).unchanged == 0);
}
