#include "index/document_blob.hpp"

#include "index/compress.hpp"
#include "index/packing.hpp"

namespace moot {
namespace {

constexpr std::uint64_t kFormat = 2;
constexpr std::uint64_t kWithoutCertainty = 1;  ///< what was written before there was OCR
// A few bytes may claim to be many: who unpacks what a worker sent must not run out of memory.
constexpr std::uint64_t kMostBytes = 512ULL << 20;
// More than the readers give.
constexpr std::size_t kMostMarks = 100'000;

Error damaged() {
  return fail(ErrorKind::Index, "a stored document is damaged", "", "ingest its file again");
}

/// Bits of Line::role, style.bold and starts_paragraph.
std::uint64_t line_flags(const Line& line) {
  return static_cast<std::uint64_t>(line.role) | (line.style.bold ? 4U : 0U) |
         (line.starts_paragraph ? 8U : 0U);
}

void pack_lines(std::string& out, const std::vector<Line>& lines) {
  pack_number(out, lines.size());
  std::size_t at = 0;
  for (const Line& line : lines) {
    pack_number(out, line.range.begin - at);
    pack_number(out, line.range.end - line.range.begin);
    at = line.range.end;
  }
  const auto each_number = [&](auto value) {
    for (const Line& line : lines) pack_number(out, static_cast<std::uint64_t>(value(line)));
  };
  each_number([](const Line& l) { return l.page; });
  each_number([](const Line& l) { return line_flags(l); });
  each_number([](const Line& l) { return l.style.heading_level; });
  each_number([](const Line& l) { return l.cell.table; });
  each_number([](const Line& l) { return l.cell.row; });
  each_number([](const Line& l) { return l.cell.column; });
  const auto each_double = [&](auto value) {
    for (const Line& line : lines) pack_double(out, value(line));
  };
  each_double([](const Line& l) { return l.style.size; });
  each_double([](const Line& l) { return l.box.x0; });
  each_double([](const Line& l) { return l.box.x1; });
  each_double([](const Line& l) { return l.box.y0; });
  each_double([](const Line& l) { return l.box.y1; });
  each_double([](const Line& l) { return l.certainty; });
}

void set_flags(Line& line, std::uint64_t flags) {
  line.role = static_cast<LineRole>((flags & 3U) % 3U);
  line.style.bold = (flags & 4U) != 0;
  line.starts_paragraph = (flags & 8U) != 0;
}

std::vector<Line> unpack_lines(Unpacker& in, std::uint64_t format) {
  std::vector<Line> lines(in.count(48));
  std::size_t at = 0;
  for (Line& line : lines) {
    line.range.begin = at + in.number();
    line.range.end = line.range.begin + in.number();
    at = line.range.end;
  }
  for (Line& line : lines) line.page = in.small();
  for (Line& line : lines) set_flags(line, in.number());
  for (Line& line : lines) line.style.heading_level = in.small();
  for (Line& line : lines) line.cell.table = in.small();
  for (Line& line : lines) line.cell.row = in.small();
  for (Line& line : lines) line.cell.column = in.small();
  for (Line& line : lines) line.style.size = in.real();
  for (Line& line : lines) line.box.x0 = in.real();
  for (Line& line : lines) line.box.x1 = in.real();
  for (Line& line : lines) line.box.y0 = in.real();
  for (Line& line : lines) line.box.y1 = in.real();
  if (format == kWithoutCertainty) return lines;
  for (Line& line : lines) line.certainty = in.real();
  return lines;
}

void pack_rest(std::string& out, const Document& doc) {
  pack_number(out, doc.pages.size());
  for (const PageSize& page : doc.pages) {
    pack_double(out, page.width);
    pack_double(out, page.height);
  }
  pack_number(out, doc.bookmarks.size());
  for (const Bookmark& bookmark : doc.bookmarks) {
    pack_text(out, bookmark.title);
    pack_number(out, static_cast<std::uint64_t>(bookmark.page));
    pack_number(out, static_cast<std::uint64_t>(bookmark.level));
  }
  pack_number(out, doc.notes.size());
  for (const Note& note : doc.notes) {
    pack_text(out, note.what);
    pack_number(out, static_cast<std::uint64_t>(note.page));
  }
}

void unpack_rest(Unpacker& in, Document& doc) {
  doc.pages.resize(in.count(16));
  for (PageSize& page : doc.pages) {
    page.width = in.real();
    page.height = in.real();
  }
  doc.bookmarks.resize(in.count(3, kMostMarks));
  for (Bookmark& bookmark : doc.bookmarks) {
    bookmark.title = in.text();
    bookmark.page = in.small();
    bookmark.level = in.small();
  }
  doc.notes.resize(in.count(2, kMostMarks));
  for (Note& note : doc.notes) {
    note.what = in.text();
    note.page = in.small();
  }
}

/// Whether the lines lie in the text, as every reader of a Document takes for granted.
bool is_sound(const Document& doc) {
  std::size_t at = 0;
  for (const Line& line : doc.lines) {
    if (line.range.begin < at || line.range.end < line.range.begin) return false;
    if (!(line.certainty >= 0 && line.certainty <= 1)) return false;
    at = line.range.end;
  }
  return at <= doc.text.size();
}

}  // namespace

Result<std::string> pack_document(const Document& doc) {
  std::string plain;
  pack_number(plain, kFormat);
  pack_text(plain, doc.text);
  pack_text(plain, doc.title);
  pack_text(plain, doc.media_type);
  pack_text(plain, doc.sha256);
  pack_lines(plain, doc.lines);
  pack_rest(plain, doc);
  if (plain.size() > kMostBytes) {
    return fail(ErrorKind::NotRead, "there is more text in it than 512 MB", {},
                "split it into its papers");
  }
  return compress(plain);
}

Result<Document> unpack_document(std::string_view bytes) {
  const Result<std::string> plain = decompress(bytes, kMostBytes);
  if (!plain) return plain.error().kind == ErrorKind::Io ? plain.error() : damaged();
  Unpacker in(*plain);
  const std::uint64_t format = in.number();
  if (format != kFormat && format != kWithoutCertainty) return damaged();
  Document doc;
  doc.text = in.text();
  doc.title = in.text();
  doc.media_type = in.text();
  doc.sha256 = in.text();
  doc.lines = unpack_lines(in, format);
  unpack_rest(in, doc);
  if (!in.ok() || !in.done() || !is_sound(doc)) return damaged();
  return doc;
}

}  // namespace moot
