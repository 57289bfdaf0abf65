#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "program.hpp"

using Catch::Contains;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

struct Library : Sandbox {
  Library() {
    environment["MOOT_INDEX"] = path("index").string();
    for (const auto& [name, text] : five_papers()) write("papers/" + name, text);
    REQUIRE(moot({"ingest", "papers"}).code == 0);
  }

  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(path("."))) {
      if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
    }
    return names;
  }
};

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> all;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) all.push_back(json::parse(line));
  return all;
}

/// Rows of a CSV text, as RFC 4180 has it.
std::vector<std::vector<std::string>> rows_of(const std::string& csv) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t at = 0; at < csv.size(); ++at) {
    const char c = csv[at];
    if (quoted) {
      if (c != '"') {
        rows.back().back() += c;
      } else if (at + 1 < csv.size() && csv[at + 1] == '"') {
        rows.back().back() += csv[++at];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.push_back({""});
    } else if (c != '\r') {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

std::string value_of(const std::vector<std::vector<std::string>>& rows, std::size_t row,
                     const std::string& column) {
  for (std::size_t i = 0; i < rows[0].size(); ++i) {
    if (rows[0][i] == column) return rows.at(row).at(i);
  }
  FAIL("no column " << column);
  return {};
}

}  // namespace

TEST_CASE("export --format jsonl: the records that show prints, also for a query") {
  const Library library;
  const Run all = library.moot({"export"});
  CHECK(all.code == 0);
  const auto records = lines_of(all.out);
  CHECK(records.size() == 5);
  for (const json& record : records) {
    const std::string id = record["id"];
    CHECK(record == json::parse(library.moot({"show", id, "--json"}).out));
  }
  const Run some = library.moot({"export", "lanterns", "-council:southwark"});
  CHECK(lines_of(some.out).size() == 1);
  const Run file = library.moot({"export", "council:kent", "--output", "kent.jsonl"});
  CHECK(file.code == 0);
  CHECK_THAT(file.out, Contains("kent.jsonl holds 3 papers"));
  CHECK(lines_of(read_all(library.path("kent.jsonl"))).size() == 3);
  CHECK(library.files() == std::vector<std::string>{"kent.jsonl"});
}

TEST_CASE("export --format csv: one row an entry, with ids, paper, pages and evidence") {
  const Library library;
  const Run run = library.moot({"export", "lanterns", "council:kent", "--format", "csv", "--table",
                                "implications", "--dictionary", "columns.csv"});
  CHECK(run.code == 0);
  const auto rows = rows_of(run.out);
  REQUIRE(rows.size() == 3);
  CHECK(value_of(rows, 1, "kind") == "financial");
  CHECK_THAT(value_of(rows, 1, "text"), Contains("\"all in\""));
  CHECK(value_of(rows, 1, "council") == "Kent County Council");
  CHECK(value_of(rows, 1, "paper_title") == "Lanterns on the Harbour Wall");
  CHECK(value_of(rows, 1, "paper_date") == "2024-01-17");
  CHECK(value_of(rows, 1, "id") ==
        value_of(rows, 1, "record_id") + "#" + value_of(rows, 1, "pointer"));
  CHECK_FALSE(value_of(rows, 1, "rule").empty());
  CHECK(value_of(rows, 2, "basis") == "stated");
  // The dictionary tells the columns that are there, in their order.
  const auto told = rows_of(read_all(library.path("columns.csv")));
  REQUIRE(told.size() == rows[0].size() + 2);
  for (std::size_t i = 0; i < rows[0].size(); ++i) {
    CHECK(told[i + 2][1] == rows[0][i]);
    CHECK_FALSE(told[i + 2][3].empty());
  }
  const auto papers = rows_of(library.moot({"export", "--format", "csv"}).out);
  CHECK(papers.size() == 6);
  CHECK(value_of(papers, 1, "sha256").size() == 64);
}

TEST_CASE("export: the dictionary does not take the place of its table") {
  const Library library;
  const Run run = library.moot({"export", "--format", "csv", "--table", "implications",
                                "--dictionary", "./a.csv", "-o", "a.csv"});
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Contains("--dictionary"));
  CHECK_FALSE(fs::exists(library.path("a.csv")));
}

TEST_CASE("export --format csv: hostile values stay values, and formulas text") {
  Library library;
  const std::string formula = "=HYPERLINK(\"https://x.example\",\"a, b\")";
  library.write("hostile/a\xFF.txt", "REPORT\n\nSubject: Benches\n");
  library.environment["MOOT_INDEX"] = library.path("other").string();
  REQUIRE(library.moot({"ingest", "hostile"}).code == 0);
  const auto records = lines_of(library.moot({"export"}).out);
  REQUIRE(records.size() == 1);
  REQUIRE(library.moot({"correct", records[0]["id"].get<std::string>(), "/title", formula}).code ==
          0);
  const auto title = [&](std::vector<std::string> more) {
    std::vector<std::string> words = {"export", "--format", "csv"};
    words.insert(words.end(), more.begin(), more.end());
    const Run run = library.moot(words);
    CHECK(run.code == 0);
    CHECK_THAT(run.out, Contains("a\xEF\xBF\xBD.txt"));
    return value_of(rows_of(run.out), 1, "title");
  };
  CHECK(title({}) == "'" + formula);
  CHECK(title({"--raw"}) == formula);
}

TEST_CASE("export --format sqlite and html: files that are whole") {
  const Library library;
  const Run database = library.moot({"export", "--format", "sqlite", "-o", "papers.db"});
  CHECK(database.code == 0);
  CHECK_THAT(read_all(library.path("papers.db")), Catch::StartsWith("SQLite format 3"));
  const Run again = library.moot({"export", "--format", "sqlite", "-o", "papers.db"});
  CHECK(again.code == 0);
  CHECK(library.moot({"export", "--format", "sqlite"}).code == 2);
  const Run page = library.moot({"export", "lanterns <>", "--format", "html", "-o", "papers.html"});
  CHECK(page.code == 0);
  const std::string html = read_all(library.path("papers.html"));
  CHECK_THAT(html, Catch::StartsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">") &&
                       Catch::EndsWith("</html>\n") && Contains("<main id=\"papers\">") &&
                       Contains("lanterns &lt;&gt;") && Contains("&quot;all in&quot;") &&
                       Contains("Lanterns on the Harbour Wall</h3>") && !Contains("<script"));
  CHECK(library.files().size() == 2);
}

