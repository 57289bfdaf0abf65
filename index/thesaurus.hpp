#pragma once
/// \file Words that mean the same: abbreviations, terms of the trade, Welsh pairs. The built-in
/// ones are extractors/data/thesaurus.json; thesaurus.json in an index folder adds to them.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "index/terms.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Immutable once made; for any number of threads.
class Thesaurus {
 public:
  /// Reads {"same": [["PSED", "public sector equality duty"]], "also": {"rubbish": ["waste"]},
  /// "drop": ["EIA"]}: all of them optional, // comments allowed. Words in "drop" are looked up no
  /// more. Fails with BadRule, saying where; `where` is the file for the message.
  static Result<Thesaurus> parse(std::string_view json, const std::string& where);

  static const Thesaurus& built_in();

  /// The built-in one, with DIRECTORY/thesaurus.json added, where there is one.
  static Result<Thesaurus> of_index(const std::string& directory);

  /// What else to look for, as it is written there; empty where nothing is known. `stems` are the
  /// Stemmer's of the words looked up.
  const std::vector<std::string>& others(const std::vector<std::string>& stems) const;

  /// Words of the longest phrase that is known.
  std::size_t longest() const { return longest_; }

 private:
  void add(const std::string& typed, const std::string& other);
  void merge(const Thesaurus& later);

  std::map<std::vector<std::string>, std::vector<std::string>> others_;
  std::vector<std::vector<std::string>> dropped_;
  std::size_t longest_ = 0;
};

/// The stems of the words of a text, in order. Pure.
std::vector<std::string> stems_of(std::string_view text, Stemmer& stemmer);

}  // namespace moot
