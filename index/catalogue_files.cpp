/// \file Questions about files: rows, versions, facts, pages that OCR read.

#include <array>
#include <limits>

#include "index/catalogue_impl.hpp"

namespace moot {
namespace {

constexpr std::array<const char*, 4> kStates{"ingested", "partial", "failed", "skipped"};

/// More than any table has.
constexpr std::int64_t kMostRows = std::numeric_limits<std::int64_t>::max();

constexpr const char* kSelectFile =
    "SELECT path, sha256, size, modified_ns, state, reason, hint, reader, kept FROM files ";

/// The row of a statement that began with kSelectFile.
FileRow file_in(const Statement& row) {
  return {row.text(0), row.text(1), row.number(2), row.number(3), state_named(row.text(4)),
          row.text(5), row.text(6), row.text(7),   row.text(8)};
}

Result<std::optional<FileRow>> one_file(Statement& row) {
  const Result<bool> found = row.step();
  if (!found) return found.error();
  std::optional<FileRow> file;
  if (*found) file = file_in(row);
  row.reset();
  return file;
}

}  // namespace

const char* to_string(FileState state) {
  return kStates[static_cast<std::size_t>(state)];
}

FileState state_named(const std::string& name) {
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    if (name == kStates[i]) return static_cast<FileState>(i);
  }
  return FileState::Failed;
}

Result<std::optional<FileRow>> Catalogue::file(const std::string& path) const {
  if (!impl_->file) {
    impl_->file.emplace(impl_->connection, (std::string(kSelectFile) + "WHERE path = ?").c_str());
  }
  return one_file(impl_->file->bind(path));
}

Result<std::optional<FileRow>> Catalogue::next_file(Rows rows, const std::string& after) const {
  const std::string sql = std::string(kSelectFile) + "WHERE path > ? " +
                          (rows == Rows::NotIngested ? "AND state <> 'ingested' " : "") +
                          "ORDER BY path LIMIT 1";
  Statement row(impl_->connection, sql.c_str());
  return one_file(row.bind(after));
}

Result<std::vector<std::string>> Catalogue::paths_of(const std::string& sha256,
                                                     std::size_t most) const {
  std::vector<std::string> paths;
  if (sha256.empty()) return paths;
  Statement row(impl_->connection, "SELECT path FROM files WHERE kept = ? ORDER BY path LIMIT ?");
  row.bind(sha256).bind(most == std::string::npos ? kMostRows : static_cast<std::int64_t>(most));
  const auto done = row.each([&] { paths.push_back(row.text(0)); });
  if (!done) return done.error();
  return paths;
}

Result<std::vector<std::string>> Catalogue::paths_ever_of(const std::string& sha256) const {
  Statement row(impl_->connection,
                "SELECT DISTINCT path FROM versions WHERE sha256 = ? ORDER BY path");
  row.bind(sha256);
  std::vector<std::string> paths;
  const auto done = row.each([&] { paths.push_back(row.text(0)); });
  if (!done) return done.error();
  return paths;
}

Result<std::vector<Version>> Catalogue::versions(const std::string& path) const {
  Statement row(impl_->connection,
                "SELECT number, sha256, since FROM versions WHERE path = ? ORDER BY number");
  row.bind(path);
  std::vector<Version> versions;
  const auto done = row.each([&] {
    versions.push_back({static_cast<int>(row.number(0)), row.text(1), row.text(2)});
  });
  if (!done) return done.error();
  return versions;
}

Result<std::optional<ContentRow>> Catalogue::content(const std::string& sha256) const {
  Statement row(impl_->connection,
                "SELECT state, reader, rules, pages, pages_with_text, pages_ocr, pages_poor, "
                "letters, indexed FROM documents WHERE sha256 = ?");
  const Result<bool> found = row.bind(sha256).step();
  if (!found) return found.error();
  if (!*found) return std::optional<ContentRow>{};
  const auto count = [&](int column) { return static_cast<int>(row.number(column)); };
  return std::optional<ContentRow>{
      {state_named(row.text(0)),
       row.text(1),
       row.text(2),
       {count(3), count(4), count(5), count(6), row.number(7), row.number(8)}}};
}

Result<std::optional<FactsGiven>> Catalogue::facts(const std::string& path,
                                                   FactsOrigin origin) const {
  Statement row(impl_->connection,
                "SELECT facts, size, modified_ns FROM facts WHERE path = ? AND origin = ?");
  const Result<bool> found = row.bind(path).bind(static_cast<std::int64_t>(origin)).step();
  if (!found) return found.error();
  if (!*found) return std::optional<FactsGiven>{};
  return std::optional<FactsGiven>{{path, origin, row.text(0), row.number(1), row.number(2)}};
}

Result<bool> Catalogue::has_facts(FactsOrigin origin) const {
  Statement row(impl_->connection, "SELECT 1 FROM facts WHERE origin = ? LIMIT 1");
  return row.bind(static_cast<std::int64_t>(origin)).step();
}

Result<std::map<int, std::string>> Catalogue::ocr_pages(const std::string& sha256,
                                                        const std::string& how) const {
  Statement row(impl_->connection, "SELECT page, words FROM ocr WHERE sha256 = ? AND how = ?");
  row.bind(sha256).bind(how);
  std::map<int, std::string> pages;
  const auto done = row.each([&] { pages[static_cast<int>(row.number(0))] = row.text(1); });
  if (!done) return done.error();
  return pages;
}

}  // namespace moot
