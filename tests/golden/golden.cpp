// Stages of a few small papers of corpus/ against the files beside this one (check_golden.hpp).

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"
#include "golden/check_golden.hpp"

namespace fs = std::filesystem;

namespace {

/// One record a line, spread out so that a change shows as changed lines. Where a value stands is
/// left out: tests/e2e checks that it is there, and a moved comma would change every line.
std::string spread(const std::string& lines) {
  std::string out;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    auto record = nlohmann::ordered_json::parse(lines.substr(begin, end - begin));
    nlohmann::ordered_json rules;
    for (const auto& [pointer, evidence] : record["evidence"].items())
      rules[pointer] = evidence["rule"];
    record["evidence"] = rules;
    out += record.dump(1) + "\n";
    begin = end + 1;
  }
  return out;
}

/// Runs the program on a copy of the paper under its own name, so that no path of this machine is
/// in what it prints.
Run run(const std::string& paper, std::vector<std::string> arguments) {
  const Sandbox box;
  const fs::path source = fs::path(MOOT_SOURCE_DIR "/corpus/papers") / paper;
  const std::string name = source.filename().string();
  fs::copy_file(source, box.path(name));
  arguments.push_back(name);
  Run result = box.moot(arguments);
  CHECK(result.code == 0);
  CHECK(result.err.empty());
  return result;
}

/// "wealdshire/issue.html" -> "wealdshire--issue"
std::string golden_name(const std::string& paper) {
  std::string name = fs::path(paper).replace_extension().string();
  name.replace(name.find('/'), 1, "--");
  return name;
}

struct Paper {
  const char* path;
  const char* why;
};

const Paper kPapers[] = {
    {"wealdshire/on-street-charging-issue.txt", "a web page saved as text"},
    {"wealdshire/library-hours-decision.pdf", "a record of decision"},
    {"eastmere/controlled-parking-decision.html", "a decision as a web page"},
    {"harrowmere/policy-finance-minutes.md", "minutes in Markdown"},
    {"harrowmere/parking-charges-report.pdf", "a table of three columns over two pages"},
    {"aldermoor/digital-connectivity-plan.pdf", "two columns, hyphenated words"},
    {"glanhafren/cofnodion-craffu.pdf", "Welsh"},
};

}  // namespace

TEST_CASE("inspect lines of sample papers is as it was") {
  for (const char* paper :
       {"aldermoor/digital-connectivity-plan.pdf", "wealdshire/library-hours-decision.pdf"}) {
    check_golden(golden_name(paper) + ".lines.txt", run(paper, {"inspect", "lines"}).out);
  }
}

TEST_CASE("inspect sections of sample papers is as it was") {
  for (const Paper& paper : kPapers) {
    INFO(paper.path << ": " << paper.why);
    check_golden(golden_name(paper.path) + ".sections.txt",
                 run(paper.path, {"inspect", "sections"}).out);
  }
}

TEST_CASE("extract of sample papers is as it was") {
  for (const Paper& paper : kPapers) {
    INFO(paper.path << ": " << paper.why);
    check_golden(golden_name(paper.path) + ".record.json",
                 spread(run(paper.path, {"extract"}).out));
  }
}

TEST_CASE("the pack falls into its papers as it did") {
  check_golden("brackenfold--cabinet-pack.papers.txt",
               run("brackenfold/cabinet-pack-2025-07-16.pdf", {"inspect", "papers"}).out);
}

TEST_CASE("trace of a sample decision is as it was") {
  Sandbox box;
  fs::copy(MOOT_SOURCE_DIR "/corpus/papers/wealdshire", box.path("wealdshire"));
  box.environment["MOOT_INDEX"] = box.path("index").string();
  REQUIRE(box.moot({"ingest", "--quiet", "wealdshire"}).code == 0);
  for (const std::string number : {"25-00021", "25-00087"}) {
    const Run result = box.moot({"trace", number});
    CHECK(result.code == 0);
    CHECK(result.err.empty());
    check_golden("wealdshire--" + number + ".trace.txt", result.out);
  }
}
