#pragma once
/// \file What may stand where in the JSON form of a record, as far as a user may correct it: the
/// same as docs/RECORD.md says, without schema, id, source, evidence and notes.

#include <string>
#include <string_view>
#include <vector>

#include "extractors/record.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// One place of a record, with what is inside it.
struct RecordShape {
  enum class Is { Words, Date, Flag, List, Object };
  std::string name;  ///< of a part of an object; empty for an entry of a list
  Is is = Is::Words;
  bool needed = false;                  ///< may not be null; lists never are
  std::vector<std::string> words = {};  ///< of Words: all that it may be; empty: any
  std::vector<RecordShape> parts = {};  ///< of an Object; of a List one, its entries
};

/// The shape at `pointer` ("/contacts/0/email"; "" is the whole record); null where no record has
/// such a place. Indexes may be any number.
const RecordShape* shape_at(std::string_view pointer);

/// The names and indexes of a JSON Pointer: "/options/0/text" -> "options", "0", "text". Empty for
/// one that does not begin with a slash.
std::vector<std::string> pointer_steps(std::string_view pointer);

/// What a user typed for the place, as the JSON text of its value. A text is taken word for word
/// (nothing but "null" empties it), dates are ISO 8601 days, flags true, false, yes or no, lists
/// and objects JSON; a council may be typed by its name or code alone. Parts that are left out of
/// objects are null. Fails with Usage, naming `pointer` and what it takes. Pure.
Result<std::string> read_typed(const RecordShape& shape, std::string_view pointer,
                               std::string_view typed);

/// Says that the record has no such place, and in the hint which there are. Pure.
Error no_such_place(const Record& record, const std::string& pointer);

}  // namespace moot
