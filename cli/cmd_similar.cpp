#include <fmt/ostream.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/find_record.hpp"
#include "cli/json_values.hpp"
#include "cli/output.hpp"
#include "cli/present.hpp"
#include "index/similar.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostShown = 3;     // passages of a paper, in text
constexpr std::size_t kShownBytes = 300;  // of each

Json to_json(const SimilarPaper& paper) {
  Json json;
  json["id"] = paper.entry.id;
  json["kind"] = paper.entry.kind;
  json["council"] = text_or_null(paper.entry.council);
  json["body"] = text_or_null(paper.entry.body);
  json["date"] = text_or_null(paper.entry.date);
  json["title"] = text_or_null(paper.entry.title);
  json["path"] = paper.entry.path;
  json["score"] = paper.score;
  json["shared"] = Json::array();
  for (const SharedPassage& passage : paper.shared) {
    json["shared"].push_back({{"text", passage.text},
                              {"words", passage.words},
                              {"page_here", page_or_null(passage.page_here)},
                              {"page_there", page_or_null(passage.page_there)},
                              {"pointer_here", text_or_null(passage.pointer_here)},
                              {"pointer_there", text_or_null(passage.pointer_there)}});
  }
  return json;
}

/// The start of a text on one line, cut between two words.
std::string shortened(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.size() <= kShownBytes) return text;
  const std::size_t space = text.rfind(' ', kShownBytes);
  return text.substr(0, space == std::string::npos ? 0 : space) + " \u2026";
}

std::string spoken_page(const char* whose, int page) {
  return page > 0 ? fmt::format("{} page {}", whose, page) : std::string();
}

void print_shared(const SimilarPaper& paper, const Console& console) {
  const std::size_t shown = std::min(paper.shared.size(), kMostShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const SharedPassage& passage = paper.shared[i];
    std::string where = spoken_page("this", passage.page_here);
    const std::string there = spoken_page("the other\u2019s", passage.page_there);
    if (!where.empty() && !there.empty()) where += ", ";
    where += there;
    const std::string label =
        fmt::format("{} words recur{}: ", passage.words, where.empty() ? "" : " (" + where + ")");
    console.out << "     " << tinted(label, Tone::Label, console.colour)
                << wrapped(printable(shortened(passage.text)), console.width, 5) << '\n';
  }
  if (shown < paper.shared.size()) {
    fmt::print(console.out, "     and {} more passages\n", paper.shared.size() - shown);
  }
}

void print_text(const std::vector<SimilarPaper>& papers, const Console& console) {
  for (std::size_t i = 0; i < papers.size(); ++i) {
    Hit hit;
    hit.entry = papers[i].entry;
    hit.rank = i + 1;
    console.out << present_head(hit, console.colour, console.width);
    print_shared(papers[i], console);
    console.out << '\n';
  }
  fmt::print(console.out, "{} {}\n", papers.size(), papers.size() == 1 ? "paper" : "papers");
}

}  // namespace

int run_similar(const SimilarCommand& command, const std::string& index, const Console& console) {
  const Result<Searcher> searcher = Searcher::open(index);
  if (!searcher) return report_failure(console, searcher.error());
  const auto id = find_entry(*searcher, index, command.id);
  if (!id) return report_failure(console, id.error());
  const auto papers = similar_papers(*searcher, *id, {command.limit, command.same_council});
  if (!papers) return report_failure(console, papers.error());
  if (!*papers) return report_failure(console, fail(ErrorKind::Index, "this entry has gone", *id));
  if (command.json) {
    Json json = {{"schema", "moot.similar/1"}, {"id", *id}, {"papers", Json::array()}};
    for (const SimilarPaper& paper : **papers) json["papers"].push_back(to_json(paper));
    console.out << json.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
  } else {
    print_text(**papers, console);
  }
  return (*papers)->empty() ? kNothingFound : kDone;
}

}  // namespace moot
