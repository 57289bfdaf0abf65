#include "extractors/decide.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "extractors/ranking.hpp"
#include "extractors/shapes.hpp"
#include "extractors/values.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

std::string same_key(const std::string& text) {
  std::string key = fold(text);
  std::erase_if(key, [](char c) { return c == ' ' || c == '\n' || c == '.' || c == ';'; });
  return key;
}

namespace {

Text non_empty(const std::string& text) {
  return text.empty() ? Text() : Text(text);
}

std::string entry(std::string_view field, std::size_t index) {
  return "/" + std::string(field) + "/" + std::to_string(index);
}

const std::string& rule_of(const Proposal& by, const Value& value) {
  return value.rule.empty() ? by.origin.rule : value.rule;
}

/// Weighs field by field, in the order of a record.
class Decider {
 public:
  Decider(const PaperView& view, const std::vector<Proposal>& proposals, Trace* trace)
      : view_(view), proposals_(proposals), trace_(trace) {}

  Record run() {
    for (const TextField& field : text_fields()) {
      if (const Value* value = decide_one(field.name)) record_.*field.member = value->text;
    }
    decide_flag("key_decision", record_.key_decision);
    decide_flag("call_in", record_.call_in);
    decide_council();
    for (const NumberedField& field : numbered_fields()) decide_numbered(field);
    for (const ListField& field : list_fields()) decide_list(field);
    decide_from();
    decide_timetable();
    unite_implications();
    unite_contacts();
    decide_items();
    note_refused();
    return std::move(record_);
  }

 private:
  /// Where a part of a value stands. A name or an email is looked for in the value's own range,
  /// which may be a whole block of contacts.
  TextRange place_of(const Value& value, std::string_view part, std::string_view words = {}) const {
    TextRange range = value.range;
    if (const auto own = value.places.find(part); own != value.places.end()) range = own->second;
    if (range.empty() || words.empty()) return range;
    const TextRange exact = view_.find(range, words);
    return exact.empty() ? range : exact;
  }

  void note(const Proposal& by, const Value& value, std::string pointer, std::string text,
            TextRange range, bool won, std::string why) {
    if (trace_ == nullptr) return;
    trace_->candidates.push_back({by.field, std::move(pointer), rule_of(by, value), std::move(text),
                                  range, by.origin.label, by.origin.weight, won, false,
                                  std::move(why)});
  }

  void keep(const Proposal& by, const Value& value, const std::string& pointer,
            const std::string& text, TextRange range, const std::string& why) {
    Evidence evidence;
    if (!range.empty()) evidence.where = places(view_.doc(), range);
    // Long lists may stand on all of many pages: beyond a bound the first place is kept.
    kept_places_ += evidence.where.size();
    if (kept_places_ > 200'000 && evidence.where.size() > 1) evidence.where.resize(1);
    evidence.rule = rule_of(by, value);
    evidence.basis = by.origin.basis;
    record_.evidence.emplace(pointer, std::move(evidence));
    note(by, value, pointer, text, range, true, why);
  }

  void drop(const Proposal& by, const Value& value, const std::string& pointer,
            const std::string& why) {
    std::string text = value.text;
    for (const Text& part : {value.role, value.email, value.phone}) {
      if (text.empty() && part) text = *part;
    }
    note(by, value, pointer, std::move(text), value.range, false, why);
  }

  /// All but the winner lose the whole field.
  void drop_losers(const Ranked& list, const std::string& pointer) {
    for (std::size_t i = 1; i < list.size(); ++i) {
      const std::string why = why_lost(*list[0], *list[i]);
      for (const Value& value : list[i]->values) drop(*list[i], value, pointer, why);
    }
  }

  /// A field of one value. Gives the value that won; null where nothing was proposed.
  const Value* decide_one(const char* field) {
    const Ranked list = ranked(proposals_, field);
    if (list.empty()) return nullptr;
    const std::string pointer = std::string("/") + field;
    const Proposal& winner = *list[0];
    const Value& value = winner.values[0];
    keep(winner, value, pointer, value.text, value.range, why_won(list));
    for (std::size_t i = 1; i < winner.values.size(); ++i) {
      drop(winner, winner.values[i], pointer, "only the first value at one place counts");
    }
    drop_losers(list, pointer);
    return &value;
  }

  void decide_flag(const char* field, std::optional<bool>& member) {
    if (const Value* value = decide_one(field)) member = value->text == "yes";
  }

  void decide_council() {
    const Value* value = decide_one("council");
    if (value == nullptr) return;
    record_.council = Council{value->text, value->number};
    if (value->number) {
      note(*ranked(proposals_, "council")[0], *value, "/council/code", *value->number, value->range,
           true, "the table of authorities has this code for the name");
    }
  }

  void decide_numbered(const NumberedField& field) {
    const Ranked list = ranked(proposals_, field.name);
    if (list.empty()) return;
    const std::string why = why_won(list);
    auto& kept = record_.*field.member;
    std::map<std::string, std::string> seen;  // number and text -> pointer
    for (const Value& value : list[0]->values) {
      const std::string pointer = entry(field.name, kept.size());
      const auto [first, is_new] =
          seen.emplace(value.number.value_or("") + same_key(value.text), pointer);
      if (!is_new) {
        drop(*list[0], value, first->second + "/text",
             "it says the same as " + first->second + " and has the same number: kept once");
        continue;
      }
      kept.push_back({value.number, value.text});
      keep(*list[0], value, pointer + "/text", value.text, value.range, why);
      if (value.number) {
        keep(*list[0], value, pointer + "/number", *value.number, place_of(value, "number"), why);
      }
    }
    drop_other_lists(list, field);
  }

  /// A list that lost may be the one that won, printed once more.
  void drop_other_lists(const Ranked& list, const NumberedField& field) {
    std::map<std::string, std::string> kept;  // text -> pointer
    const auto& entries = record_.*field.member;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      kept.emplace(same_key(entries[i].text), entry(field.name, i));
    }
    for (std::size_t i = 1; i < list.size(); ++i) {
      const std::string why = why_lost(*list[0], *list[i]);
      for (const Value& value : list[i]->values) {
        const auto same = kept.find(same_key(value.text));
        if (same == kept.end()) {
          drop(*list[i], value, std::string("/") + field.name, why);
        } else {
          drop(*list[i], value, same->second + "/text",
               "it says the same as " + same->second +
                   ", in another list; of the lists one is kept, and " + why);
        }
      }
    }
  }

