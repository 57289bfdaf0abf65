#include <catch2/catch.hpp>

#include "program.hpp"

using Catch::Contains;
namespace fs = std::filesystem;

namespace {

void write_five(const Sandbox& box) {
  for (const auto& [name, text] : five_papers()) box.write("papers/" + name, text);
}

}  // namespace

TEST_CASE("ingest reads a folder, sums up, and passes over what has not changed") {
  const Sandbox box;
  write_five(box);
  const Run first = box.moot({"ingest", "papers", "--index", "index"});
  CHECK(first.code == 0);
  CHECK(first.err.empty());
  CHECK_THAT(first.out, Contains("5 files in"));
  CHECK_THAT(first.out, Contains("5 read"));
  CHECK_THAT(first.out, Contains("5 papers, 5 records"));
  const Run again = box.moot({"ingest", "papers/", "--index", "index"});
  CHECK(again.code == 0);
  CHECK_THAT(again.out, Contains("0 read, 5 unchanged"));
  CHECK_THAT(again.out, Contains("now holds 5 records of 5 files"));
  box.write("papers/kent_report.txt", five_papers().at("kent_report.txt") + "\nMore.\n");
  CHECK_THAT(box.moot({"ingest", "papers", "--index", "index"}).out,
             Contains("1 read, 4 unchanged"));
}

TEST_CASE("ingest finds the index folder by option, MOOT_INDEX, XDG_DATA_HOME and home") {
  Sandbox box;
  box.write("a.txt", "Benches in Parks\n");
  CHECK(box.moot({"ingest", "a.txt"}).code == 0);
  CHECK(fs::exists(box.path("home/.local/share/moot/index/catalogue.sqlite")));
  box.environment["XDG_DATA_HOME"] = box.path("data").string();
  CHECK(box.moot({"ingest", "a.txt"}).code == 0);
  CHECK(fs::exists(box.path("data/moot/index/catalogue.sqlite")));
  box.environment["MOOT_INDEX"] = box.path("mine").string();
  CHECK(box.moot({"ingest", "a.txt"}).code == 0);
  CHECK(fs::exists(box.path("mine/catalogue.sqlite")));
  CHECK(box.moot({"ingest", "a.txt", "--index", "here"}).code == 0);
  CHECK(fs::exists(box.path("here/catalogue.sqlite")));
}

TEST_CASE("ingest reads the good files beside the bad ones, lists all reasons, exits with 3") {
  const Sandbox box;
  write_five(box);
  box.write("papers/empty.pdf", "");
  box.write("papers/void.pdf", "");
  box.write("papers/scan.pdf", small_pdf({{}}));
  box.write("papers/photo.jpg", std::string("\xFF\xD8\xFF\xE0\x00\x10JFIF", 10));
  fs::create_directory_symlink(box.path("papers"), box.path("papers/loop"));
  const Run run = box.moot({"ingest", "papers", "--index", "index", "--jobs", "3"});
  CHECK(run.code == 3);
  CHECK_THAT(run.out, Contains("5 read"));
  CHECK_THAT(run.out, Contains("2 skipped"));
  CHECK_THAT(run.out, Contains("3 failed"));
  for (const char* name : {"empty.pdf", "void.pdf", "scan.pdf", "photo.jpg", "papers/loop"}) {
    CHECK_THAT(run.err, Contains(name));
  }
  // The same reason is given once.
  CHECK_THAT(run.err, Contains("moot: 2 files: "));
  const Run search = box.moot({"search", "lanterns", "--index", "index"});
  CHECK(search.code == 0);
}

TEST_CASE("ingest of a page without text beside pages with text is told as read in part") {
  const Sandbox box;
  box.write("both.pdf", small_pdf({{"Little Marrow Parish Council", "Benches in Parks"}, {}}));
  const Run run = box.moot({"ingest", "both.pdf", "--index", "index"});
  CHECK(run.code == 3);
  CHECK_THAT(run.out, Contains("1 read in part"));
  CHECK_THAT(run.err, Contains("both.pdf, page 2"));
}

TEST_CASE("ingest exits with 2 where nothing can be read or written") {
  const Sandbox box;
  box.write("empty.txt", "");
  fs::create_directory(box.path("folder"));
  CHECK(box.moot({"ingest", "empty.txt", "--index", "index"}).code == 2);
  const Run none = box.moot({"ingest", "folder", "--index", "index"});
  CHECK(none.code == 2);
  CHECK_THAT(none.err, Contains("no file"));
  CHECK(box.moot({"ingest", "gone", "--index", "index"}).code == 2);
  box.write("a.txt", "Benches\n");
  const Run blocked = box.moot({"ingest", "a.txt", "--index", "a.txt/index"});
  CHECK(blocked.code == 2);
  CHECK_THAT(blocked.err, Contains("a.txt/index"));
}

TEST_CASE("ingest of a file that is not read and was named itself is a failure") {
  const Sandbox box;
  box.write("photo.jpg", std::string("\xFF\xD8\xFF\xE0\x00\x10JFIF", 10));
  box.write("a.txt", "Benches\n");
  const Run run = box.moot({"ingest", "photo.jpg", "a.txt", "--index", "index"});
  CHECK(run.code == 3);
  CHECK_THAT(run.out, Contains("1 failed"));
}

TEST_CASE("ingest --rules reads unchanged files again") {
  const Sandbox box;
  box.write("a.txt", "Benches\n");
  box.write("rules/none.json", "");
  CHECK(box.moot({"ingest", "a.txt", "--index", "index"}).code == 0);
  CHECK_THAT(box.moot({"ingest", "a.txt", "--index", "index"}).out, Contains("1 unchanged"));
  fs::remove(box.path("rules/none.json"));
  const Run again = box.moot({"ingest", "a.txt", "--index", "index", "--rules", "rules"});
  INFO(again.err);
  CHECK_THAT(again.out, Contains("1 read"));
  CHECK_THAT(again.out, !Contains("unchanged"));
}

TEST_CASE("ingest of scans tells the reason once, whatever number of pages they have") {
  const Sandbox box;
  box.write("scans/one.pdf", small_pdf({{}}));
  box.write("scans/two.pdf", small_pdf({{}, {}}));
  const Run run = box.moot({"ingest", "scans", "--index", "index"});
  CHECK_THAT(run.err, Contains("moot: 2 files: none of its pages has text"));
}

TEST_CASE("ingest --quiet prints only what could not be read") {
  const Sandbox box;
  box.write("a.txt", "Benches\n");
  box.write("empty.txt", "");
  const Run run = box.moot({"ingest", "-q", "a.txt", "empty.txt", "--index", "index"});
  CHECK(run.code == 3);
  CHECK(run.out.empty());
  CHECK_THAT(run.err, Catch::StartsWith("moot: empty.txt: "));
}
