#pragma once
/// \file Where a decision's number stands in text, and as what, for trace.hpp. All pure.

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/document.hpp"

namespace moot {

/// A place in a text where the letters and digits of a number stand in their order, with nothing
/// but signs between them: "24/00108", "24-00108", "24 / 00108".
struct NumberMention {
  enum class As {
    Heading,   ///< at the start of a line, before a dash: "24/00108 - Budget"
    Label,     ///< after a label at the start of a line: "Decision No: 24/00108"
    Sentence,  ///< in a sentence
    Planning,  ///< as the number of a planning application
    Part,      ///< inside a longer number: "24/00108/FUL"
  } as = As::Sentence;
  TextRange range;  ///< bytes of the text; of a Part all of the longer number
  bool operator==(const NumberMention&) const = default;
};

/// All mentions of `number` in `text`, in order. A longer run of digits or letters is none:
/// "24/001085" does not mention 24/00108. Linear in the text.
std::vector<NumberMention> mentions_of(std::string_view number, std::string_view text);

/// Whether the name of a file has the number in it: "24-00108 - Report.pdf", "2400108.pdf".
bool file_name_has(std::string_view number, std::string_view path);

/// The number in front of a title if it has the same form as `number` (as many digits and letters
/// between the same kinds of sign); else "". "24/00115 - ICS" with 24/00108 -> "24/00115".
std::string number_of_same_form(std::string_view number, std::string_view title);

/// The first other number of the same form in a title, wherever it stands; "" where there is none
/// or `number` has no letter: "Tender AB-2024-4" with AB-2024-1 -> "AB-2024-4".
std::string number_like_in(std::string_view number, std::string_view title);

/// A number of letters and figures in a title: "Award of tender AB-PW-2024-1" -> "AB-PW-2024-1".
/// It has three parts or a '/', and is_telling(); "" where there is none.
std::string coded_number(std::string_view title);

/// The first number that a line labels: "Application ref no: 24/00108/FUL" -> "24/00108/FUL". It
/// has two parts and is_telling(); dates are none. "" where there is none.
std::string labelled_number(std::string_view text);

/// Whether a number tells one decision of a council from its others for good: "24/00108" does,
/// "12" does not.
bool is_telling(std::string_view number);

/// Whether the words around `mention` say that the decision was called in: "considered the call-in
/// of decision 24/00093". Not where they say that it may be, or was not.
bool speaks_of_call_in(std::string_view text, TextRange mention);

/// The same of a title, without a number.
bool is_call_in_title(std::string_view title);

/// About `length` bytes of `text` around `range`, at word ends, on one line.
std::string words_around(std::string_view text, TextRange range, std::size_t length);

}  // namespace moot
