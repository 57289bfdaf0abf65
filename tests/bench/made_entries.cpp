#include "tests/bench/made_entries.hpp"

#include <chrono>
#include <cstdio>

using moot::Entry;
using moot::Passage;

const std::array<std::string_view, 48> kMatters{"digital strategy",
                                                "parking charges",
                                                "library opening hours",
                                                "housing allocations",
                                                "winter service plan",
                                                "budget monitoring",
                                                "treasury management",
                                                "local plan",
                                                "adult social care",
                                                "home to school transport",
                                                "waste collection",
                                                "leisure centre contract",
                                                "temporary accommodation",
                                                "climate action plan",
                                                "street lighting",
                                                "asset disposal",
                                                "council tax support",
                                                "risk register",
                                                "performance report",
                                                "capital programme",
                                                "school admissions",
                                                "children's services",
                                                "flood resilience",
                                                "bus services",
                                                "cycling and walking",
                                                "market hall repairs",
                                                "play park refurbishment",
                                                "damp and mould",
                                                "garden waste charges",
                                                "taxi licensing",
                                                "premises licence review",
                                                "traffic regulation order",
                                                "adult skills fund",
                                                "town centre grants",
                                                "cemetery fees",
                                                "allotment rents",
                                                "fostering allowances",
                                                "data protection policy",
                                                "artificial intelligence policy",
                                                "broadband coverage",
                                                "second homes premium",
                                                "selective licensing",
                                                "air quality management",
                                                "depot relocation",
                                                "swimming pool closure",
                                                "heritage strategy",
                                                "community asset transfer",
                                                "fire resilience"};

const std::array<std::string_view, 24> kSetPhrases{"public sector equality duty",
                                                   "equality impact assessment",
                                                   "medium term financial plan",
                                                   "section 151 officer",
                                                   "local government act 1972",
                                                   "equality act 2010",
                                                   "best value duty",
                                                   "subsidy control act 2022",
                                                   "procurement act 2023",
                                                   "general fund reserves",
                                                   "housing revenue account",
                                                   "data protection impact assessment",
                                                   "net zero carbon",
                                                   "value for money",
                                                   "ward members",
                                                   "trade unions were consulted",
                                                   "no direct implications",
                                                   "corporate plan",
                                                   "within the approved budget",
                                                   "in consultation with the cabinet member",
                                                   "schedule of rates",
                                                   "statutory consultation",
                                                   "human rights act 1998",
                                                   "risk of challenge"};

namespace {

constexpr std::array kBodies{"Cabinet",
                             "Executive",
                             "Full Council",
                             "Planning Committee",
                             "Policy and Resources Committee",
                             "Audit and Governance Committee",
                             "Overview and Scrutiny Committee",
                             "Licensing Sub-Committee",
                             "Environment Committee",
                             "Health and Wellbeing Board",
                             "Children and Families Panel",
                             "Housing Committee"};
constexpr std::array kTypes{"Borough Council", "District Council", "County Council",
                            "City Council",    "Parish Council",   "Combined Authority"};
constexpr std::array kStanding{"Apologies for Absence", "Declarations of Interest",
                               "Minutes of the Last Meeting"};
constexpr std::array kStarts{"alder", "bracken", "cold", "dun",   "east", "fern",
                             "glen",  "hazel",   "iron", "kil",   "long", "mere",
                             "nor",   "oak",     "pen",  "raven", "stan", "thorn"};
constexpr std::array kEnds{"bridge", "bury", "combe", "dale", "field", "ford", "ham",
                           "hurst",  "ley",  "mouth", "ness", "shire", "stow", "wick"};
constexpr std::array kNames{"Ada",  "Bram",  "Cleo", "Doran", "Elsie",  "Flint", "Greta", "Hew",
                            "Isla", "Jorah", "Kit",  "Lorna", "Magnus", "Nell",  "Orla",  "Piers"};

std::string capital(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 32);
  return word;
}

