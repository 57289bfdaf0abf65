#include "extractors/minutes.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "extractors/compiled_rules.hpp"
#include "extractors/sentences.hpp"
#include "extractors/shapes.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr long kLargestStep = 3;  // items may be left out of minutes

/// "16.07.2" -> prefix "16.07.", last 2. Letters after it ("29a") are left out.
struct ItemNumber {
  std::string prefix;
  long last = 0;
};

std::optional<ItemNumber> read_number(const std::string& number) {
  std::size_t at = number.size();
  while (at > 0 && std::isdigit(static_cast<unsigned char>(number[at - 1])) != 0) --at;
  if (at == number.size() || number.size() - at > 6) return {};
  return ItemNumber{number.substr(0, at), std::stol(number.substr(at))};
}

struct Candidate {
  std::size_t block;
  ItemNumber number;
  double weight;      ///< headings are likelier items than lines of a list
  double best = 0;    ///< of the best chain that ends here
  int before = -1;
};

std::vector<Candidate> find_candidates(const PaperView& view) {
  std::vector<Candidate> list;
  for (std::size_t i = 0; i < view.blocks().size(); ++i) {
    const Block& block = view.blocks()[i];
    if (block.number.empty()) continue;
    const auto number = read_number(block.number);
    if (!number) continue;
    const bool heading = block.kind == BlockKind::Heading || block.cell.column == 1;
    list.push_back({i, *number, heading ? 1.6 : 1.0});
  }
  return list;
}

/// The chain of consecutive numbers that weighs most: the items. Lists inside items start again
/// at 1 and make shorter chains.
std::vector<std::size_t> find_chain(std::vector<Candidate> list) {
  int best = -1;
  for (std::size_t i = 0; i < list.size(); ++i) {
    list[i].best = list[i].weight;
    const std::size_t from = i > 400 ? i - 400 : 0;
    for (std::size_t j = from; j < i; ++j) {
      const long step = list[i].number.last - list[j].number.last;
      if (step < 1 || step > kLargestStep || list[i].number.prefix != list[j].number.prefix) continue;
      const double sum = list[j].best + list[i].weight - 0.4 * static_cast<double>(step - 1);
      if (sum > list[i].best) {
        list[i].best = sum;
        list[i].before = static_cast<int>(j);
      }
    }
    if (best < 0 || list[i].best > list[static_cast<std::size_t>(best)].best) best = static_cast<int>(i);
  }
  std::vector<std::size_t> chain;
  for (int at = best; at >= 0; at = list[static_cast<std::size_t>(at)].before) {
    chain.insert(chain.begin(), list[static_cast<std::size_t>(at)].block);
  }
  return chain;
}

/// The title of an item: without "(Pages 3 - 8)", "(Item 4)", and what runs on after a colon.
struct ItemTitle {
  std::string title;
  std::string rest;
};

ItemTitle cut_title(std::string text, bool heading) {
  static const RE2 kNoise("(?i)\\s*(?:\\(?pages? \\d+\\s*(?:[-–]|to)\\s*\\d+\\)?|\\(item \\d+[a-z]?\\)|\\(to follow\\)|"
                          "to follow|\\d{1,3} ?[-–] ?\\d{1,3})\\s*$");
  while (RE2::Replace(&text, kNoise, "")) {
  }
  ItemTitle result{text, ""};
  if (heading && text.back() != '.') return result;
  std::string title, rest;
  static const RE2 kRunOn("(?is)^(.{3,120}?)\\s*(?::|\\s[-–]\\s(?:proposed|resolved|agreed|it was))\\s*(.*)$");
  static const RE2 kStop("(?s)^([^.]{3,90})\\.\\s+(.{20,})$");
  if (RE2::FullMatch(text, kRunOn, &title, &rest) || RE2::FullMatch(text, kStop, &title, &rest)) {
    result = {title, rest};
  }
  return result;
}

/// What a trigger of the rules found in one block.
struct Trigger {
  const Rule* rule = nullptr;
  TextRange text;  ///< of the resolution, in the block's text; may be empty: a list follows
};

/// Triggers that are cut off ("RESOLVED: ..."), rules with Shape::List; triggers inside a sentence
/// that is kept whole, rules with Shape::Line.
std::vector<Trigger> find_triggers(const PaperView& view, const std::string& text,
                                   std::string_view kind) {
  std::vector<Trigger> found;
  const auto& compiled = view.rules().compiled();
  const auto each = [&](Shape shape, auto visit) {
    for (const CompiledPattern& pattern : compiled.patterns) {
      const Rule& rule = compiled.rules[pattern.rule];
      if (rule.field != "resolutions" || rule.shape != shape) continue;
      const auto& kinds = rule.kinds;
      if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) continue;
      if (visit(rule, *pattern.re)) return;
    }
  };
  each(Shape::List, [&](const Rule& rule, const RE2& re) {
    re2::StringPiece rest;
    if (!RE2::PartialMatch(text, re, &rest)) return false;
    const auto begin = static_cast<std::size_t>(rest.data() - text.data());
    found.push_back({&rule, {begin, begin + rest.size()}});
    return true;
  });
  if (!found.empty()) return found;
  for (const TextRange sentence : split_sentences(text)) {
    const std::string_view words = std::string_view(text).substr(sentence.begin, sentence.end - sentence.begin);
    each(Shape::Line, [&](const Rule& rule, const RE2& re) {
      if (!RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), re)) return false;
      found.push_back({&rule, sentence});
      return true;
    });
  }
  return found;
}

