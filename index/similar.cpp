#include "index/similar.hpp"

#include <algorithm>
#include <set>

#include "index/query_nodes.hpp"
#include "index/shared_text.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

constexpr std::size_t kMostProbes = 24;  // passages whose words are looked for in all papers
constexpr std::size_t kProbeHits = 5;    // papers looked at for each
constexpr std::size_t kProbeWords = 8;   // of a passage: enough to be said by chance by nobody

/// `wanted`, but of other councils unless the user wants this one too.
QueryNode among_others(QueryNode wanted, const Entry& entry, const SimilarOptions& options) {
  const std::string council = entry.council_code.empty() ? entry.council : entry.council_code;
  if (options.same_council || council.empty()) return wanted;
  return joined(QueryNode::Kind::And,
                {std::move(wanted), not_node(filter_node("council", council))});
}

/// Words from the middle of a passage, as a phrase.
std::optional<QueryNode> probe_of(const Passage& passage) {
  const std::vector<Token> words = tokenise(passage.text);
  if (words.size() < kShortestRun || passage.field == "title") return std::nullopt;
  const std::size_t first = (words.size() - kProbeWords) / 2;
  const std::size_t begin = words[first].begin, end = words[first + kProbeWords - 1].end;
  return leaf_node(QueryNode::Kind::Phrase, passage.text.substr(begin, end - begin));
}

std::vector<SharedPassage> shared_passages(const Entry& here, const KnownRuns& known,
                                           const Entry& there) {
  std::vector<SharedPassage> shared;
  for (const Passage& theirs : there.passages) {
    for (const SharedRun& run : known.in(theirs.text)) {
      const Passage& ours = here.passages[run.passage];
      shared.push_back({theirs.text.substr(run.there.begin, run.there.end - run.there.begin),
                        run.words, page_at(ours.page, ours.turns, run.here.begin),
                        page_at(theirs.page, theirs.turns, run.there.begin), ours.pointer,
                        theirs.pointer});
    }
  }
  std::stable_sort(
      shared.begin(), shared.end(),
      [](const SharedPassage& a, const SharedPassage& b) { return a.words > b.words; });
  return shared;
}

std::vector<std::string_view> texts_of(const Entry& entry) {
  std::vector<std::string_view> texts;
  for (const Passage& passage : entry.passages) texts.push_back(passage.text);
  return texts;
}

std::size_t shared_words(const SimilarPaper& paper) {
  std::size_t words = 0;
  for (const SharedPassage& passage : paper.shared) words += passage.words;
  return words;
}

/// Collects the papers, each once.
class Finder {
 public:
  Finder(const Searcher& searcher, const Entry& entry, const SimilarOptions& options)
      : searcher_(searcher), entry_(entry), options_(options), known_(texts_of(entry)) {}

  Result<std::vector<SimilarPaper>> find() {
    const auto like = searcher_.like(entry_.id, among_others({}, entry_, options_), options_.limit);
    if (!like) return like.error();
    for (const auto& [id, score] : *like) {
      if (auto done = add(id, score); !done) return done.error();
    }
    if (auto done = add_by_probes(); !done) return done.error();
    const auto ranked = std::find_if(papers_.begin(), papers_.end(),
                                     [](const SimilarPaper& paper) { return paper.score == 0; });
    std::stable_sort(ranked, papers_.end(), [](const SimilarPaper& a, const SimilarPaper& b) {
      return shared_words(a) > shared_words(b);
    });
    const auto copied = static_cast<std::size_t>(papers_.end() - ranked);
    papers_.resize(papers_.size() - copied + std::min(copied, options_.limit));
    return std::move(papers_);
  }

 private:
  Result<Done> add(const std::string& id, double score) {
    if (id == entry_.id || !seen_.insert(id).second) return Done{};
    auto other = searcher_.entry(id);
    if (!other) return other.error();
    if (!*other) return Done{};  // taken away since
    SimilarPaper paper{std::move(**other), score, {}};
    paper.shared = shared_passages(entry_, known_, paper.entry);
    for (Passage& passage : paper.entry.passages) passage.text.clear();
    if (score > 0 || !paper.shared.empty()) papers_.push_back(std::move(paper));
    return Done{};
  }

  /// Papers that are not much like this one may still hold passages of it.
  Result<Done> add_by_probes() {
    SearchOptions search;
    search.limit = kProbeHits;
    std::size_t probes = 0;
    for (const Passage& passage : entry_.passages) {
      const auto probe = probe_of(passage);
      if (!probe || ++probes > kMostProbes) continue;
      const Query query{{}, among_others(*probe, entry_, options_), Sort::Relevance};
      const auto hits = searcher_.search(query, search);
      if (!hits) return hits.error();
      for (const Hit& hit : hits->hits) {
        if (auto done = add(hit.entry.id, 0); !done) return done;
      }
    }
    return Done{};
  }

  const Searcher& searcher_;
  const Entry& entry_;
  const SimilarOptions& options_;
  KnownRuns known_;
  std::set<std::string> seen_;
  std::vector<SimilarPaper> papers_;
};

}  // namespace

Result<std::optional<std::vector<SimilarPaper>>> similar_papers(const Searcher& searcher,
                                                                const std::string& id,
                                                                const SimilarOptions& options) {
  const auto entry = searcher.entry(id);
  if (!entry) return entry.error();
  if (!*entry) return std::optional<std::vector<SimilarPaper>>();
  auto papers = Finder(searcher, **entry, options).find();
  if (!papers) return papers.error();
  return std::optional(std::move(*papers));
}

}  // namespace moot
