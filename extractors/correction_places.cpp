#include <algorithm>
#include <optional>

#include <nlohmann/json.hpp>

#include "extractors/corrections.hpp"
#include "extractors/evidence_places.hpp"
#include "extractors/record_json.hpp"
#include "extractors/record_shape.hpp"
#include "extractors/score_text.hpp"
#include "extractors/suppressed_words.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kCorrectedRule = "corrected";

bool same_text(const Json& a, const Json& b) {
  if (!a.is_string() || !b.is_string()) return false;
  const auto& x = a.get_ref<const std::string&>();
  const auto& y = b.get_ref<const std::string&>();
  if (x == y) return !x.empty();
  const Comparable one = comparable(x), other = comparable(y);
  return one.folded == other.folded || words_f1(one, other) >= kAlike;
}

/// How much two entries of a list speak of the same thing; 0: they do not.
int likeness(const Json& was, const Json& is) {
  if (was.is_string()) return same_text(was, is) ? 1 : 0;
  if (!was.is_object() || !is.is_object()) return 0;
  int same = 0;
  bool identified = false;
  for (const auto& [name, part] : was.items()) {
    const auto found = is.find(name);
    if (found == is.end()) continue;
    const bool alike = same_text(part, *found);
    if (name == "kind" && !alike) return 0;
    same += alike;
    identified = identified ||
                 (alike && name != "kind" && name != "role" && name != "number" && name != "date");
  }
  return identified ? same : 0;
}

/// The entry that was at `wanted` and said `was`: there, else the nearest that says the same, else
/// the one most like it.
std::optional<std::size_t> find_entry(const Json& list, std::size_t wanted, const Json& was) {
  if (wanted < list.size() && list[wanted] == was) return wanted;
  const auto distance = [&](std::size_t i) { return i < wanted ? wanted - i : i - wanted; };
  std::optional<std::size_t> best;
  int most = 0;
  constexpr int kSame = 100;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const int like = list[i] == was ? kSame : most == kSame ? 0 : likeness(was, list[i]);
    if (like == 0 || like < most) continue;
    if (like == most && best && distance(*best) <= distance(i)) continue;
    best = i;
    most = like;
  }
  return best;
}

/// A place in a record's JSON form.
struct Spot {
  Json* value = nullptr;
  Json* list = nullptr;  ///< that holds the value as an entry; null: none does
  std::size_t index = 0;
  std::string pointer;
  std::string list_pointer;
};

/// Patches the JSON form of one record, and its evidence beside it.
class Patcher {
 public:
  explicit Patcher(const Record& record)
      : json_(Json::parse(to_json(record))), evidence_(record.evidence) {
    json_.erase("evidence");
  }

  /// Gives whether its place was found. `where` gets where the values stood.
  bool put(const Correction& correction, std::vector<TextRange>& where) {
    const std::optional<Spot> spot = find(correction);
    if (!spot) return false;
    where = evidence_ranges(evidence_, spot->pointer);
    if (correction.suppressed) return suppress(*spot);
    Json value = Json::parse(correction.value, nullptr, false);
    if (value.is_discarded()) return false;
    *spot->value = std::move(value);
    drop_evidence(evidence_, spot->pointer);
    add_evidence(*spot->value, spot->pointer);
    return true;
  }

  /// Puts all into the record; gives whether it is one still.
  bool finish(Record& record) {
    Result<Record> done = parse_record(json_.dump(-1, ' ', false, Json::error_handler_t::replace));
    if (!done) return false;
    done->evidence = std::move(evidence_);
    done->range = record.range;
    done->sections = std::move(record.sections);
    record = std::move(*done);
    return true;
  }

 private:
  std::optional<Spot> find(const Correction& correction) {
    if (correction.pointer.empty() || shape_at(correction.pointer) == nullptr) return {};
    const Json before = Json::parse(correction.before, nullptr, false);
    const Json* was = nullptr;  // what stood where we are, once we are inside a list
    Spot at{&json_, nullptr, 0, "", ""};
    for (const std::string& step : pointer_steps(correction.pointer)) {
      if (!at.value->is_array()) {
        const auto found = at.value->is_object() ? at.value->find(step) : at.value->end();
        if (!at.value->is_object() || found == at.value->end()) return {};
        was = was != nullptr && was->contains(step) ? &(*was)[step] : nullptr;
        at = {&*found, nullptr, 0, at.pointer + "/" + step, ""};
        continue;
      }
      const std::size_t wanted = std::stoul(step);
      const bool first = at.pointer.find('/', 1) == std::string::npos;
      const bool known = was != nullptr && was->is_array() && wanted < was->size();
      was = first ? &before : known ? &(*was)[wanted] : nullptr;
      if (was == nullptr) return {};
      const auto index = find_entry(*at.value, wanted, *was);
      if (!index) return {};
      // What is hardly another entry may be suppressed with it; a correction would undo a change.
      const bool another = first && (*at.value)[*index] != before;
      if (another && correction.follows && !correction.suppressed) return {};
      at = {&(*at.value)[*index], at.value, *index, at.pointer + "/" + std::to_string(*index),
            at.pointer};
    }
    const bool outside_lists = was == nullptr;
    if (correction.follows && outside_lists && *at.value != before) return {};
    return at;
  }

  bool suppress(const Spot& spot) {
    if (spot.list != nullptr) {
      spot.list->erase(spot.index);
      drop_entry_evidence(evidence_, spot.list_pointer, {spot.index});
      return true;
    }
    const RecordShape* shape = shape_at(spot.pointer);
    const bool list = spot.value->is_array();
    *spot.value = list ? Json::array() : shape->needed ? Json("") : Json(nullptr);
    drop_evidence(evidence_, spot.pointer);
    add_evidence(*spot.value, spot.pointer);
    return true;
  }

  /// Evidence that a user said so, where extraction puts its own; what was emptied bears its own.
  void add_evidence(const Json& value, const std::string& pointer) {
    const bool whole = pointer == "/council" || !value.is_structured() || value.empty();
    if (whole) {
      evidence_[pointer.starts_with("/council") ? "/council" : pointer] = {
          {}, kCorrectedRule, {}, Basis::Corrected};
      return;
    }
    for (const auto& [name, part] : value.items()) {
      const bool nothing = part.is_null() || (part.is_array() && part.empty());
      if (!nothing) add_evidence(part, pointer + "/" + name);
    }
  }

  Json json_;
  EvidenceMap evidence_;
};

}  // namespace

Corrected apply_corrections(const std::vector<Correction>& corrections, Record& record) {
  Corrected done;
  if (corrections.empty()) return done;
  Patcher patcher(record);
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    const Correction& correction = corrections[i];
    std::vector<TextRange> where;
    if (!patcher.put(correction, where) && !correction.pointer.empty()) done.stale.push_back(i);
    if (!correction.suppressed) continue;
    for (std::string& words : suppressed_words(correction)) {
      done.hidden.push_back({std::move(words), where});
    }
  }
  patcher.finish(record);
  hide(done.hidden, record);
  return done;
}

}  // namespace moot
