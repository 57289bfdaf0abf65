#include <unistd.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "program.hpp"

using Catch::Contains;
namespace fs = std::filesystem;

namespace {

const std::string kZip("PK\x03\x04\x14\x00\x00\x00\x08\x00\x00\x00\x00\x00", 14);
const std::string kPng("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01", 20);

/// One file that cannot be read.
void check_refused(const Sandbox& box, const std::string& name, const std::string& message) {
  const Run run = box.moot({"extract", name});
  CHECK(run.code == 2);
  CHECK(run.out.empty());
  CHECK_THAT(run.err, Catch::StartsWith("moot: " + name + ": "));
  CHECK_THAT(run.err, Contains(message, Catch::CaseSensitive::No));
  // The hint stands on a line of its own.
  CHECK_THAT(run.err, Contains("\n  "));
}

std::vector<nlohmann::json> records(const std::string& lines) {
  std::vector<nlohmann::json> list;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = lines.find('\n', begin);
    REQUIRE(end != std::string::npos);
    list.push_back(nlohmann::json::parse(lines.substr(begin, end - begin)));
    begin = end + 1;
  }
  return list;
}

}  // namespace

TEST_CASE("an empty file is refused in words") {
  const Sandbox box;
  box.write("empty.pdf", "");
  check_refused(box, "empty.pdf", "empty");
}

TEST_CASE("a truncated PDF is refused in words") {
  const Sandbox box;
  const std::string pdf = small_pdf({{"Benches"}});
  box.write("cut.pdf", pdf.substr(0, 60));
  check_refused(box, "cut.pdf", "damaged");
}

TEST_CASE("a PDF with a password is refused in words") {
  const Sandbox box;
  box.write("locked.pdf", locked(small_pdf({{"Benches"}})));
  check_refused(box, "locked.pdf", "password");
}

TEST_CASE("a PDF without pages is refused in words") {
  const Sandbox box;
  box.write("none.pdf", small_pdf({}));
  check_refused(box, "none.pdf", "page");
}

TEST_CASE("a PDF whose pages have no text is refused in words") {
  const Sandbox box;
  box.write("scan.pdf", small_pdf({{}}));
  check_refused(box, "scan.pdf", "text");
}

TEST_CASE("kinds of file that are not read are told by their content, not their name") {
  const Sandbox box;
  box.write("report.txt", kZip + std::string("word/document.xml") + std::string(200, '\0'));
  check_refused(box, "report.txt", "Word");
  box.write("picture.pdf", kPng + std::string(200, '\0'));
  check_refused(box, "picture.pdf", "image");
  box.write("noise.pdf",
            std::string("\x00\x01\x02\xFE\xFF\x00\x07\x00", 8) + std::string(500, '\x03'));
  check_refused(box, "noise.pdf", "");
}

TEST_CASE("what is not there, or is a folder, is told") {
  const Sandbox box;
  check_refused(box, "gone.pdf", "no such file");
  fs::create_directory(box.path("folder"));
  check_refused(box, "folder", "folder");
}

TEST_CASE("a pipe is refused without waiting for somebody who writes to it") {
  const Sandbox box;
  REQUIRE(box.other({"mkfifo", "pipe"}) == 0);
  check_refused(box, "pipe", "not a file");
  CHECK(box.moot({"inspect", "lines", "pipe"}).code == 2);
}

TEST_CASE("a file without the right to read it is told") {
  if (geteuid() == 0) {
    WARN("skipped: root may read everything");
    return;
  }
  const Sandbox box;
  box.write("secret.txt", "text");
  fs::permissions(box.path("secret.txt"), fs::perms::none);
  check_refused(box, "secret.txt", "may not read");
}

TEST_CASE("HTML with broken nesting is read") {
  const Sandbox box;
  box.write("broken.html",
            "<html><body><h1>Benches in <b>parks</h1><p>That the <i>benches</b> be mended.<table>"
            "<tr><td>Legal implications<td>None");
  const Run run = box.moot({"extract", "broken.html"});
  CHECK(run.code == 0);
  REQUIRE(records(run.out).size() == 1);
  CHECK(records(run.out)[0]["source"]["media_type"] == "text/html");
}

TEST_CASE("text that is not UTF-8 is read as Latin-1") {
  const Sandbox box;
  box.write("latin.txt",
            "Little Marrow Parish Council\n\nThe caf\xE9 costs \xA3"
            "500.\n");
  const Run run = box.moot({"inspect", "lines", "latin.txt"});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("The café costs £500."));
}

TEST_CASE("extract goes on after a bad file and exits with 3") {
  const Sandbox box;
  box.write("empty.txt", "");
  box.write("good.txt", five_papers().at("kent_report.txt"));
  const Run run = box.moot({"extract", "empty.txt", "good.txt"});
  CHECK(run.code == 3);
  CHECK_THAT(run.err, Contains("empty.txt"));
  REQUIRE(records(run.out).size() == 1);
  CHECK(records(run.out)[0]["source"]["path"] == "good.txt");
}

TEST_CASE("extract reads standard input, as JSON and for people") {
  const Sandbox box;
  const Run json = box.moot({"extract", "-"}, five_papers().at("kent_report.txt"));
  CHECK(json.code == 0);
  REQUIRE(records(json.out).size() == 1);
  CHECK(records(json.out)[0]["schema"] == "moot.record/1");
  CHECK(records(json.out)[0]["title"] == "Lanterns on the Harbour Wall");
  const Run pretty = box.moot({"extract", "--pretty", "-"}, small_pdf({{"Benches in Parks"}}));
  CHECK(pretty.code == 0);
  CHECK(pretty.out.find('\x1b') == std::string::npos);
}

TEST_CASE("a text larger than the limit is refused with a reason, not read into memory") {
  const Sandbox box;
  box.write("huge.txt", "Benches\n");
  fs::resize_file(box.path("huge.txt"), 200U << 20);
  check_refused(box, "huge.txt", "larger than");
}
