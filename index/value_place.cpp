#include "index/value_place.hpp"

#include <algorithm>

namespace moot {

ValuePlace place_of(const Record& record, const std::string& pointer) {
  ValuePlace found;
  for (auto it = record.evidence.lower_bound(pointer); it != record.evidence.end(); ++it) {
    if (!it->first.starts_with(pointer)) break;
    if (it->first.size() > pointer.size() && it->first[pointer.size()] != '/') continue;
    if (found.evidence == nullptr) found.evidence = &it->second;
    for (const Place& place : it->second.where) {
      if (place.page <= 0) continue;
      found.first_page =
          found.first_page == 0 ? place.page : std::min(found.first_page, place.page);
      found.last_page = std::max(found.last_page, place.page);
    }
  }
  for (const char* part : {"", "/text", "/title", "/name", "/meeting"}) {
    const auto own = record.evidence.find(pointer + part);
    if (own == record.evidence.end()) continue;
    found.evidence = &own->second;
    break;
  }
  return found;
}

}  // namespace moot
