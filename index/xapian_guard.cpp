#include "index/xapian_guard.hpp"

#include <charconv>
#include <exception>
#include <filesystem>

#include <xapian.h>

#include "index/folder_errors.hpp"
#include "index/format.hpp"

namespace moot {
namespace {

constexpr const char* kRebuild =
    "make it anew from the catalogue with `moot doctor --repair`: nothing is lost";

/// What Xapian has no exception of its own for; it tells a full disk in words only.
Error other_failure(const Xapian::Error& error, const std::string& where) {
  const char* system = error.get_error_string();
  const std::string said = error.get_msg() + " " + (system != nullptr ? system : "");
  for (const char* sign : {"Error writing", "No space left", "quota exceeded", "File too large"}) {
    if (said.find(sign) != std::string::npos) return disk_full(where);
  }
  return fail(ErrorKind::Index, "the search index failed: " + error.get_msg(), where);
}

}  // namespace

std::string shard_path(const std::string& directory) {
  return directory + "/xapian/0";
}

std::string shard_mark(const std::string& directory) {
  return shard_path(directory) + "/iamglass";
}

std::uint64_t metadata_number(const std::string& text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::size_t mistakes_in_shard(const std::string& shard) {
  // Xapian reads without it, and cannot write.
  std::error_code failed;
  if (!std::filesystem::exists(shard + "/termlist.glass", failed)) return 1;
  return Xapian::Database::check(shard, 0, nullptr);
}

Error other_search_format(const std::string& format, const std::string& directory) {
  return other_format("the search index", static_cast<std::int64_t>(metadata_number(format)),
                      kSearchFormat, directory);
}

bool is_our_search_format(const std::string& format) {
  return format == std::to_string(kSearchFormat);
}

Error xapian_error(const std::string& where) {
  try {
    throw;
  } catch (const Xapian::WildcardError&) {
    return fail(ErrorKind::BadQuery, "a word with * stands for too many words", "",
                "write more letters before the *");
  } catch (const Xapian::DatabaseLockError&) {
    return fail(ErrorKind::Index, "the search index is being written by another program", where,
                "wait until it is done; searching works meanwhile");
  } catch (const Xapian::DatabaseVersionError& error) {
    return fail(ErrorKind::Index,
                "the search index was written by another Xapian: " + error.get_msg(), where,
                kRebuild);
  } catch (const Xapian::DatabaseCorruptError& error) {
    return fail(ErrorKind::Index, "the search index is damaged: " + error.get_msg(), where,
                kRebuild);
  } catch (const Xapian::Error& error) {
    return other_failure(error, where);
  } catch (const std::exception& error) {
    return fail(ErrorKind::Index, std::string("the search index failed: ") + error.what(), where);
  } catch (...) {
    return fail(ErrorKind::Index, "the search index failed", where);
  }
}

}  // namespace moot
