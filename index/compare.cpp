#include "index/compare.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "index/compare_columns.hpp"
#include "index/compare_rows.hpp"
#include "index/paragraphs.hpp"
#include "index/shared_text.hpp"
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
    if (auto done = add_themes(); !done) return done;
    for (std::vector<Paragraph>& paper : papers_) weigh(paper, rarity_);
    if (options.over_time) {
      add_changes();
    } else {
      add_passages();
    }
    add_copied();
    return Done{};
  }

 private:
  /// Words of the councils' and the people's names.
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    const auto add = [&](const std::string& text) {
      for (std::string& word : folded_words(text)) names.push_back(std::move(word));
    };
    for (const Column& column : columns_) {
      add(column.council);
      for (const Passage& value : column.paper.values) {
        if (value.field == "contacts") add(value.text.substr(0, value.text.find(',')));
      }
    }
    return names;
  }

  Result<Done> add_themes() {
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
    Themes themes = themes_of(papers_, index, names());
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
    for (std::size_t a = 0; a < columns_.size(); ++a) {
      const std::vector<Paragraph> here = long_ones(a, kLeastWords);
      for (std::size_t b = a + 1; b < columns_.size(); ++b) {
        const std::vector<Paragraph> there = long_ones(b, kLeastWords);
        for (const Alike& pair : nearest_to_each_other(alike(here, there, kLeastLikeness))) {
          const Paragraph &ours = here[pair.here], &theirs = there[pair.there];
          Differences differ = differences(ours, theirs);
          comparison_.passages.push_back({a, b, ours.quote, theirs.quote, pair.likeness,
                                          std::move(differ.here), std::move(differ.there)});
        }
      }
    }
    auto& passages = comparison_.passages;
    std::stable_sort(
        passages.begin(), passages.end(),
        [](const Correspondence& a, const Correspondence& b) { return a.likeness > b.likeness; });
    passages.resize(std::min(passages.size(), kMostPassages));
  }

  void add_changes() {
    for (std::size_t later = 1; later < columns_.size(); ++later) add_changes(later - 1, later);
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
        const bool same = differ.here.empty() && differ.there.empty();
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
            comparison_.copied.push_back({a, b, quote_of(ours[run.passage], run.here),
                                          quote_of(passage, run.there), run.words});
          }
        }
      }
    }
    std::stable_sort(comparison_.copied.begin(), comparison_.copied.end(),
                     [](const Recurrence& a, const Recurrence& b) { return a.words > b.words; });
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

Result<Comparison> compared(const Searcher& searcher, Chosen chosen,
                            const CompareOptions& options) {
  Comparison comparison;
  comparison.columns = std::move(chosen.columns);
  comparison.more_councils = chosen.more;
  if (options.over_time) {
    std::stable_sort(comparison.columns.begin(), comparison.columns.end(),
                     [](const Column& a, const Column& b) { return a.paper.date < b.paper.date; });
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
  for (const std::string& id : ids) {
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
