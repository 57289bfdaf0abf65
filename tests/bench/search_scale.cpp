// What a search costs: `search_scale CORPUS FOLDER [ENTRIES [RUNS]]` makes an index of so many
// made-up entries in FOLDER (or takes the one that is there), asks it mixed queries, and prints
// tables. ENTRIES is 100,000 unless said, about 1,000,000 passages; RUNS, of which the median
// counts, 9.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "index/expand.hpp"
#include "index/search.hpp"
#include "tests/bench/made_entries.hpp"
#include "tests/bench/search_queries.hpp"

#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>

#include "index/terms.hpp"
#include "index/xapian_guard.hpp"
#include "index/xapian_query.hpp"

namespace {

constexpr std::size_t kVocabulary = 250'000;
constexpr std::size_t kEntriesACommit = 20'000;
constexpr std::uint64_t kSeed = 1;
constexpr double kBroad = 0.2;  // of the entries
constexpr double kSlowAlone =
    2;  // milliseconds: below, reading ten hits takes longer than matching

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

[[noreturn]] void give_up(const moot::Error& error) {
  std::fprintf(stderr, "search_scale: %s %s\n", error.where.c_str(), error.message.c_str());
  std::exit(1);
}

/// The value at this share of the sorted values.
double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto place = static_cast<std::size_t>(share * static_cast<double>(values.size()));
  return values[std::min(place, values.size() - 1)];
}

double median(std::vector<double> values) {
  return quantile(std::move(values), 0.5);
}

void make_index(const std::string& folder, const MadeWords& words, std::size_t entries) {
  const auto begin = Clock::now();
  auto writer = moot::IndexWriter::open(folder);
  if (!writer) give_up(writer.error());
  MadeEntries made(words, kSeed);
  std::size_t passages = 0, count = 0, committed = 0;
  while (count < entries) {
    const auto file = made.next_file();
    for (const moot::Entry& entry : file) passages += entry.passages.size();
    count += file.size();
    if (auto done = writer->replace(file[0].sha256, file); !done) give_up(done.error());
    if (count - committed < kEntriesACommit && count < entries) continue;
    if (auto done = writer->commit(count); !done) give_up(done.error());
    committed = count;
    std::fprintf(stderr, "\r%zu entries, %zu passages, %.0f s", count, passages,
                 milliseconds(begin) / 1000);
  }
  std::fputc('\n', stderr);
}

/// What one run of a query took, in milliseconds; and, of all its runs, the median of each.
struct Times {
  double whole = 0;      ///< the next three
  double parsing = 0;    ///< text to tree
  double expanding = 0;  ///< what the thesaurus adds
  double searching = 0;  ///< matches, facets, ten hits with snippets
  double plain = 0;      ///< the same without facets
  double bare = 0;       ///< Xapian's get_mset over all matches
  double ratio = 0;      ///< whole to bare
};

struct Measured {
  const MixedQuery* query = nullptr;
  std::string text;
  std::size_t total = 0;
  Times times;
};

/// What is asked, and of what.
struct Library {
  const moot::Searcher& searcher;
  const Xapian::Database& database;
  const moot::Thesaurus& thesaurus;
};

double bare_search(const Xapian::Database& database, const Xapian::Query& query) {
  const auto begin = Clock::now();
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.get_mset(0, 10, database.get_doccount());
  return milliseconds(begin);
}

double search_time(const moot::Searcher& searcher, const moot::Query& query, bool facets,
                   std::size_t& total) {
  moot::SearchOptions options;
  options.facets = facets;
  const auto begin = Clock::now();
  const auto results = searcher.search(query, options);
  const double time = milliseconds(begin);
  if (!results) give_up(results.error());
  total = results->total;
  return time;
}

Times run_once(const Library& library, Measured& measured) {
  Times times;
  auto begin = Clock::now();
  const auto query = moot::parse_query(measured.text);
  times.parsing = milliseconds(begin);
  if (!query) give_up(query.error());
  begin = Clock::now();
  const auto expanded = moot::expand(*query, library.thesaurus, library.searcher.vocabulary());
  times.expanding = milliseconds(begin);
  times.searching = search_time(library.searcher, expanded.query, true, measured.total);
  times.whole = times.parsing + times.expanding + times.searching;
  times.plain = search_time(library.searcher, expanded.query, false, measured.total);
  moot::Stemmer stemmer;
  times.bare = bare_search(library.database, moot::to_xapian(expanded.query.root, stemmer));
  times.ratio = times.whole / times.bare;
  return times;
}

Measured measure(const Library& library, const MixedQuery& query, const MadeWords& words,
                 std::size_t runs) {
  Measured measured;
  measured.query = &query;
  measured.text = with_words(query.text, words);
  run_once(library, measured);  // brings the tables into memory
  std::vector<Times> all;
  for (std::size_t run = 0; run < runs; ++run) all.push_back(run_once(library, measured));
  for (double Times::*time : {&Times::whole, &Times::parsing, &Times::expanding, &Times::searching,
                              &Times::plain, &Times::bare, &Times::ratio}) {
    std::vector<double> values;
    for (const Times& times : all) values.push_back(times.*time);
    measured.times.*time = median(std::move(values));
  }
  return measured;
}

