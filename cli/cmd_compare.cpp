#include <algorithm>
#include <ostream>

#include "cli/asking.hpp"
#include "cli/commands.hpp"
#include "cli/compare_formats.hpp"
#include "cli/destination.hpp"
#include "cli/find_record.hpp"
#include "cli/matrix_formats.hpp"
#include "cli/search_answer.hpp"
#include "cli/search_query.hpp"
#include "extractors/gazetteer.hpp"
#include "index/catalogue.hpp"
#include "index/compare.hpp"
#include "index/matrix.hpp"
#include "index/query_nodes.hpp"

namespace moot {
namespace {

/// A comparison, and what was looked for beside the query's words.
struct Answer {
  Comparison comparison;
  std::vector<Expansion> expansions;
};

CompareOptions options_of(const CompareCommand& command) {
  CompareOptions options;
  options.each_paper = command.each_paper;
  options.over_time = command.over_time;
  if (command.limit > 0) options.limit = command.limit;
  options.fields = command.fields;
  return options;
}

/// The councils that were typed, with those before and after a reorganisation; says of which the
/// index has no paper at all.
Result<std::vector<CouncilAsked>> councils_of(const SearchCommand& search, const Searcher& searcher,
                                              const std::string& index, const Console& console) {
  std::vector<CouncilAsked> councils;
  for (const std::string& name : search.council) {
    Query alone;
    alone.root = filter_node("council", name);
    const auto asked = expanded(alone, search.no_expand, searcher, index);
    if (!asked) return asked.error();
    const auto papers = searcher.has(asked->query.root);
    if (!papers) return papers.error();
    if (!*papers) {
      const bool known = lookup_authority(name).has_value();
      print_error(console.err,
                  fail(ErrorKind::Usage,
                       known ? "the index has no paper of this council"
                             : "the index has no paper of this council, and no council is known "
                               "by this name or code",
                       name));
    }
    councils.push_back({name, asked->query.root});
  }
  return councils;
}

Result<Answer> of_ids(const CompareCommand& command, const Searcher& searcher,
                      const std::string& index) {
  SearchCommand filters = command.search;
  filters.query.clear();
  if (has_options(filters) || command.each_paper) {
    return fail(ErrorKind::Usage, "ids say which papers to compare; no filter goes with them", {},
                "leave out the options that choose papers");
  }
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

/// The query of the words and filters, without the councils: these are columns or rows.
Result<Query> typed_query(const CompareCommand& command) {
  SearchCommand search = command.search;
  search.council.clear();
  return to_query(search);
}

Result<Answer> of_query(const CompareCommand& command, const Searcher& searcher,
                        const std::string& index, const Console& console) {
  const Result<Query> query = typed_query(command);
  if (!query) return query.error();
  auto asked = expanded(*query, command.search.no_expand, searcher, index);
  if (!asked) return asked.error();
  auto councils = councils_of(command.search, searcher, index, console);
  if (!councils) return councils.error();
  CompareOptions options = options_of(command);
  options.councils = std::move(*councils);
  auto comparison = compare_found(searcher, asked->query, *query, options);
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

int print(const CompareCommand& command, const std::string& text,
          const std::vector<Expansion>& expansions, const Console& console) {
  Destination output(command.output, console);
  if (auto opened = output.open(); !opened) return report_failure(console, opened.error());
  auto done = output.put(text);
  if (done) done = output.commit();
  if (!done) return report_failure(console, done.error());
  console.err << spoken_expansions(expansions);
  return kDone;
}

int report_nothing(const CompareCommand& command, const Console& console) {
  print_error(console.err,
              fail(ErrorKind::Usage, "no paper matches, so there is nothing to compare",
                   command.search.query, "'moot search' with these words tells why"));
  return kNothingFound;
}

std::string formatted(const CompareCommand& command, const Matrix& matrix, const Console& console) {
  const std::string& query = command.search.query;
  switch (command.format) {
    case CompareFormat::Markdown:
      return matrix_to_markdown(matrix, query);
    case CompareFormat::Html:
      return matrix_to_html(matrix, query);
    case CompareFormat::Csv:
      return matrix_to_csv(matrix);
    case CompareFormat::Json:
      return matrix_to_json(matrix, query);
    case CompareFormat::Plain:
      break;
  }
  const bool file = !command.output.empty() && command.output != "-";
  return matrix_to_text(matrix, {query, console.colour && !file, console.width});
}

int run_matrix(const CompareCommand& command, const Searcher& searcher, const std::string& index,
               const Console& console) {
  const Result<Query> query = typed_query(command);
  if (!query) return report_failure(console, query.error());
  const auto asked = expanded(*query, command.search.no_expand, searcher, index);
  if (!asked) return report_failure(console, asked.error());
  auto councils = councils_of(command.search, searcher, index, console);
  if (!councils) return report_failure(console, councils.error());
  MatrixOptions options;
  options.councils = std::move(*councils);
  options.facts = command.facts;
  options.all_councils = command.all_councils;
  if (command.limit > 0) options.limit = command.limit;
  const auto matrix = matrix_of(searcher, asked->query, *query, options);
  if (!matrix) return report_failure(console, matrix.error());
  if (matrix->with_paper == 0) return report_nothing(command, console);
  return print(command, formatted(command, *matrix, console), asked->expansions, console);
}

int run_comparison(const CompareCommand& command, bool ids, const Searcher& searcher,
                   const std::string& index, const Console& console) {
  const auto answer =
      ids ? of_ids(command, searcher, index) : of_query(command, searcher, index, console);
  if (!answer) return report_failure(console, answer.error());
  const auto& columns = answer->comparison.columns;
  const bool found = std::any_of(columns.begin(), columns.end(),
                                 [](const Column& column) { return !column.paper.id.empty(); });
  if (!found) return report_nothing(command, console);
  const int code =
      print(command, formatted(command, answer->comparison, console), answer->expansions, console);
  if (command.over_time && columns.size() < 2) {
    print_error(console.err,
                fail(ErrorKind::Usage, "only one paper matches, so nothing could change", {},
                     "papers that state no council can be given one: 'moot ingest --facts'"));
  }
  return code;
}

/// What the options cannot check one by one.
Result<Done> check(const CompareCommand& command, bool ids) {
  constexpr std::size_t kMostColumns = 50;
  if (command.matrix && ids) {
    return fail(ErrorKind::Usage, "a matrix is of what a query finds, not of papers by their ids",
                "--matrix", "'moot compare' with the ids alone sets these papers side by side");
  }
  if (!command.matrix && command.limit > kMostColumns) {
    return fail(ErrorKind::Usage, "a comparison has 50 columns at most", "--limit",
                "--matrix has a row for each council, and up to 1,000 of them");
  }
  return Done{};
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
  if (auto sound = check(command, ids); !sound) return report_failure(console, sound.error());
  const int code = command.matrix ? run_matrix(command, *searcher, index, console)
                                  : run_comparison(command, ids, *searcher, index, console);
  if (code != kDone) return code;
  if (const auto state = searcher->state()) {
    warn_if_behind(index, files_behind(index, state->generation), console);
  }
  return code;
}

}  // namespace moot
