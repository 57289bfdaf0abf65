#include "cli/wire.hpp"

#include <algorithm>

#include "extractors/record_json.hpp"
#include "index/completeness.hpp"
#include "index/document_blob.hpp"
#include "index/packing.hpp"
#include "index/record_id.hpp"
#include "index/record_layout.hpp"
#include "pipeline/normalise.hpp"
#include "pipeline/ocr.hpp"

namespace moot {
namespace {

/// What OCR sees on one page is far less.
constexpr std::size_t kMostOcrBytes = std::size_t{16} << 20;
/// A record as JSON takes ten times as much in memory.
constexpr std::size_t kMostRecordBytes = std::size_t{64} << 20;

enum class Kind : std::uint64_t { Read, Ocr, Renew };

void pack_whole(std::string& out, std::int64_t value) {
  pack_number(out, static_cast<std::uint64_t>(value));
}

void pack_records(std::string& out, const std::vector<Record>& records,
                  const std::vector<std::string>& signatures) {
  pack_number(out, records.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    pack_text(out, to_json(records[i]));
    pack_text(out, pack_layout(records[i]));
    pack_text(out, i < signatures.size() ? signatures[i] : "");
  }
}

/// Whether the range lies in the text, which is UTF-8, with both ends between letters.
bool is_part(const std::string& text, TextRange range) {
  const auto starts = [&](std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80U;
  };
  return range.begin <= range.end && range.end <= text.size() && starts(range.begin) &&
         starts(range.end);
}

/// Whether the text is UTF-8, and the lines are parts of it.
bool is_text(const Document& document) {
  return is_utf8(document.text) &&
         std::all_of(document.lines.begin(), document.lines.end(),
                     [&](const Line& line) { return is_part(document.text, line.range); });
}

/// Whether the record, its sections and its evidence are parts of the text, and all evidence
/// together is not far more than the text: it is gone through when entries are made. On real papers
/// it is three times the text at most.
bool is_in(const std::string& text, const Record& record) {
  constexpr std::size_t kMostTimes = 64;
  const auto part = [&](const auto& of) { return is_part(text, of.range); };
  if (!part(record) || !std::all_of(record.sections.begin(), record.sections.end(), part)) {
    return false;
  }
  std::size_t left = kMostTimes * (text.size() + 1024);
  for (const auto& [pointer, evidence] : record.evidence) {
    for (const Place& place : evidence.where) {
      if (!part(place) || place.range.end - place.range.begin >= left) return false;
      left -= place.range.end - place.range.begin + 1;
    }
  }
  return true;
}

template <typename T>
bool is_one_of(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// Whether `rest` is what stands in an id after "-p": a page, and a letter or two where several
/// papers begin on it.
bool is_place_in_id(std::string_view rest) {
  const auto letters = std::min(rest.find_first_not_of("0123456789"), rest.size());
  return letters >= 1 && letters <= 9 && rest.size() - letters <= 9 &&
         std::all_of(rest.begin() + static_cast<std::ptrdiff_t>(letters), rest.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Ids, kinds and languages become terms and keys: they are as the contract says.
bool is_of(const Record& record, const Asked& asked) {
  const std::string start = asked.sha256.substr(0, kShaInId) + "-p";
  return record.id.starts_with(start) &&
         is_place_in_id(std::string_view(record.id).substr(start.size())) &&
         record.source.sha256 == asked.sha256 && is_one_of(paper_kinds(), record.kind) &&
         is_one_of(languages(), record.language);
}

/// The records of a paper with this text, which is UTF-8.
bool unpack_records(Unpacker& in, const Asked& asked, const std::string& text,
                    std::vector<Record>& records, std::vector<std::string>& signatures) {
  const std::size_t count = in.count();
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    const std::string json = in.text();
    if (json.size() > kMostRecordBytes) return false;
    Result<Record> record = parse_record(json);
    if (!record || !unpack_layout(in.text(), *record, text.size())) return false;
    if (!is_of(*record, asked) || !is_in(text, *record)) return false;
    record->source.path = asked.path;  // JSON cannot hold a name that is not UTF-8
    records.push_back(std::move(*record));
    signatures.push_back(in.text());
  }
  return in.ok();
}

void pack_completeness(std::string& out, const Completeness& done) {
  for (const int pages : {done.pages, done.pages_with_text, done.pages_ocr, done.pages_poor}) {
    pack_whole(out, pages);
  }
  pack_whole(out, done.letters);
  pack_whole(out, done.indexed);
}

Completeness unpack_completeness(Unpacker& in) {
  Completeness done;
  for (int* pages : {&done.pages, &done.pages_with_text, &done.pages_ocr, &done.pages_poor}) {
    *pages = in.small();
  }
  done.letters = static_cast<std::int64_t>(in.number());
  done.indexed = static_cast<std::int64_t>(in.number());
  return done;
}

/// What a worker counted, held to what its document shows.
void bound(Completeness& said, const Completeness& shown) {
  said.pages = shown.pages;
  said.letters = shown.letters;
  for (int* pages : {&said.pages_with_text, &said.pages_ocr, &said.pages_poor}) {
    *pages = std::clamp(*pages, 0, shown.pages);
  }
  said.indexed = std::clamp<std::int64_t>(said.indexed, 0, shown.letters);
}

bool unpack_content(Unpacker& in, const Asked& asked, ReadAnswer& answer) {
  Content content;
  content.document = in.text();
  Result<Document> document = unpack_document(content.document);
  if (!document || document->sha256 != asked.sha256 || asked.sha256.empty()) return false;
  content.completeness = unpack_completeness(in);
  if (!is_text(*document)) return false;
  if (!unpack_records(in, asked, document->text, content.records, content.signatures)) return false;
  bound(content.completeness, completeness_of(*document, 0));
  answer.document = std::move(*document);
  answer.content = std::move(content);
  return true;
}

/// Sentences for people: none is as long as a worker might make it.
bool unpack_reason(Unpacker& in, std::string& reason, std::string& hint) {
  constexpr std::size_t kLongest = 4096;
  reason = in.text();
  hint = in.text();
  return in.ok() && reason.size() <= kLongest && hint.size() <= kLongest && is_utf8(reason) &&
         is_utf8(hint);
}

/// Numbers of pages: from 1, ascending, no more than are read of any file.
bool unpack_pages(Unpacker& in, std::vector<int>& pages) {
  const std::size_t count = in.count();
  if (count > static_cast<std::size_t>(kMostPages)) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const int page = in.small();
    if (page <= (pages.empty() ? 0 : pages.back())) return false;
    pages.push_back(page);
  }
  return in.ok();
}

}  // namespace

std::string pack(const WorkRequest& request) {
  std::string out;
  pack_number(out, request.index());
  if (const auto* read = std::get_if<ReadRequest>(&request)) {
    pack_text(out, read->path);
    pack_number(out, read->ocr ? 1 : 0);
    pack_number(out, read->every_page ? 1 : 0);
    pack_number(out, read->pages.size());
    for (const auto& [page, words] : read->pages) {
      pack_whole(out, page);
      pack_text(out, words);
    }
  } else if (const auto* ocr = std::get_if<OcrRequest>(&request)) {
    pack_whole(out, ocr->page);
    pack_text(out, ocr->languages);
  } else {
    const auto& renew = std::get<RenewRequest>(request);
    pack_text(out, renew.path);
    pack_text(out, renew.document);
  }
  return out;
}

std::optional<WorkRequest> unpack_request(std::string_view bytes) {
  Unpacker in(bytes);
  WorkRequest request;
  const auto kind = static_cast<Kind>(in.number());
  if (kind == Kind::Read) {
    ReadRequest read;
    read.path = in.text();
    read.ocr = in.number() != 0;
    read.every_page = in.number() != 0;
    const std::size_t pages = in.count();
    for (std::size_t i = 0; i < pages && in.ok(); ++i) {
      const int page = in.small();
      read.pages[page] = in.text();
    }
    request = std::move(read);
  } else if (kind == Kind::Ocr) {
    const int page = in.small();
    request = OcrRequest{page, in.text()};
  } else if (kind == Kind::Renew) {
    std::string path = in.text();
    request = RenewRequest{std::move(path), in.text()};
  } else {
    return std::nullopt;
  }
  if (!in.ok() || !in.done()) return std::nullopt;
  return request;
}

std::string pack(const ReadAnswer& answer) {
  std::string out;
  pack_number(out, static_cast<std::uint64_t>(answer.state));
  pack_text(out, answer.reason);
  pack_text(out, answer.hint);
  pack_number(out, answer.wanted.size());
  for (const int page : answer.wanted) pack_whole(out, page);
  pack_number(out, answer.content ? 1 : 0);
  if (!answer.content) return out;
  pack_text(out, answer.content->document);
  pack_completeness(out, answer.content->completeness);
  pack_records(out, answer.content->records, answer.content->signatures);
  return out;
}

std::optional<ReadAnswer> unpack_read(std::string_view bytes, const Asked& asked) {
  Unpacker in(bytes);
  ReadAnswer answer;
  const std::uint64_t state = in.number();
  if (state > static_cast<std::uint64_t>(FileState::Skipped)) return std::nullopt;
  answer.state = static_cast<FileState>(state);
  if (!unpack_reason(in, answer.reason, answer.hint)) return std::nullopt;
  if (!unpack_pages(in, answer.wanted)) return std::nullopt;
  const bool with_content = in.number() != 0;
  if (with_content != has_records(answer.state)) return std::nullopt;
  if (with_content && !unpack_content(in, asked, answer)) return std::nullopt;
  if (!in.ok() || !in.done()) return std::nullopt;
  return answer;
}

std::string pack(const OcrAnswer& answer) {
  std::string out;
  pack_number(out, answer.missing ? 1 : 0);
  for (const std::string* text : {&answer.words, &answer.reason, &answer.hint, &answer.sha256}) {
    pack_text(out, *text);
  }
  return out;
}

std::optional<OcrAnswer> unpack_ocr(std::string_view bytes) {
  Unpacker in(bytes);
  OcrAnswer answer;
  answer.missing = in.number() != 0;
  answer.words = in.text();
  if (!unpack_reason(in, answer.reason, answer.hint)) return std::nullopt;
  answer.sha256 = in.text();
  if (answer.words.size() > kMostOcrBytes) return std::nullopt;
  const bool sound = answer.words.empty() || unpack_ocr_page(answer.words).has_value();
  if (!in.ok() || !in.done() || !sound) return std::nullopt;
  return answer;
}

std::string pack(const RenewAnswer& answer) {
  std::string out;
  pack_whole(out, answer.indexed);
  pack_records(out, answer.records, answer.signatures);
  return out;
}

std::optional<RenewAnswer> unpack_renew(std::string_view bytes, const Asked& asked,
                                        const std::string& text) {
  Unpacker in(bytes);
  RenewAnswer answer;
  answer.indexed = static_cast<std::int64_t>(in.number());
  if (!unpack_records(in, asked, text, answer.records, answer.signatures)) return std::nullopt;
  if (!in.done()) return std::nullopt;
  answer.indexed =
      std::clamp<std::int64_t>(answer.indexed, 0, static_cast<std::int64_t>(text.size()));
  return answer;
}

}  // namespace moot
