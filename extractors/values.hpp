#pragma once
/// \file Raw words -> checked values: dates, telephones, emails, names, references. Pure functions
/// without rules: each gives nothing where the text is not such a value. Shapes are those of
/// docs/VALUES.md, seen at UK authorities, in English and Welsh.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/record.hpp"

namespace moot {

/// A value with the bytes of the text in which it was found.
struct Found {
  std::string value;
  std::size_t begin = 0, end = 0;
};

/// Every date in `text`, as ISO 8601, in order: "17 January 2024", "1st Feb 2024", "16 th July
/// 2019", "Thursday, 30 January 2025", "22ND SEPTEMBER, 2014", "30/01/2025" (day first),
/// "16-07-2008", "25.02.2020", "2010/12/15", "January 17, 2024" (North America), "06/04/10",
/// Welsh "3ydd Hydref, 2022", "13eg Mehefin 2015", "10fed Mai 2017" (mutated months too). Month
/// and year alone are not a date. Days that do not exist are not dates.
std::vector<Found> find_dates(std::string_view text);

/// The first date of find_dates(), if any.
std::optional<std::string> parse_date(std::string_view text);

/// Every email address in `text`, in order; a final stop belongs to the sentence.
std::vector<Found> find_emails(std::string_view text);

/// Every telephone number in `text`, as printed, in order: 10 or 11 digits with a leading 0 (or
/// +44) in any grouping and brackets; "ext. 283" stays with its number; North American
/// "705-555-0144"; "/ 3065" (another ending) stays too. Numbers after Fax, Minicom and DX are left
/// out. Shorter numbers count only right after a telephone label ("Tel:", "Telephone number:").
std::vector<Found> find_phones(std::string_view text);

/// Every web address in `text`.
std::vector<Found> find_urls(std::string_view text);

/// Whether `text` looks like one person's name and nothing else: two to four capitalised words
/// (initials, hyphens, apostrophes, "de", "van", "ap" allowed; after a title one surname is
/// enough), degrees and honours behind, no word of the trade ("Director",
/// "Committee", "Team", "Council", "Service", "Report", ...).
bool is_person_name(std::string_view text);

/// A name as the record wants it: without Cllr, Councillor, Cyng. and the like in front ("County
/// Cllr" too), without Mr, Mrs, Ms, Miss where `strip_courtesy`, without bracketed roles
/// ("(Chair)") and final commas; degrees, honours and Dr stay. Folds white space.
std::string tidy_name(std::string_view text, bool strip_courtesy);

/// "Name, Role" / "Name - Role" / "Role - Name" / "Name" / "Role" -> a Person: told apart by what
/// looks like a person's name and what holds a word of a role. Nothing where neither part does.
std::optional<Person> parse_person(std::string_view text);

/// Yes/No in its printed forms: "Yes - it affects ...", "YES .", "No", "Ie", "Nac ydy", "Na",
/// "Key", "Non-key". Nothing where the text starts with neither.
std::optional<bool> parse_flag(std::string_view text);

/// A decision reference as printed at the start of `text` ("23/00120", "CAB018 - 07/2009",
/// "R&ED/16/13", "E3122", "297/16-17"), and nothing where it is a planning reference
/// ("23/05927/FUL"), a year pair ("2023/24"), a date, a telephone or plain words.
std::optional<std::string> parse_reference(std::string_view text);

/// The same for what stands at a label that announces a reference: any letters and figures that
/// strokes, dashes or stops hold together ("FCC/25/0143", "2025.114") will do.
std::optional<std::string> parse_labelled_reference(std::string_view text);

/// "All", "All wards", "Citywide", "All divisions", "County-wide" -> {"All"}; else the entries of
/// a list with ';', ',' or ' and ' between, without a final "Ward(s)".
std::vector<std::string> parse_wards(std::string_view text);

/// The words in which a paper says that there is nothing: "None", "N/A", "Nil", "Not applicable",
/// "Dim" and their like, with or without a full stop.
bool is_none(std::string_view text);

/// "[Insert comments of the Monitoring Officer]": a form says what belongs there, and nobody filled
/// it in.
bool is_prompt(std::string_view text);

}  // namespace moot
