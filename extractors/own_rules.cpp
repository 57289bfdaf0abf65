#include "extractors/own_rules.hpp"

namespace moot {

const std::vector<OwnRule>& own_rules() {
  static const std::vector<OwnRule> rules = {
      {"body.link-to-meeting", "the link of an agenda item's web page that names its meeting"},
      {"body.masthead", "the first line of the masthead that names a body"},
      {"body.masthead-whole",
       "the masthead's whole name of a body that something else names in part"},
      {"body.over-date", "the heading over the date of a meeting that names no body"},
      {"contacts.labelled-lines", "lines with labels of contacts that follow each other"},
      {"contacts.table", "a table with a contact in each row"},
      {"council.domain", "a domain or short form that one authority alone bears"},
      {"council.named", "the authority whose name the paper's places and addresses speak for most"},
      {"from.signature", "the name under a letter's close"},
      {"items.numbers", "the run of consecutive numbers that weighs most, or usual headings"},
      {"language.common-words", "the shares of common English and Welsh words"},
      {"meeting-date.link-to-meeting", "the same link"},
      {"meeting-date.masthead", "the first line of the masthead that is a date"},
      {"options.by-place",
       "the last words between the labels of a decision's web page that lost its headings"},
      {"reasons.by-place", "the words after the decision there"},
      {"report-date.summons", "the date at which a summons is signed"},
      {"resolutions.by-place", "the words there that open as a decision does, with their list"},
      {"summary.by-place", "the words before the decision there"},
      {"summary.issue-page",
       "the words between the title and the first label of an issue's web page"},
      {"title.letter", "the heading after a letter's salutation"},
      {"title.masthead", "the line of the masthead that looks most like a title"}};
  return rules;
}

}  // namespace moot
