#include "index/entry.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

#include "index/entry_body.hpp"
#include "index/entry_values.hpp"
#include "index/words.hpp"
#include "pipeline/blocks.hpp"

namespace moot {
namespace {

constexpr std::size_t kMaxItemNumber = 40;
constexpr std::size_t kLongestFacet = 1000;  // bytes: each item's entry has a copy

/// All evidence at `pointer` and below it, without that of printed numbers, which stand before the
/// words of an entry.
std::vector<Place> evidence_at(const Record& record, const std::string& pointer) {
  std::vector<Place> found;
  for (auto it = record.evidence.lower_bound(pointer); it != record.evidence.end(); ++it) {
    if (!it->first.starts_with(pointer)) break;
    const bool inside = it->first.size() == pointer.size() || it->first[pointer.size()] == '/';
    if (inside && !it->first.ends_with("/number"))
      found.insert(found.end(), it->second.where.begin(), it->second.where.end());
  }
  std::sort(found.begin(), found.end(), [](const Place& a, const Place& b) {
    return std::pair(a.range.begin, a.range.end) < std::pair(b.range.begin, b.range.end);
  });
  return found;
}

/// Notes that what stands in `range` of the document begins a page in the passage, where its first
/// words are found there: a value has neither numbers nor running heads.
void add_turn(const Document& doc, TextRange range, int page, Passage& passage) {
  constexpr std::size_t kLookedFor = 40;  // bytes
  std::string words = text_of(doc, range);
  const std::vector<Token> tokens = tokenise(words);
  std::size_t first = 0;
  while (first < tokens.size() &&
         only_numbering(std::string_view(words).substr(0, tokens[first].end))) {
    ++first;
  }
  if (first == tokens.size()) return;
  std::size_t last = first;
  while (last + 1 < tokens.size() && tokens[last].end - tokens[first].begin < kLookedFor) ++last;
  words = words.substr(tokens[first].begin, tokens[last].end - tokens[first].begin);
  const std::size_t from = passage.turns.empty() ? 0 : passage.turns.back().at + 1;
  const std::size_t at = passage.text.find(words, from);
  if (at != std::string::npos && at > 0) passage.turns.push_back({at, page});
}

FieldPassage field_passage(const Record& record, const Document& doc, Passage passage) {
  FieldPassage made{std::move(passage), {}};
  int page = 0;
  for (const Place& place : evidence_at(record, made.passage.pointer)) {
    if (made.passage.page == 0) made.passage.page = page = place.page;
    if (place.page > page && place.range.end <= doc.text.size()) {
      add_turn(doc, place.range, page = place.page, made.passage);
    }
    // The entries of a list may all stand in one place: it is gone through once.
    const bool again = !made.ranges.empty() && made.ranges.back() == place.range;
    if (place.range.end <= doc.text.size() && !again) made.ranges.push_back(place.range);
  }
  return made;
}

int first_page(const Record& record) {
  return record.source.pages ? record.source.pages->first : 0;
}

/// A value as every entry of its record bears it, cut where none that is printed is as long.
std::string facet(const Text& value) {
  if (!value || value->size() <= kLongestFacet) return value.value_or("");
  std::size_t end = kLongestFacet;
  while (end > 0 && (static_cast<unsigned char>((*value)[end]) & 0xC0U) == 0x80) --end;
  return value->substr(0, end);
}

/// Whom the record names, as printed; each once. As many as a full council has with its officers:
/// each item's entry has a copy.
std::vector<std::string> people_of(const Record& record) {
  constexpr std::size_t kMostPeople = 500;
  std::vector<std::string> people;
  const auto add = [&](const Text& name) {
    if (!name || people.size() == kMostPeople || name->size() > kLongestFacet) return;
    if (std::find(people.begin(), people.end(), *name) == people.end()) people.push_back(*name);
  };
  for (const Person& person : record.from) add(person.name);
  for (const Contact& contact : record.contacts) add(contact.name);
  for (const Text* name : {&record.lead_member, &record.lead_director, &record.decision_maker}) {
    add(*name);
  }
  for (const auto* list : {&record.present, &record.apologies, &record.in_attendance}) {
    for (const std::string& name : *list) add(name);
  }
  return people;
}

Entry entry_of(const Record& record) {
  Entry entry;
  entry.id = record.id;
  entry.record_id = record.id;
  entry.kind = record.kind;
  if (record.council) {
    entry.council = record.council->name;
    entry.council_code = record.council->code.value_or("");
  }
  entry.body = facet(record.body);
  entry.date = entry_date(record).value_or("");
  entry.title = record.title.value_or("");
  entry.decision_number = facet(record.decision_number);
  entry.decision_maker = facet(record.decision_maker);
  if (record.key_decision) entry.key_decision = *record.key_decision ? "yes" : "no";
  entry.decision_status = facet(record.decision_status);
  entry.language = record.language;
  entry.url = record.source.url.value_or("");
  entry.path = record.source.path;
  entry.sha256 = record.source.sha256;
  entry.page = first_page(record);
  entry.references = record.other_references;
  entry.people = people_of(record);
  return entry;
}

/// `value` on one line.
std::string one_line(std::string value) {
  std::replace(value.begin(), value.end(), '\n', ' ');
  return value;
}

void add_line(std::string& lines, const std::string& line) {
  if (lines.size() + line.size() >= kLongestFacet) return;
  lines += (lines.empty() ? "" : "\n") + one_line(line);
}

/// What only the paper's own entry has.
void add_life(Entry& entry, const Record& record) {
  for (const TimetableStep& step : record.timetable) {
    if (step.date) add_line(entry.route, *step.date + " " + step.meeting);
  }
  entry.values = short_values(record);
  entry.notice_date = record.notice_published.value_or("");
  entry.due_date = record.decision_due.value_or("");
}

/// Without white space, to tell whether one text holds another.
std::string without_spaces(const std::string& text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return c != ' ' && c != '\n' && c != '\t'; });
  return out;
}

