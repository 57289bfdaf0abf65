#pragma once
/// \file Texts that an attacker, or a broken export, would make: one thing over and over, up to a
/// size. tests/bench/growth.cpp looks how the time for each grows; unit tests read them at sizes at
/// which a loop inside a loop would not end.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace moot::test {

/// What is repeated; '~' becomes a running number, '@' a word that differs each time.
struct Hostile {
  std::string_view name;
  std::string_view unit;
};

inline constexpr std::array kHostile{
    Hostile{"words on one line", "the fox went over the lazy hills "},
    Hostile{"sentences on one line", "The fox ran. "},
    Hostile{"decisions on one line", "It was agreed to note the report. "},
    Hostile{"stops without decisions", "A fox has run. "},
    Hostile{"one word", "a"},
    Hostile{"one capital", "A"},
    Hostile{"figures", "1"},
    Hostile{"dotted figures", "1."},
    Hostile{"dots", "."},
    Hostile{"dots and spaces", ". "},
    Hostile{"colons", ": "},
    Hostile{"dashes", " - "},
    Hostile{"long dashes", "– "},
    Hostile{"commas", ", "},
    Hostile{"open brackets", "("},
    Hostile{"brackets", "(a) "},
    Hostile{"closed brackets", ") "},
    Hostile{"letters with marks", "é"},
    Hostile{"curly quotes", "’"},
    Hostile{"one council on one line", "Weston Parish Council "},
    Hostile{"councils on one line", "@ Town Council and "},
    Hostile{"kinds of council on one line", "Parish "},
    Hostile{"the word council on one line", "Council "},
    Hostile{"authorities on one line", "County and Fire and "},
    Hostile{"Welsh councils on one line", "Cyngor Tref "},
    Hostile{"domains on one line", "www.kent.gov.uk "},
    Hostile{"joined domains", "kent.gov.uk."},
    Hostile{"names on one line", "Mr A Day, Mrs B Poe, "},
    Hostile{"courtesies on one line", "Mr and "},
    Hostile{"courtesies without joints", "Mr "},
    Hostile{"members on one line", "Cllr Day "},
    Hostile{"emails on one line", "a.day@example.org, "},
    Hostile{"telephones on one line", "01632 960001 "},
    Hostile{"dates on one line", "1 January 2024 "},
    Hostile{"labels on one line", "done. Financial implications None. Legal implications None"},
    Hostile{"appendices on one line", "Appendix A: x "},
    Hostile{"short lines", "a\n"},
    Hostile{"short paragraphs", "a\n\n"},
    Hostile{"sentences", "The fox ran over the hills.\n\n"},
    Hostile{"headings", "# Heading @\n\n"},
    Hostile{"capitals", "HEADING\n\n"},
    Hostile{"lines of one council", "Weston Parish Council\n\n"},
    Hostile{"lines of councils", "@ Town Council met.\n\n"},
    Hostile{"ever longer names", "Old @ Town Council. @ Town Council.\n\n"},
    Hostile{"items", "~. The item\n\n"},
    Hostile{"lettered items", "(a) The item\n\n"},
    Hostile{"items that start again", "1. The item\n\n2. Another\n\n"},
    Hostile{"items with resolutions", "~. The item\n\nRESOLVED: that report ~ be noted.\n\n"},
    Hostile{"resolutions", "RESOLVED: that report ~ be noted.\n\n"},
    Hostile{"the same resolution", "It was agreed to note the report.\n\n"},
    Hostile{"bare triggers", "RESOLVED:\n\n"},
    Hostile{"decisions", "Resolved that\n\n1. the report be noted\n\n"},
    Hostile{"heads of motions", "Resolution No. ~-1\n\n"},
    Hostile{"heads of motions in a line", "Resolution No. ~-1 "},
    Hostile{"motions", "Moved by: A. Day Seconded by: B. Poe\n\nThat it be so. Carried.\n\n"},
    Hostile{"motions without an end", "Moved by: A. Day Seconded by: B. Poe\n\nThat it be.\n\n"},
    Hostile{"labels", "Recommendation: that the plan be agreed\n\n"},
    Hostile{"bare labels", "Recommendations\n\n"},
    Hostile{"labels of nothing", "Background\n\n"},
    Hostile{"contacts", "Contact officer: Jane Day, Clerk, 01632 960001, a@example.org\n\n"},
    Hostile{"bare contacts", "Contact officer\n\n"},
    Hostile{"lists of those present", "Present: Cllr A @, Cllr B @\n\n"},
    Hostile{"apologies", "Apologies: Cllr A @\n\n"},
    Hostile{"apologies in sentences", "Apologies were received from Cllr @.\n\n"},
    Hostile{"bare lists of those present", "Present:\n\n"},
    Hostile{"wrapped names", "Cllr A Day,\n\n"},
    Hostile{"implications", "Financial implications: none that are known of\n\n"},
    Hostile{"headings of implications", "Financial implications\n\nThe cost is £~.\n\n"},
    Hostile{"sign-offs", "Sign-off\n\nFinancial implications\n\nNone\n\n"},
    Hostile{"titles", "Subject: The plan of @\n\n"},
    Hostile{"background papers", "Background papers: The plan of @\n\n"},
    Hostile{"options", "Option ~: do nothing\n\n"},
    Hostile{"meetings", "Timetable: Cabinet 1 January 2024\n\n"},
    Hostile{"dates", "1 January 2024\n\n"},
    Hostile{"table rows", "| ~ | The words | Yes |\n"},
    Hostile{"label rows", "| Subject | Contact officer |\n"},
    Hostile{"implication rows", "| Financial | None that are known of |\n"},
    Hostile{"wide tables", "| a | b | c | d | e | f | g | h | i | j | k | l | m | n |\n"},
    Hostile{"salutations", "Dear Sir\n\nYours sincerely\n\n"},
    Hostile{"bullets", "• The item\n\n"},
    Hostile{"noise", "(pages 1 - 2) "},
    Hostile{"more noise", "to follow "},
    Hostile{"nested names", "Mr A, x (Mr B, "},
    Hostile{"roles in brackets", "Clerk (Mr A Day) "},
    Hostile{"honours", "OBE, "},
    Hostile{"days", "Monday "},
    Hostile{"joints", "on - "},
    Hostile{"wards on one line", "Weston and Elm Ward, "},
    Hostile{"references", "AB/12/345 "},
    Hostile{"initials", "A. "},
    Hostile{"defined councils", "@ Town Council (QTC), "},
    Hostile{"cells", "a | "},
    Hostile{"label cells", "Subject | "},
    Hostile{"contact cells", "Contact officer | "},
    Hostile{"contact rows", "| Contact officer | Contact officer |\n"},
    Hostile{"numbered apologies", "~/24 Apologies: Cllr A @\n\n"},
    Hostile{"bare numbered apologies", "~/24 Apologies\n\nCllr A @\n\n"},
    Hostile{"timetables", "Timetable\n\nCabinet\n\n"},
    Hostile{"contact details", "Contact details\n\nName: Jane @\n\nEmail: a@example.org\n\n"},
    Hostile{"emails and telephones", "a@example.org\n\n01632 960001\n\n"},
    Hostile{"emails", "Email: a@example.org\n\n"},
    Hostile{"open brackets in lines", "Cllr A (Day.\n\n"},
    Hostile{"half lines", "the plan that was put forward,\nand "},
};

