#pragma once
/// \file Queries as users type them, over made-up entries. "{3000}" stands for the word of that
/// rank: the greater the rarer.

#include <array>
#include <string>

#include "tests/bench/made_words.hpp"

struct MixedQuery {
  const char* kind;  ///< one of kQueryKinds
  const char* text;
};

inline constexpr std::array kQueryKinds{"words", "phrases", "NEAR and *", "filters and dates",
                                        "parts of the paper"};

/// Fifty that match up to a fifth of 100,000 entries, and eleven that match more.
inline constexpr MixedQuery kMixedQueries[] = {
    {"words", "digital strategy"},
    {"words", "parking charges"},
    {"words", "swimming pool closure"},
    {"words", "library opening hours"},
    {"words", "temporary accommodation"},
    {"words", "selective licensing {900}"},
    {"words", "heritage {2500}"},
    {"words", "{3000} {700}"},
    {"words", "{12000}"},
    {"words", "{60000} {400}"},
    {"words", "cemetery OR allotment"},
    {"filters and dates", "council:stanwick budget date:2016.."},
    {"parts of the paper", "consultation in:equalities"},
    {"words", "(damp OR mould) temporary accommodation"},
    {"words", "fostering allowances -budget"},
    {"words", "artificial intelligence policy {350}"},
    {"phrases", "\"public sector equality duty\""},
    {"phrases", "\"medium term financial plan\""},
    {"phrases", "\"section 151 officer\" parking"},
    {"phrases", "\"traffic regulation order\""},
    {"phrases", "\"digital strategy\" \"value for money\""},
    {"phrases", "\"in consultation with the cabinet member\""},
    {"phrases", "\"risk of challenge\" OR \"human rights act 1998\""},
    {"phrases", "\"community asset transfer\""},
    {"phrases", "\"local government act 1972\" \"asset disposal\""},
    {"phrases", "\"housing revenue account\" {1500}"},
    {"NEAR and *", "parking NEAR/5 charges"},
    {"NEAR and *", "school NEAR/10 transport"},
    {"NEAR and *", "climate NEAR/3 action"},
    {"NEAR and *", "flood NEAR/8 {600}"},
    {"NEAR and *", "licens* premises"},
    {"NEAR and *", "allot*"},
    {"NEAR and *", "refurb* play"},
    {"NEAR and *", "foster* children*"},
    {"NEAR and *", "broadb* {800}"},
    {"filters and dates", "digital strategy council:alderbridge"},
    {"filters and dates", "parking charges date:2019..2022"},
    {"filters and dates", "kind:decision_notice library"},
    {"filters and dates", "kind:minutes budget date:2015-04..2016-03"},
    {"filters and dates", "body:\"planning committee\" {1200}"},
    {"filters and dates", "key:yes leisure date:2020.."},
    {"filters and dates", "council:ravenshire OR council:pendale"},
    {"filters and dates", "title:\"winter service plan\""},
    {"filters and dates", "date:2011-05"},
    {"filters and dates", "kind:report council:stanwick date:2012..2018"},
    {"parts of the paper", "\"public sector equality duty\" in:legal"},
    {"parts of the paper", "digital in:recommendations"},
    {"parts of the paper", "\"subsidy control act 2022\" in:legal"},
    {"parts of the paper", "carbon in:climate"},
    {"parts of the paper", "consulted in:consultation date:2018..2024"},
    {"parts of the paper", "borrowing in:financial"},
    {"parts of the paper", "challenge in:risk parking"},
    {"words", "the council"},
    {"words", "council report budget"},
    {"words", "service OR committee"},
    {"phrases", "\"of the council\""},
    {"NEAR and *", "coun*"},
    {"filters and dates", "kind:report"},
    {"filters and dates", "council date:2010.."},
    {"filters and dates", "*"},
    {"parts of the paper", "council in:body"},
};

/// The query as it is asked.
inline std::string with_words(const std::string& text, const MadeWords& words) {
  std::string asked;
  std::size_t at = 0;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', at)) {
    const std::size_t close = text.find('}', open);
    asked += text.substr(at, open - at);
    asked += words.at(std::stoul(text.substr(open + 1, close - open - 1)));
    at = close + 1;
  }
  return asked + text.substr(at);
}
