#include "extractors/record_diff.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "extractors/record_json.hpp"
#include "extractors/score_text.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;
using Pages = std::optional<std::pair<int, int>>;

constexpr std::size_t kMostSharing = 200;  // papers

std::string shown(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

/// "3-9"; none for a paper without pages.
Text shown(const Pages& pages) {
  if (!pages) return {};
  return std::to_string(pages->first) + "-" + std::to_string(pages->second);
}

/// Compares values of one field.
class Differ {
 public:
  explicit Differ(std::string field) : field_(std::move(field)) {}

  void compare(const std::string& pointer, const Json& before, const Json& after) {
    if (before == after) return;
    if (before.is_array() && after.is_array()) {
      compare_lists(pointer, before, after);
    } else if (before.is_object() && after.is_object()) {
      for (const auto& [name, value] : after.items()) {
        const auto was = before.find(name);
        compare(pointer + "/" + name, was == before.end() ? Json() : *was, value);
      }
    } else if (before.is_structured() || after.is_structured()) {
      add_all(pointer, before, true);
      add_all(pointer, after, false);
    } else {
      add(pointer, text(before), text(after));
    }
  }

  std::vector<Difference> take() { return std::move(found_); }

 private:
  static Text text(const Json& value) { return value.is_null() ? Text() : Text(shown(value)); }

  void add(const std::string& pointer, Text before, Text after) {
    found_.push_back({field_, pointer, std::move(before), std::move(after)});
  }

  /// All that stands at and below a place that one side lacks.
  void add_all(const std::string& pointer, const Json& value, bool gone) {
    if (value.is_structured()) {
      for (const auto& [name, part] : value.items()) add_all(pointer + "/" + name, part, gone);
    } else if (!value.is_null()) {
      add(pointer, gone ? text(value) : Text(), gone ? Text() : text(value));
    }
  }

  /// What a reader knows an entry by.
  static std::string words_of(const Json& entry) {
    if (!entry.is_object()) return shown(entry);
    for (const char* name : {"text", "title", "name", "email", "meeting"}) {
      const auto part = entry.find(name);
      if (part != entry.end() && part->is_string() && *part != "") return *part;
    }
    return {};
  }

  static bool alike(const Json& a, const Json& b) {
    constexpr double kHalf = 0.5;  // of the words: the same entry, cut otherwise
    for (const char* name : {"number", "heading", "email"}) {
      if (!a.is_object() || !b.is_object()) break;
      const auto one = a.find(name), other = b.find(name);
      const bool both = one != a.end() && other != b.end() && one->is_string();
      if (both && *one == *other && a.value("kind", Json()) == b.value("kind", Json())) return true;
    }
    const Comparable x = comparable(words_of(a)), y = comparable(words_of(b));
    if (x.words.empty() || y.words.empty()) return false;
    std::vector<std::string> shared;
    std::set_intersection(x.words.begin(), x.words.end(), y.words.begin(), y.words.end(),
                          std::back_inserter(shared));
    return static_cast<double>(2 * shared.size()) >=
           kHalf * static_cast<double>(x.words.size() + y.words.size());
  }

  /// The entries of `list` that the other list does not have as they are, in order.
  static std::vector<std::size_t> only_in(const Json& list, const Json& other) {
    std::map<std::string, std::size_t> there;
    for (const Json& entry : other) ++there[entry.dump()];
    std::vector<std::size_t> only;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto same = there.find(list[i].dump());
      if (same == there.end() || same->second == 0) {
        only.push_back(i);
      } else {
        --same->second;
      }
    }
    return only;
  }

  void compare_lists(const std::string& pointer, const Json& before, const Json& after) {
    const auto at = [&](std::size_t i) { return pointer + "/" + std::to_string(i); };
    const std::vector<std::size_t> gone = only_in(before, after), fresh = only_in(after, before);
    constexpr std::size_t kFarthest = 8;  // entries between those that are tried as a pair
    std::size_t next = 0;
    for (const std::size_t i : fresh) {
      const std::size_t end = std::min(gone.size(), next + kFarthest);
      std::size_t pair = next;
      while (pair < end && !alike(before[gone[pair]], after[i])) ++pair;
      if (pair == end) {
        add_all(at(i), after[i], false);
        continue;
      }
      for (; next < pair; ++next) add_all(at(gone[next]), before[gone[next]], true);
      compare(at(i), before[gone[next++]], after[i]);
    }
    for (; next < gone.size(); ++next) add_all(at(gone[next]), before[gone[next]], true);
  }

  std::string field_;
  std::vector<Difference> found_;
};

