#include "index/query_filter.hpp"

#include <algorithm>
#include <set>

#include "extractors/gazetteer.hpp"
#include "extractors/record.hpp"
#include "index/query_date.hpp"
#include "index/query_fields.hpp"
#include "index/query_nodes.hpp"
#include "index/spelling.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

using Names = std::vector<std::string>;

bool is_near(std::string_view typed, std::string_view name) {
  constexpr std::size_t kLongest = 40;
  if (typed.empty() || typed.size() > kLongest) return false;
  if (name.starts_with(typed) || typed.starts_with(name)) return true;
  return edit_distance(typed, name) <= std::max<std::size_t>(1, name.size() / 3);
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

Error unknown_value(std::string_view query, const Lexeme& lexeme, const char* field,
                    const Names& names) {
  return query_error(query, lexeme.place,
                     shown(lexeme.text) + " is nothing that " + field + ": knows",
                     hint_for(as_name(lexeme.text), names));
}

/// What the gazetteer has of its authorities in this member, each once, in order.
Names authority_facts(std::string Authority::*member) {
  std::set<std::string> facts;
  for (const Authority& authority : authorities()) facts.insert(authority.*member);
  facts.erase("");
  return {facts.begin(), facts.end()};
}

/// What a value's words must stand in; null where they may be any.
const Names* facts_of(std::string_view field) {
  static const Names kTypes = authority_facts(&Authority::type);
  static const Names kRegions = authority_facts(&Authority::region);
  static const Names kNations = authority_facts(&Authority::nation);
  if (field == "type") return &kTypes;
  if (field == "region") return &kRegions;
  if (field == "nation") return &kNations;
  return nullptr;
}

/// Whether the words of `part` stand one after another in one of the names.
bool stands_in(const Names& names, std::string_view part) {
  const std::vector<std::string> words = folded_words(part);
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const std::vector<std::string> all = folded_words(name);
    return std::search(all.begin(), all.end(), words.begin(), words.end()) != all.end();
  });
}

const std::vector<std::pair<std::string, Sort>>& sorts() {
  static const std::vector<std::pair<std::string, Sort>> all = {{"relevance", Sort::Relevance},
                                                                {"date", Sort::Newest},
                                                                {"oldest", Sort::Oldest},
                                                                {"council", Sort::Council}};
  return all;
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
  if (field == "key" || field == "standing") return &kYesNo;
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

Result<QueryNode> date_filter(std::string_view query, const Lexeme& lexeme) {
  const auto range = parse_date_range(lexeme.text);
  if (!range) {
    constexpr std::size_t kLongest = 40;  // bytes of a text that may be one
    const bool told = lexeme.text.size() <= kLongest;
    return query_error(
        query, lexeme.place,
        told ? date_mistake(lexeme.text) : shown(lexeme.text) + " is not a date or range of dates",
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
      return unknown_value(query, lexeme, field->name, *choices);
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
  if (const Names* facts = facts_of(field->name); facts && !stands_in(*facts, lexeme.text)) {
    return unknown_value(query, lexeme, field->name, *facts);
  }
  return filter_node(field->name, lexeme.text);
}

bool names_sort(std::string_view field) {
  return as_name(field) == "sort";
}

Result<Sort> to_sort(std::string_view query, const Lexeme& lexeme) {
  const std::string value = as_name(lexeme.text);
  Names names;
  for (const auto& [name, sort] : sorts()) {
    if (name == value) return sort;
    names.push_back(name);
  }
  return unknown_value(query, lexeme, "sort", names);
}

}  // namespace moot
