#include "index/compare.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "index/compare_columns.hpp"
#include "index/compare_rows.hpp"
#include "index/entry_values.hpp"
#include "index/paragraphs.hpp"
#include "index/shared_text.hpp"
#include "index/small_words.hpp"
#include "index/themes.hpp"

namespace moot {
namespace {

constexpr std::size_t kLeastWords = 8;      // of a paragraph that may correspond to another
constexpr double kLeastLikeness = 0.3;      // of two paragraphs that do
constexpr double kRenewed = 0.35;           // of two of one council's papers
constexpr std::size_t kLeastChanged = 4;    // words of a paragraph whose change is told
constexpr std::size_t kMostPassages = 100;  // pairs told

/// Reckons all that a comparison tells of columns whose papers are whole.
class Comparer {
 public:
  Comparer(const Searcher& searcher, Comparison& comparison)
      : searcher_(searcher), comparison_(comparison), columns_(comparison.columns) {}

  Result<Done> run(const CompareOptions& options) {
    comparison_.rows = compared_rows(columns_, options.fields);
    for (const Column& column : columns_) {
      papers_.push_back(paragraphs_of(column.paper, 1, stemmer_));
    }
    if (auto done = add_themes(wants(options, "themes")); !done) return done;
    for (std::vector<Paragraph>& paper : papers_) weigh(paper, rarity_);
    if (options.over_time) {
      if (wants(options, "changes")) add_changes();
    } else if (wants(options, "passages")) {
      add_passages();
    }
    if (wants(options, "copied")) add_copied();
    return Done{};
  }

 private:
  /// Words of the councils' and the people's names.
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    const auto add = [&](const std::string& text) {
      for (std::string& word : folded_words(text)) {
        if (!is_small_word(word)) names.push_back(std::move(word));
      }
    };
    for (const Column& column : columns_) {
      add(column.council);
      for (const Passage& value : column.paper.values) {
        if (value.field == kPersonValue) add(value.text);
      }
    }
    return names;
  }

  static bool wants(const CompareOptions& options, const char* part) {
    const auto& fields = options.fields;
    return fields.empty() || std::find(fields.begin(), fields.end(), part) != fields.end();
  }

  /// Also how much each stem tells.
  Result<Done> add_themes(bool tell) {
    std::set<std::string> stems;
    for (const auto& paper : papers_) {
      for (const Paragraph& paragraph : paper) {
        stems.insert(paragraph.stems.begin(), paragraph.stems.end());
      }
    }
    const std::vector<std::string> asked(stems.begin(), stems.end());
    const auto counts = searcher_.stem_counts(asked);
    if (!counts) return counts.error();
    StemCounts index;
    index.words = counts->words;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      index.times[asked[i]] = counts->of[i].times;
      const double entries = static_cast<double>(counts->of[i].entries);
      rarity_[asked[i]] = std::log(1 + static_cast<double>(counts->entries) / (1 + entries));
    }
    if (!tell) return Done{};
    const auto papers = static_cast<std::size_t>(
        std::count_if(columns_.begin(), columns_.end(),
                      [](const Column& column) { return !column.paper.id.empty(); }));
    Themes themes = themes_of(papers_, index, names(), papers);
    comparison_.shared = std::move(themes.shared);
    comparison_.partly = std::move(themes.partly);
    comparison_.single = std::move(themes.single);
    return Done{};
  }

  /// Those of a column's paragraphs that have so many words.
  std::vector<Paragraph> long_ones(std::size_t column, std::size_t least) const {
    std::vector<Paragraph> some;
    for (const Paragraph& paragraph : papers_[column]) {
      if (paragraph.words.size() >= least) some.push_back(paragraph);
    }
    return some;
  }

  void add_passages() {
    struct Pair {
      std::size_t a = 0, b = 0;
      Alike alike;
    };
    std::vector<std::vector<Paragraph>> papers;
    for (std::size_t i = 0; i < columns_.size(); ++i) papers.push_back(long_ones(i, kLeastWords));
    std::vector<Pair> pairs;
    for (std::size_t a = 0; a < papers.size(); ++a) {
      for (std::size_t b = a + 1; b < papers.size(); ++b) {
        const auto near = nearest_to_each_other(alike(papers[a], papers[b], kLeastLikeness));
        for (const Alike& pair : near) pairs.push_back({a, b, pair});
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) {
      return x.alike.likeness > y.alike.likeness;
    });
    pairs.resize(std::min(pairs.size(), kMostPassages));
    for (const Pair& pair : pairs) {
      const Paragraph& ours = papers[pair.a][pair.alike.here];
      const Paragraph& theirs = papers[pair.b][pair.alike.there];
      Differences differ = differences(ours, theirs);
      comparison_.passages.push_back({pair.a, pair.b, ours.quote, theirs.quote, pair.alike.likeness,
                                      std::move(differ.here), std::move(differ.there)});
    }
  }

  void add_changes() {
    for (std::size_t after = 1; after < columns_.size(); ++after) {
      if (columns_[after].paper.date.empty()) continue;  // nobody knows what was before it
      for (std::size_t before = after; before-- > 0;) {
        if (!of_one_council(columns_[before], columns_[after])) continue;
        add_changes(before, after);
        break;
      }
    }
  }

  /// A paper that states no council may be of any.
  static bool of_one_council(const Column& a, const Column& b) {
    return a.council.empty() || b.council.empty() || a.council == b.council ||
           (!a.code.empty() && a.code == b.code);
  }

