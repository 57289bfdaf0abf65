#include <cerrno>

#include <xapian.h>
#include <catch2/catch.hpp>

#include "index/folder_errors.hpp"
#include "index/sqlite.hpp"
#include "index/xapian_guard.hpp"

using namespace moot;

TEST_CASE("xapian_error: a full disk is told in words") {
  const auto failing = [](const char* message, int code) {
    return guard("folder", [&]() -> Result<Done> {
      throw Xapian::DatabaseError(message, std::string(), code);
    });
  };
  for (const auto& failed :
       {failing("Error writing block 19", 0), failing("Couldn't write the file", ENOSPC)}) {
    REQUIRE(!failed);
    CHECK(failed.error().kind == ErrorKind::Io);
    CHECK_THAT(failed.error().message, Catch::StartsWith("the disk is full"));
    CHECK_THAT(failed.error().hint, Catch::Contains("free some space"));
  }
  CHECK(failing("Something else", 0).error().kind == ErrorKind::Index);
}

TEST_CASE("Connection: a full database is told as a full disk") {
  const auto connection = Connection::open(":memory:", Connection::Mode::Write);
  REQUIRE(connection);
  REQUIRE(connection->run("PRAGMA max_page_count = 1;"));
  const auto failed = connection->run("CREATE TABLE a(b); CREATE TABLE c(d);");
  REQUIRE(!failed);
  CHECK_THAT(failed.error().message, Catch::StartsWith("the disk is full"));
}

TEST_CASE("must_exist: what is missing is told as it was asked") {
  const Error missing = fail(ErrorKind::Index, "nothing here");
  CHECK(must_exist(".", ".", missing));
  CHECK(must_exist("no-such-file", ".", missing).error().message == "nothing here");
}