  void decide_list(const ListField& field) {
    const Ranked list = ranked(proposals_, field.name);
    if (list.empty()) return;
    const std::string why = why_won(list);
    auto& kept = record_.*field.member;
    for (const Value& value : list[0]->values) {
      keep(*list[0], value, entry(field.name, kept.size()), value.text,
           place_of(value, "text", value.text), why);
      kept.push_back(value.text);
    }
    drop_losers(list, std::string("/") + field.name);
  }

  void decide_from() {
    const Ranked list = ranked(proposals_, "from");
    if (list.empty()) return;
    const std::string why = why_won(list);
    for (const Value& value : list[0]->values) {
      const std::string pointer = entry("from", record_.from.size());
      record_.from.push_back({non_empty(value.text), value.role});
      if (!value.text.empty()) {
        keep(*list[0], value, pointer + "/name", value.text, place_of(value, "name", value.text),
             why);
      }
      if (value.role) {
        keep(*list[0], value, pointer + "/role", *value.role, place_of(value, "role", *value.role),
             why);
      }
    }
    drop_losers(list, "/from");
  }

  void decide_timetable() {
    const Ranked list = ranked(proposals_, "timetable");
    if (list.empty()) return;
    const std::string why = why_won(list);
    for (const Value& value : list[0]->values) {
      // Behind a table of meetings the title may stand again.
      if (!value.date && record_.title && fold(value.text) == fold(*record_.title)) {
        note(*list[0], value, "", value.text, value.range, false, "it is the paper's title");
        continue;
      }
      const std::string pointer = entry("timetable", record_.timetable.size());
      record_.timetable.push_back({value.text, value.date});
      keep(*list[0], value, pointer + "/meeting", value.text, place_of(value, "meeting"), why);
      if (value.date) {
        keep(*list[0], value, pointer + "/date", *value.date, place_of(value, "date"), why);
      }
    }
    drop_losers(list, "/timetable");
  }

  void unite_implications() {
    std::vector<std::pair<const Proposal*, const Value*>> all;
    for (const Proposal* proposal : ranked(proposals_, "implications")) {
      for (const Value& value : proposal->values) all.emplace_back(proposal, &value);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return a.second->range.begin < b.second->range.begin;
    });
    std::map<std::string, std::string> seen;  // kind and text -> pointer
    for (const auto& [proposal, value] : all) {
      const std::string kind = value->kind.value_or("other");
      const std::string pointer = entry("implications", record_.implications.size());
      const auto [first, is_new] = seen.emplace(kind + same_key(value->text), pointer);
      if (is_new) {
        keep_implication(*proposal, *value, kind, pointer);
      } else {
        drop(*proposal, *value, first->second + "/text",
             "it says the same as " + first->second + ", of the same kind: kept once");
      }
    }
  }

