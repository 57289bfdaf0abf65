#include "index/backup.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <xapian.h>

#include "extractors/embedded_data.hpp"
#include "index/catalogue_schema.hpp"
#include "index/folder_errors.hpp"
#include "index/format.hpp"
#include "index/index.hpp"
#include "index/terms.hpp"
#include "index/writer_lock.hpp"
#include "index/xapian_guard.hpp"

namespace moot {
namespace {

namespace fs = std::filesystem;

constexpr int kMostTries = 5;

Error cannot_write(const std::string& where, int code) {
  if (is_disk_full(code)) return disk_full(where);
  return fail(ErrorKind::Io, std::string("the copy cannot be written: ") + std::strerror(code),
              where, "check the folder's permissions");
}

/// `to` may be written to: it is not there, or an empty folder.
Result<Done> must_be_free(const std::string& to) {
  std::error_code failed;
  const fs::file_status status = fs::status(to, failed);
  if (status.type() == fs::file_type::not_found) return Done{};
  const bool empty = fs::is_directory(status) && fs::is_empty(to, failed);
  if (empty && !failed) return Done{};
  return fail(ErrorKind::Io, "a copy needs a folder of its own, and this is not an empty one", to,
              "name a folder that is not there yet");
}

/// Stands in the folder of a copy before anything else does, until all of it is there: without it,
/// a folder of the same shape is somebody's index.
constexpr const char* kMark = "unfinished-copy";

Result<Done> put_mark(const std::string& folder) {
  const std::string path = folder + "/" + kMark;
  const int mark = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (mark < 0) return cannot_write(path, errno);
  close(mark);
  return Done{};
}

/// Whether a copy makes files of this name.
bool is_ours(const std::string& name) {
  return name == "lock" || name == "xapian" || name == kMark || name == kWatchesFolder ||
         name == kThesaurus || name.starts_with("catalogue.sqlite");
}

Result<Done> must_be_ours(const std::string& folder) {
  std::error_code failed;
  const bool begun = fs::exists(fs::path(folder) / kMark, failed);
  for (fs::directory_iterator at(folder, failed); !failed && at != fs::directory_iterator();
       at.increment(failed)) {
    const std::string name = at->path().filename().string();
    if (begun ? is_ours(name) : name == "lock") continue;
    return fail(ErrorKind::Io, "the copy is made in this folder, and other files are in it", folder,
                "move it away, or name another folder for the copy");
  }
  if (failed) return cannot_write(folder, failed.value());
  return Done{};
}

/// Takes what an earlier copy, that was stopped, left in the folder, and marks it; fails where
/// anything else is in it. \pre its lock is held
Result<Done> begin_copy(const std::string& folder) {
  if (auto ours = must_be_ours(folder); !ours) return ours;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed); !failed && at != fs::directory_iterator();
       at.increment(failed)) {
    const fs::path name = at->path().filename();
    if (name != "lock" && name != kMark) fs::remove_all(at->path(), failed);
    if (failed) break;
  }
  if (failed) return cannot_write(folder, failed.value());
  return put_mark(folder);
}

/// Copies what the search index has at one moment. False where a writer was too quick for it, or
/// the search index is of no use: then it is made from the catalogue.
bool copy_search(const std::string& directory, const std::string& to) {
  for (int attempt = 1; attempt <= kMostTries; ++attempt) {
    std::error_code failed;
    fs::remove_all(to + "/xapian", failed);
    fs::create_directories(to + "/xapian", failed);
    bool modified = false;
    const auto copied = guard(directory, [&]() -> Result<Done> {
      try {
        Xapian::Database database(shard_path(directory));
        const std::string format = database.get_metadata(kFormatKey);
        if (!is_our_search_format(format)) return other_search_format(format, directory);
        database.compact(shard_path(to));
      } catch (const Xapian::DatabaseModifiedError&) {
        modified = true;
      }
      return Done{};
    });
    if (!copied) return false;
    if (!modified) return true;
  }
  return false;
}

Result<Done> copy_catalogue(const Catalogue& catalogue, const std::string& to) {
  return Statement(catalogue.connection(), "VACUUM INTO ?").bind(catalogue_path(to)).run();
}

