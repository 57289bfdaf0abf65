// An index that cannot be written: by another user's rights or on a read-only mount, at rest, with
// a writer at work, and left behind by a writer that was killed. Readers give the same answers as
// elsewhere, a writer says why it cannot.

#include <grp.h>
#include <signal.h>
#include <unistd.h>

#include <memory>

#include "library.hpp"
#include "mounts.hpp"

using Catch::Contains;
namespace fs = std::filesystem;

namespace {

PaperMix some_papers() {
  PaperMix mix;
  mix.papers = 90;
  mix.large = 2;
  return mix;
}

/// Root may write everywhere, so for root it is 'nobody' who reads.
void become_other_user() {
  constexpr uid_t kNobody = 65534;
  if (geteuid() != 0) return;
  if (setgroups(0, nullptr) != 0 || setgid(kNobody) != 0 || setuid(kNobody) != 0) _exit(126);
}

/// Takes away, or gives back, the right to write from everybody.
void set_writable(const fs::path& folder, bool writable) {
  const auto how = writable ? fs::perm_options::add : fs::perm_options::remove;
  const auto what = writable
                        ? fs::perms::owner_write
                        : fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
  fs::permissions(folder, what, how);
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    fs::permissions(entry.path(), what, how);
  }
}

/// Readers of `index` give what they give for `writable`, a copy of it.
void check_same_answers(const Library& library, const fs::path& index, const fs::path& writable,
                        const std::function<void()>& prepare = {}) {
  const auto commands = library.readers(index);
  const auto same = library.readers(writable);
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const Run run = run_prepared(commands[i], library.path("reader"), prepare);
    const Run wanted = run_prepared(same[i], library.path("reader"));
    INFO(commands[i][0] << " gave " << run.code << "\n" << run.err);
    CHECK(run.code == wanted.code);
    CHECK(run.out == wanted.out);
  }
}

void check_no_writing(const Library& library, const fs::path& index,
                      const std::function<void()>& prepare = {}) {
  const Run run = library.ingest(index, prepare);
  INFO("exit " << run.code << "\n" << run.err);
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Catch::StartsWith("moot: ") && Contains("cannot be written"));
}

/// Something is in the catalogue, in SQLite's log, and in the search index.
bool is_half_written(const fs::path& index) {
  std::error_code none;
  const bool made = fs::exists(index / "xapian" / "0" / "iamglass", none);
  return made && fs::file_size(index / "catalogue.sqlite-wal", none) > 60'000 && !none;
}

/// A writer of `index`, halted in the middle of its work.
std::unique_ptr<Background> halted_writer(const Library& library, const fs::path& index) {
  for (int attempt = 0; attempt < 10; ++attempt) {
    fs::remove_all(index);
    auto writer =
        std::make_unique<Background>(library.ingest_arguments(index), library.path("run"));
    while (!writer->wait(Milliseconds(2)) && !is_half_written(index)) continue;
    kill(writer->pid(), SIGSTOP);
    if (!writer->wait(Milliseconds(50))) return writer;  // else it was too quick for us
  }
  FAIL("no writer could be halted in the middle of its work");
  return nullptr;
}

/// Kills a writer in the middle of its work.
void leave_behind(const Library& library, const fs::path& index) {
  const auto writer = halted_writer(library, index);
  kill(-writer->pid(), SIGKILL);
  REQUIRE(writer->wait(std::chrono::seconds(20))->code == 128 + SIGKILL);
  REQUIRE(fs::file_size(index / "catalogue.sqlite-wal") > 0);
}

void copy_index(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  fs::copy(from, to, fs::copy_options::recursive);
}

}  // namespace

TEST_CASE("an index of another user can be read and not written") {
  const Library library(some_papers());
  const fs::path index = library.path("index");
  copy_index(library.path("clean"), index);
  set_writable(index, false);
  check_same_answers(library, index, library.path("clean"), become_other_user);
  check_no_writing(library, index, become_other_user);
  set_writable(index, true);
}

TEST_CASE("another user reads what a killed writer left behind") {
  const Library library(some_papers());
  const fs::path index = library.path("index");
  leave_behind(library, index);
  copy_index(index, library.path("copy"));
  set_writable(index, false);
  check_same_answers(library, index, library.path("copy"), become_other_user);
  // SQLite needs a helper file to read its log; without it and unable to make it, it is told why.
  fs::permissions(index, fs::perms::owner_write, fs::perm_options::add);
  fs::remove(index / "catalogue.sqlite-shm");
  set_writable(index, false);
  const Run run =
      run_prepared(library.readers(index)[1], library.path("reader"), become_other_user);
  INFO(run.err);
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Contains("the last writer did not finish"));
  set_writable(index, true);
  CHECK(library.ingest(index).code == 0);
  library.check_whole(index);
}

TEST_CASE("readers work while a writer is at work, and a second writer is told who it is") {
  const Library library(some_papers());
  const fs::path index = library.path("index");
  const auto writer = halted_writer(library, index);
  for (const auto& prepare : {std::function<void()>(), std::function<void()>(become_other_user)}) {
    for (const auto& command : library.readers(index)) {
      const Run run = run_prepared(command, library.path("reader"), prepare);
      INFO(command[0] << " gave " << run.code << "\n" << run.err);
      CHECK((run.code == 0 || run.code == 1 || Contains("no record with this id").match(run.err)));
    }
  }
  const Run second = run_prepared(library.ingest_arguments(index), library.path("second"));
  CHECK(second.code == 2);
  CHECK_THAT(second.err, Contains("is being written by process " + std::to_string(writer->pid())));
  kill(writer->pid(), SIGCONT);
  const auto first = writer->wait(std::chrono::minutes(2));
  REQUIRE(first);
  CHECK(first->code == 0);
  library.check_whole(index);
}

TEST_CASE("an index on a read-only mount can be read and not written") {
  if (!own_mounts()) {
    WARN("skipped: this machine lets nobody mount a folder read-only");
    return;
  }
  const Library library(some_papers());
  const fs::path index = library.path("index");
  const fs::path view = library.path("view");
  copy_index(library.path("clean"), index);
  REQUIRE(mount_read_only(index, view));
  check_same_answers(library, view, library.path("clean"));
  check_no_writing(library, view);
  unmount(view);
  leave_behind(library, index);
  copy_index(index, library.path("copy"));
  REQUIRE(mount_read_only(index, view));
  check_same_answers(library, view, library.path("copy"));
  unmount(view);
}

TEST_CASE("an index folder that is copied elsewhere goes on there") {
  const Library library(some_papers());
  const fs::path index = library.path("index");
  copy_index(library.path("clean"), index);
  check_same_answers(library, index, library.path("clean"));
  CHECK(library.ingest(index).code == 0);
  library.check_whole(index);
  // What a killed writer left can be carried away too, also without the file that can be made anew.
  leave_behind(library, index);
  copy_index(index, library.path("copy"));
  fs::remove(library.path("copy/catalogue.sqlite-shm"));
  check_same_answers(library, library.path("copy"), index);
  CHECK(library.ingest(library.path("copy")).code == 0);
  library.check_whole(library.path("copy"));
}
