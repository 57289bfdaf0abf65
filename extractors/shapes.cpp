#include "extractors/shapes.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include <re2/re2.h>

#include "extractors/people.hpp"
#include "extractors/values.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

std::string_view trimmed_view(std::string_view text) {
  constexpr std::string_view kEdges = " \n\t";
  text = text.substr(0, text.find_last_not_of(kEdges) + 1);
  text.remove_prefix(std::min(text.find_first_not_of(kEdges), text.size()));
  return text;
}

std::string trimmed(std::string_view text) {
  return std::string(trimmed_view(text));
}

/// A cell or line of figures rather than of words.
bool is_figures(std::string_view text) {
  std::size_t letters = 0, digits = 0;
  for (char c : text) {
    letters += std::isalpha(static_cast<unsigned char>(c)) != 0;
    digits += std::isdigit(static_cast<unsigned char>(c)) != 0;
  }
  return digits > 0 && digits >= letters;
}

/// A line to sign or to fill in: ".............. signed", "________ date".
bool is_blank_line(const std::string& text) {
  static const RE2 kBlank("(?i)[\\s.…_·-]*(?:(?:signed|signature|dated?|name)?[:\\s.…_·-]*)*");
  return RE2::FullMatch(text, kBlank);
}

/// The tables among the pieces that are no part of the prose: figures, or short cells side by side.
std::set<int> tables_of_figures(const PaperView& view, const std::vector<Piece>& pieces) {
  struct Look {
    std::size_t cells = 0, figures = 0, longest = 0;
  };
  std::map<int, Look> looks;
  for (const Piece& piece : pieces) {
    const int table = view.blocks()[piece.block].cell.table;
    if (table == 0) continue;
    const std::string text = view.text(piece.range);
    Look& look = looks[table];
    ++look.cells;
    look.figures += is_figures(text);
    look.longest = std::max(look.longest, text.size());
  }
  std::set<int> tables;
  for (const auto& [table, look] : looks) {
    if (look.cells >= 4 && (look.figures * 4 >= look.cells || look.longest < 80))
      tables.insert(table);
  }
  return tables;
}

}  // namespace

std::string joined_text(const PaperView& view, const std::vector<Piece>& pieces) {
  std::string out;
  for (const Piece& piece : pieces) {
    const std::string text = view.text(piece.range);
    if (!text.empty()) out += (out.empty() ? "" : " ") + text;
  }
  return out;
}

TextRange span_of(const std::vector<Piece>& pieces) {
  if (pieces.empty()) return {};
  return {pieces.front().range.begin, pieces.back().range.end};
}

namespace {

/// A cell's sentence that goes on in the row below, where small print beside it made the form one
/// row more.
bool goes_on_in_row_below(const PaperView& view, const Piece& piece, const std::string& text,
                          const std::string& before) {
  const Cell& cell = view.blocks()[piece.block].cell;
  const bool below = cell.table > 0 && piece.block > 0 &&
                     view.blocks()[piece.block - 1].cell.table == cell.table &&
                     view.blocks()[piece.block - 1].cell.column < cell.column;
  return below && text[0] >= 'a' && text[0] <= 'z' &&
         std::string_view(".;:!?").find(before.back()) == std::string_view::npos;
}

}  // namespace

std::vector<Value> read_prose(const PaperView& view, const std::vector<Piece>& pieces) {
  std::string out;
  const std::set<int> left_out = tables_of_figures(view, pieces);
  for (const Piece& piece : pieces) {
    if (left_out.contains(view.blocks()[piece.block].cell.table)) continue;
    const std::string text = trimmed(view.text(piece.range));
    if (is_blank_line(text)) {
      static const RE2 kSignature("(?i)\\bsign(?:ed|ature)\\b");
      if (RE2::PartialMatch(text, kSignature)) break;  // what stands below a signature is not prose
      continue;
    }
    if (!out.empty()) out += goes_on_in_row_below(view, piece, text, out) ? ' ' : '\n';
    out += text;
  }
  if (out.empty()) return {};
  Value value;
  value.text = std::move(out);
  value.range = span_of(pieces);
  return {value};
}

