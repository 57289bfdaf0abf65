#include "extractors/shapes.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <re2/re2.h>

#include "extractors/contact_table.hpp"
#include "extractors/label_match.hpp"
#include "extractors/people.hpp"
#include "extractors/values.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

bool is_date(const std::string& text) {
  const auto dates = find_dates(text);
  return !dates.empty() && dates[0].begin < 12 && dates[0].end + 2 > text.size();
}

/// Reads lines of a contact block. Blocks often stand side by side, so each column of a table has
/// a contact of its own at work.
class ContactReader {
 public:
  explicit ContactReader(const PaperView& view) : view_(view) {}

  void add(const Line& line, TextRange part) {
    const std::string_view text = slice(view_.doc(), part);
    const Cell& cell = line.cell;
    const bool beside = carried_ != nullptr && cell.table > 0 &&
                        cell.table == carried_cell_.table && cell.row == carried_cell_.row &&
                        cell.column > carried_cell_.column;
    state_ = beside ? carried_ : &states_[cell.column];
    if (!beside) carried_ = nullptr;
    range_ = part;
    const auto match = label_at(part.begin, text);
    const std::string field = match ? contact_part(view_, *match) : std::string();
    if (match && field.empty() && match->value < text.size()) {
      state_->pending.clear();
      return;  // a label of something else
    }
    if (field.empty()) {
      add_plain(std::string(text));
      return;
    }
    state_->pending = field;
    if (field == "name" && state_->contact.name) finish(*state_);
    // The value of a label that fills its cell stands in the next column.
    carried_ = match->value >= text.size() ? state_ : nullptr;
    carried_cell_ = line.cell;
    if (match->value < text.size()) add_labelled(std::string(text.substr(match->value)));
  }

  std::vector<Value> take() {
    for (auto& [column, state] : states_) finish(state);
    return std::move(values_);
  }

 private:
  struct State {
    Contact contact;
    TextRange range;
    std::string pending;  ///< the part that the last label announced
    bool in_role = false;
  };

  /// The label of a line: the view knows those that only a space parts from their value.
  std::optional<LabelMatch> label_at(std::size_t begin, std::string_view text) const {
    const auto& hits = view_.hits();
    const auto hit =
        std::lower_bound(hits.begin(), hits.end(), begin,
                         [](const LabelHit& a, std::size_t b) { return a.label.begin < b; });
    if (hit != hits.end() && hit->label.begin == begin && hit->value - begin <= text.size()) {
      return LabelMatch{hit->label.end - begin, hit->value - begin, hit->rules, true, false};
    }
    return match_label(view_.rules(), text, false);
  }

  void finish(State& state) {
    if (!is_empty(state.contact)) {
      Value value;
      value.text = state.contact.name.value_or("");
      value.role = state.contact.role;
      value.phone = state.contact.phone;
      value.email = state.contact.email;
      value.range = state.range;
      values_.push_back(std::move(value));
    }
    state.contact = {};
    state.range = {};
    state.in_role = false;
  }

  void touch() {
    if (state_->range.empty()) state_->range = range_;
    state_->range.end = std::max(state_->range.end, range_.end);
  }

  void add_labelled(const std::string& text) {
    const std::string part = state_->pending;
    state_->pending.clear();
    Contact& contact = state_->contact;
    if (part == "role") {
      contact.role = text;
      state_->in_role = true;
      touch();
      return;
    }
    Contact found = parse_contact(text);
    if (part == "name" && is_empty(found)) found.name = text;
    merge(found);
  }

  void add_plain(const std::string& text) {
    if (!state_->pending.empty()) {
      add_labelled(text);
      return;
    }
    if (is_date(text)) {
      state_->in_role = false;  // when it was signed
      return;
    }
    const Contact found = parse_contact(text);
    Contact& contact = state_->contact;
    const bool only_words = !found.email && !found.phone;
    // "Assistant Director Education – West Kent" under a name: all of it is the role.
    constexpr std::size_t kLongestRole = 100;  // bytes: more is a sentence
    if (only_words && text.size() > kLongestRole) {
      state_->in_role = false;
      return;
    }
    const bool role = only_words && found.role && (!found.name || !text.starts_with(*found.name));
    if (contact.name && !contact.role && role) {
      contact.role = text;
      state_->in_role = true;
      touch();
    } else if (contact.name && contact.role && state_->in_role && (is_empty(found) || role)) {
      *contact.role += " " + text;
      touch();
    } else if (!is_empty(found) && (found.name || !only_words)) {
      merge(found);  // a role alone is the heading of a group: "Lead Directors"
    }
  }

  void merge(const Contact& found) {
    Contact& contact = state_->contact;
    const bool clash = (found.name && contact.name) || (found.email && contact.email);
    if (clash) finish(*state_);
    state_->in_role = false;
    if (found.name) contact.name = found.name;
    if (found.role && !contact.role) {
      contact.role = found.role;
      state_->in_role = true;
    }
    if (found.phone && !contact.phone) contact.phone = found.phone;
    if (found.email) contact.email = found.email;
    touch();
  }

