#include <algorithm>

#include "extractors/item_starts.hpp"
#include "extractors/minutes.hpp"
#include "extractors/resolutions.hpp"

namespace moot {

namespace {

/// Where the item's number, its title and its text stand.
void set_places(const PaperView& view, const ItemStart& start, Value& item) {
  const auto& blocks = view.blocks();
  const TextRange own = blocks[start.block].range;
  if (!start.number.empty()) {
    TextRange number = view.number_range(start.block);
    if (number.empty()) number = view.find(own, start.number);
    item.places["number"] = number.empty() ? own : number;
  }
  const std::size_t last = std::max(start.text_block, start.block + 1) - 1;
  const TextRange near{own.begin, blocks[last].range.end};
  const TextRange title = view.find(near, item.text);
  item.places["title"] = title.empty() ? near : title;
  item.places["text"] = {};  // nowhere
  if (item.body.empty()) return;
  const std::size_t begin =
      start.rest.empty() ? blocks[start.text_block].range.begin : item.places["title"].end;
  if (begin < item.range.end) item.places["text"] = {begin, item.range.end};
}

/// The item from `start` up to the block `end`.
Value make_item(const PaperView& view, const ItemStart& start, std::size_t end) {
  Value item;
  item.text = start.title;
  if (!start.number.empty()) item.number = start.number;
  item.body = start.rest;
  for (std::size_t i = start.text_block; i < end; ++i) {
    const std::string text = view.text(i);
    if (!text.empty()) item.body += (item.body.empty() ? "" : "\n") + text;
  }
  item.range = {view.blocks()[start.block].range.begin, view.blocks()[end - 1].range.end};
  set_places(view, start, item);
  return item;
}

/// Blocks at which an item ends: headings of groups of items, and in an agenda whom to ask.
std::vector<std::size_t> find_ends(const PaperView& view, bool agenda) {
  std::vector<std::size_t> ends;
  for (const LabelHit& hit : view.hits()) {
    const bool ends_item = std::any_of(hit.rules.begin(), hit.rules.end(), [&](std::size_t index) {
      const std::string& field = view.rule(index).field;
      return (field == "items/group" && hit.whole) || (agenda && field == "contacts");
    });
    if (ends_item) ends.push_back(hit.block);
  }
  return ends;
}

/// Gives each item the resolutions that stand inside. Both are in order of their places.
void share_out(const std::vector<Value>& resolutions, std::vector<Value>& items) {
  std::size_t at = 0;
  for (const Value& resolution : resolutions) {
    const std::size_t begin = resolution.range.begin;
    while (at < items.size() && items[at].range.end <= begin) ++at;
    if (at == items.size()) return;
    if (items[at].range.begin <= begin) items[at].resolutions.push_back(resolution);
  }
}

}  // namespace

std::size_t propose_items(const PaperView& view, std::string_view kind, RecordBuilder& builder) {
  const bool agenda = kind == "agenda";
  const std::vector<ItemStart> starts = find_item_starts(view, agenda);
  FoundResolutions found = find_resolutions(view, starts);
  const std::vector<std::size_t> ends = find_ends(view, agenda);
  std::vector<Value> items;
  for (std::size_t k = 0; k < starts.size(); ++k) {
    std::size_t end = k + 1 < starts.size() ? starts[k + 1].block : view.blocks().size();
    const auto group = std::lower_bound(ends.begin(), ends.end(), starts[k].text_block);
    if (group != ends.end()) end = std::min(end, *group);
    items.push_back(make_item(view, starts[k], end));
  }
  share_out(found.values, items);
  builder.propose({"items.numbers"}, "items", std::move(items));
  if (!agenda && found.rule != nullptr)
    builder.propose({found.rule->id, found.rule->weight}, "resolutions", std::move(found.values));
  return starts.empty() ? view.front_end() : starts[0].block;
}

}  // namespace moot
