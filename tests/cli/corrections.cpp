#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "program.hpp"

using Catch::Contains;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

// The name stands in the text, in the contacts, and across a line end.
constexpr const char* kReport = R"(Kent County Council

REPORT

To: Cabinet, 17 January 2024

Subject: Lanterns on the Harbour Wall

Key decision: Yes

Summary:
This report asks Cabinet to put new lanterns on the harbour wall. It was asked for by Ada
Quill, who keeps the harbour.

Recommendation(s):
Cabinet is asked to agree the purchase of forty lanterns.

1. Financial Implications

1.1 The lanterns cost forty thousand pounds, as Ada Quill has found.

Contact details

Report Author:
Ada Quill
Harbour Manager
01632 960123
ada.quill@kent.example
)";

/// An index of one report.
struct Library : Sandbox {
  Library() {
    environment["MOOT_INDEX"] = path("index").string();
    ingest(kReport);
  }

  void ingest(const std::string& text) const {
    write("papers/report.txt", text);
    REQUIRE(moot({"ingest", "papers"}).code == 0);
  }

  std::string id() const {
    const json hits = json::parse(moot({"search", "lanterns", "--format", "json"}).out);
    REQUIRE(hits["hits"].size() == 1);
    return hits["hits"][0]["id"];
  }

  json record() const { return json::parse(moot({"show", id(), "--json"}).out); }

  /// Where words stand in what the program prints of its index.
  std::vector<std::string> printed(const std::vector<std::string>& words) const {
    std::vector<std::string> found;
    for (std::vector<std::string> command :
         std::vector<std::vector<std::string>>{{"search", "lanterns"},
                                               {"search", "lanterns", "--format", "json"},
                                               {"search", "lanterns", "--format", "csv"},
                                               {"search", "harbour", "--format", "json"},
                                               {"search", "found", "--format", "csv"},
                                               {"show", id()},
                                               {"show", id(), "--evidence"},
                                               {"show", id(), "--json"},
                                               {"check", id()},
                                               {"check", id(), "--json"},
                                               {"corrections"},
                                               {"corrections", "--format", "json"},
                                               {"history", "papers/report.txt"},
                                               {"history", id(), "--format", "json"}}) {
      const Run run = moot(command);
      for (const std::string& word : words) {
        if ((run.out + run.err).find(word) != std::string::npos) found.push_back(command[0]);
      }
    }
    return found;
  }

  bool finds(const std::string& query) const { return moot({"search", query}).code == 0; }
};

/// The place of a contact that has this name; "" where there is none.
std::string contact_named(const json& record, const std::string& name) {
  for (std::size_t i = 0; i < record["contacts"].size(); ++i) {
    if (record["contacts"][i]["name"] == name) return "/contacts/" + std::to_string(i);
  }
  return {};
}

}  // namespace

TEST_CASE("correct: a value is another in what is shown and found, and can be taken back") {
  const Library library;
  const std::string id = library.id();
  const Run run = library.moot({"correct", id, "/title", "Beacons on the Harbour Wall"});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("Correction 1: /title of " + id));
  CHECK(library.record()["title"] == "Beacons on the Harbour Wall");
  CHECK(library.record()["evidence"]["/title"]["basis"] == "corrected");
  CHECK(library.finds("title:beacons"));
  CHECK_FALSE(library.finds("title:lanterns"));
  CHECK_THAT(library.moot({"corrections"}).out,
             Contains("1. /title of " + id) && Contains("\"Beacons on the Harbour Wall\""));
  const json rows = json::parse(library.moot({"corrections", "--format", "json"}).out);
  CHECK(rows["schema"] == "moot.corrections/1");
  CHECK(rows["corrections"][0]["value"] == "Beacons on the Harbour Wall");
  CHECK(rows["corrections"][0]["holds"] == true);

  const Run undone = library.moot({"correct", "--undo", "1"});
  CHECK(undone.code == 0);
  CHECK(library.record()["title"] == "Lanterns on the Harbour Wall");
  CHECK(library.finds("title:lanterns"));
  const Run none = library.moot({"corrections"});
  CHECK(none.code == 1);
  CHECK_THAT(none.out, Contains("Nothing has been corrected"));
}