/// What the items say, for telling which of the paper's own lists only repeat it.
class ItemText {
 public:
  explicit ItemText(const Record& record) {
    for (const Item& item : record.items) {
      text_ += without_spaces(item.text) + '\n';
      for (const std::string& resolution : item.resolutions) {
        std::string words = without_spaces(resolution);
        text_ += words + '\n';
        resolutions_.insert(std::move(words));
      }
    }
  }

  /// Mostly it is a resolution of an item. So much text is searched for the others; after that
  /// they count as not held, and are found twice.
  bool holds(const std::string& words) {
    constexpr std::size_t kMostSearched = std::size_t{256} << 20;  // bytes
    if (resolutions_.contains(words)) return true;
    if (searched_ > kMostSearched) return false;
    searched_ += text_.size();
    return text_.find(words) != std::string::npos;
  }

 private:
  std::string text_;
  std::unordered_set<std::string> resolutions_;
  std::size_t searched_ = 0;
};

bool is_list(const std::string& field) {
  const auto& lists = numbered_fields();
  return std::any_of(lists.begin(), lists.end(),
                     [&](const NumberedField& list) { return field == list.name; });
}

std::string list_line(const Part& part) {
  return part.heading.empty() ? part.text : part.heading + " " + part.text;
}

/// The passages of the record's own parts: each list is one passage.
std::vector<Passage> part_passages(const Record& record) {
  std::vector<Passage> made;
  if (record.title) made.push_back({"title", "", *record.title, "/title", 0});
  ItemText items(record);
  for (const Part& part : parts(record)) {
    if (!is_list(part.field)) {
      made.push_back({part.field, part.heading, part.text, part.pointer, 0});
      continue;
    }
    // Minutes list all resolutions once more; they are found in their items.
    if (items.holds(without_spaces(part.text))) continue;
    if (made.empty() || made.back().field != part.field) {
      made.push_back({part.field, "", list_line(part), "/" + part.field, 0});
    } else {
      made.back().text += "\n" + list_line(part);
    }
  }
  return made;
}

std::vector<Passage> item_passages(const Item& item, const std::string& pointer) {
  std::vector<Passage> made;
  if (!item.title.empty()) made.push_back({"title", "", item.title, pointer + "/title", 0});
  if (!item.text.empty()) made.push_back({"body", "", item.text, pointer + "/text", 0});
  std::string resolved;
  for (const std::string& resolution : item.resolutions) {
    resolved += (resolved.empty() ? "" : "\n") + resolution;
  }
  if (!resolved.empty()) {
    made.push_back({"resolutions", "", resolved, pointer + "/resolutions", 0});
  }
  return made;
}