/// Brings the copied search index to what the copied catalogue has.
Result<Catalogue::Totals> finish_copy(const std::string& to, bool with_search) {
  const auto catalogue = Catalogue::open_reader(to);
  if (!catalogue) return catalogue.error();
  std::error_code failed;
  if (!with_search) fs::remove_all(to + "/xapian", failed);
  auto index = IndexWriter::open(to);
  if (!index) return index.error();
  if (auto done = bring_up_to_date(*catalogue, *index); !done) return done.error();
  return catalogue->totals();
}

Result<Done> copy_one(const fs::path& from, const fs::path& to) {
  std::error_code failed;
  fs::copy_file(from, to, failed);
  // A watch may be removed meanwhile.
  if (!failed || failed == std::errc::no_such_file_or_directory) return Done{};
  if (access(from.c_str(), R_OK) != 0) {
    return fail(ErrorKind::Io, "cannot be read, so the copy would lack it", from.string(),
                "look at its permissions, or take it away");
  }
  return cannot_write(to.string(), failed.value());
}

/// What users keep in the folder, and no paper can give back: their thesaurus and their watches.
Result<Done> copy_own_files(const fs::path& directory, const fs::path& to) {
  if (auto copied = copy_one(directory / kThesaurus, to / kThesaurus); !copied) return copied;
  std::error_code failed;
  fs::directory_iterator at(directory / kWatchesFolder, failed);
  if (failed == std::errc::no_such_file_or_directory) return Done{};
  if (!failed) fs::create_directory(to / kWatchesFolder, failed);
  for (; !failed && at != fs::directory_iterator(); at.increment(failed)) {
    if (at->path().extension() != ".json" || !at->is_regular_file(failed)) continue;
    const fs::path name = at->path().filename();
    if (auto copied = copy_one(at->path(), to / kWatchesFolder / name); !copied) return copied;
  }
  if (failed) return cannot_write((to / kWatchesFolder).string(), failed.value());
  return Done{};
}

Result<Done> sync_one(const fs::path& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return cannot_write(path.string(), errno);
  const bool synced = fsync(file) == 0;
  const int code = errno;
  close(file);
  if (!synced) return cannot_write(path.string(), code);
  return Done{};
}

/// To the disk with all of it, so that the copy is whole after a power cut too.
Result<Done> sync_all(const std::string& folder) {
  std::error_code failed;
  for (fs::recursive_directory_iterator at(folder, failed);
       !failed && at != fs::recursive_directory_iterator(); at.increment(failed)) {
    if (auto done = sync_one(at->path()); !done) return done;
  }
  if (failed) return cannot_write(folder, failed.value());
  return sync_one(folder);
}

Result<Done> put_in_place(const std::string& part, const std::string& to) {
  if (auto synced = sync_all(part); !synced) return synced;
  std::error_code failed;
  if (!fs::remove(fs::path(part) / kMark, failed)) return cannot_write(part, failed.value());
  if (auto synced = sync_one(part); !synced) return synced;
  // Takes the place of an empty folder, and fails where it is one no more.
  if (std::rename(part.c_str(), to.c_str()) != 0) {
    const int code = errno;
    static_cast<void>(put_mark(part).has_value());  // the next copy can take it away then
    return cannot_write(to, code);
  }
  return sync_one(fs::absolute(to).parent_path());
}

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

}  // namespace

Result<Catalogue::Totals> back_up(const std::string& directory, const std::string& folder) {
  const std::string to = without_slashes(folder);
  if (auto free = must_be_free(to); !free) return free.error();
  const auto catalogue = Catalogue::open_reader(directory);
  if (!catalogue) return catalogue.error();
  const std::string part = to + ".part";
  std::error_code failed;
  fs::create_directories(part, failed);
  if (failed) return cannot_write(part, failed.value());
  const auto lock = WriterLock::take(part);
  if (!lock) return lock.error();
  if (auto begun = begin_copy(part); !begun) return begun.error();
  // First of all, for a watch that is behind the papers tells some again, and one ahead none at
  // all.
  if (auto copied = copy_own_files(directory, part); !copied) return copied.error();
  // The search index before the catalogue: that, copied later, can then only be ahead of it.
  const bool with_search = copy_search(directory, part);
  if (auto copied = copy_catalogue(*catalogue, part); !copied) return copied.error();
  const auto totals = finish_copy(part, with_search);
  if (!totals) return totals;
  if (auto placed = put_in_place(part, to); !placed) return placed.error();
  return totals;
}

}  // namespace moot
