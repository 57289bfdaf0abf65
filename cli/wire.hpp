#pragma once
/// \file What workers are asked and what they answer, as bytes and back. Supervisor and workers are
/// the same program, so there is no version; what a worker answers is checked all the same, because
/// one that read a hostile file is not to be trusted.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "index/update.hpp"
#include "pipeline/document.hpp"

namespace moot {

/// Read the file behind the descriptor and make its records.
struct ReadRequest {
  std::string path;                  ///< for Source::path
  bool ocr = false;                  ///< say which pages want OCR
  bool every_page = false;           ///< all of them do
  std::map<int, std::string> pages;  ///< what OCR saw: pack_ocr_page()
};

/// Read one page of the PDF behind the descriptor with OCR.
struct OcrRequest {
  int page = 0;  ///< 1-based
  std::string languages;
};

/// Make the records of a stored document anew.
struct RenewRequest {
  std::string path;
  std::string document;  ///< pack_document()
};

using WorkRequest = std::variant<ReadRequest, OcrRequest, RenewRequest>;

std::string pack(const WorkRequest& request);
/// \pre `bytes` come from pack(): workers trust the supervisor. None where they do not.
std::optional<WorkRequest> unpack_request(std::string_view bytes);

/// A file that was read, or why it was not.
struct ReadAnswer {
  FileState state = FileState::Ingested;
  std::string reason, hint;        ///< where it was not
  std::vector<int> wanted;         ///< pages to read with OCR, after which to ask again
  std::optional<Content> content;  ///< with has_records(state); `rules` is left empty
  Document document;               ///< content->document, unpacked. Not sent
};

/// A page that OCR read, or why it did not.
struct OcrAnswer {
  std::string words;     ///< pack_ocr_page(); empty where it failed
  bool missing = false;  ///< OCR cannot be done at all: the data of a language is not installed
  std::string reason, hint;
  std::string sha256;  ///< of the bytes that it read
};

struct RenewAnswer {
  std::vector<Record> records;
  std::vector<std::string> signatures;
  std::int64_t indexed = 0;
};

std::string pack(const ReadAnswer& answer);
std::string pack(const OcrAnswer& answer);
std::string pack(const RenewAnswer& answer);

/// What unpack checks an answer against: whatever a worker says, records are of this file.
struct Asked {
  std::string path;
  std::string sha256;
};

/// None where the bytes are not an answer to what was asked: a value is cut short, a range lies
/// outside the document's text, a document or a record is of other bytes.
std::optional<ReadAnswer> unpack_read(std::string_view bytes, const Asked& asked);
std::optional<OcrAnswer> unpack_ocr(std::string_view bytes);
/// `text`: the document's, as it is stored.
std::optional<RenewAnswer> unpack_renew(std::string_view bytes, const Asked& asked,
                                        const std::string& text);

}  // namespace moot