  /// In the order of the later paper; what was dropped stands at the end.
  void add_changes(std::size_t before, std::size_t after) {
    const std::vector<Paragraph> old = long_ones(before, kLeastChanged);
    const std::vector<Paragraph> now = long_ones(after, kLeastChanged);
    std::vector<const Alike*> of_now(now.size()), of_old(old.size());
    const std::vector<Alike> pairs = one_to_one(alike(old, now, kRenewed));
    for (const Alike& pair : pairs) of_old[pair.here] = of_now[pair.there] = &pair;
    for (std::size_t i = 0; i < now.size(); ++i) {
      Changed changed{Change::Added, before, after, {}, now[i].quote, 0, {}, {}};
      if (of_now[i] != nullptr) {
        const Paragraph& was = old[of_now[i]->here];
        Differences differ = differences(was, now[i]);
        const bool same = same_words(was, now[i]);
        changed = {same ? Change::Kept : Change::Reworded,
                   before,
                   after,
                   was.quote,
                   now[i].quote,
                   of_now[i]->likeness,
                   std::move(differ.here),
                   std::move(differ.there)};
      }
      comparison_.changes.push_back(std::move(changed));
    }
    for (std::size_t i = 0; i < old.size(); ++i) {
      if (of_old[i] != nullptr) continue;
      comparison_.changes.push_back({Change::Dropped, before, after, old[i].quote, {}, 0, {}, {}});
    }
  }

  void add_copied() {
    for (std::size_t a = 0; a < columns_.size(); ++a) {
      const auto& ours = columns_[a].paper.passages;
      std::vector<std::string_view> texts;
      for (const Passage& passage : ours) texts.push_back(passage.text);
      const KnownRuns known(texts);
      for (std::size_t b = a + 1; b < columns_.size(); ++b) {
        for (const Passage& passage : columns_[b].paper.passages) {
          for (const SharedRun& run : known.in(passage.text)) {
            Recurrence found{a, b, quote_of(ours[run.passage], run.here),
                             quote_of(passage, run.there), run.words};
            if (says_something(found) && is_new(found)) {
              comparison_.copied.push_back(std::move(found));
            }
          }
        }
      }
    }
    std::stable_sort(comparison_.copied.begin(), comparison_.copied.end(),
                     [](const Recurrence& a, const Recurrence& b) { return a.words > b.words; });
  }

  /// Figures of a table recur by chance.
  static bool says_something(const Recurrence& found) {
    std::size_t words = 0;
    for (const std::string& word : folded_words(found.here.text)) {
      words += word.find_first_of("0123456789") == std::string::npos ? 1 : 0;
    }
    return 2 * words >= found.words;
  }

  /// A part of several kinds of implication stands in a passage of each.
  bool is_new(const Recurrence& found) const {
    return std::none_of(comparison_.copied.begin(), comparison_.copied.end(),
                        [&](const Recurrence& other) {
                          return other.column_here == found.column_here &&
                                 other.column_there == found.column_there &&
                                 other.words == found.words && other.here.text == found.here.text;
                        });
  }

  static Quote quote_of(const Passage& passage, TextRange range) {
    return {passage.text.substr(range.begin, range.end - range.begin), passage.heading, "",
            passage.pointer, page_at(passage.page, passage.turns, range.begin)};
  }

  const Searcher& searcher_;
  Comparison& comparison_;
  const std::vector<Column>& columns_;
  Stemmer stemmer_;
  std::vector<std::vector<Paragraph>> papers_;
  Rarity rarity_;
};

/// Papers without a date stand last.
bool earlier(const Column& a, const Column& b) {
  const std::string &first = a.paper.date, &second = b.paper.date;
  return first.empty() || second.empty() ? !first.empty() : first < second;
}

Result<Comparison> compared(const Searcher& searcher, Chosen chosen,
                            const CompareOptions& options) {
  Comparison comparison;
  comparison.columns = std::move(chosen.columns);
  comparison.more_councils = chosen.more;
  comparison.more_papers = chosen.more_papers;
  if (options.over_time) {
    std::stable_sort(comparison.columns.begin(), comparison.columns.end(), earlier);
  }
  name_columns(comparison.columns);
  if (auto done = Comparer(searcher, comparison).run(options); !done) return done.error();
  for (Column& column : comparison.columns) column.paper.passages.clear();
  return comparison;
}

}  // namespace

Result<Comparison> compare_found(const Searcher& searcher, const Query& query, const Query& asked,
                                 const CompareOptions& options) {
  auto chosen = choose_columns(searcher, query, asked, options);
  if (!chosen) return chosen.error();
  return compared(searcher, std::move(*chosen), options);
}

Result<Comparison> compare_entries(const Searcher& searcher, const std::vector<std::string>& ids,
                                   const CompareOptions& options) {
  Chosen chosen;
  std::set<std::string> seen;
  for (const std::string& id : ids) {
    if (!seen.insert(id).second) continue;
    auto entry = searcher.entry(id);
    if (!entry) return entry.error();
    if (!*entry) return fail(ErrorKind::Usage, "this entry is not in the search index", id);
    Column column;
    column.council = (*entry)->council;
    column.code = (*entry)->council_code;
    column.found = 1;
    column.paper = std::move(**entry);
    chosen.columns.push_back(std::move(column));
  }
  return compared(searcher, std::move(chosen), options);
}

}  // namespace moot
