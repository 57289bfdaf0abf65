#include "index/like.hpp"

#include <algorithm>
#include <cmath>

#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>

#include "index/xapian_query.hpp"

namespace moot {
namespace {

constexpr std::size_t kMostWords = 40;
constexpr std::size_t kShortest = 3;
constexpr const char* kFirstWord = "a";  // terms of words begin with a small letter

/// The stems that tell a document from others: those that it has often and few others have.
std::vector<std::string> telling_stems(const Xapian::Database& database, unsigned id) {
  std::vector<std::pair<double, std::string>> ranked;
  const double all = database.get_doccount();
  const auto end = database.termlist_end(id);
  auto it = database.termlist_begin(id);
  for (it.skip_to(kFirstWord); it != end; ++it) {
    const std::string stem = *it;
    const double entries = it.get_termfreq();
    // What half of all say tells nothing, and neither does what nobody else says.
    if (entries < 2 || entries * 2 > all || stem.size() < kShortest) continue;
    // Once more of the same word says ever less.
    const double often = 1 + std::log(std::max(1U, it.get_wdf()));
    ranked.emplace_back(often * std::log(all / entries), stem);
  }
  std::sort(ranked.begin(), ranked.end(), std::greater<>());
  std::vector<std::string> stems;
  for (const auto& [weight, stem] : ranked) {
    if (stems.size() < kMostWords && weight > 0) stems.push_back(stem);
  }
  return stems;
}

}  // namespace

std::optional<Xapian::Document> find_entry(const Xapian::Database& database,
                                           const std::string& id) {
  const std::string term = make_term("Q", id);
  const auto found = database.postlist_begin(term);
  if (found == database.postlist_end(term)) return std::nullopt;
  return database.get_document(*found);
}

std::vector<std::pair<std::string, double>> entries_like(const Xapian::Database& database,
                                                         Stemmer& stemmer, const std::string& id,
                                                         const QueryNode& filter,
                                                         std::size_t most) {
  std::vector<std::pair<std::string, double>> found;
  const auto document = find_entry(database, id);
  if (!document) return found;
  const std::vector<std::string> stems = telling_stems(database, document->get_docid());
  const Xapian::Query words(Xapian::Query::OP_OR, stems.begin(), stems.end());
  const Xapian::Query others(Xapian::Query::OP_AND_NOT, words, Xapian::Query(make_term("Q", id)));
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, others, to_xapian(filter, stemmer)));
  enquire.set_sort_by_relevance_then_value(kIdSlot, false);
  const Xapian::MSet best = enquire.get_mset(0, static_cast<Xapian::doccount>(most));
  for (auto it = best.begin(); it != best.end(); ++it) {
    found.emplace_back(it.get_document().get_value(kIdSlot), it.get_weight());
  }
  return found;
}

}  // namespace moot
