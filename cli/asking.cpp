#include "cli/asking.hpp"

#include "index/catalogue.hpp"

namespace moot {

Result<ExpandedQuery> expanded(const Query& query, bool no_expand, const Searcher& searcher,
                               const std::string& index) {
  if (no_expand) return ExpandedQuery{query, {}};
  const auto thesaurus = Thesaurus::of_index(index);
  if (!thesaurus) return thesaurus.error();
  return expand(query, *thesaurus, searcher.vocabulary());
}

std::size_t files_behind(const std::string& index, std::uint64_t generation) {
  const Result<Catalogue> catalogue = Catalogue::open_reader(index);
  if (!catalogue) return 0;
  const auto changes = catalogue->changes_since(generation);
  return changes ? changes->size() : 0;
}

void warn_if_behind(const std::string& index, std::size_t files, const Console& console) {
  if (files == 0) return;
  print_error(console.err,
              fail(ErrorKind::Index,
                   "the search index is behind the catalogue by " + std::to_string(files) +
                       (files == 1 ? " file" : " files"),
                   index, "papers read lately may be missing; the next 'moot ingest' mends it"));
}

}  // namespace moot