TEST_CASE("correct and suppress tell mistakes in sentences, and change nothing") {
  const Library library;
  const std::string id = library.id();
  struct Row {
    std::vector<std::string> arguments;
    int code;
    const char* told;
  };
  const Row rows[] = {
      {{"correct", id, "/titel", "x"}, 2, "/titel"},
      {{"correct", id, "/report_date", "soon"}, 2, "/report_date"},
      {{"correct", id, "/id", "x"}, 2, "/id"},
      {{"correct", "ffff", "/title", "x"}, 1, "no record with this id"},
      {{"correct", id, "/title"}, 2, "VALUE"},
      {{"correct"}, 2, "ID"},
      {{"correct", "--undo", "7"}, 1, "no correction 7"},
      {{"correct", "--undo", "none"}, 2, "none"},
      {{"suppress", id}, 2, "POINTER is required, or --words"},
      {{"suppress", id, "/dispensations"}, 2, "nothing at '/dispensations'"},
      {{"suppress", id, "--words", "a"}, 2, "too few"},
      {{"suppress", id, "/title", "--words", "lanterns"}, 2, "--words"},
      {{"correct", id, "/title", "x", "--index", "nowhere"}, 2, "no index"},
  };
  for (const Row& row : rows) {
    const Run run = library.moot(row.arguments);
    CHECK(run.code == row.code);
    CHECK_THAT(run.err, Contains(row.told));
  }
  CHECK(library.moot({"corrections"}).code == 1);
  CHECK_FALSE(fs::exists(library.path("nowhere")));
}

TEST_CASE("suppress: a person is shown and found no more, also in new records") {
  const Library library;
  REQUIRE(library.finds("quill"));
  const std::string contact = contact_named(library.record(), "Ada Quill");
  REQUIRE(contact != "");
  const Run run = library.moot({"suppress", library.id(), contact});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("places of the file's text") && !Contains("Quill"));
  const std::vector<std::string> person = {"Quill", "quill", "960123"};
  CHECK(library.printed(person).empty());
  CHECK_FALSE(library.finds("quill"));
  CHECK_FALSE(library.finds("960123"));
  CHECK(library.record()["contacts"].empty());
  CHECK_THAT(library.record()["summary"].get<std::string>(), Contains("█"));

  SECTION("after reextract, whose report does not show it either") {
    library.write("rules/mine.json", R"({"pack": "mine", "rules": [
      {"id": "wards.mine", "field": "wards", "shape": "names", "labels": ["Wards of mine"]}]})");
    const Run renewed = library.moot({"reextract", "--rules", "rules", "--show", "50"});
    CHECK(renewed.code == 0);
    CHECK_THAT(renewed.out, Contains("1 made anew") && !Contains("Quill"));
    CHECK(library.printed(person).empty());
    CHECK_FALSE(library.finds("quill"));
  }
  SECTION("in the next version of the file, and in the old one") {
    const std::string old = library.id();
    library.ingest(std::string(kReport) + "\nAda Quill will also paint them.\n");
    CHECK(library.id() != old);
    CHECK(library.printed(person).empty());
    CHECK_FALSE(library.finds("quill"));
    CHECK_THAT(library.moot({"show", old, "--json"}).out, !Contains("Quill"));
  }
  SECTION("until it is taken back") {
    CHECK(library.moot({"correct", "--undo", "1"}).code == 0);
    CHECK(library.finds("quill"));
    CHECK(contact_named(library.record(), "Ada Quill") == contact);
  }
}

