#include "cli/ingest_store.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "index/index.hpp"
#include "index/search.hpp"

namespace moot {
namespace {

// A batch is one transaction. Larger ones are faster until they no longer fit the caches, and
// what is lost by pulling the plug is at most the batches that wait.
constexpr std::size_t kBatchFiles = 64;
constexpr std::size_t kBatchBytes = std::size_t{16} << 20;
constexpr std::size_t kWaitingBatches = 2;

using Batch = std::vector<FileResult>;

std::size_t weight(const FileResult& result) {
  return result.document ? result.document->text.size() : 0;
}

}  // namespace

struct IngestStore::State {
  State(Catalogue opened_catalogue, IndexWriter opened_index)
      : catalogue(std::move(opened_catalogue)), index(std::move(opened_index)) {}

  void write_batches();
  Result<Done> write(const Batch& batch);
  bool hand_over();
  void stop();

  Catalogue catalogue;  // belongs to the thread from the first hand_over() until stop()
  IndexWriter index;
  Batch batch;
  std::size_t batch_bytes = 0;

  std::mutex mutex;  // guards what follows
  std::condition_variable changed;
  std::deque<Batch> waiting;
  bool closing = false;
  std::optional<Error> failure;
  std::thread thread;
};

/// Runs on a thread of its own, where an exception (of memory, say) would end the program.
Result<Done> IngestStore::State::write(const Batch& full) {
  try {
    if (const auto generation = catalogue.put(full); !generation) return generation.error();
    return bring_up_to_date(catalogue, index);
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
    if (!written) {
      failure = written.error();
      waiting.clear();
    }
    changed.notify_all();
    if (failure) return;
  }
}

/// Gives the present batch to the thread.
bool IngestStore::State::hand_over() {
  std::unique_lock lock(mutex);
  if (!thread.joinable()) thread = std::thread([this] { write_batches(); });
  changed.wait(lock, [&] { return failure || waiting.size() < kWaitingBatches; });
  if (failure) return false;
  waiting.push_back(std::exchange(batch, {}));
  batch_bytes = 0;
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
  Result<Catalogue> catalogue = Catalogue::open_writer(directory);
  if (!catalogue) return catalogue.error();
  Result<IndexWriter> index = IndexWriter::open(directory);
  if (!index) return index.error();
  auto state = std::make_unique<State>(std::move(*catalogue), std::move(*index));
  if (auto caught_up = bring_up_to_date(state->catalogue, state->index); !caught_up) {
    return caught_up.error();
  }
  return IngestStore(std::move(state));
}

Result<std::optional<FileRow>> IngestStore::known(const std::string& path) const {
  return state_->catalogue.file(path);
}

bool IngestStore::put(FileResult result) {
  state_->batch_bytes += weight(result);
  state_->batch.push_back(std::move(result));
  if (state_->batch.size() < kBatchFiles && state_->batch_bytes < kBatchBytes) return true;
  return state_->hand_over();
}

Result<Catalogue::Totals> IngestStore::finish() {
  if (!state_->batch.empty()) state_->hand_over();
  state_->stop();
  if (state_->failure) return *state_->failure;
  return state_->catalogue.totals();
}

IngestStore::IngestStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
IngestStore::IngestStore(IngestStore&&) noexcept = default;
IngestStore::~IngestStore() {
  if (state_) state_->stop();
}

}  // namespace moot
