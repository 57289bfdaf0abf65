#include "cli/present.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "cli/output.hpp"
#include "extractors/record_json.hpp"

namespace moot {
namespace {

/// Fields that are printed as paragraphs under a heading of their own, not as label and value.
constexpr std::array<std::string_view, 6> kProse = {"summary",       "proposed_decision",
                                                    "reasons",       "consultation",
                                                    "dispensations", "conflicts_of_interest"};
constexpr std::size_t kLabelColumns = 22;
constexpr std::size_t kHitMargin = 5;  // what "  1. " takes

bool is_prose(std::string_view field) {
  return std::find(kProse.begin(), kProse.end(), field) != kProse.end();
}

void join(std::string& line, const std::string& part) {
  if (part.empty()) return;
  if (!line.empty()) line += " · ";
  line += part;
}

std::string best_date(const Record& record) {
  for (const Text& date :
       {record.meeting_date, record.decision_date, record.publication_date, record.report_date}) {
    if (date) return *date;
  }
  return {};
}

std::string spoken_evidence(const Evidence& evidence) {
  std::string line;
  std::string where;
  for (const Place& place : evidence.where) {
    const std::string spoken = spoken_place(place);
    if (!spoken.empty()) where += (where.empty() ? "" : ", ") + spoken;
  }
  join(line, where);
  if (!evidence.rule.empty()) join(line, "rule " + evidence.rule);
  join(line, evidence.confidence ? fmt::format("confidence {:.2f}", *evidence.confidence)
                                 : std::string("confidence not measured"));
  join(line, std::string(to_string(evidence.basis)));
  return line;
}

/// Builds the text of one record, part by part.
class Presenter {
 public:
  Presenter(const Record& record, const PresentOptions& options)
      : record_(record), options_(options) {}

  std::string run() {
    head();
    if (options_.item.empty()) {
      facts();
      prose_and_lists();
    }
    items();
    tail();
    return std::move(out_);
  }

 private:
  void head();
  void facts();
  void prose_and_lists();
  void implications();
  void people();
  void items();
  void tail();

  void heading(std::string_view text) {
    out_ += '\n' + tinted(text, Tone::Title, options_.colour) + '\n';
  }

  /// Text at `indent`, wrapped; what stands in front of it on the line is `lead`.
  void paragraph(const std::string& lead, std::string_view text, std::size_t indent) {
    out_ += std::string(indent, ' ') + lead;
    const std::size_t inner = indent + display_width(lead);
    out_ += wrapped(printable(text, true), options_.width, inner) + '\n';
  }

  void fact(std::string_view label, std::string_view value, const std::string& pointer) {
    std::string name(label);
    name.resize(std::max(name.size() + 1, kLabelColumns), ' ');
    out_ += "  " + tinted(name, Tone::Label, options_.colour);
    out_ += wrapped(printable(value, true), options_.width, 2 + name.size()) + '\n';
    evidence(pointer, 2 + kLabelColumns);
  }

  void prose(std::string_view field, const Text& text) {
    if (!text) return;
    heading(spoken_name(field));
    paragraph("", *text, 2);
    evidence("/" + std::string(field), 2);
  }

  void numbered(std::string_view field, const std::vector<NumberedText>& list) {
    if (list.empty()) return;
    heading(spoken_name(field));
    for (std::size_t i = 0; i < list.size(); ++i) {
      paragraph(list[i].number ? *list[i].number + "  " : "- ", list[i].text, 2);
      evidence(fmt::format("/{}/{}", field, i), 4);
    }
  }

  void plain_list(std::string_view field, const std::vector<std::string>& list) {
    if (list.empty()) return;
    heading(spoken_name(field));
    for (std::size_t i = 0; i < list.size(); ++i) {
      paragraph("- ", list[i], 2);
      evidence(fmt::format("/{}/{}", field, i), 4);
    }
  }

  /// The evidence of a value and of the values inside it, each different line once. What has no
  /// pointer has no evidence.
  void evidence(const std::string& pointer, std::size_t indent) {
    if (!options_.evidence || pointer.empty()) return;
    std::vector<std::string> lines;
    for (auto it = record_.evidence.lower_bound(pointer); it != record_.evidence.end(); ++it) {
      const std::string& key = it->first;
      if (key.compare(0, pointer.size(), pointer) != 0) break;
      if (key.size() > pointer.size() && key[pointer.size()] != '/') continue;
      std::string line = spoken_evidence(it->second);
      if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
    }
    for (const std::string& line : lines) {
      out_ += std::string(indent, ' ') + tinted("^ " + line, Tone::Dim, options_.colour) + '\n';
    }
  }

