#include <fmt/ostream.h>

#include <ostream>

#include "cli/commands.hpp"
#include "cli/hit_formats.hpp"
#include "cli/present.hpp"
#include "cli/search_query.hpp"
#include "index/catalogue.hpp"

namespace moot {
namespace {

void print_text(const SearchResults& results, const Console& console) {
  for (const Hit& hit : results.hits) {
    console.out << present_hit(hit, console.colour, console.width) << '\n';
  }
  fmt::print(console.out, "{} of {} {}\n", results.hits.size(), results.total,
             results.total == 1 ? "entry" : "entries");
}

/// Says so where the search index does not have yet all that the catalogue has.
void warn_if_behind(const std::string& index, const SearchResults& results,
                    const Console& console) {
  const Result<Catalogue> catalogue = Catalogue::open_reader(index);
  if (!catalogue) return;
  const auto generation = catalogue->generation();
  if (!generation || *generation <= results.generation) return;
  print_error(console.err,
              fail(ErrorKind::Index, "the search index is behind the catalogue", index,
                   "papers read lately may be missing; the next 'moot ingest' mends it"));
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
  SearchOptions options;
  options.limit = command.limit;
  options.offset = command.offset;
  const auto results = searcher->search(*query, options);
  if (!results) return report_failure(console, results.error());
  switch (command.format) {
    case HitFormat::Plain:
      print_text(*results, console);
      break;
    case HitFormat::Json:
      console.out << hits_to_json(*results, *query, options);
      break;
    case HitFormat::Csv:
      console.out << hits_to_csv(*results);
      break;
  }
  console.out.flush();
  warn_if_behind(index, *results, console);
  return results->total > 0 ? kDone : kNothingFound;
}

}  // namespace moot
