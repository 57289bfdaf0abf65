#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

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
  const Run run = box.moot({"ingest", "both.pdf", "--ocr", "off", "--index", "index"});
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

TEST_CASE("ingest --rules reads files again whose records other rules made, once") {
  const Sandbox box;
  box.write("a.txt", "Benches\n");
  box.write("rules/mine.json", R"({"pack": "mine", "rules": [
    {"id": "wards.mine", "field": "wards", "shape": "names", "labels": ["Wards of mine"]}]})");
  CHECK(box.moot({"ingest", "a.txt", "--index", "index"}).code == 0);
  CHECK_THAT(box.moot({"ingest", "a.txt", "--index", "index"}).out, Contains("1 unchanged"));
  const Run again = box.moot({"ingest", "a.txt", "--index", "index", "--rules", "rules"});
  INFO(again.err);
  CHECK_THAT(again.out, Contains("1 read"));
  CHECK_THAT(again.out, !Contains("unchanged"));
  const Run third = box.moot({"ingest", "a.txt", "--index", "index", "--rules", "rules"});
  CHECK_THAT(third.out, Contains("1 unchanged"));
}

TEST_CASE("ingest of scans tells the reason once, whatever number of pages they have") {
  const Sandbox box;
  box.write("scans/one.pdf", small_pdf({{}}));
  box.write("scans/two.pdf", small_pdf({{}, {}}));
  const Run run = box.moot({"ingest", "scans", "--ocr", "off", "--index", "index"});
  CHECK_THAT(run.err, Contains("moot: 2 files: none of its pages has text"));
}

