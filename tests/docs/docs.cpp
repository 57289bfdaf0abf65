// Every command, field, kind, rule key and sample council is in the document where a reader looks
// for it.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "cli/options.hpp"
#include "extractors/own_rules.hpp"
#include "extractors/record.hpp"
#include "extractors/record_json.hpp"
#include "extractors/rules.hpp"
#include "extractors/shapes.hpp"
#include "index/query.hpp"
#include "index/search.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
using moot::test::TempDir;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = MOOT_SOURCE_DIR;

std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// What `moot --help` lists under "Subcommands:", without "help".
std::vector<std::string> commands() {
  const auto command = parse_command_line({"--help"});
  REQUIRE(command);
  std::istringstream help(std::get<PrintCommand>(*command).text);
  std::vector<std::string> names;
  bool inside = false;
  for (std::string line; std::getline(help, line);) {
    if (inside && line.rfind("  ", 0) == 0) names.push_back(line.substr(2, line.find(' ', 2) - 2));
    inside = line == "Subcommands:" || (inside && !line.empty());
  }
  std::erase(names, "help");
  return names;
}

/// The fields of a record, as its JSON form names them.
std::vector<std::string> record_fields() {
  const auto json = nlohmann::ordered_json::parse(to_json(Record{}));
  std::vector<std::string> names;
  for (const auto& [name, value] : json.items()) names.push_back(name);
  return names;
}

/// The documents in Markdown, by path below the project's folder.
std::vector<fs::path> documents() {
  std::vector<fs::path> found;
  for (const char* folder : {".", "docs", "corpus"}) {
    for (const auto& entry : fs::directory_iterator(kRoot / folder)) {
      if (entry.path().extension() == ".md") found.push_back(entry.path());
    }
  }
  return found;
}

/// Paths that stand in `backticks` or as (targets) of links. NAME, COUNCIL and * stand for any.
std::vector<std::string> named_files(const std::string& text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '`' && text[at] != '(') continue;
    const std::size_t end = text.find_first_of("`)#<> *,;\n", at + 1);
    if (end == std::string::npos) break;
    const std::string path = text.substr(at + 1, end - at - 1);
    const bool any = text[end] == '*' || holds(path, "NAME") || holds(path, "COUNCIL");
    const bool ours = path.find('/') != 0 && holds(path, "/") &&
                      fs::exists(kRoot / path.substr(0, path.find('/')));
    if (ours && !any && (text[end] == '`' || text[end] == ')' || text[end] == '#')) {
      found.push_back(path);
    }
  }
  return found;
}

/// All sources of tests in one text, with strings that run over lines joined.
std::string test_sources() {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "tests")) {
    if (entry.path().extension() == ".cpp") all += read_text(entry.path());
  }
  std::string joined;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const std::size_t next = all.find_first_not_of(" \n", at + 1);
    const bool broken = all[at] == '"' && at + 1 < all.size() && all[at + 1] == '\n' &&
                        next != std::string::npos && all[next] == '"';
    if (broken) {
      at = next;
    } else {
      joined += all[at];
    }
  }
  return joined;
}

}  // namespace

TEST_CASE("every command is in README.md with an example") {
  const std::string readme = read_text(kRoot / "README.md");
  const auto names = commands();
  CHECK(names.size() >= 6);
  for (const std::string& name : names) {
    INFO("moot " << name);
    CHECK(holds(readme, "| `moot " + name));
  }
}

TEST_CASE("every field of a record is in README.md and docs/RECORD.md") {
  const std::string readme = read_text(kRoot / "README.md");
  const std::string contract = read_text(kRoot / "docs/RECORD.md");
  for (const std::string& field : record_fields()) {
    INFO(field);
    CHECK(holds(readme, "`" + field + "`"));
    CHECK(holds(contract, "`" + field + "`"));
  }
}

TEST_CASE("every kind of paper and of implication is in docs/RECORD.md") {
  const std::string contract = read_text(kRoot / "docs/RECORD.md");
  for (const auto& kinds : {paper_kinds(), implication_kinds()}) {
    for (const std::string& kind : kinds) {
      INFO(kind);
      CHECK(holds(contract, "`" + kind + "`"));
    }
  }
}

TEST_CASE("every field of the query language is in README.md") {
  const std::string readme = read_text(kRoot / "README.md");
  for (const QueryField& field : query_fields()) {
    INFO(field.name);
    CHECK(holds(readme, "`" + std::string(field.name) + ":"));
  }
}

/// The lines of the blocks that docs/SEARCH.md marks as queries.
std::vector<std::string> documented_queries() {
  std::istringstream text(read_text(kRoot / "docs/SEARCH.md"));
  std::vector<std::string> queries;
  bool inside = false;
  for (std::string line; std::getline(text, line);) {
    if (line.rfind("```", 0) == 0) {
      inside = line == "```query";
    } else if (inside) {
      queries.push_back(line);
    }
  }
  return queries;
}

