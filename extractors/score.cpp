#include "extractors/score.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <tuple>
#include <utility>

#include "extractors/score_text.hpp"

namespace moot {
namespace {

constexpr std::array<std::string_view, 8> kAlikeTexts = {
    "title",        "key_decision_reason",   "summary",      "proposed_decision", "reasons",
    "consultation", "conflicts_of_interest", "dispensations"};

/// When two values of a field are the same.
enum class Likeness { Equal, Alike, Phone };

using Similarity = std::function<double(std::size_t gold, std::size_t got)>;

/// Entries of the gold and of the record that belong together, by their places.
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// A list whose entries are compared as texts.
struct TextList {
  std::string field;              ///< that they count for
  std::string gold_list;          ///< pointer of the list in the gold
  std::string got_list;           ///< and in the record
  const char* part = "";          ///< of an entry, that is judged: "/text"
  std::vector<std::string> gold;  ///< the entries' texts
  std::vector<std::string> got;
  std::vector<std::string> gold_kinds, got_kinds;  ///< where entries have kinds: only those of one
                                                   ///< kind go together
};

template <typename Entry, typename Show>
std::vector<std::string> shown(const std::vector<Entry>& entries, Show show) {
  std::vector<std::string> texts;
  for (const Entry& entry : entries) texts.push_back(show(entry));
  return texts;
}

/// A list of the record: field "items.title" is of the list "/items".
template <typename Entry, typename Show>
TextList text_list(std::string field, const char* part, const std::vector<Entry>& gold,
                   const std::vector<Entry>& got, Show show) {
  TextList list;
  list.field = std::move(field);
  list.gold_list = list.got_list = "/" + list.field.substr(0, list.field.find('.'));
  list.part = part;
  list.gold = shown(gold, show);
  list.got = shown(got, show);
  return list;
}

std::string flag_text(const std::optional<bool>& flag) {
  if (!flag) return {};
  return *flag ? "true" : "false";
}

std::string joined(const Text& first, const Text& second) {
  std::string text = first.value_or("");
  if (!text.empty() && second && !second->empty()) text += ' ';
  return text + second.value_or("");
}

/// As the reference writes a step: what is not there is the word None.
std::string step_text(const TimetableStep& step) {
  const auto or_none = [](const std::string& text) { return text.empty() ? "None" : text; };
  return or_none(step.meeting) + " " + or_none(step.date.value_or(""));
}

std::string as_it_is(const std::string& text) {
  return text;
}

bool has(const Text& text) {
  return text && !text->empty();
}

class Comparer {
 public:
  Comparer(const Gold& gold, const Record& got, Measure measure)
      : gold_(gold), got_(got), measure_(measure) {}

  Comparison run();

 private:
  bool states(const std::string& pointer) const { return gold_.stated.contains(pointer); }
  bool optional(const std::string& list, std::size_t i) const {
    return gold_.optional.contains(list + "/" + std::to_string(i));
  }
  double similarity(const Comparable& a, const Comparable& b) const;
  bool same(Likeness likeness, const std::string& a, const std::string& b) const;

  void judge(const std::string& pointer, bool right);
  void mistake(const std::string& field, const std::string& gold, const std::string& got);
  void value(const std::string& field, const std::string& pointer, const Text& gold,
             const Text& got, Likeness likeness);
  Pairs match(const std::string& list, std::size_t golds, std::size_t gots,
              const Similarity& similarity) const;
  Pairs texts(const TextList& list);

  void scalars();
  void numbered_lists();
  void implications();
  void contacts();
  double contacts_alike(const Contact& a, const Contact& b) const;
  void contact(const Contact& gold, const Contact& got, const std::string& pointer);
  void items();

