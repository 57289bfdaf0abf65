#include "extractors/gold.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/support/make_document.hpp"

using namespace moot;

TEST_CASE("parse_gold reads what a person may write") {
  const auto gold = parse_gold(
      "\xEF\xBB\xBF"
      R"({
      "document": "marrow/a.pdf", "pages": [3, 5], "council": "Marrow Parish Council",
      "title": null, "decision_number": 12,
      "wards": ["All", {"text": "Marrow", "optional": true}],
      "options": ["Do nothing", {"number": 2, "text": "Mend it"}],
      "from": ["Ada Thornbury"],
      "items": [{"number": "1", "title": "Pond",
                 "resolutions": ["To clear it", {"text": "To note", "optional": true}]}]})",
      "gold/a.json");
  REQUIRE(gold);
  CHECK(gold->path == "gold/a.json");
  CHECK(gold->document == "marrow/a.pdf");
  CHECK(gold->pages == std::pair(3, 5));
  REQUIRE(gold->record.council);
  CHECK(gold->record.council->name == "Marrow Parish Council");
  CHECK(gold->record.decision_number == "12");
  CHECK(gold->record.wards == std::vector<std::string>{"All", "Marrow"});
  REQUIRE(gold->record.options.size() == 2);
  CHECK(gold->record.options[0].text == "Do nothing");
  CHECK(gold->record.options[1].number == "2");
  CHECK(gold->record.from.at(0).name == "Ada Thornbury");
  CHECK(gold->record.items.at(0).resolutions == std::vector<std::string>{"To clear it", "To note"});
  CHECK(gold->optional == std::set<std::string>{"/wards/1", "/items/0/resolutions/1"});
  CHECK(gold->stated.contains("/title"));
  CHECK(gold->stated.contains("/items/0/resolutions"));
  CHECK_FALSE(gold->stated.contains("/summary"));
}

TEST_CASE("parse_gold says which file is wrong") {
  for (const char* text :
       {"", "[]", "{}", R"({"document": 3})", R"({"document": "a", "pages": [1]})",
        R"({"document": "a", "wards": [null]})"}) {
    CAPTURE(text);
    const auto gold = parse_gold(text, "gold/a.json");
    REQUIRE_FALSE(gold);
    CHECK(gold.error().kind == ErrorKind::BadDocument);
    CHECK(gold.error().where == "gold/a.json");
  }
}

TEST_CASE("is_document compares the end of a path, part by part") {
  Gold gold;
  gold.document = "marrow/a.pdf";
  CHECK(is_document(gold, "marrow/a.pdf"));
  CHECK(is_document(gold, "/papers/marrow/a.pdf"));
  CHECK_FALSE(is_document(gold, "/papers/vegetable-marrow/a.pdf"));
  CHECK_FALSE(is_document(gold, "/papers/a.pdf"));
}

TEST_CASE("read_gold reads the folders below, in order, and says what is missing") {
  namespace fs = std::filesystem;
  const test::TempDir temporary;
  const fs::path folder = fs::path(temporary.path()) / "gold";
  CHECK(read_gold(folder.string()).error().kind == ErrorKind::Io);
  fs::create_directories(folder / "b" / ".hidden");
  CHECK(read_gold(folder.string()).error().where == folder.string());
  for (const char* name : {"b/2.json", "a.json", "b/.hidden/c.json", "b/.d.json", "notes.txt"}) {
    std::ofstream(folder / name) << R"({"document": "x.pdf"})";
  }
  const auto golds = read_gold(folder.string());
  REQUIRE(golds);
  REQUIRE(golds->size() == 2);
  CHECK((*golds)[0].path == (folder / "a.json").string());
  CHECK((*golds)[1].path == (folder / "b/2.json").string());
}
