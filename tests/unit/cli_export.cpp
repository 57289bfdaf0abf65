#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "cli/export_writers.hpp"
#include "index/index.hpp"
#include "tests/support/make_document.hpp"
#include "tests/support/make_update.hpp"

using namespace moot;
using namespace moot::test;
using Catch::Contains;
using nlohmann::json;

namespace {

Record paper(const std::string& sha, const Text& council, const Text& code, const Text& meeting) {
  const Document doc = make_document("Benches", sha);
  Record record = make_record(doc, sha + "-p1");
  if (council) record.council = Council{*council, code};
  if (council) record.body = "Cabinet";
  record.meeting_date = meeting;
  record.source.path = "/" + sha + ".pdf";
  return record;
}

/// An index of papers, one a file.
struct Library {
  TempDir dir;
  explicit Library(const std::vector<Record>& records) {
    auto writers = IndexWriters::open(dir.path());
    REQUIRE(writers);
    std::vector<Update> files;
    for (const Record& record : records) {
      const std::string sha = record.id.substr(0, record.id.find('-'));
      files.push_back(read_file("/" + sha + ".pdf", make_document("Benches", sha), {record}));
    }
    REQUIRE(writers->catalogue.put(files, kNow));
    REQUIRE(bring_up_to_date(writers->catalogue, writers->search));
  }

  /// What `write` puts of all papers.
  template <typename Write>
  std::string written(Write write, std::int64_t* rows = nullptr) const {
    const auto catalogue = Catalogue::open_reader(dir.path());
    REQUIRE(catalogue);
    const auto records = ExportRecords::all(*catalogue);
    REQUIRE(records);
    std::string out;
    const auto done = write(*records, [&](std::string_view bytes) {
      out += bytes;
      return Result<Done>(Done{});
    });
    REQUIRE(done);
    if (rows != nullptr) *rows = done->rows;
    return out;
  }
};

Result<Written> to_oparl(const ExportRecords& records, const Put& put) {
  return write_oparl(records, "https://marrow.example/oparl/", put);
}

Result<Written> to_html(const ExportRecords& records, const Put& put) {
  return write_html(records, {}, put);
}

Result<Written> to_csv(const ExportRecords& records, const Put& put) {
  return write_csv(records, *find_export_table("papers"), false, put);
}

/// The first and the last by name are one council, by its code.
std::vector<Record> two_names() {
  return {paper("aa00", "Ash Borough Council", "E1", "2024-01-17"),
          paper("bb00", "Barrow Council", std::nullopt, "2024-01-17"),
          paper("cc00", "Yew Borough Council", "E1", "2024-01-17"),
          paper("dd00", std::nullopt, std::nullopt, std::nullopt)};
}

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> all;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) all.push_back(json::parse(line));
  return all;
}

std::size_t times(const std::string& words, const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(words, at)) != std::string::npos; ++at) ++count;
  return count;
}

}  // namespace

TEST_CASE("profiles: each id once, also where a council goes by two names") {
  const Library library(two_names());
  std::set<std::string> ids;
  for (const json& object : lines_of(library.written(to_oparl))) {
    INFO(object);
    CHECK(ids.insert(object["id"].get<std::string>()).second);
    CHECK_THAT(object["id"].get<std::string>(), !Contains("oparl//"));
  }
  ids.clear();
  const json popolo = json::parse(library.written(write_popolo));
  for (const auto& [name, objects] : popolo.items()) {
    for (const json& object : objects) {
      INFO(object);
      CHECK(ids.insert(object["id"].get<std::string>()).second);
    }
  }
  CHECK(ids.count("organization/E1/cabinet") == 1);
}

TEST_CASE("export --format html: one heading a council, also where it goes by two names") {
  const Library library(two_names());
  const std::string page = library.written(to_html);
  CHECK(times("<h2>Ash Borough Council</h2>", page) == 1);
  CHECK(times("<h2>Yew Borough Council</h2>", page) == 0);
  CHECK(times("<h2>Barrow Council</h2>", page) == 1);
  CHECK(page.find("Barrow Council</h2>") > page.find("r-cc00-p1\" aria"));
}

TEST_CASE("popolo: of papers that name nobody and nothing, not a byte") {
  const Library library({paper("dd00", std::nullopt, std::nullopt, std::nullopt)});
  std::int64_t rows = -1;
  CHECK(library.written(write_popolo, &rows).empty());
  CHECK(rows == 0);
}

TEST_CASE("profiles: a time only where a day is known") {
  Record record = paper("aa00", "Ash Borough Council", "E1", "2024-01");
  record.recommendations = {{"1", "To mend them."}};
  const Library library({record});
  for (const json& object : lines_of(library.written(to_oparl))) {
    CHECK_FALSE(object.contains("start"));
    CHECK_FALSE(object.contains("date"));
  }
  const json popolo = json::parse(library.written(write_popolo));
  REQUIRE(popolo["motions"].size() == 1);
  CHECK_FALSE(popolo["motions"][0].contains("date"));
  CHECK(popolo["events"][0]["start_date"] == "2024-01");
}

TEST_CASE("csv: control characters, also those of two bytes, are no part of a table") {
  Record record = paper("aa00", "Ash Borough Council", "E1", std::nullopt);
  record.title =
      "Be\x01n\xC2\x9B"
      "ches \xC2\xA3"
      "5";
  const Library library({record});
  CHECK_THAT(library.written(to_csv), Contains("Be\xEF\xBF\xBDn\xEF\xBF\xBD"
                                               "ches \xC2\xA3"
                                               "5"));
}
