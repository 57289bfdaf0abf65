#include "pipeline/media_type.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "pipeline/normalise.hpp"

namespace moot {
namespace {

using std::string_view;
using namespace std::string_view_literals;

constexpr const char* kSaveAsPdf = "Save it as PDF and ingest that";
constexpr const char* kUnpack = "Unpack it and ingest the files inside";
constexpr const char* kRecognise = "Run OCR on it, or save it as a searchable PDF, and ingest that";
constexpr const char* kNoText = "Leave it out";

/// A kind of file that Moot does not read, known by its first bytes.
struct Magic {
  string_view bytes;
  std::size_t at;
  const char* name;
  const char* what;
  const char* hint;
};
constexpr std::array kMagic{
    Magic{"{\\rtf"sv, 0, "application/rtf", "a Rich Text document", kSaveAsPdf},
    Magic{"%!PS"sv, 0, "application/postscript", "a PostScript file", kSaveAsPdf},
    Magic{"\x89PNG\r\n\x1A\n"sv, 0, "image/png", "an image", kRecognise},
    Magic{"\xFF\xD8\xFF"sv, 0, "image/jpeg", "an image", kRecognise},
    Magic{"GIF8"sv, 0, "image/gif", "an image", kRecognise},
    Magic{"II*\0"sv, 0, "image/tiff", "an image", kRecognise},
    Magic{"MM\0*"sv, 0, "image/tiff", "an image", kRecognise},
    Magic{"WEBP"sv, 8, "image/webp", "an image", kRecognise},
    Magic{"ftyphei"sv, 4, "image/heic", "an image", kRecognise},
    Magic{"ftyp"sv, 4, "video/mp4", "a film or sound file", kNoText},
    Magic{"ID3"sv, 0, "audio/mpeg", "a sound file", kNoText},
    Magic{"RIFF"sv, 0, "application/octet-stream", "a film or sound file", kNoText},
    Magic{"\x1F\x8B"sv, 0, "application/gzip", "a compressed file", kUnpack},
    Magic{"7z\xBC\xAF\x27\x1C"sv, 0, "application/x-7z-compressed", "an archive", kUnpack},
    Magic{"Rar!"sv, 0, "application/vnd.rar", "an archive", kUnpack},
    Magic{"ustar"sv, 257, "application/x-tar", "an archive", kUnpack},
    Magic{"\x7F"
          "ELF"sv,
          0, "application/x-executable", "a program", kNoText},
    Magic{"MZ\x90\0"sv, 0, "application/x-executable", "a program", kNoText},
    Magic{"SQLite format 3"sv, 0, "application/vnd.sqlite3", "a database", kNoText}};

/// A kind of file known by a name inside a container.
struct Inside {
  string_view mark;
  const char* name;
  const char* what;
  const char* hint;
};
constexpr std::array kInZip{
    Inside{"word/document.xml"sv,
           "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
           "a Word document (.docx)", kSaveAsPdf},
    Inside{"xl/workbook."sv, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
           "an Excel workbook (.xlsx)", kSaveAsPdf},
    Inside{"ppt/presentation.xml"sv,
           "application/vnd.openxmlformats-officedocument.presentationml.presentation",
           "a PowerPoint presentation (.pptx)", kSaveAsPdf},
    Inside{"mimetypeapplication/vnd.oasis.opendocument.text"sv,
           "application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)", kSaveAsPdf},
    Inside{"mimetypeapplication/vnd.oasis.opendocument"sv, "application/vnd.oasis.opendocument",
           "an OpenDocument file", kSaveAsPdf},
    Inside{"mimetypeapplication/epub+zip"sv, "application/epub+zip", "an electronic book",
           kSaveAsPdf},
    Inside{"[Content_Types].xml"sv, "application/vnd.openxmlformats-officedocument",
           "an Office document", kSaveAsPdf}};

// The names in an old Office file are UTF-16.
constexpr std::array kInOle{
    Inside{"W\0o\0r\0d\0D\0o\0c\0"sv, "application/msword", "a Word document (.doc)", kSaveAsPdf},
    Inside{"W\0o\0r\0k\0b\0o\0o\0k\0"sv, "application/vnd.ms-excel", "an Excel workbook (.xls)",
           kSaveAsPdf},
    Inside{"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0"sv, "application/vnd.ms-powerpoint",
           "a PowerPoint presentation (.ppt)", kSaveAsPdf},
    Inside{"_\0_\0s\0u\0b\0s\0t\0g\0"sv, "application/vnd.ms-outlook", "an Outlook message (.msg)",
           kSaveAsPdf}};

MediaType not_read(const char* name, const char* what, const char* hint) {
  return {FileKind::NotRead, name, what, hint};
}

MediaType container(string_view bytes, const auto& table, const char* name, const char* what,
                    const char* hint) {
  // The list of names stands at the start or at the end, wherever the writer put it.
  constexpr std::size_t kReach = std::size_t{1} << 18;
  const string_view start = bytes.substr(0, kReach);
  const string_view end = bytes.substr(bytes.size() - std::min(bytes.size(), kReach));
  for (const Inside& row : table) {
    if (start.find(row.mark) != start.npos || end.find(row.mark) != end.npos) {
      return not_read(row.name, row.what, row.hint);
    }
  }
  return not_read(name, what, hint);
}

bool starts_with_tag(string_view text, string_view tag) {
  if (!text.starts_with(tag)) return false;
  if (tag.ends_with('-') || tag.size() == text.size()) return true;
  const char next = text[tag.size()];
  return next == ' ' || next == '>' || next == '\t' || next == '\n' || next == '\r' || next == '/';
}

/// Moves past white space, comments and processing instructions.
string_view past_prologue(string_view text) {
  while (true) {
    const std::size_t at = text.find_first_not_of(" \t\r\n\v\f");
    if (at == text.npos) return {};
    text.remove_prefix(at);
    const bool comment = text.starts_with("<!--");
    if (!comment && !text.starts_with("<?")) return text;
    const std::size_t end = text.find(comment ? "-->" : "?>");
    if (end == text.npos) return {};
    text.remove_prefix(end + 2);
    if (comment) text.remove_prefix(1);
  }
}

enum class Markup { None, Html, OtherXml };

Markup markup_of(string_view folded) {
  constexpr std::array kTags{"<!doctype html"sv, "<html"sv,  "<head"sv,    "<body"sv, "<title"sv,
                             "<meta"sv,          "<div"sv,   "<p"sv,       "<h1"sv,   "<h2"sv,
                             "<table"sv,         "<span"sv,  "<ul"sv,      "<ol"sv,   "<main"sv,
                             "<article"sv,       "<style"sv, "<section"sv, "<link"sv, "<script"sv,
                             "<center"sv,        "<font"sv,  "<b"sv,       "<a"sv,    "<strong"sv};
  const string_view start = past_prologue(folded);
  for (const string_view tag : kTags) {
    if (starts_with_tag(start, tag)) return Markup::Html;
  }
  // Something printed before the page does not stop a browser either.
  for (const string_view tag : {"<!doctype html"sv, "<html"sv, "<body"sv}) {
    const std::size_t at = folded.find(tag);
    if (at != folded.npos && starts_with_tag(folded.substr(at), tag)) return Markup::Html;
  }
  const bool xml =
      folded.starts_with("<?xml") || start.starts_with("<svg") || start.starts_with("<!doctype");
  return xml ? Markup::OtherXml : Markup::None;
}

/// An object, or a list of them: data, such as what is known of a file, or a log.
bool is_json(string_view text) {
  constexpr string_view kSpace = " \t\r\n";
  const auto begin = text.find_first_not_of(kSpace);
  if (begin == text.npos) return false;
  const auto next = text.find_first_not_of(kSpace, begin + 1);
  if (next == text.npos) return false;
  return (text[begin] == '{' && text[next] == '"') || (text[begin] == '[' && text[next] == '{');
}

/// More than a few control characters: no text, whatever its encoding.
bool is_binary(string_view text) {
  std::size_t odd = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool space = byte >= 0x09 && byte <= 0x0D;
    odd += (byte < 0x20 && !space && byte != 0x1B) || byte == 0x7F ? 1 : 0;
  }
  for (std::size_t at = text.find("\xEF\xBF\xBD"); at != text.npos;
       at = text.find("\xEF\xBF\xBD", at + 3)) {
    ++odd;
  }
  return odd * 50 > text.size();
}

/// Signs of Markdown in a text.
struct MarkdownSigns {
  std::size_t headings = 0, bold = 0, links = 0, tables = 0;  ///< that hardly stand elsewhere
  std::size_t lists = 0, rules = 0;                           ///< that plain text has too

