// How other ways to rank would order what `moot search` finds: `weightings INDEX < QUERIES` reads a
// query a line and prints, for each way, a line with its name and then a line a query with the ids
// of its first fifty entries, a space between two. check_search.py --compare measures them.
//
// Queries are expanded as `moot search` does it, and what comes nearest stands for no hits;
// standing items are left where their words put them.

#include <cstdio>
#include <functional>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>

#include "index/expand.hpp"
#include "index/nearest.hpp"
#include "index/query_nodes.hpp"
#include "index/search.hpp"
#include "index/terms.hpp"
#include "index/xapian_guard.hpp"
#include "index/xapian_query.hpp"

namespace {

using moot::Query;
using Kind = moot::QueryNode::Kind;

constexpr Xapian::doccount kDepth = 50;
constexpr double kBefore = 1000;  // more than any entry scores here

using Weight = std::function<void(Xapian::Enquire&)>;

/// Any of the words of a query, with its filters.
moot::QueryNode any_word(const moot::QueryNode& root) {
  std::vector<moot::QueryNode> words, rest;
  for (const moot::QueryNode& part : moot::parts_of(root)) {
    (moot::wants_words(part) ? words : rest).push_back(part);
  }
  if (!words.empty()) rest.push_back(moot::joined(Kind::Or, std::move(words)));
  return rest.empty() ? moot::QueryNode{} : moot::joined(Kind::And, std::move(rest));
}

struct Way {
  std::string name;
  Weight weight;
  bool thesaurus = true;
  bool nearest = true;
  bool behind = false;  ///< what has only some of the words, behind what has them all
};

Weight bm25(double k1, double b) {
  return [=](Xapian::Enquire& enquire) {
    enquire.set_weighting_scheme(Xapian::BM25Weight(k1, 0, 1, b, 0.5));
  };
}

template <typename Scheme>
Weight scheme() {
  return [](Xapian::Enquire& enquire) { enquire.set_weighting_scheme(Scheme()); };
}

std::vector<Way> ways() {
  std::vector<Way> all = {
      {"BM25, k1 1, b 0.5 (taken)", bm25(1, 0.5)}, {"BM25, k1 0.5, b 0.5", bm25(0.5, 0.5)},
      {"BM25, k1 2, b 0.5", bm25(2, 0.5)},         {"BM25, k1 1.2, b 0", bm25(1.2, 0)},
      {"BM25, k1 1.2, b 0.75", bm25(1.2, 0.75)},   {"PL2", scheme<Xapian::PL2Weight>()},
      {"DPH", scheme<Xapian::DPHWeight>()},        {"language model", scheme<Xapian::LMWeight>()},
      {"TF-IDF", scheme<Xapian::TfIdfWeight>()}};
  Way way{"as taken, without what the thesaurus adds", bm25(1, 0.5)};
  way.thesaurus = false;
  all.push_back(way);
  way = {"as taken, nothing in place of no hits", bm25(1, 0.5)};
  way.nearest = false;
  all.push_back(way);
  way = {"as taken, what has some of the words behind", bm25(1, 0.5)};
  way.behind = true;
  all.push_back(way);
  return all;
}

class Asker {
 public:
  Asker(const moot::Searcher& searcher, const Xapian::Database& database)
      : searcher_(searcher), database_(database) {}

  void ask(const Way& way, const std::string& text) {
    auto query = moot::parse_query(text);
    if (!query) return;
    if (way.thesaurus) {
      *query = moot::expand(*query, moot::Thesaurus::built_in(), searcher_.vocabulary()).query;
    }
    Xapian::Query asked = moot::to_xapian(query->root, stemmer_);
    if (way.behind) {
      const Xapian::Query before(
          Xapian::Query::OP_FILTER,
          Xapian::Query((new Xapian::FixedWeightPostingSource(kBefore))->release()), asked);
      asked = Xapian::Query(Xapian::Query::OP_AND_MAYBE,
                            moot::to_xapian(any_word(query->root), stemmer_), before);
    }
    if (print(way, asked) > 0 || !way.nearest) return;
    moot::Respeller respeller(searcher_);
    const auto nearest = moot::nearest_query(respeller, *query);
    if (nearest && *nearest) print(way, moot::to_xapian((*nearest)->root, stemmer_));
  }

 private:
  Xapian::doccount print(const Way& way, const Xapian::Query& query) const {
    Xapian::Enquire enquire(database_);
    way.weight(enquire);
    enquire.set_sort_by_relevance_then_value(moot::kIdSlot, false);
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, kDepth, database_.get_doccount());
    for (auto it = found.begin(); it != found.end(); ++it) {
      std::printf("%s ", it.get_document().get_value(moot::kIdSlot).c_str());
    }
    return found.size();
  }

  const moot::Searcher& searcher_;
  const Xapian::Database& database_;
  moot::Stemmer stemmer_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: weightings INDEX < QUERIES\n", stderr);
    return 2;
  }
  const auto searcher = moot::Searcher::open(argv[1]);
  if (!searcher) {
    std::fprintf(stderr, "weightings: %s\n", searcher.error().message.c_str());
    return 1;
  }
  const Xapian::Database database(moot::shard_path(argv[1]));
  std::vector<std::string> queries;
  for (std::string line; std::getline(std::cin, line);) queries.push_back(line);
  Asker asker(*searcher, database);
  for (const Way& way : ways()) {
    std::printf("%s\n", way.name.c_str());
    for (const std::string& query : queries) {
      asker.ask(way, query);
      std::putchar('\n');
    }
  }
  return 0;
}
