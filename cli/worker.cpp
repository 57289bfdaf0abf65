#include "cli/worker.hpp"

#include <algorithm>

#include "cli/input.hpp"
#include "cli/wire.hpp"
#include "extractors/extract.hpp"
#include "pipeline/read.hpp"

namespace moot {
namespace {

void put_failure(FileRow& row, const Error& error) {
  row.state = error.kind == ErrorKind::NotRead ? FileState::Skipped : FileState::Failed;
  row.reason = error.where.empty() ? error.message : error.where + ": " + error.message;
  row.hint = error.hint;
}

/// Notes that mean that something of the file is not in its records.
bool is_gap(const Note& note) {
  return note.what == "no-text-layer" || note.what == "page-not-read" || note.what == "truncated";
}

}  // namespace

FileResult read_one(const std::string& path, int descriptor, const RuleSet& rules) {
  FileResult result;
  result.file.path = path;
  Result<Input> input = read_descriptor(descriptor);
  if (!input) {
    put_failure(result.file, input.error());
    return result;
  }
  result.file.size = input->size;
  result.file.modified_ns = input->modified_ns;
  Result<Document> document = read_document(input->bytes);
  if (!document) {
    put_failure(result.file, document.error());
    return result;
  }
  input->bytes = {};
  result.file.sha256 = document->sha256;
  const auto& notes = document->notes;
  if (std::any_of(notes.begin(), notes.end(), is_gap)) result.file.state = FileState::Partial;
  result.records = extract(*document, rules, path);
  result.document = std::move(*document);
  return result;
}

FileResult not_read(const std::string& path, std::int64_t size, std::int64_t modified_ns,
                    const Error& why) {
  FileResult result;
  result.file.path = path;
  result.file.size = size;
  result.file.modified_ns = modified_ns;
  put_failure(result.file, why);
  return result;
}

Job reader_job(const RuleSet& rules) {
  return [&rules](const std::string& path, int descriptor) {
    return pack(read_one(path, descriptor, rules));
  };
}

}  // namespace moot
