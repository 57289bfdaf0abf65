#include "extractors/corrections.hpp"

#include <catch2/catch.hpp>

#include "extractors/record_json.hpp"
#include "extractors/record_shape.hpp"

using namespace moot;
using Catch::Matchers::Contains;

namespace {

Evidence stated(std::size_t begin, std::size_t end) {
  return {{{1, {1, 1, 2, 2}, {begin, end}}}, "test.rule", 0.9, Basis::Stated};
}

Record sample() {
  Record record;
  record.id = "00ff-p1";
  record.kind = "report";
  record.language = "en";
  record.source.path = "papers/ada-quill.pdf";
  record.source.pages = {1, 2};
  record.council = Council{"Wealdshire County Council", "E10000999"};
  record.title = "Benches";
  record.meeting_date = "2024-01-30";
  record.key_decision = true;
  record.lead_member = "Ada Quill";
  record.summary = "The benches are worn.\nAsk Ada Quill on 01632 960 123.";
  record.wards = {"North", "South", "East"};
  record.recommendations = {{"2.1", "That benches be bought."}, {"2.2", "That it be noted."}};
  record.contacts = {{"Ada Quill", "Director", "01632 960123", "ada.quill@wealdshire.example"},
                     {"Ben Rook", "Officer", {}, "ben@wealdshire.example"}};
  record.items = {{"1", "Parks", "Discussed.", {"That A be done.", "That B be done."}}};
  record.present = {"Ada Quill", "Cara Moss"};
  record.range = {0, 500};
  record.sections = {{"Comments of Ada Quill", {3, 9}}};
  record.evidence["/council"] = stated(1, 2);
  record.evidence["/title"] = stated(3, 4);
  record.evidence["/lead_member"] = stated(5, 14);
  for (std::size_t i = 0; i < 3; ++i) {
    record.evidence["/wards/" + std::to_string(i)] = stated(20 + i, 21 + i);
  }
  for (const char* part : {"name", "role", "email"}) {
    record.evidence[std::string("/contacts/0/") + part] = stated(30, 60);
    record.evidence[std::string("/contacts/1/") + part] = stated(60, 90);
  }
  record.evidence["/contacts/0/phone"] = stated(40, 52);
  record.evidence["/present/0"] = stated(91, 99);
  record.evidence["/present/1"] = stated(100, 109);
  return record;
}

Correction correct(const Record& record, const std::string& pointer, const char* typed) {
  Result<Correction> made = make_correction(record, pointer, typed);
  if (!made) FAIL(made.error().message + " " + made.error().hint);
  return *made;
}

Correction suppress(const Record& record, const std::string& pointer) {
  Result<Correction> made = make_suppression(record, pointer);
  if (!made) FAIL(made.error().message + " " + made.error().hint);
  return *made;
}

}  // namespace

TEST_CASE("make_correction: what is typed becomes what the field takes") {
  struct Row {
    const char* pointer;
    const char* typed;
    const char* value;
    const char* before;
  };
  const Row rows[] = {
      {"/title", "Seats \"of oak\"", R"("Seats \"of oak\"")", R"("Benches")"},
      {"/title", "null", "null", R"("Benches")"},
      {"/title", "yes", R"("yes")", R"("Benches")"},
      {"/reasons", "They rot.", R"("They rot.")", "null"},
      {"/meeting_date", " 2024-02-29 ", R"("2024-02-29")", R"("2024-01-30")"},
      {"/key_decision", "No", "false", "true"},
      {"/key_decision", "null", "null", "true"},
      {"/call_in", "true", "true", "null"},
      {"/kind", "minutes", R"("minutes")", R"("report")"},
      {"/exempt", "part", R"("part")", "null"},
      {"/council", "Kent", R"({"name":"Kent County Council","code":"E10000016"})",
       R"({"name":"Wealdshire County Council","code":"E10000999"})"},
      {"/council/name", "Upper Marrow", R"({"name":"Upper Marrow","code":null})",
       R"({"name":"Wealdshire County Council","code":"E10000999"})"},
      {"/wards", R"(["All"])", R"(["All"])", R"(["North","South","East"])"},
      {"/wards", "null", "[]", R"(["North","South","East"])"},
      {"/wards/1", "West", R"("West")", R"("South")"},
      {"/recommendations/1/text", "That all be noted.", R"("That all be noted.")",
       R"({"number":"2.2","text":"That it be noted."})"},
      {"/contacts", R"([{"name": "Cara Moss"}])",
       R"([{"name":"Cara Moss","role":null,"phone":null,"email":null}])", nullptr},
      {"/contacts/1/phone", "01632 960555", R"("01632 960555")", nullptr},
      {"/items/0/resolutions/1", "That C be done.", R"("That C be done.")", nullptr},
  };
  const Record record = sample();
  for (const Row& row : rows) {
    INFO(row.pointer << " " << row.typed);
    const Correction made = correct(record, row.pointer, row.typed);
    CHECK_FALSE(made.suppressed);
    CHECK(made.value == row.value);
    if (row.before != nullptr) CHECK(made.before == row.before);
  }
}

