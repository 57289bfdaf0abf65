#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
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

TEST_CASE("OutputFile: what replaces a file has its mode") {
  const TempDir dir;
  const std::string path = dir.path() + "/a.csv";
  std::ofstream(path) << "old";
  for (const auto mode : {fs::perms(0600), fs::perms(0640), fs::perms(0666)}) {
    fs::permissions(path, mode);
    auto file = OutputFile::create(path);
    REQUIRE(file);
    CHECK(fs::status(file->part()).permissions() == mode);
    REQUIRE(file->commit());
    CHECK(fs::status(path).permissions() == mode);
  }
}

TEST_CASE("OutputFile: what lies under the name of its part is left alone") {
  const TempDir dir;
  const std::string path = dir.path() + "/a.csv";
  const std::string taken = path + ".part-" + std::to_string(getpid());
  std::ofstream(dir.path() + "/other") << "kept";
  fs::create_symlink("other", taken);
  auto file = OutputFile::create(path);
  REQUIRE(file);
  CHECK(file->part() != taken);
  REQUIRE(file->write("new"));
  REQUIRE(file->commit());
  CHECK(bytes_of(path) == "new");
  CHECK(bytes_of(dir.path() + "/other") == "kept");
  CHECK(fs::is_symlink(taken));
}

TEST_CASE("OutputFile: a signal that ends the program leaves no part behind") {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    const TempDir dir;
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      for (const int one : {SIGINT, SIGTERM, SIGHUP}) std::signal(one, SIG_DFL);
      auto file = OutputFile::create(dir.path() + "/a.csv");
      if (!file || files_in(dir.path()) != 1) _exit(1);
      raise(number);
      _exit(2);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == number);
    CHECK(files_in(dir.path()) == 0);
  }
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
