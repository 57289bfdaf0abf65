#include "index/facets.hpp"

#include <algorithm>
#include <bit>
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
  void add(const std::string& value, std::size_t entries) {
    if (value.empty()) {
      without_ += entries;
    } else {
      forms_[squeeze(value)][value] += entries;
    }
  }

  Facet result(const std::string& name) const {
    Facet facet{name, {}, without_};
    for (const auto& [key, forms] : forms_) {
      FacetValue value;
      std::size_t most = 0;
      for (const auto& [form, entries] : forms) {
        value.entries += entries;
        if (entries > most) value.value = form;
        most = std::max(most, entries);
      }
      facet.values.push_back(std::move(value));
    }
    const bool by_value = name == "year";
    std::sort(facet.values.begin(), facet.values.end(),
              [&](const FacetValue& a, const FacetValue& b) {
                if (by_value) return a.value > b.value;
                return a.entries != b.entries ? a.entries > b.entries : a.value < b.value;
              });
    return facet;
  }

 private:
  std::map<std::string, std::map<std::string, std::size_t>> forms_;
  std::size_t without_ = 0;
};

/// Type and region of authorities by code, asked for once each.
class Authorities {
 public:
  const Authority& of(const std::string& code) {
    const auto [known, fresh] = known_.try_emplace(code);
    if (fresh && !code.empty()) known->second = lookup_authority(code).value_or(Authority{});
    return known->second;
  }

 private:
  std::map<std::string, Authority> known_;
};

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

FacetCounter::FacetCounter() : counts_(kPacked), implications_(implication_kinds().size() + 1) {}

void FacetCounter::add(std::string_view packed) {
  Unpacker in(packed);
  for (Numbers& numbers : counts_) ++numbers[in.number()];
  std::uint64_t mask = in.number();
  if (mask == 0) ++implications_.back();
  for (; mask != 0; mask &= mask - 1) {
    const auto kind = static_cast<std::size_t>(std::countr_zero(mask));
    if (kind + 1 < implications_.size()) ++implications_[kind];
  }
}

std::vector<Facet> FacetCounter::result(const TextOf& text_of) const {
  std::map<std::string, Counts> counts;
  Authorities authorities;
  for (const auto& [number, entries] : counts_[kCouncil]) {
    const std::string text = number == 0 ? std::string() : text_of(number);
    const std::size_t end = std::min(text.find(kBetween), text.size());
    const Authority& authority = authorities.of(text.substr(std::min(end + 1, text.size())));
    counts["council"].add(text.substr(0, end), entries);
    counts["type"].add(authority.type, entries);
    counts["region"].add(authority.region, entries);
  }
  const std::pair<const char*, Packed> texts[] = {
      {"body", kBody}, {"kind", kKind}, {"key", kKey}, {"status", kStatus}};
  for (const auto& [name, packed] : texts) {
    for (const auto& [number, entries] : counts_[packed]) {
      counts[name].add(number == 0 ? std::string() : text_of(number), entries);
    }
  }
  for (const auto& [year, entries] : counts_[kYear]) {
    counts["year"].add(year == 0 ? std::string() : std::to_string(year), entries);
  }
  const auto& kinds = implication_kinds();
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (implications_[i] > 0) counts["implication"].add(kinds[i], implications_[i]);
  }
  counts["implication"].add("", implications_.back());
  std::vector<Facet> facets;
  for (const std::string& name : facet_names()) facets.push_back(counts[name].result(name));
  return facets;
}

}  // namespace moot
