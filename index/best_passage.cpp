#include "index/best_passage.hpp"

#include <algorithm>
#include <cmath>

#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>

#include "index/query_fields.hpp"

namespace moot {
namespace {

using Kind = QueryNode::Kind;
using Positions = std::vector<std::uint32_t>;

constexpr std::size_t kMaxStubTerms = 100;
constexpr double kTitleShare = 0.9;  // a title is shown anyhow

Positions positions_of(const Xapian::Database& database, unsigned id, const std::string& term) {
  Positions out;
  const auto end = database.positionlist_end(id, term);
  for (auto it = database.positionlist_begin(id, term); it != end; ++it) out.push_back(*it);
  return out;
}

bool holds(const Positions& positions, std::uint32_t position) {
  return std::binary_search(positions.begin(), positions.end(), position);
}

/// The positions of the terms where they follow one another.
Positions phrase_positions(const std::vector<Positions>& terms) {
  Positions out;
  for (const std::uint32_t first : terms.front()) {
    bool whole = true;
    for (std::uint32_t i = 1; i < terms.size() && whole; ++i) whole = holds(terms[i], first + i);
    for (std::uint32_t i = 0; i < terms.size() && whole; ++i) out.push_back(first + i);
  }
  return out;
}

/// The positions of the terms where all stand within `window` positions. Takes the nearest
/// of each, which shows one of the places where there are several.
Positions near_positions(const std::vector<Positions>& terms, std::uint32_t window) {
  Positions out;
  for (const std::uint32_t first : terms.front()) {
    Positions group{first};
    for (std::size_t i = 1; i < terms.size(); ++i) {
      const auto after = std::lower_bound(terms[i].begin(), terms[i].end(), first);
      std::uint32_t nearest = 0;
      if (after != terms[i].end()) nearest = *after;
      if (after != terms[i].begin() && (nearest == 0 || first - *(after - 1) < nearest - first)) {
        nearest = *(after - 1);
      }
      if (nearest != 0) group.push_back(nearest);
    }
    const auto [low, high] = std::minmax_element(group.begin(), group.end());
    if (group.size() == terms.size() && *high - *low < window) {
      out.insert(out.end(), group.begin(), group.end());
    }
  }
  return out;
}

/// The terms of the document that a word* stands for.
std::vector<std::string> stub_terms(const Xapian::Database& database, unsigned id,
                                    const Leaf& leaf) {
  std::vector<std::string> terms = leaf.terms;
  const auto end = database.termlist_end(id);
  auto it = database.termlist_begin(id);
  for (it.skip_to(leaf.stub); it != end && terms.size() < kMaxStubTerms; ++it) {
    if (!(*it).starts_with(leaf.stub)) break;
    terms.push_back(*it);
  }
  return terms;
}

Positions leaf_positions(const Xapian::Database& database, unsigned id, const Leaf& leaf) {
  const bool stub = leaf.kind == Kind::Prefix;
  std::vector<Positions> each;
  for (const std::string& term : stub ? stub_terms(database, id, leaf) : leaf.terms) {
    each.push_back(positions_of(database, id, term));
  }
  Positions out;
  if (each.empty()) return out;
  if (stub) {
    for (const Positions& some : each) out.insert(out.end(), some.begin(), some.end());
  } else if (leaf.kind == Kind::Near) {
    out = near_positions(each, static_cast<std::uint32_t>(leaf.window));
  } else {
    out = phrase_positions(each);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::size_t passage_at(const std::vector<PassageStart>& passages, std::uint32_t position) {
  const auto after = std::partition_point(
      passages.begin(), passages.end(), [&](const PassageStart& p) { return p.start < position; });
  return after == passages.begin() ? 0 : static_cast<std::size_t>(after - passages.begin()) - 1;
}

bool is_title(const PassageStart& passage) {
  return passage.field == passage_field_index("title");
}

/// More of the same word in a passage is worth a little more, up to half.
double worth(double weight, std::size_t count) {
  return weight * (1 + 0.05 * static_cast<double>(std::min<std::size_t>(count, 10)));
}

std::size_t best_of(const std::vector<PassageStart>& passages, const std::vector<double>& scores,
                    const std::vector<std::size_t>& parts) {
  std::size_t best = passages.size();
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (scores[i] > 0 && (best == passages.size() || scores[i] > scores[best])) best = i;
  }
  if (best < passages.size()) return best;
  const auto first = [&](auto fits) {
    const auto found = std::find_if(passages.begin(), passages.end(), fits);
    return static_cast<std::size_t>(found - passages.begin());
  };
  best = first([&](const PassageStart& passage) {
    return std::find(parts.begin(), parts.end(), passage.field) != parts.end();
  });
  if (best == passages.size()) best = first([](const auto& passage) { return !is_title(passage); });
  return best < passages.size() ? best : 0;
}

}  // namespace

std::vector<double> leaf_weights(const Xapian::Database& database,
                                 const std::vector<Leaf>& leaves) {
  const double entries = database.get_doccount();
  std::vector<double> weights;
  for (const Leaf& leaf : leaves) {
    double rarest = entries / 2;
    for (const std::string& term : leaf.terms) {
      const double found = database.get_termfreq(term);
      if (leaf.kind != Kind::Prefix) rarest = std::min(rarest, found);
    }
    weights.push_back(std::log(2 + entries / (1 + rarest)));
  }
  return weights;
}

BestPassage best_passage(const Xapian::Database& database, unsigned id,
                         const std::vector<PassageStart>& passages, const Wanted& wanted) {
  BestPassage best;
  if (passages.empty()) return best;
  std::vector<double> scores(passages.size(), 0);
  std::vector<FoundAt> found;
  for (std::size_t leaf = 0; leaf < wanted.leaves.size(); ++leaf) {
    std::vector<std::size_t> counts(passages.size(), 0);
    for (const std::uint32_t position : leaf_positions(database, id, wanted.leaves[leaf])) {
      found.push_back({position, leaf});
      ++counts[passage_at(passages, position)];
    }
    for (std::size_t i = 0; i < passages.size(); ++i) {
      const double share = is_title(passages[i]) ? kTitleShare : 1;
      if (counts[i] > 0) scores[i] += share * worth(wanted.weights[leaf], counts[i]);
    }
  }
  best.index = best_of(passages, scores, wanted.parts);
  for (const FoundAt& at : found) {
    if (passage_at(passages, at.position) == best.index) best.found.push_back(at);
  }
  std::sort(best.found.begin(), best.found.end(),
            [](const FoundAt& a, const FoundAt& b) { return a.position < b.position; });
  return best;
}

}  // namespace moot
