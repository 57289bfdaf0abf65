#pragma once
/// \file Entries that may belong to a life, found by full-text queries. Internal to trace.cpp.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "index/trace_life.hpp"

namespace moot {

/// What was found so far, whole, by id. Each query is asked once and looks at no more entries than
/// the options say; each that found more is noted.
class Candidates {
 public:
  Candidates(const Searcher& searcher, const TraceOptions& options)
      : searcher_(searcher), options_(options) {}

  /// Entries with the number as theirs or in their text, of the councils that `council` (a filter
  /// as text, or "") lets through.
  Result<Done> with_number(const std::string& number, const std::string& council);

  /// Entries that what is known of the life leads to: of its council, or of none.
  Result<Done> of_life(const Life& life);

  /// The entries with these ids, whole, in their order, without being candidates; those that the
  /// index does not have are left out. The pointers live as long as this.
  Result<std::vector<const Entry*>> get(const std::vector<std::string>& ids);

  /// By id. Entries stay where they are while more are found.
  const std::map<std::string, Entry>& all() const { return all_; }
  std::vector<TraceBound> bounds() const { return bounds_; }

 private:
  using Wanted = bool (*)(const Life&, const Entry&);
  Result<Done> ask(const std::string& query, const Life* life, Wanted wanted);
  Result<Done> keep(const std::vector<Hit>& hits, const Life& life, Wanted wanted);
  Result<Done> ask_titles(const Life& life, const LifeTitle& title, const std::string& council);
  Result<Done> ask_meetings(const Life& life, const std::string& council);

  const Searcher& searcher_;
  const TraceOptions& options_;
  std::map<std::string, Entry> all_;
  std::map<std::string, Entry> others_;  ///< that were asked for by id alone
  std::set<std::string> asked_;
  std::vector<TraceBound> bounds_;
};

/// council:"..." for a name or a code; "" for none.
std::string council_filter(const std::string& council);

/// Whether a council is the one that `wanted` (as of council_filter()) lets through.
bool is_council(const std::string& wanted, const std::string& name, const std::string& code);

/// Whether an entry is of the life's council or of none.
bool may_be_of(const Life& life, const Entry& entry);

}  // namespace moot
