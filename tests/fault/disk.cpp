// A disk that is full: one clear sentence, a sound index, and the same command completes the work
// once there is room.

#include <signal.h>
#include <sys/resource.h>

#include "library.hpp"
#include "mounts.hpp"

using Catch::Contains;
namespace fs = std::filesystem;

namespace {

PaperMix some_papers() {
  PaperMix mix;
  mix.papers = 40;
  mix.copies = 4;
  mix.large = 1;
  return mix;
}

std::size_t size_of(const fs::path& folder) {
  std::size_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

/// No file may grow beyond `bytes`: to the program a full disk, and it needs no mount.
std::function<void()> files_up_to(std::size_t bytes) {
  return [bytes] {
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
  };
}

/// One sentence with its hint, and nothing of what libraries say.
void check_told(const Run& run) {
  INFO("exit " << run.code << "\n" << run.err);
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Catch::StartsWith("moot: ") && Contains("the disk is full") &&
                          Contains("free some space"));
  CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 2);
}

void check_readable(const Library& library, const fs::path& index) {
  for (const auto& command : library.readers(index)) {
    const Run run = run_prepared(command, library.path("reader"));
    INFO(command[0] << " gave " << run.code << "\n" << run.err);
    // Nothing may have come so far: then it is said.
    CHECK((run.code == 0 || run.code == 1 || (run.code == 2 && run.err.rfind("moot: ", 0) == 0)));
  }
}

}  // namespace

TEST_CASE("a file system that is full stops an ingestion with one sentence and harms nothing") {
  if (!own_mounts()) {
    WARN("skipped: this machine lets nobody mount a small file system");
    return;
  }
  const Library library(some_papers());
  const std::size_t needed = size_of(library.path("clean"));
  const fs::path disk = library.path("disk");
  for (const double share : {0.0, 0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 0.9}) {
    const auto bytes = static_cast<std::size_t>(share * static_cast<double>(needed)) + 4096;
    INFO("a disk of " << bytes << " bytes; " << needed << " are needed");
    REQUIRE(mount_small(disk, bytes));
    check_told(library.ingest(disk / "index"));
    check_readable(library, disk / "index");
    REQUIRE(resize(disk, 20 * needed));
    const Run more = library.ingest(disk / "index");
    INFO(more.err);
    CHECK(more.code == 0);
    library.check_whole(disk / "index");
    unmount(disk);
  }
}

TEST_CASE("files that may not grow stop an ingestion with one sentence and harm nothing") {
  const Library library(some_papers());
  for (const std::size_t kilobytes : {1, 4, 8, 20, 40, 80, 150, 300}) {
    INFO("files up to " << kilobytes << " KB");
    const fs::path index = library.path("index");
    check_told(library.ingest(index, files_up_to(kilobytes * 1024)));
    check_readable(library, index);
    const Run more = library.ingest(index);
    INFO(more.err);
    CHECK(more.code == 0);
    library.check_whole(index);
    fs::remove_all(index);
  }
}