/// Walks over blocks and collects resolutions.
class ResolutionReader {
 public:
  ResolutionReader(const PaperView& view, std::string_view kind) : view_(view), kind_(kind) {}

  /// Reads the blocks [first, last) of one item.
  std::vector<Value> read(std::size_t first, std::size_t last, std::string first_text) {
    std::vector<Value> values;
    for (std::size_t i = first; i < last; ++i) {
      const Block& block = view_.blocks()[i];
      const std::string text = i == first && !first_text.empty() ? first_text : view_.text(i);
      for (const Trigger& trigger : find_triggers(view_, text, kind_)) {
        rule_ = trigger.rule;
        const std::string words = text.substr(trigger.text.begin, trigger.text.end - trigger.text.begin);
        const bool list = trigger.rule->shape == Shape::List && leads_to_list(words, i + 1, last);
        if (list) {
          std::vector<Piece> pieces;
          for (std::size_t j = i + 1; j < last && continues_list(j, i + 1); ++j) {
            pieces.push_back({view_.blocks()[j].range, j});
          }
          auto items = read_list(view_, pieces);
          i += pieces.size();
          values.insert(values.end(), items.begin(), items.end());
        } else if (words.size() > 8) {
          Value value;
          value.text = words;
          value.range = block.range;
          if (words.ends_with(":") && trigger.rule->shape == Shape::Line) join_following(value, i, last);
          values.push_back(std::move(value));
        }
      }
    }
    return values;
  }

  const Rule* rule() const { return rule_; }

 private:
  bool leads_to_list(const std::string& words, std::size_t next, std::size_t last) const {
    if (next >= last) return false;
    const Block& block = view_.blocks()[next];
    const bool item = !block.number.empty() || block.bullet;
    if (words.empty()) return block.kind != BlockKind::Heading;
    return item && (words.back() == ':' || words.size() < 60 || words.ends_with("-"));
  }

  bool continues_list(std::size_t at, std::size_t first) const {
    const Block& block = view_.blocks()[at];
    if (block.kind == BlockKind::Heading) return false;
    const bool first_is_item =
        !view_.blocks()[first].number.empty() || view_.blocks()[first].bullet;
    const bool item = !block.number.empty() || block.bullet;
    if (!first_is_item) return at == first;
    return item || block.indent > view_.blocks()[first].indent + 5;
  }

  /// "It was agreed to send these observations:" and what they are.
  void join_following(Value& value, std::size_t& i, std::size_t last) const {
    while (i + 1 < last && view_.blocks()[i + 1].kind != BlockKind::Heading) {
      const std::string text = view_.text(i + 1);
      if (text.size() > 400) break;
      value.text += " " + text;
      value.range.end = view_.blocks()[++i].range.end;
      if (text.ends_with(".")) break;
    }
  }

  const PaperView& view_;
  std::string_view kind_;
  const Rule* rule_ = nullptr;
};

}  // namespace

void propose_items(const PaperView& view, RecordBuilder& builder) {
  const std::vector<std::size_t> chain = find_chain(find_candidates(view));
  if (chain.size() < 2) return;
  std::vector<Value> items;
  for (std::size_t k = 0; k < chain.size(); ++k) {
    const std::size_t first = chain[k];
    const std::size_t last = k + 1 < chain.size() ? chain[k + 1] : view.blocks().size();
    const Block& block = view.blocks()[first];
    ItemTitle title = cut_title(view.text(first), block.kind == BlockKind::Heading);
    std::size_t body = first + 1;
    // A number in a column of its own: the title stands in the next cell.
    if (title.title.empty() && body < last) title = cut_title(view.text(body++), false);
    if (title.title.empty()) continue;
    Value item;
    item.text = title.title;
    item.number = block.number;
    item.body = title.rest;
    ResolutionReader reader(view, "minutes");
    for (const Value& resolution : reader.read(body - 1, last, title.rest.empty() ? " " : title.rest)) {
      item.resolutions.push_back(resolution.text);
    }
    for (std::size_t i = body; i < last; ++i) {
      const std::string text = view.text(i);
      if (!text.empty()) item.body += (item.body.empty() ? "" : "\n") + text;
    }
    item.range = {block.range.begin, view.blocks()[last - 1].range.end};
    items.push_back(std::move(item));
  }
  builder.propose({"items.numbers"}, "items", std::move(items));
}

void propose_resolutions(const PaperView& view, RecordBuilder& builder) {
  ResolutionReader reader(view, "minutes");
  std::vector<Value> values = reader.read(0, view.blocks().size(), "");
  if (values.empty()) return;
  builder.propose({reader.rule()->id, reader.rule()->weight}, "resolutions", std::move(values));
}

}  // namespace moot