std::vector<std::string> place_names() {
  std::vector<std::string> names;
  for (const char* start : kStarts) {
    for (const char* end : kEnds) names.push_back(capital(start) + end);
  }
  return names;
}

/// "2013-04-09", a day of the twenty years to the end of 2024; later years have more papers.
std::string made_date(Chance& chance) {
  using namespace std::chrono;
  constexpr sys_days kFirst = year{2005} / January / 1;
  constexpr std::size_t kDays = 20 * 365 + 5;
  const std::size_t later = std::max(chance.below(kDays), chance.below(kDays));
  const year_month_day day{kFirst + days{static_cast<int>(later)}};
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text;
}

std::string hex(Chance& chance, std::size_t digits) {
  std::string text;
  for (std::size_t i = 0; i < digits; ++i) text += "0123456789abcdef"[chance.below(16)];
  return text;
}

}  // namespace

MadeEntries::MadeEntries(const MadeWords& words, std::uint64_t seed)
    : words_(words), chance_(seed), places_(place_names()) {
  for (std::size_t i = 0; i < 340; ++i) {
    councils_.push_back(places_[i % places_.size()] + " " + kTypes[(i + i / 97) % kTypes.size()]);
  }
  for (std::size_t i = 0; i < 6000; ++i) {
    people_.push_back(std::string(chance_.pick(kNames)) + " " +
                      capital(words_.at(words_.size() - 1 - i % (words_.size() / 2))));
  }
}

MadeEntries::Theme MadeEntries::theme() {
  Theme made;
  const std::size_t first = chance_.below(kMatters.size()), second = chance_.below(kMatters.size());
  made.matter = kMatters[std::min(first, second)];
  for (int i = 0; i < 8; ++i) {
    // Neither the words of every paper nor those of none but this.
    const std::size_t rank = 200 + chance_.below(200) * chance_.below(words_.size() / 1000 + 1);
    made.own.push_back(words_.at(std::min(rank, words_.size() - 1)));
  }
  return made;
}

std::string MadeEntries::money() {
  return "\xC2\xA3" + std::to_string(chance_.between(1, 999)) + "," +
         std::to_string(chance_.between(100, 999));
}

std::string MadeEntries::prose(std::size_t words, const Theme& theme) {
  std::string text;
  bool begins = true;
  for (std::size_t i = 0; i < words; ++i) {
    const double dice = chance_.unit();
    std::string next;
    if (dice < 0.10) {
      next = chance_.pick(theme.own);
    } else if (dice < 0.112) {
      next = theme.matter;
    } else if (dice < 0.117) {
      next = chance_.pick(kSetPhrases);
    } else if (dice < 0.122) {
      next = money();
    } else if (dice < 0.124) {
      next = chance_.pick(people_);
    } else {
      next = words_.draw(chance_);
    }
    text += begins ? capital(std::move(next)) : next;
    begins = i % 16 == 15;
    text += begins ? ". " : " ";
  }
  return text;
}

void MadeEntries::add(Entry& entry, const char* field, const char* heading, std::size_t words,
                      const Theme& theme) {
  // As often short as long.
  const std::size_t length = chance_.between(words / 2, words + words / 2);
  entry.passages.push_back({field, heading, prose(length, theme), "/" + std::string(field),
                            entry.page + static_cast<int>(entry.passages.size() / 3)});
}

Entry MadeEntries::head(const char* kind) {
  Entry entry;
  const std::size_t council = chance_.below(councils_.size());
  entry.sha256 = hex(chance_, 64);
  entry.id = entry.record_id = entry.sha256.substr(0, 16) + "-p1";
  entry.kind = kind;
  entry.council = councils_[council];
  entry.council_code = "E07" + std::to_string(900000 + council);
  entry.body = chance_.pick(kBodies);
  entry.date = made_date(chance_);
  entry.language = chance_.is(0.03) ? "cy" : "en";
  entry.path = "made/" + entry.id + ".pdf";
  entry.page = 1;
  return entry;
}