TEST_CASE("export: where nothing matches, nothing is written") {
  const Library library;
  library.write("old.csv", "kept");
  for (const char* format : {"jsonl", "csv", "sqlite", "html"}) {
    const Run run = library.moot({"export", "xylophone", "--format", format, "-o", "old.csv"});
    CHECK(run.code == 1);
    CHECK_THAT(run.err, Contains("no paper matches"));
    CHECK(read_all(library.path("old.csv")) == "kept");
  }
  const Run table = library.moot({"export", "--format", "csv", "--table", "timetable"});
  CHECK(table.code == 1);
  CHECK(table.out.empty());
  CHECK_THAT(table.err, Contains("have nothing for this table"));
  CHECK(library.files().size() == 1);
}

TEST_CASE("export: what cannot be written is told, and no half file is left") {
  const Library library;
  library.write("old.db", "kept");
  for (const char* format : {"jsonl", "csv", "sqlite", "html"}) {
    const Run nowhere = library.moot({"export", "--format", format, "-o", "none/out"});
    CHECK(nowhere.code == 2);
    CHECK_THAT(nowhere.err, Catch::StartsWith("moot: none/out: "));
    CHECK(library.moot({"export", "--format", format, "-o", "papers"}).code == 2);
  }
  for (const char* format : {"jsonl", "csv", "html"}) {
    const Run full = library.moot({"export", "--format", format, "-o", "/dev/full"});
    CHECK(full.code == 2);
    CHECK_THAT(full.err, Contains("moot: /dev/full: the disk is full"));
  }
  CHECK(library.moot({"export", "--format", "sqlite", "-o", "/dev/full"}).code == 2);
  // No file may grow beyond 64 KB: to the program a full disk.
  const std::string limited =
      "ulimit -f 128; exec " MOOT_PROGRAM " export --index index -o old.db --format sqlite 2> err";
  CHECK(library.other({"sh", "-c", limited}) == 2);
  CHECK_THAT(read_all(library.path("err")),
             Catch::StartsWith("moot: old.db: ") && Contains("the disk is full"));
  CHECK(read_all(library.path("old.db")) == "kept");
  CHECK(library.files().size() == 2);
}

TEST_CASE("export: words that were suppressed are in no format") {
  const Library library;
  const json hits =
      json::parse(library.moot({"search", "\"forty lanterns\"", "--format", "json"}).out);
  const std::string id = hits["hits"][0]["id"];
  REQUIRE(library.moot({"suppress", id, "--words", "forty lanterns"}).code == 0);
  for (const std::vector<std::string>& format : {std::vector<std::string>{"--format", "jsonl"},
                                                 {"--format", "csv", "--table", "recommendations"},
                                                 {"--format", "csv", "--table", "passages"},
                                                 {"--format", "sqlite"},
                                                 {"--format", "html"},
                                                 {"--profile", "oparl"},
                                                 {"--profile", "popolo"}}) {
    std::vector<std::string> words = {"export", "-o", "out"};
    words.insert(words.end(), format.begin(), format.end());
    REQUIRE(library.moot(words).code == 0);
    CHECK_THAT(read_all(library.path("out")), !Contains("forty lanterns"));
  }
}

