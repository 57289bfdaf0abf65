#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/compare_formats.hpp"
#include "cli/compare_words.hpp"
#include "cli/json_values.hpp"
#include "index/page_link.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double number) {
  constexpr double kThousand = 1000;
  return std::round(number * kThousand) / kThousand;
}

Json to_json(const std::vector<TextRange>& ranges) {
  Json list = Json::array();
  for (const TextRange& range : ranges) list.push_back({range.begin, range.end});
  return list;
}

Json to_json(const Column& column) {
  Json others = Json::array();
  for (const Entry& paper : column.others) others.push_back(paper_json(paper));
  return {{"council", text_or_null(column.council)},
          {"code", text_or_null(column.code)},
          {"name", column.name},
          {"found", column.found},
          {"why", text_or_null(column.why)},
          {"paper", column.paper.id.empty() ? Json(nullptr) : paper_json(column.paper)},
          {"others", others}};
}

/// What is told of a comparison's parts, which know their papers by the numbers of columns.
class Parts {
 public:
  explicit Parts(const Comparison& comparison) : comparison_(comparison) {}

  Json quote(std::size_t column, const Quote& quote) const {
    return {{"text", quote.text},
            {"heading", text_or_null(quote.heading)},
            {"value", text_or_null(quote.value)},
            {"page", page_or_null(quote.page)},
            {"pointer", text_or_null(quote.pointer)},
            {"link", text_or_null(quote_link(comparison_, column, quote))}};
  }

  Json row(const Row& row) const {
    Json cells = Json::array();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const ComparedCell& cell = row.cells[i];
      Json quotes = Json::array();
      for (const Quote& one : cell.quotes) quotes.push_back(quote(i, one));
      cells.push_back({{"state", state_name(cell.state)},
                       {"none_stated", cell.none_stated},
                       {"quotes", quotes}});
    }
    return {{"field", row.field}, {"cells", cells}};
  }

  Json themes(const std::vector<Theme>& themes) const {
    Json list = Json::array();
    for (const Theme& theme : themes) {
      Json in = Json::array();
      for (const ThemePlace& place : places_of(theme)) {
        Json passage = place.passage ? quote(place.column, *place.passage) : Json(nullptr);
        in.push_back({{"column", place.column},
                      {"times", place.times},
                      {"passage", passage},
                      {"where", to_json(place.where)}});
      }
      list.push_back({{"words", theme.words}, {"keyness", rounded(theme.keyness)}, {"in", in}});
    }
    return list;
  }

  Json side(std::size_t column, const Quote& words) const {
    return {{"column", column}, {"quote", quote(column, words)}};
  }

  Json side(std::size_t column, const Quote& words, const std::vector<TextRange>& differs) const {
    Json json = side(column, words);
    json["differs"] = to_json(differs);
    return json;
  }

  Json change(const Changed& one) const {
    const bool before = one.change != Change::Added, after = one.change != Change::Dropped;
    Json json = {{"change", change_name(one.change)}};
    json["before"] =
        before ? side(one.column_before, one.before, one.differs_before) : Json(nullptr);
    json["after"] = after ? side(one.column_after, one.after, one.differs_after) : Json(nullptr);
    json["likeness"] = rounded(one.likeness);
    return json;
  }

 private:
  const Comparison& comparison_;
};

}  // namespace

nlohmann::ordered_json paper_json(const Entry& paper) {
  return {{"id", paper.id},
          {"title", text_or_null(paper.title)},
          {"kind", text_or_null(paper.kind)},
          {"body", text_or_null(paper.body)},
          {"date", text_or_null(paper.date)},
          {"path", text_or_null(paper.path)},
          {"link", text_or_null(page_link(paper.url, paper.path, paper.page))}};
}

std::string comparison_to_json(const Comparison& comparison, const std::string& query) {
  const Parts parts(comparison);
  Json json;
  json["schema"] = "moot.compare/1";
  json["query"] = text_or_null(query);
  for (const char* list : {"columns", "rows"}) json[list] = Json::array();
  for (const Column& column : comparison.columns) json["columns"].push_back(to_json(column));
  for (const Row& row : comparison.rows) json["rows"].push_back(parts.row(row));
  json["themes"] = {{"shared", parts.themes(comparison.shared)},
                    {"partly", parts.themes(comparison.partly)},
                    {"single", parts.themes(comparison.single)}};
  for (const char* list : {"passages", "copied", "changes"}) json[list] = Json::array();
  for (const Correspondence& pair : comparison.passages) {
    json["passages"].push_back(
        {{"here", parts.side(pair.column_here, pair.here, pair.differs_here)},
         {"there", parts.side(pair.column_there, pair.there, pair.differs_there)},
         {"likeness", rounded(pair.likeness)}});
  }
  for (const Recurrence& one : comparison.copied) {
    json["copied"].push_back({{"here", parts.side(one.column_here, one.here)},
                              {"there", parts.side(one.column_there, one.there)},
                              {"words", one.words}});
  }
  for (const Changed& one : comparison.changes) json["changes"].push_back(parts.change(one));
  json["more_papers"] = comparison.more_papers;
  json["more_councils"] = comparison.more_councils;
  // A query or a path may hold bytes that are not UTF-8.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace moot
