#include <algorithm>
#include <map>
#include <tuple>

#include "cli/compare_words.hpp"
#include "cli/dates.hpp"

namespace moot {
namespace {

constexpr std::string_view kDigits = "0123456789";

/// "1850000" -> "1,850,000"; what is no number as it is.
std::string with_thousands(std::string_view number) {
  const std::size_t point = std::min(number.find('.'), number.size());
  const bool sound =
      point > 0 && number.substr(0, point).find_first_not_of(kDigits) == std::string_view::npos;
  if (!sound) return std::string(number);
  std::string out;
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) out += ',';
    out += number[i];
  }
  return out + std::string(number.substr(point));
}

/// ISO 8601-2: months 21 to 24 are the seasons from spring on.
bool is_season(std::string_view value) {
  return value.size() == 7 && value[5] == '2' && value[6] >= '1' && value[6] <= '4';
}

std::string spoken_season(std::string_view value) {
  constexpr const char* kSeasons[] = {"spring", "summer", "autumn", "winter"};
  return std::string(kSeasons[value[6] - '1']) + " " + std::string(value.substr(0, 4));
}

std::string spoken_one(std::string_view field, std::string_view value) {
  if (field == "dates") return is_season(value) ? spoken_season(value) : spoken_date(value);
  if (field == "sums") {
    const bool less = value.starts_with('-');
    return (less ? "-\u00A3" : "\u00A3") + with_thousands(value.substr(less ? 1 : 0));
  }
  return field == "quantities" ? with_thousands(value) : std::string(value);
}

/// A value as people write it; "" of fields whose words say it themselves.
std::string spoken_value(std::string_view field, std::string_view value) {
  const bool found_in_prose =
      field == "dates" || field == "sums" || field == "quantities" || field == "financial_years";
  if (!found_in_prose || value.empty()) return {};
  const std::size_t range = value.find("..");
  if (range == std::string_view::npos) return spoken_one(field, value);
  return spoken_one(field, value.substr(0, range)) + " to " +
         spoken_one(field, value.substr(range + 2));
}

}  // namespace

std::vector<ToldQuote> told_quotes(std::string_view field, const ComparedCell& cell) {
  std::vector<ToldQuote> told;
  std::map<std::tuple<std::string_view, int, std::string_view>, std::size_t> places;
  for (const Quote& quote : cell.quotes) {
    std::string value = spoken_value(field, quote.value);
    if (value == quote.text) value.clear();
    const auto [place, is_new] =
        places.try_emplace({quote.text, quote.page, quote.pointer}, told.size());
    if (!is_new && !value.empty()) {
      std::string& values = told[place->second].value;
      values += (values.empty() ? "" : ", ") + value;
      continue;
    }
    told.push_back({value, quote});
    if (is_day(quote.text)) told.back().quote.text = spoken_date(quote.text);
  }
  return told;
}

std::string cut_quotes(std::vector<ToldQuote>& told, std::size_t most) {
  if (told.size() <= most) return {};
  const std::size_t left = told.size() - most;
  told.resize(most);
  return "and " + std::to_string(left) + " more";
}

}  // namespace moot