  const Gold& gold_;
  const Record& got_;
  Measure measure_;
  Comparison result_;
};

double Comparer::similarity(const Comparable& a, const Comparable& b) const {
  if (measure_ == Measure::Strict) return a.folded == b.folded ? 1.0 : 0.0;
  return words_f1(a, b);
}

bool Comparer::same(Likeness likeness, const std::string& a, const std::string& b) const {
  if (likeness == Likeness::Phone) return phone_digits(a) == phone_digits(b);
  if (likeness == Likeness::Equal) return fold_value(a) == fold_value(b);
  return similarity(comparable(a), comparable(b)) >= kAlike;
}

void Comparer::judge(const std::string& pointer, bool right) {
  auto evidence = got_.evidence.find(pointer);
  if (evidence == got_.evidence.end() && pointer.ends_with("/name")) {  // a role alone
    evidence = got_.evidence.find(pointer.substr(0, pointer.size() - 4) + "role");
  }
  result_.judgements.push_back(
      {pointer, evidence == got_.evidence.end() ? "" : evidence->second.rule, right});
}

void Comparer::mistake(const std::string& field, const std::string& gold, const std::string& got) {
  result_.mistakes.push_back({field, gold, got});
}

void Comparer::value(const std::string& field, const std::string& pointer, const Text& gold,
                     const Text& got, Likeness likeness) {
  if (!has(gold) && !has(got)) return;
  Count& count = result_.counts[field];
  const bool right = has(gold) && has(got) && same(likeness, *gold, *got);
  if (right) {
    ++count.right;
  } else {
    count.wrong += has(got) ? 1 : 0;
    count.missed += has(gold) ? 1 : 0;
    mistake(field, gold.value_or(""), got.value_or(""));
  }
  if (has(got)) judge(pointer, right);
}

/// Best first: an optional entry gives way to one that must be found, a later to an earlier.
Pairs Comparer::match(const std::string& list, std::size_t golds, std::size_t gots,
                      const Similarity& similarity) const {
  struct Candidate {
    double alike;
    bool optional;
    std::size_t gold, got;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < golds; ++i) {
    for (std::size_t j = 0; j < gots; ++j) {
      const double alike = similarity(i, j);
      if (alike >= kAlike) candidates.push_back({alike, optional(list, i), i, j});
    }
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(b.alike, a.optional, a.gold, a.got) <
           std::tie(a.alike, b.optional, b.gold, b.got);
  });
  Pairs pairs;
  std::set<std::size_t> gold_taken, got_taken;
  for (const Candidate& candidate : candidates) {
    if (gold_taken.contains(candidate.gold) || got_taken.contains(candidate.got)) continue;
    gold_taken.insert(candidate.gold);
    got_taken.insert(candidate.got);
    pairs.emplace_back(candidate.gold, candidate.got);
  }
  return pairs;
}

/// Scores the entries of a list, and gives those that belong together.
Pairs Comparer::texts(const TextList& list) {
  std::vector<Comparable> gold, got;
  for (const std::string& text : list.gold) gold.push_back(comparable(text));
  for (const std::string& text : list.got) got.push_back(comparable(text));
  const Pairs pairs =
      match(list.gold_list, gold.size(), got.size(), [&](std::size_t i, std::size_t j) {
        const bool apart = !list.gold_kinds.empty() && list.gold_kinds[i] != list.got_kinds[j];
        return apart ? 0.0 : similarity(gold[i], got[j]);
      });
  std::vector<std::optional<std::size_t>> found(got.size());  // the place in the gold
  std::vector<bool> taken(gold.size());
  for (const auto& [i, j] : pairs) {
    found[j] = i;
    taken[i] = true;
  }
  Count count;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    if (optional(list.gold_list, i)) continue;
    ++(taken[i] ? count.right : count.missed);
    if (!taken[i]) mistake(list.field, list.gold[i], "");
  }
  for (std::size_t j = 0; j < got.size(); ++j) {
    if (found[j] && optional(list.gold_list, *found[j])) continue;
    count.wrong += found[j] ? 0 : 1;
    if (!found[j]) mistake(list.field, "", list.got[j]);
    judge(list.got_list + "/" + std::to_string(j) + list.part, found[j].has_value());
  }
  if (count != Count{}) add_counts(result_.counts, {{list.field, count}});
  return pairs;
}

void Comparer::scalars() {
  const auto scalar = [&](const std::string& field, const Text& gold, const Text& got) {
    const bool alike =
        std::find(kAlikeTexts.begin(), kAlikeTexts.end(), field) != kAlikeTexts.end();
    if (states("/" + field)) {
      value(field, "/" + field, gold, got, alike ? Likeness::Alike : Likeness::Equal);
    }
  };
  const Record& gold = gold_.record;
  scalar("kind", gold.kind, got_.kind);
  scalar("language", gold.language, got_.language);
  scalar("council", gold.council ? Text(gold.council->name) : Text(),
         got_.council ? Text(got_.council->name) : Text());
  scalar("key_decision", flag_text(gold.key_decision), flag_text(got_.key_decision));
  scalar("call_in", flag_text(gold.call_in), flag_text(got_.call_in));
  for (const TextField& field : text_fields()) {
    scalar(field.name, gold.*field.member, got_.*field.member);
  }
}

void Comparer::numbered_lists() {
  for (const NumberedField& field : numbered_fields()) {
    const std::string list = std::string("/") + field.name;
    if (!states(list)) continue;
    const auto& gold = gold_.record.*field.member;
    const auto& got = got_.*field.member;
    const auto text = [](const NumberedText& entry) { return entry.text; };
    for (const auto& [i, j] : texts(text_list(field.name, "/text", gold, got, text))) {
      if (optional(list, i)) continue;
      value(field.name + std::string(".number"), list + "/" + std::to_string(j) + "/number",
            gold[i].number, got[j].number, Likeness::Equal);
    }
  }
}

