#pragma once
/// \file Small Documents and Records by hand, for tests above the readers, and a folder to write
/// in that goes away.

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "extractors/record.hpp"
#include "pipeline/document.hpp"

namespace moot::test {

/// A Document of these lines; a form feed in front of a line starts a new page. Lines that start
/// with "~" are running heads (without the "~").
inline Document make_document(const std::string& text, const std::string& sha256 = "5ha") {
  Document doc;
  doc.media_type = "application/pdf";
  doc.sha256 = sha256;
  int page = 1;
  double y = 50;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string words = text.substr(at, end - at);
    at = end + 1;
    Line line;
    if (words.starts_with('\f')) {
      ++page;
      y = 50;
      words.erase(0, 1);
    }
    if (words.starts_with('~')) {
      line.role = LineRole::RunningHead;
      words.erase(0, 1);
    }
    if (words.empty()) continue;
    if (!doc.text.empty()) doc.text += '\n';
    line.range = {doc.text.size(), doc.text.size() + words.size()};
    line.page = page;
    line.box = {72, y, 500.25, y + 12.1};
    line.style.size = 11.5;
    y += 14;
    doc.text += words;
    doc.lines.push_back(line);
  }
  doc.pages.assign(static_cast<std::size_t>(page), {595.32, 841.92});
  return doc;
}

/// Where `words` stand in the document.
inline TextRange range_of(const Document& doc, const std::string& words) {
  const std::size_t begin = doc.text.find(words);
  if (begin == std::string::npos) std::abort();
  return {begin, begin + words.size()};
}

/// A report on the whole document, without any field.
inline Record make_record(const Document& doc, const std::string& id) {
  Record record;
  record.id = id;
  record.kind = "report";
  record.language = "en";
  record.source.path = "papers/" + id + ".pdf";
  record.source.sha256 = doc.sha256;
  record.source.media_type = doc.media_type;
  if (!doc.lines.empty() && doc.lines.back().page > 0) {
    record.source.pages = {doc.lines.front().page, doc.lines.back().page};
  }
  record.range = {0, doc.text.size()};
  return record;
}

/// Says that the value at `pointer` stands at `words`.
inline void add_evidence(Record& record, const Document& doc, const std::string& pointer,
                         const std::string& words) {
  Evidence evidence;
  evidence.where = places(doc, range_of(doc, words));
  evidence.rule = "test.by-hand";
  record.evidence[pointer] = evidence;
}

/// A new folder under the system's folder for such, removed at the end.
class TempDir {
 public:
  TempDir() {
    std::string name = (std::filesystem::temp_directory_path() / "moot-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace moot::test
