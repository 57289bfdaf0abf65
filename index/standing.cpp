#include "index/standing.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "index/words.hpp"

namespace moot {
namespace {

/// A standing item says what it is at once, and little more: names, dates and pages may follow.
constexpr std::size_t kLongestTitle = 16;  // words

/// How titles of standing items begin; words as tokenise() folds them.
constexpr std::array kLeads{
    "apologies",
    "apology for absence",
    "absence and apologies",
    "attendance and apologies",
    "welcome and apologies",
    "welcome and introductions",
    "introductions and apologies",
    "roll call",
    "substitutes",
    "substitute members",
    "notification of substitutes",
    "declaration of interest",
    "declarations of interest",
    "declarations of pecuniary",
    "declarations of disclosable",
    "declarations of members interest",
    "declarations by members",
    "disclosure of interest",
    "disclosures of interest",
    "disclosure of pecuniary",
    "disclosures of pecuniary",
    "disclosable pecuniary interest",
    "disclosable pecuniary interests",
    "members interests",
    "members declarations of interest",
    "to receive apologies",
    "to receive any apologies",
    "to receive declarations",
    "to receive any declarations",
    "minutes",
    "to confirm the minutes",
    "to approve the minutes",
    "to approve as a correct record",
    "to sign the minutes",
    "to receive the minutes",
    "confirmation of minutes",
    "confirmation of the minutes",
    "approval of minutes",
    "approval of the minutes",
    "adoption of minutes",
    "adoption of the minutes",
    "draft minutes",
    "previous minutes",
    "last minutes",
    "unconfirmed minutes",
    "matters arising",
    "date of next meeting",
    "date of the next meeting",
    "date and time of next meeting",
    "date time and venue of next meeting",
    "dates of future meetings",
    "date of future meetings",
    "next meeting",
    "future meetings",
    "any other business",
    "any other urgent business",
    "other urgent business",
    "urgent business",
    "urgent items",
    "items of urgent business",
    "chairs urgent business",
    "chairman's urgent business",
    "exclusion of the press",
    "exclusion of press",
    "exclusion of the public",
    "exclusion of public",
    "exclusion from the public",
    "chair's announcements",
    "chairman's announcements",
    "chair's communications",
    "mayor's announcements",
    "announcements",
    "emergency evacuation",
    "evacuation procedure",
    "fire evacuation",
    "housekeeping",
    "webcasting",
    "filming and recording",
    "recording of meetings",
    "public access to meetings",
    "closure of meeting",
    "close of meeting",
    "adjournment",
    "ymddiheuriadau",
    "datganiad o fuddiant",
    "datganiadau o fuddiant",
    "datgan buddiannau",
    "datganiadau o fuddiannau",
    "cofnodion",
    "cadarnhau cofnodion",
    "cymeradwyo cofnodion",
    "dyddiad y cyfarfod nesaf",
    "materion brys",
};

constexpr std::array kWords{
    "apologies",  "apology",      "absence",   "declaration",    "declarations", "disclosable",
    "pecuniary",  "substitutes",  "minutes",   "announcements",  "adjournment",  "webcasting",
    "evacuation", "housekeeping", "cofnodion", "ymddiheuriadau", "datganiadau"};

const std::vector<std::vector<std::string>>& leads() {
  static const std::vector<std::vector<std::string>> all = [] {
    std::vector<std::vector<std::string>> made;
    for (const char* lead : kLeads) made.push_back(folded_words(lead));
    return made;
  }();
  return all;
}

}  // namespace

bool is_standing_title(std::string_view title) {
  const std::vector<std::string> words = folded_words(title);
  if (words.empty() || words.size() > kLongestTitle) return false;
  return std::any_of(leads().begin(), leads().end(), [&](const std::vector<std::string>& lead) {
    return words.size() >= lead.size() && std::equal(lead.begin(), lead.end(), words.begin());
  });
}

bool is_standing_word(std::string_view folded) {
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

}  // namespace moot
