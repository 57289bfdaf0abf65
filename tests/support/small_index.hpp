#pragma once
/// \file A search index of five entries of three councils, for asking it.

#include <catch2/catch.hpp>

#include <string>
#include <utility>

#include "index/search.hpp"
#include "tests/support/make_document.hpp"

namespace moot::test {

struct Made {
  const char* id;
  const char* council;
  const char* code;
  const char* date;
  const char* title;
  const char* text;
};

inline Entry entry_of(const Made& made) {
  Entry entry;
  entry.id = entry.record_id = made.id;
  entry.kind = "report";
  entry.council = made.council;
  entry.council_code = made.code;
  entry.date = made.date;
  entry.title = made.title;
  entry.language = std::string(made.text).find("cyngor") != std::string::npos ? "cy" : "en";
  entry.sha256 = std::string("sha-") + made.id;
  if (entry.title != "") entry.passages.push_back({"title", "", made.title, "/title", 1});
  entry.passages.push_back({"body", "", made.text, "", 1});
  return entry;
}

inline const Made kEntries[] = {
    {"a", "Kent County Council", "E10000016", "2019-05-01", "Benches", "Worn benches in parks."},
    {"b", "Kent County Council", "E10000016", "2021-12-31", "Apologies for absence",
     "Benches benches benches: Mr Lamp is away."},
    {"c", "Gwynedd Council", "W06000002", "2023-01-15", "Meinciau",
     "Mae cyngor y dref, a'i gyngor da, yn trafod meinciau."},
    {"d", "Great Marrow Parish Council", "", "2023-02-01", "Lamps",
     "Lamps and the public sector equality duty."},
    {"e", "Great Marrow Parish Council", "", "", "Ponds", "The ponds are deep and the reeds high."},
};

struct Index {
  TempDir dir;
  Index() {
    auto writer = IndexWriter::open(dir.path());
    REQUIRE(writer);
    for (const Made& made : kEntries) {
      const Entry entry = entry_of(made);
      REQUIRE(writer->replace(entry.sha256, {entry}));
    }
    REQUIRE(writer->commit(1));
  }
  Searcher searcher() const {
    auto opened = Searcher::open(dir.path());
    REQUIRE(opened);
    return std::move(*opened);
  }
  SearchResults search(const std::string& query, SearchOptions options = {}) const {
    const auto parsed = parse_query(query);
    REQUIRE(parsed);
    auto results = searcher().search(*parsed, options);
    REQUIRE(results);
    return std::move(*results);
  }
  std::string order(const std::string& query) const {
    std::string ids;
    for (const Hit& hit : search(query).hits) ids += hit.entry.id;
    return ids;
  }
};

}  // namespace moot::test
