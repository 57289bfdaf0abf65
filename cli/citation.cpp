#include "cli/citation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>

#include "cli/dates.hpp"
#include "cli/find_record.hpp"
#include "cli/present.hpp"
#include "index/page_link.hpp"
#include "index/value_place.hpp"
#include "pipeline/normalise.hpp"

namespace moot {
namespace {

/// The date by which entries are known, and what was on that day.
void put_date(const Record& record, Citation& citation) {
  const std::pair<const Text&, const char*> known[] = {{record.meeting_date, "meeting of"},
                                                       {record.decision_date, "decided"},
                                                       {record.publication_date, "published"},
                                                       {record.report_date, "dated"}};
  for (const auto& [date, word] : known) {
    if (!date) continue;
    citation.date = *date;
    citation.date_word = word;
    return;
  }
}

/// "Minutes, Cabinet, 17 January 2024"
std::string made_title(const Citation& citation) {
  std::string title = spoken_name(citation.kind);
  if (!citation.body.empty()) title += ", " + citation.body;
  if (!citation.date.empty()) title += ", " + spoken_date(citation.date);
  return title;
}

std::string numbered(const std::string& what, const Text& number) {
  return number ? what + " " + *number : what;
}

std::string item_part(const Item& item) {
  const std::string part = numbered("item", item.number);
  return item.title.empty() ? part : part + ": " + item.title;
}

/// The place in a list that follows `start` in a pointer; none where another one stands there.
std::optional<std::size_t> place_after(const std::string& start, const std::string& pointer) {
  if (!pointer.starts_with(start)) return std::nullopt;
  std::size_t place = 0;
  const char* const end = pointer.data() + pointer.size();
  const auto read = std::from_chars(pointer.data() + start.size(), end, place);
  const bool whole = read.ec == std::errc() && (read.ptr == end || *read.ptr == '/');
  return whole ? std::optional(place) : std::nullopt;
}

/// What a pointer points at, in words: "recommendation 2.1", "legal implications", "summary".
std::string spoken_part(const Record& record, const std::string& pointer) {
  for (const NumberedField& field : numbered_fields()) {
    const auto place = place_after(std::string("/") + field.name + "/", pointer);
    if (!place || *place >= (record.*field.member).size()) continue;
    std::string singular = field.name;
    singular.pop_back();
    return numbered(singular, (record.*field.member)[*place].number);
  }
  const auto implication = place_after("/implications/", pointer);
  if (implication && *implication < record.implications.size()) {
    const Implication& found = record.implications[*implication];
    if (!found.heading.empty()) return found.heading;
    return in_small_letters(spoken_name(found.kind)) + " implications";
  }
  const auto item = place_after("/items/", pointer);
  if (item && *item < record.items.size()) return item_part(record.items[*item]);
  const std::size_t end = pointer.find('/', 1);
  return in_small_letters(spoken_name(pointer.substr(1, end == std::string::npos ? end : end - 1)));
}

struct FoundItem {
  std::string id, pointer;
};

/// The item whose entry has this id; in letters of any size where just one has it so.
std::optional<FoundItem> find_item(const Record& record, const std::string& item) {
  const std::string typed = record.id + "/" + item;
  const std::string small = in_small_letters(typed);
  // The entries of a record are itself and its items, in order. Their words are not asked for, so
  // no document is needed.
  const std::vector<Entry> entries = to_entries(record, Document{});
  std::vector<FoundItem> alike;
  for (std::size_t i = 1; i < entries.size(); ++i) {
    FoundItem found{entries[i].id, "/items/" + std::to_string(i - 1)};
    if (found.id == typed) return found;
    if (in_small_letters(found.id) == small) alike.push_back(std::move(found));
  }
  return alike.size() == 1 ? std::optional(std::move(alike.front())) : std::nullopt;
}

/// Puts in what of the paper is cited: an item, a value.
Result<Done> put_part(const Record& record, const CiteTarget& target, Citation& citation) {
  std::string pointer = target.pointer;
  if (!target.item.empty() && !pointer.empty()) {
    return fail(ErrorKind::Usage, "an id names an item or a value, not both", record.id,
                "values of an item: " + record.id + "#/items/0/resolutions/0");
  }
  if (!target.item.empty()) {
    const auto item = find_item(record, target.item);
    if (!item) {
      return fail(ErrorKind::Usage, "the record has no item '" + target.item + "'", record.id,
                  "'moot show' lists its items");
    }
    citation.id = item->id;
    pointer = item->pointer;
  } else if (!pointer.empty()) {
    citation.id += "#" + pointer;
  }
  if (pointer.empty()) return Done{};
  const ValuePlace place = place_of(record, pointer);
  if (place.evidence == nullptr) {
    return fail(ErrorKind::Usage, "the record has nothing at '" + pointer + "'", record.id,
                "a pointer names a value that the record has: /title, /recommendations/0");
  }
  citation.part = spoken_part(record, pointer);
  if (place.first_page > 0) {
    citation.first_page = place.first_page;
    citation.last_page = place.last_page;
  }
  return Done{};
}

/// `part`: an item or a value is cited, so the page must be one of its own.
Result<Done> put_page(int page, bool part, Citation& citation) {
  if (page == 0) return Done{};
  if (citation.paper_first == 0) {
    return fail(ErrorKind::Usage, "the paper's file has no pages", citation.id, "leave out --page");
  }
  const int first = part ? citation.first_page : citation.paper_first;
  const int last = part ? citation.last_page : citation.paper_last;
  if (page < first || page > last) {
    const std::string range =
        first == last ? fmt::format("page {}", first) : fmt::format("pages {} to {}", first, last);
    return part ? fail(ErrorKind::Usage, fmt::format("this does not stand on page {}", page),
                       citation.id, "it stands on " + range + "; leave out --page, or the part")
                : fail(ErrorKind::Usage, fmt::format("the paper does not have page {}", page),
                       citation.id, "in the file it is " + range);
  }
  citation.first_page = citation.last_page = page;
  return Done{};
}

}  // namespace

CiteTarget parse_cite_target(const std::string& typed) {
  CiteTarget target;
  const std::size_t hash = typed.find('#');
  if (hash != std::string::npos) target.pointer = typed.substr(hash + 1);
  const std::string id = typed.substr(0, hash);
  const std::size_t slash = id.find('/');
  target.record = id.substr(0, slash);
  if (slash != std::string::npos) target.item = id.substr(slash + 1);
  return target;
}

Result<Citation> cite(const Record& record, const CiteTarget& target, int page) {
  Citation citation;
  citation.id = record.id;
  citation.kind = record.kind;
  if (record.council) citation.council = record.council->name;
  citation.body = record.body.value_or("");
  citation.decision_number = record.decision_number.value_or("");
  citation.language = record.language;
  put_date(record, citation);
  citation.titled = record.title.has_value();
  citation.title = citation.titled ? *record.title : made_title(citation);
  const Source& source = record.source;
  if (source.pages) {
    citation.first_page = citation.paper_first = source.pages->first;
    citation.last_page = citation.paper_last = source.pages->second;
  }
  citation.file = to_utf8(std::filesystem::path(source.path).filename().string());
  citation.sha256 = source.sha256;
  citation.url = source.url.value_or("");
  citation.retrieved = source.retrieved.value_or("");
  if (auto put = put_part(record, target, citation); !put) return put.error();
  if (auto put = put_page(page, citation.id != record.id, citation); !put) return put.error();
  citation.link = page_link(citation.url, source.path, citation.first_page);
  return citation;
}

}  // namespace moot
