#include "cli/export_names.hpp"

#include "cli/dates.hpp"
#include "cli/present.hpp"
#include "index/entry.hpp"
#include "index/page_link.hpp"
#include "index/value_place.hpp"

namespace moot {

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