TEST_CASE("make_correction: what cannot stand there is refused in a sentence") {
  struct Row {
    const char* pointer;
    const char* typed;
    const char* message;
    const char* hint;
  };
  const Row rows[] = {
      {"title", "x", "the record has no 'title'", "a pointer begins with a slash: '/title'"},
      {"", "x", "the record has no ''", "a pointer begins with a slash"},
      {"/titel", "x", "the record has no '/titel'", "/title"},
      {"/wards/9", "x", "the record has no '/wards/9'", "/wards/0 to /wards/2"},
      {"/wards/01", "x", "the record has no '/wards/01'", "/wards/0 to /wards/2"},
      {"/wards/99999999999999999999", "x", "has no", "/wards/0 to /wards/2"},
      {"/title/0", "x", "the record has no '/title/0'", "'/title' holds nothing further"},
      {"/resolutions/0/text", "x", "has no", "'/resolutions' holds nothing further"},
      {"/id", "x", "'/id' is not what the paper says", "can be corrected"},
      {"/source/url", "x", "'/source/url' is not what the paper says", "can be corrected"},
      {"/evidence/x", "x", "'/evidence/x' is not what the paper says", ""},
      {"/title", "  ", "'/title' was given no words", "type null"},
      {"/title", "\xFF", "not UTF-8", ""},
      {"/kind", "novel", "'/kind' cannot be 'novel'", "it is one of report, decision_notice"},
      {"/kind", "null", "'/kind' cannot be null", "it is one of report"},
      {"/exempt", "maybe", "'/exempt' cannot be 'maybe'", "open, part, full, or null"},
      {"/meeting_date", "30/1/2024", "'/meeting_date' is a day", "2024-05-06, or null"},
      {"/key_decision", "perhaps", "cannot be what was typed", "yes, no, true or false"},
      {"/wards", "North", "cannot be what was typed", "a JSON list of texts"},
      {"/wards", "[1]", "'/wards/0' is a text", "it takes words"},
      {"/wards", "{}", "'/wards' is a list", "a JSON list of texts"},
      {"/contacts", R"([{"nme": "x"}])", "'/contacts/0' cannot hold 'nme'",
       "name, role, phone, email"},
      {"/recommendations", R"([{"number": "1"}])", "'/recommendations/0/text' cannot be null", ""},
      {"/implications", R"([{"kind":"x","heading":"h","text":"t"}])",
       "'/implications/0/kind' cannot be 'x'", "financial"},
      {"/timetable", R"([{"meeting":"Cabinet","date":"May"}])", "'/timetable/0/date' is a day", ""},
  };
  const Record record = sample();
  for (const Row& row : rows) {
    INFO(row.pointer << " " << row.typed);
    const Result<Correction> made = make_correction(record, row.pointer, row.typed);
    REQUIRE_FALSE(made);
    CHECK(made.error().kind == ErrorKind::Usage);
    CHECK_THAT(made.error().message, Contains(row.message));
    CHECK_THAT(made.error().hint, Contains(row.hint));
  }
}

TEST_CASE(
    "apply_corrections: corrected values stand in the record, with evidence that a user said so") {
  Record record = sample();
  const std::vector<Correction> all = {correct(record, "/title", "Seats"),
                                       correct(record, "/reasons", "They rot."),
                                       correct(record, "/wards", R"(["All"])"),
                                       correct(record, "/council/name", "Kent"),
                                       correct(record, "/contacts/1/phone", "01632 960555"),
                                       correct(record, "/key_decision", "null")};
  const Corrected done = apply_corrections(all, record);
  CHECK(done.stale.empty());
  CHECK(done.hidden.empty());
  CHECK(record.title == "Seats");
  CHECK(record.reasons == "They rot.");
  CHECK(record.wards == std::vector<std::string>{"All"});
  CHECK(record.council->code == "E10000016");
  CHECK(record.contacts[1].phone == "01632 960555");
  CHECK_FALSE(record.key_decision);
  for (const char* pointer :
       {"/title", "/reasons", "/wards/0", "/council", "/contacts/1/phone", "/key_decision"}) {
    INFO(pointer);
    REQUIRE(record.evidence.count(pointer) == 1);
    const Evidence& evidence = record.evidence.at(pointer);
    CHECK(evidence.basis == Basis::Corrected);
    CHECK(evidence.rule == "corrected");
    CHECK_FALSE(evidence.confidence);
    CHECK(evidence.where.empty());
  }
  CHECK(record.evidence.count("/wards/1") == 0);
  CHECK(record.evidence.at("/contacts/1/name").basis == Basis::Stated);
  CHECK(record.range == TextRange{0, 500});
  CHECK(record.sections.size() == 1);
}

