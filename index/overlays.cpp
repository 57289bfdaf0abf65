#include "index/overlays.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "extractors/corrections.hpp"
#include "extractors/facts.hpp"
#include "index/record_id.hpp"

namespace moot {
namespace {

/// What `first` says, and where it says nothing, what `second` does.
Facts joined(Facts first, const Facts& second) {
  for (Text Facts::*fact :
       {&Facts::url, &Facts::retrieved, &Facts::council, &Facts::body, &Facts::meeting_date}) {
    if (!(first.*fact)) first.*fact = second.*fact;
  }
  return first;
}

/// What is known of the file, from all who know something.
Result<Facts> facts_of(const Connection& connection, const std::string& sha256) {
  Statement row(connection,
                "SELECT facts FROM facts WHERE path = (SELECT f.path FROM files f JOIN facts g "
                "ON g.path = f.path WHERE f.kept = ? ORDER BY f.path LIMIT 1) ORDER BY origin");
  row.bind(sha256);
  Facts facts;
  const auto done = row.each([&] {
    const Result<Facts> read = parse_facts_json(row.text(0));
    if (read) facts = joined(std::move(facts), *read);
  });
  if (!done) return done.error();
  return facts;
}

struct Numbered {
  std::int64_t number = 0;
  Correction correction;
};

/// The record that something said of `id` is about now.
Record& record_meant(const std::string& id, std::vector<Record>& records) {
  const auto same = std::find_if(records.begin(), records.end(),
                                 [&](const Record& record) { return record.id == id; });
  if (same != records.end()) return *same;
  const std::optional<IdParts> parts = parts_of_id(id);
  const auto holds = std::find_if(records.begin(), records.end(), [&](const Record& record) {
    return parts && holds_page(record, parts->page);
  });
  return holds != records.end() ? *holds : records.front();
}

/// The corrections of the file, in the order in which they were made, by record.
Result<std::map<Record*, std::vector<Numbered>>> corrections_of(const Connection& connection,
                                                                const std::string& sha256,
                                                                std::vector<Record>& records) {
  Statement row(connection,
                "SELECT number, id, pointer, suppressed, value, before, made FROM corrections "
                "WHERE id >= ?1 AND id < ?2 ORDER BY number");
  const std::string start = sha256.substr(0, kShaInId);
  row.bind(start + "-").bind(start + ".");
  std::map<Record*, std::vector<Numbered>> found;
  const auto done = row.each([&] {
    found[&record_meant(row.text(1), records)].push_back(
        {row.number(0), {row.text(2), row.number(3) != 0, row.text(4), row.text(5), row.text(6)}});
  });
  if (!done) return done.error();
  return found;
}

}  // namespace

Result<std::vector<HiddenWords>> lay_over(const Connection& connection, const std::string& sha256,
                                          std::vector<Record>& records,
                                          std::vector<std::int64_t>* stale) {
  std::vector<HiddenWords> hidden;
  if (records.empty()) return hidden;
  const Result<Facts> facts = facts_of(connection, sha256);
  if (!facts) return facts.error();
  for (Record& record : records) apply_facts(*facts, record);
  const auto corrections = corrections_of(connection, sha256, records);
  if (!corrections) return corrections.error();
  for (const auto& [record, numbered] : *corrections) {
    std::vector<Correction> said;
    for (const Numbered& one : numbered) said.push_back(one.correction);
    Corrected corrected = apply_corrections(said, *record);
    std::move(corrected.hidden.begin(), corrected.hidden.end(), std::back_inserter(hidden));
    for (const std::size_t i : corrected.stale) {
      if (stale != nullptr) stale->push_back(numbered[i].number);
    }
  }
  // Whose name must not be shown must not be shown in the next paper of the pack either.
  for (Record& record : records) {
    if (!hidden.empty()) hide(hidden, record);
  }
  return hidden;
}

}  // namespace moot