  const PaperView& view_;
  std::map<int, State> states_;
  State* state_ = nullptr;
  State* carried_ = nullptr;  ///< waits for the value of its label
  Cell carried_cell_;
  TextRange range_;
  std::vector<Value> values_;
};

/// "Jane Doe ......... signed": who signs is not thereby whom to ask.
bool is_line_to_sign(std::string_view text) {
  return text.find(".....") != std::string_view::npos ||
         text.find("_____") != std::string_view::npos || text.find("……") != std::string_view::npos;
}

/// "Town Centres Manager, 01632"
bool ends_in_half_a_number(std::string_view text) {
  static const RE2 kHalf("(?:^|.*[\\s(])0\\d{2,4}\\)?$");
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), kHalf);
}

/// An email and a telephone number beside each other, without a name, are those of one office.
void join_offices(std::vector<Value>& values) {
  const auto nameless = [](const Value& value) { return value.text.empty() && !value.role; };
  std::vector<Value> joined;
  for (Value& value : values) {
    const bool both = !joined.empty() && nameless(joined.back()) && nameless(value);
    if (!both || (joined.back().phone && value.phone) || (joined.back().email && value.email)) {
      joined.push_back(std::move(value));
      continue;
    }
    Value& before = joined.back();
    if (value.phone) before.phone = value.phone;
    if (value.email) before.email = value.email;
    before.range.end = std::max(before.range.end, value.range.end);
  }
  values = std::move(joined);
}

}  // namespace

/// Blocks of contacts are told by their labels: "Name:", "Job title:", "Email:", "Ask for:" in
/// lines that follow each other.
void propose_labelled_lines(const PaperView& view, RecordBuilder& builder) {
  const auto is_part = [&](const LabelHit& hit) {
    return std::any_of(hit.rules.begin(), hit.rules.end(), [&](std::size_t index) {
      return view.rule(index).field.starts_with("contacts");
    });
  };
  const auto& hits = view.hits();
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (!is_part(hits[i])) continue;
    std::vector<Piece> pieces;
    std::size_t next = hits[i].block;
    for (; i < hits.size() && is_part(hits[i]) && hits[i].block <= next; ++i) {
      for (std::size_t k = pieces.empty() ? hits[i].block : pieces.back().block + 1;
           k <= hits[i].block; ++k) {
        pieces.push_back({view.blocks()[k].range, k});
      }
      // A value may stand in a block of its own; a row of something else may stand between.
      next = hits[i].block + (view.blocks()[hits[i].block].cell.table > 0 ? 4 : 2);
    }
    --i;
    const std::size_t last = pieces.back().block + 1;
    const bool value_below = hits[i].whole && last < view.blocks().size() && !view.has_label(last);
    if (value_below) pieces.push_back({view.blocks()[last].range, last});
    std::vector<Value> values = read_contacts(view, pieces);
    std::erase_if(values, [&](const Value& value) {
      const bool known = value.text.empty() && builder.covers("contacts", value.range);
      return (!value.email && !value.phone) || known;
    });
    builder.propose({"contacts.labelled-lines"}, "contacts", std::move(values));
  }
}

std::vector<Value> read_contact_sentence(const PaperView& view, const std::vector<Piece>& pieces) {
  std::string words;
  for (const Piece& piece : pieces) {
    std::string text = view.text(piece.range);
    const auto dates = find_dates(text);  // when it was signed
    if (!dates.empty() && dates.back().end == text.size()) text.erase(dates.back().begin);
    words += text + " ";
  }
  const Contact contact = parse_contact(words);
  if (!contact.name) return {};
  Value value;
  value.text = *contact.name;
  value.role = contact.role;
  value.phone = contact.phone;
  value.email = contact.email;
  value.range = span_of(pieces);
  return {value};
}

std::vector<Value> read_contacts(const PaperView& view, const std::vector<Piece>& pieces) {
  ContactReader reader(view);
  const Document& doc = view.doc();
  std::vector<Piece> others = pieces;
  std::vector<Value> values = take_contact_rows(view, others);
  for (const Piece& piece : others) {
    const Block& block = view.blocks()[piece.block];
    if (is_line_to_sign(slice(doc, piece.range))) continue;
    for (std::size_t i = block.first_line; i < block.last_line; ++i) {
      const Line& line = doc.lines[i];
      if (line.role != LineRole::Body) continue;
      TextRange part{std::max(line.range.begin, piece.range.begin),
                     std::min(line.range.end, piece.range.end)};
      if (part.empty()) continue;  // a piece may be a part of its block
      // "... 01632 / 960817": a number broken over two lines.
      if (i + 1 < block.last_line && ends_in_half_a_number(slice(doc, part)))
        part.end = std::min(doc.lines[++i].range.end, piece.range.end);
      reader.add(line, part);
    }
  }
  for (Value& value : reader.take()) values.push_back(std::move(value));
  std::stable_sort(values.begin(), values.end(),
                   [](const Value& a, const Value& b) { return a.range.begin < b.range.begin; });
  join_offices(values);
  return values;
}

}  // namespace moot