TEST_CASE("apply_corrections: nothing to apply leaves the record as it is") {
  Record record = sample();
  const std::string before = to_json(record);
  const Corrected done = apply_corrections({}, record);
  CHECK(to_json(record) == before);
  CHECK(done.hidden.empty());
}

TEST_CASE(
    "apply_corrections: an entry is found again by what it said where its index has changed") {
  const Record seen = sample();
  const std::vector<Correction> all = {correct(seen, "/wards/1", "West"),
                                       correct(seen, "/contacts/1/phone", "01632 960555"),
                                       correct(seen, "/items/0/resolutions/1", "That C be done.")};
  Record record = sample();
  record.wards = {"Centre", "North", "South", "South"};
  record.contacts.insert(record.contacts.begin(), {"Cara Moss", "Officer", {}, {}});
  record.contacts[2].role = "Senior officer";  // read better than before
  record.items.insert(record.items.begin(), {"0", "Welcome", "", {}});
  record.items[1].resolutions.insert(record.items[1].resolutions.begin(), "That Z be done.");
  CHECK(apply_corrections(all, record).stale.empty());
  CHECK(record.wards == std::vector<std::string>{"Centre", "North", "West", "South"});
  CHECK(record.contacts[1].phone == "01632 960123");
  CHECK(record.contacts[2].phone == "01632 960555");
  CHECK(record.items[1].resolutions ==
        std::vector<std::string>{"That Z be done.", "That A be done.", "That C be done."});
}

TEST_CASE(
    "apply_corrections: a correction whose entry is nowhere any more is stale, of a scalar it "
    "holds") {
  const Record seen = sample();
  const std::vector<Correction> all = {correct(seen, "/title", "Seats"),
                                       correct(seen, "/wards/1", "West"),
                                       correct(seen, "/recommendations/0/number", "9")};
  Record record = sample();
  record.title = "Something else";
  record.wards = {"North"};
  record.recommendations = {{"2.1", "To build a bandstand by the pond."}};
  CHECK(apply_corrections(all, record).stale == std::vector<std::size_t>{1, 2});
  CHECK(record.title == "Seats");
  CHECK(record.wards == std::vector<std::string>{"North"});
  CHECK(record.recommendations[0].number == "2.1");
}

TEST_CASE(
    "apply_corrections: corrections build on each other in the order in which they were made") {
  Record seen = sample();
  std::vector<Correction> all = {suppress(seen, "/wards/0")};
  apply_corrections(all, seen);
  all.push_back(correct(seen, "/wards/0", "Southern"));
  all.push_back(correct(seen, "/title", "One"));
  apply_corrections({all[1], all[2]}, seen);
  all.push_back(correct(seen, "/title", "Two"));
  CHECK(value_before(all.back()) == "\"One\"");
  Record record = sample();
  CHECK(apply_corrections(all, record).stale.empty());
  CHECK(record.wards == std::vector<std::string>{"Southern", "East"});
  CHECK(record.title == "Two");
  CHECK(record.evidence.at("/wards/0").basis == Basis::Corrected);
  CHECK(record.evidence.at("/wards/1").where[0].range == TextRange{22, 23});
}

TEST_CASE("apply_corrections: damaged or foreign corrections are stale and harm nothing") {
  const std::string before = to_json(sample());
  const Correction rows[] = {{"/title", false, "{", "null", ""},
                             {"/nowhere", false, "\"x\"", "null", ""},
                             {"/id", false, "\"x\"", "null", ""},
                             {"/wards/1", false, "\"x\"", "", ""},
                             {"/wards/1", false, "\"x\"", "[", ""}};
  for (const Correction& row : rows) {
    INFO(row.pointer << row.value << row.before);
    Record record = sample();
    CHECK(apply_corrections({row}, record).stale == std::vector<std::size_t>{0});
    CHECK(to_json(record) == before);
  }
}

TEST_CASE("value_before: the value itself, also inside the entry that is kept") {
  const Record record = sample();
  CHECK(value_before(correct(record, "/title", "x")) == "\"Benches\"");
  CHECK(value_before(correct(record, "/contacts/0/email", "x")) ==
        "\"ada.quill@wealdshire.example\"");
  CHECK(value_before(correct(record, "/contacts/1/phone", "x")) == "null");
  CHECK(value_before(correct(record, "/items/0/resolutions/1", "x")) == "\"That B be done.\"");
  CHECK(value_before(correct(record, "/wards", "[]")) == R"(["North","South","East"])");
}
