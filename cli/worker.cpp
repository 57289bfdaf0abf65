#include "cli/worker.hpp"

#include <algorithm>

#include "cli/input.hpp"
#include "extractors/extract.hpp"
#include "index/document_blob.hpp"
#include "index/entry.hpp"
#include "index/near.hpp"
#include "pipeline/read.hpp"

namespace moot {
namespace {

/// To be raised when files that failed, or were read in part, may be read now.
constexpr const char* kReader = "2";

void put_failure(ReadAnswer& answer, const Error& error) {
  answer.state = error.kind == ErrorKind::NotRead ? FileState::Skipped : FileState::Failed;
  answer.reason = error.where.empty() ? error.message : error.where + ": " + error.message;
  answer.hint = error.hint;
}

/// Notes that mean that something of the file is not in its records.
bool is_gap(const Note& note) {
  return note.what == "no-text-layer" || note.what == "page-not-read" || note.what == "truncated";
}

std::int64_t letters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\n'; });
}

/// Bytes of a paper's text that can be searched.
std::int64_t indexed_letters(const Record& record, const Document& document) {
  std::int64_t sum = 0;
  for (const Entry& entry : to_entries(record, document)) {
    for (const Passage& passage : entry.passages) {
      sum += letters(passage.heading) + letters(passage.text);
    }
  }
  return sum;
}

RenewAnswer make_records(const Document& document, const RuleSet& rules, const std::string& path) {
  RenewAnswer made;
  made.records = extract(document, rules, path);
  for (const Record& record : made.records) {
    made.signatures.push_back(signature_of(record, document));
    made.indexed += indexed_letters(record, document);
  }
  return made;
}

Completeness completeness_of(const Document& document, std::int64_t indexed) {
  Completeness done;
  done.pages = static_cast<int>(document.pages.size());
  done.pages_with_text = done.pages;
  for (const Note& note : document.notes) {
    if (note.what == "no-text-layer" || note.what == "page-not-read") --done.pages_with_text;
    if (note.what == "ocr-used") ++done.pages_ocr;
    if (note.what == "poor-text") ++done.pages_poor;
  }
  done.letters = letters(document.text);
  done.indexed = indexed;
  return done;
}

}  // namespace

std::string reader_version(const std::string& ocr) {
  return std::string(kReader) + (ocr.empty() ? "" : "; " + ocr);
}

ReadAnswer read_one(const ReadRequest& request, int descriptor, const RuleSet& rules) {
  ReadAnswer answer;
  Result<Input> input = read_descriptor(descriptor);
  if (!input) return put_failure(answer, input.error()), answer;
  Result<Document> document = read_document(input->bytes);
  if (!document) return put_failure(answer, document.error()), answer;
  input->bytes = {};
  const auto& notes = document->notes;
  if (std::any_of(notes.begin(), notes.end(), is_gap)) answer.state = FileState::Partial;
  RenewAnswer made = make_records(*document, rules, request.path);
  const Result<std::string> packed = pack_document(*document);
  if (!packed) return put_failure(answer, packed.error()), answer;
  answer.content = Content{*packed, std::move(made.records), std::move(made.signatures),
                           completeness_of(*document, made.indexed), ""};
  return answer;
}

RenewAnswer renew_one(const RenewRequest& request, const RuleSet& rules) {
  const Result<Document> document = unpack_document(request.document);
  return document ? make_records(*document, rules, request.path) : RenewAnswer{};
}

std::string do_work(const std::string& request, int descriptor, const RuleSet& rules) {
  const auto work = unpack_request(request);
  if (!work) return {};
  if (const auto* read = std::get_if<ReadRequest>(&*work)) {
    return pack(read_one(*read, descriptor, rules));
  }
  if (const auto* renew = std::get_if<RenewRequest>(&*work)) return pack(renew_one(*renew, rules));
  return {};
}

}  // namespace moot
