// A query -> its tree -> hits in a small index.

#include "index/query.hpp"

#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include "extractors/extract.hpp"
#include "index/diagnose.hpp"
#include "index/expand.hpp"
#include "index/nearest.hpp"
#include "index/search.hpp"
#include "index/xapian_query.hpp"
#include "pipeline/normalise.hpp"
#include "pipeline/read.hpp"
#include "tests/fuzz/checks.hpp"

using namespace moot;

namespace {

constexpr std::string_view kPaper =
    R"(# Minutes of a meeting of Weston Parish Council held on 1 January 2024

Present: Cllr A Day, Cllr B Poe

1. Parks

The café in the parks is to be mended, at a cost of £1,234.

RESOLVED: that the plan for the parks (AB/12/345) be agreed.

2. Legal implications

Note the equality duty.
)";

/// An index of one paper in a folder that goes at the end.
struct SmallIndex {
  SmallIndex() {
    std::string name = (std::filesystem::temp_directory_path() / "moot-fuzz-XXXXXX").string();
    test::must(mkdtemp(name.data()) != nullptr, "a folder can be made");
    folder = name;
    const auto rules = RuleSet::built_in();
    const auto doc = read_document(kPaper);
    auto writer = IndexWriter::open(folder);
    test::must(rules && doc && writer, "an index can be made");
    for (const Record& record : extract(*doc, *rules, "made.txt")) {
      test::must(writer->replace(doc->sha256, to_entries(record, *doc)).has_value(), "and filled");
    }
    test::must(writer->commit(1).has_value(), "and committed");
  }
  ~SmallIndex() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
  std::string folder;
};

void check_hits(const SearchResults& results) {
  test::must(results.total >= results.hits.size(), "hits are counted");
  for (const Hit& hit : results.hits) {
    const std::string& text = hit.snippet.text;
    test::must(is_utf8(text), "a snippet is UTF-8");
    for (const TextRange at : hit.snippet.highlights) {
      test::must(at.begin < at.end && at.end <= text.size(), "marks lie in the snippet");
    }
  }
}

bool has_not(const QueryNode& node) {
  return node.kind == QueryNode::Kind::Not ||
         std::any_of(node.children.begin(), node.children.end(), has_not);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SmallIndex index;
  static const auto searcher = Searcher::open(index.folder);
  static Stemmer stemmer;
  const auto query = parse_query({reinterpret_cast<const char*>(data), size});
  if (!query) {
    test::must(query.error().kind == ErrorKind::BadQuery, "a bad query is called so");
    test::must(is_utf8(query.error().message) && is_utf8(query.error().hint), "in UTF-8");
    return 0;
  }
  to_string(query->root);
  to_xapian(query->root, stemmer);
  leaves_of(query->root, stemmer);
  wanted_parts(query->root);
  test::must(is_utf8(to_query_text(query->root)) || !is_utf8(query->text), "in UTF-8");
  const ExpandedQuery expanded = expand(*query, Thesaurus::built_in(), searcher->vocabulary());
  SearchOptions options;
  options.facets = options.explain = true;
  const auto results = searcher->search(expanded.query, options);
  if (results) check_hits(*results);
  const auto typed = searcher->search(*query, {});
  test::must(!results || !typed || typed->total <= results->total || has_not(query->root),
             "what is looked for beside the words takes no hit away");
  if (!results || results->total > 0) return 0;
  Respeller respeller(*searcher);
  test::must(diagnose(*searcher, respeller, expanded.query).has_value(),
             "why nothing is found is known");
  test::must(nearest_query(respeller, expanded.query).has_value(), "what comes nearest is known");
  return 0;
}