  void add(string_view line) {
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    if (marks > 0 && marks <= 6 && marks + 1 < line.size() && line[marks] == ' ') ++headings;
    const std::size_t open = line.find("**");
    if (open != line.npos && open + 2 < line.size() && line[open + 2] != ' ' &&
        line[open + 2] != '*' && line.find("**", open + 3) != line.npos) {
      ++bold;
    }
    const std::size_t middle = line.find("](");
    if (middle != line.npos && line.find('[') < middle && line.find(')', middle) != line.npos) {
      ++links;
    }
    if (line.find("|--") != line.npos || line.find("| --") != line.npos ||
        line.find("|:-") != line.npos) {
      ++tables;
    }
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) ++lists;
    if (line == "---") ++rules;
  }

  bool enough() const {
    const std::size_t kinds = (headings > 0 ? 1U : 0U) + (bold > 0 ? 1U : 0U) +
                              (links > 0 ? 1U : 0U) + (tables > 0 ? 1U : 0U);
    const std::size_t all = headings + bold + links + tables;
    return kinds > 0 && (kinds > 1 || all > 1 || lists > 0 || rules > 0);
  }
};

bool is_markdown(string_view text) {
  MarkdownSigns signs;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (line.ends_with(' ') || line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    line.remove_prefix(indent);
    signs.add(line);
  }
  return signs.enough();
}

}  // namespace

