#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/output_file.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
using namespace moot::test;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::size_t files_in(const std::string& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("OutputFile: there whole after commit(), and before it the old one") {
  const TempDir dir;
  const std::string path = dir.path() + "/a.csv";
  std::ofstream(path) << "old";
  fs::create_symlink("a.csv", dir.path() + "/link.csv");
  {
    auto file = OutputFile::create(path);
    REQUIRE(file);
    REQUIRE(file->write(std::string(200'000, 'x')));
    CHECK(bytes_of(path) == "old");
    CHECK(files_in(dir.path()) == 3);
  }
  CHECK(bytes_of(path) == "old");
  CHECK(files_in(dir.path()) == 2);
  {
    auto file = OutputFile::create(dir.path() + "/link.csv");
    REQUIRE(file);
    REQUIRE(file->write("new"));
    REQUIRE(file->commit());
  }
  CHECK(bytes_of(path) == "new");
  CHECK(fs::is_symlink(dir.path() + "/link.csv"));
  CHECK(files_in(dir.path()) == 2);
}

TEST_CASE("OutputFile: a folder, or one that is not there, is told") {
  const TempDir dir;
  for (const std::string& path : {dir.path(), dir.path() + "/none/a.csv"}) {
    const auto file = OutputFile::create(path);
    REQUIRE_FALSE(file);
    CHECK(file.error().kind == ErrorKind::Io);
    CHECK(file.error().where == path);
  }
}
