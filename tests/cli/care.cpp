#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "program.hpp"

using Catch::Contains;
namespace fs = std::filesystem;

namespace {

/// An index of five papers.
struct Kept : Sandbox {
  Kept() {
    for (const auto& [name, text] : five_papers()) write("papers/" + name, text);
    REQUIRE(moot({"ingest", "-q", "papers", "--index", "index"}).code == 0);
  }
  std::string found(const std::string& index) const {
    return moot({"search", "lanterns", "--index", index}).out;
  }
  /// Writes bytes over what a file of the index holds.
  void damage(const std::string& name) const {
    write(name, std::string(fs::file_size(path(name)), 'Z'));
  }
};

}  // namespace

TEST_CASE("doctor says that an index is sound, what is wrong, and mends it") {
  const Kept box;
  const Run sound = box.moot({"doctor", "--index", "index"});
  CHECK(sound.code == 0);
  CHECK_THAT(sound.out, Contains("is sound: 5 files, 5 documents, 5 records"));
  const std::string before = box.found("index");
  box.damage("index/xapian/0/postlist.glass");
  const Run wrong = box.moot({"doctor", "--index", "index"});
  CHECK(wrong.code == 3);
  CHECK_THAT(wrong.out, Contains("Wrong: ") && Contains("moot doctor --repair"));
  fs::remove_all(box.path("papers"));
  const Run mended = box.moot({"doctor", "--repair", "--index", "index"});
  CHECK(mended.code == 0);
  CHECK_THAT(mended.out, Contains("It was mended.") && Contains("is sound"));
  CHECK(box.found("index") == before);
}

TEST_CASE("doctor fails, with what is left to do, where nothing can be mended") {
  const Kept box;
  box.damage("index/catalogue.sqlite");
  for (const auto& arguments : {std::vector<std::string>{"doctor", "--index", "index"},
                                {"doctor", "--repair", "--index", "index"}}) {
    const Run run = box.moot(arguments);
    CHECK(run.code == 2);
    CHECK_THAT(run.err, Contains("damaged") && Contains("moot backup"));
  }
  CHECK(box.moot({"doctor", "--index", "elsewhere"}).code == 2);
}

TEST_CASE("an index of another format is refused by every command, which says what to do") {
  const Kept box;
  struct Row {
    char format;
    const char* what_to_do;
  };
  for (const Row& row : {Row{1, "moot doctor --repair"}, Row{99, "or a later one"}}) {
    // Where SQLite keeps the number: the last of four bytes.
    std::string bytes = read_all(box.path("index/catalogue.sqlite"));
    bytes[63] = row.format;
    box.write("index/catalogue.sqlite", bytes);
    for (const auto& arguments : std::vector<std::vector<std::string>>{{"ingest", "papers"},
                                                                       {"search", "lanterns"},
                                                                       {"show", "a"},
                                                                       {"check", "a1b2c3d4"},
                                                                       {"status"},
                                                                       {"coverage"},
                                                                       {"backup", "copy"}}) {
      std::vector<std::string> words = arguments;
      words.insert(words.end(), {"--index", "index"});
      const Run run = box.moot(words);
      CHECK(run.code == 2);
      CHECK(run.out.empty());
      CHECK_THAT(run.err, Contains("has format " + std::to_string(row.format)));
      CHECK_THAT(run.err, Contains(row.what_to_do));
    }
  }
  CHECK(box.moot({"doctor", "--index", "index"}).code == 2);
  CHECK_FALSE(fs::exists(box.path("copy")));
  CHECK_FALSE(fs::exists(box.path("copy.part")));
}

TEST_CASE("backup copies an index, and the copy is one") {
  const Kept box;
  const Run run = box.moot({"backup", "copy", "--index", "index"});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("5 records of 5 files"));
  CHECK(box.found("copy") == box.found("index"));
  CHECK(box.moot({"doctor", "--index", "copy"}).code == 0);
  const Run again = box.moot({"backup", "copy", "--index", "index"});
  CHECK(again.code == 2);
  CHECK_THAT(again.err, Contains("folder of its own"));
  CHECK(box.moot({"backup", "other", "--index", "elsewhere"}).code == 2);
  CHECK_FALSE(fs::exists(box.path("other")));
}

TEST_CASE("an index can be carried elsewhere, and knows its files at another place") {
  const Kept box;
  const std::string before = box.found("index");
  fs::create_directories(box.path("far"));
  fs::copy(box.path("index"), box.path("far/away"), fs::copy_options::recursive);
  CHECK(box.found("far/away") == before);
  // The papers are carried too.
  fs::rename(box.path("papers"), box.path("carried"));
  const Run moved = box.moot({"ingest", "carried", "--index", "far/away"});
  CHECK(moved.code == 0);
  CHECK_THAT(moved.out, Contains("0 read, 5 moved"));
  CHECK_THAT(moved.out, Contains("now holds 5 records of 5 files"));
  CHECK_THAT(box.moot({"search", "weir", "--format", "json", "--index", "far/away"}).out,
             Contains("carried/kent_decision.txt"));
  CHECK(box.moot({"doctor", "--index", "far/away"}).code == 0);
  // Where they are at both places, they are known.
  fs::copy(box.path("carried"), box.path("twice"), fs::copy_options::recursive);
  const Run known = box.moot({"ingest", "twice", "--index", "far/away"});
  CHECK(known.code == 0);
  CHECK_THAT(known.out, Contains("0 read, 5 known under another name"));
}
