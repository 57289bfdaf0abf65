// What a search costs: `search_scale CORPUS FOLDER [ENTRIES [RUNS]]` makes an index of so many
// made-up entries in FOLDER (or takes the one that is there), asks it mixed queries, and prints
// tables. ENTRIES is 100,000 unless said, about 1,000,000 passages; RUNS, of which the median
// counts, 9.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

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

/// What one query took, in milliseconds: the median of all runs.
struct Measured {
  const MixedQuery* query = nullptr;
  std::string text;
  std::size_t total = 0;
  double whole = 0;  ///< parsing, matching, sorting, and ten hits with snippets
  double parsing = 0;
  double bare = 0;   ///< Xapian's get_mset over all matches
  double ratio = 0;  ///< whole to bare, run by run
};

double bare_search(const Xapian::Database& database, const Xapian::Query& query) {
  const auto begin = Clock::now();
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.get_mset(0, 10, database.get_doccount());
  return milliseconds(begin);
}

Measured measure(const moot::Searcher& searcher, const Xapian::Database& database,
                 const MixedQuery& query, const MadeWords& words, std::size_t runs) {
  Measured measured;
  measured.query = &query;
  measured.text = with_words(query.text, words);
  const auto parsed = moot::parse_query(measured.text);
  if (!parsed) give_up(parsed.error());
  moot::Stemmer stemmer;
  const Xapian::Query bare = moot::to_xapian(parsed->root, stemmer);
  std::vector<double> whole, parsing, bares, ratios;
  for (std::size_t run = 0; run <= runs; ++run) {
    const auto begin = Clock::now();
    const auto again = moot::parse_query(measured.text);
    const double parse = milliseconds(begin);
    const auto results = searcher.search(*again, {});
    const double all = milliseconds(begin);
    if (!results) give_up(results.error());
    measured.total = results->total;
    const double matching = bare_search(database, bare);
    if (run == 0) continue;  // brings the tables into memory
    whole.push_back(all);
    parsing.push_back(parse);
    bares.push_back(matching);
    ratios.push_back(all / matching);
  }
  measured.whole = median(whole);
  measured.parsing = median(parsing);
  measured.bare = median(bares);
  measured.ratio = median(ratios);
  return measured;
}

template <typename Value>
std::vector<double> column(const std::vector<Measured>& rows, Value value) {
  std::vector<double> values;
  for (const Measured& row : rows) values.push_back(value(row));
  return values;
}

void print_group(const char* name, const std::vector<Measured>& rows) {
  if (rows.empty()) return;
  const auto whole = column(rows, [](const Measured& m) { return m.whole; });
  const auto bare = column(rows, [](const Measured& m) { return m.bare; });
  const auto ratio = column(rows, [](const Measured& m) { return m.ratio; });
  std::printf("| %s | %zu | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f | %.2f |\n", name, rows.size(),
              median(whole), quantile(whole, 0.95), quantile(whole, 1), median(bare),
              quantile(bare, 0.95), median(ratio), quantile(ratio, 0.95));
}

void print_groups(const std::vector<Measured>& mixed, const std::vector<Measured>& broad) {
  std::puts(
      "| queries | how many | median, ms | 95th percentile | longest | Xapian alone, median | its "
      "95th percentile | ratio, median | its 95th percentile |");
  std::puts("|---|---|---|---|---|---|---|---|---|");
  print_group("mixed", mixed);
  for (const char* kind : kQueryKinds) {
    std::vector<Measured> rows;
    for (const Measured& m : mixed) {
      if (std::string(m.query->kind) == kind) rows.push_back(m);
    }
    print_group(kind, rows);
  }
  print_group("match over a fifth of the entries", broad);
}

/// Each stage's part of the time of all mixed queries together.
void print_stages(const std::vector<Measured>& rows) {
  double whole = 0, parsing = 0, bare = 0;
  for (const Measured& m : rows) {
    whole += m.whole;
    parsing += m.parsing;
    bare += m.bare;
  }
  std::puts("\n| stage | share |");
  std::puts("|---|---|");
  std::printf("| reading the query | %.1f%% |\n", 100 * parsing / whole);
  std::printf("| matching, as Xapian alone | %.1f%% |\n", 100 * bare / whole);
  std::printf("| order of equals, the best passage and its snippet | %.1f%% |\n",
              100 * (whole - parsing - bare) / whole);
}

void print_slowest(std::vector<Measured> rows) {
  std::sort(rows.begin(), rows.end(),
            [](const Measured& a, const Measured& b) { return a.whole > b.whole; });
  std::puts("\n| the slowest | entries | ms | Xapian alone | ratio |");
  std::puts("|---|---|---|---|---|");
  for (std::size_t i = 0; i < std::min<std::size_t>(rows.size(), 8); ++i) {
    std::printf("| `%s` | %zu | %.1f | %.1f | %.2f |\n", rows[i].text.c_str(), rows[i].total,
                rows[i].whole, rows[i].bare, rows[i].ratio);
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
  std::vector<Measured> mixed, broad;
  for (const MixedQuery& query : kMixedQueries) {
    Measured m = measure(*searcher, database, query, words, runs);
    const bool over = static_cast<double>(m.total) > kBroad * database.get_doccount();
    (over ? broad : mixed).push_back(std::move(m));
  }
  print_groups(mixed, broad);
  print_stages(mixed);
  print_slowest(mixed);
  return 0;
}
