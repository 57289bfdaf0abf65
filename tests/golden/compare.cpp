// `moot compare` against files that were looked at: of sample papers the text, of the five seeds a
// fingerprint of each cell, for their words are not the project's. Each cell of the seeds was read
// beside its paper when seeds.compare.txt was written; a cell that changes must be read again.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"
#include "golden/check_golden.hpp"
#include "pipeline/sha256.hpp"

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

fs::path shared_folder() {
  const char* given = std::getenv("MOOT_SHARED");
  return given != nullptr ? given : MOOT_SOURCE_DIR "/../shared";
}

/// "financial | quoted, none stated, 1 quote, 3f2a..." for each paper.
std::string fingerprints(const Json& comparison) {
  std::string out;
  for (const Json& row : comparison["rows"]) {
    out += row["field"].get<std::string>() + "\n";
    std::size_t column = 0;
    for (const Json& cell : row["cells"]) {
      const std::string paper = comparison["columns"][column++]["paper"]["id"];
      out += "  " + paper + " " + cell["state"].get<std::string>();
      if (cell["none_stated"].get<bool>()) out += ", none stated";
      std::string words;
      for (const Json& quote : cell["quotes"]) {
        words += quote["text"].get<std::string>() + "\n" + quote["value"].dump() + "\n";
      }
      if (!words.empty()) {
        out += ", " + std::to_string(cell["quotes"].size()) + ", " +
               moot::sha256_hex(words).substr(0, 12);
      }
      out += "\n";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("compare of sample papers is as it was") {
  Sandbox box;
  fs::copy(MOOT_SOURCE_DIR "/corpus/compare/dev", box.path("papers"), fs::copy_options::recursive);
  box.environment["MOOT_INDEX"] = box.path("index").string();
  REQUIRE(box.moot({"ingest", "--quiet", "papers"}).code == 0);
  const Run beside =
      box.moot({"compare", "digital", "inclusion", "--limit", "3", "--fields",
                "title,recommendations,financial,climate,sums,dates,themes,passages,copied"});
  CHECK(beside.code == 0);
  check_golden("digital-inclusion.compare.txt", beside.out);
  const Run over_time = box.moot({"compare", "digital", "inclusion", "--council", "Thornmere",
                                  "--over-time", "--fields", "title,date,themes,changes"});
  CHECK(over_time.code == 0);
  check_golden("digital-inclusion.over-time.txt", over_time.out);
}

TEST_CASE("compare of the five seeds has the cells that were checked by hand") {
  const fs::path seeds = shared_folder() / "seeds";
  if (!fs::is_directory(seeds)) {
    WARN("skipped: the five seeds are not in " << seeds);
    return;
  }
  Sandbox box;
  box.environment["MOOT_INDEX"] = box.path("index").string();
  REQUIRE(box.moot({"ingest", "--quiet", seeds.string()}).code == 0);
  const Run run =
      box.moot({"compare", "digital", "strategy", "--each", "paper", "--format", "json"});
  REQUIRE(run.code == 0);
  const Json comparison = Json::parse(run.out);
  REQUIRE(comparison["columns"].size() == 5);
  check_golden("seeds.compare.txt", fingerprints(comparison));
}
