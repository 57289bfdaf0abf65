#include "cli/export_names.hpp"

#include "cli/dates.hpp"
#include "cli/present.hpp"
#include "index/entry.hpp"
#include "index/page_link.hpp"
#include "index/value_place.hpp"
#include "index/words.hpp"

namespace moot {

std::string slug(const std::string& name) {
  std::string made;
  for (const std::string& word : folded_words(name)) {
    std::string plain;
    for (const char c : word) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
    }
    if (!plain.empty()) made += (made.empty() ? "" : "-") + plain;
  }
  return made.empty() ? "unnamed" : made;
}

std::string council_key(const Record& record) {
  if (!record.council) return {};
  return record.council->code ? *record.council->code : slug(record.council->name);
}

std::string paper_name(const Record& record) {
  if (record.title) return *record.title;
  std::string name = spoken_name(record.kind);
  if (record.body) name += ", " + *record.body;
  if (const Text date = entry_date(record)) name += ", " + spoken_date(*date);
  return name;
}

std::string value_link(const Record& record, const std::string& pointer) {
  int page = pointer.empty() ? 0 : place_of(record, pointer).first_page;
  if (page == 0 && record.source.pages) page = record.source.pages->first;
  return page_link(record.source.url.value_or(""), record.source.path, page);
}

}  // namespace moot
