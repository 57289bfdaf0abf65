#include "cli/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/output.hpp"
#include "cli/present.hpp"
#include "extractors/own_rules.hpp"
#include "extractors/record_json.hpp"
#include "extractors/record_shape.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;
using Candidates = std::vector<const Candidate*>;

constexpr std::size_t kLabelColumns = 10;
constexpr std::size_t kMostPattern = 80;  // bytes
constexpr std::size_t kMostLosers = 12;
constexpr std::size_t kMostLabels = 8;

/// A value of the record, or a place where the paper states none.
struct Leaf {
  std::string pointer;
  std::string value;
  bool stated = false;
};

void add_leaves(const Json& json, const std::string& pointer, std::vector<Leaf>& leaves) {
  if (json.is_null() || (json.is_structured() && json.empty())) {
    leaves.push_back({pointer, "", false});
  } else if (json.is_structured()) {
    for (const auto& [name, value] : json.items()) add_leaves(value, pointer + "/" + name, leaves);
  } else {
    const std::string value = json.is_string() ? json.get<std::string>() : json.dump();
    leaves.push_back({pointer, value, true});
  }
}

std::vector<Leaf> leaves_of(const Record& record) {
  Json json = Json::parse(to_json(record));
  json.erase("evidence");  // which says of values what is told here of them
  std::vector<Leaf> leaves;
  add_leaves(json, "", leaves);
  return leaves;
}

bool is_below(const std::string& pointer, const std::string& above) {
  return pointer.size() > above.size() && pointer.compare(0, above.size(), above) == 0 &&
         pointer[above.size()] == '/';
}

/// "/options/0/text" -> "/options/0".
std::string parent_of(const std::string& pointer) {
  const std::size_t slash = pointer.rfind('/');
  return slash == std::string::npos ? std::string() : pointer.substr(0, slash);
}

/// One line of at most `most` bytes.
std::string shortened(std::string text, std::size_t most) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.size() <= most) return printable(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return printable(text.substr(0, most)) + "...";
}

/// What is not found by a rule, and why a reader can trust it all the same.
std::string without_rule(const std::string& pointer) {
  if (pointer == "/id") return "made from the file's SHA-256 and the paper's first page";
  if (pointer == "/schema") return "the form of the record, and its version";
  if (is_below(pointer, "/notes")) return "noted while the file was read and the record made";
  if (is_below(pointer, "/source")) return "known of the file, not read from its text";
  return "no rule gave it";
}

class Explainer {
 public:
  explicit Explainer(const Explaining& of) : of_(of), leaves_(leaves_of(of.record)) {}

  std::string all() const {
    std::string out = head();
    for (const Leaf& leaf : leaves_) {
      if (leaf.stated) out += line(leaf);
    }
    return out;
  }

  Result<Explained> one(const std::string& pointer) const {
    const auto leaf = std::find_if(leaves_.begin(), leaves_.end(),
                                   [&](const Leaf& known) { return known.pointer == pointer; });
    if (leaf != leaves_.end() && leaf->stated) return Explained{head() + value(*leaf), true};
    if (leaf != leaves_.end()) return Explained{head() + unstated(pointer), false};
    const bool holds_values =
        pointer.empty() || std::any_of(leaves_.begin(), leaves_.end(), [&](const Leaf& known) {
          return is_below(known.pointer, pointer);
        });
    if (!holds_values) return no_such_place(of_.record, pointer);
    return Explained{head() + list(pointer), true};
  }

 private:
  std::string head() const {
    const Record& record = of_.record;
    return tinted(fmt::format("{} {} {}", record.id, record.kind,
                              printable(record.title.value_or("(no title)"))),
                  Tone::Title, of_.colour) +
           "\n";
  }

  /// The candidates at `pointer`; where none won there, those of what holds it: a council's code
  /// comes with its name.
  Candidates won(const std::string& pointer) const {
    for (std::string at = pointer; !at.empty(); at = parent_of(at)) {
      Candidates found;
      for (const Candidate& candidate : of_.trace.candidates) {
        if (candidate.won && candidate.pointer == at) found.push_back(&candidate);
      }
      if (!found.empty()) return found;
    }
    return {};
  }

  /// What competed for `pointer`, for a list that holds it, or for what it holds.
  Candidates lost(const std::string& pointer) const {
    Candidates found;
    for (const Candidate& candidate : of_.trace.candidates) {
      const bool here = candidate.pointer == pointer || is_below(pointer, candidate.pointer) ||
                        is_below(candidate.pointer, pointer);
      if (!candidate.won && here) found.push_back(&candidate);
    }
    // What stood against this very value comes before what stood against its list.
    std::stable_sort(found.begin(), found.end(), [](const Candidate* a, const Candidate* b) {
      return a->pointer.size() > b->pointer.size();
    });
    return found;
  }

  std::string page_of(TextRange range) const {
    if (range.empty() || range.end > of_.document.text.size()) return {};
    const auto found = places(of_.document, range);
    return found.empty() || found[0].page == 0 ? "" : fmt::format("p{}", found[0].page);
  }

  std::string words_at(TextRange range) const {
    if (range.empty() || range.end > of_.document.text.size()) return {};
    return std::string(slice(of_.document, range));
  }

  std::string line(const Leaf& leaf) const {
    constexpr std::size_t kMostBytes = 80;
    const Candidates by = won(leaf.pointer);
    const std::string page = by.empty() ? "" : page_of(by[0]->range);
    return fmt::format("  {:<34} {:<32} {:<4} \"{}\"\n", leaf.pointer,
                       by.empty() ? "-" : by[0]->rule, page, shortened(leaf.value, kMostBytes));
  }