TEST_CASE("every query of docs/SEARCH.md and of the README's fields runs") {
  const TempDir dir;
  REQUIRE(IndexWriter::open(dir.path()));
  const auto searcher = Searcher::open(dir.path());
  REQUIRE(searcher);
  std::vector<std::string> queries = documented_queries();
  CHECK(queries.size() > 35);
  for (const QueryField& field : query_fields()) queries.emplace_back(field.example);
  for (const std::string& query : queries) {
    INFO(query);
    const auto parsed = parse_query(query);
    REQUIRE(parsed);
    const ExpandedQuery expanded = expand(*parsed, Thesaurus::built_in(), searcher->vocabulary());
    CHECK(searcher->search(expanded.query, {}));
  }
}

TEST_CASE("every field of the query language is in docs/SEARCH.md") {
  const std::string guide = read_text(kRoot / "docs/SEARCH.md");
  for (const QueryField& field : query_fields()) {
    INFO(field.name);
    CHECK(holds(guide, std::string(field.name) + ":"));
  }
}

TEST_CASE("every key, shape, zone and normaliser of the rule packs is in docs/RULES.md") {
  const std::string guide = read_text(kRoot / "docs/RULES.md");
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(kRoot / "extractors/rules")) {
    if (entry.path().extension() != ".json") continue;
    const auto pack = nlohmann::json::parse(read_text(entry.path()), nullptr, true, true);
    for (const auto& rule : pack["rules"]) {
      for (const auto& [key, value] : rule.items()) {
        names.insert(key);
        if (key == "shape" || key == "zone" || key == "as") names.insert(value.get<std::string>());
      }
    }
  }
  for (const std::string& name : normaliser_names()) names.insert(name);
  names.erase("");
  CHECK(names.size() > 20);
  for (const std::string& name : names) {
    INFO(name);
    CHECK(holds(guide, "`" + name + "`"));
  }
}

TEST_CASE("every council of the sample corpus is in corpus/README.md and has gold") {
  const std::string readme = read_text(kRoot / "corpus/README.md");
  std::set<std::string> gold;
  for (const auto& entry : fs::directory_iterator(kRoot / "corpus/gold")) {
    const auto json = nlohmann::json::parse(read_text(entry.path()));
    gold.insert(json["document"].get<std::string>());
  }
  for (const auto& council : fs::directory_iterator(kRoot / "corpus/papers")) {
    INFO(council.path().filename().string());
    CHECK(holds(readme, "`" + council.path().filename().string() + "`"));
    for (const auto& paper : fs::directory_iterator(council.path())) {
      INFO(paper.path().filename().string());
      CHECK(gold.count(fs::relative(paper.path(), kRoot / "corpus/papers").string()) == 1);
    }
  }
}

TEST_CASE("every built-in rule fills a field that records have") {
  const auto rules = RuleSet::built_in();
  REQUIRE(rules);
  const auto fields = record_fields();
  const auto& kinds = implication_kinds();
  for (const Rule& rule : rules->rules()) {
    INFO(rule.id << " fills '" << rule.field << "'");
    const std::string field = rule.field.substr(0, rule.field.find('/'));
    if (!field.empty()) CHECK(std::count(fields.begin(), fields.end(), field) == 1);
    if (field == "implications" && rule.field != "implications/sign_off") {
      CHECK(std::count(kinds.begin(), kinds.end(), rule.field.substr(13)) == 1);
    }
  }
}

TEST_CASE("every way of finding values that is the program's own is in docs/RULES.md") {
  const std::string guide = read_text(kRoot / "docs/RULES.md");
  for (const OwnRule& own : own_rules()) {
    INFO(own.id);
    CHECK(holds(guide, "| `" + std::string(own.id) + "` | " + std::string(own.why)));
  }
}

TEST_CASE("every rule that the program's sources propose by is named in extractors/own_rules.cpp") {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(kRoot / "extractors")) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string source = read_text(entry.path());
    const std::string call = "propose({\"";
    for (std::size_t at = 0; (at = source.find(call, at)) != std::string::npos; ++count) {
      at += call.size();
      const std::string id = source.substr(at, source.find('"', at) - at);
      INFO(entry.path().filename().string() << " proposes by " << id);
      CHECK(std::any_of(own_rules().begin(), own_rules().end(),
                        [&](const OwnRule& own) { return own.id == id; }));
    }
  }
  CHECK(count > 5);
}

TEST_CASE("every file that the documents name is there") {
  for (const fs::path& document : documents()) {
    for (const std::string& file : named_files(read_text(document))) {
      INFO(document.filename().string() << " names " << file);
      CHECK((fs::exists(kRoot / file) || fs::exists(document.parent_path() / file)));
    }
  }
}

TEST_CASE("every test that CONTRIBUTING.md names is there") {
  const std::string guide = read_text(kRoot / "CONTRIBUTING.md");
  const std::string sources = test_sources();
  std::size_t count = 0;
  for (std::size_t at = 0; (at = guide.find("**`", at)) != std::string::npos; ++count) {
    at += 3;
    const std::string name = guide.substr(at, guide.find("`**", at) - at);
    INFO(name);
    const std::string label = name.substr(0, name.find('.'));
    const std::string rest = name.substr(label.size() + 1);
    if (label == "lint") {
      CHECK(fs::exists(kRoot / "tests/lint" / (rest + ".cmake")));
    } else if (label == "score") {
      CHECK(holds(read_text(kRoot / "tests/score/floors.json"), "\"" + rest + "\""));
    } else {
      CHECK(holds(sources, "TEST_CASE(\"" + rest + "\""));
    }
  }
  CHECK(count > 8);
}
