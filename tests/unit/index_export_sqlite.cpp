#include <catch2/catch.hpp>

#include "index/export_sqlite.hpp"
#include "index/export_tables.hpp"
#include "index/index.hpp"
#include "index/sqlite.hpp"
#include "tests/support/make_document.hpp"
#include "tests/support/make_update.hpp"

using namespace moot;
using namespace moot::test;

namespace {

/// A paper with a title and a recommendation that stand in its document.
FileResult file(const std::string& name, const std::string& sha, const std::string& council,
                const std::string& date, const std::string& text) {
  const Document doc = make_document("Benches\n" + text, sha);
  Record record = make_record(doc, sha + "-p1");
  record.title = "Benches";
  record.council = Council{council, std::nullopt};
  record.meeting_date = date;
  record.recommendations = {{"1", text}};
  record.contacts = {{"Ada Quill", std::nullopt, "01632 960123", std::nullopt}};
  add_evidence(record, doc, "/title", "Benches");
  add_evidence(record, doc, "/recommendations/0/text", text);
  return read_file(name, doc, {record});
}

struct Library {
  TempDir dir;
  Library() {
    auto writers = IndexWriters::open(dir.path());
    REQUIRE(writers);
    REQUIRE(writers->catalogue.put(
        {file("/b.pdf", "bb00", "Marrow", "2024-02-01", "To mend the caf\xC3\xA9 benches."),
         file("/a.pdf", "aa00", "Barrow", "2024-01-01", "To \"dig\" a pond; Ada Quill asked."),
         file("/c\xFF.pdf", "cc00", "Marrow", "2023-01-01", "=To(hide)")},
        kNow));
    const auto suppression = make_suppression("Ada Quill");
    REQUIRE(suppression);
    REQUIRE(writers->catalogue.put({CorrectionMade{"aa00-p1", *suppression}}, kNow));
    REQUIRE(bring_up_to_date(writers->catalogue, writers->search));
  }
  Catalogue catalogue() const {
    auto opened = Catalogue::open_reader(dir.path());
    REQUIRE(opened);
    return std::move(*opened);
  }
  std::string path() const { return dir.path() + "/out.db"; }
  void make() const {
    const Catalogue opened = catalogue();
    const auto records = ExportRecords::all(opened);
    REQUIRE(records);
    const auto count = export_sqlite(*records, path(), {{"query", "a\xFF"}});
    REQUIRE(count);
    CHECK(*count == 3);
  }
};

/// The first value of each row.
std::vector<std::string> asked(const std::string& path, const std::string& sql) {
  INFO(sql);
  const auto connection = Connection::open(path, Connection::Mode::Read);
  REQUIRE(connection);
  std::vector<std::string> values;
  Statement row(*connection, sql.c_str());
  REQUIRE(row.each([&] { values.push_back(row.text(0)); }));
  return values;
}

using Texts = std::vector<std::string>;

Result<Done> no_room(const Record&, const Document&) {
  return fail(ErrorKind::Io, "no room");
}

}  // namespace

TEST_CASE("export_sqlite: a sound database, whose keys lead somewhere") {
  const Library library;
  library.make();
  CHECK(asked(library.path(), "PRAGMA integrity_check") == Texts{"ok"});
  CHECK(asked(library.path(), "PRAGMA foreign_key_check").empty());
  CHECK(asked(library.path(), "SELECT count(*) FROM papers") == Texts{"3"});
  CHECK(asked(library.path(), "SELECT value FROM about WHERE name = 'query'") ==
        Texts{"a\xEF\xBF\xBD"});
  CHECK(asked(library.path(), "SELECT path FROM papers WHERE id = 'cc00-p1'") ==
        Texts{"/c\xEF\xBF\xBD.pdf"});
  CHECK(asked(library.path(),
              "SELECT text FROM recommendations_with_papers WHERE council = 'Marrow' AND "
              "paper_date < '2024'") == Texts{"=To(hide)"});
  CHECK(asked(library.path(), "SELECT council || papers FROM councils") ==
        Texts{"Barrow1", "Marrow2"});
}

TEST_CASE("export_sqlite: full-text search finds words in all their forms, with their papers") {
  const Library library;
  library.make();
  const std::string found =
      "SELECT DISTINCT p.record_id FROM passages_fts f JOIN passages p ON p.number = f.rowid "
      "WHERE passages_fts MATCH ";
  CHECK(asked(library.path(), found + "'cafe mending'") == Texts{"bb00-p1"});
  CHECK(asked(library.path(), found + "'pond'") == Texts{"aa00-p1"});
  CHECK(asked(library.path(), found + "'quill'").empty());
}

