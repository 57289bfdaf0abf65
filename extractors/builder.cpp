#include "extractors/builder.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/normalise.hpp"

namespace moot {

namespace {

/// Two texts that say the same: compared without case and white space.
std::string same_key(const std::string& text) {
  std::string key = fold(text);
  std::erase_if(key, [](char c) { return c == ' ' || c == '\n' || c == '.' || c == ';'; });
  return key;
}

Text non_empty(const std::string& text) {
  return text.empty() ? Text() : Text(text);
}

}  // namespace

void RecordBuilder::propose(const Origin& origin, std::string_view field,
                            std::vector<Value> values) {
  if (values.empty()) return;
  proposals_.push_back({origin, std::string(field), std::move(values)});
}

bool RecordBuilder::has(std::string_view field, double weight) const {
  return std::any_of(proposals_.begin(), proposals_.end(), [&](const Proposal& p) {
    return p.field == field && p.origin.weight >= weight;
  });
}

Text RecordBuilder::best(std::string_view field) const {
  const auto list = ranked(field);
  return list.empty() ? Text() : Text(list[0]->values[0].text);
}

bool RecordBuilder::covers(std::string_view field, TextRange range) const {
  for (const Proposal& proposal : proposals_) {
    if (proposal.field != field) continue;
    for (const Value& value : proposal.values) {
      if (value.range.begin < range.end && range.begin < value.range.end) return true;
    }
  }
  return false;
}

std::vector<const RecordBuilder::Proposal*> RecordBuilder::ranked(std::string_view field) const {
  std::vector<const Proposal*> list;
  for (const Proposal& proposal : proposals_) {
    if (proposal.field == field) list.push_back(&proposal);
  }
  std::stable_sort(list.begin(), list.end(), [](const Proposal* a, const Proposal* b) {
    if (a->origin.weight != b->origin.weight) return a->origin.weight > b->origin.weight;
    return a->values[0].range.begin < b->values[0].range.begin;
  });
  return list;
}

void RecordBuilder::add_evidence(Record& record, const std::string& pointer, const Origin& origin,
                                 TextRange range) const {
  Evidence evidence;
  if (!range.empty()) evidence.where = places(view_.doc(), range);
  evidence.rule = origin.rule;
  evidence.basis = origin.basis;
  record.evidence.emplace(pointer, std::move(evidence));
}

void RecordBuilder::fill_texts(Record& record) const {
  for (const TextField& field : text_fields()) {
    const auto list = ranked(field.name);
    if (list.empty()) continue;
    const Value& value = list[0]->values[0];
    record.*field.member = value.text;
    add_evidence(record, std::string("/") + field.name, list[0]->origin, value.range);
  }
  const auto flag = [&](const char* name, std::optional<bool>& member) {
    const auto list = ranked(name);
    if (list.empty()) return;
    member = list[0]->values[0].text == "yes";
    add_evidence(record, std::string("/") + name, list[0]->origin, list[0]->values[0].range);
  };
  flag("key_decision", record.key_decision);
  flag("call_in", record.call_in);
  if (const auto list = ranked("council"); !list.empty()) {
    const Value& value = list[0]->values[0];
    record.council = Council{value.text, value.number};
    add_evidence(record, "/council", list[0]->origin, value.range);
  }
}

void RecordBuilder::fill_lists(Record& record) const {
  for (const NumberedField& field : numbered_fields()) {
    const auto list = ranked(field.name);
    if (list.empty()) continue;
    std::set<std::string> seen;
    for (const Value& value : list[0]->values) {
      if (!seen.insert(value.number.value_or("") + same_key(value.text)).second) continue;
      const std::string pointer =
          std::string("/") + field.name + "/" + std::to_string((record.*field.member).size());
      (record.*field.member).push_back({value.number, value.text});
      add_evidence(record, pointer + "/text", list[0]->origin, value.range);
      if (value.number) add_evidence(record, pointer + "/number", list[0]->origin, value.range);
    }
  }
  for (const ListField& field : list_fields()) {
    const auto list = ranked(field.name);
    if (list.empty()) continue;
    for (const Value& value : list[0]->values) {
      add_evidence(
          record,
          std::string("/") + field.name + "/" + std::to_string((record.*field.member).size()),
          list[0]->origin, value.range);
      (record.*field.member).push_back(value.text);
    }
  }
}

void RecordBuilder::fill_people(Record& record) const {
  if (const auto list = ranked("from"); !list.empty()) {
    for (const Value& value : list[0]->values) {
      const std::string pointer = "/from/" + std::to_string(record.from.size());
      record.from.push_back({non_empty(value.text), value.role});
      if (!value.text.empty())
        add_evidence(record, pointer + "/name", list[0]->origin, value.range);
      if (value.role) add_evidence(record, pointer + "/role", list[0]->origin, value.range);
    }
  }
  if (const auto list = ranked("timetable"); !list.empty()) {
    for (const Value& value : list[0]->values) {
      const std::string pointer = "/timetable/" + std::to_string(record.timetable.size());
      record.timetable.push_back({value.text, value.date});
      add_evidence(record, pointer + "/meeting", list[0]->origin, value.range);
      if (value.date) add_evidence(record, pointer + "/date", list[0]->origin, value.range);
    }
  }
}

void RecordBuilder::fill_implications(Record& record) const {
  std::vector<std::pair<const Proposal*, const Value*>> all;
  for (const Proposal& proposal : proposals_) {
    if (proposal.field != "implications") continue;
    for (const Value& value : proposal.values) all.emplace_back(&proposal, &value);
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return a.second->range.begin < b.second->range.begin;
  });
  std::set<std::string> seen;
  for (const auto& [proposal, value] : all) {
    const std::string kind = value->kind.value_or("other");
    if (!seen.insert(kind + same_key(value->text)).second) continue;
    const std::string pointer = "/implications/" + std::to_string(record.implications.size());
    record.implications.push_back(
        {kind, value->heading.value_or(""), value->text, value->sign_off});
    for (const char* part : {"/kind", "/heading", "/text"}) {
      add_evidence(record, pointer + part, proposal->origin, value->range);
    }
    if (value->sign_off)
      add_evidence(record, pointer + "/sign_off", proposal->origin, value->range);
  }
}

