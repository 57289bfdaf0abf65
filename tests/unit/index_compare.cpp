#include <catch2/catch.hpp>

#include <algorithm>

#include "index/compare.hpp"
#include "index/paragraphs.hpp"
#include "index/query_nodes.hpp"
#include "index/themes.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
using namespace moot::test;

namespace {

Entry paper(const std::string& id, const std::string& council, const std::string& date,
            const std::string& title, const std::string& text) {
  Entry entry;
  entry.id = entry.record_id = id;
  entry.kind = "report";
  entry.council = council;
  entry.date = date;
  entry.title = title;
  entry.sha256 = "sha-" + id;
  entry.passages = {{"title", "", title, "/title", 1}, {"body", "", text, "", 2}};
  if (!date.empty()) entry.values = {{"meeting_date", "", date, "/meeting_date", 1}};
  return entry;
}

Entry with_part(Entry entry, const std::string& field, const std::string& text) {
  entry.passages.push_back({field, "Financial implications", text, "/" + field, 3});
  return entry;
}

Entry of_kind(Entry entry, const std::string& kind) {
  entry.kind = kind;
  return entry;
}

struct Index {
  TempDir dir;
  explicit Index(const std::vector<Entry>& entries) {
    auto writer = IndexWriter::open(dir.path());
    REQUIRE(writer);
    for (const Entry& entry : entries) REQUIRE(writer->replace(entry.sha256, {entry}));
    REQUIRE(writer->commit(1));
  }
  Comparison compare(const std::string& query, const CompareOptions& options = {}) const {
    const auto searcher = Searcher::open(dir.path());
    REQUIRE(searcher);
    const auto parsed = parse_query(query);
    REQUIRE(parsed);
    auto comparison = compare_found(*searcher, *parsed, *parsed, options);
    REQUIRE(comparison);
    return std::move(*comparison);
  }
};

std::vector<CouncilAsked> asked(const std::vector<std::string>& names) {
  std::vector<CouncilAsked> councils;
  for (const std::string& name : names) {
    councils.push_back({name, filter_node("council", name)});
  }
  return councils;
}

std::string columns_of(const Comparison& comparison) {
  std::string told;
  for (const Column& column : comparison.columns) {
    told += column.paper.id.empty() ? "-" : column.paper.id;
  }
  return told;
}

const ComparedCell& cell(const Comparison& comparison, const std::string& field,
                         std::size_t column) {
  const auto row = std::find_if(comparison.rows.begin(), comparison.rows.end(),
                                [&](const Row& each) { return each.field == field; });
  REQUIRE(row != comparison.rows.end());
  return row->cells.at(column);
}

const std::vector<Entry>& lantern_papers() {
  static const std::vector<Entry> papers = {
      paper("a", "Great Marrow", "2019-05-01", "Lantern strategy", "Lanterns of oil burn."),
      of_kind(paper("b", "Great Marrow", "2024-05-01", "Minutes", "A lantern strategy came."),
              "minutes"),
      of_kind(paper("c", "Great Marrow", "2023-05-01", "Lantern strategy", "Lanterns of gas."),
              "decision_notice"),
      paper("d", "Great Marrow", "2021-05-01", "Lantern strategy 2021", "Lanterns of wax melt."),
      with_part(paper("e", "Upper Farrow", "2020-01-01", "A strategy", "Any lantern will do."),
                "financial", "There are no financial implications."),
      paper("f", "", "2022-01-01", "Lantern strategy", "Nobody says whose lantern this is."),
      paper("g", "Little Barrow", "2022-01-01", "Ponds", "Reeds."),
  };
  return papers;
}

std::vector<Paragraph> paragraphs(const std::string& text) {
  static Stemmer stemmer;
  auto made = paragraphs_of(paper("x", "", "", "", text), 1, stemmer);
  weigh(made, {});
  return made;
}

std::string marked(const Quote& quote, const std::vector<TextRange>& ranges) {
  std::string text = quote.text;
  for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
    text.insert(range->end, "]");
    text.insert(range->begin, "[");
  }
  return text;
}

}  // namespace

