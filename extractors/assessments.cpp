#include "extractors/assessments.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "extractors/sentences.hpp"
#include "extractors/values_text.hpp"

// A sentence is brought into a plain form first: lower case, the assessment's name as "@". What is
// said of it must then stand close to that sign.

namespace moot {
namespace {

constexpr std::size_t kLongestSentence = 600;  // bytes

using Piece = re2::StringPiece;

/// "a full @": words between an article and the name.
const std::string kOne =
    "(?:an? |any |the |its |our |their |this )?(?:(?:full|formal|initial|detailed|separate|draft|"
    "further|specific|updated|revised|new|comprehensive) )*@";

/// "... has been carried out": what makes an assessment.
const std::string kMade =
    "(?:undertaken|carried out|completed|conducted|prepared|produced|performed|developed|drafted|"
    "done)";

const std::string kNeeded = "(?:required|needed|necessary|applicable)";

/// The names of an assessment; short ones that mean another elsewhere where `in_part`.
const RE2& name_of(AssessmentKind kind, bool in_part) {
  static const std::string kWords =
      "\\bequalit(?:y|ies)(?:(?:,|/| &| and|, and)? ?(?:diversity|inclusion|human rights|health|"
      "poverty|cohesion|community cohesion|safety|fairness|socio-economic|welsh language))*"
      "(?: and)? (?:impact |needs impact |effects? )?(?:assessments?|analys[ie]s)\\b|"
      "\\b(?:eqias?|ehrias?|einas?|edias?)\\b";
  static const RE2 kEquality("(?:" + kWords + ")");
  static const RE2 kShort("(?:" + kWords +
                          "|\\beias?\\b|\\biias?\\b|\\bintegrated impact assessments?\\b|"
                          "\\bimpact assessments?\\b)");
  static const RE2 kData(
      "\\b(?:data protection impact assessments?|privacy impact assessments?|dpias?)\\b");
  if (kind == AssessmentKind::DataProtection) return kData;
  return in_part ? kShort : kEquality;
}

/// The plain form; "" where the name is not in it.
std::string plain_form(std::string_view sentence, AssessmentKind kind, bool in_part) {
  std::string plain = ascii_lower(fold_blanks(sentence));
  // Assessments of other things, which short names would take in.
  static const RE2 kOthers(
      "\\b(?:environmental|health|traffic|heritage|habitats?|visual|economic|regulatory|carbon|"
      "climate|retail|flood|family|rural|privacy|data protection) impact assessments?\\b");
  if (kind == AssessmentKind::Equality) RE2::GlobalReplace(&plain, kOthers, "other paper");
  if (!RE2::GlobalReplace(&plain, name_of(kind, in_part), "@")) return {};
  static const RE2 kAgain("@ ?\\( ?@ ?\\)");  // "Equality Impact Assessment (EqIA)"
  RE2::GlobalReplace(&plain, kAgain, "@");
  static const RE2 kNumber("^(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}\\.?|\\([a-z0-9]{1,3}\\)|\u2022|-) ");
  RE2::Replace(&plain, kNumber, "");
  return plain;
}

/// What is asked, or told in general, says nothing of this paper.
bool says_nothing(const std::string& plain) {
  static const RE2 kAsked(
      "\\?$|^(?:if|where|when|whether|has|have|do|does|did|is|are|was|unless)\\b");
  static const RE2 kScreening("@ (?:\\w+ )?screening|screening (?:of |for )?(?:an? |the )?@");
  return RE2::PartialMatch(plain, kAsked) || RE2::PartialMatch(plain, kScreening);
}

bool hangs_on_something(const std::string& plain) {
  static const RE2 kHangs(
      "\\b(?:if|whether|unless|may|might|could|should)\\b|"
      "\\b(?:as|where|when|wherever|whenever)(?: it is| they are| and when)? "
      "(?:required|needed|necessary|appropriate|applicable|relevant)\\b");
  return RE2::PartialMatch(plain, kHangs);
}

bool not_needed(const std::string& plain) {
  static const std::string kNot =
      "(?:not|no longer) (?:been |be |thought |considered |deemed |felt |judged |believed |to be |"
      "currently |therefore |legally )*";
  static const RE2 kSaid(
      "@(?: \\w+){0,4} (?:is|are|was|were|has|have) (?:therefore |also |considered |deemed )*" +
      kNot + kNeeded + "|\\bno (?:full |formal |further |new )*@ (?:is|are|was|were|has been) " +
      "(?:therefore |considered |deemed |to be )*" + kNeeded +
      "|(?:no need|no requirement|not (?:considered |deemed |thought |felt )?(?:to be )?" +
      kNeeded +
      "|unnecessary) (?:for|to (?:undertake|carry out|complete|conduct|prepare|produce|do)) " +
      kOne + "|(?:does|do|did) not (?:require|need|necessitate|trigger|warrant) " + kOne +
      "|@ (?:does|do) not (?:need|have) to be " + kMade +
      "|^@ ?(?:[:\u2013-] ?)?(?:(?:is |was )?not " + kNeeded + "|none " + kNeeded + "|n/a\\b)");
  return RE2::PartialMatch(plain, kSaid);
}

bool planned(const std::string& plain) {
  static const RE2 kSaid(
      "@(?: \\w+){0,4} (?:will|shall|is to|are to|needs? to|must|is due to) "
      "(?:also |then |therefore |now |need to |subsequently )*be " +
      ("(?:" + kMade + "|taken forward|commissioned)") +
      "|\\b(?:will|shall|intends? to|plans? to) (?:also |then |now )*"
      "(?:undertake|carry out|complete|conduct|prepare|produce|develop) " +
      kOne + "|@ (?:is|are) (?:currently |now |also )*(?:being " + kMade +
      "|under ?way|in progress|in preparation|in development)|@ (?:has|have) not yet been " +
      kMade + "|\\ban? (?:full |formal )*@ (?:is|will be) (?:therefore |now )*(?:required|needed)");
  return RE2::PartialMatch(plain, kSaid);
}

/// What is said of it in words that need no look at what stands before them.
bool told_as_made(const std::string& plain) {
  static const RE2 kFound(
      "(?:^|\\bthe (?:\\w+ )?|\\bthis |\\bits )@ (?:has (?:not |also "
      ")?)?(?:demonstrate[sd]|shows|showed|"
      "shown|found|identifie[sd]|conclude[sd]|indicate[sd]|confirm(?:s|ed)|considers|considered|"
      "highlight(?:s|ed)|did not (?:identify|find|highlight))\\b");
  static const RE2 kThere(
      "@ (?:for [^.;]{1,60} )?(?:(?:is|are|has been|have been) (?:also |now )*(?:attached|appended|"
      "enclosed|annexed|included|provided|available|set out|shown|contained|published)\\b|"
      "(?:\\(?(?:attached|appended|enclosed) |\\(see |\\(?(?:at |in )?(?:appendix|annex) )|"
      "(?:is|are) (?:at|in) (?:the )?(?:appendix|annex))");
  return RE2::PartialMatch(plain, kFound) || RE2::PartialMatch(plain, kThere);
}

/// Whether the words before a statement take it back: "no @ has been", "will have completed".
bool taken_back(std::string before) {
  static const RE2 kBack(
      "\\b(?:no|not|without|neither|nor|never|will|would|should|must|to be|be|being|once|until|"
      "after|before|if|when|until) (?:(?:have|has|been|an?|the|full|formal|is|are|yet) ?)*$");
  return RE2::PartialMatch(before, kBack);
}

bool done(const std::string& plain) {
  if (told_as_made(plain)) return !RE2::PartialMatch(plain, "\\b(?:no|without (?:an?|the)) @");
  static const RE2 kPassive(
      "(@((?: [\\w,'-]+){0,8}?) (?:has|have|was|were)(?: also| now| already| "
      "recently| therefore| previously| since)*(?: been)?(?: \\w+ly)? (?:" +
      kMade + "|updated|reviewed|revised|submitted|approved)\\b)");
  static const RE2 kOther(
      "\\b(?:will|is|are|be|may|would|should|once|when|after|until|not|no|if|"
      "which|that|screening|consultation|report|policy|plan|strategy|tool|form)\\b");
  Piece whole, between;
  if (RE2::PartialMatch(plain, kPassive, &whole, &between) && !RE2::PartialMatch(between, kOther) &&
      !taken_back(plain.substr(0, static_cast<std::size_t>(whole.data() - plain.data())))) {
    return true;
  }
  static const RE2 kActive(
      "(\\b(?:undertaken|undertook|carried out|completed|conducted|prepared|produced|performed) " +
      kOne + ")");
  if (!RE2::PartialMatch(plain, kActive, &whole)) return false;
  return !taken_back(plain.substr(0, static_cast<std::size_t>(whole.data() - plain.data())));
}

std::optional<AssessmentState> state_of(const std::string& plain) {
  if (plain.empty() || says_nothing(plain)) {
    // That none is needed may be what a screening found.
    const bool asked = plain.empty() || plain.back() == '?' || hangs_on_something(plain);
    return !asked && not_needed(plain) ? std::optional(AssessmentState::NotNeeded) : std::nullopt;
  }
  if (done(plain)) return AssessmentState::Done;
  if (hangs_on_something(plain)) return {};
  if (not_needed(plain)) return AssessmentState::NotNeeded;
  if (planned(plain)) return AssessmentState::Planned;
  return {};
}

bool about_equality(std::string_view heading) {
  const std::string plain = ascii_lower(heading);
  return plain.find("equal") != std::string::npos || plain.find("diversity") != std::string::npos;
}

/// Whether the heading is the assessment's name, so that what stands under it speaks of it.
bool heads_assessment(std::string_view heading, AssessmentKind kind) {
  static const RE2 kOnly(
      "^(?:the )?@(?: \\(@\\))?(?: (?:implications|completed|undertaken))?[:.?]?$");
  return RE2::FullMatch(plain_form(heading, kind, false), kOnly);
}

}  // namespace

std::optional<AssessmentFound> find_assessment(std::string_view text, std::string_view heading,
                                               AssessmentKind kind) {
  const bool in_part = kind == AssessmentKind::Equality && about_equality(heading);
  const bool headed = heads_assessment(heading, kind);
  std::optional<AssessmentFound> best;
  bool first = true;
  for (const TextRange& range : split_sentences(text)) {
    const std::string_view sentence = text.substr(range.begin, range.end - range.begin);
    if (sentence.size() > kLongestSentence) continue;
    std::string plain = plain_form(sentence, kind, in_part);
    if (plain.empty() && first && headed) plain = "@ " + ascii_lower(fold_blanks(sentence));
    first = false;
    const auto state = state_of(plain);
    if (state && (!best || *state > best->state)) best = AssessmentFound{*state, range};
  }
  return best;
}

bool names_assessment(std::string_view title, AssessmentKind kind) {
  const std::string plain = plain_form(title, kind, false);
  static const RE2 kNot("screening|guidance|template|\\b(?:form|policy|toolkit|training)\\b");
  return !plain.empty() && !RE2::PartialMatch(plain, kNot);
}

}  // namespace moot
