#include "extractors/record_json.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "extractors/record.hpp"

namespace moot {
namespace {

using Json = nlohmann::json;

/// A record with something in every field.
Record full_record() {
  Record record;
  record.id = "0123456789abcdef-p3";
  record.kind = "report";
  record.source = {"papers/a.pdf",
                   "0123",
                   "application/pdf",
                   std::pair{3, 9},
                   40,
                   true,
                   "https://example.org/a.pdf",
                   "2024-05-06"};
  record.language = "en+cy";
  record.council = Council{"Aldermere Borough Council", "E07000999"};
  int n = 0;
  for (const TextField& field : text_fields()) {
    record.*field.member = std::string(field.name) + " " + std::to_string(++n) + " “quoted” £\n2";
  }
  for (const NumberedField& field : numbered_fields()) {
    record.*field.member = {{"2(a)", std::string(field.name)}, {{}, "without a number"}};
  }
  for (const ListField& field : list_fields()) record.*field.member = {field.name, "second"};
  record.from = {{"Ada Quill", "Director"}, {{}, "Leader"}, {"Ben Rook", {}}};
  record.key_decision = true;
  record.call_in = false;
  record.implications = {{"legal", "Legal", "None.", "Solicitor: B Rook"},
                         {"hr", "Staff", "Two.", {}}};
  record.timetable = {{"Cabinet", "2024-05-06"}, {"Council", {}}};
  record.contacts = {{"Ada Quill", "Director", "01632 960123", "ada@example.gov.uk"},
                     {{}, {}, {}, {}}};
  record.items = {{"12", "Parks", "They were\ndiscussed.", {"That it be noted."}},
                  {{}, "Any other", "", {}}};
  record.evidence["/title"] = {{{3, {1.25, 2, 3, 4.5}, {10, 20}}, {4, {0, 0, 1, 1}, {20, 25}}},
                               "title.subject-label",
                               0.975,
                               Basis::Stated};
  record.evidence["/language"] = {{}, "language.common-words", {}, Basis::Inferred};
  record.evidence["/body"] = {{{0, {}, {5, 6}}}, "user", {}, Basis::Given};
  record.notes = {{"ocr-used", 3}, {"truncated", 0}};
  return record;
}

TEST_CASE("to_json and parse_record: a full record comes back field by field") {
  const std::string json = to_json(full_record());
  const auto again = parse_record(json);
  REQUIRE(again);
  CHECK(to_json(*again) == json);
  const Record before = full_record();
  for (const TextField& field : text_fields()) {
    INFO(field.name);
    CHECK(*again.*field.member == before.*field.member);
  }
  for (const ListField& field : list_fields()) CHECK(*again.*field.member == before.*field.member);
  for (const NumberedField& field : numbered_fields()) {
    INFO(field.name);
    REQUIRE((*again.*field.member).size() == 2);
    CHECK((*again.*field.member)[0].number == Text("2(a)"));
    CHECK((*again.*field.member)[1].number == Text());
  }
  CHECK(again->key_decision == true);
  CHECK(again->call_in == false);
  REQUIRE(again->source.pages);
  CHECK(*again->source.pages == std::pair{3, 9});
  CHECK(again->source.page_count == 40);
  CHECK(again->source.ocr);
  CHECK(again->source.url == Text("https://example.org/a.pdf"));
  REQUIRE(again->council);
  CHECK(again->council->code == Text("E07000999"));
  REQUIRE(again->items.size() == 2);
  CHECK(again->items[0].resolutions == std::vector<std::string>{"That it be noted."});
  CHECK(again->notes == before.notes);
}

TEST_CASE("to_json and parse_record: evidence comes back with page, box, range, rule and basis") {
  const auto again = parse_record(to_json(full_record()));
  REQUIRE(again);
  REQUIRE(again->evidence.size() == 3);
  const Evidence& title = again->evidence.at("/title");
  REQUIRE(title.where.size() == 2);
  CHECK(title.where[0].page == 3);
  CHECK(title.where[0].range == TextRange{10, 20});
  CHECK(title.where[0].box.x1 == Approx(3).margin(0.06));
  CHECK(title.rule == "title.subject-label");
  CHECK(title.confidence == Approx(0.975));
  CHECK(again->evidence.at("/language").basis == Basis::Inferred);
  CHECK_FALSE(again->evidence.at("/language").confidence);
  CHECK(again->evidence.at("/body").where[0].page == 0);
  CHECK(again->evidence.at("/body").basis == Basis::Given);
}

TEST_CASE("to_json and parse_record: boxes are rounded once, left of the page too") {
  Record record = full_record();
  record.title = "Left of the page";
  record.evidence["/title"].where = {{1, {-3.24, -0.01, 7.25, 1e9}, {0, 5}}};
  const std::string json = to_json(record);
  CHECK(Json::parse(json)["evidence"]["/title"]["where"][0]["box"].dump() ==
        "[-3.2,0.0,7.3,1000000000.0]");
  const Result<Record> back = parse_record(json);
  REQUIRE(back);
  CHECK(to_json(*back) == json);
}

TEST_CASE("to_json: the keys are those of the contract, in its order, empty ones too") {
  const auto json = nlohmann::ordered_json::parse(to_json(Record{}));
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  const std::vector<std::string> expected = {"schema",
                                             "id",
                                             "kind",
                                             "source",
                                             "language",
                                             "council",
                                             "title",
                                             "decision_number",
                                             "other_references",
                                             "body",
                                             "decision_maker",
                                             "meeting_date",
                                             "report_date",
                                             "decision_date",
                                             "publication_date",
                                             "notice_published",
                                             "decision_due",
                                             "effective_date",
                                             "from",
                                             "classification",
                                             "exempt",
                                             "key_decision",
                                             "key_decision_reason",
                                             "call_in",
                                             "decision_type",
                                             "decision_status",
                                             "lead_member",
                                             "lead_director",
                                             "department",
                                             "wards",
                                             "summary",
                                             "proposed_decision",
                                             "recommendations",
                                             "resolutions",
                                             "reasons",
                                             "options",
                                             "implications",
                                             "consultation",
                                             "conflicts_of_interest",
                                             "dispensations",
                                             "timetable",
                                             "background_papers",
                                             "appendices",
                                             "contacts",
                                             "items",
                                             "present",
                                             "apologies",
                                             "in_attendance",
                                             "evidence",
                                             "notes"};
  CHECK(keys == expected);
  CHECK(json["schema"] == "moot.record/1");
  CHECK(json["title"].is_null());
  CHECK(json["council"].is_null());
  CHECK(json["wards"] == Json::array());
  CHECK(json["evidence"] == Json::object());
  CHECK(json["source"]["pages"].is_null());
}

TEST_CASE("to_json: a source without pages has evidence without page and box") {
  Record record;
  record.evidence["/title"] = {{{0, {}, {5, 9}}}, "r", {}, Basis::Stated};
  const Json json = Json::parse(to_json(record));
  const Json& where = json["evidence"]["/title"]["where"][0];
  CHECK(where["page"].is_null());
  CHECK(where["box"].is_null());
  CHECK(where["range"] == Json({5, 9}));
  CHECK(json["evidence"]["/title"]["confidence"].is_null());
}

TEST_CASE("to_json: indent -1 gives one line, 2 gives many") {
  CHECK(to_json(full_record()).find('\n') == std::string::npos);
  CHECK(to_json(full_record(), 2).find('\n') != std::string::npos);
  const auto again = parse_record(to_json(full_record(), 2));
  REQUIRE(again);
  CHECK(to_json(*again) == to_json(full_record()));
}

TEST_CASE("to_json: text that is not UTF-8 is replaced, never fatal") {
  Record record;
  record.title = "Parks \xFF\xFE and \xC3 water";
  record.wards = {"\xE2\x82"};
  record.source.path = "caf\xE9.pdf";
  std::string json;
  REQUIRE_NOTHROW(json = to_json(record));
  const auto again = parse_record(json);
  REQUIRE(again);
  CHECK(again->title->starts_with("Parks "));
  CHECK(again->title->find("\xEF\xBF\xBD") != std::string::npos);
}

TEST_CASE("parse_record: unknown keys are ignored, missing ones leave the field empty") {
  const auto record = parse_record(R"({"schema": "moot.record/1", "id": "x", "colour": "red",
      "title": null, "wards": null, "key_decision": "yes"})");
  REQUIRE(record);
  CHECK(record->id == "x");
  CHECK_FALSE(record->title);
  CHECK(record->wards.empty());
  CHECK_FALSE(record->key_decision);
}

TEST_CASE("parse_record: what is damaged or of another schema is BadDocument") {
  const std::vector<std::string> bad = {
      "",
      "{",
      "[]",
      "3",
      "null",
      R"({"id": "x"})",
      R"({"schema": "moot.record/2"})",
      R"({"schema": "moot.record/1", "evidence": {"/title": {}}})",
      R"({"schema": "moot.record/1", "evidence": {"/title": {"where": [{}], "confidence": null}}})",
      R"({"schema": "moot.record/1",
          "evidence": {"/title": {"where": [{"page": 1, "range": [1, 2]}], "confidence": null}}})",
      R"({"schema": "moot.record/1", "evidence": {"/title": 7}})",
      R"({"schema": "moot.record/1", "notes": [{"what": "x"}]})",
      R"({"schema": "moot.record/1", "source": {"pages": [1]}})",
      R"({"schema": "moot.record/1", "wards": [1, 2]})"};
  for (const std::string& text : bad) {
    INFO(text);
    const auto record = parse_record(text);
    REQUIRE_FALSE(record);
    CHECK(record.error().kind == ErrorKind::BadDocument);
  }
}

TEST_CASE("to_string: every basis has the name of the contract") {
  CHECK(to_string(Basis::Stated) == "stated");
  CHECK(to_string(Basis::Inferred) == "inferred");
  CHECK(to_string(Basis::Given) == "given");
  CHECK(to_string(Basis::Corrected) == "corrected");
}

TEST_CASE("parts: the prose comes in the order of reading, each with its pointer") {
  const std::vector<Part> list = parts(full_record());
  std::vector<std::string> shown;
  for (const Part& part : list) shown.push_back(part.field + " " + part.pointer);
  CHECK(shown ==
        std::vector<std::string>{
            "summary /summary", "proposed_decision /proposed_decision",
            "recommendations /recommendations/0/text", "recommendations /recommendations/1/text",
            "resolutions /resolutions/0/text", "resolutions /resolutions/1/text",
            "reasons /reasons", "options /options/0/text", "options /options/1/text",
            "legal /implications/0/text", "hr /implications/1/text", "consultation /consultation",
            "conflicts_of_interest /conflicts_of_interest", "dispensations /dispensations"});
  CHECK(parts(Record{}).empty());
}

}  // namespace
}  // namespace moot