  std::string row(std::string_view label, const std::string& text) const {
    std::string name(label);
    name.resize(std::max(name.size() + 1, kLabelColumns), ' ');
    return "  " + tinted(name, Tone::Label, of_.colour) +
           wrapped(text, of_.width, 2 + name.size()) + "\n";
  }

  std::string value(const Leaf& leaf) const {
    constexpr std::size_t kMostBytes = 1000;
    std::string out = tinted(leaf.pointer, Tone::Title, of_.colour) + "\n";
    out += row("value", "\"" + shortened(leaf.value, kMostBytes) + "\"");
    const Candidates by = won(leaf.pointer);
    if (by.empty()) return out + row("rule", "none: " + without_rule(leaf.pointer));
    for (const Candidate* candidate : by) out += winner(*candidate);
    return out + losers(leaf.pointer);
  }

  std::string winner(const Candidate& candidate) const {
    constexpr std::size_t kMostBytes = 200;
    std::string out = row("rule", about_rule(candidate));
    const Rule* rule = find_rule(candidate.rule);
    if (rule != nullptr && !rule->why.empty()) out += row("seen", printable(rule->why));
    if (!candidate.label.empty() && candidate.label != candidate.range) {
      out += row("at", fmt::format("\"{}\" {}", shortened(words_at(candidate.label), kMostBytes),
                                   page_of(candidate.label)));
    }
    if (rule != nullptr) out += row("looks for", asked(*rule));
    std::string where;
    if (!candidate.range.empty()) {
      for (const Place& place : places(of_.document, candidate.range)) {
        where += (where.empty() ? "" : ", ") + spoken_place(place);
      }
    }
    if (!where.empty()) out += row("where", where);
    const std::string words = words_at(candidate.range);
    if (!words.empty()) out += row("words", "\"" + shortened(words, kMostBytes) + "\"");
    return out + row("won", printable(candidate.why));
  }

  const Rule* find_rule(const std::string& id) const {
    for (const Rule& rule : of_.rules.rules()) {
      if (rule.id == id) return &rule;
    }
    return nullptr;
  }

  std::string about_rule(const Candidate& candidate) const {
    const Rule* rule = find_rule(candidate.rule);
    std::string text = candidate.rule + ", ";
    if (rule != nullptr) {
      return text + fmt::format("pack {}, weight {}", rule->pack, candidate.weight);
    }
    text += fmt::format("part of the program, weight {}", candidate.weight);
    for (const OwnRule& own : own_rules()) {
      if (own.id == candidate.rule) text += fmt::format(": {}", own.why);
    }
    return text;
  }

  /// The labels or the patterns that a rule looks for.
  static std::string asked(const Rule& rule) {
    std::vector<std::string> all = rule.labels;
    all.insert(all.end(), rule.parts.begin(), rule.parts.end());
    for (const std::string& pattern : rule.patterns) {
      all.push_back("/" + shortened(pattern, kMostPattern) + "/");
    }
    std::string text;
    for (std::size_t i = 0; i < std::min(all.size(), kMostLabels); ++i) {
      text += (i > 0 ? "; " : "") + all[i];
    }
    if (all.size() > kMostLabels) text += fmt::format("; and {} more", all.size() - kMostLabels);
    return printable(text);
  }

  std::string losers(const std::string& pointer) const {
    constexpr std::size_t kMostBytes = 100;
    const Candidates found = lost(pointer);
    if (found.empty()) return {};
    std::string out = tinted("what lost", Tone::Title, of_.colour) + "\n";
    for (std::size_t i = 0; i < std::min(found.size(), kMostLosers); ++i) {
      const Candidate& one = *found[i];
      const std::string page = page_of(one.range);
      out += fmt::format("  - {}{} \"{}\"\n", one.rule, page.empty() ? "" : " " + page,
                         shortened(one.text, kMostBytes));
      out += "      " + wrapped(printable(one.why), of_.width, 6) + "\n";
    }
    if (found.size() > kMostLosers) {
      out += fmt::format("  and {} more\n", found.size() - kMostLosers);
    }
    return out;
  }

  std::string list(const std::string& pointer) const {
    std::string out;
    for (const Leaf& leaf : leaves_) {
      if (leaf.stated && is_below(leaf.pointer, pointer)) out += line(leaf);
    }
    return out + losers(pointer);
  }

  std::string unstated(const std::string& pointer) const {
    std::string out = tinted(pointer, Tone::Title, of_.colour) + "\n";
    out += row("value", "none: nothing was found that the paper states here");
    const std::string field = pointer.substr(1, pointer.find('/', 1) - 1);
    std::size_t count = 0;
    for (const Rule& rule : of_.rules.rules()) {
      const bool of_field = rule.field == field || rule.field.rfind(field + "/", 0) == 0;
      const bool of_kind = rule.kinds.empty() || std::find(rule.kinds.begin(), rule.kinds.end(),
                                                           of_.record.kind) != rule.kinds.end();
      count += of_field && of_kind;
    }
    out += row("rules", fmt::format("{} in the packs for a paper of kind {}: see 'moot rules list "
                                    "--field {}'",
                                    count, of_.record.kind, field));
    return out + losers(pointer);
  }

  const Explaining& of_;
  const std::vector<Leaf> leaves_;
};

}  // namespace

std::string explain_all(const Explaining& of) {
  return Explainer(of).all();
}

Result<Explained> explain_value(const Explaining& of, const std::string& pointer) {
  return Explainer(of).one(pointer);
}

}  // namespace moot
