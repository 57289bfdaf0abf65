#include "cli/worker.hpp"

#include <algorithm>
#include <map>

#include "cli/input.hpp"
#include "extractors/extract.hpp"
#include "index/completeness.hpp"
#include "index/document_blob.hpp"
#include "index/near.hpp"
#include "pipeline/normalise.hpp"
#include "pipeline/ocr.hpp"
#include "pipeline/read.hpp"
#include "pipeline/sha256.hpp"

namespace moot {
namespace {

void put_failure(ReadAnswer& answer, const Error& error) {
  answer.state = error.kind == ErrorKind::NotRead ? FileState::Skipped : FileState::Failed;
  answer.reason = error.where.empty() ? error.message : error.where + ": " + error.message;
  answer.hint = error.hint;
  // What a library says may quote the file's bytes.
  if (!is_utf8(answer.reason)) answer.reason = "the file cannot be read";
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

/// A Document does not say of all pages what became of them.
Completeness completeness_with(const ReadReport& report, const Document& document,
                               std::int64_t indexed) {
  Completeness done = completeness_of(document, indexed);
  done.pages_ocr = static_cast<int>(report.ocr.size());
  done.pages_poor = static_cast<int>(report.poor.size());
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
                           completeness_with(report, *document, made.indexed), ""};
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
    answer.sha256 = sha256_hex(input->bytes);
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
