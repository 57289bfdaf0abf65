#include "extractors/score_set.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>

#include "pipeline/normalise.hpp"

namespace moot {
namespace {

using Pages = std::pair<int, int>;
using Mine = std::vector<const Record*>;  // the records of one file

Pages pages_of(const Record& record) {
  return record.source.pages.value_or(Pages{0, -1});
}

int shared_pages(const Pages& a, const Pages& b) {
  return std::max(0, std::min(a.second, b.second) - std::max(a.first, b.first) + 1);
}

int distance(const Pages& a, const Pages& b) {
  return std::abs(a.first - b.first) + std::abs(a.second - b.second);
}

const Record* record_for(const Gold& gold, const Mine& mine) {
  if (mine.empty()) return nullptr;
  if (!gold.pages) return mine.front();
  const auto worse = [&](const Record* a, const Record* b) {
    const Pages first = pages_of(*a);
    const Pages second = pages_of(*b);
    return std::tuple(shared_pages(*gold.pages, first), -distance(*gold.pages, first)) <
           std::tuple(shared_pages(*gold.pages, second), -distance(*gold.pages, second));
  };
  const Record* best = *std::max_element(mine.begin(), mine.end(), worse);
  return shared_pages(*gold.pages, pages_of(*best)) > 0 ? best : nullptr;
}

/// Of one file: `golds` are all that speak of it.
Count boundaries_of(const std::vector<const Gold*>& golds, const Mine& mine) {
  if (golds.size() == 1 && !golds.front()->pages) {
    const bool one = mine.size() == 1;
    return {one ? 1U : 0U, mine.empty() ? 0 : mine.size() - 1, one ? 0U : 1U};
  }
  Count count;
  for (const Gold* gold : golds) {
    const bool found = gold->pages && std::any_of(mine.begin(), mine.end(), [&](const Record* r) {
                         return pages_of(*r) == *gold->pages;
                       });
    count.right += found ? 1 : 0;
  }
  count.wrong = mine.size() - std::min(count.right, mine.size());
  count.missed = golds.size() - count.right;
  return count;
}

/// Folded, with single spaces around each word.
std::string spaced_words(const std::string& text) {
  std::string words = " ";
  for (const std::string& word : alphanumeric_runs(fold(text))) words += word + " ";
  return words;
}

/// Name of the folder that the file at `path` stands in; empty where the path has none.
std::string folder_of(const std::string& path) {
  const std::size_t end = path.rfind('/');
  if (end == std::string::npos) return {};
  const std::size_t begin = path.rfind('/', end == 0 ? 0 : end - 1);
  return path.substr(begin == std::string::npos ? 0 : begin + 1,
                     end - (begin == std::string::npos ? 0 : begin + 1));
}

/// What is known of whose paper it is.
struct Owner {
  std::string name;  ///< the council's, by the gold; may be empty
  std::string folder;
};

/// The council of each paper, by one name for each.
std::vector<std::string> name_councils(const std::vector<Owner>& owners) {
  std::map<std::string, std::string> home;  // a council's name -> its folder
  for (const Owner& owner : owners) {
    const std::string words = spaced_words(owner.folder);
    if (words.size() > 1 && spaced_words(owner.name).find(words) != std::string::npos) {
      home.emplace(owner.name, owner.folder);
    }
  }
  const auto group = [&](const Owner& owner) {
    const auto folder = home.find(owner.name);
    if (folder != home.end()) return "folder " + folder->second;
    return owner.name.empty() ? "folder " + owner.folder : "name " + owner.name;
  };
  std::map<std::string, std::map<std::string, int>> names;  // of a group, with their papers
  for (const Owner& owner : owners) {
    if (!owner.name.empty()) ++names[group(owner)][owner.name];
  }
  std::vector<std::string> councils;
  for (const Owner& owner : owners) {
    const auto& known = names[group(owner)];
    const auto most =
        std::max_element(known.begin(), known.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    councils.push_back(most == known.end() ? owner.folder : most->first);
    if (councils.back().empty()) councils.back() = "(not stated)";
  }
  return councils;
}

PaperScore score_paper(const Gold& gold, const Record* record) {
  static const Record kNothing;
  const Record& got = record == nullptr ? kNothing : *record;
  PaperScore score;
  score.gold = gold.path;
  score.document = gold.document;
  score.kind = gold.record.kind.empty() ? "(not stated)" : gold.record.kind;
  score.found = record != nullptr;
  score.soft = compare(gold, got, Measure::Soft);
  score.strict = compare(gold, got, Measure::Strict);
  return score;
}

void add_paper(Totals& sum, const PaperScore& paper) {
  add_counts(sum.soft, paper.soft.counts);
  add_counts(sum.strict, paper.strict.counts);
  ++sum.papers;
  sum.without_record += paper.found ? 0 : 1;
  sum.wholly_right += paper.found && paper.soft.mistakes.empty() ? 1 : 0;
  sum.wholly_right_strict += paper.found && paper.strict.mistakes.empty() ? 1 : 0;
}

}  // namespace

SetScore score_set(const std::vector<Gold>& golds, const std::vector<Record>& records) {
  SetScore set;
  std::map<std::string, Mine> files;
  std::map<std::string, std::vector<const Gold*>> documents;
  std::vector<Owner> owners;
  for (const Gold& gold : golds) {
    documents[gold.document].push_back(&gold);
    const auto [file, fresh] = files.try_emplace(gold.document);
    for (const Record& record : records) {
      if (fresh && is_document(gold, record.source.path)) file->second.push_back(&record);
    }
    const Mine& mine = file->second;
    owners.push_back({gold.record.council ? gold.record.council->name : "",
                      folder_of(mine.empty() ? gold.document : mine.front()->source.path)});
    set.papers.push_back(score_paper(gold, record_for(gold, mine)));
  }
  const std::vector<std::string> councils = name_councils(owners);
  for (std::size_t i = 0; i < councils.size(); ++i) set.papers[i].council = councils[i];
  for (const auto& [document, mine] : files) {
    const Count count = boundaries_of(documents[document], mine);
    set.boundaries.right += count.right;
    set.boundaries.wrong += count.wrong;
    set.boundaries.missed += count.missed;
  }
  return set;
}

Totals totals(const SetScore& set) {
  Totals sum;
  for (const PaperScore& paper : set.papers) add_paper(sum, paper);
  for (Counts* counts : {&sum.soft, &sum.strict}) {
    add_counts(*counts, {{"pack.boundaries", set.boundaries}});
  }
  return sum;
}

RuleTable count_rules(const SetScore& set) {
  RuleTable table;
  std::map<std::string, std::set<std::string>> councils;
  for (const PaperScore& paper : set.papers) {
    std::set<std::string> here;
    for (const Judgement& judgement : paper.soft.judgements) {
      if (judgement.rule.empty()) continue;
      RuleFigures& row = table[judgement.rule];
      ++row.fired;
      row.right += judgement.right ? 1 : 0;
      row.papers += here.insert(judgement.rule).second ? 1 : 0;
      councils[judgement.rule].insert(paper.council);
    }
  }
  for (auto& [rule, row] : table) row.councils = councils[rule].size();
  return table;
}

std::map<std::string, Totals> totals_by(const SetScore& set, std::string PaperScore::*group) {
  std::map<std::string, Totals> groups;
  for (const PaperScore& paper : set.papers) add_paper(groups[paper.*group], paper);
  return groups;
}

}  // namespace moot