TEST_CASE("suppress --words: words are hidden wherever they stand, also in values typed before") {
  const Library library;
  CHECK(library.moot({"correct", library.id(), "/title", "Lanterns for Ada Quill"}).code == 0);
  CHECK_THAT(library.moot({"corrections"}).out, Contains("Quill"));
  const Run run = library.moot({"suppress", library.id(), "--words", "-"}, "ada quill\n");
  CHECK(run.code == 0);
  CHECK(library.printed({"Quill"}).empty());
  CHECK_FALSE(library.finds("\"ada quill\""));
  const json rows = json::parse(library.moot({"corrections", "--format", "json"}).out);
  REQUIRE(rows["corrections"].size() == 2);
  CHECK(rows["corrections"][1]["pointer"].is_null());
  CHECK(rows["corrections"][1]["value"].is_null());
  CHECK(rows["corrections"][1]["suppressed"] == true);
}

TEST_CASE("suppress --words that stand nowhere in the file are kept, and it is said") {
  const Library library;
  const Run run = library.moot({"suppress", library.id(), "--words", "Nobody Atall"});
  CHECK(run.code == 3);
  CHECK_THAT(run.out, Catch::Contains("0 places"));
  CHECK_THAT(run.err, Catch::Contains("nothing of this file is hidden"));
  REQUIRE(library.moot({"correct", library.id(), "/title", "Minutes with Somebody Else"}).code ==
          0);
  CHECK(library.moot({"suppress", library.id(), "--words", "Somebody Else"}).code == 0);
}

TEST_CASE("suppress of an earlier version holds for the next, and the other way round") {
  const Library library;
  const std::string old = library.id();
  library.ingest(std::string(kReport) + "\nThe wall is old.\n");
  CHECK(library.moot({"suppress", library.id(), "--words", "Ada Quill"}).code == 0);
  CHECK_THAT(library.moot({"show", old, "--json"}).out, !Contains("Quill"));
}

TEST_CASE("suppress in a paper that was to follow leaves the others that were") {
  Sandbox box;
  box.environment["MOOT_INDEX"] = box.path("index").string();
  const std::vector<std::string> names = {"benches", "ponds", "swings"};
  for (const std::string& name : names) box.write("papers/" + name + ".txt", "Paper to follow\n");
  REQUIRE(box.moot({"ingest", "papers"}).code == 0);
  for (const std::string& name : names) {
    std::string text = kReport;
    text.replace(text.find("Lanterns on"), 8, name);
    box.write("papers/" + name + ".txt", text);
  }
  REQUIRE(box.moot({"ingest", "papers"}).code == 0);
  const auto found = [&](const std::string& query) {
    return json::parse(box.moot({"search", query, "--format", "json"}).out)["hits"];
  };
  REQUIRE(found("quill").size() == 3);
  const std::string ponds = found("title:ponds")[0]["id"];
  CHECK(box.moot({"suppress", ponds, "--words", "Ada Quill"}).code == 0);
  const json left = found("quill");
  REQUIRE(left.size() == 2);
  for (const json& hit : left) CHECK(hit["id"] != ponds);
}

TEST_CASE("correct follows a file to its next version, as long as the same value stands there") {
  const Library library;
  const std::string old = library.id();
  CHECK(library.moot({"correct", old, "/title", "Beacons"}).code == 0);
  CHECK(library.moot({"correct", old, "/key_decision", "no"}).code == 0);
  std::string text = kReport;
  text.replace(text.find("Lanterns on the"), 8, "Torches ");
  library.ingest(text);
  CHECK(library.id() != old);
  CHECK(library.record()["title"] == "Torches on the Harbour Wall");
  CHECK(library.record()["key_decision"] == false);
  CHECK(json::parse(library.moot({"show", old, "--json"}).out)["title"] == "Beacons");
  // What is said of a later version does not reach back.
  CHECK(library.moot({"correct", library.id(), "/classification", "Public"}).code == 0);
  CHECK(json::parse(library.moot({"show", old, "--json"}).out)["classification"].is_null());
}

