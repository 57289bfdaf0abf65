#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/csv.hpp"
#include "cli/hit_formats.hpp"
#include "cli/ingest_report.hpp"
#include "cli/options.hpp"
#include "cli/present.hpp"

using namespace moot;

namespace {

Hit sample_hit() {
  Hit hit;
  hit.rank = 1;
  hit.score = 2.5;
  hit.field = "legal";
  hit.page = 4;
  hit.entry.id = "00ff-p3";
  hit.entry.record_id = "00ff-p3";
  hit.entry.kind = "report";
  hit.entry.council = "Little Marrow Parish Council";
  hit.entry.date = "2024-01-17";
  hit.entry.title = "Benches, \"new\" and old";
  hit.entry.path = "/papers/a.pdf";
  hit.snippet.text = "the duty to mend benches";
  hit.snippet.highlights = {{4, 8}};
  return hit;
}

Record sample_record() {
  Record record;
  record.id = "00ff-p3";
  record.kind = "report";
  record.title = "Benches";
  record.council = Council{"Little Marrow Parish Council", std::nullopt};
  record.meeting_date = "2024-01-17";
  record.decision_number = "24/00007";
  record.summary = "Benches are old.";
  record.recommendations = {{"2.1", "To mend them."}, {std::nullopt, "To note this."}};
  record.implications = {{"legal", "Law", "None.", "A Clerk"}};
  record.items = {{"7", "Benches item", "Text of it", {"That they be mended."}},
                  {"8", "Ponds item", "", {}}};
  record.source.path = "papers/a.pdf";
  record.source.pages = {{3, 7}};
  record.source.page_count = 9;
  Evidence evidence;
  evidence.where = {{3, {72, 90, 523, 102}, {0, 7}}};
  evidence.rule = "title.first-line";
  record.evidence["/title"] = evidence;
  return record;
}

}  // namespace

TEST_CASE("csv_value: commas, quotes and line ends are quoted") {
  CHECK(csv_value("plain text") == "plain text");
  CHECK(csv_value("a,b") == "\"a,b\"");
  CHECK(csv_value("say \"no\"") == "\"say \"\"no\"\"\"");
  CHECK(csv_value("two\nlines") == "\"two\nlines\"");
  CHECK(csv_value("").empty());
}

TEST_CASE("hits_to_csv: a header row, then a row a hit, ended by CR LF") {
  SearchResults results;
  results.hits = {sample_hit()};
  const std::string csv = hits_to_csv(results);
  CHECK_THAT(csv, Catch::StartsWith("rank,id,kind,council,"));
  CHECK_THAT(csv, Catch::Contains("\"Benches, \"\"new\"\" and old\""));
  CHECK_THAT(csv, Catch::EndsWith("\r\n"));
}

TEST_CASE("hits_to_json: the schema, the total, and null for what is not known") {
  SearchAnswer answer;
  answer.results.hits = {sample_hit()};
  answer.results.total = 12;
  answer.query.text = "bad byte \xFF";
  answer.expansions = {{Expansion::Why::Welsh, "cyngor", {"gyngor"}}};
  answer.options.facets = true;
  answer.results.facets = {{"kind", {{"report", 12}}, 0}};
  const auto json = nlohmann::json::parse(hits_to_json(answer));
  CHECK(json["expansions"][0]["added"][0] == "gyngor");
  CHECK(json["facets"]["kind"]["values"][0]["entries"] == 12);
  CHECK_FALSE(json.contains("clues"));
  CHECK_FALSE(json["hits"][0].contains("shares"));
  CHECK(json["schema"] == "moot.hits/1");
  CHECK(json["total"] == 12);
  CHECK(json["hits"][0]["council"]["name"] == "Little Marrow Parish Council");
  CHECK(json["hits"][0]["council"]["code"].is_null());
  CHECK(json["hits"][0]["body"].is_null());
  CHECK(json["hits"][0]["link"] == "file:///papers/a.pdf#page=4");
  CHECK(json["hits"][0]["snippet"]["highlights"][0] == nlohmann::json({4, 8}));
}

TEST_CASE(
    "present_answer: hits, facets, what was added, how far it reaches, the total at the end") {
  SearchAnswer answer;
  answer.options.facets = answer.options.explain = true;
  answer.query = *parse_query("benches date:2023");
  Hit hit = sample_hit();
  hit.shares = {{"benches", 2.5, 7}};
  answer.results.hits = {hit};
  answer.results.total = 12;
  answer.results.facets = {{"kind", {{"report", 11}}, 1}, {"status", {}, 12}};
  answer.results.reach = {"2023-01-01", "2023-12-31", 40, 3};
  answer.results.standing_last = true;
  answer.expansions = {{Expansion::Why::Thesaurus, "PSED", {"\"equality duty\""}}};
  const std::string text = present_answer(answer, false, 0);
  for (const char* part :
       {"Understood as: (and (word benches) (dates 2023-01-01..2023-12-31))", "standing:no",
        "score 2.50 = 2.50 for benches (in 7 entries)", "Kind: report 11 \u00B7 none 1",
        "Also looked for, beside PSED: \"equality duty\"", "--no-expand",
        "papers of 3 of its 40 councils from 2023-01-01 to 2023-12-31"}) {
    CHECK_THAT(text, Catch::Contains(part));
  }
  CHECK_THAT(text, !Catch::Contains("whole months"));
  answer.results.reach = {"2023-01-01", "2023-12-14", 40, 3};
  CHECK_THAT(present_answer(answer, false, 0), Catch::Contains("2023-12-14, whole months counted"));
  CHECK_THAT(text, !Catch::Contains("Status"));
  CHECK_THAT(text, Catch::EndsWith("1 of 12 entries\n"));
}

