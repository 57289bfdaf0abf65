#pragma once
/// \file Some papers, what an index of them must hold, and runs of `moot` on them.

#include <catch2/catch.hpp>

#include "dump.hpp"
#include "generate_papers.hpp"
#include "processes.hpp"

/// Papers below `papers`, a clean index of them in `clean`.
struct Library : Sandbox {
  explicit Library(const PaperMix& mix) {
    namespace fs = std::filesystem;
    generate_papers(path("papers"), mix);
    // Other users may come in, and look around.
    fs::permissions(path(""), fs::perms::owner_all | fs::perms::others_read |
                                  fs::perms::others_exec | fs::perms::group_read |
                                  fs::perms::group_exec);
    const Run run = ingest(path("clean"));
    INFO(run.err);
    REQUIRE(run.code == 0);
    const auto lines = dump(path("clean").string());
    REQUIRE(lines);
    reference = *lines;
    for (const std::string& line : reference) {
      if (line.rfind("shown ", 0) == 0) id = line.substr(6, line.find(' ', 6) - 6);
    }
  }

  std::vector<std::string> ingest_arguments(const std::filesystem::path& index) const {
    return {"ingest", path("papers").string(), "--index", index.string(), "--quiet"};
  }

  Run ingest(const std::filesystem::path& index, const std::function<void()>& prepare = {}) const {
    return run_prepared(ingest_arguments(index), path("run"), prepare);
  }

  /// Everything that reads an index.
  std::vector<std::vector<std::string>> readers(const std::filesystem::path& index) const {
    return {{"search", "council", "--index", index.string()},
            {"show", id, "--index", index.string()},
            {"check", id, "--index", index.string()}};
  }

  void check_whole(const std::filesystem::path& index) const {
    const auto lines = dump(index.string());
    INFO((lines ? "" : lines.error().where + ": " + lines.error().message));
    REQUIRE(lines);
    CHECK(difference(reference, *lines) == "");
  }

  std::vector<std::string> reference;
  std::string id;  ///< of some record
};