std::vector<double> column(const std::vector<Measured>& rows, double Times::*time) {
  std::vector<double> values;
  for (const Measured& row : rows) values.push_back(row.times.*time);
  return values;
}

void print_group(const char* name, const std::vector<Measured>& rows) {
  if (rows.empty()) return;
  const auto whole = column(rows, &Times::whole);
  const auto bare = column(rows, &Times::bare);
  const auto ratio = column(rows, &Times::ratio);
  std::printf("| %s | %zu | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f | %.2f |\n", name, rows.size(),
              median(whole), quantile(whole, 0.95), quantile(whole, 1), median(bare),
              quantile(bare, 0.95), median(ratio), quantile(ratio, 0.95));
}

std::vector<Measured> those(const std::vector<Measured>& rows,
                            const std::function<bool(const Measured&)>& fit) {
  std::vector<Measured> found;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(found), fit);
  return found;
}

void print_groups(const std::vector<Measured>& mixed, const std::vector<Measured>& broad) {
  std::puts(
      "| queries | how many | median, ms | 95th percentile | longest | Xapian alone, median | its "
      "95th percentile | ratio, median | its 95th percentile |");
  std::puts("|---|---|---|---|---|---|---|---|---|");
  print_group("mixed", mixed);
  for (const std::string kind : kQueryKinds) {
    print_group(kind.c_str(),
                those(mixed, [&](const Measured& m) { return m.query->kind == kind; }));
  }
  const auto slow = [](const Measured& m) { return m.times.bare >= kSlowAlone; };
  print_group("mixed, Xapian alone takes 2 ms or more", those(mixed, slow));
  print_group("mixed, Xapian alone takes less",
              those(mixed, [&](const Measured& m) { return !slow(m); }));
  print_group("match over a fifth of the entries", broad);
}

/// Each stage's part of the time of all mixed queries together.
void print_stages(const std::vector<Measured>& rows) {
  const auto sum = [&](double Times::*time) {
    const auto values = column(rows, time);
    return std::accumulate(values.begin(), values.end(), 0.0);
  };
  const double whole = sum(&Times::whole), plain = sum(&Times::plain), bare = sum(&Times::bare);
  const std::pair<const char*, double> stages[] = {
      {"reading the query", sum(&Times::parsing)},
      {"what the thesaurus adds", sum(&Times::expanding)},
      {"matching, as Xapian alone", bare},
      {"facets", sum(&Times::searching) - plain},
      {"order, reach, the best passages and their snippets", plain - bare}};
  std::printf("\nAll mixed queries together take %.2f times as long as Xapian alone.\n",
              whole / bare);
  std::puts("\n| stage | share |");
  std::puts("|---|---|");
  for (const auto& [stage, time] : stages) {
    std::printf("| %s | %.1f%% |\n", stage, 100 * time / whole);
  }
}

void print_slowest(std::vector<Measured> rows) {
  std::sort(rows.begin(), rows.end(),
            [](const Measured& a, const Measured& b) { return a.times.whole > b.times.whole; });
  std::puts("\n| the slowest | entries | ms | Xapian alone | ratio |");
  std::puts("|---|---|---|---|---|");
  for (std::size_t i = 0; i < std::min<std::size_t>(rows.size(), 8); ++i) {
    std::printf("| `%s` | %zu | %.1f | %.1f | %.2f |\n", rows[i].text.c_str(), rows[i].total,
                rows[i].times.whole, rows[i].times.bare, rows[i].times.ratio);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || argc > 5) {
    std::fputs("usage: search_scale CORPUS FOLDER [ENTRIES [RUNS]]\n", stderr);
    return 2;
  }
  const std::string folder = argv[2];
  const std::size_t entries = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 100'000;
  const std::size_t runs = argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 9;
  const MadeWords words(corpus_words(argv[1]), kVocabulary);
  if (!moot::Searcher::open(folder)) make_index(folder, words, entries);
  const auto searcher = moot::Searcher::open(folder);
  if (!searcher) give_up(searcher.error());
  const Xapian::Database database(moot::shard_path(folder));
  const auto thesaurus = moot::Thesaurus::of_index(folder);
  if (!thesaurus) give_up(thesaurus.error());
  const Library library{*searcher, database, *thesaurus};
  std::vector<Measured> mixed, broad;
  for (const MixedQuery& query : kMixedQueries) {
    Measured m = measure(library, query, words, runs);
    const bool over = static_cast<double>(m.total) > kBroad * database.get_doccount();
    (over ? broad : mixed).push_back(std::move(m));
  }
  print_groups(mixed, broad);
  print_stages(mixed);
  print_slowest(mixed);
  return 0;
}
