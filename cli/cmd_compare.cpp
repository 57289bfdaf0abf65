#include <algorithm>
#include <ostream>

#include "cli/asking.hpp"
#include "cli/commands.hpp"
#include "cli/compare_formats.hpp"
#include "cli/destination.hpp"
#include "cli/find_record.hpp"
#include "cli/search_answer.hpp"
#include "cli/search_query.hpp"
#include "index/catalogue.hpp"
#include "index/compare.hpp"

namespace moot {
namespace {

/// A comparison, and what was looked for beside the query's words.
struct Answer {
  Comparison comparison;
  std::vector<Expansion> expansions;
};

CompareOptions options_of(const CompareCommand& command) {
  CompareOptions options;
  options.councils = command.search.council;
  options.each_paper = command.each_paper;
  options.over_time = command.over_time;
  options.limit = command.limit;
  options.fields = command.fields;
  return options;
}

Result<Answer> of_ids(const CompareCommand& command, const Searcher& searcher,
                      const std::string& index) {
  std::vector<std::string> ids;
  for (const std::string& typed : command.targets) {
    auto id = find_entry(searcher, index, typed);
    if (!id) return id.error();
    ids.push_back(std::move(*id));
  }
  auto comparison = compare_entries(searcher, ids, options_of(command));
  if (!comparison) return comparison.error();
  return Answer{std::move(*comparison), {}};
}

Result<Answer> of_query(const CompareCommand& command, const Searcher& searcher,
                        const std::string& index) {
  SearchCommand search = command.search;
  search.council.clear();
  const Result<Query> query = to_query(search);
  if (!query) return query.error();
  auto asked = expanded(*query, search.no_expand, searcher, index);
  if (!asked) return asked.error();
  auto comparison = compare_found(searcher, asked->query, *query, options_of(command));
  if (!comparison) return comparison.error();
  return Answer{std::move(*comparison), std::move(asked->expansions)};
}

std::string formatted(const CompareCommand& command, const Comparison& comparison,
                      const Console& console) {
  const std::string& query = command.search.query;
  switch (command.format) {
    case CompareFormat::Markdown:
      return comparison_to_markdown(comparison, query);
    case CompareFormat::Html:
      return comparison_to_html(comparison, query);
    case CompareFormat::Csv:
      return comparison_to_csv(comparison);
    case CompareFormat::Json:
      return comparison_to_json(comparison, query);
    case CompareFormat::Plain:
      break;
  }
  const bool file = !command.output.empty() && command.output != "-";
  return comparison_to_text(comparison,
                            {query, command.full, console.colour && !file, console.width});
}

int print(const CompareCommand& command, const Answer& answer, const Console& console) {
  Destination output(command.output, console);
  if (auto opened = output.open(); !opened) return report_failure(console, opened.error());
  auto done = output.put(formatted(command, answer.comparison, console));
  if (done) done = output.commit();
  if (!done) return report_failure(console, done.error());
  console.err << spoken_expansions(answer.expansions);
  return kDone;
}

}  // namespace

int run_compare(const CompareCommand& typed, const std::string& index, const Console& console) {
  if (auto ours = Catalogue::check_format(index); !ours) {
    return report_failure(console, ours.error());
  }
  const Result<Searcher> searcher = Searcher::open(index);
  if (!searcher) return report_failure(console, searcher.error());
  CompareCommand command = typed;
  const bool ids = !command.targets.empty() &&
                   std::all_of(command.targets.begin(), command.targets.end(), is_entry_id);
  if (ids) command.search.query.clear();
  const auto answer = ids ? of_ids(command, *searcher, index) : of_query(command, *searcher, index);
  if (!answer) return report_failure(console, answer.error());
  const auto& columns = answer->comparison.columns;
  const bool found = std::any_of(columns.begin(), columns.end(),
                                 [](const Column& column) { return !column.paper.id.empty(); });
  if (!found) {
    print_error(console.err,
                fail(ErrorKind::Usage, "no paper matches, so there is nothing to compare",
                     command.search.query, "'moot search' with these words tells why"));
    return kNothingFound;
  }
  const int code = print(command, *answer, console);
  if (const auto state = searcher->state()) {
    warn_if_behind(index, files_behind(index, state->generation), console);
  }
  return code;
}

}  // namespace moot
