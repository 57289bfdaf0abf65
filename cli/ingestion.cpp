#include "cli/ingestion.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "cli/input.hpp"
#include "cli/prune.hpp"
#include "index/repair_marks.hpp"
#include "pipeline/ocr.hpp"

namespace moot {
namespace {

constexpr std::chrono::milliseconds kLongestLook{100};

/// Words of a file that OCR gives, in bytes. A page has some 30,000.
constexpr std::size_t kMostOcrBytes = std::size_t{256} << 20;

/// To be raised when files that failed, or were read in part, may be read now.
constexpr const char* kReader = "2";
constexpr const char* kOcrPart = "; ocr ";

/// Names readings by OCR that are alike: to be raised when pages are read otherwise.
std::string ocr_how(const OcrChoice& ocr) {
  return "2 " + ocr.languages;
}

/// Whether what was read by `reader`, and so well, may be read better by this run.
bool reads_better(const IngestPlan& plan, FileState state, const std::string& reader) {
  if (plan.again) return true;
  const std::string wanted = reader_name(plan.ocr);
  if (reader == wanted) return false;
  if (plan.ocr.mode == OcrMode::Force) return true;
  if (state == FileState::Ingested) return false;
  if (reader.substr(0, reader.find(kOcrPart)) != kReader) return true;
  if (plan.ocr.mode == OcrMode::Off) return false;  // it was read with more
  return reader != reader_name(plan.ocr, false) || plan.ocr_is_there();
}

/// Of a file whose reader gave no answer that can be right.
Error lost(const FileRow& row) {
  struct stat status {};
  const bool same = stat(row.path.c_str(), &status) == 0 && status.st_size == row.size &&
                    modified_ns(status) == row.modified_ns;
  if (same) {
    return fail(ErrorKind::BadDocument, "the reader went wrong on this file", {},
                "the file may be made to mislead its readers: look at it with care");
  }
  return fail(ErrorKind::Io, "the file changed while it was read", {},
              "run the same command again when nothing writes to it");
}

}  // namespace

std::string reader_name(const OcrChoice& ocr, bool with_ocr) {
  const std::string version = kReader;
  if (ocr.mode == OcrMode::Off) return version;
  const char* how = !with_ocr ? "without " : ocr.mode == OcrMode::Force ? "all " : "";
  return version + kOcrPart + how + ocr.languages;
}

Result<std::optional<FileRow>> untouched(const IngestPlan& plan, const Catalogue& catalogue,
                                         const FoundFile& file) {
  auto row = catalogue.file(file.path);
  if (!row || !*row) return row;
  const bool unchanged = (*row)->size == file.size && (*row)->modified_ns == file.modified_ns;
  if (!unchanged || reads_better(plan, (*row)->state, (*row)->reader)) {
    return std::optional<FileRow>{};
  }
  if (!plan.own_rules || (*row)->kept.empty()) return row;
  const auto content = catalogue.content((*row)->kept);
  if (!content) return content.error();
  return *content && (*content)->rules == plan.rules ? row : std::optional<FileRow>{};
}

Ingestion::Ingestion(const IngestPlan& plan, IngestStore& store, IngestReport& report,
                     FileSource source, Watch watch)
    : plan_(plan),
      store_(store),
      report_(report),
      source_(std::move(source)),
      watch_(std::move(watch)) {}

std::optional<Request> Ingestion::next() {
  const auto begun = std::chrono::steady_clock::now();
  while (wanted_.empty() && !stopped_ && !failure_) {
    // Workers are heard, and their time is watched, however many files need nothing.
    const bool long_enough = std::chrono::steady_clock::now() - begun > kLongestLook;
    if (long_enough && !out_.empty()) return std::nullopt;
    auto file = source_();
    if (!file) break;
    if (!look_at(std::move(*file))) return std::nullopt;
  }
  if (wanted_.empty() || failure_) return std::nullopt;
  const Wanted wanted = wanted_.front();
  wanted_.pop_front();
  return make_request(wanted);
}

/// Passes over a file, or takes it in hand. False where the run cannot go on.
bool Ingestion::look_at(FoundFile file) {
  const auto row = untouched(plan_, store_.catalogue(), file);
  if (!row) return fails(row.error());
  if (*row) return count_untouched(report_, **row), true;
  Work work;
  work.row.path = file.path;
  work.row.size = file.size;
  work.row.modified_ns = file.modified_ns;
  work.row.reader = reader_name(plan_.ocr);
  work.file = std::move(file);
  Result<Descriptor> opened = open_input(work.file.path);
  const Result<FileSum> sum = opened ? sum_of(opened->get()) : opened.error();
  if (!sum) return put_failure(work, sum.error());
  work.descriptor = std::move(*opened);
  work.row.sha256 = sum->sha256;
  work.row.size = sum->size;
  work.row.modified_ns = sum->modified_ns;
  return take_in_hand(std::move(work));
}

bool Ingestion::take_in_hand(Work work) {
  const std::string& sha = work.row.sha256;
  if (const auto same = by_bytes_.find(sha); same != by_bytes_.end() && !sha.empty()) {
    work.descriptor = {};  // it is not read: a thousand copies must not take a thousand descriptors
    works_.at(same->second).twins.push_back(std::move(work));
    return true;
  }
  const auto known = known_content(sha);
  if (!known) return fails(known.error());
  if (*known) return put_known(std::move(work), **known);
  auto pages = plan_.ocr.mode == OcrMode::Off
                   ? Result<std::map<int, std::string>>(std::map<int, std::string>())
                   : store_.catalogue().ocr_pages(sha, ocr_how(plan_.ocr));
  if (!pages) return fails(pages.error());
  work.pages = std::move(*pages);
  for (const auto& [page, words] : work.pages) work.ocr_bytes += words.size();
  const std::uint64_t number = ++last_number_;
  if (!sha.empty()) by_bytes_[sha] = number;
  works_.emplace(number, std::move(work));
  wanted_.push_back({number, 0});
  return true;
}

/// Content that need not be read again; none where it must.
Result<std::optional<ContentRow>> Ingestion::known_content(const std::string& sha) const {
  if (auto waiting = store_.waiting(sha)) return waiting;
  auto content = store_.catalogue().content(sha);
  if (!content) return content;
  const bool usable = *content && (!plan_.own_rules || (*content)->rules == plan_.rules) &&
                      !reads_better(plan_, (*content)->state, (*content)->reader);
  return usable ? content : std::optional<ContentRow>{};
}

/// A path of bytes that were read already: another name, or the new name of a file that was moved.
bool Ingestion::put_known(Work work, const ContentRow& known) {
  // Of a page that an archive has a thousand times, a few names are enough to look at.
  constexpr std::size_t kMostNames = 16;
  work.row.state = known.state;
  work.row.reader = known.reader;
  const auto paths = store_.catalogue().paths_of(work.row.sha256, kMostNames);
  if (!paths) return fails(paths.error());
  const auto gone = std::find_if(paths->begin(), paths->end(), is_gone);
  const auto before = store_.catalogue().file(work.row.path);
  if (!before) return fails(before.error());
  const bool moved = gone != paths->end() && !*before;
  return put_row(work, moved ? FileFate::Moved : FileFate::Known, {}, moved ? *gone : "");
}

Request Ingestion::make_request(const Wanted& wanted) {
  const Work& work = works_.at(wanted.work);
  WorkRequest order;
  if (wanted.page > 0) {
    order = OcrRequest{wanted.page, plan_.ocr.languages};
  } else {
    const bool ask = plan_.ocr.mode != OcrMode::Off && !work.ocr_asked;
    order = ReadRequest{work.row.path, ask, plan_.ocr.mode == OcrMode::Force, work.pages};
  }
  Request request;
  request.tag = ++last_number_;
  request.bytes = pack(order);
  request.descriptor = Descriptor(dup(work.descriptor.get()));
  out_[request.tag] = wanted;
  return request;
}

bool Ingestion::take(std::uint64_t tag, Answer answer) {
  const Wanted asked = out_.at(tag);
  out_.erase(tag);
  return asked.page > 0 ? take_page(asked, std::move(answer)) : take_reading(asked, answer);
}

bool Ingestion::take_reading(const Wanted& asked, const Answer& answer) {
  Work& work = works_.at(asked.work);
  if (answer.how != Answer::How::Answered) {
    return finish(asked.work, spoken(answer.how, plan_.limits));
  }
  auto reading = unpack_read(answer.bytes, {work.row.path, work.row.sha256});
  if (!reading) return finish(asked.work, lost(work.row));
  if (!reading->wanted.empty()) {
    const bool may = plan_.ocr.mode != OcrMode::Off && !work.ocr_asked;
    if (may) return ask_pages(asked.work, reading->wanted);
    return finish(asked.work, lost(work.row));
  }
  return finish(asked.work, std::move(*reading));
}

/// Has pages read with OCR, and then the file again.
bool Ingestion::ask_pages(std::uint64_t number, const std::vector<int>& pages) {
  Work& work = works_.at(number);
  work.ocr_asked = true;
  work.pages_asked = pages.size();
  for (const int page : pages) wanted_.push_back({number, page});
  return true;
}

bool Ingestion::take_page(const Wanted& asked, Answer answer) {
  Work& work = works_.at(asked.work);
  const auto seen = answer.how == Answer::How::Answered ? unpack_ocr(answer.bytes) : std::nullopt;
  bool going = true;
  const bool sound = seen && !seen->words.empty() && seen->sha256 == work.row.sha256 &&
                     work.ocr_bytes + seen->words.size() <= kMostOcrBytes;
  if (sound) {
    ++report_.ocr_pages;
    work.ocr_bytes += seen->words.size();
    work.pages[asked.page] = seen->words;
    going = store_.put(OcrRead{work.row.sha256, asked.page, ocr_how(plan_.ocr), seen->words});
  } else {
    const bool missing = seen && seen->missing;
    if (!work.ocr_failure) work.ocr_failure = why_no_words(answer.how, seen);
    if (missing) work.row.reader = reader_name(plan_.ocr, false);
    OcrPage none;
    none.problem = missing ? "ocr-not-installed" : "ocr-failed";
    work.pages[asked.page] = pack_ocr_page(none);
  }
  if (--work.pages_asked == 0) wanted_.push_front({asked.work, 0});
  return going;
}

/// Why OCR gave no words of a page.
Error Ingestion::why_no_words(Answer::How how, const std::optional<OcrAnswer>& seen) const {
  if (how != Answer::How::Answered) return spoken(how, plan_.limits);
  if (seen && !seen->reason.empty()) return fail(ErrorKind::NoText, seen->reason, {}, seen->hint);
  return fail(ErrorKind::NoText, "the reader went wrong on a page");
}

bool Ingestion::finish(std::uint64_t number, Result<ReadAnswer> reading) {
  auto node = works_.extract(number);
  Work work = std::move(node.mapped());
  by_bytes_.erase(work.row.sha256);
  std::vector<Work> twins = std::exchange(work.twins, {});
  bool going = reading ? put_reading(work, *reading) : put_failure(work, reading.error());
  for (Work& twin : twins) {
    if (!going) return false;
    going = has_records(work.row.state)
                ? put_known(std::move(twin), {work.row.state, work.row.reader, "", {}})
                : put_same_failure(work.row, twin);
  }
  return going;
}

bool Ingestion::put_reading(Work& work, ReadAnswer& reading) {
  work.row.state = reading.state;
  work.row.reason = reading.reason;
  work.row.hint = reading.hint;
  if (!reading.content && work.ocr_failure) {
    work.row.reason = "OCR of its pages failed: " + work.ocr_failure->message;
    work.row.hint = work.ocr_failure->hint;
  }
  if (reading.content) {
    reading.content->rules = plan_.rules;
    add_gaps(report_, work.file.shown, reading.document);
    for (const Note& note : reading.document.notes) {
      if (is_gap(note)) ++work.gaps[note.what];
    }
  }
  return put_row(work, FileFate::Read, std::move(reading.content));
}

bool Ingestion::put_failure(Work& work, const Error& error) {
  work.row.state = error.kind == ErrorKind::NotRead ? FileState::Skipped : FileState::Failed;
  work.row.reason = error.message;
  work.row.hint = error.hint;
  // Not the file's own fault: the next run tries again.
  if (error.kind == ErrorKind::Io) work.row.size = kNoSize;
  return put_row(work, FileFate::Read, {});
}

bool Ingestion::put_same_failure(const FileRow& twin, Work& work) {
  work.row.state = twin.state;
  work.row.reader = twin.reader;
  work.row.reason = twin.reason;
  work.row.hint = twin.hint;
  if (twin.size == kNoSize) work.row.size = kNoSize;
  return put_row(work, FileFate::Read, {});
}

bool Ingestion::put_row(Work& work, FileFate fate, std::optional<Content> content,
                        const std::string& moved_from) {
  // A kind that is not read counts as failed where the user named the file itself.
  if (work.row.state == FileState::Skipped && work.file.named) work.row.state = FileState::Failed;
  FileEvent event{work.file, work.row, fate};
  if (content) event.gaps = std::move(work.gaps);
  if (content) event.pages = content->completeness.pages;
  if (content) event.papers = content->records.size();
  event.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - work.begun).count();
  count_file(report_, event);
  watch_(event);
  return store_.put(FileResult{work.row, std::move(content), moved_from});
}

bool Ingestion::fails(Error error) {
  failure_ = std::move(error);
  return false;
}

}  // namespace moot
