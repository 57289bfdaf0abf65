#include "cli/search_answer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/output.hpp"
#include "cli/present.hpp"

namespace moot {
namespace {

constexpr std::size_t kMostFacetValues = 8;
constexpr std::size_t kMostClues = 12;
constexpr std::size_t kIndent = 2;

std::string entries(std::size_t count) {
  return fmt::format("{} {}", count, count == 1 ? "entry" : "entries");
}

/// Whether a period begins or ends inside a month.
bool is_of_days(const Reach& reach) {
  const bool begins = !reach.from.empty() && !reach.from.ends_with("-01");
  // The last day of a month is its 28th or later; a day before that ends inside it.
  const bool ends = reach.to.size() == 10 && reach.to.substr(8) < "28";
  return begins || ends;
}

/// Builds the text part by part.
class Answer {
 public:
  Answer(const SearchAnswer& answer, bool colour, int width)
      : answer_(answer), colour_(colour), width_(width) {}

  std::string text() {
    if (answer_.options.explain) add_query();
    for (const Hit& hit : answer_.results.hits) add_hit(hit);
    for (const Facet& facet : answer_.results.facets) add_facet(facet);
    if (answer_.options.facets) out_ += '\n';
    for (std::size_t i = 0; i < answer_.clues.size() && i < kMostClues; ++i) {
      add_clue(answer_.clues[i]);
    }
    if (answer_.clues.size() > kMostClues) {
      add_line(fmt::format("and {} more", answer_.clues.size() - kMostClues));
    }
    if (answer_.results.entries == 0) add_line("The index has no papers yet.");
    add_nearest();
    add_expansions();
    add_reach();
    return out_ +
           fmt::format("{} of {}\n", answer_.results.hits.size(), entries(answer_.results.total));
  }

 private:
  void add_line(const std::string& text) {
    out_ += wrapped(printable(text), width_, kIndent).append("\n");
  }

  void add_query() {
    add_line("Understood as: " + to_string(answer_.query.root));
    if (answer_.results.standing_last) {
      add_line(
          "Standing items come last; standing:no leaves them out, standing:yes asks for them.");
    }
    out_ += '\n';
  }

  void add_hit(const Hit& hit) {
    out_ += present_hit(hit, colour_, width_);
    std::string why;
    for (const Share& share : hit.shares) {
      why += fmt::format("{}{:.2f} for {}", why.empty() ? "" : " + ", share.score, share.words);
      if (share.entries > 0) why += " (in " + entries(share.entries) + ")";
    }
    if (!why.empty()) out_ += "     ";
    if (!why.empty()) add_line(fmt::format("score {:.2f} = {}", hit.score, why));
    out_ += '\n';
  }

  void add_facet(const Facet& facet) {
    if (facet.values.empty()) return;
    std::string line;
    const std::size_t shown = std::min(facet.values.size(), kMostFacetValues);
    for (std::size_t i = 0; i < shown; ++i) {
      line += fmt::format("{}{} {}", i > 0 ? " \u00B7 " : "", facet.values[i].value,
                          facet.values[i].entries);
    }
    if (shown < facet.values.size()) {
      line += fmt::format(" \u00B7 and {} more", facet.values.size() - shown);
    }
    if (facet.without > 0) line += fmt::format(" \u00B7 none {}", facet.without);
    out_ += tinted(spoken_name(facet.name) + ": ", Tone::Label, colour_);
    add_line(line);
  }

  void add_clue(const Clue& clue) {
    std::string line =
        clue.alone == 0 ? clue.part + " is in no entry" : clue.part + " leaves none of them";
    if (!clue.spelled.empty()) line += "; did you mean " + listed(clue.spelled) + "?";
    if (clue.unknown_council) line += "; no council is known by this name or code";
    if (clue.apart > 0) line += "; its words stand apart in " + entries(clue.apart);
    if (clue.without > 0) line += "; without it: " + entries(clue.without);
    add_line(line);
  }

  void add_nearest() {
    if (answer_.nearest.empty()) return;
    add_line("No entry has all of it. These have most of the words:");
    out_ += '\n';
    for (const Hit& hit : answer_.nearest) add_hit(hit);
  }

  void add_expansions() {
    const std::string text = spoken_expansions(answer_.expansions);
    if (!text.empty()) out_ += wrapped(text.substr(0, text.size() - 1), width_, 0) + '\n';
  }

  void add_reach() {
    const Reach& reach = answer_.results.reach;
    if (!reach.from.empty() || !reach.to.empty()) {
      add_line(fmt::format("The index has papers of {} of its {} councils from {} to {}{}.",
                           reach.in_period, reach.councils,
                           reach.from.empty() ? "the first" : reach.from,
                           reach.to.empty() ? "the last" : reach.to,
                           is_of_days(reach) ? ", whole months counted" : ""));
    }
  }

  const SearchAnswer& answer_;
  bool colour_;
  int width_;
  std::string out_;
};

}  // namespace

std::string spoken_expansions(const std::vector<Expansion>& expansions) {
  std::string text;
  for (const Expansion& expansion : expansions) {
    text +=
        printable("Also looked for, beside " + expansion.typed + ": " + listed(expansion.added)) +
        '\n';
  }
  return expansions.empty() ? text : text + "(--no-expand looks for your words alone)\n";
}

std::string present_answer(const SearchAnswer& answer, bool colour, int width) {
  return Answer(answer, colour, width).text();
}

}  // namespace moot