TEST_CASE("ingest gives up a file that takes too much memory, says so, and reads the others") {
#if !defined(__SANITIZE_ADDRESS__)
  const Sandbox box;
  std::string lines;
  for (int i = 0; i < 4'000'000; ++i) lines += "a\n";
  box.write("papers/b.txt", lines);
  box.write("papers/a.txt", "Benches\n");
  box.write("papers/c.txt", "Lanterns\n");
  const Run run =
      box.moot({"ingest", "papers", "--index", "index", "--memory", "256", "--jobs", "1"});
  CHECK(run.code == 3);
  CHECK_THAT(run.out, Contains("2 read") && Contains("1 failed"));
  CHECK_THAT(run.err, Contains("b.txt: the reader gave up on this file") &&
                          Contains("more than 256 MB") && Contains("--memory 512"));
#endif
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

TEST_CASE("ingest: what failed is remembered, and tried again on request") {
  const Sandbox box;
  box.write("papers/a.txt", "Benches\n");
  box.write("papers/empty.pdf", "");
  CHECK_THAT(box.moot({"ingest", "papers", "--index", "index"}).out, Contains("1 read, 1 failed"));
  const Run again = box.moot({"ingest", "papers", "--index", "index"});
  CHECK(again.code == 3);
  CHECK_THAT(again.out, Contains("1 unchanged, 1 failed before"));
  CHECK(again.err.empty());
  const Run retry = box.moot({"ingest", "--retry-failed", "--index", "index"});
  CHECK(retry.code == 2);
  CHECK_THAT(retry.out, Contains("1 file in"));
  CHECK_THAT(retry.err, Contains("empty.pdf"));
  box.write("papers/empty.pdf", small_pdf({{"Ponds in Parks"}}));
  CHECK_THAT(box.moot({"ingest", "--retry-failed", "--index", "index"}).out, Contains("1 read"));
  const Run none = box.moot({"ingest", "--retry-failed", "--index", "index"});
  CHECK(none.code == 0);
  CHECK_THAT(none.out, Contains("Nothing has failed"));
}

TEST_CASE("ingest: the same bytes under two names are one record; a moved file is known") {
  const Sandbox box;
  box.write("papers/a.txt", "Benches in Parks\n");
  box.write("papers/b.txt", "Benches in Parks\n");
  const Run first = box.moot({"ingest", "papers", "--index", "index"});
  CHECK(first.code == 0);
  CHECK_THAT(first.out, Contains("1 read, 1 known under another name"));
  CHECK_THAT(first.out, Contains("now holds 1 record of 2 files"));
  fs::rename(box.path("papers/b.txt"), box.path("papers/c.txt"));
  const Run moved = box.moot({"ingest", "papers", "--index", "index"});
  CHECK_THAT(moved.out, Contains("0 read, 1 moved, 1 unchanged"));
  CHECK_THAT(moved.out, Contains("now holds 1 record of 2 files"));
}

TEST_CASE("ingest --prune forgets what is gone, but not a folder that is gone whole") {
  const Sandbox box;
  write_five(box);
  box.write("other/a.txt", "Benches\n");
  CHECK(box.moot({"ingest", "papers", "other", "--index", "index"}).code == 0);
  fs::remove(box.path("papers/kent_report.txt"));
  CHECK_THAT(box.moot({"ingest", "papers", "--index", "index"}).out,
             Contains("5 records of 6 files") || Contains("6 records of 6 files"));
  const Run pruned = box.moot({"ingest", "papers", "--prune", "--index", "index"});
  CHECK(pruned.code == 0);
  CHECK_THAT(pruned.out, Contains("4 unchanged, 1 gone and forgotten"));
  CHECK_THAT(pruned.out, Contains("5 records of 5 files"));
  for (const auto& file : fs::directory_iterator(box.path("papers"))) fs::remove(file.path());
  box.write("papers/new.txt", "Ponds\n");
  const Run emptied = box.moot({"ingest", "papers", "--prune", "--index", "index"});
  CHECK_THAT(emptied.out, Contains("4 gone and forgotten"));
  fs::remove(box.path("papers/new.txt"));
  box.write("papers2/b.txt", "Swings\n");
  box.write("papers2/c.txt", "Slides\n");
  CHECK(box.moot({"ingest", "papers2", "--index", "index"}).code == 0);
  fs::remove(box.path("papers2/b.txt"));
  fs::remove(box.path("papers2/c.txt"));
  const Run empty = box.moot({"ingest", "papers2", "other", "--prune", "--index", "index"});
  CHECK(empty.code == 3);
  CHECK_THAT(empty.err, Contains("papers2") && Contains("were not pruned"));
}

TEST_CASE("ingest: a file that changed and then fails keeps the records of its last good version") {
  const Sandbox box;
  box.write("a.txt", "Benches in Parks\n");
  CHECK(box.moot({"ingest", "a.txt", "--index", "index"}).code == 0);
  box.write("a.txt", "");
  CHECK(box.moot({"ingest", "a.txt", "--index", "index"}).code == 2);
  CHECK(box.moot({"search", "benches", "--index", "index"}).code == 0);
  box.write("a.txt", "Ponds in Parks\n");
  CHECK(box.moot({"ingest", "a.txt", "--index", "index"}).code == 0);
  CHECK(box.moot({"search", "benches", "--index", "index"}).code == 1);
  CHECK(box.moot({"search", "ponds", "--index", "index"}).code == 0);
}

TEST_CASE("ingest --log appends a line of JSON for each file") {
  const Sandbox box;
  box.write("papers/a.txt", "Benches\n");
  box.write("papers/empty.pdf", "");
  box.write("papers/part.pdf", small_pdf({{"Swings in Parks"}, {}}));
  for (int run = 0; run < 2; ++run) {
    box.moot({"ingest", "papers", "--index", "index", "--ocr", "off", "--log", "log.jsonl"});
  }
  std::istringstream lines(read_all(box.path("log.jsonl")));
  std::vector<std::string> events;
  for (std::string line; std::getline(lines, line);) {
    const auto event = nlohmann::json::parse(line);
    std::string told = event["event"];
    if (told == "file") told += " " + event["state"].get<std::string>();
    if (event.contains("gaps")) told += " " + event["gaps"].dump();
    events.push_back(told);
  }
  CHECK_THAT(events, Catch::UnorderedEquals(std::vector<std::string>{
                         "start", "file ingested", "file failed",
                         R"(file partial {"no-text-layer":1})", "end", "start", "end"}));
  const Run barred = box.moot({"ingest", "papers", "--index", "index", "--log", "no/log.jsonl"});
  CHECK(barred.code == 2);
  CHECK_THAT(barred.err, Contains("the log cannot be written"));
}

TEST_CASE("ingest does not take its log, its table of facts or an index for papers") {
  const Sandbox box;
  box.write("papers/a.txt", "Benches in Parks\n");
  box.write("papers/facts.csv", "path,body\na.txt,Parks Board\n");
  box.write("papers/gone.pdf.json", R"({"url": "https://marrow.example/gone"})");
  for (int i = 0; i < 2; ++i) {
    const Run run = box.moot({"ingest", "papers", "--facts", "papers/facts.csv", "--log",
                              "papers/log.jsonl", "--index", "papers/index"});
    CHECK(run.code == 3);
    CHECK_THAT(run.out, Contains(i == 0 ? "2 files" : "1 unchanged"));
    if (i == 0) CHECK_THAT(run.err, Contains("JSON data, no paper"));
  }
  CHECK(box.moot({"search", "benches", "--index", "papers/index"}).code == 0);
  CHECK(box.moot({"search", "marrow", "--index", "papers/index"}).code == 1);
}

TEST_CASE("ingest tells facts of files that are not there, and paths to retry that are not") {
  const Sandbox box;
  box.write("papers/a.txt", "Benches in Parks\n");
  box.write("facts.csv", "path,body\npapers/typo.txt,Parks Board\n");
  const Run run = box.moot({"ingest", "papers", "--facts", "facts.csv", "--index", "index"});
  CHECK(run.code == 3);
  CHECK_THAT(run.err, Contains("facts of files that are not there") && Contains("typo.txt"));
  const Run again = box.moot({"ingest", "--retry-failed", "nowhere", "--index", "index"});
  CHECK(again.code == 2);
  CHECK_THAT(again.err, Contains("nowhere"));
}

TEST_CASE("ingest takes facts from FILE.json and from a table") {
  const Sandbox box;
  box.write("papers/a.txt", "Benches in Parks\n");
  box.write("papers/a.txt.json", R"({"url": "https://marrow.example/a", "body": "Parks Board"})");
  box.write("papers/b.txt", "Ponds in Parks\n");
  box.write("papers/bad.txt", "Swings in Parks\n");
  box.write("papers/bad.txt.json", R"({"bodyy": "Parks Board"})");
  box.write("facts.csv", "path,meeting_date\npapers/b.txt,2024-05-06\npapers/a.txt,soon\n");
  const Run run = box.moot({"ingest", "papers", "--facts", "facts.csv", "--index", "index"});
  CHECK(run.code == 3);
  CHECK_THAT(run.out, Contains("3 read"));
  CHECK_THAT(run.err, Contains("bad.txt.json") && Contains("bodyy"));
  CHECK_THAT(run.err, Contains("facts.csv, line 3"));
  CHECK(box.moot({"search", "body:parks", "benches", "--index", "index"}).code == 0);
  CHECK(box.moot({"search", "date:2024-05", "ponds", "--index", "index"}).code == 0);
  // Facts that change reach the index though the paper has not changed.
  box.write("papers/a.txt.json", R"({"body": "Lanterns Committee"})");
  CHECK_THAT(box.moot({"ingest", "papers/a.txt", "--index", "index"}).out, Contains("1 unchanged"));
  CHECK(box.moot({"search", "body:lanterns", "--index", "index"}).code == 0);
  fs::remove(box.path("papers/a.txt.json"));
  CHECK(box.moot({"ingest", "papers/a.txt", "--index", "index"}).code == 0);
  CHECK(box.moot({"search", "body:lanterns", "--index", "index"}).code == 1);
}

TEST_CASE("ingest reads files whose names are not UTF-8") {
  const Sandbox box;
  box.write("papers/proc\xE8s.txt", "Benches in Parks\n");
  const Run run = box.moot({"ingest", "papers", "--index", "index"});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("1 read"));
  CHECK(box.moot({"search", "benches", "--index", "index"}).code == 0);
  CHECK_THAT(box.moot({"ingest", "papers", "--index", "index"}).out, Contains("1 unchanged"));
}

TEST_CASE("ingest --prune leaves a folder alone that is empty, as one whose disk is not mounted") {
  const Sandbox box;
  for (const char* name : {"m/a/1.txt", "m/a/2.txt", "m/b/3.txt"}) {
    box.write(name, std::string("Benches ") + name + "\n");
  }
  CHECK(box.moot({"ingest", "m", "--index", "index"}).code == 0);
  fs::remove(box.path("m/a/1.txt"));
  fs::remove(box.path("m/a/2.txt"));
  const Run empty = box.moot({"ingest", "m", "--prune", "--index", "index"});
  CHECK(empty.code == 3);
  CHECK_THAT(empty.out, Contains("3 records of 3 files"));
  fs::remove(box.path("m/a"));
  const Run gone = box.moot({"ingest", "m", "--prune", "--index", "index"});
  CHECK(gone.code == 0);
  CHECK_THAT(gone.out, Contains("2 gone and forgotten"));
}

TEST_CASE("ingest of more copies of a file than there are descriptors reads it once") {
  const Sandbox box;
  for (int i = 0; i < 100; ++i) box.write("m/" + std::to_string(i) + ".txt", "Benches\n");
  const int code = box.other({"sh", "-c",
                              "ulimit -n 64; exec " + std::string(MOOT_PROGRAM) +
                                  " ingest m --index index --jobs 1 >out.txt 2>err.txt"});
  INFO(read_all(box.path("err.txt")));
  CHECK(code == 0);
  CHECK_THAT(read_all(box.path("out.txt")), Contains("1 read, 99 known under another name"));
}
