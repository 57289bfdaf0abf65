#include "pipeline/read.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace moot;

namespace {

/// A PDF whose pages hold nothing.
std::string blank_pdf(int pages) {
  std::string kids;
  std::string objects;
  for (int i = 0; i < pages; ++i) {
    const std::string number = std::to_string(i + 3);
    kids += number + " 0 R ";
    objects += number + " 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n";
  }
  return "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages "
         "/Kids [" +
         kids + "] /Count " + std::to_string(pages) + " >>\nendobj\n" + objects +
         "trailer\n<< /Root 1 0 R >>\n%%EOF\n";
}

}  // namespace

TEST_CASE("read_document: each kind by its bytes, with type and checksum") {
  struct Row {
    std::string bytes;
    const char* type;
    const char* text;
  };
  const Row rows[] = {
      {"The council met.\n", "text/plain", "The council met."},
      {"# Agenda\n\n- Apologies\n", "text/markdown", "Agenda\n\u2022 Apologies"},
      {"<html><p>The council\x92s plan", "text/html", "The council\u2019s plan"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.type);
    const Result<Document> doc = read_document(row.bytes);
    REQUIRE(doc);
    CHECK(doc->media_type == row.type);
    CHECK(doc->text == row.text);
    CHECK(doc->sha256.size() == 64);
  }
  CHECK(read_document("abc")->sha256.starts_with("ba7816bf"));
}

TEST_CASE("read_document: failures say what and what to do") {
  struct Row {
    std::string bytes;
    ErrorKind kind;
    const char* message;
    const char* hint;
  };
  const Row rows[] = {
      {"", ErrorKind::BadDocument, "the file is empty", ""},
      {" \n\n\t", ErrorKind::NoText, "there is no text in the file", ""},
      {"<html><body><script>x</script></body></html>", ErrorKind::NoText,
       "there is no text in the file", ""},
      {"\x89PNG\r\n\x1A\n....", ErrorKind::NotRead,
       "the file is an image, which Moot does not read", "OCR"},
      {"{\\rtf1 x}", ErrorKind::NotRead,
       "the file is a Rich Text document, which Moot does not read", "Save it as PDF"},
      {blank_pdf(3), ErrorKind::NoText, "none of its pages has text: it is probably a scan",
       "--ocr auto"},
      {blank_pdf(1), ErrorKind::NoText, "none of its pages has text: it is probably a scan",
       "ocrmypdf"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    const Result<Document> doc = read_document(row.bytes);
    REQUIRE_FALSE(doc);
    CHECK(doc.error().kind == row.kind);
    CHECK(doc.error().message == row.message);
    CHECK(doc.error().where.empty());
    CHECK(doc.error().hint.find(row.hint) != std::string::npos);
  }
}

TEST_CASE("read_document: a damaged PDF is a bad document") {
  const Result<Document> doc = read_document("%PDF-1.7\nnothing that could be mended");
  REQUIRE_FALSE(doc);
  CHECK(doc.error().kind == ErrorKind::BadDocument);
}
