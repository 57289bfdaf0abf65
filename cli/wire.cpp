#include "cli/wire.hpp"

#include <cstdint>
#include <cstring>

#include "extractors/record_json.hpp"

namespace moot {
namespace {

/// Appends values. Numbers are eight bytes in the machine's own order.
class Packer {
 public:
  void number(std::uint64_t value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    bytes_.append(bytes, sizeof value);
  }
  void whole(std::int64_t value) { number(static_cast<std::uint64_t>(value)); }
  void real(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    number(bits);
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_.append(value);
  }
  void range(TextRange value) {
    number(value.begin);
    number(value.end);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads values back; good() turns false at the first that is not there.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    if (rest_.size() < sizeof value) {
      good_ = false;
      return 0;
    }
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }
  std::int64_t whole() { return static_cast<std::int64_t>(number()); }
  int small() {
    const std::int64_t value = whole();
    if (value < -1'000'000'000 || value > 1'000'000'000) good_ = false;
    return good_ ? static_cast<int>(value) : 0;
  }
  double real() {
    const std::uint64_t bits = number();
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
  std::string text() {
    const std::uint64_t size = number();
    if (size > rest_.size()) {
      good_ = false;
      return {};
    }
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }
  TextRange range(std::size_t limit) {
    TextRange value;
    value.begin = number();
    value.end = number();
    if (value.begin > value.end || value.end > limit) good_ = false;
    return good_ ? value : TextRange{};
  }
  /// A count of values that take at least eight bytes each.
  std::size_t count() {
    const std::uint64_t value = number();
    if (value > rest_.size() / 8) good_ = false;
    return good_ ? value : 0;
  }
  template <typename Enum>
  Enum choice(Enum last) {
    const int value = small();
    if (value < 0 || value > static_cast<int>(last)) good_ = false;
    return good_ ? static_cast<Enum>(value) : Enum{};
  }
  bool good() const { return good_; }
  bool finished() const { return good_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool good_ = true;
};

void pack_line(Packer& out, const Line& line) {
  out.range(line.range);
  out.whole(line.page);
  for (const double side : {line.box.x0, line.box.y0, line.box.x1, line.box.y1}) out.real(side);
  out.real(line.style.size);
  out.whole(line.style.bold);
  out.whole(line.style.heading_level);
  out.whole(static_cast<int>(line.role));
  out.whole(line.starts_paragraph);
  out.whole(line.cell.table);
  out.whole(line.cell.row);
  out.whole(line.cell.column);
}

Line unpack_line(Unpacker& in, std::size_t limit) {
  Line line;
  line.range = in.range(limit);
  line.page = in.small();
  line.box.x0 = in.real();
  line.box.y0 = in.real();
  line.box.x1 = in.real();
  line.box.y1 = in.real();
  line.style.size = in.real();
  line.style.bold = in.number() != 0;
  line.style.heading_level = in.small();
  line.role = in.choice(LineRole::PageNumber);
  line.starts_paragraph = in.number() != 0;
  line.cell.table = in.small();
  line.cell.row = in.small();
  line.cell.column = in.small();
  return line;
}

void pack_document(Packer& out, const Document& document) {
  for (const std::string* text :
       {&document.text, &document.title, &document.media_type, &document.sha256}) {
    out.text(*text);
  }
  out.number(document.lines.size());
  for (const Line& line : document.lines) pack_line(out, line);
  out.number(document.pages.size());
  for (const PageSize& page : document.pages) {
    out.real(page.width);
    out.real(page.height);
  }
  out.number(document.bookmarks.size());
  for (const Bookmark& bookmark : document.bookmarks) {
    out.text(bookmark.title);
    out.whole(bookmark.page);
    out.whole(bookmark.level);
  }
  out.number(document.notes.size());
  for (const Note& note : document.notes) {
    out.text(note.what);
    out.whole(note.page);
  }
}

Document unpack_document(Unpacker& in) {
  Document document;
  for (std::string* text :
       {&document.text, &document.title, &document.media_type, &document.sha256}) {
    *text = in.text();
  }
  document.lines.resize(in.count());
  for (Line& line : document.lines) line = unpack_line(in, document.text.size());
  document.pages.resize(in.count());
  for (PageSize& page : document.pages) {
    page.width = in.real();
    page.height = in.real();
  }
  document.bookmarks.resize(in.count());
  for (Bookmark& bookmark : document.bookmarks) {
    bookmark.title = in.text();
    bookmark.page = in.small();
    bookmark.level = in.small();
  }
  document.notes.resize(in.count());
  for (Note& note : document.notes) {
    note.what = in.text();
    note.page = in.small();
  }
  return document;
}

void pack_record(Packer& out, const Record& record) {
  out.text(to_json(record));
  out.range(record.range);
  out.number(record.sections.size());
  for (const SectionRange& section : record.sections) {
    out.text(section.heading);
    out.range(section.range);
  }
}

/// None where the JSON cannot be read.
std::optional<Record> unpack_record(Unpacker& in, std::size_t limit) {
  Result<Record> record = parse_record(in.text());
  if (!record) return std::nullopt;
  record->range = in.range(limit);
  record->sections.resize(in.count());
  for (SectionRange& section : record->sections) {
    section.heading = in.text();
    section.range = in.range(limit);
  }
  return std::move(*record);
}

}  // namespace

std::string pack(const FileResult& result) {
  Packer out;
  const FileRow& file = result.file;
  for (const std::string* text : {&file.path, &file.sha256, &file.reason, &file.hint}) {
    out.text(*text);
  }
  out.whole(file.size);
  out.whole(file.modified_ns);
  out.whole(static_cast<int>(file.state));
  out.whole(result.document.has_value());
  if (result.document) pack_document(out, *result.document);
  out.number(result.records.size());
  for (const Record& record : result.records) pack_record(out, record);
  return out.take();
}

std::optional<FileResult> unpack(std::string_view bytes) {
  Unpacker in(bytes);
  FileResult result;
  FileRow& file = result.file;
  for (std::string* text : {&file.path, &file.sha256, &file.reason, &file.hint}) *text = in.text();
  file.size = in.whole();
  file.modified_ns = in.whole();
  file.state = in.choice(FileState::Skipped);
  if (in.number() != 0) result.document = unpack_document(in);
  const std::size_t limit = result.document ? result.document->text.size() : 0;
  const std::size_t records = in.count();
  for (std::size_t i = 0; i < records && in.good(); ++i) {
    std::optional<Record> record = unpack_record(in, limit);
    if (!record) return std::nullopt;
    result.records.push_back(std::move(*record));
  }
  if (!in.finished()) return std::nullopt;
  return result;
}

}  // namespace moot
