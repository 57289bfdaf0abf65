#include "cli/hit_formats.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/csv.hpp"
#include "cli/json_values.hpp"
#include "index/page_link.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Expansion& expansion) {
  const char* why = "thesaurus";
  if (expansion.why == Expansion::Why::Welsh) why = "welsh";
  if (expansion.why == Expansion::Why::Council) why = "council";
  return {{"typed", expansion.typed}, {"added", expansion.added}, {"why", why}};
}

Json to_json(const std::vector<Expansion>& expansions) {
  Json list = Json::array();
  for (const Expansion& each : expansions) list.push_back(to_json(each));
  return list;
}

Json to_json(const Clue& clue) {
  return {{"part", clue.part},
          {"alone", clue.alone},
          {"without", clue.without},
          {"apart", clue.apart},
          {"unknown_council", clue.unknown_council},
          {"spelled", clue.spelled}};
}

Json to_json(const Facet& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    values.push_back({{"value", value.value}, {"entries", value.entries}});
  }
  return {{"values", values}, {"without", facet.without}};
}

Json to_json(const Hit& hit, bool explain) {
  const Entry& entry = hit.entry;
  Json json;
  json["rank"] = hit.rank;
  json["score"] = hit.score;
  json["id"] = entry.id;
  json["record_id"] = entry.record_id;
  json["kind"] = entry.kind;
  json["council"] = entry.council.empty()
                        ? Json(nullptr)
                        : Json{{"name", entry.council}, {"code", text_or_null(entry.council_code)}};
  json["body"] = text_or_null(entry.body);
  json["date"] = text_or_null(entry.date);
  json["title"] = text_or_null(entry.title);
  json["decision_number"] = text_or_null(entry.decision_number);
  json["key_decision"] =
      entry.key_decision.empty() ? Json(nullptr) : Json(entry.key_decision == "yes");
  json["decision_status"] = text_or_null(entry.decision_status);
  json["language"] = text_or_null(entry.language);
  json["source"] = {
      {"path", entry.path}, {"sha256", entry.sha256}, {"url", text_or_null(entry.url)}};
  json["page"] = page_or_null(hit.page);
  json["link"] = text_or_null(page_link(entry.url, entry.path, hit.page));
  json["field"] = text_or_null(hit.field);
  json["heading"] = text_or_null(hit.heading);
  json["pointer"] = text_or_null(hit.pointer);
  Json highlights = Json::array();
  for (const TextRange& range : hit.snippet.highlights) {
    highlights.push_back({range.begin, range.end});
  }
  json["snippet"] = {{"text", hit.snippet.text}, {"highlights", highlights}};
  json["standing"] = hit.standing;
  if (!explain) return json;
  json["shares"] = Json::array();
  for (const Share& share : hit.shares) {
    json["shares"].push_back(
        {{"words", share.words}, {"score", share.score}, {"entries", share.entries}});
  }
  return json;
}

}  // namespace

std::string hits_to_json(const SearchAnswer& answer) {
  const SearchResults& results = answer.results;
  Json json;
  json["schema"] = "moot.hits/1";
  json["query"] = answer.query.text;
  json["understood"] = to_string(answer.query.root);
  json["total"] = results.total;
  json["entries"] = results.entries;
  json["offset"] = answer.options.offset;
  json["limit"] = answer.options.limit;
  json["reach"] = {{"from", text_or_null(results.reach.from)},
                   {"to", text_or_null(results.reach.to)},
                   {"councils", results.reach.in_period},
                   {"councils_of_index", results.reach.councils},
                   {"files_behind", answer.files_behind}};
  json["expansions"] = to_json(answer.expansions);
  if (results.total == 0) {
    json["clues"] = Json::array();
    for (const Clue& clue : answer.clues) json["clues"].push_back(to_json(clue));
    json["nearest"] = Json::array();
    for (const Hit& hit : answer.nearest) {
      json["nearest"].push_back(to_json(hit, answer.options.explain));
    }
  }
  if (answer.options.facets) {
    json["facets"] = Json::object();
    for (const Facet& facet : results.facets) json["facets"][facet.name] = to_json(facet);
  }
  json["hits"] = Json::array();
  for (const Hit& hit : results.hits) json["hits"].push_back(to_json(hit, answer.options.explain));
  // A query or a path may hold bytes that are not UTF-8.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string hit_to_json(const Hit& hit, const std::string& told) {
  Json json = to_json(hit, false);
  if (!told.empty()) json["told"] = told;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string expansions_to_json(const std::vector<Expansion>& expansions) {
  return to_json(expansions).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string hits_to_csv(const SearchResults& results) {
  std::string csv = csv_row({"rank", "id", "kind", "council", "council_code", "body", "date",
                             "title", "decision_number", "key_decision", "page", "field", "heading",
                             "snippet", "path", "link"});
  for (const Hit& hit : results.hits) {
    const Entry& entry = hit.entry;
    csv +=
        csv_row({std::to_string(hit.rank), entry.id, entry.kind, entry.council, entry.council_code,
                 entry.body, entry.date, entry.title, entry.decision_number, entry.key_decision,
                 hit.page > 0 ? std::to_string(hit.page) : std::string(), hit.field, hit.heading,
                 hit.snippet.text, entry.path, page_link(entry.url, entry.path, hit.page)});
  }
  return csv;
}

}  // namespace moot
