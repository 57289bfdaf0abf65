#pragma once
/// \file The keys of Facts and what each takes. Private to facts*.cpp.

#include <array>
#include <string>
#include <string_view>

#include "extractors/facts.hpp"

namespace moot {

struct FactKey {
  const char* name;
  Text Facts::*member;
};

inline constexpr std::array kFactKeys{
    FactKey{"url", &Facts::url}, FactKey{"retrieved", &Facts::retrieved},
    FactKey{"council", &Facts::council}, FactKey{"body", &Facts::body},
    FactKey{"meeting_date", &Facts::meeting_date}};

/// The key of this name; null where there is none.
const FactKey* find_fact_key(std::string_view name);

/// "url, retrieved, council, body, meeting_date".
std::string fact_keys_told();

/// Puts `value`, without the white space around it, where the key says. Nothing but white space
/// leaves the fact unsaid. Gives what is wrong with the value as a sentence; empty: nothing.
std::string put_fact(const FactKey& key, std::string_view value, Facts& facts);

}  // namespace moot