  const Record& record_;
  const PresentOptions& options_;
  std::string out_;
};

void Presenter::head() {
  const std::string title = record_.title ? *record_.title : "(no title)";
  out_ += tinted(wrapped(printable(title), options_.width, 0), Tone::Title, options_.colour) + '\n';
  std::string line;
  join(line, spoken_name(record_.kind));
  if (record_.council) join(line, record_.council->name);
  if (record_.body) join(line, *record_.body);
  join(line, best_date(record_));
  out_ += wrapped(printable(line), options_.width, 0) + '\n';
  evidence("/title", 0);
}

void Presenter::facts() {
  out_ += '\n';
  fact("Kind", spoken_name(record_.kind), "/kind");
  if (record_.council) {
    const Council& council = *record_.council;
    fact("Council", council.code ? council.name + " (" + *council.code + ")" : council.name,
         "/council");
  }
  for (const TextField& field : text_fields()) {
    const Text& value = record_.*field.member;
    const std::string name = field.name;
    if (value && name != "title" && !is_prose(name)) fact(spoken_name(name), *value, "/" + name);
  }
  const auto yes_no = [&](const char* name, const std::optional<bool>& value) {
    if (value) fact(spoken_name(name), *value ? "yes" : "no", std::string("/") + name);
  };
  yes_no("key_decision", record_.key_decision);
  yes_no("call_in", record_.call_in);
  for (std::size_t i = 0; i < record_.from.size(); ++i) {
    std::string who = record_.from[i].name.value_or("");
    if (record_.from[i].role) who += (who.empty() ? "" : ", ") + *record_.from[i].role;
    fact("From", who, fmt::format("/from/{}", i));
  }
}

void Presenter::implications() {
  if (record_.implications.empty()) return;
  heading("Implications");
  for (std::size_t i = 0; i < record_.implications.size(); ++i) {
    const Implication& one = record_.implications[i];
    std::string label = spoken_name(one.kind);
    if (!one.heading.empty()) label += " (\"" + one.heading + "\")";
    out_ += "  " + tinted(printable(label), Tone::Label, options_.colour) + '\n';
    if (!one.text.empty()) paragraph("", one.text, 4);
    if (one.sign_off) paragraph("Sign-off: ", *one.sign_off, 4);
    evidence(fmt::format("/implications/{}", i), 4);
  }
}

void Presenter::people() {
  if (!record_.timetable.empty()) heading("Timetable");
  for (std::size_t i = 0; i < record_.timetable.size(); ++i) {
    const TimetableStep& step = record_.timetable[i];
    paragraph("- ", step.date ? *step.date + "  " + step.meeting : step.meeting, 2);
    evidence(fmt::format("/timetable/{}", i), 4);
  }
  if (!record_.contacts.empty()) heading("Contacts");
  for (std::size_t i = 0; i < record_.contacts.size(); ++i) {
    const Contact& contact = record_.contacts[i];
    std::string line;
    for (const Text& part : {contact.name, contact.role, contact.phone, contact.email}) {
      if (part) join(line, *part);
    }
    paragraph("- ", line, 2);
    evidence(fmt::format("/contacts/{}", i), 4);
  }
}

void Presenter::prose_and_lists() {
  const auto text = [&](std::string_view name) {
    for (const TextField& field : text_fields()) {
      if (name == field.name) prose(name, record_.*field.member);
    }
  };
  text("summary");
  text("proposed_decision");
  for (const NumberedField& field : numbered_fields()) {
    numbered(field.name, record_.*field.member);
  }
  text("reasons");
  implications();
  text("consultation");
  text("conflicts_of_interest");
  text("dispensations");
  for (const ListField& field : list_fields()) plain_list(field.name, record_.*field.member);
  people();
}

void Presenter::items() {
  bool headed = false;
  for (std::size_t i = 0; i < record_.items.size(); ++i) {
    const Item& item = record_.items[i];
    const std::string place = std::to_string(i + 1);
    const bool wanted =
        options_.item.empty() || item.number == options_.item || place == options_.item;
    if (!wanted) continue;
    if (!headed) heading("Items");
    headed = true;
    paragraph(item.number ? *item.number + "  " : "- ", item.title, 2);
    if (!options_.item.empty() && !item.text.empty()) paragraph("", item.text, 4);
    for (const std::string& resolution : item.resolutions) paragraph("Resolved: ", resolution, 4);
    evidence(fmt::format("/items/{}", i), 4);
  }
}

void Presenter::tail() {
  out_ += '\n';
  for (const Note& note : record_.notes) {
    fact("Note", note.page > 0 ? fmt::format("{} (page {})", note.what, note.page) : note.what, {});
  }
  std::string source = record_.source.path;
  if (record_.source.pages) {
    const auto [first, last] = *record_.source.pages;
    source += first == last ? fmt::format(", page {}", first)
                            : fmt::format(", pages {} to {}", first, last);
    if (record_.source.page_count) source += fmt::format(" of {}", *record_.source.page_count);
  }
  fact("File", source, "/source");
  fact("Id", record_.id, "/id");
  for (const auto& [label, text] : options_.about) fact(label, text, {});
}

/// The snippet with its matching words set off.
std::string highlighted(const Snippet& snippet, bool colour) {
  std::string out;
  std::size_t done = 0;
  for (const TextRange& range : snippet.highlights) {
    if (range.begin < done || range.end > snippet.text.size()) continue;
    out += printable(std::string_view(snippet.text).substr(done, range.begin - done));
    const std::string words =
        printable(std::string_view(snippet.text).substr(range.begin, range.end - range.begin));
    out += tinted(words, Tone::Match, colour);
    done = range.end;
  }
  return out + printable(std::string_view(snippet.text).substr(done));
}

/// Rank and title, and a line of where it comes from.
std::string hit_lines(const Hit& hit, bool colour, int width) {
  const Entry& entry = hit.entry;
  std::string out = fmt::format("{:>3}. ", hit.rank);
  out += tinted(wrapped(printable(spoken_title(entry)), width, kHitMargin), Tone::Title, colour) +
         '\n';
  std::string line;
  for (const std::string& part :
       {entry.council, entry.body, entry.date, entry.decision_number, spoken_name(entry.kind)}) {
    join(line, part);
  }
  return out + std::string(kHitMargin, ' ') + wrapped(printable(line), width, kHitMargin) + '\n';
}

}  // namespace

std::string spoken_name(std::string_view field) {
  static constexpr std::pair<std::string_view, const char*> kSpecial[] = {
      {"hr", "HR"},
      {"ict", "ICT"},
      {"crime_disorder", "Crime and disorder"},
      {"health_safety", "Health and safety"}};
  for (const auto& [key, spoken] : kSpecial) {
    if (field == key) return spoken;
  }
  std::string name(field);
  std::replace(name.begin(), name.end(), '_', ' ');
  if (!name.empty()) {
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  }
  return name;
}

std::string spoken_title(const Entry& entry) {
  if (!entry.title.empty()) return entry.title;
  if (entry.body.empty()) return spoken_name(entry.kind) + " (no title)";
  return spoken_name(entry.kind) + " of " + entry.body;
}

std::string spoken_place(const Place& place) {
  if (place.page == 0) return {};
  return fmt::format("p{} [{:.1f} {:.1f} {:.1f} {:.1f}]", place.page, place.box.x0, place.box.y0,
                     place.box.x1, place.box.y1);
}

std::string present_record(const Record& record, const PresentOptions& options) {
  return Presenter(record, options).run();
}

std::string present_head(const Hit& hit, bool colour, int width) {
  const std::string margin(kHitMargin, ' ');
  return hit_lines(hit, colour, width) + margin + tinted("id " + hit.entry.id, Tone::Dim, colour) +
         '\n';
}

std::string present_hit(const Hit& hit, bool colour, int width) {
  const std::string margin(kHitMargin, ' ');
  std::string label = hit.page > 0 ? fmt::format("page {}", hit.page) : std::string();
  join(label, spoken_name(hit.field));
  if (!label.empty()) label += ": ";
  return hit_lines(hit, colour, width) + margin + tinted(label, Tone::Label, colour) +
         wrapped(highlighted(hit.snippet, colour), width, kHitMargin) + '\n' + margin +
         tinted("id " + hit.entry.id, Tone::Dim, colour) + '\n';
}

}  // namespace moot
