/// \file The catalogue's tables: whether they agree, and making them agree.

#include <algorithm>
#include <string>

#include "extractors/facts.hpp"
#include "index/catalogue_schema.hpp"
#include "index/doctor_checks.hpp"
#include "index/repair_marks.hpp"

namespace moot {
namespace {

constexpr std::size_t kPlacesTold = 20;
constexpr std::size_t kMostStructure = 20;

/// Rows that should not be, and what makes an end of them. The order matters: what one drops leaves
/// others without what they speak of.
struct TableCheck {
  const char* what;
  const char* remedy;
  const char* select;  ///< gives the places
  std::string mend;
};

// Marks files as repair_marks.hpp says; a condition follows.
std::string mark_files() {
  return std::string("UPDATE files SET state = 'failed', size = ") + std::to_string(kNoSize) +
         ", reason = '" + kDroppedReason + "', hint = '" + kDroppedHint + "', reader = '' ";
}

const std::vector<TableCheck>& table_checks() {
  static const std::vector<TableCheck> kChecks = {
      {"a row of one table speaks of a row of another that is not there", "it is dropped",
       "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check",
       "DELETE FROM records WHERE sha256 NOT IN (SELECT sha256 FROM documents); "
       "DELETE FROM near WHERE record NOT IN (SELECT key FROM records);"},
      {"a document has no records", "its files are to be read again",
       "SELECT coalesce((SELECT path FROM files WHERE kept = d.sha256), d.sha256) FROM documents d "
       "WHERE NOT EXISTS (SELECT 1 FROM records WHERE sha256 = d.sha256)",
       "DELETE FROM documents WHERE sha256 NOT IN (SELECT sha256 FROM records);"},
      {"what a file stands for is not stored", "the file is to be read again",
       "SELECT path FROM files WHERE kept <> '' AND kept NOT IN (SELECT sha256 FROM documents)",
       mark_files() + "WHERE kept <> '' AND kept NOT IN (SELECT sha256 FROM documents); "
                      "UPDATE files SET kept = '' WHERE kept <> '' AND kept NOT IN (SELECT sha256 "
                      "FROM documents);"},
      {"a file that was read does not stand for what was read", "the file is to be read again",
       "SELECT path FROM files WHERE state IN ('ingested', 'partial') AND kept <> sha256",
       mark_files() + "WHERE state IN ('ingested', 'partial') AND kept <> sha256;"},
      {"an earlier version of a file is not stored", "it is left out of the file's history",
       "SELECT DISTINCT path FROM versions WHERE sha256 NOT IN (SELECT sha256 FROM documents)",
       "DELETE FROM versions WHERE sha256 NOT IN (SELECT sha256 FROM documents);"},
      {"there is a history of a file that is not known", "it is dropped",
       "SELECT DISTINCT path FROM versions WHERE path NOT IN (SELECT path FROM files)",
       "DELETE FROM versions WHERE path NOT IN (SELECT path FROM files);"},
      {"what a file stands for is not in its history", "it is added",
       "SELECT path FROM files f WHERE kept <> '' AND NOT EXISTS "
       "(SELECT 1 FROM versions v WHERE v.path = f.path AND v.sha256 = f.kept)",
       "INSERT INTO versions SELECT path, (SELECT coalesce(max(number), 0) + 1 FROM versions v "
       "WHERE v.path = f.path), kept, tried FROM files f WHERE kept <> '' AND NOT EXISTS "
       "(SELECT 1 FROM versions v WHERE v.path = f.path AND v.sha256 = f.kept);"},
      {"content is stored that no file has or had", "it is dropped",
       "SELECT sha256 FROM documents WHERE sha256 NOT IN (SELECT sha256 FROM versions)",
       "DELETE FROM documents WHERE sha256 NOT IN (SELECT sha256 FROM versions);"},
      {"the count of generations is lost", "it is begun again",
       "SELECT 'generation' WHERE NOT EXISTS (SELECT 1 FROM state WHERE key = 'generation')",
       "INSERT OR IGNORE INTO state VALUES('generation', "
       "(SELECT coalesce(max(generation), 0) FROM changes));"},
      {"a change is of a generation that is still to come", "it becomes one of the present",
       "SELECT sha256 FROM changes WHERE generation > "
       "(SELECT value FROM state WHERE key = 'generation')",
       "UPDATE changes SET generation = (SELECT value FROM state WHERE key = 'generation') WHERE "
       "generation > (SELECT value FROM state WHERE key = 'generation');"},
      {"the search index would not hear of a file", "it is told",
       "SELECT path FROM files WHERE kept <> '' AND kept NOT IN (SELECT sha256 FROM changes)",
       "INSERT INTO changes SELECT DISTINCT kept, (SELECT value FROM state WHERE key = "
       "'generation') FROM files WHERE kept <> '' AND kept NOT IN (SELECT sha256 FROM changes);"}};
  return kChecks;
}

/// Paths with facts that are no facts.
Result<std::vector<std::string>> bad_facts(const Connection& connection) {
  Statement row(connection, "SELECT path, facts FROM facts ORDER BY path");
  std::vector<std::string> paths;
  const auto done = row.each([&] {
    if (!parse_facts_json(row.text(1))) paths.push_back(row.text(0));
  });
  if (!done) return done.error();
  return paths;
}

Result<Done> run_mends(const Connection& connection, const std::vector<std::string>& damaged) {
  for (const std::string& sha : damaged) {
    Statement drop(connection, "DELETE FROM documents WHERE sha256 = ?");
    if (auto done = drop.bind(sha).run(); !done) return done;
  }
  const auto facts = bad_facts(connection);
  if (!facts) return facts.error();
  for (const std::string& path : *facts) {
    Statement drop(connection, "DELETE FROM facts WHERE path = ?");
    if (auto done = drop.bind(path).run(); !done) return done;
  }
  for (const TableCheck& check : table_checks()) {
    if (auto done = connection.run(check.mend.c_str()); !done) return done;
  }
  return Done{};
}

}  // namespace

void note_finding(Diagnosis& diagnosis, std::string_view what, std::string_view remedy,
                  const std::string& where) {
  auto& findings = diagnosis.findings;
  auto found = std::find_if(findings.begin(), findings.end(),
                            [&](const Finding& finding) { return finding.what == what; });
  if (found == findings.end()) {
    findings.push_back({std::string(what), std::string(remedy), 0, {}});
    found = findings.end() - 1;
  }
  ++found->count;
  if (!where.empty() && found->where.size() < kPlacesTold) found->where.push_back(where);
}

Result<Done> check_structure(const Connection& connection, Diagnosis& diagnosis) {
  const std::string sql = "PRAGMA integrity_check(" + std::to_string(kMostStructure) + ")";
  Statement row(connection, sql.c_str());
  return row.each([&] {
    if (row.text(0) == "ok") return;
    note_finding(diagnosis, "SQLite finds the catalogue's file damaged",
                 "its indexes are made anew, which mends some damage", row.text(0));
  });
}

Result<Done> check_tables(const Connection& connection, Diagnosis& diagnosis) {
  for (const TableCheck& check : table_checks()) {
    Statement row(connection, check.select);
    const auto done =
        row.each([&] { note_finding(diagnosis, check.what, check.remedy, row.text(0)); });
    if (!done) return done;
  }
  const auto facts = bad_facts(connection);
  if (!facts) return facts.error();
  for (const std::string& path : *facts) {
    note_finding(diagnosis, "facts about a file cannot be read",
                 "they are dropped; give them again with the next `moot ingest`", path);
  }
  return Done{};
}

Result<bool> mend_tables(const Connection& connection, const std::vector<std::string>& damaged) {
  Transaction transaction(connection);
  if (auto begun = transaction.begin(); !begun) return begun.error();
  const auto changes = [&] { return number_of(connection, "SELECT total_changes()"); };
  const auto before = changes();
  if (!before) return before.error();
  if (auto done = run_mends(connection, damaged); !done) return done.error();
  const auto after = changes();
  if (!after) return after.error();
  if (auto done = transaction.commit(); !done) return done.error();
  return *after > *before;
}

}  // namespace moot