TEST_CASE("compare: of each council the paper that its title, kind and date speak for") {
  const Index index(lantern_papers());
  const Comparison found = index.compare("lantern strategy");
  REQUIRE(found.columns.size() == 3);
  const auto column = std::find_if(found.columns.begin(), found.columns.end(),
                                   [](const Column& c) { return c.council == "Great Marrow"; });
  REQUIRE(column != found.columns.end());
  CHECK(column->paper.id == "d");
  CHECK(column->found == 4);
  std::string others;
  for (const Entry& other : column->others) others += other.id;
  CHECK(others == "acb");
  CHECK(column->why ==
        "its title has the words asked for; a report or strategy; the latest of these");
  CHECK(found.more_councils == 0);
}

TEST_CASE("compare: columns are the councils named, in that order, also those without a paper") {
  const Index index(lantern_papers());
  CompareOptions options;
  options.councils = asked({"Little Barrow", "Upper Farrow", "Great Marrow"});
  const Comparison found = index.compare("lantern strategy", options);
  CHECK(columns_of(found) == "-ed");
  CHECK(found.columns[0].name == "Little Barrow");
  CHECK(cell(found, "title", 0).state == CellState::NoPaper);
  CHECK(cell(found, "financial", 1).state == CellState::Quoted);
  CHECK(cell(found, "financial", 1).none_stated);
  CHECK(cell(found, "financial", 1).quotes[0].page == 3);
  CHECK(cell(found, "financial", 2).state == CellState::NotInPaper);
}

TEST_CASE("compare: a limit of columns says how many councils are left out") {
  const Index index(lantern_papers());
  CompareOptions options;
  options.limit = 1;
  CHECK(index.compare("lantern OR reeds", options).more_councils == 2);
}

TEST_CASE("compare: papers one by one, and one council's over time") {
  const Index index(lantern_papers());
  CompareOptions options;
  options.each_paper = true;
  options.limit = 10;
  CHECK(index.compare("lantern strategy", options).columns.size() == 6);
  options.each_paper = false;
  options.over_time = true;
  options.councils = asked({"Great Marrow"});
  const Comparison found = index.compare("lantern strategy", options);
  CHECK(columns_of(found) == "ad");
  CHECK(found.columns[0].name == "Great Marrow, 2019-05-01");
  CHECK(found.passages.empty());
  CHECK_FALSE(found.changes.empty());
}

TEST_CASE("compare: rows are those asked for, also where no paper has them") {
  const Index index(lantern_papers());
  CompareOptions options;
  options.fields = {"legal", "title"};
  const Comparison found = index.compare("lantern strategy", options);
  REQUIRE(found.rows.size() == 2);
  CHECK(found.rows[0].field == "title");
  CHECK(found.rows[1].field == "legal");
}

TEST_CASE("compare: a council inside another's name keeps its own column") {
  const Index index({paper("a", "Great Barton Parish Council", "2020-01-01", "Lanterns", "Oil."),
                     paper("b", "Barton Parish Council", "2019-01-01", "Lanterns", "Gas.")});
  const Comparison found = index.compare("lanterns");
  REQUIRE(found.columns.size() == 2);
  for (const Column& column : found.columns) {
    CHECK(column.found == 1);
    CHECK(column.council ==
          (column.paper.id == "a" ? "Great Barton Parish Council" : "Barton Parish Council"));
  }
}

TEST_CASE("compare: councils with the words in a title come first, papers of none last") {
  const Index index({paper("a", "", "", "Lantern lantern lantern", "Lantern."),
                     paper("b", "Upper Farrow", "", "Ponds", "Lantern lantern lantern lantern."),
                     paper("c", "Great Marrow", "", "Lantern plan of the parish", "Long ago.")});
  CHECK(columns_of(index.compare("lantern")) == "cba");
}

TEST_CASE("compare: changes are told of one council's papers, and not of undated ones") {
  const char* text = "Every lantern burns oil until midnight.";
  const Index index({paper("a", "Great Marrow", "2018-01-01", "Lanterns", text),
                     paper("b", "Upper Farrow", "2019-01-01", "Lanterns", text),
                     paper("c", "Great Marrow", "2020-01-01", "Lanterns", text),
                     paper("d", "Great Marrow", "", "Lanterns", text)});
  CompareOptions options;
  options.over_time = true;
  const Comparison found = index.compare("lanterns", options);
  CHECK(columns_of(found) == "abcd");
  REQUIRE(found.changes.size() == 1);
  CHECK(found.changes[0].column_before == 0);
  CHECK(found.changes[0].column_after == 2);
  CHECK(found.changes[0].change == Change::Kept);
}

