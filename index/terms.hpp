#pragma once
/// \file What terms, values and data of a Xapian document look like: the one place that indexing
/// and searching must agree on. Needs no Xapian header.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "index/entry.hpp"
#include "index/words.hpp"

namespace moot {

/// Metadata: the format's number (format.hpp), and the catalogue's generation that it has.
constexpr const char* kFormatKey = "moot.format";
constexpr const char* kGenerationKey = "moot.generation";

/// Metadata that is the dictionary of pack_facets(): behind this stands a number from 1 on, and the
/// metadata is its text.
constexpr const char* kFacetTextKey = "moot.facet.";

/// Prefixes of terms that no field of the query language names. Behind the first stands a council's
/// whole name as squeeze() gives it; behind the second the stem of a word that people call the
/// entry by though it need not stand in it.
constexpr const char* kCouncilNamePrefix = "XW";
constexpr const char* kContextPrefix = "XE";

/// Value slots. The numbers are part of the format.
enum Slot : unsigned {
  kDateSlot = 0,      ///< "20240117"
  kIdSlot = 1,        ///< Entry::id: breaks ties
  kPassagesSlot = 2,  ///< pack_passages()
  kFacetsSlot = 3,    ///< pack_facets()
  kCouncilSlot = 4,   ///< the council's name, folded: what sort:council goes by
};

/// Positions between two passages: more than NEAR can span.
constexpr std::uint32_t kPositionStep = 1000;
constexpr std::uint32_t kPositionGap = 100;

/// Where a passage's words stand. The words of its heading come first, then, after a gap, those
/// of its text; each from start + 1 on.
struct PassageStart {
  std::size_t field = 0;    ///< index into passage_field_table(), its size where unknown
  std::uint32_t start = 0;  ///< a multiple of kPositionStep
  std::uint32_t text = 0;   ///< position before the first word of the text
  bool operator==(const PassageStart&) const = default;
};

/// Where the next passage starts when the last one's last word stands at `last`.
std::uint32_t next_start(std::uint32_t last);

/// The passage table as a value, and back; empty where the bytes are damaged.
std::string pack_passages(const std::vector<PassageStart>& passages);
std::vector<PassageStart> unpack_passages(std::string_view bytes);

/// English stems of folded words. Keeps those it has made, for text says the same words again and
/// again. For one thread.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;
  const std::string& stem(const std::string& folded);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A term of at most Xapian's length; longer ones are cut, the same way each time.
std::string make_term(std::string_view prefix, std::string_view rest);

/// "2024-01-17" -> "20240117".
std::string date_value(std::string_view iso);

}  // namespace moot
