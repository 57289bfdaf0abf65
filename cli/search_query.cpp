#include "cli/search_query.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "index/query_nodes.hpp"

namespace moot {
namespace {

/// A value in quotes, as the query language reads it.
std::string quoted(std::string value) {
  std::replace(value.begin(), value.end(), '"', ' ');
  return '"' + value + '"';
}

/// The filter `text` that an option stands for, read as the query language reads it.
Result<QueryNode> filter(const std::string& text, const std::string& option) {
  Result<Query> query = parse_query(text);
  if (query) return std::move(query->root);
  Error error = query.error();
  error.where = option;
  return error;
}

Result<QueryNode> any_of(const std::string& field, const std::vector<std::string>& values) {
  std::vector<QueryNode> any;
  for (const std::string& value : values) {
    Result<QueryNode> one = filter(field + ":" + quoted(value), "--" + field);
    if (!one) return one;
    any.push_back(std::move(*one));
  }
  return joined(QueryNode::Kind::Or, std::move(any));
}

/// Adds --in: for the words of the query, or as "has this part" where there are none.
Result<Done> add_part(const std::string& part, QueryNode& root, std::vector<QueryNode>& filters) {
  Result<QueryNode> node = filter("in:" + quoted(part), "--in");
  if (!node) return node.error();
  if (wants_words(root)) {
    bind_to_parts(root, {node->text});
  } else {
    filters.push_back(std::move(*node));
  }
  return Done{};
}

Result<std::vector<QueryNode>> filters_of(const SearchCommand& command) {
  std::vector<QueryNode> filters;
  const std::vector<std::string> key =
      command.key.empty() ? std::vector<std::string>{} : std::vector<std::string>{command.key};
  const std::pair<const char*, const std::vector<std::string>*> options[] = {
      {"council", &command.council},
      {"body", &command.body},
      {"kind", &command.kind},
      {"key", &key}};
  for (const auto& [field, values] : options) {
    if (values->empty()) continue;
    Result<QueryNode> node = any_of(field, *values);
    if (!node) return node.error();
    filters.push_back(std::move(*node));
  }
  if (!command.from.empty() || !command.to.empty()) {
    const std::string range = command.from + ".." + command.to;
    Result<QueryNode> dates = filter("date:" + quoted(range), "--from, --to");
    if (!dates) return dates.error();
    filters.push_back(std::move(*dates));
  }
  return filters;
}

}  // namespace

bool has_options(const SearchCommand& command) {
  return !command.council.empty() || !command.body.empty() || !command.kind.empty() ||
         !command.from.empty() || !command.to.empty() || !command.key.empty() ||
         !command.in.empty() || !command.sort.empty();
}

Result<Query> to_query(const SearchCommand& command) {
  // Filters alone are a query too: all that they let through.
  const bool all = command.query.empty() && has_options(command);
  Result<Query> query = parse_query(all ? "*" : command.query);
  if (!query) return query;
  if (!command.sort.empty()) {
    const Result<Query> sorted = parse_query("sort:" + command.sort);
    if (!sorted) return sorted;
    query->sort = sorted->sort;
  }
  Result<std::vector<QueryNode>> filters = filters_of(command);
  if (!filters) return filters.error();
  if (!command.in.empty()) {
    if (auto added = add_part(command.in, query->root, *filters); !added) return added.error();
  }
  if (filters->empty()) return query;
  std::vector<QueryNode> parts = parts_of(std::move(query->root));
  std::move(filters->begin(), filters->end(), std::back_inserter(parts));
  query->root = joined(QueryNode::Kind::And, std::move(parts));
  return query;
}

std::vector<std::string> likely_slips(std::string_view query) {
  std::vector<std::string> slips;
  for (const char* option : {"limit", "offset", "sort", "facets", "format", "index", "council",
                             "body", "kind", "from", "to", "key", "in", "explain", "no-expand"}) {
    const std::string slip = std::string(" -") + option + ' ';
    if ((' ' + std::string(query) + ' ').find(slip) != std::string::npos)
      slips.emplace_back(option);
  }
  return slips;
}

}  // namespace moot
