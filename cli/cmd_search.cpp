#include <ostream>

#include "cli/asking.hpp"
#include "cli/commands.hpp"
#include "cli/hit_formats.hpp"
#include "cli/search_answer.hpp"
#include "cli/search_query.hpp"
#include "index/catalogue.hpp"
#include "index/nearest.hpp"

namespace moot {
namespace {

/// What comes nearest to a query that finds nothing.
Result<Done> add_nearest(const Searcher& searcher, Respeller& respeller, SearchAnswer& answer) {
  const auto query = nearest_query(respeller, answer.query);
  if (!query) return query.error();
  if (!*query) return Done{};
  SearchOptions options = answer.options;
  options.offset = 0;
  options.facets = false;
  auto results = searcher.search(**query, options);
  if (!results) return results.error();
  answer.nearest = std::move(results->hits);
  return Done{};
}

/// Looks for the query with what the thesaurus adds, and why it finds nothing where it does.
Result<SearchAnswer> answer_to(const SearchCommand& command, const Query& query,
                               const Searcher& searcher, const std::string& index) {
  auto asked = expanded(query, command.no_expand, searcher, index);
  if (!asked) return asked.error();
  SearchAnswer answer;
  answer.query = std::move(asked->query);
  answer.expansions = std::move(asked->expansions);
  answer.options.limit = command.limit;
  answer.options.offset = command.offset;
  answer.options.facets = command.facets;
  answer.options.explain = command.explain;
  auto results = searcher.search(answer.query, answer.options);
  if (!results) return results.error();
  answer.results = std::move(*results);
  if (answer.results.total == 0) {
    Respeller respeller(searcher);
    auto clues = diagnose(searcher, respeller, answer.query);
    if (!clues) return clues.error();
    answer.clues = std::move(*clues);
    if (auto done = add_nearest(searcher, respeller, answer); !done) return done.error();
  }
  answer.files_behind = files_behind(index, answer.results.generation);
  return answer;
}

}  // namespace

int run_search(const SearchCommand& command, const std::string& index, const Console& console) {
  const Result<Query> query = to_query(command);
  if (!query) return report_failure(console, query.error());
  if (auto ours = Catalogue::check_format(index); !ours) {
    return report_failure(console, ours.error());
  }
  const Result<Searcher> searcher = Searcher::open(index);
  if (!searcher) return report_failure(console, searcher.error());
  const auto answer = answer_to(command, *query, *searcher, index);
  if (!answer) return report_failure(console, answer.error());
  switch (command.format) {
    case HitFormat::Plain:
      console.out << present_answer(*answer, console.colour, console.width);
      break;
    case HitFormat::Json:
      console.out << hits_to_json(*answer);
      break;
    case HitFormat::Csv:
      console.out << hits_to_csv(answer->results);
      console.err << spoken_expansions(answer->expansions);
      break;
  }
  console.out.flush();
  for (const std::string& option : likely_slips(command.query)) {
    console.err << "moot: '-" << option << "' leaves out a word; the option is --" << option
                << '\n';
  }
  warn_if_behind(index, answer->files_behind, console);
  return answer->results.total > 0 ? kDone : kNothingFound;
}

}  // namespace moot
