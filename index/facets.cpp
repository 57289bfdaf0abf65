#include "index/facets.hpp"

#include <algorithm>
#include <map>

#include "extractors/gazetteer.hpp"
#include "index/packing.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

/// What is kept of an entry.
struct Kept {
  std::string council, code, body, kind, year, key, status;
  std::uint64_t implications = 0;  ///< bit n: the nth of implication_kinds()
};

std::uint64_t implications_of(const Entry& entry) {
  const auto& kinds = implication_kinds();
  std::uint64_t mask = 0;
  for (const Passage& passage : entry.passages) {
    const auto kind = std::find(kinds.begin(), kinds.end(), passage.field);
    if (kind != kinds.end()) mask |= std::uint64_t{1} << (kind - kinds.begin());
  }
  return mask;
}

Kept unpack(const std::string& packed) {
  Unpacker in(packed);
  Kept kept;
  for (std::string* text :
       {&kept.council, &kept.code, &kept.body, &kept.kind, &kept.year, &kept.key, &kept.status}) {
    *text = in.text();
  }
  kept.implications = in.number();
  return in.ok() ? kept : Kept{};
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

std::string pack_facets(const Entry& entry) {
  std::string packed;
  for (const std::string& text :
       {entry.council, entry.council_code, entry.body, entry.kind, entry.date.substr(0, 4),
        entry.key_decision, entry.decision_status}) {
    pack_text(packed, text);
  }
  pack_number(packed, implications_of(entry));
  return packed;
}

std::vector<Facet> FacetCounter::result() const {
  std::map<std::string, Counts> counts;
  Authorities authorities;
  for (const auto& [packed, entries] : packed_) {
    const Kept kept = unpack(packed);
    const Authority& authority = authorities.of(kept.code);
    counts["council"].add(kept.council, entries);
    counts["type"].add(authority.type, entries);
    counts["region"].add(authority.region, entries);
    counts["body"].add(kept.body, entries);
    counts["kind"].add(kept.kind, entries);
    counts["year"].add(kept.year, entries);
    counts["key"].add(kept.key, entries);
    counts["status"].add(kept.status, entries);
    if (kept.implications == 0) counts["implication"].add("", entries);
    const auto& kinds = implication_kinds();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      if ((kept.implications >> i & 1) != 0) counts["implication"].add(kinds[i], entries);
    }
  }
  std::vector<Facet> facets;
  for (const std::string& name : facet_names()) facets.push_back(counts[name].result(name));
  return facets;
}

}  // namespace moot