  void keep_implication(const Proposal& by, const Value& value, const std::string& kind,
                        const std::string& pointer) {
    static const std::string kWhy = "every implication is kept, in the order of the paper";
    record_.implications.push_back({kind, value.heading.value_or(""), value.text, value.sign_off});
    const TextRange heading = place_of(value, "heading");
    keep(by, value, pointer + "/kind", kind, heading, "the heading is one of its rule's");
    keep(by, value, pointer + "/heading", value.heading.value_or(""), heading, kWhy);
    keep(by, value, pointer + "/text", value.text, value.range, kWhy);
    if (value.sign_off) {
      keep(by, value, pointer + "/sign_off", *value.sign_off, place_of(value, "sign_off"), kWhy);
    }
  }

  void unite_contacts() {
    std::map<std::string, std::size_t> known;  // folded names and emails -> contact
    for (const Proposal* proposal : ranked(proposals_, "contacts")) {
      for (const Value& value : proposal->values) {
        const std::vector<Text> keys = {value.email, non_empty(value.text)};
        std::size_t index = record_.contacts.size();
        for (const Text& key : keys) {
          const auto found = key ? known.find(fold(*key)) : known.end();
          if (found != known.end()) index = std::min(index, found->second);
        }
        for (const Text& key : keys) {
          if (key) known.emplace(fold(*key), index);
        }
        unite_contact(*proposal, value, index);
      }
    }
  }

  void unite_contact(const Proposal& by, const Value& value, std::size_t index) {
    const bool is_new = index == record_.contacts.size();
    if (is_new) record_.contacts.emplace_back();
    Contact& contact = record_.contacts[index];
    const std::string pointer = entry("contacts", index);
    const std::string why =
        is_new ? "no contact that weighs more or stands before it has this name or email"
               : "the contact with the same name or email had none yet";
    const auto put = [&](const char* name, Text& member, const Text& text) {
      if (!text) return;
      const std::string part = pointer + "/" + name;
      if (!member) {
        member = text;
        keep(by, value, part, *text, place_of(value, name, *text), why);
        return;
      }
      note(by, value, part, *text, place_of(value, name, *text), false,
           "the contact with the same name or email has one already, by " +
               record_.evidence.at(part).rule);
    };
    put("name", contact.name, non_empty(value.text));
    put("role", contact.role, value.role);
    put("phone", contact.phone, value.phone);
    put("email", contact.email, value.email);
  }

  void decide_items() {
    const Ranked list = ranked(proposals_, "items");
    if (list.empty()) return;
    const std::string why = why_won(list);
    for (const Value& value : list[0]->values) {
      const std::string pointer = entry("items", record_.items.size());
      Item item{value.number, value.text, value.body, {}};
      if (value.number) {
        keep(*list[0], value, pointer + "/number", *value.number, place_of(value, "number"), why);
      }
      keep(*list[0], value, pointer + "/title", value.text, place_of(value, "title"), why);
      keep(*list[0], value, pointer + "/text", value.body, place_of(value, "text"), why);
      for (const Value& resolution : value.resolutions) {
        keep(*list[0], resolution,
             pointer + "/resolutions/" + std::to_string(item.resolutions.size()), resolution.text,
             resolution.range, "it stands inside the item");
        item.resolutions.push_back(resolution.text);
      }
      record_.items.push_back(std::move(item));
    }
    drop_losers(list, "/items");
  }

  void note_refused() {
    for (const Proposal& proposal : proposals_) {
      if (proposal.refused.empty()) continue;
      const Value& seen = proposal.values[0];
      if (proposal.field == "options") note_no_options(seen);
      if (trace_ == nullptr) continue;
      note(proposal, seen, "/" + proposal.field, seen.text, seen.range, false, proposal.refused);
      trace_->candidates.back().refused = true;
    }
  }

  /// "Alternatives considered: None" leaves the list empty, but is not silence.
  void note_no_options(const Value& seen) {
    const bool told = std::any_of(record_.notes.begin(), record_.notes.end(), [](const Note& note) {
      return note.what == "options-none-stated";
    });
    if (told || !record_.options.empty() || !states_no_options(seen.text)) return;
    const auto where = places(view_.doc(), seen.range);
    record_.notes.push_back({"options-none-stated", where.empty() ? 0 : where[0].page});
  }

  const PaperView& view_;
  const std::vector<Proposal>& proposals_;
  Trace* trace_;
  std::size_t kept_places_ = 0;  ///< in the record's evidence
  Record record_;
};

}  // namespace

Record decide(const PaperView& view, const std::vector<Proposal>& proposals, Trace* trace) {
  return Decider(view, proposals, trace).run();
}

}  // namespace moot
