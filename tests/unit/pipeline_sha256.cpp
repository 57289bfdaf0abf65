#include "pipeline/sha256.hpp"

#include <string>

#include <catch2/catch.hpp>

using moot::sha256_hex;

TEST_CASE("sha256_hex: the examples of FIPS 180-4") {
  struct Row {
    std::string bytes;
    const char* hex;
  };
  const Row rows[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1'000'000, 'a'),
       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes.size());
    CHECK(sha256_hex(row.bytes) == row.hex);
  }
}

TEST_CASE("sha256_hex: lengths around the end of a block") {
  // The length goes into the last eight bytes of a block: 55 bytes fit before it, 56 do not.
  struct Row {
    std::size_t size;
    const char* start;
  };
  const Row rows[] = {{55, "9f4390f8"},         {56, "b35439a4"}, {63, "7d3e74a0"},
                      {64, "ffe054fe"},         {65, "635361c4"}, {119, "31eba51c"},
                      {120, "2f3d335432c70b58"}};
  for (const Row& row : rows) {
    CAPTURE(row.size);
    CHECK(sha256_hex(std::string(row.size, 'a')).starts_with(row.start));
  }
}

TEST_CASE("Sha256: bytes may come in pieces of any size") {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += static_cast<char>(i % 251);
  for (const std::size_t piece : {1U, 7U, 63U, 64U, 65U, 200U}) {
    CAPTURE(piece);
    moot::Sha256 sum;
    for (std::size_t at = 0; at < bytes.size(); at += piece) sum.add(bytes.substr(at, piece));
    CHECK(sum.hex() == sha256_hex(bytes));
    CHECK(sum.hex() == sha256_hex(bytes));  // asking changes nothing
  }
}
