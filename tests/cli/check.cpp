// `moot check`: which parts of a statutory record a paper has, as a user asks for it.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "program.hpp"

using Catch::Contains;
using Catch::StartsWith;
using Json = nlohmann::json;

namespace {

const std::string kNotice =
    "Kent County Council\n\nDECISION NOTICE\n\nDecision taken by: Ada Quill, Cabinet Member for "
    "Parks\n\nDecision No: 25/00012\n\nSubject: Benches in Parks\n\n"
    "Date of decision: 4 March 2025\n\n"
    "Decision:\n\nAs Cabinet Member for Parks I agree that the benches be painted.\n\n"
    "Reasons for the decision\n\nThe benches are worn.\n\n";
const std::string kRest =
    "Alternative options considered and rejected\n\nNone\n\n"
    "Conflicts of interest declared\n\nNone\n";

}  // namespace

TEST_CASE("check: a notice with all parts gives 0, each part with page, words and rule") {
  const Sandbox box;
  box.write("a.txt", kNotice + kRest);
  const Run run = box.moot({"check", "a.txt"});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  for (const char* part :
       {"Regulation 13(2) of SI 2012/2089: Kent County Council is in England",
        "(a) the decision: found", "\"2025-03-04\"", "[/reasons, reasons.",
        "(c) alternative options considered and rejected: found (the paper says that there were",
        "(d) conflicts of interest declared: found",
        "(e) dispensation for a declared conflict: not called for"}) {
    INFO(run.out);
    CHECK_THAT(run.out, Contains(part));
  }
  CHECK_THAT(run.out, !Contains("not found"));
}

TEST_CASE("check: what is missing gives 1, and may be published elsewhere") {
  const Sandbox box;
  box.write("a.txt", kNotice);
  const Run run = box.moot({"check", "a.txt"});
  CHECK(run.code == 1);
  CHECK_THAT(run.out,
             Contains("(c) alternative options considered and rejected: not found in this"));
  CHECK_THAT(run.out, Contains("may be published elsewhere"));
  CHECK_THAT(run.out, Contains("no legal judgement"));
}

TEST_CASE("check: where the regulations do not apply it says so and why, and gives 1") {
  const Sandbox box;
  box.write("report.txt", five_papers().at("kent_report.txt"));
  const Run report = box.moot({"check", "report.txt"});
  CHECK(report.code == 1);
  CHECK_THAT(report.out, Contains("SI 2012/2089 does not apply: a paper of kind report"));
  std::string parish = kNotice + kRest;
  parish.replace(0, std::string("Kent County Council").size(), "Little Marrow Parish Council");
  box.write("parish.txt", parish);
  const Run local = box.moot({"check", "parish.txt"});
  CHECK(local.code == 1);
  CHECK_THAT(local.out, Contains("parish or town council"));
}

TEST_CASE("check --json prints an object a paper") {
  const Sandbox box;
  box.write("a.txt", kNotice);
  const Run run = box.moot({"check", "a.txt", "--json"});
  CHECK(run.code == 1);
  const Json json = Json::parse(run.out);
  CHECK(json["schema"] == "moot.check/1");
  CHECK(json["applies"] == "yes");
  CHECK(json["regulation"] == "13(2)");
  const Json& parts = json["decisions"][0]["parts"];
  REQUIRE(parts.size() == 6);
  CHECK(parts[2]["paragraph"] == "(b)");
  CHECK(parts[2]["state"] == "found");
  CHECK(parts[2]["pointer"] == "/reasons");
  CHECK(parts[2]["words"] == "The benches are worn.");
  CHECK(parts[2]["rule"].get<std::string>().rfind("reasons.", 0) == 0);
  CHECK(parts[3]["state"] == "not found in this paper");
  CHECK(parts[3]["words"].is_null());
}

TEST_CASE("check takes the id of a record in the index, and says the same of it") {
  const Sandbox box;
  box.write("papers/a.txt", kNotice + kRest);
  REQUIRE(box.moot({"ingest", "papers"}).code == 0);
  const Run file = box.moot({"check", "papers/a.txt"});
  const std::string id = file.out.substr(0, file.out.find(' '));
  const Run run = box.moot({"check", id});
  CHECK(run.code == 0);
  CHECK(run.out == file.out);
  CHECK(box.moot({"check", id.substr(0, 6)}).out == file.out);
  const Run unknown = box.moot({"check", "ffff0000ffff"});
  CHECK(unknown.code == 2);
  CHECK(unknown.out.empty());
  CHECK_THAT(unknown.err, Contains("there is no record with this id"));
}

TEST_CASE("check prefers a file to an id, and fails in a sentence where there is neither") {
  const Sandbox box;
  box.write("beef", kNotice + kRest);
  CHECK(box.moot({"check", "beef"}).code == 0);
  CHECK(box.moot({"check", "-"}, kNotice + kRest).code == 0);
  for (const char* wrong : {"gone.pdf", "dead-p1", "", "abc"}) {
    const Run run = box.moot({"check", wrong});
    INFO(wrong);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK_THAT(run.err, StartsWith("moot: "));
  }
}
