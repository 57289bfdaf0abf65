#include <catch2/catch.hpp>

#include "index/facets.hpp"
#include "index/spelling.hpp"
#include "index/standing.hpp"
#include "index/thesaurus.hpp"
#include "index/welsh.hpp"

using namespace moot;

namespace {

std::vector<std::string> others(const Thesaurus& thesaurus, const std::string& words) {
  Stemmer stemmer;
  return thesaurus.others(stems_of(words, stemmer));
}

}  // namespace

TEST_CASE("edit_distance: letters put in, taken out, replaced and swapped") {
  struct Row {
    const char *a, *b;
    std::size_t changes;
  };
  const Row rows[] = {{"", "", 0},           {"bench", "bench", 0}, {"bench", "benches", 2},
                      {"bench", "bunch", 1}, {"bench", "becnh", 1}, {"", "abc", 3},
                      {"duty", "duyt", 1},   {"legal", "elgla", 2}, {"a", "b", 1}};
  for (const Row& row : rows) {
    INFO(row.a << " " << row.b);
    CHECK(edit_distance(row.a, row.b) == row.changes);
    CHECK(edit_distance(row.b, row.a) == row.changes);
  }
}

TEST_CASE("is_standing_title: standing items, and titles that only look like them") {
  for (const char* title :
       {"Apologies for Absence", "APOLOGIES", "Declarations of Interest", "Members' interests",
        "Minutes of the meeting held on 12 May 2023 (Pages 3 - 8)", "Minutes",
        "Chair's Announcements", "Date of Next Meeting", "Any other business",
        "Exclusion of the Press and Public", "Cofnodion", "Datganiadau o Fuddiant"}) {
    INFO(title);
    CHECK(is_standing_title(title));
  }
  for (const char* title :
       {"", "Budget 2024/25", "Members' Allowances", "Public questions",
        "Review of the declarations of interest procedure",
        "Minutes of Silence: a policy for the marking of the deaths of public figures by the "
        "council and its staff in its buildings"}) {
    INFO(title);
    CHECK_FALSE(is_standing_title(title));
  }
}

TEST_CASE("welsh_forms: the mutations of a word, from any of them") {
  const auto has = [](const char* word, const char* form) {
    const auto forms = welsh_forms(word);
    return std::find(forms.begin(), forms.end(), form) != forms.end();
  };
  for (const char* form : {"gyngor", "nghyngor", "chyngor"}) {
    INFO(form);
    CHECK(has("cyngor", form));
    CHECK(has(form, "cyngor"));
  }
  CHECK(has("gyngor", "chyngor"));
  CHECK(has("bwrdd", "fwrdd"));
  CHECK(has("mwrdd", "bwrdd"));
  CHECK(has("thref", "tref"));
  CHECK(has("gardd", "ardd"));
  CHECK(has("ardd", "ngardd"));
  CHECK(has("llyfrgell", "lyfrgell"));
  CHECK(has("rhaglen", "raglen"));
  CHECK_FALSE(has("cyngor", "cyngor"));
  CHECK_FALSE(has("chwarae", "ghwarae"));  // ch is a letter of its own
  CHECK(welsh_forms("tai").empty());
}

TEST_CASE("Thesaurus: the built-in one is sound, and knows words in any case and number") {
  const Thesaurus& thesaurus = Thesaurus::built_in();
  CHECK(thesaurus.longest() >= 5);
  CHECK(others(thesaurus, "psed") == std::vector<std::string>{"public sector equality duty"});
  CHECK(others(thesaurus, "Public Sector Equality Duties") == std::vector<std::string>{"PSED"});
  CHECK(others(thesaurus, "rubbish") == std::vector<std::string>{"refuse", "waste"});
  CHECK(others(thesaurus, "refuse").empty());
  CHECK(others(thesaurus, "lantern").empty());
}

TEST_CASE("Thesaurus: one's own words, and what is wrong with them") {
  const auto made = Thesaurus::parse(
      R"({"same": [["LAMP", "light and mains plan"]], // ours
          "also": {"lantern": ["lamp"]}})",
      "mine.json");
  REQUIRE(made);
  CHECK(others(*made, "light and mains plans") == std::vector<std::string>{"LAMP"});
  CHECK(others(*made, "lanterns") == std::vector<std::string>{"lamp"});
  for (const char* bad :
       {"", "[]", "{", R"({"same": [["a", 1]]})", R"({"same": "a"})", R"({"also": {"a": "b"}})",
        R"({"also": {"a": ["-"]}})", R"({"synonyms": []})", R"({"same": 1e999})"}) {
    INFO(bad);
    const auto wrong = Thesaurus::parse(bad, "mine.json");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().where == "mine.json");
    CHECK_THAT(wrong.error().hint, Catch::Contains("\"same\""));
  }
}

TEST_CASE("Thesaurus: where its JSON is broken is told by the line") {
  const auto wrong = Thesaurus::parse("{\n  \"same\": [\n    [\"A\" \"B\"]\n  ]\n}\n", "mine.json");
  REQUIRE_FALSE(wrong);
  CHECK_THAT(wrong.error().message, Catch::Contains("line 3"));
}

TEST_CASE("facets: values that differ in case alone are one, as most entries print them") {
  std::vector<std::string> texts;
  const NumberOf number_of = [&](const std::string& text) {
    texts.push_back(text);
    return texts.size();
  };
  FacetTexts known(
      [&](std::uint64_t number) { return number <= texts.size() ? texts[number - 1] : ""; });
  FacetCounter counter;
  Entry entry;
  for (const char* body : {"CABINET", "Cabinet", "Cabinet", "Licensing Committee"}) {
    entry.body = body;
    counter.add(pack_facets(entry, number_of));
  }
  const std::vector<Facet> facets = counter.result(known);
  const auto body = std::find_if(facets.begin(), facets.end(),
                                 [](const Facet& facet) { return facet.name == "body"; });
  REQUIRE(body != facets.end());
  CHECK(body->values == std::vector<FacetValue>{{"Cabinet", 3}, {"Licensing Committee", 1}});
  counter.add("\x80 damaged");
  CHECK(counter.result(known).size() == facet_names().size());
}