namespace {

Value person_value(const std::string& text, TextRange range) {
  Value value;
  value.range = range;
  if (auto person = parse_person(text)) {
    value.text = tidy_name(person->name.value_or(""), true);
    value.role = person->role;
  } else {
    value.role = text;
  }
  return value;
}

/// The lines of a piece, where each names a person: a list without marks.
std::vector<TextRange> lines_of_people(const PaperView& view, const Piece& piece) {
  std::vector<TextRange> lines;
  const Block& block = view.blocks()[piece.block];
  for (std::size_t i = block.first_line; i < block.last_line; ++i) {
    const Line& line = view.doc().lines[i];
    const TextRange part{std::max(line.range.begin, piece.range.begin),
                         std::min(line.range.end, piece.range.end)};
    if (line.role != LineRole::Body || part.empty()) continue;
    const auto person = parse_person(slice(view.doc(), part));
    if (!person || !person->name || !person->role) return {piece.range};
    lines.push_back(part);
  }
  return lines;
}

}  // namespace

std::vector<Value> read_people(const PaperView& view, const std::vector<Piece>& pieces) {
  std::vector<Value> values;
  for (const Piece& piece : pieces) {
    for (const TextRange& range : lines_of_people(view, piece)) {
      const std::string text = trimmed(view.text(range));
      if (!text.empty()) values.push_back(person_value(text, range));
    }
  }
  return values;
}

std::vector<Value> read_timetable(const PaperView& view, const std::vector<Piece>& pieces) {
  std::vector<Value> values;
  for (const Piece& piece : pieces) {
    const std::string text = trimmed(view.text(piece.range));
    const std::string key = fold(text);
    if (text.empty() || is_none(text) || key == "meeting" || key == "date" || key == "committee")
      continue;
    const auto dates = find_dates(text);
    const std::string before = dates.empty() ? text : trimmed(text.substr(0, dates[0].begin));
    if (!dates.empty() && before.size() < 12 && !values.empty() && !values.back().date) {
      values.back().date = dates[0].value;
      values.back().places["date"] = piece.range;
      continue;
    }
    if (before.empty()) continue;
    Value value;
    value.text = before;
    while (!value.text.empty() &&
           std::string_view(" ,:;-").find(value.text.back()) != std::string_view::npos) {
      value.text.pop_back();
    }
    for (const char* dash : {"–", "—"}) {
      if (value.text.ends_with(dash))
        value.text = trimmed(value.text.substr(0, value.text.size() - 3));
    }
    value.range = piece.range;
    if (!dates.empty()) {
      value.date = dates[0].value;
      const std::size_t length = dates[0].end - dates[0].begin;
      value.places["date"] = view.find(piece.range, text.substr(dates[0].begin, length));
    }
    values.push_back(std::move(value));
  }
  return values;
}

namespace {

/// Takes a dash, a comma or "on" off the end, and blanks; tells whether there was one.
bool cut_joint(std::string_view& text) {
  text = trimmed_view(text);
  for (std::string_view tail : {",", "-", "–", "—", ":", "on"}) {
    if (text.ends_with(tail) && (tail != "on" || text.ends_with(" on"))) {
      text.remove_suffix(tail.size());
      return true;
    }
  }
  return false;
}

/// "Cabinet - Thursday, 30 January": the day's name belongs to the date.
bool cut_day(std::string_view& text) {
  static constexpr std::string_view kDays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                               "friday", "saturday", "sunday"};
  const std::string folded = fold(text);
  for (std::string_view day : kDays) {
    if (folded.size() == text.size() && folded.ends_with(day)) {
      text.remove_suffix(day.size());
      return true;
    }
  }
  return false;
}