void Comparer::implications() {
  const std::string list = "/implications";
  const auto& gold = gold_.record.implications;
  const auto& got = got_.implications;
  const auto text = [](const Implication& entry) { return entry.text; };
  const auto kind = [](const Implication& entry) { return entry.kind; };
  TextList entries = text_list("implications", "/text", gold, got, text);
  entries.gold_kinds = shown(gold, kind);
  entries.got_kinds = shown(got, kind);
  for (const auto& [i, j] : texts(entries)) {
    if (optional(list, i)) continue;
    const std::string pointer = list + "/" + std::to_string(j);
    value("implications.sign_off", pointer + "/sign_off", gold[i].sign_off, got[j].sign_off,
          Likeness::Alike);
    value("implications.heading", pointer + "/heading", gold[i].heading, got[j].heading,
          Likeness::Alike);
  }
}

double Comparer::contacts_alike(const Contact& a, const Contact& b) const {
  if (has(a.email) && has(b.email) && same(Likeness::Equal, *a.email, *b.email)) return 1.0;
  if (has(a.name) && has(b.name)) return similarity(comparable(*a.name), comparable(*b.name));
  if (has(a.phone) && has(b.phone) && same(Likeness::Phone, *a.phone, *b.phone)) return 0.95;
  if (!has(a.role) || !has(b.role)) return 0.0;
  return similarity(comparable(*a.role), comparable(*b.role));
}

void Comparer::contact(const Contact& gold, const Contact& got, const std::string& pointer) {
  value("contacts.name", pointer + "/name", gold.name, got.name, Likeness::Equal);
  value("contacts.role", pointer + "/role", gold.role, got.role, Likeness::Alike);
  value("contacts.email", pointer + "/email", gold.email, got.email, Likeness::Equal);
  value("contacts.phone", pointer + "/phone", gold.phone, got.phone, Likeness::Phone);
}

void Comparer::contacts() {
  const std::string list = "/contacts";
  const auto& gold = gold_.record.contacts;
  const auto& got = got_.contacts;
  const Pairs pairs = match(list, gold.size(), got.size(), [&](std::size_t i, std::size_t j) {
    return contacts_alike(gold[i], got[j]);
  });
  std::vector<bool> gold_taken(gold.size()), got_taken(got.size());
  for (const auto& [i, j] : pairs) {
    gold_taken[i] = got_taken[j] = true;
    if (!optional(list, i)) contact(gold[i], got[j], list + "/" + std::to_string(j));
  }
  for (std::size_t i = 0; i < gold.size(); ++i) {
    if (!gold_taken[i] && !optional(list, i)) contact(gold[i], {}, "");
  }
  for (std::size_t j = 0; j < got.size(); ++j) {
    if (!got_taken[j]) contact({}, got[j], list + "/" + std::to_string(j));
  }
}

void Comparer::items() {
  const std::string list = "/items";
  const auto& gold = gold_.record.items;
  const auto& got = got_.items;
  const auto title = [](const Item& item) { return item.title; };
  for (const auto& [i, j] : texts(text_list("items.title", "/title", gold, got, title))) {
    if (optional(list, i)) continue;
    const std::string pointer = list + "/" + std::to_string(j);
    value("items.number", pointer + "/number", gold[i].number, got[j].number, Likeness::Equal);
    TextList resolutions =
        text_list("items.resolutions", "", gold[i].resolutions, got[j].resolutions, as_it_is);
    resolutions.gold_list = list + "/" + std::to_string(i) + "/resolutions";
    resolutions.got_list = pointer + "/resolutions";
    if (states(resolutions.gold_list)) texts(resolutions);
  }
}

Comparison Comparer::run() {
  scalars();
  numbered_lists();
  for (const ListField& field : list_fields()) {
    const std::string list = std::string("/") + field.name;
    if (!states(list) || list == "/other_references") continue;  // the reference passes it over
    texts(text_list(field.name, "", gold_.record.*field.member, got_.*field.member, as_it_is));
  }
  if (states("/implications")) implications();
  if (states("/from")) {
    const auto text = [](const Person& person) { return joined(person.name, person.role); };
    texts(text_list("from", "/name", gold_.record.from, got_.from, text));
  }
  if (states("/contacts")) contacts();
  if (states("/timetable")) {
    texts(text_list("timetable", "/meeting", gold_.record.timetable, got_.timetable, step_text));
  }
  if (states("/items")) items();
  return std::move(result_);
}

}  // namespace

Comparison compare(const Gold& gold, const Record& got, Measure measure) {
  return Comparer(gold, got, measure).run();
}

}  // namespace moot
