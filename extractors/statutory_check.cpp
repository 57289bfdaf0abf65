#include "extractors/statutory_check.hpp"

#include <algorithm>

#include <re2/re2.h>

#include "extractors/values.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

/// Whether the regulations apply, and why.
struct Verdict {
  Applies applies = Applies::No;
  std::string why;
};

Verdict judge_council(const std::optional<Council>& council) {
  if (!council) return {Applies::Unknown, "the paper does not name its council"};
  static const RE2 kLocal(
      "(?i)\\b(?:parish|town|community|neighbourhood|village)\\b.*\\bcouncil\\b|"
      "^cyngor (?:cymuned|tref|bro)\\b");
  const std::string& name = council->name;
  if (!council->code) {
    if (RE2::PartialMatch(name, kLocal)) {
      return {Applies::No, name + " is a parish or town council, which has no executive"};
    }
    return {Applies::Unknown, name + " is not in the table of authorities"};
  }
  const std::string area = council->code->substr(0, 3);
  if (area == "E47" || area == "E61") {
    return {Applies::No,
            name + " is a combined authority or the GLA, which have rules of their own"};
  }
  if (area[0] != 'E') return {Applies::No, name + " is not in England"};
  return {Applies::Yes, name +
                            " is in England; the regulations apply if it operates executive "
                            "arrangements, not a committee system"};
}

/// The name of a body, as far as it tells whether an executive meets.
Verdict judge_body(const Text& body) {
  if (!body) return {Applies::Unknown, "the minutes do not say which body met"};
  static const RE2 kExecutive("(?i)\\b(?:cabinet|executive)\\b");
  static const RE2 kOther(
      "(?i)\\b(?:scrutiny|overview|select|advisory|audit|planning|licensing|regulatory|standards|"
      "appeals|governance|pensions?|development (?:control|management))\\b");
  static const RE2 kCommittee("(?i)\\bcabinet committee\\b");
  static const RE2 kCouncil("(?i)^(?:.* )?(?:full |county |city |borough |district )?council$");
  if (RE2::PartialMatch(*body, kOther) || RE2::FullMatch(*body, kCouncil)) {
    return {Applies::No, "these are minutes of '" + *body + "', which is no executive"};
  }
  if (!RE2::PartialMatch(*body, kExecutive)) {  // regulation 2 counts committees of an executive
    return {Applies::Unknown, "'" + *body + "' may or may not be a committee of the executive"};
  }
  if (RE2::PartialMatch(*body, kCommittee)) {
    return {Applies::Unknown, "'" + *body + "' may decide or only advise"};
  }
  return {Applies::Yes, ""};
}

/// Who decides, by the words that they are called.
enum class Maker { Member, Officer, Executive, OtherBody, Unknown };

const Text& maker_of(const Record& record) {
  return record.decision_maker ? record.decision_maker : record.body;
}

Maker kind_of_maker(const Text& who) {
  static const RE2 kMember(
      "(?i)\\b(?:member|leader|portfolio holder|mayor|councillors?|cllrs?)\\b");
  static const RE2 kOfficer("(?i)\\b(?:director|chief|officer|head of|manager|solicitor)\\b");
  static const RE2 kExecutive("(?i)(?:^|[^-])\\b(?:cabinet|executive)\\b");
  static const RE2 kBody("(?i)\\b(?:committee|council|board|panel|forum)\\b");
  if (!who) return Maker::Unknown;
  // "Director of Place in consultation with the Cabinet Member": the director decides.
  static const RE2 kConsulted("(?i)^(.+?),? (?:in|following|after) consult(?:ation|ing)\\b.*$");
  if (std::string first; RE2::FullMatch(*who, kConsulted, &first)) return kind_of_maker(first);
  if (RE2::PartialMatch(*who, kMember)) return Maker::Member;
  if (RE2::PartialMatch(*who, kOfficer)) return Maker::Officer;
  if (RE2::PartialMatch(*who, kExecutive)) return Maker::Executive;
  return RE2::PartialMatch(*who, kBody) ? Maker::OtherBody : Maker::Unknown;
}

Verdict judge_maker(const Record& record) {
  const Text& who = maker_of(record);
  if (kind_of_maker(who) != Maker::OtherBody) return {Applies::Yes, ""};
  return {Applies::Unknown, "'" + *who + "' may be no part of an executive"};
}

/// By who decided: a body, a member or an officer.
std::string regulation_of(const Record& record) {
  if (record.kind == "minutes") return "12(2)";
  switch (kind_of_maker(maker_of(record))) {
    case Maker::Member:
      return "13(2)";
    case Maker::Officer:
      return "13(4)";
    case Maker::Executive:
    case Maker::OtherBody:
      return "12(2)";
    case Maker::Unknown:
      break;
  }
  return "12(2), 13(2) or 13(4)";
}