/// What stands in front, so that the text is taken for a paper of some kind.
inline constexpr std::array kHostileHeads{
    Hostile{"", ""},
    Hostile{"minutes",
            "# MINUTES\n\nMinutes of a meeting of Weston Parish Council held on 1 January "
            "2024\n\nPresent: Cllr A Day, Cllr B Poe\n\nApologies: none\n\n"},
    Hostile{"present", "# MINUTES\n\nMinutes of a meeting of Weston Parish Council\n\nPresent: "},
    Hostile{"apologies",
            "# MINUTES\n\nMinutes of a meeting of Weston Parish Council\n\nApologies were received "
            "from "},
    Hostile{"agreed",
            "# MINUTES\n\nMinutes of a meeting of Weston Parish Council\n\n1. Parks\n\n"
            "It was agreed to "},
    Hostile{"resolved",
            "# MINUTES\n\nMinutes of a meeting of Weston Parish Council\n\n1. Parks\n\n"
            "RESOLVED: that\n\n1. the plan be noted\n\n"},
    Hostile{"agenda",
            "# AGENDA\n\nYou are summoned to attend a meeting of Weston Parish Council\n\n"},
    Hostile{"item",
            "# AGENDA\n\nYou are summoned to attend a meeting of Weston Parish Council\n\n"
            "1. Apologies\n\n2. Minutes\n\n3. Parks "},
    Hostile{"report",
            "# Report to Cabinet\n\nReport of: Jane Day, Head of Parks\n\nSubject: Parks\n\n"
            "Recommendations\n\n"},
    Hostile{"subject", "# Report to Cabinet\n\nSubject: Parks "},
    Hostile{"body", "# Report to Cabinet\n\nMeeting: Cabinet "},
    Hostile{"from", "# Report to Cabinet\n\nReport of: Jane Day "},
    Hostile{"wards", "# Report to Cabinet\n\nWards affected: "},
    Hostile{"key", "# Report to Cabinet\n\nKey decision: Yes "},
    Hostile{"date", "# Report to Cabinet\n\nDate of meeting: "},
    Hostile{"contact", "# Report to Cabinet\n\nSubject: Parks\n\nContact officer: "},
    Hostile{"contacts", "# Report to Cabinet\n\nSubject: Parks\n\n## Contact details\n\n"},
    Hostile{"background", "# Report to Cabinet\n\nSubject: Parks\n\nBackground papers: "},
    Hostile{"timetable", "# Report to Cabinet\n\nSubject: Parks\n\nTimetable\n\n"},
    Hostile{"financial", "# Report to Cabinet\n\nSubject: Parks\n\nFinancial implications: "},
    Hostile{"table", "# Report to Cabinet\n\n| The one | The other |\n|---|---|\n"},
    Hostile{"cell", "# Report to Cabinet\n\n| The one | The other |\n|---|---|\n| Subject | "},
    Hostile{"letter", "# Letter\n\nDear Sir\n\n"},
    Hostile{"decision",
            "# Record of Decision\n\nDecision taken by: Cllr A Day\n\nDecision: I agree to "},
};

inline std::string_view unit_of(std::string_view name) {
  for (const Hostile& row : kHostile) {
    if (row.name == name) return row.unit;
  }
  return name;
}

inline std::string_view head_of(std::string_view name) {
  for (const Hostile& row : kHostileHeads) {
    if (row.name == name) return row.unit;
  }
  return name;
}

/// At least `bytes` of `unit`, behind `head`.
inline std::string hostile_text(std::string_view head, std::string_view unit, std::size_t bytes) {
  std::string text(head);
  for (std::size_t n = 1; text.size() < bytes; ++n) {
    for (const char c : unit) {
      if (c == '~') {
        text += std::to_string(n);
      } else if (c == '@') {
        text += 'Q';
        for (std::size_t rest = n; rest > 0; rest /= 20) text += "abdefghijklmnopqrstu"[rest % 20];
      } else {
        text += c;
      }
    }
  }
  return text;
}

}  // namespace moot::test
