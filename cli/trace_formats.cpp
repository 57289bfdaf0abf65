#include "cli/trace_formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "cli/output.hpp"
#include "cli/present.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kIndent = 12;  // columns: a date and two spaces
constexpr double kSure = 0.8;

const char* spoken(TraceStage stage) {
  static constexpr const char* kNames[] = {
      "Forward plan",       "Agenda",           "Report",
      "With the report",    "Committee's view", "Proposed record",
      "Record of decision", "Minutes",          "Call-in",
      "Afterwards"};
  return kNames[static_cast<std::size_t>(stage)];
}

std::string spoken(const TraceReason& reason) {
  const auto& table = trace_reasons();
  const auto help = std::find_if(table.begin(), table.end(), [&](const TraceReasonHelp& each) {
    return std::strcmp(each.what, reason.what) == 0;
  });
  std::string words = help == table.end() ? reason.what : help->help;
  if (!reason.evidence.empty()) words += ": " + reason.evidence;
  return words;
}

std::string joined(const std::vector<TraceReason>& reasons) {
  std::string all;
  for (const TraceReason& reason : reasons) all += (all.empty() ? "" : "; ") + spoken(reason);
  return all;
}

void add(std::string& line, const std::string& part) {
  if (part.empty()) return;
  line += (line.empty() ? "" : " \xC2\xB7 ") + part;
}

/// Writes one life.
class Writer {
 public:
  Writer(bool colour, int width) : colour_(colour), width_(width) {}

  std::string write(const DecisionLife& trace) {
    head(trace);
    if (trace.steps.empty()) out_ += "\nNo paper could be placed.\n";
    for (const TraceStep& step : trace.steps) {
      out_ += '\n';
      add_step(step);
      labelled("why", step.reasons);
      labelled("but", step.against);
    }
    unplaced(trace);
    ends(trace);
    return std::move(out_);
  }

 private:
  void line(std::size_t indent, const std::string& text, Tone tone) {
    out_ += std::string(indent, ' ');
    out_ += tinted(wrapped(printable(text), width_, indent), tone, colour_) + '\n';
  }

  void head(const DecisionLife& trace) {
    std::string numbers;
    for (const std::string& number : trace.numbers)
      numbers += (numbers.empty() ? "" : ", ") + number;
    std::string title = numbers;
    if (!trace.title.empty()) title += (title.empty() ? "" : "  ") + trace.title;
    line(0, title, Tone::Title);
    std::string where;
    add(where, trace.council.empty() ? "no council named" : trace.council);
    if (!trace.decision_maker.empty()) add(where, trace.decision_maker + " decides");
    if (!trace.references.empty()) {
      std::string references = "also";
      for (const std::string& reference : trace.references) references += " " + reference;
      add(where, references);
    }
    line(0, where, Tone::Dim);
  }

  void add_step(const TraceStep& step) {
    std::string date = step.date.empty() ? "no date" : step.date;
    date.resize(kIndent, ' ');
    std::string first = spoken(step.stage);
    if (step.stage == TraceStage::Afterwards || step.stage == TraceStage::CallIn) {
      add(first, spoken_name(step.entry.kind));
    }
    add(first, step.entry.body);
    add(first, step.entry.decision_status);
    if (std::strcmp(step.date_of, "notice") == 0) add(first, "date of its notice");
    if (std::strcmp(step.date_of, "pack") == 0) add(first, "date of its file");
    if (step.strength < kSure) add(first, "not sure");
    out_ += tinted(date, Tone::Label, colour_) + wrapped(printable(first), width_, kIndent) + '\n';
    if (!step.entry.title.empty()) line(kIndent, step.entry.title, Tone::Title);
    std::string where;
    if (step.page > 0) add(where, "page " + std::to_string(step.page));
    add(where, "id " + step.entry.id);
    line(kIndent, where, Tone::Dim);
  }

  void labelled(const char* label, const std::vector<TraceReason>& reasons) {
    if (!reasons.empty()) line(kIndent, std::string(label) + ": " + joined(reasons), Tone::Dim);
  }

  void unplaced(const DecisionLife& trace) {
    constexpr std::size_t kShown = 10;
    if (trace.unplaced.empty()) return;
    out_ += '\n' +
            tinted(fmt::format("Not placed: {}", trace.unplaced.size()), Tone::Title, colour_) +
            '\n';
    for (std::size_t i = 0; i < trace.unplaced.size() && i < kShown; ++i) {
      out_ += '\n';
      add_step(trace.unplaced[i]);
      labelled("for", trace.unplaced[i].reasons);
      labelled("against", trace.unplaced[i].against);
    }
    if (trace.unplaced.size() > kShown) {
      out_ += fmt::format("\n{} more: --format json has all\n", trace.unplaced.size() - kShown);
    }
  }