/// "The Council as Local Planning Authority hereby refuses permission": councils decide so apart
/// from their executives.
bool decides_on_planning(const std::string& words) {
  static const RE2 kPlanning(
      "(?i)\\blocal planning authority\\b|\\bhereby (?:refuses?|grants?) permission\\b|"
      "\\b(?:grant|refus)\\w* (?:\\w+ ){0,2}(?:planning|outline|conditional) permission\\b");
  return RE2::PartialMatch(words, kPlanning);
}

Verdict judge_paper(const Record& record) {
  if (record.kind == "minutes") return judge_body(record.body);
  if (record.kind != "decision_notice" && record.kind != "decision_details") {
    return {Applies::No, "a paper of kind " + record.kind + " is no record of a decision taken"};
  }
  if (record.resolutions.empty() && record.proposed_decision) {
    return {Applies::No, "the decision is still to be taken"};
  }
  if (!record.resolutions.empty() && decides_on_planning(record.resolutions[0].text)) {
    return {Applies::No, "a planning permission or refusal is not a decision of the executive"};
  }
  return judge_maker(record);
}

/// The regulations came into force on 10 September 2012 (regulation 1).
Verdict judge_date(const Record& record) {
  const Text& date = record.decision_date ? record.decision_date : record.meeting_date;
  if (!date || *date >= "2012-09-10") return {Applies::Yes, ""};
  return {Applies::No, "the decision was made on " + *date +
                           ", before the regulations came into force on 2012-09-10"};
}

/// A no outweighs what is not known, and that a yes.
Verdict judge(const Record& record) {
  const Verdict council = judge_council(record.council);
  const Verdict paper = judge_paper(record);
  const Verdict date = judge_date(record);
  if (council.applies == Applies::No) return council;
  if (date.applies == Applies::No) return date;
  if (paper.applies == Applies::No) return paper;
  if (paper.applies == Applies::Unknown) return paper;
  return council;
}

int page_of(const Record& record, const std::string& pointer) {
  const auto found = record.evidence.find(pointer);
  if (found == record.evidence.end() || found->second.where.empty()) return 0;
  return found->second.where[0].page;
}

void set_found(const Record& record, StatutoryPart& part, std::string pointer, std::string words) {
  part.state = PartState::Found;
  part.page = page_of(record, pointer);
  part.pointer = std::move(pointer);
  part.words = std::move(words);
}

StatutoryPart text_part(const Record& record, const char* paragraph, const char* what,
                        const char* field, const Text& text) {
  StatutoryPart part{paragraph, what};
  if (text) set_found(record, part, std::string("/") + field, *text);
  return part;
}

/// The date of a decision: of a meeting's, the meeting's.
StatutoryPart date_part(const Record& record) {
  constexpr const char* kWhat = "the date the decision was made";
  if (record.decision_date || !record.meeting_date) {
    return text_part(record, "(a)", kWhat, "decision_date", record.decision_date);
  }
  StatutoryPart part = text_part(record, "(a)", kWhat, "meeting_date", record.meeting_date);
  part.remark = "the date of the meeting";
  return part;
}

/// A dispensation is called for by a conflict that was declared.
StatutoryPart dispensation_part(const Record& record, const StatutoryPart& conflict) {
  StatutoryPart part = text_part(record, "(e)", "dispensation for a declared conflict",
                                 "dispensations", record.dispensations);
  // "None" beside a conflict that was declared is a statement; beside "None" it is not called for.
  const bool stated = part.state == PartState::Found && !is_none(part.words);
  if (stated || conflict.state != PartState::Found) return part;
  if (RE2::PartialMatch(conflict.words, "(?i)\\bdispensation")) {
    part = conflict;
    part.paragraph = "(e)";
    part.what = "dispensation for a declared conflict";
    part.remark = "the words on conflicts name one";
    return part;
  }
  static const RE2 kNone("(?im)^(?:there (?:were|are) )?(?:none|no|nil|n/a|not applicable)\\b");
  static const RE2 kSome("(?i)\\bdeclared (?:an?|that|his|her|their)\\b");
  const bool none = is_none(conflict.words) || RE2::PartialMatch(conflict.words, kNone);
  if (none && !RE2::PartialMatch(conflict.words, kSome)) {
    part.state = PartState::NotCalledFor;
    part.remark = "the paper says that no conflict was declared";
  }
  return part;
}

StatutoryPart options_part(const Record& record) {
  StatutoryPart part{"(c)", "alternative options considered and rejected"};
  if (!record.options.empty()) {
    set_found(record, part, "/options/0/text", record.options[0].text);
    return part;
  }
  for (const Note& note : record.notes) {
    if (note.what != "options-none-stated") continue;
    part.state = PartState::Found;
    part.page = note.page;
    part.remark = "the paper says that there were none";
  }
  return part;
}

constexpr const char* kOnlyDeclared = "asked for only where one was declared";