std::optional<std::string> as_body(const std::string& raw) {
  constexpr std::size_t kLongest = 160;  // bytes
  const auto dates = find_dates(raw);
  std::string_view text =
      std::string_view(raw).substr(0, dates.empty() ? raw.size() : dates[0].begin);
  // What is far too long stays so without a day's name.
  while (cut_joint(text) || (text.size() < 2 * kLongest && cut_day(text))) {
  }
  static const RE2 kAddressed("^(?i:(?:to )?(?:all )?members of (?:the )?)(.{4,})$");
  std::string body(text), inner;
  if (RE2::FullMatch(body, kAddressed, &inner)) body = inner;
  static const RE2 kMeetingOf(
      "(?i)^(?:(?:annual|general|ordinary|extraordinary|special|monthly|public|open|closed|exempt) "
      ")*"
      "(?:meeting|section|part) of "
      "(?:the )?(.{4,})$");
  if (RE2::FullMatch(body, kMeetingOf, &inner)) body = inner;
  static const RE2 kOrdinary(
      "(?i)^(?:ordinary|extraordinary|annual|monthly|special) ((?:parish|town|community) "
      "council)$");
  if (RE2::FullMatch(body, kOrdinary, &inner)) body = inner;
  static const RE2 kPeople("(?i)^(?:councillors?|cllrs?\\.?|mr|mrs|ms|dr)\\b.*");
  if (RE2::FullMatch(body, kPeople)) return {};     // members who are addressed by name
  if (fold(body).starts_with("above ")) return {};  // "the above Council": named elsewhere
  if (body.empty() || body.size() > kLongest || !starts_upper(body)) return {};
  return body;
}

std::optional<std::string> as_flag(const std::string& raw) {
  const auto flag = parse_flag(raw);
  if (!flag) return {};
  return *flag ? "yes" : "no";
}

/// What stands after "Yes -" or "No, because".
std::optional<std::string> as_after_flag(const std::string& raw) {
  if (!parse_flag(raw)) return {};
  std::size_t at = raw.find_first_of(" -,;:.");
  if (at == std::string::npos) return {};
  std::string_view rest = std::string_view(raw).substr(at);
  for (;;) {
    rest = trimmed_view(rest);
    bool cut = false;
    for (std::string_view lead : {"-", "–", "—", ",", ":", ";", "."}) {
      if (!rest.starts_with(lead)) continue;
      rest.remove_prefix(lead.size());
      cut = true;
    }
    if (!cut) break;
  }
  if (rest.size() < 4) return {};
  return std::string(rest);
}

std::optional<std::string> as_exempt(const std::string& raw) {
  const std::string key = fold(raw);
  // "Is the report exempt? Yes - Appendix 2": part of it is; "Public, with a private appendix".
  static const RE2 kPart(
      "\\b(?:in part|partly|part exempt|(?:except|but|apart from|with|save) .{0,30}(?:append|annex|"
      "exempt|private)|(?:append(?:ix|ices)|annex(?:es)?)\\b.{0,20}\\b(?:exempt|private|"
      "confidential|"
      "restricted))");
  if (RE2::PartialMatch(key, kPart)) return "part";
  if (const auto flag = parse_flag(raw)) return *flag ? "full" : "open";
  const auto starts = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return key.starts_with(word); });
  };
  // The answer to "Exempt?" or "Does the record hold exempt information?"
  if (starts({"yes in part", "yes - in part", "yes – in part", "yes, in part", "yes (in part",
              "part exempt", "part-exempt", "partly exempt", "partially exempt", "partly private",
              "part private", "in part"}))
    return "part";
  if (key == "yes" || starts({"yes ", "yes,", "yes."})) {
    static const RE2 kOnlySome("\\b(?:appendix|appendices|annex|annexes|enclosure)\\b");
    return RE2::PartialMatch(key, kOnlySome) ? "part" : "full";
  }
  if (key == "no" || starts({"no ", "no,", "no.", "not exempt", "not confidential"})) return "open";
  if (starts({"fully exempt", "exempt", "private", "confidential", "not for publication",
              "restricted"})) {
    return "full";
  }
  if (starts({"open", "public", "unrestricted", "for publication", "for general release"})) {
    return "open";
  }
  return {};
}

