#include "index/query_filter.hpp"

#include <algorithm>
#include <numeric>

#include "extractors/record.hpp"
#include "index/query_date.hpp"
#include "index/query_fields.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

using Names = std::vector<std::string>;

/// Changes of a letter that turn one word into the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t corner = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, corner + (a[i] == b[j] ? 0 : 1)});
      corner = above;
    }
  }
  return row.back();
}

bool is_near(std::string_view typed, std::string_view name) {
  constexpr std::size_t kLongest = 40;
  if (typed.empty() || typed.size() > kLongest) return false;
  if (name.starts_with(typed) || typed.starts_with(name)) return true;
  return distance(typed, name) <= std::max<std::size_t>(1, name.size() / 3);
}

/// "did you mean legal? There are: ..."
std::string hint_for(std::string_view typed, const Names& names) {
  std::string near, all;
  for (const std::string& name : names) {
    if (is_near(typed, name)) near += (near.empty() ? "" : " or ") + name;
    all += (all.empty() ? "" : ", ") + name;
  }
  return (near.empty() ? "" : "did you mean " + near + "? ") + "There are: " + all;
}

/// Lower case, with '_' for spaces and hyphens: how kinds and parts are named.
std::string as_name(std::string_view value) {
  std::string name;
  for (const char c : value) {
    if (c == ' ' || c == '-') {
      name += '_';
    } else {
      name += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
  }
  return name;
}

Names field_names() {
  Names names;
  for (const QueryField& field : query_fields()) names.emplace_back(field.name);
  return names;
}

/// What a value must be one of; null where it may be anything.
const Names* choices_of(std::string_view field) {
  static const Names kYesNo{"yes", "no"};
  if (field == "kind") return &paper_kinds();
  if (field == "in") return &passage_fields();
  if (field == "key") return &kYesNo;
  if (field == "language") return &languages();
  return nullptr;
}

/// A star behind letters, as in comm*, which only plain words take.
bool has_star(std::string_view value) {
  for (std::size_t at = value.find('*'); at != std::string_view::npos;
       at = value.find('*', at + 1)) {
    if (at > 0 && value[at - 1] != ' ' && value[at - 1] != '*') return true;
  }
  return false;
}

QueryNode filter_node(const char* field, std::string value) {
  QueryNode node;
  node.kind = QueryNode::Kind::Filter;
  node.field = field;
  node.text = std::move(value);
  return node;
}

Result<QueryNode> date_filter(std::string_view query, const Lexeme& lexeme) {
  const auto range = parse_date_range(lexeme.text);
  if (!range) {
    return query_error(query, lexeme.place, shown(lexeme.text) + " is not a date or range of dates",
                       "write date:2023, date:2023-05, date:2023-05-17, date:2019..2023 or "
                       "date:2021-04..");
  }
  QueryNode node;
  node.kind = QueryNode::Kind::Dates;
  node.field = "date";
  node.from = range->from;
  node.to = range->to;
  return node;
}

}  // namespace

Result<QueryNode> to_filter(std::string_view query, const Lexeme& lexeme) {
  const QueryField* field = find_query_field(as_name(lexeme.field));
  if (field == nullptr) {
    return query_error(query, lexeme.place, "there is no field " + shown(lexeme.field),
                       hint_for(as_name(lexeme.field), field_names()) +
                           ". To search for the words, put them in quotation marks");
  }
  if (field->match == QueryField::Match::Date) return date_filter(query, lexeme);
  if (const Names* choices = choices_of(field->name)) {
    std::string value = as_name(lexeme.text);
    if (std::find(choices->begin(), choices->end(), value) == choices->end()) {
      return query_error(query, lexeme.place,
                         shown(lexeme.text) + " is nothing that " + field->name + ": knows",
                         hint_for(value, *choices));
    }
    return filter_node(field->name, std::move(value));
  }
  if (has_star(lexeme.text)) {
    return query_error(query, lexeme.place,
                       "a field takes whole words, and " + shown(lexeme.text) + " has a star",
                       std::string("a star is understood only in plain words; write the value in "
                                   "full, as in ") +
                           field->example);
  }
  if (tokenise(lexeme.text).empty()) {
    return query_error(query, lexeme.place, "no word stands behind " + shown(lexeme.field + ":"));
  }
  return filter_node(field->name, lexeme.text);
}

}  // namespace moot
