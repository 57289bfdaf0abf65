#include "index/council_key.hpp"

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

}  // namespace moot
