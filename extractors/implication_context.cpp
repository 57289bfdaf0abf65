#include "extractors/implication_context.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "extractors/implication_heading.hpp"
#include "extractors/values.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr std::string_view kPrefix = "implications/";

bool is_implication(const PaperView& view, const LabelHit& hit) {
  return std::any_of(hit.rules.begin(), hit.rules.end(), [&](std::size_t index) {
    return view.rule(index).field.starts_with(kPrefix);
  });
}

/// What a column of a cell's row holds.
std::string text_in_column(const PaperView& view, std::size_t block, int column) {
  const Cell own = view.blocks()[block].cell;
  std::string text;
  for (std::size_t i = block + 1; i < view.blocks().size(); ++i) {
    const Cell& cell = view.blocks()[i].cell;
    if (cell.table != own.table || cell.row != own.row) break;
    if (cell.column == column) text += (text.empty() ? "" : "\n") + view.text(i);
  }
  return text;
}

/// A tick, a cross, "Yes", "Y/N".
bool is_mark(const std::string& text) {
  constexpr std::size_t kLongest = 6;  // bytes: "Yes/No"
  return text.size() <= kLongest && !is_none(text);
}

/// Tables in which rows of implications are no chance.
std::map<int, bool> find_tables(const PaperView& view, const std::vector<LabelHit>& hits) {
  std::map<int, std::size_t> counts;  // of rows that are not bare
  for (const LabelHit& hit : hits) {
    const Cell& cell = view.blocks()[hit.block].cell;
    if (cell.table == 0 || !is_implication(view, hit) || !view.is_row_label(hit.block)) continue;
    const int column = text_column(view, hit.block);
    if (hit.whole && !is_prose(text_in_column(view, hit.block, column))) continue;
    if (!hit.bare) ++counts[cell.table];
  }
  std::map<int, bool> tables;
  for (const auto& [table, count] : counts) {
    tables[table] = count >= 2;
  }
  return tables;
}

/// Marks bare hits outside tables that stand next to implications, or to such a hit; names of posts
/// alone only where the heading before says that officers speak here.
std::vector<bool> find_supported(const PaperView& view, const std::vector<LabelHit>& hits) {
  std::vector<bool> supported(hits.size(), false);
  std::vector<bool> post(hits.size(), false);
  const auto is_sure = [&](std::size_t i) {
    return supported[i] ||
           (!hits[i].bare && (is_implication(view, hits[i]) || is_container(view, hits[i])));
  };
  const auto may_be = [&](std::size_t i) {
    return hits[i].bare && starts_upper(view.text(hits[i].label));
  };
  for (std::size_t i = 1; i < hits.size(); ++i) {
    post[i] = hits[i].bare && names_post(slice(view.doc(), hits[i].label));
    const bool spoken = (post[i - 1] && supported[i - 1]) || is_container(view, hits[i - 1]);
    if (may_be(i) && (post[i] ? spoken : is_sure(i - 1))) supported[i] = true;
  }
  for (std::size_t i = hits.size(); i-- > 1;) {
    if (may_be(i - 1) && !post[i - 1] && is_sure(i)) supported[i - 1] = true;
  }
  return supported;
}

}  // namespace

bool is_container(const PaperView& view, const LabelHit& hit) {
  if (view.rule(hit.rules[0]).shape != Shape::None) return false;
  const std::string label = fold(view.text(hit.label));
  constexpr std::array<std::string_view, 6> kSigns = {
      "implication", "consideration", "assessment", "advice", "comments", "goblygiadau"};
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](std::string_view sign) { return label.find(sign) != std::string::npos; });
}

bool is_prose(const std::string& text) {
  constexpr std::size_t kFewWords = 2;
  std::size_t words = 0, figures = 0;
  bool inside = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool space = i == text.size() || text[i] == ' ' || text[i] == '\n';
    if (!space && !inside) {
      const bool digit = text[i] >= '0' && text[i] <= '9';
      (digit || text[i] == '-' || text[i] == '+' ? figures : words) += 1;
    }
    inside = !space;
  }
  return is_none(text) || (words >= kFewWords && words > figures);
}

int text_column(const PaperView& view, std::size_t block) {
  constexpr int kMostMarks = 3;
  const int next = view.blocks()[block].cell.column + 1;
  for (int column = next; column < next + kMostMarks; ++column) {
    const std::string text = text_in_column(view, block, column);
    if (!text.empty() && !is_mark(text)) return column;
  }
  return next;
}

void drop_unsupported(const PaperView& view, std::vector<LabelHit>& hits) {
  const std::map<int, bool> tables = find_tables(view, hits);
  const std::vector<bool> supported = find_supported(view, hits);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    LabelHit& hit = hits[i];
    const int table = view.blocks()[hit.block].cell.table;
    const auto found = tables.find(table);
    const bool post = hit.bare && names_post(slice(view.doc(), hit.label));
    const bool row =
        found != tables.end() && found->second && view.is_row_label(hit.block) && !post;
    const bool drop = table > 0 && hit.whole ? !row : hit.bare && !supported[i] && !row;
    if (!drop) continue;
    std::erase_if(hit.rules, [&](std::size_t index) {
      return view.rule(index).field.starts_with(kPrefix) &&
             view.rule(index).field != "implications/sign_off";
    });
  }
  std::erase_if(hits, [](const LabelHit& hit) { return hit.rules.empty(); });
}

}  // namespace moot