TEST_CASE("correct of what a paper lacks does not go to another paper under the same name") {
  const Library library;
  CHECK(library.moot({"correct", library.id(), "/key_decision", "no"}).code == 0);
  library.ingest(
      "Little Marrow Borough Council\n\nSewage Board\n\nMinutes\n\nThe board looked at "
      "three pumps, two lanterns and the weir, and went home early because of the rain.\n");
  CHECK(library.record()["key_decision"].is_null());
}

TEST_CASE("suppress in one paper of a pack hides the words in the other papers of the file") {
  Sandbox box;
  box.environment["MOOT_INDEX"] = box.path("index").string();
  const auto paper = [](const char* item, const char* title, const char* summary) {
    return std::vector<std::string>{item,
                                    "REPORT",
                                    "To: Parks Committee, 4 March 2025",
                                    "",
                                    std::string("Subject: ") + title,
                                    "",
                                    "Summary:",
                                    summary,
                                    "",
                                    "Recommendations:",
                                    "That the committee notes this report."};
  };
  box.write("pack.pdf", small_pdf({paper("Agenda Item 5", "Benches", "Ada Quill counts benches."),
                                   paper("Agenda Item 6", "Ponds", "Ada Quill counts ponds.")}));
  REQUIRE_THAT(box.moot({"ingest", "pack.pdf"}).out, Contains("2 papers"));
  const auto search = [&](const std::string& query) {
    return json::parse(box.moot({"search", query, "--format", "json"}).out)["hits"];
  };
  REQUIRE(search("quill").size() == 2);
  const std::string benches = search("benches")[0]["id"], ponds = search("ponds")[0]["id"];
  REQUIRE(benches != ponds);
  CHECK(box.moot({"suppress", benches, "--words", "Ada Quill"}).code == 0);
  CHECK(search("quill").empty());
  for (const char* form : {"text", "json", "csv"}) {
    CHECK_THAT(box.moot({"search", "counts", "--format", form}).out,
               Contains("█") && !Contains("Quill"));
  }
  CHECK_THAT(box.moot({"show", ponds}).out, Contains("counts ponds") && !Contains("Quill"));
  CHECK_THAT(box.moot({"show", ponds, "--json"}).out, !Contains("Quill"));
  CHECK_THAT(box.moot({"check", ponds}).out, !Contains("Quill"));
}

TEST_CASE("correct and suppress while another writes say who does, and change nothing") {
  const Library library;
  const std::string id = library.id();
  const int lock = open(library.path("index/lock").c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(flock(lock, LOCK_EX | LOCK_NB) == 0);
  REQUIRE(pwrite(lock, "process 7 on marrow\n", 20, 0) == 20);
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"correct", id, "/title", "Beacons"},
        std::vector<std::string>{"suppress", id, "/title"},
        std::vector<std::string>{"correct", "--undo", "1"},
        std::vector<std::string>{"reextract", "--again"}}) {
    const Run run = library.moot(command);
    CHECK(run.code == 2);
    CHECK_THAT(run.err, Contains("the index is being written by process 7 on marrow"));
  }
  close(lock);
  CHECK(library.moot({"corrections"}).code == 1);
}

TEST_CASE("history does not tell what was suppressed, though facts beside the file say it") {
  const Sandbox box;
  box.write("a.txt", "Little Marrow Parish Council\n\nReport by Ada Quill on benches\n");
  box.write("a.txt.json", R"({"body": "Panel of Ada Quill"})");
  CHECK(box.moot({"ingest", "a.txt", "--index", "index"}).code == 0);
  const Run found = box.moot({"search", "benches", "--format", "json", "--index", "index"});
  const auto hits = nlohmann::json::parse(found.out);
  const std::string id = hits["hits"][0]["id"];
  CHECK(box.moot({"suppress", id, "--words", "Ada Quill", "--index", "index"}).code == 0);
  for (const char* format : {"text", "json"}) {
    const Run run = box.moot({"history", "a.txt", "--format", format, "--index", "index"});
    CHECK(run.code == 0);
    CHECK_THAT(run.out, Catch::Contains("Panel of") && !Catch::Contains("Quill"));
  }
}
