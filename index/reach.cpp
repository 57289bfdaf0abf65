#include "index/reach.hpp"

#include <algorithm>
#include <set>

#include <xapian.h>

#include "index/terms.hpp"

namespace moot {
namespace {

// Behind each stands the council's key; of years and months their digits first.
constexpr const char* kCouncils = "XRC";
constexpr const char* kYears = "XRY";
constexpr const char* kMonths = "XRM";
constexpr std::size_t kYearDigits = 4;
constexpr int kFirstYear = 1000, kLastYear = 9999;

std::string reach_key(const Entry& entry) {
  return squeeze(entry.council_code.empty() ? entry.council : entry.council_code);
}

/// Adds what follows `prefix` in the terms that begin so.
void add_keys(const Xapian::Database& database, const std::string& prefix,
              std::set<std::string>& keys) {
  const auto end = database.allterms_end(prefix);
  for (auto it = database.allterms_begin(prefix); it != end; ++it) {
    keys.insert((*it).substr(prefix.size()));
  }
}

/// Adds the councils of the years from `begin` to before `end`.
void add_years(const Xapian::Database& database, int begin, int end, std::set<std::string>& keys) {
  if (begin > kLastYear) return;
  const std::string prefix = kYears;
  auto it = database.allterms_begin(prefix);
  const auto last = database.allterms_end(prefix);
  for (it.skip_to(prefix + std::to_string(begin)); it != last; ++it) {
    const std::string term = *it;
    if (std::stoi(term.substr(prefix.size(), kYearDigits)) >= end) break;
    keys.insert(term.substr(prefix.size() + kYearDigits));
  }
}

/// Months since year 0 of "2021-04-01"; `other` where there is no date.
int month_of(const std::string& date, int other) {
  return date.size() < 7 ? other : std::stoi(date) * 12 + std::stoi(date.substr(5, 2)) - 1;
}

std::string digits(int month) {
  const int in_year = month % 12 + 1;
  return std::to_string(month / 12) + (in_year < 10 ? "0" : "") + std::to_string(in_year);
}

}  // namespace

std::vector<std::string> reach_terms(const Entry& entry) {
  const std::string key = reach_key(entry);
  if (key.empty()) return {};
  std::vector<std::string> terms{make_term(kCouncils, key)};
  const std::string day = date_value(entry.date);
  if (day.size() < 6) return terms;
  terms.push_back(make_term(kYears, day.substr(0, 4) + key));
  terms.push_back(make_term(kMonths, day.substr(0, 6) + key));
  return terms;
}

Reach period_of(const QueryNode& query) {
  using Kind = QueryNode::Kind;
  Reach period;
  if (query.kind == Kind::Dates) {
    period.from = query.from;
    period.to = query.to;
  } else if (query.kind == Kind::And) {
    for (const QueryNode& child : query.children) {
      const Reach part = period_of(child);
      period.from = std::max(period.from, part.from);
      if (!part.to.empty()) period.to = period.to.empty() ? part.to : std::min(period.to, part.to);
    }
  } else if (query.kind == Kind::Or || query.kind == Kind::Any) {
    period = period_of(query.children.front());
    for (const QueryNode& child : query.children) {
      const Reach part = period_of(child);
      period.from = std::min(period.from, part.from);
      period.to = period.to.empty() || part.to.empty() ? "" : std::max(period.to, part.to);
    }
  }
  return period;
}

Reach reach_in(const Xapian::Database& database, Reach period) {
  std::set<std::string> all, inside;
  add_keys(database, kCouncils, all);
  period.councils = all.size();
  if (period.from.empty() && period.to.empty()) {
    period.in_period = all.size();
    return period;
  }
  // Whole years by their own terms, what is left at both ends month by month.
  const int first = month_of(period.from, kFirstYear * 12);
  const int last = month_of(period.to, kLastYear * 12 + 11);
  int month = first;
  while (month <= last && month % 12 != 0) add_keys(database, kMonths + digits(month++), inside);
  const int years_end = std::max(month, (last + 1) / 12 * 12);
  add_years(database, month / 12, years_end / 12, inside);
  for (month = years_end; month <= last; ++month) {
    add_keys(database, kMonths + digits(month), inside);
  }
  period.in_period = inside.size();
  return period;
}

}  // namespace moot
