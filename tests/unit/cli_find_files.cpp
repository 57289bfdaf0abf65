#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "cli/find_files.hpp"

using namespace moot;
namespace fs = std::filesystem;

namespace {

/// A folder that goes away with the test.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "moot-find-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }
  void file(const std::string& name) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name) << "text";
  }
  fs::path path;
};

struct FoundFiles {
  std::vector<FoundFile> files;
  std::vector<PathProblem> problems;
};

FoundFiles find_files(const std::vector<std::string>& paths) {
  FileWalk walk(paths);
  FoundFiles found;
  while (auto file = walk.next()) found.files.push_back(std::move(*file));
  found.problems = walk.take_problems();
  return found;
}

std::vector<std::string> names(const FoundFiles& found, const fs::path& base) {
  std::vector<std::string> list;
  for (const FoundFile& file : found.files) {
    list.push_back(fs::path(file.path).lexically_relative(base).string());
  }
  return list;
}

}  // namespace

TEST_CASE("FileWalk: folders are read through and sorted, hidden names left out") {
  const Folder folder;
  for (const char* name : {"b/2.txt", "b/1.txt", "a.txt", ".git/x.txt", "b/.hidden", "c.txt"}) {
    folder.file(name);
  }
  const FoundFiles found = find_files({folder.path.string()});
  CHECK(names(found, folder.path) ==
        std::vector<std::string>{"a.txt", "b/1.txt", "b/2.txt", "c.txt"});
  CHECK(found.problems.empty());
  CHECK_FALSE(found.files[0].named);
  CHECK(found.files[0].size == 4);
}

TEST_CASE("FileWalk: a path that is given twice is read once, under its plain name") {
  const Folder folder;
  folder.file("a.txt");
  const std::string file = (folder.path / "a.txt").string();
  const FoundFiles found = find_files({file, (folder.path / "." / "a.txt").string(), file});
  REQUIRE(found.files.size() == 1);
  CHECK(found.files[0].named);
  CHECK(found.files[0].path == file);
}

TEST_CASE("FileWalk: a folder loop is told and does not go on for ever") {
  const Folder folder;
  folder.file("in/a.txt");
  fs::create_directory_symlink(folder.path, folder.path / "in" / "up");
  const FoundFiles found = find_files({folder.path.string()});
  CHECK(found.files.size() == 1);
  REQUIRE(found.problems.size() == 1);
  CHECK_FALSE(found.problems[0].failed);
  CHECK_THAT(found.problems[0].error.message, Catch::Contains("leads back"));
  CHECK_THAT(found.problems[0].error.where, Catch::EndsWith("in/up"));
}

TEST_CASE("FileWalk: a folder under two names is read once and told") {
  const Folder folder;
  folder.file("in/a.txt");
  fs::create_directory_symlink(folder.path / "in", folder.path / "twin");
  const FoundFiles found = find_files({folder.path.string()});
  CHECK(found.files.size() == 1);
  REQUIRE(found.problems.size() == 1);
  CHECK_THAT(found.problems[0].error.hint, Catch::EndsWith("/in"));
}

TEST_CASE("FileWalk: what is not there is told, the rest is found") {
  const Folder folder;
  folder.file("a.txt");
  fs::create_symlink("nowhere", folder.path / "broken");
  const FoundFiles found = find_files({(folder.path / "no").string(), folder.path.string(), ""});
  CHECK(found.files.size() == 1);
  REQUIRE(found.problems.size() == 3);
  CHECK_THAT(found.problems[0].error.message, Catch::Contains("no such file"));
  CHECK_THAT(found.problems[1].error.message, Catch::Contains("link"));
  CHECK(found.problems[0].failed);
}

TEST_CASE("FileWalk: facts beside a file belong to it and are no paper") {
  const Folder folder;
  for (const char* name : {"a.pdf", "a.pdf.json", "b.pdf", "c.json"}) folder.file(name);
  const FoundFiles found = find_files({folder.path.string()});
  CHECK(names(found, folder.path) == std::vector<std::string>{"a.pdf", "b.pdf", "c.json"});
  CHECK(found.files[0].has_facts);
  CHECK_FALSE(found.files[1].has_facts);
  CHECK(find_files({(folder.path / "a.pdf").string()}).files[0].has_facts);
}

TEST_CASE("FileWalk: a file that is named and stands in a named folder is given once") {
  const Folder folder;
  for (const char* name : {"a.txt", "b.txt"}) folder.file(name);
  const FoundFiles found =
      find_files({folder.path.string(), (folder.path / "a.txt").string()});
  CHECK(names(found, folder.path) == std::vector<std::string>{"b.txt", "a.txt"});
}