TEST_CASE("export_sqlite: what Datasette and sqlite-utils look for in a schema is there") {
  const Library library;
  library.make();
  // The full-text index of a table: a virtual table that names it as its content, in " or [.
  const std::string index_of =
      "SELECT name FROM sqlite_master WHERE rootpage = 0 AND "
      "(sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"' || 'passages' || '\"%' OR "
      "sql LIKE '%VIRTUAL TABLE%USING FTS%content=[' || 'passages' || ']%')";
  CHECK(asked(library.path(), index_of) == Texts{"passages_fts"});
  // A search as it makes it: the words in quotes, the rows by their rowid.
  CHECK(asked(library.path(),
              "SELECT DISTINCT record_id FROM passages WHERE rowid IN (SELECT rowid FROM "
              "passages_fts WHERE passages_fts MATCH '\"cafe\" \"mending\"')") == Texts{"bb00-p1"});
  for (const ExportTable& table : export_tables()) {
    INFO(table.name);
    // Pages of single rows need a key, links one column that leads to one column.
    CHECK_FALSE(asked(library.path(),
                      "SELECT name FROM pragma_table_info('" + table.name + "') WHERE pk > 0")
                    .empty());
    const std::string keys = " FROM pragma_foreign_key_list('" + table.name + "')";
    CHECK(asked(library.path(), "SELECT id" + keys + " GROUP BY id HAVING count(*) > 1").empty());
    if (table.name == "papers") continue;
    CHECK(asked(library.path(), "SELECT \"to\"" + keys + " WHERE \"table\" = 'papers'") ==
          Texts{"id"});
  }
  for (const std::string& view :
       asked(library.path(), "SELECT name FROM sqlite_master WHERE type = 'view'")) {
    CHECK(asked(library.path(), "SELECT count(*) FROM \"" + view + "\"").size() == 1);
  }
}

TEST_CASE("export_sqlite: words that were suppressed are nowhere in the file") {
  const Library library;
  library.make();
  CHECK(asked(library.path(), "SELECT name FROM contacts WHERE record_id = 'bb00-p1'") ==
        Texts{"Ada Quill"});
  for (const ExportTable& table : export_tables()) {
    for (const ExportColumn& column : table.columns) {
      const std::string of = table.name == "papers" ? "id" : "record_id";
      INFO(table.name << "." << column.name);
      CHECK(asked(library.path(), "SELECT 1 FROM \"" + table.name + "\" WHERE \"" + column.name +
                                      "\" LIKE '%quill%' AND " + of + " = 'aa00-p1'")
                .empty());
    }
  }
}

TEST_CASE("export_sqlite: the data dictionary tells every column, and no other") {
  const Library library;
  library.make();
  const std::string columns =
      "SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE "
      "m.type = 'table' AND m.name NOT LIKE 'passages_fts%' AND m.name NOT LIKE 'sqlite_%' AND "
      "m.name NOT IN ('about', 'data_dictionary') ORDER BY 1";
  const std::string told =
      "SELECT table_name || '.' || column_name FROM data_dictionary WHERE column_name <> '' AND "
      "description <> '' ORDER BY 1";
  const Texts known = asked(library.path(), columns);
  CHECK(known.size() > 100);
  CHECK(asked(library.path(), told) == known);
}

TEST_CASE("export_sqlite: where nothing can be written, it is told") {
  const Library library;
  const Catalogue catalogue = library.catalogue();
  const auto records = ExportRecords::all(catalogue);
  REQUIRE(records);
  const auto count = export_sqlite(*records, library.dir.path() + "/none/out.db", {});
  REQUIRE_FALSE(count);
  CHECK(count.error().kind == ErrorKind::Io);
  CHECK(count.error().message.find("catalogue") == std::string::npos);
}

TEST_CASE("export records: all, those that match, and their order") {
  const Library library;
  const Catalogue catalogue = library.catalogue();
  const auto ids = [](const ExportRecords& records, bool sorted) {
    std::string all;
    const auto take = [&](const Record& record, const Document&) {
      all += record.id.substr(0, 1);
      return Result<Done>(Done{});
    };
    if (sorted) {
      REQUIRE(records.each_sorted(take));
    } else {
      REQUIRE(records.each(false, take));
    }
    return all;
  };
  {
    const auto records = ExportRecords::all(catalogue);
    REQUIRE(records);
    CHECK(ids(*records, false) == "abc");
    CHECK(ids(*records, true) == "acb");
    CHECK(ids(*records, true) == "acb");
  }
  const auto searcher = Searcher::open(library.dir.path());
  REQUIRE(searcher);
  for (const auto& [query, found] : {std::pair<const char*, const char*>{"council:marrow", "bc"},
                                     {"pond", "a"},
                                     {"nothing", ""}}) {
    const auto records = ExportRecords::matching(catalogue, *searcher, *parse_query(query));
    REQUIRE(records);
    CHECK(ids(*records, false) == found);
    CHECK(*records->count() == static_cast<std::int64_t>(std::string(found).size()));
  }
  const auto stopped = ExportRecords::all(catalogue);
  REQUIRE(stopped);
  const auto told = stopped->each(false, no_room);
  REQUIRE_FALSE(told);
  CHECK(told.error().message == "no room");
}