TEST_CASE("export: bad usage") {
  const Library library;
  const std::vector<std::vector<std::string>> rows = {
      {"--format", "xml"},
      {"--table", "ponds", "--format", "csv"},
      {"--profile", "atom"},
      {"--profile", "oparl", "--format", "csv"},
      {"--base-url", "here"},
      {"(lanterns"},
      {"--profile", "oparl", "--base-url", "https://a.example/?x#y"}};
  for (const auto& row : rows) {
    std::vector<std::string> words = {"export"};
    words.insert(words.end(), row.begin(), row.end());
    const Run run = library.moot(words);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
  }
  CHECK(library.moot({"export", "--index", "nowhere"}).code == 2);
}

TEST_CASE("export: an option that would do nothing is refused, with what it goes with") {
  const Library library;
  const std::pair<std::vector<std::string>, const char*> rows[] = {
      {{"--table", "contacts"}, "--table goes with --format csv"},
      {{"--format", "html", "--raw"}, "--raw goes with --format csv"},
      {{"--format", "sqlite", "-o", "out", "--dictionary", "d"}, "--dictionary goes with"},
      {{"--format", "csv", "--base-url", "https://a.example"}, "goes with --profile oparl"},
      {{"--profile", "popolo", "--base-url", "https://a.example"}, "goes with --profile oparl"},
      {{"--no-expand"}, "--no-expand goes with a QUERY"}};
  for (const auto& [options, told] : rows) {
    std::vector<std::string> words = {"export"};
    words.insert(words.end(), options.begin(), options.end());
    const Run run = library.moot(words);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK_THAT(run.err, Contains(told));
  }
  CHECK(library.files().empty());
}

TEST_CASE("export --profile popolo: to where nothing is found, nothing is written") {
  Library library;
  library.environment["MOOT_INDEX"] = library.path("other").string();
  library.write("dull/a.txt", "Benches and ponds.\n");
  REQUIRE(library.moot({"ingest", "dull"}).code == 0);
  const Run run = library.moot({"export", "--profile", "popolo"});
  CHECK(run.code == 1);
  CHECK(run.out.empty());
  CHECK_THAT(run.err, Contains("nothing for this profile, so nothing is written"));
}

TEST_CASE(
    "export --profile oparl: objects with what OParl 1.1 requires, whose ids lead somewhere") {
  const Library library;
  const std::string base = "https://marrow.example/oparl";
  const Run run = library.moot({"export", "--profile", "oparl", "--base-url", base});
  CHECK(run.code == 0);
  const std::map<std::string, std::vector<std::string>> required = {
      {"System", {"oparlVersion", "body"}},
      {"Body", {"name", "organization", "person", "meeting", "paper", "legislativeTerm"}},
      {"Organization", {"body", "name"}},
      {"Meeting", {"name", "start", "organization"}},
      {"Paper", {"name", "mainFile"}}};
  std::set<std::string> ids, types;
  const auto objects = lines_of(run.out);
  for (const json& object : objects) {
    CHECK(ids.insert(object["id"].get<std::string>()).second);
    CHECK_THAT(object["id"].get<std::string>(), Catch::StartsWith(base));
    const std::string type = object["type"];
    CHECK_THAT(type, Catch::StartsWith("https://schema.oparl.org/1.1/"));
    const std::string name = type.substr(type.rfind('/') + 1);
    types.insert(name);
    REQUIRE(required.count(name) == 1);
    for (const std::string& key : required.at(name)) CHECK(object.contains(key));
  }
  CHECK(types.size() >= 4);
  for (const json& object : objects) {
    if (object.contains("organization") && object["organization"].is_array()) {
      for (const json& id : object["organization"]) CHECK(ids.count(id.get<std::string>()) == 1);
    }
    for (const json& consultation : object.value("consultation", json::array())) {
      if (!consultation.is_object()) continue;
      CHECK(ids.count(consultation["meeting"].get<std::string>()) == 1);
    }
  }
}

TEST_CASE("export --profile popolo: arrays whose objects refer to each other") {
  const Library library;
  const Run run = library.moot({"export", "--profile", "popolo"});
  CHECK(run.code == 0);
  const json all = json::parse(run.out);
  std::set<std::string> ids;
  for (const auto& [name, objects] : all.items()) {
    for (const json& object : objects) CHECK(ids.insert(object["id"].get<std::string>()).second);
  }
  CHECK(all["organizations"].size() >= 3);
  CHECK_FALSE(all["motions"].empty());
  for (const auto& [name, objects] : all.items()) {
    for (const json& object : objects) {
      for (const char* reference : {"organization_id", "parent_id"}) {
        if (object.contains(reference)) CHECK(ids.count(object[reference].get<std::string>()) == 1);
      }
    }
  }
}