/// "Purpose: For Decision" says what the paper is for, not what it is about.
std::optional<std::string> as_summary(const std::string& raw) {
  static const RE2 kType(
      "(?i)(?:for )?(?:decision|information|noting|discussion|approval|consideration|"
      "endorsement|comment|determination)(?:\\s*(?:/|and|or|,)\\s*(?:for )?(?:decision|"
      "information|noting|discussion|approval|consideration|comment))*[.;]?");
  if (RE2::FullMatch(raw, kType)) return {};
  return raw;
}

/// A title: without a decision number before or after it.
std::optional<std::string> as_title(const std::string& raw) {
  std::string text = trimmed(raw);
  const auto is_reference = [](const std::string& part) {
    return part.find('/') != std::string::npos && parse_reference(part);
  };
  for (std::string_view dash : {" - ", " – ", " — "}) {
    const std::size_t at = text.find(dash);
    if (at != std::string::npos && at < 24 && is_reference(text.substr(0, at))) {
      text = trimmed(text.substr(at + dash.size()));
    }
    const std::size_t last = text.rfind(dash);
    if (last != std::string::npos && text.size() - last < 24 &&
        is_reference(text.substr(last + dash.size()))) {
      text = trimmed(text.substr(0, last));
    }
  }
  static const RE2 kAppendix(
      "(?i)^(?:appendix|annex|atodiad) [a-z0-9]{1,3}\\s*[:.–—-]\\s*(.{4,})$");
  // Forward plans mark their entries: "* Parks Plan (Key Decision) New!".
  static const RE2 kMarks(
      "(?i)(?:^\\*\\s*)|(?:\\s*(?:\\((?:key decision|non-key decision|(?:part|partly|fully) exempt|"
      "wl|kd)\\)|[-–—] (?:non-)?key decision|new!))+\\s*$");
  RE2::GlobalReplace(&text, kMarks, "");
  std::string rest;
  if (RE2::FullMatch(text, kAppendix, &rest)) text = rest;
  if (text.size() < 3) return {};
  return text;
}

}  // namespace

const std::vector<std::string>& normaliser_names() {
  static const std::vector<std::string> names = {"",          "date",    "body",       "title",
                                                 "reference", "flag",    "after-flag", "exempt",
                                                 "status",    "summary", "people"};
  return names;
}

std::optional<std::string> normalise_value(const std::string& normaliser, const std::string& raw) {
  // A narrow cell breaks a line before the label's colon.
  const std::string text = trimmed(raw.substr(std::min(raw.find_first_not_of(" \n:"), raw.size())));
  if (text.empty() || text == "!NotSet!") return {};
  if (normaliser == "date") return parse_date(text);
  if (normaliser == "body") return as_body(text);
  if (normaliser == "title") return as_title(text);
  if (normaliser == "reference") return parse_labelled_reference(text);
  if (normaliser == "flag") return as_flag(text);
  if (normaliser == "after-flag") return as_after_flag(text);
  if (normaliser == "exempt") return as_exempt(text);
  if (normaliser == "summary") return as_summary(text);
  if (normaliser == "status") {
    std::string value = text;
    // The link of a web page, not the page's word.
    static const RE2 kLink("(?i)\\s*\\bview reasons(?: restricted)?\\s*$");
    RE2::Replace(&value, kLink, "");
    while (!value.empty() && (value.back() == ';' || value.back() == '-' || value.back() == ' '))
      value.pop_back();
    // "Revenue %", "£'000", "No No": the headings of a table and its ticks are no such value.
    static const RE2 kOther("(?i)(?:.*%|£.{0,8}|(?:(?:yes|no|n/a|✓)[ ,;/]*)+)");
    return value.empty() || RE2::FullMatch(value, kOther) ? std::nullopt : std::optional(value);
  }
  return text;
}

}  // namespace moot
