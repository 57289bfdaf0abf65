#pragma once
/// \file What users say of a record after they read it: that a value is another, or that it must
/// not be shown. Records keep what extraction gave; corrections are laid over them whenever they
/// are read, so they outlive new rules.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/blanking.hpp"
#include "extractors/record.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// One thing that a user said of one place of one record.
struct Correction {
  std::string pointer;      ///< JSON Pointer; empty where words are suppressed wherever they stand
  bool suppressed = false;  ///< not to be shown or found; else `value` is right
  std::string value;        ///< JSON text; "null" where suppressed
  std::string before;       ///< JSON text of what stood there; for a place inside a list the whole
                            ///< entry of the list, by which it is found again where its index has
                            ///< changed. Holds what was suppressed: not for showing
  std::string when;         ///< for the caller; the functions here leave it alone
  bool follows = false;     ///< was said of another version of the paper: the value is corrected
                            ///< only where just `before` stands, words are hidden all the same
  bool operator==(const Correction&) const = default;
};

/// That the value at `pointer` is `typed` (read_typed() in record_shape.hpp says how each field is
/// typed). `record` is as the user sees it, with earlier corrections. Fails with Usage where the
/// record has no such place, where it cannot be corrected, and where what was typed does not fit.
Result<Correction> make_correction(const Record& record, const std::string& pointer,
                                   std::string_view typed);

/// That the value, entry or list at `pointer` must not be shown. Fails with Usage, also where
/// there is nothing.
Result<Correction> make_suppression(const Record& record, const std::string& pointer);

/// That these words must not be shown or found, wherever they stand. Fails with Usage where they
/// are too few to mean anything.
Result<Correction> make_suppression(std::string_view words);

/// JSON text of what stood at the correction's own place before. Pure.
std::string value_before(const Correction& correction);

/// What became of corrections.
struct Corrected {
  std::vector<std::size_t> stale;   ///< those whose place the record has no more, by index: the
                                    ///< entry of a list is neither there nor anything like it
  std::vector<HiddenWords> hidden;  ///< what was suppressed, stale or not: for blank() and hide()
};

/// Lays corrections over a record as it was extracted, in the order in which they were made.
///
/// A corrected value gets evidence of basis `corrected`, at no place. A suppressed value becomes
/// null (a text that a record cannot be without becomes empty), an entry of a list is taken out,
/// a list is emptied; and the words of texts, names, telephones and addresses that were suppressed
/// are hidden in the rest of the record as hide() does. Words of councils, roles, headings,
/// numbers, kinds and dates are common property: they are not, unless pointed at. Corrections of
/// values outside lists always hold. Pure.
///
/// Whoever shows or indexes a file does so after apply_corrections() on each record, hide() on each
/// record with what was hidden in the others of the file, and blank() on its Document.
Corrected apply_corrections(const std::vector<Correction>& corrections, Record& record);

/// Takes words out of a record: what is nothing else becomes null or leaves its list, and in longer
/// texts bars stand in their place. What the file is called stays. Pure.
void hide(const std::vector<HiddenWords>& hidden, Record& record);

}  // namespace moot
