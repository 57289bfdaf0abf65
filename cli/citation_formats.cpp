#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/citation.hpp"
#include "cli/dates.hpp"
#include "cli/output.hpp"
#include "cli/present.hpp"
#include "index/words.hpp"
#include "pipeline/normalise.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kShaShown = 12;

std::string short_sha(const Citation& citation) {
  return citation.sha256.substr(0, kShaShown);
}

/// "14", or "14" and "16" with `dash` between.
std::string page_range(int first, int last, std::string_view dash) {
  std::string pages = std::to_string(first);
  if (last > first) pages += std::string(dash) + std::to_string(last);
  return pages;
}

/// "p. 14 of agenda.pdf", "pp. 14–16 of agenda.pdf", "agenda.pdf"
std::string spoken_file(const Citation& citation) {
  if (citation.first_page == 0) return citation.file;
  const bool one = citation.last_page <= citation.first_page;
  return (one ? "p. " : "pp. ") +
         page_range(citation.first_page, citation.last_page, "\xE2\x80\x93") + " of " +
         citation.file;
}

/// "report, meeting of 17 January 2024"; what a title that was made says already is left out.
std::string spoken_kind(const Citation& citation) {
  if (!citation.titled) return {};
  std::string kind = spoken_name(citation.kind);
  kind[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(kind[0])));
  if (!citation.date.empty()) {
    kind += ", " + citation.date_word + " " + spoken_date(citation.date);
  }
  return kind;
}

void join(std::string& line, const char* between, const std::string& part) {
  if (part.empty()) return;
  if (!line.empty()) line += between;
  line += part;
}

/// Who published it: "Kent County Council, Cabinet".
std::string publisher(const Citation& citation) {
  std::string line = citation.council;
  if (citation.titled) join(line, ", ", citation.body);  // else the title made says it
  return line;
}

/// What of the paper is cited, and where that stands: the part that BibTeX has no fields for.
std::string spoken_place(const Citation& citation) {
  std::string line = citation.part;
  join(line, ", ", spoken_file(citation));
  return line + " (SHA-256 " + short_sha(citation) + ")";
}

// ---- BibTeX

std::string bibtex_letter(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':  // BibTeX counts braces, also behind a backslash
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '$':
    case '&':
    case '#':
    case '_':
    case '%':
      return std::string("\\") + c;
    default:
      return std::string(1, c);
  }
}

std::string bibtex_text(const std::string& text) {
  const std::string clean = to_utf8(text);
  std::string out;
  for (std::size_t at = 0; at < clean.size(); ++at) {
    const std::size_t control = control_at(clean, at);
    out += control > 0 ? " " : bibtex_letter(clean[at]);
    if (control > 0) at += control - 1;
  }
  return out;
}

void put_field(std::string& entry, const char* name, const std::string& value) {
  if (!value.empty()) entry += fmt::format(",\n  {:<11} = {{{}}}", name, value);
}

/// In braces once more, so that no style changes capitals or takes a name apart.
std::string kept(const std::string& text) {
  return text.empty() ? text : "{" + bibtex_text(text) + "}";
}

void put_bibtex_date(std::string& entry, const std::string& date) {
  constexpr std::array<const char*, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
  const auto parts = date_parts(date);
  if (!parts) return;
  put_field(entry, "year", std::to_string(parts->year));
  if (parts->month == 0) return;
  const char* const month = kMonths[static_cast<std::size_t>(parts->month - 1)];
  entry += fmt::format(",\n  {:<11} = {}", "month", month);
  if (parts->day > 0) put_field(entry, "day", std::to_string(parts->day));
}

// ---- CSL-JSON

bool is_web_page(const std::string& kind) {
  return kind == "issue_details" || kind == "decision_details";
}

const char* csl_type(const Citation& citation) {
  if (is_web_page(citation.kind)) return "webpage";
  return citation.kind == "correspondence" || citation.kind == "other" ? "document" : "report";
}

Json csl_date(const std::string& iso) {
  const auto parts = date_parts(iso);
  if (!parts) return {{"raw", iso}};
  Json numbers = Json::array({parts->year});
  if (parts->month > 0) numbers.push_back(parts->month);
  if (parts->day > 0) numbers.push_back(parts->day);
  return {{"date-parts", Json::array({numbers})}};
}

void put_text(Json& item, const char* name, const std::string& value) {
  if (!value.empty()) item[name] = value;
}

void put_csl_pages(const Citation& citation, Json& item) {
  if (citation.paper_first == 0) return;
  item["page"] = page_range(citation.paper_first, citation.paper_last, "-");
  const bool whole =
      citation.first_page == citation.paper_first && citation.last_page == citation.paper_last;
  if (!whole) item["locator"] = page_range(citation.first_page, citation.last_page, "-");
}

