#include <catch2/catch.hpp>

#include "program.hpp"

using Catch::Contains;

TEST_CASE("inspect prints each stage of a PDF, one thing a line") {
  const Sandbox box;
  box.write("a.pdf", small_pdf({{"Little Marrow Parish Council", "Benches in Parks"}}));
  struct Row {
    const char* stage;
    const char* part;
  };
  const Row rows[] = {{"pages", "| Benches\n"},
                      {"lines", "body | Benches in Parks\n"},
                      {"papers", "paper 1 pages 1-1"},
                      {"sections", "Benches in Parks"},
                      {"record", "\"schema\": \"moot.record/1\""},
                      {"entries", "entry "}};
  for (const Row& row : rows) {
    const Run run = box.moot({"inspect", row.stage, "a.pdf"});
    CHECK(run.code == 0);
    CHECK_THAT(run.out, Contains(row.part));
    // The same twice: no time, no address in it.
    CHECK(run.out == box.moot({"inspect", row.stage, "a.pdf"}).out);
  }
}

TEST_CASE("with --ocr force OCR reads the picture of a page, and the record says so") {
  const Sandbox box;
  box.write("a.pdf", small_pdf({{"Little Marrow Parish Council", "Benches in Parks"}}));
  const Run off = box.moot({"extract", "--ocr", "off", "a.pdf"});
  CHECK_THAT(off.out, Contains("\"ocr\":false"));
  const Run forced = box.moot({"extract", "--ocr", "force", "a.pdf"});
  CHECK(forced.code == 0);
  CHECK(forced.err.empty());
  CHECK_THAT(forced.out, Contains("\"ocr\":true"));
  CHECK_THAT(forced.out, Contains("ocr-used"));
  CHECK_THAT(box.moot({"inspect", "lines", "--ocr", "force", "a.pdf"}).out,
             Contains("| Little Marrow Parish Council"));
  const Run missing = box.moot({"extract", "--ocr", "force", "--ocr-language", "xqz", "a.pdf"});
  CHECK(missing.code == 0);
  CHECK_THAT(missing.out, Contains("ocr-not-installed"));
  const Run wrong = box.moot({"extract", "--ocr", "always", "a.pdf"});
  CHECK(wrong.code == 2);
  CHECK_THAT(wrong.err, Contains("auto, off or force, not 'always'"));
}

TEST_CASE("inspect pages of a text says that it has none") {
  const Sandbox box;
  box.write("a.txt", "Benches in Parks\n");
  const Run run = box.moot({"inspect", "pages", "a.txt"});
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Contains("moot inspect lines"));
}

TEST_CASE("rules list and rules test know the built-in rules") {
  const Sandbox box;
  const Run list = box.moot({"rules", "list", "--field", "title"});
  CHECK(list.code == 0);
  CHECK_THAT(list.out, Contains("title."));
  CHECK(box.moot({"rules", "list", "--field", "nonsense"}).code == 1);
  const Run test = box.moot({"rules", "test"});
  CHECK(test.code == 0);
  CHECK_THAT(test.out, Contains("all right"));
}

TEST_CASE("a folder of rules that is not there, or holds a mistake, is told") {
  const Sandbox box;
  box.write("a.txt", "Benches\n");
  const Run gone = box.moot({"extract", "a.txt", "--rules", "no-rules"});
  CHECK(gone.code == 2);
  CHECK_THAT(gone.err, Contains("no-rules"));
  box.write("rules/mine.json", "{ \"rules\": [ ");
  const Run wrong = box.moot({"rules", "test", "--rules", "rules"});
  CHECK(wrong.code == 2);
  CHECK_THAT(wrong.err, Contains("mine.json"));
}