TEST_CASE("compare: passages that correspond, likest first, with what differs") {
  const Index index(
      {paper(
           "a", "Great Marrow", "", "Lanterns",
           "Ponds are deep and reeds grow high in all of them.\nEvery lantern shall burn oil from "
           "dusk until midnight."),
       paper("b", "Upper Farrow", "", "Lanterns",
             "Every lantern shall burn gas from dusk until midnight.\nNobody said a word of swings "
             "or slides today.")});
  const Comparison found = index.compare("lanterns");
  REQUIRE(found.passages.size() == 1);
  const Correspondence& pair = found.passages[0];
  const bool first = pair.here.text.find("oil") != std::string::npos;
  CHECK(marked(first ? pair.here : pair.there, first ? pair.differs_here : pair.differs_there) ==
        "Every lantern shall burn [oil] from dusk until midnight.");
}

TEST_CASE("compare: a quote tells its own page") {
  Entry entry = paper("a", "Great Marrow", "2020-01-01", "Lanterns", "Oil costs £5. Gas costs £9.");
  entry.passages[1].turns = {{14, 3}};
  const Index index({entry});
  const Comparison found = index.compare("lanterns");
  CHECK(cell(found, "sums", 0).quotes.at(0).page == 3);
  CHECK(cell(found, "sums", 0).quotes.at(1).page == 2);
}

TEST_CASE("compare: a sum takes back that there are none") {
  const Index index({with_part(paper("a", "Great Marrow", "", "Lanterns", "Oil."), "financial",
                               "There are no financial implications. It will cost £2,000.")});
  CHECK_FALSE(cell(index.compare("lanterns"), "financial", 0).none_stated);
}

TEST_CASE("compare: ids in the order typed; one that is not there is told") {
  const Index index(lantern_papers());
  const auto searcher = Searcher::open(index.dir.path());
  const auto found = compare_entries(*searcher, {"e", "a"}, {});
  REQUIRE(found);
  CHECK(columns_of(*found) == "ea");
  const auto missing = compare_entries(*searcher, {"e", "zz"}, {});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == ErrorKind::Usage);
  CHECK(missing.error().where == "zz");
}

TEST_CASE("compare: what was kept, reworded, added and dropped over time") {
  const Index index(
      {paper("a", "Great Marrow", "2018-01-01", "Lantern strategy",
             "1.1 Every lantern burns whale oil until midnight.\nLanterns hang on iron posts.\n"
             "Boys light them at dusk for a penny."),
       paper("b", "Great Marrow", "2024-01-01", "Lantern strategy",
             "2.1 Every lantern burns cheap gas until midnight.\nLanterns hang on iron posts.\n"
             "Electric sparks need no kindling at all.")});
  CompareOptions options;
  options.over_time = true;
  std::string told;
  for (const Changed& changed : index.compare("lantern strategy", options).changes) {
    const char* names[] = {"added", "dropped", "reworded", "kept"};
    told += names[static_cast<int>(changed.change)];
    if (!changed.before.text.empty()) told += "|" + marked(changed.before, changed.differs_before);
    if (!changed.after.text.empty()) told += "|" + marked(changed.after, changed.differs_after);
    told += "\n";
  }
  CHECK(told ==
        "reworded|Every lantern burns [whale oil] until midnight."
        "|Every lantern burns [cheap gas] until midnight.\n"
        "kept|Lanterns hang on iron posts.|Lanterns hang on iron posts.\n"
        "added|Electric sparks need no kindling at all.\n"
        "dropped|Boys light them at dusk for a penny.\n");
}

