#pragma once
/// \file What changed between two readings of the same papers: for reports after rules changed.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extractors/record.hpp"

namespace moot {

/// One value that is not the same in both records.
struct Difference {
  std::string field;    ///< first part of the pointer: "title", "recommendations", "pages"
  std::string pointer;  ///< into the later record; of what is gone, into the earlier one
  Text before, after;   ///< as people read them; none: there was, or is, no value
  bool operator==(const Difference&) const = default;
};

/// What two records of the same paper say differently, in the order of docs/RECORD.md; and the
/// pages. Ids, the rest of the source, evidence and notes do not count. Entries of lists that both
/// have, wherever they stand, are no difference; the others are paired in their order where they
/// are alike, and else gone and new. Pure.
std::vector<Difference> differences(const Record& before, const Record& after);

/// One paper of a file, in two readings of it.
struct PaperChange {
  std::optional<std::size_t> before, after;  ///< places in the two lists; one may be none
  std::vector<Difference> differences;       ///< of a paper that both have
};

/// What two readings of one file differ in.
struct RecordsDiff {
  std::vector<PaperChange> gone;     ///< in the earlier list only
  std::vector<PaperChange> fresh;    ///< in the later list only
  std::vector<PaperChange> changed;  ///< in both, with differences
  std::size_t unchanged = 0;         ///< papers
};

/// Compares the records of one file, each list in the order of its pages. A paper is the same where
/// its id is; else where most pages are shared; papers without pages and ids in common are paired
/// in their order. Pure.
RecordsDiff compare_records(const std::vector<Record>& before, const std::vector<Record>& after);

/// How many values of a field changed, were found where none was, and were lost.
struct FieldChanges {
  std::size_t changed = 0, found = 0, lost = 0;
  bool operator==(const FieldChanges&) const = default;
};

/// By field, of the papers that changed. Pure.
std::map<std::string, FieldChanges> changes_by_field(const RecordsDiff& diff);

}  // namespace moot
