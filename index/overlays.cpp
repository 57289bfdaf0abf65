#include "index/overlays.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "extractors/corrections.hpp"
#include "extractors/facts.hpp"
#include "extractors/record_json.hpp"
#include "index/lives.hpp"
#include "index/near.hpp"
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

/// A correction, as it concerns one version of a file.
struct Said {
  std::int64_t number = 0;
  std::string id;
  Correction correction;  ///< follows: made of another version of the file
};

/// What was said of the records whose ids begin as a file's do.
class SaidOf {
 public:
  explicit SaidOf(const Connection& connection)
      : row_(connection,
             "SELECT number, id, pointer, suppressed, value, before, made FROM corrections "
             "WHERE id >= ?1 AND id < ?2 ORDER BY number") {}

  Result<std::vector<Said>> operator()(const std::string& sha256) {
    const std::string start = sha256.substr(0, kShaInId);
    row_.bind(start + "-").bind(start + ".");
    std::vector<Said> said;
    const auto done = row_.each([&] {
      said.push_back(
          {row_.number(0),
           row_.text(1),
           {row_.text(2), row_.number(3) != 0, row_.text(4), row_.text(5), row_.text(6)}});
    });
    if (!done) return done.error();
    return said;
  }

 private:
  Statement row_;
};

/// All that was said of a file, in the order in which it was said. What was said of another version
/// holds for this one too: that a value is another, for later versions; that something must not be
/// shown, for all.
Result<std::vector<Said>> all_said(const Connection& connection, const std::string& sha256) {
  Statement any(connection, "SELECT 1 FROM corrections LIMIT 1");
  const Result<bool> some = any.step();
  if (!some) return some.error();
  if (!*some) return std::vector<Said>{};
  SaidOf said_of(connection);
  auto said = said_of(sha256);
  if (!said) return said;
  const auto others = other_versions(connection, sha256);
  if (!others) return others.error();
  for (const auto& [other, earlier] : *others) {
    auto more = said_of(other);
    if (!more) return more;
    for (Said& one : *more) {
      one.correction.follows = true;
      if (earlier || one.correction.suppressed) said->push_back(std::move(one));
    }
  }
  std::sort(said->begin(), said->end(),
            [](const Said& a, const Said& b) { return a.number < b.number; });
  return said;
}

/// The record that something said of `id` is about now.
Record* record_meant(const std::string& id, std::vector<Record>& records) {
  const auto same = std::find_if(records.begin(), records.end(),
                                 [&](const Record& record) { return record.id == id; });
  if (same != records.end()) return &*same;
  const std::optional<IdParts> parts = parts_of_id(id);
  const auto holds = std::find_if(records.begin(), records.end(), [&](const Record& record) {
    return parts && holds_page(record, parts->page);
  });
  return holds != records.end() ? &*holds : nullptr;
}

bool is_titled_alike(const Record& a, const Record& b) {
  return a.title && a.title == b.title && a.kind == b.kind;
}

/// Whether a corrected value was an empty one, which tells nothing about which paper it stood in.
bool says_nothing(const std::string& value) {
  return value.empty() || value == "null" || value == "[]" || value == "\"\"";
}

/// A record of any version; none where it is not there or cannot be read.
Result<std::optional<Record>> record_with(const Connection& connection, const std::string& id) {
  Statement row(connection, "SELECT record FROM records WHERE id = ? LIMIT 1");
  const Result<bool> found = row.bind(id).step();
  if (!found) return found.error();
  Result<Record> record = *found ? parse_record(row.text(0)) : Result<Record>(Record{});
  if (!*found || !record) return std::optional<Record>();
  return std::optional<Record>(std::move(*record));
}

/// The record of the same paper as that with `id`, which is of another version; null for none.
Result<Record*> counterpart(const Connection& connection, const std::string& id,
                            std::vector<Record>& records) {
  if (records.size() == 1) return &records.front();
  const auto other = record_with(connection, id);
  if (!other) return other.error();
  const auto same = std::find_if(records.begin(), records.end(), [&](const Record& record) {
    return *other && is_titled_alike(**other, record);
  });
  return same != records.end() ? &*same : record_meant(id, records);
}

Result<std::optional<NearSignature>> signature_of(const Connection& connection,
                                                  const std::string& id) {
  Statement row(connection, "SELECT signature FROM records WHERE id = ? LIMIT 1");
  const Result<bool> found = row.bind(id).step();
  if (!found) return found.error();
  return *found ? near_from_bytes(row.text(0)) : std::optional<NearSignature>();
}

/// Whether a record is of the same paper as that with `id`, by title or by most of the words.
Result<bool> is_same_paper(const Connection& connection, const std::string& id,
                           const Record& record) {
  constexpr double kMostly = 0.5;
  const auto other = record_with(connection, id);
  if (!other) return other.error();
  if (*other && is_titled_alike(**other, record)) return true;
  const auto a = signature_of(connection, id);
  if (!a) return a.error();
  const auto b = signature_of(connection, record.id);
  if (!b) return b.error();
  return *a && *b && similarity(**a, **b) >= kMostly;
}

/// What is said of each record of a file; null for what has no paper in this version.
Result<std::map<Record*, std::vector<const Said*>>> by_record(const Connection& connection,
                                                              const std::vector<Said>& said,
                                                              std::vector<Record>& records) {
  std::map<Record*, std::vector<const Said*>> sorted;
  for (const Said& one : said) {
    Record* meant = nullptr;
    if (one.correction.follows) {
      const auto other = counterpart(connection, one.id, records);
      if (!other) return other.error();
      meant = *other;
      if (meant != nullptr && !one.correction.suppressed && says_nothing(one.correction.before)) {
        const auto same = is_same_paper(connection, one.id, *meant);
        if (!same) return same.error();
        if (!*same) continue;
      }
    } else {
      meant = record_meant(one.id, records);
      if (meant == nullptr) meant = &records.front();
    }
    sorted[meant].push_back(&one);
  }
  return sorted;
}

/// Lays corrections over the records; `hidden` and `stale` as lay_over() gives them.
Result<Done> correct(const Connection& connection, const std::string& sha256,
                     std::vector<Record>& records, std::vector<HiddenWords>& hidden,
                     std::vector<std::int64_t>* stale) {
  const auto said = all_said(connection, sha256);
  if (!said) return said.error();
  const auto sorted = by_record(connection, *said, records);
  if (!sorted) return sorted.error();
  Record none;  // words are hidden all the same
  for (const auto& [meant, list] : *sorted) {
    std::vector<Correction> corrections;
    for (const Said* one : list) corrections.push_back(one->correction);
    Corrected corrected = apply_corrections(corrections, meant != nullptr ? *meant : none);
    std::move(corrected.hidden.begin(), corrected.hidden.end(), std::back_inserter(hidden));
    for (const std::size_t i : corrected.stale) {
      if (stale != nullptr && !corrections[i].follows) stale->push_back(list[i]->number);
    }
  }
  return Done{};
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
  if (auto done = correct(connection, sha256, records, hidden, stale); !done) return done.error();
  // Whose name must not be shown must not be shown in the next paper of the pack either.
  for (Record& record : records) {
    if (!hidden.empty()) hide(hidden, record);
  }
  return hidden;
}

}  // namespace moot
