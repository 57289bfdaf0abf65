// Bytes of any encoding -> plain text and Markdown -> documents.

#include "pipeline/assemble.hpp"
#include "pipeline/media_type.hpp"
#include "pipeline/normalise.hpp"
#include "pipeline/read_markdown.hpp"
#include "pipeline/read_text.hpp"
#include "tests/fuzz/checks.hpp"

using namespace moot;

namespace {

void check(RawDocument raw) {
  test::check_lines(raw.lines, 0);
  const Document doc = assemble(std::move(raw));
  test::check_document(doc);
  test::check_structure(doc);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const MediaType type = sniff(bytes);
  test::must((type.kind == FileKind::NotRead) == !type.what.empty(), "what is not read has a name");
  const std::string text = to_utf8(bytes);
  test::must(is_utf8(text), "to_utf8 gives UTF-8");
  const std::string line = normalise_line(text);
  test::must(normalise_line(line) == line, "a regular line stays as it is");
  check(read_plain_text(text));
  check(read_markdown(text));
  return 0;
}