std::string MadeEntries::title(const Theme& theme) {
  return capital(theme.matter) + ": " + capital(chance_.pick(theme.own)) + " " +
         chance_.pick(places_) + " " + std::to_string(chance_.between(2005, 2024));
}

Entry MadeEntries::report() {
  const Theme theme = this->theme();
  Entry entry = head("report");
  entry.title = title(theme);
  entry.key_decision = chance_.is(0.3) ? "yes" : "no";
  entry.decision_number =
      entry.date.substr(2, 2) + "/" + std::to_string(chance_.between(10000, 99999));
  entry.passages.push_back({"title", "", entry.title, "/title", 1});
  add(entry, "summary", "Summary", 60, theme);
  add(entry, "recommendations", "Recommendations", 60, theme);
  add(entry, "reasons", "Reasons for recommendations", 50, theme);
  add(entry, "options", "Options considered", 60, theme);
  add(entry, "financial", "Financial implications", 60, theme);
  add(entry, "legal", "Legal implications", 50, theme);
  add(entry, "equalities", "Equalities implications", 40, theme);
  add(entry, "risk", "Risk management", 40, theme);
  add(entry, "climate", "Climate change", 30, theme);
  if (chance_.is(0.5)) add(entry, "consultation", "Consultation", 40, theme);
  const std::size_t sections = chance_.between(4, 11);
  for (std::size_t i = 0; i < sections; ++i) add(entry, "body", "Background", 110, theme);
  return entry;
}

Entry MadeEntries::decision() {
  const Theme theme = this->theme();
  Entry entry = head("decision_notice");
  entry.title = title(theme);
  entry.decision_maker = "Cabinet Member, " + chance_.pick(people_);
  entry.key_decision = chance_.is(0.4) ? "yes" : "no";
  entry.decision_number =
      entry.date.substr(2, 2) + "/" + std::to_string(chance_.between(10000, 99999));
  entry.decision_status = "Recommendations Approved";
  entry.passages.push_back({"title", "", entry.title, "/title", 1});
  add(entry, "resolutions", "Decision", 60, theme);
  add(entry, "reasons", "Reasons for the decision", 60, theme);
  add(entry, "options", "Alternative options considered", 40, theme);
  add(entry, "financial", "Financial implications", 30, theme);
  add(entry, "legal", "Legal implications", 30, theme);
  add(entry, "conflicts_of_interest", "Interests declared", 5, theme);
  add(entry, "body", "Background documents", 40, theme);
  return entry;
}

Entry MadeEntries::item(const Entry& meeting, std::size_t number, std::size_t last) {
  const Theme theme = this->theme();
  Entry entry = meeting;
  entry.passages.clear();
  entry.id += "/" + std::to_string(number);
  entry.page = 1 + static_cast<int>(number / 3);
  const bool standing = number <= kStanding.size();
  entry.title = standing ? kStanding[number - 1] : title(theme);
  if (number == last) entry.title = "Date of Next Meeting";
  entry.passages.push_back({"title", "", entry.title, "/title", entry.page});
  add(entry, "body", "", standing || number == last ? 12 : 110, theme);
  if (!standing && number != last) add(entry, "resolutions", "", 35, theme);
  return entry;
}

std::vector<Entry> MadeEntries::minutes() {
  std::vector<Entry> entries{head("minutes")};
  add(entries[0], "body", "", 60, theme());
  const std::size_t last = chance_.between(7, 14);
  for (std::size_t i = 1; i <= last; ++i) {
    Entry made = item(entries[0], i, last);
    entries.push_back(std::move(made));
  }
  return entries;
}

std::vector<Entry> MadeEntries::next_file() {
  const double dice = chance_.unit();
  if (dice < 0.69) return {report()};
  if (dice < 0.94) return {decision()};
  return minutes();
}
