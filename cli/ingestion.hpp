#pragma once
/// \file What is done about each file of an ingestion: looked up, asked of workers, put into the
/// store. Knows nothing of processes or of how files were found.

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/find_files.hpp"
#include "cli/ingest_report.hpp"
#include "cli/ingest_store.hpp"
#include "cli/options.hpp"
#include "cli/supervisor.hpp"
#include "cli/wire.hpp"

namespace moot {

/// How files are to be read, the same for all of a run.
struct IngestPlan {
  OcrChoice ocr;
  std::string rules;                   ///< RuleSet::fingerprint()
  bool own_rules = false;              ///< records made with other rules are made anew
  bool again = false;                  ///< also files that have not changed
  Limits limits;                       ///< for sentences about what they stopped
  std::function<bool()> ocr_is_there;  ///< whether the languages are installed
};

/// What FileRow::reader is of files that are read so: the reader's version, and how it did OCR.
/// `with_ocr`: false where that was wanted and not installed.
std::string reader_name(const OcrChoice& ocr, bool with_ocr = true);

/// The row of a file that can be passed over: it has not changed, and nothing that might read it
/// better has; none where it must be read.
Result<std::optional<FileRow>> untouched(const IngestPlan& plan, const Catalogue& catalogue,
                                         const FoundFile& file);

/// Files one after the other; none at the end.
using FileSource = std::function<std::optional<FoundFile>()>;

using Watch = std::function<void(const FileEvent&)>;

/// Single-threaded. Holds what is known of the files in hand, and of no other.
class Ingestion {
 public:
  Ingestion(const IngestPlan& plan, IngestStore& store, IngestReport& report, FileSource source,
            Watch watch);

  /// The next request for a worker; none for now. \pre the store has not failed
  std::optional<Request> next();

  /// Takes a worker's answer. False where the store has failed.
  bool take(std::uint64_t tag, Answer answer);

  /// No file is begun any more; those in hand are finished.
  void stop() { stopped_ = true; }

  /// An error that ends the run: the catalogue cannot be asked.
  const std::optional<Error>& failure() const { return failure_; }

 private:
  /// A file in hand.
  struct Work {
    FoundFile file;
    FileRow row;
    Descriptor descriptor;
    std::map<int, std::string> pages;  ///< read by OCR
    std::size_t pages_asked = 0;       ///< that OCR has not answered
    std::size_t ocr_bytes = 0;         ///< in `pages`
    bool ocr_asked = false;
    std::optional<Error> ocr_failure;         ///< the first
    std::map<std::string, std::size_t> gaps;  ///< as FileEvent has them
    std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
    std::vector<Work> twins;  ///< files with the same bytes that wait for this one
  };
  /// What a worker is to do about a file in hand.
  struct Wanted {
    std::uint64_t work = 0;
    int page = 0;  ///< to read with OCR; 0: read the file
  };

  bool look_at(FoundFile file);
  bool take_in_hand(Work work);
  Result<std::optional<ContentRow>> known_content(const std::string& sha) const;
  bool put_known(Work work, const ContentRow& known);
  Request make_request(const Wanted& wanted);
  bool take_reading(const Wanted& asked, const Answer& answer);
  Error why_no_words(Answer::How how, const std::optional<OcrAnswer>& seen) const;
  bool ask_pages(std::uint64_t number, const std::vector<int>& pages);
  bool take_page(const Wanted& asked, Answer answer);
  bool finish(std::uint64_t number, Result<ReadAnswer> reading);
  bool put_reading(Work& work, ReadAnswer& reading);
  bool put_failure(Work& work, const Error& error);
  bool put_same_failure(const FileRow& twin, Work& work);
  bool put_row(Work& work, FileFate fate, std::optional<Content> content,
               const std::string& moved_from = {});
  bool fails(Error error);

  const IngestPlan& plan_;
  IngestStore& store_;
  IngestReport& report_;
  FileSource source_;
  Watch watch_;
  std::map<std::uint64_t, Work> works_;            ///< by number of the file
  std::map<std::string, std::uint64_t> by_bytes_;  ///< of works_, by SHA-256
  std::map<std::uint64_t, Wanted> out_;            ///< with workers now, by tag
  std::deque<Wanted> wanted_;
  std::uint64_t last_number_ = 0;
  bool stopped_ = false;
  std::optional<Error> failure_;
};

}  // namespace moot
