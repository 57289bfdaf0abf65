#include <fmt/ostream.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/commands.hpp"
#include "index/catalogue.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const CorrectionRow& row) {
  const Correction& said = row.correction;
  Json json;
  json["number"] = row.number;
  json["id"] = row.id;
  json["pointer"] = said.pointer.empty() ? Json(nullptr) : Json(said.pointer);
  json["suppressed"] = said.suppressed;
  json["value"] = Json::parse(said.value, nullptr, false);
  json["made"] = said.when;
  json["holds"] = row.holds;
  return json;
}

void print_json(const std::vector<CorrectionRow>& rows, const Console& console) {
  Json list = Json::array();
  for (const CorrectionRow& row : rows) list.push_back(to_json(row));
  const Json all{{"schema", "moot.corrections/1"}, {"corrections", list}};
  console.out << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void print_text(const std::vector<CorrectionRow>& rows, const Console& console) {
  for (const CorrectionRow& row : rows) {
    const Correction& said = row.correction;
    fmt::print(console.out, "{:>4}. {} of {}, {}\n", row.number,
               said.pointer.empty() ? "words, wherever they stand" : said.pointer, row.id,
               said.when);
    fmt::print(console.out, "      {}\n", said.suppressed ? "suppressed" : printable(said.value));
    if (!row.holds) {
      console.out << "      holds no more: the record has nothing that this speaks of\n";
    }
  }
}

}  // namespace

int run_corrections(const CorrectionsCommand& command, const std::string& index,
                    const Console& console) {
  const Result<Catalogue> catalogue = Catalogue::open_reader(index);
  if (!catalogue) return report_failure(console, catalogue.error());
  const auto rows = catalogue->corrections();
  if (!rows) return report_failure(console, rows.error());
  if (command.json) {
    print_json(*rows, console);
  } else if (rows->empty()) {
    console.out << "Nothing has been corrected or suppressed.\n";
  } else {
    print_text(*rows, console);
  }
  return rows->empty() ? kNothingFound : kDone;
}

}  // namespace moot