TEST_CASE("present_answer: why nothing is found") {
  SearchAnswer answer;
  answer.query = *parse_query("bencjes council:kent");
  answer.clues = {{"bencjes", 0, 4, 0, {"benches"}}, {"council:kent", 3, 1, 0, {}}};
  const std::string text = present_answer(answer, false, 0);
  CHECK_THAT(text, Catch::Contains(
                       "bencjes is in no entry; did you mean benches?; without it: 4 entries"));
  CHECK_THAT(text, Catch::Contains("council:kent leaves none of them; without it: 1 entry"));
  CHECK_THAT(text, Catch::Contains("no papers yet"));
  answer.results.entries = 7;
  answer.clues = {{"council:nowhere", 0, 0, 0, {}, true}};
  const std::string unknown = present_answer(answer, false, 0);
  CHECK_THAT(unknown, Catch::Contains("no council is known by this name or code"));
  CHECK_THAT(unknown, !Catch::Contains("no papers yet"));
  CHECK_THAT(text, Catch::EndsWith("0 of 0 entries\n"));
}

TEST_CASE("present_hit: all that says what a hit is, highlights only in colour") {
  const std::string plain = present_hit(sample_hit(), false, 0);
  for (const char* part : {"Benches", "Little Marrow Parish Council", "2024-01-17", "Report",
                           "page 4", "Legal: the duty to mend", "id 00ff-p3"}) {
    CHECK_THAT(plain, Catch::Contains(part));
  }
  CHECK(plain.find('\x1b') == std::string::npos);
  CHECK_THAT(present_hit(sample_hit(), true, 0), Catch::Contains("\x1b[1;33mduty\x1b[0m"));
}

TEST_CASE("present_record: every part that the record has, and no heading without text") {
  const std::string text = present_record(sample_record(), {});
  for (const char* part :
       {"Benches\n", "Little Marrow Parish Council", "Decision number", "24/00007", "Summary\n",
        "2.1  To mend them.", "- To note this.", "Legal (\"Law\")", "Sign-off: A Clerk",
        "Resolved: That they be mended.", "pages 3 to 7 of 9", "00ff-p3"}) {
    INFO(text);
    CHECK_THAT(text, Catch::Contains(part));
  }
  CHECK_THAT(text, !Catch::Contains("Consultation"));
  CHECK_THAT(text, !Catch::Contains("title.first-line"));
}

TEST_CASE("present_record: evidence stands under its value when asked for") {
  PresentOptions options;
  options.evidence = true;
  CHECK_THAT(present_record(sample_record(), options),
             Catch::Contains("p3 [72.0 90.0 523.0 102.0] · rule title.first-line · confidence not "
                             "measured · stated"));
}

TEST_CASE("present_record: evidence of one value does not stand under a note too") {
  PresentOptions options;
  options.evidence = true;
  Record record = sample_record();
  record.notes = {{"no-text-layer", 2}};
  const std::string text = present_record(record, options);
  const std::size_t first = text.find("rule title.first-line");
  REQUIRE(first != std::string::npos);
  CHECK(text.find("rule title.first-line", first + 1) == std::string::npos);
}

TEST_CASE("present_record: one item alone") {
  PresentOptions options;
  options.item = "7";
  const std::string text = present_record(sample_record(), options);
  CHECK_THAT(text, Catch::Contains("Benches item"));
  CHECK_THAT(text, Catch::Contains("Text of it"));
  CHECK_THAT(text, !Catch::Contains("Ponds item"));
  CHECK_THAT(text, !Catch::Contains("Summary"));
}

TEST_CASE("spoken_pages: runs are joined") {
  CHECK(spoken_pages({3}) == "page 3");
  CHECK(spoken_pages({3, 4}) == "pages 3, 4");
  CHECK(spoken_pages({1, 3, 4, 5, 9}) == "pages 1, 3 to 5, 9");
}

TEST_CASE("exit_code: done, incomplete, or nothing read at all") {
  struct Row {
    std::size_t read, partial, unchanged, skipped, failed;
    int code;
  };
  const Row rows[] = {{5, 0, 0, 0, 0, kDone},       {0, 0, 5, 0, 0, kDone},
                      {5, 0, 0, 1, 0, kIncomplete}, {5, 1, 0, 0, 0, kIncomplete},
                      {0, 0, 5, 0, 1, kIncomplete}, {0, 0, 0, 1, 1, kFailed}};
  for (const Row& row : rows) {
    IngestReport report;
    report.read = row.read;
    report.partial = row.partial;
    report.unchanged = row.unchanged;
    report.skipped = row.skipped;
    report.failed = row.failed;
    CHECK(exit_code(report) == row.code);
  }
}

TEST_CASE("print_problems: of many files with one problem a few are named") {
  IngestReport report;
  for (int i = 100; i < 150; ++i) {
    add_problem(report,
                fail(ErrorKind::Io, "it is damaged", std::to_string(i) + ".pdf", "Mend it"));
  }
  std::ostringstream err;
  print_problems(err, report);
  CHECK_THAT(err.str(), Catch::StartsWith("moot: 50 files: it is damaged\n  - 100.pdf\n"));
  CHECK_THAT(err.str(), Catch::Contains("  - 119.pdf\n  and 30 more: 'moot status' lists them"));
  CHECK_THAT(err.str(), Catch::EndsWith("  Mend it\n"));
}