Json to_csl(const Citation& citation) {
  Json item;
  item["id"] = citation_key(citation);
  item["type"] = csl_type(citation);
  item["title"] = citation.title;
  if (!citation.council.empty()) {
    item["author"] = Json::array({{{"literal", citation.council}}});
    item["publisher"] = citation.council;
  }
  put_text(item, "authority", citation.body);
  item["genre"] = spoken_name(citation.kind);
  put_text(item, "number", citation.decision_number);
  if (!citation.date.empty()) item["issued"] = csl_date(citation.date);
  put_csl_pages(citation, item);
  put_text(item, "section", citation.part);
  put_text(item, "URL", citation.url.empty() ? "" : citation.link);
  if (!citation.retrieved.empty()) item["accessed"] = csl_date(citation.retrieved);
  put_text(item, "language", citation.language == "en+cy" ? "" : citation.language);
  put_text(item, "source", citation.file);
  item["archive"] = "Moot";
  item["archive_location"] = citation.id;
  item["note"] = "SHA-256 " + citation.sha256;
  return item;
}

}  // namespace

std::string to_plain(const Citation& citation) {
  std::string line = publisher(citation);
  join(line, ". ", citation.title);
  if (const std::string kind = spoken_kind(citation); !kind.empty()) line += " (" + kind + ")";
  if (!citation.decision_number.empty()) line += ", decision " + citation.decision_number;
  line += ", " + spoken_place(citation) + ".";
  if (!citation.url.empty()) {
    line += " " + citation.link;
    if (!citation.retrieved.empty()) line += ", retrieved " + spoken_date(citation.retrieved);
    line += ".";
  }
  return printable(to_utf8(line + " Moot record " + citation.id + "."));
}

std::string to_bibtex(const Citation& citation) {
  const bool report = !citation.council.empty() && std::string_view(csl_type(citation)) == "report";
  std::string entry =
      fmt::format("@{}{{{}", report ? "techreport" : "misc", citation_key(citation));
  put_field(entry, "author", kept(citation.council));
  put_field(entry, "title", kept(citation.title));
  put_field(entry, report ? "institution" : "organization", kept(citation.council));
  if (report) put_field(entry, "type", bibtex_text(spoken_name(citation.kind)));
  put_field(entry, "number", bibtex_text(citation.decision_number));
  put_bibtex_date(entry, citation.date);
  std::string note = citation.titled ? citation.body : "";
  join(note, ", ", spoken_place(citation));
  put_field(entry, "note", bibtex_text(note + ", Moot record " + citation.id));
  if (citation.first_page > 0) {
    put_field(entry, "pages", page_range(citation.first_page, citation.last_page, "--"));
  }
  // Inside \url nothing is escaped, and in an address that is encoded nothing need be.
  put_field(entry, "url", citation.url.empty() ? "" : citation.link);
  if (const auto day = date_parts(citation.retrieved); day && day->day > 0) {
    put_field(entry, "urldate", citation.retrieved.substr(0, 10));
  }
  return entry + "\n}\n";
}

std::string to_csl_json(const std::vector<Citation>& citations) {
  Json items = Json::array();
  for (const Citation& citation : citations) items.push_back(to_csl(citation));
  return items.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string citation_key(const Citation& citation) {
  // Words that many councils and papers share tell nothing.
  static const std::vector<std::string> kPlain = {
      "london", "borough", "royal", "city", "county", "district", "council", "metropolitan",
      "the",    "of",      "and",   "for",  "to",     "in",       "on",      "a",
      "an",     "at",      "by",    "from", "report", "minutes",  "agenda",  "update"};
  const auto first_word = [&](const std::string& text) {
    for (const std::string& word : folded_words(text)) {
      const bool ascii = std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      });
      if (ascii && std::find(kPlain.begin(), kPlain.end(), word) == kPlain.end()) return word;
    }
    return std::string();
  };
  std::string key = first_word(citation.council);
  if (const auto parts = date_parts(citation.date)) key += std::to_string(parts->year);
  if (citation.titled) key += first_word(citation.title);
  // "9f86d081884c7d65-p3/7" -> "9f86d0p3-7"
  const std::size_t dash = std::min(citation.id.find('-'), citation.id.size());
  std::string id = citation.id.substr(0, std::min<std::size_t>(6, dash));
  for (const char c : citation.id.substr(std::min(dash + 1, citation.id.size()))) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (plain || !id.ends_with('-')) id += plain ? c : '-';
  }
  return key.empty() ? id : key + "-" + id;
}

}  // namespace moot