/// A notice, or a page of a decision, is one decision.
StatutoryDecision check_notice(const Record& record) {
  StatutoryDecision decision{record.title.value_or(""), "", {}};
  StatutoryPart decided{"(a)", "the decision"};
  if (!record.resolutions.empty()) {
    set_found(record, decided, "/resolutions/0/text", record.resolutions[0].text);
  }
  StatutoryPart conflict = text_part(record, "(d)", "conflicts of interest declared",
                                     "conflicts_of_interest", record.conflicts_of_interest);
  StatutoryPart dispensation = dispensation_part(record, conflict);
  for (StatutoryPart* part : {&conflict, &dispensation}) {
    if (part->state == PartState::NotFound) part->remark = kOnlyDeclared;
  }
  decision.parts = {decided,
                    date_part(record),
                    text_part(record, "(b)", "the reasons", "reasons", record.reasons),
                    options_part(record),
                    conflict,
                    dispensation};
  return decision;
}

/// The paragraph of an item's text that a label begins, with the one below where it stands alone.
std::string labelled_words(const std::string& text, const RE2& label) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    std::string rest;
    if (RE2::FullMatch(line, label, &rest)) {
      const std::size_t next = std::min(text.find('\n', end + 1), text.size());
      return rest.empty() && end < text.size() ? line + " " + text.substr(end + 1, next - end - 1)
                                               : line;
    }
    begin = end + 1;
  }
  return {};
}

StatutoryPart item_part(const Record& record, std::size_t item, const char* paragraph,
                        const char* what, const RE2& label) {
  StatutoryPart part{paragraph, what};
  std::string words = labelled_words(record.items[item].text, label);
  if (words.empty()) return part;
  set_found(record, part, "/items/" + std::to_string(item) + "/text", std::move(words));
  part.remark = "somewhere in the item, which begins on this page";
  return part;
}

/// Minutes have one item for the interests that were declared.
StatutoryPart declared_part(const Record& record) {
  static const RE2 kInterests("(?i)\\b(?:declarations?|disclosures?)\\b.*\\binterests?\\b");
  StatutoryPart part{"(d)", "conflicts of interest declared"};
  for (std::size_t i = 0; i < record.items.size(); ++i) {
    const Item& item = record.items[i];
    if (!RE2::PartialMatch(item.title, kInterests)) continue;
    const std::string pointer = "/items/" + std::to_string(i);
    set_found(record, part, pointer + (item.text.empty() ? "/title" : "/text"),
              item.text.empty() ? item.title : item.text);
    part.remark = "the item on interests, for all decisions of the meeting";
    return part;
  }
  part.remark = kOnlyDeclared;
  return part;
}

/// Approving minutes and excluding the public decide how a meeting goes on, nothing else.
bool is_procedure(const std::string& title) {
  static const RE2 kProcedure(
      "(?i)^(?:(?:confirmation of |approval of |adoption of )?(?:the "
      ")?minutes\\b|apolog|declarations?\\b|"
      "disclosures?\\b|exclusion of|election of|appointment of (?:chair|vice)|urgent|date of|"
      "membership\\b|substitut)");
  return RE2::PartialMatch(title, kProcedure);
}

std::vector<StatutoryDecision> check_minutes(const Record& record) {
  static const RE2 kReasons(
      "(?i)(?:reasons?|reason\\(s\\))(?: for (?:the |this )?"
      "(?:decisions?|recommendations?))?\\s*(?:[:.–—-]+\\s*(.*))?");
  static const RE2 kOptions(
      "(?i)(?:details of )?(?:any )?(?:(?:other|alternative) options?|alternatives?|options?)"
      "(?: (?:that were )?considered)?(?: and rejected)?(?: considered)?\\s*(?:[:.–—-]+\\s*(.*))?");
  std::vector<StatutoryDecision> decisions;
  const StatutoryPart declared = declared_part(record);
  for (std::size_t i = 0; i < record.items.size(); ++i) {
    const Item& item = record.items[i];
    if (item.resolutions.empty() || is_procedure(item.title)) continue;
    const std::string pointer = "/items/" + std::to_string(i);
    StatutoryPart decided{"(a)", "the decision"};
    set_found(record, decided, pointer + "/resolutions/0", item.resolutions[0]);
    StatutoryPart dispensation = dispensation_part(record, declared);
    if (dispensation.state == PartState::NotFound) dispensation.remark = kOnlyDeclared;
    decisions.push_back(
        {item.title,
         pointer,
         {decided, date_part(record), item_part(record, i, "(b)", "the reasons", kReasons),
          item_part(record, i, "(c)", "alternative options considered and rejected", kOptions),
          declared, dispensation}});
  }
  return decisions;
}

}  // namespace

StatutoryCheck check_record(const Record& record) {
  const Verdict verdict = judge(record);
  StatutoryCheck check{verdict.applies, verdict.why, "", {}};
  if (verdict.applies == Applies::No) return check;
  check.regulation = regulation_of(record);
  const bool by_item = record.kind == "minutes" && !record.items.empty();
  if (by_item) {
    check.decisions = check_minutes(record);
  } else if (record.kind != "minutes" || !record.resolutions.empty()) {
    check.decisions.push_back(check_notice(record));
  }
  if (!check.decisions.empty()) return check;
  return {Applies::No, "the minutes record no decision but on procedure", "", {}};
}

}  // namespace moot