MediaType sniff(string_view bytes) {
  if (bytes.empty()) return {FileKind::Empty, "application/x-empty", {}, {}};
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) {
    return container(bytes, kInZip, "application/zip", "an archive (.zip)", kUnpack);
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
    return container(bytes, kInOle, "application/x-ole-storage", "an old Office document",
                     kSaveAsPdf);
  }
  for (const Magic& row : kMagic) {
    if (bytes.substr(std::min(row.at, bytes.size())).starts_with(row.bytes)) {
      return not_read(row.name, row.what, row.hint);
    }
  }
  if (bytes.substr(0, 1024).find("%PDF-") != bytes.npos) {
    return {FileKind::Pdf, "application/pdf", {}, {}};
  }
  constexpr std::size_t kReach = std::size_t{1} << 16;
  const std::string text = to_utf8(bytes.substr(0, kReach));
  if (is_binary(text)) {
    return not_read("application/octet-stream", "binary data", kNoText);
  }
  const Markup markup = markup_of(fold(string_view(text).substr(0, 4096)));
  if (markup == Markup::Html) return {FileKind::Html, "text/html", {}, {}};
  if (markup == Markup::OtherXml) {
    return not_read("application/xml", "an XML file", "Save it as PDF or plain text");
  }
  if (is_json(text)) return not_read("application/json", "JSON data, no paper", kNoText);
  if (is_markdown(text)) return {FileKind::Markdown, "text/markdown", {}, {}};
  return {FileKind::PlainText, "text/plain", {}, {}};
}

}  // namespace moot
