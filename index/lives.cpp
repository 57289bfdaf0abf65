#include "index/lives.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace moot {
namespace {

/// That one path began with what another had become.
struct Copy {
  std::string original, copy;
  std::int64_t number = 0;  ///< of the version of the original that was copied
};

/// A path that had certain bytes.
struct Holder {
  std::string path;
  std::int64_t first = 0;  ///< the number of the first of its versions with them
  std::string since;       ///< of that version
};

class Lives {
 public:
  Lives(const Connection& connection, const std::string& sha256)
      : connection_(connection), sha256_(sha256) {}

  Result<Done> follow() {
    if (auto done = add_own_paths(); !done) return done;
    for (const auto& [path, first] : own_) {
      if (auto done = go_back(path); !done) return done;
      if (auto done = go_on(path, first); !done) return done;
    }
    return Done{};
  }

  std::vector<OtherVersion> take() const {
    std::vector<OtherVersion> others;
    for (const auto& [sha, earlier] : others_) {
      if (sha != sha256_) others.push_back({sha, earlier});
    }
    return others;
  }

 private:
  /// What paths that have or had the bytes stood for.
  Result<Done> add_own_paths() {
    Statement row(connection_,
                  "SELECT own.path, own.first, v.sha256, v.number < own.last FROM "
                  "(SELECT path, min(number) AS first, max(number) AS last FROM versions "
                  "WHERE sha256 = ? GROUP BY path) own JOIN versions v ON v.path = own.path");
    row.bind(sha256_);
    return row.each([&] {
      own_.emplace(row.text(0), row.number(1));
      add(row.text(2), row.number(3) != 0);
    });
  }

  /// What a path was before it began, where it began as a copy.
  Result<Done> go_back(std::string path) {
    while (seen_back_.insert(path).second) {
      first_.bind(path);
      std::string bytes;
      if (auto done = first_.each([&] { bytes = first_.text(0); }); !done) return done;
      if (bytes.empty()) break;
      const auto copied = copy_of(bytes);
      if (!copied) return copied.error();
      if (!*copied || (*copied)->copy != path) break;
      path = (*copied)->original;
      before_.bind(path).bind((*copied)->number);
      if (auto done = before_.each([&] { add(before_.text(0), true); }); !done) return done;
    }
    return Done{};
  }

  /// What became of copies that were made of a path after its version `from`.
  Result<Done> go_on(const std::string& from_path, std::int64_t from) {
    std::vector<std::pair<std::string, std::int64_t>> open = {{from_path, from}};
    while (!open.empty()) {
      const auto [path, number] = std::move(open.back());
      open.pop_back();
      copied_.bind(path).bind(number);
      std::vector<std::string> points;
      auto done = copied_.each([&] { points.push_back(copied_.text(0)); });
      if (!done) return done;
      for (const std::string& bytes : points) {
        const auto copied = copy_of(bytes);
        if (!copied) return copied.error();
        if (!*copied || (*copied)->original != path || (*copied)->number <= number) continue;
        const std::string& copy = (*copied)->copy;
        if (!seen_on_.insert(copy).second) continue;
        before_.bind(copy).bind(kLast);
        done = before_.each([&] { add(before_.text(0), false); });
        if (!done) return done;
        open.emplace_back(copy, 1);
      }
    }
    return Done{};
  }

  /// The copy that was made of bytes, if one was; there is never more than one.
  Result<std::optional<Copy>> copy_of(const std::string& bytes) {
    if (const auto known = copies_.find(bytes); known != copies_.end()) return known->second;
    const auto holders = first_holders(bytes);
    if (!holders) return holders.error();
    std::optional<Copy> copy = pair_of(*holders);
    if (copy) {
      const Holder& made = (*holders)[(*holders)[0].path == copy->copy ? 0 : 1];
      point_.bind(copy->original).bind(bytes).bind(made.since);
      if (auto done = point_.each([&] { copy->number = point_.number(0); }); !done) {
        return done.error();
      }
      if (copy->number == 0) copy.reset();
    }
    return copies_[bytes] = std::move(copy);
  }

  /// The three paths that had the bytes first; none where no path came to them from others.
  Result<std::vector<Holder>> first_holders(const std::string& bytes) {
    std::vector<Holder> holders;
    holders_.bind(bytes);
    auto done = holders_.each([&] {
      holders.push_back({holders_.text(0), holders_.number(1), holders_.text(2)});
    });
    if (!done) return done.error();
    return holders;
  }

  /// Which of the first two that had some bytes is a copy of the other. Where a third had them when
  /// the copy began, nobody can say of what it is one.
  static std::optional<Copy> pair_of(const std::vector<Holder>& holders) {
    if (holders.size() < 2) return std::nullopt;
    if (holders.size() > 2 && holders[2].since <= holders[1].since) return std::nullopt;
    const Holder &first = holders[0], &second = holders[1];
    if (first.first > 1 && second.first == 1) return Copy{first.path, second.path, 0};
    const bool together = first.since == second.since;
    if (together && first.first == 1 && second.first > 1) {
      return Copy{second.path, first.path, 0};
    }
    return std::nullopt;
  }

  void add(const std::string& sha, bool earlier) {
    bool& known = others_[sha];
    known = known || earlier;
  }

  static constexpr std::int64_t kLast = INT64_MAX;

  const Connection& connection_;
  const std::string& sha256_;
  std::map<std::string, std::int64_t> own_;  ///< with the number of the first version that has them
  std::map<std::string, bool> others_;       ///< and whether they came before
  std::map<std::string, std::optional<Copy>> copies_;  ///< by what was copied
  std::set<std::string> seen_back_, seen_on_;
  // What a path began with, if two paths had it by then. The limit counts: of thousands of papers
  // to follow three are looked at.
  Statement first_{connection_,
                   "SELECT sha256 FROM versions v WHERE path = ? AND number = 1 AND "
                   "(SELECT count(*) FROM (SELECT DISTINCT path FROM versions "
                   "WHERE sha256 = v.sha256 AND since <= v.since LIMIT 3)) = 2"};
  Statement before_{connection_, "SELECT sha256 FROM versions WHERE path = ? AND number < ?"};
  Statement copied_{connection_,
                    "SELECT DISTINCT sha256 FROM versions v WHERE path = ? AND number > ? AND "
                    "EXISTS (SELECT 1 FROM versions WHERE sha256 = v.sha256 AND number = 1)"};
  Statement holders_{connection_,
                     "SELECT path, min(number), min(since) FROM versions WHERE sha256 = ?1 AND "
                     "EXISTS (SELECT 1 FROM versions WHERE sha256 = ?1 AND number > 1) "
                     "GROUP BY path ORDER BY min(since) LIMIT 3"};
  // Whether the original still stood for them when the copy began.
  Statement point_{connection_,
                   "SELECT number FROM versions v WHERE path = ?1 AND sha256 = ?2 AND "
                   "since <= ?3 AND NOT EXISTS (SELECT 1 FROM versions WHERE path = ?1 AND "
                   "number = v.number + 1 AND since < ?3) ORDER BY number DESC LIMIT 1"};
};

}  // namespace

Result<std::vector<OtherVersion>> other_versions(const Connection& connection,
                                                 const std::string& sha256) {
  Lives lives(connection, sha256);
  if (auto done = lives.follow(); !done) return done.error();
  return lives.take();
}

}  // namespace moot
