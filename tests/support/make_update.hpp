#pragma once
/// \file What a catalogue is told of files, by hand.

#include <string>
#include <utility>
#include <vector>

#include "index/document_blob.hpp"
#include "index/update.hpp"

namespace moot::test {

/// The time of all batches of tests.
inline const std::string kNow = "2026-03-01T09:30:00Z";

/// A file that was read and gave these records.
inline FileResult read_file(const std::string& path, const Document& doc,
                            std::vector<Record> records) {
  FileResult result;
  result.file.path = path;
  result.file.sha256 = doc.sha256;
  result.file.size = 42;
  result.file.modified_ns = 1700000000123456789;
  result.file.reader = "test";
  result.content.emplace();
  result.content->document = *pack_document(doc);
  result.content->records = std::move(records);
  result.content->rules = "rules";
  return result;
}

/// A file of this name whose bytes are in the catalogue already.
inline FileResult known_file(const std::string& path, const std::string& sha256) {
  FileResult result;
  result.file.path = path;
  result.file.sha256 = sha256;
  return result;
}

/// A file that could not be read.
inline FileResult failed_file(const std::string& path, const std::string& sha256) {
  FileResult result;
  result.file.path = path;
  result.file.sha256 = sha256;
  result.file.size = 7;
  result.file.state = FileState::Failed;
  result.file.reason = "the file is encrypted";
  result.file.hint = "ask for a copy";
  return result;
}

}  // namespace moot::test
