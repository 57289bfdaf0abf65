#include "cli/worker.hpp"

#include <algorithm>
#include <map>

#include "cli/input.hpp"
#include "extractors/extract.hpp"
#include "index/document_blob.hpp"
#include "index/entry.hpp"
#include "index/near.hpp"
#include "pipeline/ocr.hpp"
#include "pipeline/read.hpp"

namespace moot {
namespace {

void put_failure(ReadAnswer& answer, const Error& error) {
  answer.state = error.kind == ErrorKind::NotRead ? FileState::Skipped : FileState::Failed;
  answer.reason = error.where.empty() ? error.message : error.where + ": " + error.message;
  answer.hint = error.hint;
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
    const auto signature = near_signature(document, record);
    made.signatures.push_back(signature ? to_bytes(*signature) : "");
    made.indexed += indexed_letters(record, document);
  }
  return made;
}

Completeness completeness_of(const Document& document, const ReadReport& report,
                             std::int64_t indexed) {
  Completeness done;
  done.pages = static_cast<int>(document.pages.size());
  done.pages_ocr = static_cast<int>(report.ocr.size());
  done.pages_poor = static_cast<int>(report.poor.size());
  done.pages_with_text = done.pages;
  for (const Note& note : document.notes) {
    const bool lacks = note.what == "no-text-layer" || note.what == "page-not-read";
    if (lacks && note.page > 0) --done.pages_with_text;
  }
  done.letters = letters(document.text);
  done.indexed = indexed;
  return done;
}

}  // namespace

ReadAnswer read_one(const ReadRequest& request, int descriptor, const RuleSet& rules) {
  ReadAnswer answer;
  Result<Input> input = read_descriptor(descriptor);
  if (!input) return put_failure(answer, input.error()), answer;
  std::map<int, OcrPage> pages;
  for (const auto& [number, bytes] : request.pages) {
    if (auto page = unpack_ocr_page(bytes)) pages[number] = std::move(*page);
  }
  const ReadOptions options{OcrMode::Given, "", &pages, request.every_page};
  ReadReport report;
  Result<Document> document = read_document(input->bytes, options, &report);
  if (request.ocr && !report.wanted.empty()) {
    answer.state = FileState::Failed;  // until it has been read with them
    answer.wanted = report.wanted;
    return answer;
  }
  if (!document) return put_failure(answer, document.error()), answer;
  input->bytes = {};
  const auto& notes = document->notes;
  if (std::any_of(notes.begin(), notes.end(), is_gap)) answer.state = FileState::Partial;
  RenewAnswer made = make_records(*document, rules, request.path);
  const Result<std::string> packed = pack_document(*document);
  if (!packed) return put_failure(answer, packed.error()), answer;
  answer.content = Content{*packed, std::move(made.records), std::move(made.signatures),
                           completeness_of(*document, report, made.indexed), ""};
  return answer;
}

RenewAnswer renew_one(const RenewRequest& request, const RuleSet& rules) {
  const Result<Document> document = unpack_document(request.document);
  return document ? make_records(*document, rules, request.path) : RenewAnswer{};
}

OcrAnswer see_one(const OcrRequest& request, int descriptor) {
  OcrAnswer answer;
  const Result<Input> input = read_descriptor(descriptor);
  const auto page = input ? ocr_page(input->bytes, request.page, {request.languages})
                          : Result<OcrPage>(input.error());
  if (page) {
    answer.words = pack_ocr_page(*page);
  } else {
    answer.missing = page.error().kind == ErrorKind::NotRead;
    answer.reason = page.error().message;
    answer.hint = page.error().hint;
  }
  return answer;
}

std::string do_work(const std::string& request, int descriptor, const RuleSet& rules) {
  const auto work = unpack_request(request);
  if (!work) return {};
  if (const auto* read = std::get_if<ReadRequest>(&*work)) {
    return pack(read_one(*read, descriptor, rules));
  }
  if (const auto* page = std::get_if<OcrRequest>(&*work)) return pack(see_one(*page, descriptor));
  return pack(renew_one(std::get<RenewRequest>(*work), rules));
}

}  // namespace moot
