#include "cli/compare_words.hpp"
#include "cli/json_values.hpp"
#include "cli/matrix_formats.hpp"
#include "cli/matrix_words.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const MatrixRow& row, const std::string& fact, const MatrixCell& cell) {
  Json json = {{"fact", fact},
               {"state", state_name(cell.state)},
               {"value", text_or_null(cell.value)},
               {"count", cell.count},
               {"quote", nullptr}};
  if (cell.state == CellState::Quoted) {
    json["quote"] = {{"text", text_or_null(cell.quote.text)},
                     {"heading", text_or_null(cell.quote.heading)},
                     {"page", page_or_null(cell.quote.page)},
                     {"pointer", text_or_null(cell.quote.pointer)},
                     {"link", text_or_null(cell_link(row, cell))}};
  }
  return json;
}

Json to_json(const Matrix& matrix, const MatrixRow& row) {
  const Column& column = row.column;
  Json cells = Json::array();
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    cells.push_back(to_json(row, matrix.facts[i], row.cells[i]));
  }
  return {{"council", text_or_null(column.council)},
          {"code", text_or_null(column.code)},
          {"type", text_or_null(row.type)},
          {"region", text_or_null(row.region)},
          {"found", column.found},
          {"why", text_or_null(column.why)},
          {"paper", column.paper.id.empty() ? Json(nullptr) : paper_json(column.paper)},
          {"cells", cells}};
}

Json or_null(const std::optional<double>& pounds) {
  return pounds ? Json(*pounds) : Json(nullptr);
}

Json to_json(const FactTotal& total) {
  Json values = Json::array();
  for (const auto& [value, councils] : total.values) {
    values.push_back({{"value", value}, {"councils", councils}});
  }
  return {{"fact", total.fact},
          {"stated", total.stated},
          {"not_stated", total.not_stated},
          {"no_paper", total.no_paper},
          {"values", values},
          {"least", or_null(total.least)},
          {"median", or_null(total.median)},
          {"most", or_null(total.most)}};
}

Json to_json(const std::vector<MatrixGroup>& groups) {
  Json list = Json::array();
  for (const MatrixGroup& group : groups) {
    list.push_back({{"name", text_or_null(group.name)},
                    {"councils", group.councils},
                    {"with_paper", group.with_paper}});
  }
  return list;
}

}  // namespace

std::string matrix_to_json(const Matrix& matrix, const std::string& query) {
  Json json;
  json["schema"] = "moot.matrix/1";
  json["query"] = text_or_null(query);
  json["facts"] = matrix.facts;
  for (const char* list : {"rows", "totals"}) json[list] = Json::array();
  for (const MatrixRow& row : matrix.rows) json["rows"].push_back(to_json(matrix, row));
  for (const FactTotal& total : matrix.totals) json["totals"].push_back(to_json(total));
  json["regions"] = to_json(matrix.regions);
  json["types"] = to_json(matrix.types);
  json["councils"] = matrix.rows.size();
  json["with_paper"] = matrix.with_paper;
  json["more_councils"] = matrix.more_councils;
  json["without_council"] = matrix.without_council;
  // A query or a path may hold bytes that are not UTF-8.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace moot