TEST_CASE("compare: text that recurs is told with its extent") {
  const std::string copied =
      "every lantern on the harbour wall is to be cleaned and mended before November";
  const Index index(
      {paper("a", "Great Marrow", "", "Lanterns", "So " + copied + ", he said."),
       paper("b", "Upper Farrow", "", "Lanterns", "Here, " + copied + " each year.")});
  const Comparison found = index.compare("lanterns");
  REQUIRE(found.copied.size() == 1);
  CHECK(found.copied[0].words == 14);
  CHECK(found.copied[0].here.text == copied);
  CHECK(found.copied[0].there.page == 2);
}

TEST_CASE("paragraphs: the number in front is no part of the text, other words are") {
  struct Row {
    const char* line;
    const char* text;
  };
  const Row row = GENERATE(values<Row>({{"1.2 Lamps burn.", "Lamps burn."},
                                        {"(a) Lamps burn.", "Lamps burn."},
                                        {"iv) Lamps burn.", "Lamps burn."},
                                        {"A lamp burns.", "A lamp burns."},
                                        {"12 lamps", "12 lamps"},
                                        {"25. lamps", "lamps"},
                                        {"2.1.3 Lamps burn.", "Lamps burn."},
                                        {"25 April 2018", "25 April 2018"},
                                        {"1) 20 lamps", "20 lamps"},
                                        {"£2.4 million is", "£2.4 million is"},
                                        {"3.5% of all", "3.5% of all"},
                                        {"1.5 hectares", "1.5 hectares"},
                                        {"£1.2m will", "£1.2m will"},
                                        {"A.I. tools", "A.I. tools"},
                                        {"2024 was dark.", "2024 was dark."},
                                        {"3. “Lamps” burn.", "“Lamps” burn."},
                                        {"7", "7"}}));
  CHECK(paragraphs(row.line).at(0).quote.text == row.text);
}

TEST_CASE("alike: each paragraph's nearest, and pairs that share no paragraph") {
  const auto here = paragraphs("oil lamps burn at night\nponds and reeds");
  const auto there = paragraphs("ponds with reeds\noil lamps burn at noon\noil lamps burn");
  const auto pairs = alike(here, there, 0.3);
  const auto nearest = nearest_to_each_other(pairs);
  REQUIRE(nearest.size() == 2);
  CHECK(nearest[0].here == 0);
  CHECK(nearest[0].there == 1);
  CHECK(nearest[1].there == 0);
  CHECK(one_to_one(pairs).size() == 2);
}

TEST_CASE("differences: words that the other lacks, joined where they stand together") {
  const auto here = paragraphs("That Cabinet agrees the strategy for three years.");
  const auto there = paragraphs("That the Committee notes the strategy.");
  const Differences differ = differences(here[0], there[0]);
  CHECK(marked(here[0].quote, differ.here) ==
        "That [Cabinet agrees] the strategy [for three years].");
  CHECK(marked(there[0].quote, differ.there) == "That the [Committee notes the] strategy.");
  std::string many;
  for (int i = 0; i < 2'000; ++i) many += "lamp ";
  CHECK(differences(paragraphs(many + "oil")[0], paragraphs(many + "gas")[0]).here.size() == 1);
}

TEST_CASE("themes: what all have, some have, and one has, beside an index") {
  const std::vector<std::vector<Paragraph>> papers = {
      paragraphs(
          "Tidal lanterns shine. Tidal lanterns are cheap. Whale oil burns. Whale oil it is."),
      paragraphs("Our tidal lanterns shine. Gas pipes leak. Gas pipes burst."),
      paragraphs("Some tidal lanterns and gas pipes. The report of the committee.")};
  const Themes themes = themes_of(papers, {}, {"oil"}, 3);
  const auto words = [](const std::vector<Theme>& some) {
    std::string told;
    for (const Theme& theme : some) told += theme.words + ";";
    return told;
  };
  CHECK(words(themes.shared) == "tidal lanterns;");
  CHECK(words(themes.partly) == "Gas pipes;tidal lanterns shine;");
  CHECK(words(themes.single) == "Whale;");
  const Theme& tidal = themes.shared[0];
  CHECK(tidal.times == std::vector<std::size_t>{2, 1, 1});
  CHECK(tidal.passages[1].text == "Our tidal lanterns shine.");
  CHECK(tidal.where[1].begin == 4);
  CHECK(tidal.where[1].end == 18);
}
