#include <fmt/ostream.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/asking.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "index/related.hpp"
#include "index/respell.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostWordsSpelled = 16;

/// What is suggested for a query.
struct Suggestions {
  std::vector<Expansion> expansions;
  std::vector<RelatedWord> related;
  /// Words of the query that no paper has, with those that are spelled nearly like them.
  std::vector<std::pair<std::string, std::vector<std::string>>> spelled;

  bool passed_over = false;  ///< there were more such words than are looked for

  bool empty() const { return expansions.empty() && related.empty() && spelled.empty(); }
};

/// The words that the query asks for, as typed.
void add_words(const QueryNode& node, std::vector<std::string>& words) {
  if (node.kind == QueryNode::Kind::Not) return;
  if (is_leaf(node) && node.kind != QueryNode::Kind::Prefix) {
    for (std::string& word : folded_words(node.text)) words.push_back(std::move(word));
  }
  for (const QueryNode& child : node.children) add_words(child, words);
}

Result<Done> add_spellings(const Searcher& searcher, const Query& query, Suggestions& made) {
  std::vector<std::string> words;
  add_words(query.root, words);
  Respeller respeller(searcher, kMostWordsSpelled);
  for (const std::string& word : words) {
    auto near = respeller.respell(word);
    if (!near) return near.error();
    if (!near->empty()) made.spelled.emplace_back(word, std::move(*near));
  }
  made.passed_over = respeller.passed_over();
  return Done{};
}

Result<Suggestions> suggestions_for(const SuggestCommand& command, const Query& query,
                                    const Searcher& searcher, const std::string& index) {
  Suggestions made;
  auto asked = expanded(query, false, searcher, index);
  if (!asked) return asked.error();
  made.expansions = std::move(asked->expansions);
  auto related = related_words(searcher, query, command.limit);
  if (!related) return related.error();
  made.related = std::move(*related);
  if (auto done = add_spellings(searcher, query, made); !done) return done.error();
  return made;
}

std::string to_json(const Query& query, const Suggestions& made) {
  Json json;
  json["schema"] = "moot.suggestions/1";
  json["query"] = query.text;
  json["same"] = Json::array();
  for (const Expansion& each : made.expansions) {
    json["same"].push_back({{"typed", each.typed}, {"words", each.added}});
  }
  json["related"] = Json::array();
  for (const RelatedWord& each : made.related) {
    json["related"].push_back({{"word", each.word}, {"entries", each.entries}});
  }
  json["spelled"] = Json::array();
  for (const auto& [word, near] : made.spelled) {
    json["spelled"].push_back({{"typed", word}, {"words", near}});
  }
  json["passed_over"] = made.passed_over;
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void print_text(const Suggestions& made, const Console& console) {
  const auto line = [&](const std::string& label, const std::string& words) {
    console.out << tinted(label + ": ", Tone::Label, console.colour)
                << wrapped(printable(words), console.width, 2) << '\n';
  };
  for (const auto& [word, near] : made.spelled) {
    line("Spelled like " + printable(word) + ", which no paper has", listed(near));
  }
  if (made.passed_over) {
    fmt::print(console.out, "Of the words that no paper has only {} are looked for.\n",
               kMostWordsSpelled);
  }
  for (const Expansion& each : made.expansions) {
    line("The same as " + printable(each.typed), listed(each.added));
  }
  std::vector<std::string> related;
  for (const RelatedWord& each : made.related) {
    related.push_back(fmt::format("{} ({})", each.word, each.entries));
  }
  if (!related.empty()) line("Words that its hits have (entries)", listed(related));
  if (made.empty()) console.out << "nothing to suggest\n";
}

}  // namespace

int run_suggest(const SuggestCommand& command, const std::string& index, const Console& console) {
  const Result<Query> query = parse_query(command.query);
  if (!query) return report_failure(console, query.error());
  const Result<Searcher> searcher = Searcher::open(index);
  if (!searcher) return report_failure(console, searcher.error());
  const auto made = suggestions_for(command, *query, *searcher, index);
  if (!made) return report_failure(console, made.error());
  if (command.json) {
    console.out << to_json(*query, *made);
  } else {
    print_text(*made, console);
  }
  return made->empty() ? kNothingFound : kDone;
}

}  // namespace moot
