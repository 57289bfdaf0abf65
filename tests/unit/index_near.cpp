#include <catch2/catch.hpp>

#include "index/near.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
using namespace moot::test;

namespace {

/// A text of different words, by number: "w12 w13 ...", so many on a line.
std::string words(int first, int count, int on_line = 10) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += "w" + std::to_string(first + i) + ((i + 1) % on_line == 0 ? "\n" : " ");
  }
  return text + "\n";
}

NearSignature signature(const std::string& text) {
  const Document doc = make_document(text);
  const auto made = near_signature(doc, make_record(doc, "a-p1"));
  REQUIRE(made);
  return *made;
}

bool share_band(const NearSignature& a, const NearSignature& b) {
  const auto first = near_bands(a), second = near_bands(b);
  for (std::size_t i = 0; i < kNearBands; ++i) {
    if (first[i] == second[i]) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("near_signature: running heads and line ends do not touch it") {
  const NearSignature alone = signature(words(0, 300));
  const NearSignature in_pack = signature("~Agenda Item 7\n" + words(0, 300, 13) + "~Page 12\n");
  CHECK(similarity(alone, in_pack) == 1);
  CHECK(share_band(alone, in_pack));
}

TEST_CASE("near_signature: a paper with a few words changed is near, another one is not") {
  const NearSignature paper = signature(words(0, 500));
  const NearSignature shorter = signature(words(0, 450));
  CHECK(similarity(paper, shorter) >= kNear);
  CHECK(share_band(paper, shorter));
  const NearSignature template_only = signature(words(0, 60) + words(5000, 440));
  CHECK(similarity(paper, template_only) < 0.3);
}

TEST_CASE("near_signature: few words have none, and bytes come back") {
  const Document doc = make_document(words(0, 39));
  CHECK_FALSE(near_signature(doc, make_record(doc, "a-p1")));
  const NearSignature paper = signature(words(0, 100));
  CHECK(near_from_bytes(to_bytes(paper)) == paper);
  CHECK_FALSE(near_from_bytes(""));
  CHECK_FALSE(near_from_bytes("short"));
}
