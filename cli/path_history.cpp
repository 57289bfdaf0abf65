#include "cli/path_history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "cli/find_files.hpp"
#include "cli/find_record.hpp"

namespace moot {
namespace {

constexpr std::size_t kMostNear = 10;

using Labelled = std::vector<std::pair<std::string, std::string>>;

bool may_be_id(const std::string& typed) {
  return typed.find_first_not_of("0123456789abcdefABCDEF-pP/") == std::string::npos;
}

Result<PastVersion> past_version(const Catalogue& catalogue, const std::string& path,
                                 const Version& version) {
  PastVersion past;
  past.version = version;
  auto records = catalogue.records_of(version.sha256);
  if (!records) return records.error();
  past.records = std::move(*records);
  auto paths = catalogue.paths_of(version.sha256);
  if (!paths) return paths.error();
  std::erase(*paths, path);
  past.same_bytes = std::move(*paths);
  return past;
}

/// Of which paths this is an old version, and since when.
Result<Labelled> old_versions(const Catalogue& catalogue, const std::string& sha256) {
  Labelled told;
  const auto paths = catalogue.paths_ever_of(sha256);
  if (!paths) return paths.error();
  for (const std::string& path : *paths) {
    const auto versions = catalogue.versions(path);
    if (!versions) return versions.error();
    const auto last = std::find_if(versions->rbegin(), versions->rend(),
                                   [&](const Version& one) { return one.sha256 == sha256; });
    if (last == versions->rend() || last == versions->rbegin()) continue;
    told.emplace_back("Old version",
                      fmt::format("{} of {}; since {} another one holds: see 'moot history'",
                                  last->number, path, std::prev(last)->since));
  }
  return told;
}

void hide(const std::vector<HiddenWords>& hidden, std::vector<FactsGiven>& facts) {
  std::vector<std::string> words;
  for (const HiddenWords& one : hidden) words.push_back(one.words);
  const HiddenFinder finder(words);
  for (FactsGiven& given : facts) given.facts = blanked(given.facts, finder.find(given.facts));
}

}  // namespace

Result<PathHistory> history_of(const Catalogue& catalogue, const std::string& path) {
  PathHistory history;
  history.path = path;
  auto row = catalogue.file(path);
  if (!row) return row.error();
  history.row = std::move(*row);
  for (const FactsOrigin origin : {FactsOrigin::Beside, FactsOrigin::Table}) {
    const auto facts = catalogue.facts(path, origin);
    if (!facts) return facts.error();
    if (*facts) history.facts.push_back(**facts);
  }
  if (history.row && !history.facts.empty()) {
    // Facts say nothing either that users have suppressed.
    const auto hidden = catalogue.hidden_words(history.row->kept);
    if (!hidden) return hidden.error();
    hide(*hidden, history.facts);
  }
  const auto versions = catalogue.versions(path);
  if (!versions) return versions.error();
  for (const Version& version : *versions) {
    auto past = past_version(catalogue, path, version);
    if (!past) return past.error();
    history.versions.push_back(std::move(*past));
  }
  // A file that changed back has the same bytes twice: the later version is the present one.
  const auto present = std::find_if(
      history.versions.rbegin(), history.versions.rend(), [&](const PastVersion& past) {
        return history.row && past.version.sha256 == history.row->kept;
      });
  if (present != history.versions.rend()) present->present = true;
  return history;
}

Result<std::vector<std::string>> paths_meant(const Catalogue& catalogue, const std::string& typed) {
  const std::string path = catalogue_name(typed);
  const auto row = catalogue.file(path);
  if (!row) return row.error();
  if (*row) return std::vector<std::string>{path};
  if (!may_be_id(typed)) {
    return fail(ErrorKind::Usage, "the index knows no file of this name", typed,
                "name a file that was ingested, or the id of a record");
  }
  const auto record = find_record(catalogue, typed);
  if (!record) return record.error();
  return catalogue.paths_ever_of(record->source.sha256);
}

Result<Labelled> about_record(const Catalogue& catalogue, const Record& record) {
  const auto paths = catalogue.paths_of(record.source.sha256);
  if (!paths) return paths.error();
  Result<Labelled> told =
      paths->empty() ? old_versions(catalogue, record.source.sha256) : Labelled();
  if (!told) return told;
  for (const std::string& path : *paths) {
    if (path != record.source.path) told->emplace_back("The same bytes", path);
  }
  const auto near = catalogue.near(record.id);
  if (!near) return near.error();
  const auto shown = std::min(near->size(), kMostNear);
  for (const Catalogue::Near& other : std::span(*near).first(shown)) {
    const auto alike = catalogue.record(other.id);
    if (!alike) return alike.error();
    const std::string title = *alike && (*alike)->title ? ": " + *(*alike)->title : "";
    told->emplace_back("Nearly the same",
                       fmt::format("{}, {:.0f} % alike{}", other.id, 100 * other.likeness, title));
  }
  if (near->size() > shown) {
    told->emplace_back("Nearly the same", fmt::format("{} more", near->size() - shown));
  }
  return told;
}

}  // namespace moot
