#include <algorithm>
#include <ostream>

#include "cli/asking.hpp"
#include "cli/commands.hpp"
#include "cli/find_record.hpp"
#include "cli/trace_formats.hpp"
#include "index/catalogue.hpp"
#include "index/trace.hpp"

namespace moot {
namespace {

Result<std::vector<DecisionLife>> by_id(const Searcher& searcher, const std::string& index,
                                        const std::string& typed, const TraceOptions& options) {
  const Result<std::string> id = find_entry(searcher, index, typed);
  return id ? trace_entry(searcher, *id, options) : id.error();
}

Result<std::vector<DecisionLife>> traces_of(const Searcher& searcher, const TraceCommand& command,
                                            const std::string& index) {
  TraceOptions options;
  options.council = command.council;
  if (is_entry_id(command.target)) return by_id(searcher, index, command.target, options);
  auto traces = trace_number(searcher, command.target, options);
  const bool none = traces ? traces->empty() : traces.error().kind == ErrorKind::BadQuery;
  if (!none) return traces;
  // A few letters may be the start of an id.
  auto found = by_id(searcher, index, command.target, options);
  if (found || found.error().kind != ErrorKind::Usage) return found;
  if (!traces) return traces;  // what is wrong with the number
  return fail(
      ErrorKind::Usage, "no paper has this number, and no record's id starts so", command.target,
      command.council.empty() ? "" : "only papers of '" + command.council + "' were looked at");
}

void print_text(const std::vector<DecisionLife>& traces, const Console& console) {
  if (traces.size() > 1) {
    console.out << traces.size()
                << " lives have this number; --council NAME shows one council's\n\n";
  }
  for (const DecisionLife& trace : traces) {
    if (&trace != traces.data()) console.out << "\n\n";
    console.out << present_trace(trace, console.colour, console.width);
  }
}

}  // namespace

int run_trace(const TraceCommand& command, const std::string& index, const Console& console) {
  if (auto ours = Catalogue::check_format(index); !ours) {
    return report_failure(console, ours.error());
  }
  const Result<Searcher> searcher = Searcher::open(index);
  if (!searcher) return report_failure(console, searcher.error());
  const auto traces = traces_of(*searcher, command, index);
  const auto state = searcher->state();
  if (!traces) {
    print_error(console.err, traces.error());
    if (state) warn_if_behind(index, files_behind(index, state->generation), console);
    return traces.error().kind == ErrorKind::Usage ? kNothingFound : kFailed;
  }
  if (command.json) {
    console.out << traces_to_json(*traces, command.target);
  } else {
    print_text(*traces, console);
  }
  console.out.flush();
  if (state) warn_if_behind(index, files_behind(index, state->generation), console);
  const bool placed = std::any_of(traces->begin(), traces->end(),
                                  [](const DecisionLife& trace) { return !trace.steps.empty(); });
  return placed ? kDone : kNothingFound;
}

}  // namespace moot
