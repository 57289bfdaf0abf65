#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "program.hpp"

using Catch::Contains;
using Json = nlohmann::json;

namespace {

/// Papers of a made-up council, and gold for one of them that is wrong about its title.
struct Scored : Sandbox {
  Scored() {
    write("papers/marrow/report.txt", five_papers().at("kent_report.txt"));
    write("papers/marrow/other.txt", five_papers().at("parish_minutes.txt"));
    write("gold/report.json", R"({"document": "marrow/report.txt", "kind": "report",
        "title": "Ponds in Parks", "key_decision": true})");
  }
};

}  // namespace

TEST_CASE("score prints each field, council and kind, and what is not right") {
  const Scored box;
  const Run run = box.moot({"score", "--gold", "gold", "papers", "--errors", "5", "--by-document"});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  for (const char* part : {"key_decision", "marrow ", "report ", "Ponds in Parks",
                           "0.667  gold/report.json", "1 papers in 1 files, 0 without a record",
                           "wholly right 0", "core fields (*)", "strictly", " seconds"}) {
    CHECK_THAT(run.out, Contains(part));
  }
  CHECK_THAT(box.moot({"score", "--gold", "gold", "papers"}).out, !Contains("Ponds in Parks"));
}

TEST_CASE("score --json has all figures, softly and strictly") {
  const Scored box;
  const Run run = box.moot({"score", "--gold", "gold", "papers", "--json", "--errors", "1"});
  CHECK(run.code == 0);
  const Json json = Json::parse(run.out);
  CHECK(json["schema"] == "moot.score/1");
  CHECK(json["papers"] == 1);
  CHECK(json["without_record"] == 0);
  CHECK(json["wholly_right"] == Json({{"soft", 0}, {"strict", 0}}));
  CHECK(json["seconds"].is_number());
  for (const char* measure : {"soft", "strict"}) {
    CHECK(json["core"][measure]["right"] == 2);
    CHECK(json["fields"]["title"][measure]["false"] == 1);
    CHECK(json["fields"]["title"][measure]["missed"] == 1);
    CHECK(json["fields"]["key_decision"][measure]["f1"] == 1.0);
    CHECK(json["councils"]["marrow"]["core"][measure]["right"] == 2);
    CHECK(json["kinds"]["report"]["core"][measure]["right"] == 2);
    CHECK(json["documents"][0]["fields"]["title"][measure]["right"] == 0);
  }
  CHECK(json["errors"][0]["gold"] == "Ponds in Parks");
  CHECK_FALSE(Json::parse(box.moot({"score", "--gold", "gold", "papers", "--json"}).out)
                  .contains("errors"));
}

TEST_CASE("score says which papers are not there, and counts them as missed") {
  const Scored box;
  box.write("more/gone.json", R"({"document": "gone.txt", "title": "Gone"})");
  const Run run = box.moot({"score", "--gold", "gold", "--gold", "more", "papers", "--json"});
  CHECK(run.code == 3);
  CHECK_THAT(run.err, Contains("gone.txt"));
  CHECK(Json::parse(run.out)["without_record"] == 1);
  CHECK(Json::parse(run.out)["fields"]["title"]["soft"]["missed"] == 2);
}

TEST_CASE("score fails with a sentence where there is nothing to compare") {
  const Scored box;
  box.write("empty/notes.txt", "no gold");
  box.write("broken/a.json", "{");
  struct Row {
    std::vector<std::string> arguments;
    const char* part;
  };
  const Row rows[] = {
      {{"score", "--gold", "nowhere", "papers"}, "nowhere"},
      {{"score", "--gold", "empty", "papers"}, "there are no gold files"},
      {{"score", "--gold", "broken", "papers"}, "broken/a.json"},
      {{"score", "--gold", "gold", "empty"}, "none of the papers"},
      {{"score", "papers"}, "moot help score"},
  };
  for (const Row& row : rows) {
    const Run run = box.moot(row.arguments);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK_THAT(run.err, Contains(row.part));
  }
}

TEST_CASE("rules score prints the figures that are compiled in") {
  const Sandbox box;
  const Run run = box.moot({"rules", "score"});
  CHECK(run.code == 0);
  for (const char* part : {"fired", "councils", "items.numbers ", " measured; "}) {
    CHECK_THAT(run.out, Contains(part));
  }
}

TEST_CASE("rules score --gold measures, and --write keeps the figures") {
  const Scored box;
  const Run run =
      box.moot({"rules", "score", "--gold", "gold", "papers", "--write", "figures.json"});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("key-decision.label "));
  const Json json = Json::parse(read_all(box.path("figures.json")));
  CHECK(json["schema"] == "moot.rules-measured/1");
  CHECK(json["rules"]["key-decision.label"] ==
        Json({{"fired", 1}, {"right", 1}, {"papers", 1}, {"councils", 1}}));
  CHECK(json["rules"]["title.subject-label"]["right"] == 0);
  const Run unwritten =
      box.moot({"rules", "score", "--gold", "gold", "papers", "--write", "no/where.json"});
  CHECK(unwritten.code == 2);
  CHECK_THAT(unwritten.err, Contains("no/where.json"));
  CHECK(box.moot({"rules", "score", "papers"}).code == 2);
}

TEST_CASE("extract gives the confidence of what a measured rule found") {
  const Scored box;
  const Json record = Json::parse(box.moot({"extract", "papers/marrow/report.txt"}).out);
  const Json evidence = record["evidence"]["/key_decision"];
  CHECK(evidence["rule"] == "key-decision.label");
  CHECK(evidence["confidence"].is_number());
  CHECK(evidence["confidence"] > 0.5);
  CHECK(evidence["confidence"] < 1.0);
}

TEST_CASE("score --without switches rules off, and says which there are not") {
  const Scored box;
  const auto key_decision = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"score", "--gold", "gold", "papers", "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return Json::parse(box.moot(arguments).out)["fields"]["key_decision"]["soft"]["right"];
  };
  CHECK(key_decision({}) == 1);
  CHECK(key_decision({"--without", "kind.strategy,key-decision.label"}) == 0);
  const Run run = box.moot({"score", "--gold", "gold", "papers", "--without", "items.numbers"});
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Contains("there is no rule 'items.numbers'"));
}

TEST_CASE("score --leave-one-out gives each council without its own rules") {
  const Scored box;
  const Run run = box.moot({"score", "--gold", "gold", "papers", "--leave-one-out", "--json"});
  CHECK(run.code == 0);
  const Json row = Json::parse(run.out)["leave_one_out"][0];
  CHECK(row["council"] == "marrow");
  CHECK(row["papers"] == 1);
  CHECK(row["rules"].size() > 1);
  CHECK(row["without"] < row["full"]);
  CHECK_THAT(box.moot({"score", "--gold", "gold", "papers", "--leave-one-out"}).out,
             Contains("leave one out"));
}
