#pragma once
/// \file What changes a catalogue, as plain values: what became of a file, pages that OCR read,
/// facts that stand beside files, corrections, files that are gone.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "extractors/corrections.hpp"
#include "extractors/record.hpp"

namespace moot {

/// What became of a file when it was last tried.
enum class FileState { Ingested, Partial, Failed, Skipped };

/// "ingested", "partial", "failed", "skipped".
const char* to_string(FileState state);

/// The state that is called so; Failed where none is.
FileState state_named(const std::string& name);

/// Whether a file in this state gave records.
inline bool has_records(FileState state) {
  return state == FileState::Ingested || state == FileState::Partial;
}

/// One path that was offered for ingestion.
struct FileRow {
  std::string path;
  std::string sha256;  ///< of the bytes that were tried last; empty where they could not be read
  std::int64_t size = 0;
  std::int64_t modified_ns = 0;
  FileState state = FileState::Ingested;
  std::string reason;  ///< for Failed and Skipped: the Error's message
  std::string hint;
  std::string reader;  ///< what tried it: reader_version()
  std::string kept;    ///< bytes whose records the path stands for now; empty: none. A file that
                       ///< changed and then failed keeps those of its last good version. The
                       ///< catalogue sets it
  bool operator==(const FileRow&) const = default;
};

/// How much of a file's bytes was read, and how much of that can be searched.
struct Completeness {
  int pages = 0;             ///< 0 where the source has no pages
  int pages_with_text = 0;   ///< by text layer or by OCR
  int pages_ocr = 0;         ///< read by OCR
  int pages_poor = 0;        ///< with a text layer that is rubbish
  std::int64_t letters = 0;  ///< letters and figures of the document's text, in bytes
  std::int64_t indexed = 0;  ///< of those, what stands in passages of the search index
  bool operator==(const Completeness&) const = default;
};

/// What was made of a file's bytes.
struct Content {
  std::string document;  ///< pack_document()
  std::vector<Record> records;
  std::vector<std::string> signatures;  ///< near.hpp, one a record; empty: none was made
  Completeness completeness;
  std::string rules;  ///< RuleSet::fingerprint() of the rules that made the records
};

/// A file was tried. Content is none where it failed, and where the catalogue has the content of
/// these bytes already.
struct FileResult {
  FileRow file;
  std::optional<Content> content;
  std::string moved_from;  ///< a path that is gone, whose history this one goes on with; or ""
};

/// A path is there no more: forget it, and what no other path has.
struct FileGone {
  std::string path;
};

/// What OCR read on one page, kept so that no page is read twice.
struct OcrRead {
  std::string sha256;
  int page = 0;       ///< 1-based
  std::string how;    ///< languages and engine: what was read otherwise is another reading
  std::string words;  ///< pack_ocr_page()
};

/// Where facts about a file came from; one that stands beside the file wins over the table.
enum class FactsOrigin { Beside, Table };

/// What a user says of the file at `path`; empty: nothing any more.
struct FactsGiven {
  std::string path;
  FactsOrigin origin = FactsOrigin::Beside;
  std::string facts;      ///< to_json(Facts)
  std::int64_t size = 0;  ///< of FILE.json, to see whether it changed
  std::int64_t modified_ns = 0;
};

/// New records from a stored document.
struct Renewed {
  std::string sha256;
  std::vector<Record> records;
  std::vector<std::string> signatures;
  std::int64_t indexed = 0;
  std::string rules;
};

/// A user says something of a record; `correction.when` is set to the batch's time. It holds in
/// other versions of the record's file too: words that are suppressed are hidden in all of them, a
/// value is corrected in later ones as long as what it corrected stands there unchanged.
struct CorrectionMade {
  std::string id;  ///< of the record
  Correction correction;
};

/// A user takes a correction back, by its number.
struct CorrectionUndone {
  std::int64_t number = 0;
};

using Update = std::variant<FileResult, FileGone, OcrRead, FactsGiven, Renewed, CorrectionMade,
                            CorrectionUndone>;

}  // namespace moot
