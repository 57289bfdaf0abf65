#include "index/facets.hpp"

#include <algorithm>
#include <bit>
#include <deque>
#include <map>

#include "extractors/gazetteer.hpp"
#include "index/packing.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

/// What is packed, in this order: texts by number, the year as it is, and the implications as bits.
enum Packed : std::size_t { kCouncil, kBody, kKind, kKey, kStatus, kYear, kPacked };

constexpr char kBetween = '\n';  // a council's name and its code

std::uint64_t implications_of(const Entry& entry) {
  const auto& kinds = implication_kinds();
  std::uint64_t mask = 0;
  for (const Passage& passage : entry.passages) {
    const auto kind = std::find(kinds.begin(), kinds.end(), passage.field);
    if (kind != kinds.end()) mask |= std::uint64_t{1} << (kind - kinds.begin());
  }
  return mask;
}

std::string council_text(const Entry& entry) {
  if (entry.council.empty() && entry.council_code.empty()) return {};
  return entry.council + kBetween + entry.council_code;
}

/// Counts the values of one facet. Values that differ in case or punctuation alone are one, shown
/// in the way that most entries print it.
class Counts {
 public:
  using Form = FacetTexts::Form;

  void add(const Form& form, std::size_t entries) {
    if (form.text.empty()) {
      without_ += entries;
    } else {
      forms_.emplace_back(&form, entries);
    }
  }

  /// The forms that were added must still be there.
  Facet result(const std::string& name) {
    const auto by_key = [](const Counted& a, const Counted& b) {
      const int order = a.first->key.compare(b.first->key);
      return order != 0 ? order < 0 : a.first->text < b.first->text;
    };
    std::sort(forms_.begin(), forms_.end(), by_key);
    Facet facet{name, {}, without_};
    for (auto at = forms_.begin(); at != forms_.end();) facet.values.push_back(next_value(at));
    const bool by_value = name == "year";
    std::sort(facet.values.begin(), facet.values.end(),
              [&](const FacetValue& a, const FacetValue& b) {
                if (by_value) return a.value > b.value;
                return a.entries != b.entries ? a.entries > b.entries : a.value < b.value;
              });
    return facet;
  }

 private:
  using Counted = std::pair<const Form*, std::size_t>;

  /// All forms with one key; `at` moves behind them. A form may come several times.
  FacetValue next_value(std::vector<Counted>::iterator& at) const {
    FacetValue value;
    std::size_t most = 0;
    for (const std::string& key = at->first->key; at != forms_.end() && at->first->key == key;) {
      const std::string& text = at->first->text;
      std::size_t entries = 0;
      for (; at != forms_.end() && at->first->text == text; ++at) entries += at->second;
      if (entries > most) value.value = text;
      most = std::max(most, entries);
      value.entries += entries;
    }
    return value;
  }

  std::vector<Counted> forms_;
  std::size_t without_ = 0;
};

FacetTexts::Form form_of(const std::string& text) {
  return {text, squeeze(text)};
}

/// The values of what is counted by number.
template <typename Add>
void each_counted(const std::vector<std::size_t>& numbers, Add&& add) {
  for (std::size_t number = 0; number < numbers.size(); ++number) {
    if (numbers[number] > 0) add(number, numbers[number]);
  }
}

}  // namespace

const std::vector<std::string>& facet_names() {
  static const std::vector<std::string> names = {
      "council", "type", "region", "body", "kind", "year", "implication", "key", "status"};
  return names;
}

std::string pack_facets(const Entry& entry, const NumberOf& number_of) {
  std::string packed;
  for (const std::string& text :
       {council_text(entry), entry.body, entry.kind, entry.key_decision, entry.decision_status}) {
    pack_number(packed, text.empty() ? 0 : number_of(text));
  }
  const std::string year = entry.date.substr(0, 4);
  const bool digits = year.find_first_not_of("0123456789") == std::string::npos;
  pack_number(packed, year.empty() || !digits ? 0 : std::stoul(year));
  pack_number(packed, implications_of(entry));
  return packed;
}

const FacetTexts::Known& FacetTexts::of(std::uint64_t number) {
  const auto [at, fresh] = known_.try_emplace(number);
  if (!fresh || number == 0) return at->second;
  const std::string text = text_of_(number);
  const std::size_t end = std::min(text.find(kBetween), text.size());
  at->second.name = form_of(text.substr(0, end));
  if (end + 1 < text.size()) {
    const Authority authority = lookup_authority(text.substr(end + 1)).value_or(Authority{});
    at->second.type = form_of(authority.type);
    at->second.region = form_of(authority.region);
  }
  return at->second;
}

FacetCounter::FacetCounter() : counts_(kPacked), implications_(implication_kinds().size() + 1) {}

void FacetCounter::add(std::string_view packed) {
  constexpr std::uint64_t kMost = 1 << 22;  // more is damage, and counts as none
  Unpacker in(packed);
  for (Numbers& numbers : counts_) {
    std::uint64_t number = in.number();
    if (number >= kMost) number = 0;
    if (number >= numbers.size()) numbers.resize(number + 1);
    ++numbers[number];
  }
  std::uint64_t mask = in.number();
  if (mask == 0) ++implications_.back();
  for (; mask != 0; mask &= mask - 1) {
    const auto kind = static_cast<std::size_t>(std::countr_zero(mask));
    if (kind + 1 < implications_.size()) ++implications_[kind];
  }
}

std::vector<Facet> FacetCounter::result(FacetTexts& texts) const {
  std::map<std::string, Counts> counts;
  each_counted(counts_[kCouncil], [&](std::uint64_t number, std::size_t entries) {
    const FacetTexts::Known& known = texts.of(number);
    counts["council"].add(known.name, entries);
    counts["type"].add(known.type, entries);
    counts["region"].add(known.region, entries);
  });
  const std::pair<const char*, Packed> named[] = {
      {"body", kBody}, {"kind", kKind}, {"key", kKey}, {"status", kStatus}};
  for (const auto& [name, packed] : named) {
    Counts& of_name = counts[name];
    each_counted(counts_[packed], [&](std::uint64_t number, std::size_t entries) {
      of_name.add(texts.of(number).name, entries);
    });
  }
  std::deque<FacetTexts::Form> own;  // what is not in the dictionary
  each_counted(counts_[kYear], [&](std::uint64_t year, std::size_t entries) {
    counts["year"].add(own.emplace_back(form_of(year == 0 ? "" : std::to_string(year))), entries);
  });
  const auto& kinds = implication_kinds();
  for (std::size_t i = 0; i <= kinds.size(); ++i) {
    const auto& form = own.emplace_back(form_of(i < kinds.size() ? kinds[i] : ""));
    if (implications_[i] > 0) counts["implication"].add(form, implications_[i]);
  }
  std::vector<Facet> facets;
  for (const std::string& name : facet_names()) facets.push_back(counts[name].result(name));
  return facets;
}

}  // namespace moot
