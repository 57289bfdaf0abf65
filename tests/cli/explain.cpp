// `moot explain`: where a value comes from, as a user asks for it.

#include <catch2/catch.hpp>

#include "program.hpp"

using Catch::Contains;
using Catch::StartsWith;

namespace {

const char* const kPaper =
    "Little Marrow Parish Council\n\nREPORT\n\nTitle: Ponds\n\nSubject: Benches in Parks\n\n"
    "Meeting date: next week\n\nRecommendations\n\n1. That the benches be painted.\n\n"
    "2. That the pond be cleaned.\n\nRecommendations\n\n1. That the benches be painted.\n\n"
    "Legal implications\n\nThere are none to speak of here.\n";

/// A sandbox with the paper as a.txt.
struct Desk {
  Desk() { box.write("a.txt", kPaper); }
  Run explain(const std::vector<std::string>& arguments) const {
    std::vector<std::string> all = {"explain", "a.txt"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return box.moot(all);
  }
  const Sandbox box;
};

}  // namespace

TEST_CASE("explain without a pointer lists each value with its pointer, rule and words") {
  const Desk desk;
  const Run run = desk.explain({});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Catch::Matches("(?:.|\n)*/recommendations/1/text +recommendations\\.[a-z-]+ "
                                     "+\"That the pond be cleaned\\.\"\n(?:.|\n)*"));
  CHECK_THAT(run.out, Contains("/implications/0/kind"));
  CHECK_THAT(run.out, !Contains("/reasons"));
}

TEST_CASE("explain tells the rule, its pack, the words that announced the value, and why it won") {
  const Desk desk;
  const Run run = desk.explain({"/title"});
  CHECK(run.code == 0);
  for (const char* part :
       {"value     \"", "pack ", "weight ", "at        \"", "looks for ", "words     \"",
        "won       ", "what lost", "Benches in Parks", "Ponds"}) {
    INFO(run.out);
    CHECK_THAT(run.out, Contains(part));
  }
}

TEST_CASE("explain says of a recommendation printed twice that it is one, and why") {
  const Desk desk;
  const Run first = desk.explain({"/recommendations/0/text"});
  CHECK_THAT(first.out, Contains("it says the same as /recommendations/0"));
  const Run second = desk.explain({"/recommendations/1/text"});
  CHECK(second.code == 0);
  CHECK_THAT(second.out, !Contains("it says the same as"));
}

TEST_CASE("explain of a list or an entry lists what is below it") {
  const Desk desk;
  const Run run = desk.explain({"/implications/0"});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("/implications/0/kind"));
  CHECK_THAT(run.out, Contains("/implications/0/heading"));
  CHECK_THAT(run.out, !Contains("/title"));
}

TEST_CASE("explain of a value that the paper does not state says what was refused") {
  const Desk desk;
  const Run date = desk.explain({"/meeting_date"});
  CHECK(date.code == 1);
  CHECK(date.err.empty());
  CHECK_THAT(date.out, Contains("none: nothing was found"));
  CHECK_THAT(date.out, Contains("\"next week\""));
  CHECK_THAT(date.out, Contains("(date)"));
  const Run reasons = desk.explain({"/reasons"});
  CHECK(reasons.code == 1);
  CHECK_THAT(reasons.out, Contains("moot rules list --field reasons"));
}

TEST_CASE("explain knows what no rule gave, and what the program finds itself") {
  const Desk desk;
  CHECK_THAT(desk.explain({"/id"}).out, Contains("SHA-256"));
  CHECK_THAT(desk.explain({"/schema"}).out, Contains("its version"));
  CHECK(desk.explain({"/notes"}).code == 1);
  CHECK_THAT(desk.explain({"/source/path"}).out, Contains("known of the file"));
  CHECK_THAT(desk.explain({"/language"}).out, Contains("part of the program"));
  CHECK_THAT(desk.explain({"/kind"}).out, Contains("together"));
  CHECK_THAT(desk.explain({"/council/name"}).out, Contains("council.named"));
}

TEST_CASE("explain tells bad pointers in a sentence, with what there is") {
  const Desk desk;
  struct Row {
    const char* pointer;
    const char* hint;
  };
  const Row rows[] = {{"/titel", "/title"},
                      {"title", "begins with a slash: '/title'"},
                      {"/recommendations/9", "/recommendations/0 to /recommendations/1"},
                      {"/implications/0/txt", "/implications/0/text"},
                      {"/title/0", "'/title' holds nothing further"},
                      {"/reasons/0", "'/reasons' holds nothing further"},
                      {"/", "/title"},
                      {"//", "/title"},
                      {"/evidence/x", "/title"}};
  for (const Row& row : rows) {
    const Run run = desk.explain({row.pointer});
    INFO(row.pointer);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK_THAT(run.err, StartsWith("moot: a.txt: the record has no '"));
    CHECK_THAT(run.err, Contains(row.hint));
  }
}

TEST_CASE("explain asks which paper of a file is meant, and takes its number or id") {
  const Sandbox box;
  box.write("pack.pdf",
            small_pdf({{"Agenda Item 5", "REPORT", "To: Parks Committee, 4 March 2025",
                        "Subject: Benches", "Summary: The benches are worn.", "Page 1 of 2"},
                       {"They are made of wood.", "Page 2 of 2"},
                       {"Agenda Item 6", "REPORT", "To: Parks Committee, 4 March 2025",
                        "Subject: Ponds", "Summary: The pond is green.", "Page 1 of 1"}}));
  const Run all = box.moot({"explain", "pack.pdf"});
  CHECK(all.code == 0);
  CHECK_THAT(all.out, Contains("\"Benches\""));
  CHECK_THAT(all.out, Contains("\"Ponds\""));
  const Run which = box.moot({"explain", "pack.pdf", "/title"});
  CHECK(which.code == 2);
  CHECK_THAT(which.err, Contains("--paper"));
  CHECK_THAT(which.err, Contains("2 (report, page 3)"));
  const Run second = box.moot({"explain", "pack.pdf", "/title", "--paper", "2"});
  CHECK(second.code == 0);
  CHECK_THAT(second.out, Contains("\"Ponds\""));
  const std::string id = second.out.substr(0, second.out.find(' '));
  CHECK(box.moot({"explain", "pack.pdf", "/title", "--paper", id}).out == second.out);
  for (const char* wrong : {"0", "3", "ffff0000", "two"}) {
    const Run run = box.moot({"explain", "pack.pdf", "/title", "--paper", wrong});
    CHECK(run.code == 2);
    CHECK_THAT(run.err, Contains("it has no paper '"));
  }
}

TEST_CASE("explain fails as other commands do where there is nothing to read") {
  const Sandbox box;
  CHECK(box.moot({"explain", "gone.pdf"}).code == 2);
  const Run empty = box.moot({"explain", "-"}, "");
  CHECK(empty.code == 2);
  CHECK(empty.out.empty());
  const Run stream = box.moot({"explain", "-", "/title"}, kPaper);
  CHECK(stream.code == 0);
}