void RecordBuilder::fill_contacts(Record& record) const {
  std::map<std::string, std::size_t> known;  // folded names and emails -> contact
  const auto find_known = [&](const Value& value) {
    std::size_t index = record.contacts.size();
    for (const Text& key : {value.email, non_empty(value.text)}) {
      if (!key) continue;
      if (const auto found = known.find(fold(*key)); found != known.end()) {
        index = std::min(index, found->second);
      }
    }
    return index;
  };
  for (const Proposal* proposal : ranked("contacts")) {
    for (const Value& value : proposal->values) {
      const std::size_t index = find_known(value);
      if (index == record.contacts.size()) record.contacts.emplace_back();
      if (value.email) known.emplace(fold(*value.email), index);
      if (!value.text.empty()) known.emplace(fold(value.text), index);
      const std::string pointer = "/contacts/" + std::to_string(index);
      const auto put = [&](Text Contact::*member, const char* name, const Text& text) {
        if (!text || record.contacts[index].*member) return;
        record.contacts[index].*member = text;
        add_evidence(record, pointer + "/" + name, proposal->origin, value.range);
      };
      put(&Contact::name, "name", non_empty(value.text));
      put(&Contact::role, "role", value.role);
      put(&Contact::phone, "phone", value.phone);
      put(&Contact::email, "email", value.email);
    }
  }
}

void RecordBuilder::fill_items(Record& record) const {
  const auto list = ranked("items");
  if (list.empty()) return;
  for (const Value& value : list[0]->values) {
    const std::string pointer = "/items/" + std::to_string(record.items.size());
    record.items.push_back({value.number, value.text, value.body, value.resolutions});
    for (const char* part : {"/title", "/text"}) {
      add_evidence(record, pointer + part, list[0]->origin, value.range);
    }
    if (value.number) add_evidence(record, pointer + "/number", list[0]->origin, value.range);
    for (std::size_t i = 0; i < value.resolutions.size(); ++i) {
      add_evidence(record, pointer + "/resolutions/" + std::to_string(i), list[0]->origin,
                   value.range);
    }
  }
}

void RecordBuilder::fill_trace(Trace& trace) const {
  static const std::set<std::string> kUnited = {"implications", "contacts"};
  std::set<std::string> fields;
  for (const Proposal& proposal : proposals_) fields.insert(proposal.field);
  for (const std::string& field : fields) {
    const auto list = ranked(field);
    for (const Proposal* proposal : list) {
      const bool won = proposal == list[0] || kUnited.contains(field);
      std::string why = "it has the highest weight and stands first";
      if (kUnited.contains(field)) {
        why = "all of these are kept";
      } else if (!won && proposal->origin.weight < list[0]->origin.weight) {
        why = "its weight is lower than that of " + list[0]->origin.rule;
      } else if (!won) {
        why = "it stands after " + list[0]->origin.rule;
      }
      for (const Value& value : proposal->values) {
        trace.candidates.push_back(
            {field, proposal->origin.rule, value.text, value.range, won, why});
      }
    }
  }
}

Record RecordBuilder::finish(Trace* trace) const {
  Record record;
  fill_texts(record);
  fill_lists(record);
  fill_people(record);
  fill_implications(record);
  fill_contacts(record);
  fill_items(record);
  if (trace != nullptr) fill_trace(*trace);
  return record;
}

}  // namespace moot
