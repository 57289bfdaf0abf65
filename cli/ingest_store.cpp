#include "cli/ingest_store.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "cli/clock.hpp"
#include "index/index.hpp"

namespace moot {
namespace {

using Clock = std::chrono::steady_clock;

// A batch is one transaction. Larger ones are faster until they no longer fit the caches; what is
// lost by pulling the plug is at most the batches that wait. While the thread has nothing to do it
// is given less, so that indexing begins with the first files.
constexpr std::size_t kBatchUpdates = 16;
constexpr std::size_t kBatchLetters = 160'000;  // what indexing takes in memory goes with the text
constexpr std::size_t kIdleShare = 8;
constexpr std::chrono::seconds kOldest{2};
constexpr std::size_t kWaitingBatches = 1;

using Batch = std::vector<Update>;

std::size_t weight(const Update& update) {
  if (const auto* result = std::get_if<FileResult>(&update)) {
    return result->content ? static_cast<std::size_t>(result->content->completeness.letters) : 0;
  }
  const auto* page = std::get_if<OcrRead>(&update);
  return page != nullptr ? page->words.size() : 0;
}

/// The file whose content an update brings; null for none.
const FileRow* brings(const Update& update) {
  const auto* result = std::get_if<FileResult>(&update);
  return result != nullptr && result->content ? &result->file : nullptr;
}

}  // namespace

struct IngestStore::State {
  State(IndexWriters writers_, Catalogue reader_)
      : writers(std::move(writers_)), reader(std::move(reader_)) {}

  void write_batches();
  Result<Done> write(const Batch& full);
  bool is_due() const;
  bool hand_over();
  void stop();

  IndexWriters writers;  // belong to the thread from the first hand_over() until stop()
  Catalogue reader;
  Batch batch;
  std::size_t batch_letters = 0;
  Clock::time_point batch_begun;

  mutable std::mutex mutex;  // guards what follows
  std::condition_variable changed;
  std::deque<Batch> waiting;
  std::map<std::string, ContentRow> uncommitted;  // contents in `batch` and `waiting`
  bool closing = false;
  std::optional<Error> failure;
  std::thread thread;
};

/// Runs on a thread of its own, where an exception (of memory, say) would end the program.
Result<Done> IngestStore::State::write(const Batch& full) {
  try {
    return writers.put(full, utc_now());
  } catch (const std::exception& e) {
    return fail(ErrorKind::Index, std::string("the index could not be written: ") + e.what(), {},
                "run the same command again; what was committed is kept");
  }
}

void IngestStore::State::write_batches() {
  std::unique_lock lock(mutex);
  while (true) {
    changed.wait(lock, [&] { return closing || !waiting.empty(); });
    if (waiting.empty()) return;
    const Batch full = std::move(waiting.front());
    lock.unlock();
    Result<Done> written = write(full);
    lock.lock();
    waiting.pop_front();
    for (const Update& update : full) {
      if (const FileRow* file = brings(update)) uncommitted.erase(file->sha256);
    }
    if (!written) {
      failure = written.error();
      waiting.clear();
    }
    changed.notify_all();
    if (failure) return;
  }
}

bool IngestStore::State::is_due() const {
  const std::lock_guard lock(mutex);
  const std::size_t share = waiting.empty() ? kIdleShare : 1;
  return failure || batch.size() >= kBatchUpdates / share ||
         batch_letters >= kBatchLetters / share || Clock::now() - batch_begun >= kOldest;
}

/// Gives the present batch to the thread.
bool IngestStore::State::hand_over() {
  std::unique_lock lock(mutex);
  if (!thread.joinable()) thread = std::thread([this] { write_batches(); });
  changed.wait(lock, [&] { return failure || waiting.size() < kWaitingBatches; });
  if (failure) return false;
  waiting.push_back(std::exchange(batch, {}));
  batch_letters = 0;
  changed.notify_all();
  return true;
}

void IngestStore::State::stop() {
  {
    const std::lock_guard lock(mutex);
    closing = true;
    changed.notify_all();
  }
  if (thread.joinable()) thread.join();
}

Result<IngestStore> IngestStore::open(const std::string& directory) {
  Result<IndexWriters> writers = IndexWriters::open(directory);
  if (!writers) return writers.error();
  Result<Catalogue> reader = Catalogue::open_reader(directory);
  if (!reader) return reader.error();
  return IngestStore(std::make_unique<State>(std::move(*writers), std::move(*reader)));
}

const Catalogue& IngestStore::catalogue() const {
  return state_->reader;
}

std::optional<ContentRow> IngestStore::waiting(const std::string& sha256) const {
  const std::lock_guard lock(state_->mutex);
  const auto found = state_->uncommitted.find(sha256);
  if (found == state_->uncommitted.end()) return std::nullopt;
  return found->second;
}

bool IngestStore::put(Update update) {
  if (state_->batch.empty()) state_->batch_begun = Clock::now();
  state_->batch_letters += weight(update);
  if (const FileRow* file = brings(update)) {
    const std::lock_guard lock(state_->mutex);
    state_->uncommitted[file->sha256] = {file->state, file->reader, "", {}};
  }
  state_->batch.push_back(std::move(update));
  return !state_->is_due() || state_->hand_over();
}

bool IngestStore::flush() {
  if (!state_->batch.empty() && !state_->hand_over()) return false;
  std::unique_lock lock(state_->mutex);
  state_->changed.wait(lock, [&] { return state_->failure || state_->waiting.empty(); });
  return !state_->failure;
}

Result<Catalogue::Totals> IngestStore::finish() {
  if (!state_->batch.empty()) state_->hand_over();
  state_->stop();
  if (state_->failure) return *state_->failure;
  return state_->reader.totals();
}

IngestStore::IngestStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
IngestStore::IngestStore(IngestStore&&) noexcept = default;
IngestStore::~IngestStore() {
  if (state_) state_->stop();
}

}  // namespace moot