/// Pages that both have; 0 where one has none.
int shared_pages(const Pages& a, const Pages& b) {
  if (!a || !b) return 0;
  return std::max(0, std::min(a->second, b->second) - std::max(a->first, b->first) + 1);
}

/// Which record is the same paper as which, each in one pair at most.
class Pairing {
 public:
  Pairing(const std::vector<Record>& before, const std::vector<Record>& after)
      : before_(before), after_(after), partner_(before.size()), taken_(after.size()) {
    by_id();
    by_pages();
    by_order();
  }
  const std::vector<std::optional<std::size_t>>& partner() const { return partner_; }
  bool taken(std::size_t after) const { return taken_[after]; }

 private:
  void join(std::size_t before, std::size_t after) {
    partner_[before] = after;
    taken_[after] = true;
  }

  void by_id() {
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < after_.size(); ++i) places.emplace(after_[i].id, i);
    for (std::size_t i = 0; i < before_.size(); ++i) {
      const auto same = places.find(before_[i].id);
      if (same != places.end() && !taken_[same->second]) join(i, same->second);
    }
  }

  /// Both lists are in the order of pages, so what overlaps is found in one pass; of the pairs the
  /// one that shares most pages is joined first.
  void by_pages() {
    std::vector<std::array<std::size_t, 3>> shared;  // pages, before, after
    std::size_t first = 0;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      const Pages& pages = before_[i].source.pages;
      if (!pages || partner_[i]) continue;
      const auto ended = [&](const Record& record) {
        return !record.source.pages || record.source.pages->second < pages->first;
      };
      while (first < after_.size() && ended(after_[first])) ++first;
      // A page may be that of any number of papers: so many are looked at.
      for (std::size_t j = first; j < std::min(after_.size(), first + kMostSharing); ++j) {
        const Pages& other = after_[j].source.pages;
        if (other && other->first > pages->second) break;
        const int common = taken_[j] ? 0 : shared_pages(pages, other);
        if (common > 0) shared.push_back({static_cast<std::size_t>(common), i, j});
      }
    }
    std::stable_sort(shared.begin(), shared.end(),
                     [](const auto& a, const auto& b) { return a[0] > b[0]; });
    for (const auto& [pages, i, j] : shared) {
      if (!partner_[i] && !taken_[j]) join(i, j);
    }
  }

  void by_order() {
    std::size_t j = 0;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (partner_[i] || before_[i].source.pages) continue;
      while (j < after_.size() && (taken_[j] || after_[j].source.pages)) ++j;
      if (j < after_.size()) join(i, j);
    }
  }

  const std::vector<Record>& before_;
  const std::vector<Record>& after_;
  std::vector<std::optional<std::size_t>> partner_;
  std::vector<bool> taken_;
};

}  // namespace

std::vector<Difference> differences(const Record& before, const Record& after) {
  std::vector<Difference> found;
  const Text was = shown(before.source.pages), is = shown(after.source.pages);
  if (was != is) found.push_back({"pages", "/source/pages", was, is});
  const Json one = Json::parse(to_json(before)), other = Json::parse(to_json(after));
  for (const auto& [field, value] : other.items()) {
    if (field == "schema" || field == "id" || field == "source" || field == "evidence" ||
        field == "notes")
      continue;
    Differ differ(field);
    differ.compare("/" + field, one.value(field, Json()), value);
    for (Difference& difference : differ.take()) found.push_back(std::move(difference));
  }
  return found;
}

RecordsDiff compare_records(const std::vector<Record>& before, const std::vector<Record>& after) {
  const Pairing pairing(before, after);
  RecordsDiff diff;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto partner = pairing.partner()[i];
    if (!partner) {
      diff.gone.push_back({i, {}, {}});
      continue;
    }
    auto found = differences(before[i], after[*partner]);
    if (found.empty()) {
      ++diff.unchanged;
    } else {
      diff.changed.push_back({i, *partner, std::move(found)});
    }
  }
  for (std::size_t j = 0; j < after.size(); ++j) {
    if (!pairing.taken(j)) diff.fresh.push_back({{}, j, {}});
  }
  return diff;
}

std::map<std::string, FieldChanges> changes_by_field(const RecordsDiff& diff) {
  std::map<std::string, FieldChanges> fields;
  for (const PaperChange& paper : diff.changed) {
    for (const Difference& one : paper.differences) {
      FieldChanges& field = fields[one.field];
      ++(!one.before ? field.found : !one.after ? field.lost : field.changed);
    }
  }
  return fields;
}

}  // namespace moot
