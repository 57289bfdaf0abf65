#include "pipeline/media_type.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace moot;
using namespace std::string_literals;

TEST_CASE("sniff: what is read") {
  struct Row {
    const char* what;
    std::string bytes;
    FileKind kind;
    const char* name;
  };
  const std::string utf16 =
      "\xFF\xFE"
      "A\0g\0e\0n\0d\0a\0"s;
  const Row rows[] = {
      {"nothing", "", FileKind::Empty, "application/x-empty"},
      {"PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", FileKind::Pdf, "application/pdf"},
      {"PDF after other bytes", "\r\n\r\n%PDF-1.4\n", FileKind::Pdf, "application/pdf"},
      {"HTML", "<!DOCTYPE html>\n<html>", FileKind::Html, "text/html"},
      {"HTML after a comment", "\xEF\xBB\xBF <!-- x -->\n<HTML lang=en>", FileKind::Html,
       "text/html"},
      {"XHTML", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", FileKind::Html, "text/html"},
      {"a part of a page", "<div class=\"x\"><p>Item</p></div>", FileKind::Html, "text/html"},
      {"a page after words", "Warning: x\n<html><body>", FileKind::Html, "text/html"},
      {"headings and lists", "# Agenda\n\n- Apologies\n", FileKind::Markdown, "text/markdown"},
      {"bold and links", "**Present:** x\n\n[a](http://b)\n", FileKind::Markdown, "text/markdown"},
      {"a table", "| a | b |\n|---|---|\n| c | d |\n\n**Note**\n", FileKind::Markdown,
       "text/markdown"},
      {"plain", "Agenda\n\n1. Apologies\n- none\n", FileKind::PlainText, "text/plain"},
      {"a line of dashes", "Agenda\n---\n- none\n- one\n", FileKind::PlainText, "text/plain"},
      {"one star or hash", "Ref #12 * see note ** and **\n", FileKind::PlainText, "text/plain"},
      {"build tags", "<AI1>\nItem 1\n</AI1>\n", FileKind::PlainText, "text/plain"},
      {"windows-1252", "the Council\x92s plan", FileKind::PlainText, "text/plain"},
      {"UTF-16", utf16, FileKind::PlainText, "text/plain"},
      {"less than", "x < y and <place> of birth", FileKind::PlainText, "text/plain"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const MediaType type = sniff(row.bytes);
    CHECK(type.kind == row.kind);
    CHECK(type.name == row.name);
    CHECK(type.what.empty());
  }
}

TEST_CASE("sniff: what is not read, and what to do with it") {
  struct Row {
    std::string bytes;
    const char* what;
    const char* hint;
  };
  const std::string zip = "PK\x03\x04\x14\0\x06\0"s;
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(500, '\0');
  const Row rows[] = {
      {zip + "[Content_Types].xml..word/document.xml", "a Word document (.docx)", "PDF"},
      {zip + "[Content_Types].xml" + std::string(600'000, '.') + "word/document.xml.",
       "a Word document (.docx)", "PDF"},
      {zip + "[Content_Types].xml..xl/workbook.xml", "an Excel workbook (.xlsx)", "PDF"},
      {zip + "ppt/presentation.xml", "a PowerPoint presentation (.pptx)", "PDF"},
      {zip + "mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)",
       "PDF"},
      {zip + "agenda.pdf", "an archive (.zip)", "Unpack"},
      {ole + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s, "a Word document (.doc)", "PDF"},
      {ole + "W\0o\0r\0k\0b\0o\0o\0k\0"s, "an Excel workbook (.xls)", "PDF"},
      {ole, "an old Office document", "PDF"},
      {"{\\rtf1\\ansi", "a Rich Text document", "PDF"},
      {"\x89PNG\r\n\x1A\n....", "an image", "OCR"},
      {"\xFF\xD8\xFF\xE0....", "an image", "OCR"},
      {"GIF89a....", "an image", "OCR"},
      {"II*\0...."s, "an image", "OCR"},
      {"RIFF....WEBPVP8 ", "an image", "OCR"},
      {"\x7F"
       "ELF\x02\x01\x01"s,
       "a program", "out"},
      {"<?xml version=\"1.0\"?><feed>", "an XML file", "PDF"},
      {"words\0\x01\x02\x03\x04"s, "binary data", "out"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const MediaType type = sniff(row.bytes);
    CHECK(type.kind == FileKind::NotRead);
    CHECK(type.what == row.what);
    CHECK(type.hint.find(row.hint) != std::string::npos);
    CHECK_FALSE(type.name.empty());
  }
}