  void ends(const DecisionLife& trace) {
    if (!trace.named.empty()) {
      out_ += '\n' +
              tinted("Meetings that its papers name, of which nothing was found", Tone::Title,
                     colour_) +
              '\n';
    }
    for (const TraceMeeting& meeting : trace.named) {
      line(0, meeting.date + "  " + meeting.meeting + " \xC2\xB7 id " + meeting.id, Tone::Dim);
    }
    if (!trace.bounds.empty()) out_ += '\n';
    for (const TraceBound& bound : trace.bounds) {
      line(0,
           fmt::format("Looked at {} of {} entries, {} left out{}, for {}", bound.looked_at,
                       bound.found, bound.found - bound.looked_at,
                       bound.last_fitted ? "" : " (the last one looked at had little in common)",
                       bound.query),
           Tone::Dim);
    }
  }

  bool colour_;
  int width_;
  std::string out_;
};

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json council_of(const std::string& name, const std::string& code) {
  return name.empty() ? Json(nullptr) : Json{{"name", name}, {"code", text_or_null(code)}};
}

Json to_json(const std::vector<TraceReason>& reasons) {
  Json list = Json::array();
  for (const TraceReason& reason : reasons) {
    list.push_back({{"what", reason.what}, {"evidence", text_or_null(reason.evidence)}});
  }
  return list;
}

Json to_json(const TraceStep& step) {
  constexpr double kHundred = 100;
  const Entry& entry = step.entry;
  Json json;
  json["stage"] = to_string(step.stage);
  json["date"] = text_or_null(step.date);
  json["date_of"] = text_or_null(step.date_of);
  json["id"] = entry.id;
  json["record_id"] = entry.record_id;
  json["kind"] = entry.kind;
  json["council"] = council_of(entry.council, entry.council_code);
  json["body"] = text_or_null(entry.body);
  json["title"] = text_or_null(entry.title);
  json["decision_number"] = text_or_null(entry.decision_number);
  json["decision_status"] = text_or_null(entry.decision_status);
  json["source"] = {{"path", entry.path}, {"sha256", entry.sha256}};
  json["page"] = step.page > 0 ? Json(step.page) : Json(nullptr);
  json["strength"] = std::round(step.strength * kHundred) / kHundred;
  json["reasons"] = to_json(step.reasons);
  json["against"] = to_json(step.against);
  return json;
}

Json to_json(const std::vector<TraceStep>& steps) {
  Json list = Json::array();
  for (const TraceStep& step : steps) list.push_back(to_json(step));
  return list;
}

Json to_json(const DecisionLife& trace) {
  Json json;
  json["council"] = council_of(trace.council, trace.council_code);
  json["numbers"] = trace.numbers;
  json["references"] = trace.references;
  json["title"] = text_or_null(trace.title);
  json["decision_maker"] = text_or_null(trace.decision_maker);
  json["steps"] = to_json(trace.steps);
  json["unplaced"] = to_json(trace.unplaced);
  json["named"] = Json::array();
  for (const TraceMeeting& meeting : trace.named) {
    json["named"].push_back(
        {{"date", meeting.date}, {"meeting", meeting.meeting}, {"id", meeting.id}});
  }
  json["bounds"] = Json::array();
  for (const TraceBound& bound : trace.bounds) {
    json["bounds"].push_back({{"query", bound.query},
                              {"looked_at", bound.looked_at},
                              {"found", bound.found},
                              {"left_out", bound.found - bound.looked_at},
                              {"last_fitted", bound.last_fitted}});
  }
  return json;
}

}  // namespace

std::string present_trace(const DecisionLife& trace, bool colour, int width) {
  return Writer(colour, width).write(trace);
}

std::string traces_to_json(const std::vector<DecisionLife>& traces, const std::string& target) {
  Json json;
  json["schema"] = "moot.trace/1";
  json["target"] = target;
  json["lives"] = Json::array();
  for (const DecisionLife& trace : traces) json["lives"].push_back(to_json(trace));
  // What was typed, and paths, may hold bytes that are not UTF-8.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace moot