/// A field that names no heading of its own bears that of the section that it begins.
void add_headings(const Record& record, const Document& doc, std::vector<FieldPassage>& fields) {
  constexpr std::size_t kLongestNumbering = 1000;  // bytes
  std::vector<const SectionRange*> sections;
  for (const SectionRange& section : record.sections) {
    if (!section.range.empty()) sections.push_back(&section);
  }
  std::stable_sort(sections.begin(), sections.end(),
                   [](const auto* a, const auto* b) { return a->range.begin < b->range.begin; });
  for (FieldPassage& field : fields) {
    const bool wants = field.passage.heading.empty() && field.passage.field != "title";
    if (!wants || field.ranges.empty() || field.ranges.front().empty()) continue;
    const std::size_t begin = field.ranges.front().begin;
    const auto after = std::partition_point(
        sections.begin(), sections.end(),
        [&](const SectionRange* section) { return section->range.begin <= begin; });
    if (after == sections.begin()) continue;
    const SectionRange& section = **std::prev(after);
    if (begin >= section.range.end || begin - section.range.begin > kLongestNumbering) continue;
    if (only_numbering(slice(doc, {section.range.begin, begin}))) {
      field.passage.heading = section.heading;
    }
  }
}

/// "/7": the number as printed without spaces, or the place; never the same twice in a record.
std::string item_suffix(const Item& item, std::size_t place, std::map<std::string, int>& used) {
  std::string suffix = without_spaces(item.number.value_or(""));
  const bool plain = std::all_of(suffix.begin(), suffix.end(),
                                 [](char c) { return c > ' ' && c < 0x7f && c != '/'; });
  if (suffix.empty() || suffix.size() > kMaxItemNumber || !plain) suffix = std::to_string(place);
  const auto [known, fresh] = used.try_emplace(suffix, 1);
  if (fresh) return "/" + suffix;
  for (int& copy = known->second;; ++copy) {  // goes on where the last one of this number stopped
    const std::string mark =
        copy < 26 ? std::string(1, static_cast<char>('a' + copy)) : "." + std::to_string(copy);
    if (used.try_emplace(suffix + mark, 1).second) return "/" + suffix + mark;
  }
}

void fill_item(Entry& entry, const Item& item, const std::vector<FieldPassage>& fields) {
  entry.title = item.title;
  if (item.number) entry.references.push_back(*item.number);
  for (const FieldPassage& field : fields) {
    if (field.passage.page != 0) {
      entry.page = field.passage.page;
      break;
    }
  }
  for (const FieldPassage& field : fields) {
    entry.passages.push_back(field.passage);
    if (entry.passages.back().page == 0) entry.passages.back().page = entry.page;
  }
}

std::vector<FieldPassage> with_places(const Record& record, const Document& doc,
                                      std::vector<Passage> passages) {
  std::vector<FieldPassage> fields;
  for (Passage& passage : passages) {
    fields.push_back(field_passage(record, doc, std::move(passage)));
  }
  return fields;
}

}  // namespace

int page_at(int first, const std::vector<PageTurn>& turns, std::size_t at) {
  int page = first;
  for (const PageTurn& turn : turns) {
    if (turn.at <= at) page = turn.page;
  }
  return page;
}

Text entry_date(const Record& record) {
  for (const Text& date :
       {record.meeting_date, record.decision_date, record.publication_date, record.report_date}) {
    if (date) return date;
  }
  return std::nullopt;
}

std::vector<Entry> to_entries(const Record& record, const Document& doc) {
  std::vector<Entry> entries{entry_of(record)};
  add_life(entries[0], record);
  std::vector<FieldPassage> fields = with_places(record, doc, part_passages(record));
  add_headings(record, doc, fields);
  for (const FieldPassage& field : fields) {
    entries[0].passages.push_back(field.passage);
    if (entries[0].passages.back().page == 0) entries[0].passages.back().page = entries[0].page;
  }
  const std::vector<Passage> of_items = item_values(record);
  std::map<std::string, int> used;  // ids, and how many copies of each were tried
  for (std::size_t i = 0; i < record.items.size(); ++i) {
    const Item& item = record.items[i];
    const auto of_item =
        with_places(record, doc, item_passages(item, "/items/" + std::to_string(i)));
    Entry entry = entry_of(record);
    entry.id += item_suffix(item, i + 1, used);
    entry.values = of_items;
    fill_item(entry, item, of_item);
    entries.push_back(std::move(entry));
    fields.insert(fields.end(), of_item.begin(), of_item.end());
  }
  for (Passage& passage : body_passages(record, doc, fields)) {
    entries[0].passages.push_back(std::move(passage));
  }
  return entries;
}

}  // namespace moot
