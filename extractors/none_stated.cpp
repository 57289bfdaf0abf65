#include <algorithm>
#include <string>

#include <re2/re2.h>

#include "extractors/mentions.hpp"
#include "extractors/sentences.hpp"
#include "extractors/values.hpp"
#include "extractors/values_text.hpp"
#include "pipeline/normalise.hpp"

// Only the first sentence is read: what follows explains it. It must deny the implications of what
// the heading names. What denies a part of them ("no additional costs", "no adverse impact", "no
// staffing implications" of finances) denies nothing.

namespace moot {

namespace {

constexpr std::size_t kLongestSentence = 400;  // bytes

/// What is denied.
constexpr std::string_view kNouns =
    "implications?|impacts?|issues|considerations|consequences|effects?|concerns|ramifications|"
    "bearing";

/// Words that do not narrow what is denied.
constexpr std::string_view kPlain =
    "any|direct|directly|specific|particular|immediate|immediately|additional|known|identified|"
    "identifiable|apparent|obvious|perceived|anticipated|foreseen|foreseeable|envisaged|expected|"
    "arising|such|relevant|related|other related|potential|associated";

/// Words that name one subject, a row each, with spaces around each word.
constexpr std::string_view kSubjects[] = {
    (" financial finance finances budget budgetary cost costs resource resources "
     "revenue capital monetary value money ariannol economic "),
    " legal law statutory legislative governance constitutional cyfreithiol ",
    (" equality equalities equal equity diversity inclusion cohesion duty public "
     "sector opportunities cydraddoldeb "),
    " human rights ",
    (" staff staffing hr human resource resources personnel workforce employee "
     "employees employment people staffio "),
    (" environment environmental climate carbon sustainability sustainable "
     "biodiversity ecological ecology emergency change energy zero net green "
     "amgylcheddol hinsawdd "),
    " crime disorder community safety section 17 anti-social behaviour antisocial ",
    " data protection privacy gdpr information ",
    " risk risks management ",
    " property asset assets estate estates land premises buildings accommodation ",
    " health wellbeing well-being safety public ",
    " safeguarding children child vulnerable young ",
    " procurement commercial contract contractual social value ",
    " it ict digital technology technological information systems ",
    " policy policies strategic corporate ",
    " consultation communication communications engagement ",
    " rural parish ward wards local ",
};

/// Words that say nothing of the subject.
bool is_filler(std::string_view word) {
  static const std::vector<std::string_view> kWords = split_words(
      "and or nor the of for to in on as a an any & other implication implications impact "
      "impacts issue issues considerations consideration comments comment assessment "
      "council council's section direct directly arising from with by act its whole officer "
      "director head goblygiadau oblygiadau effects effect consequences this report "
      "proposal proposals duty statement matters specific immediate significant");
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

std::vector<std::string> subject_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const std::string folded = fold(text) + " ";
  for (const char c : folded) {
    if (is_alnum_byte(c) || c == '-' || static_cast<unsigned char>(c) >= 0x80) {
      word += c;
      continue;
    }
    const bool number = std::all_of(word.begin(), word.end(), is_digit_byte);
    if (word.size() > 1 && !number && !is_filler(word)) words.push_back(word);
    word.clear();
  }
  return words;
}

bool related(const std::string& a, const std::string& b) {
  if (a == b) return true;
  return std::any_of(std::begin(kSubjects), std::end(kSubjects), [&](std::string_view subject) {
    return subject.find(" " + a + " ") != std::string_view::npos &&
           subject.find(" " + b + " ") != std::string_view::npos;
  });
}

/// Whether each of `words` is about one of `about`.
bool all_related(const std::vector<std::string>& words, const std::vector<std::string>& about) {
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::any_of(about.begin(), about.end(),
                       [&](const std::string& other) { return related(word, other); });
  });
}

/// Whether `about` has a subject that none of `words` is about: "Financial and legal implications"
/// where the law alone is spoken of.
bool leaves_subject(const std::vector<std::string>& about, const std::vector<std::string>& words) {
  return std::any_of(about.begin(), about.end(), [&](const std::string& subject) {
    const bool known =
        std::any_of(std::begin(kSubjects), std::end(kSubjects), [&](std::string_view row) {
          return row.find(" " + subject + " ") != std::string_view::npos;
        });
    return known && !all_related({subject}, words);
  });
}

/// What a sentence denies.
struct Denial {
  std::string kinds;   ///< words before "implications": "legal or financial"
  std::string object;  ///< what behind "on" or "for": "crime and disorder"
};

/// Words that take back what stands before, and those that make it hang on something.
bool takes_back(const std::string& sentence) {
  static const RE2 kBut(
      "\\b(?:other than|except|apart from|beyond|over and above|besides|aside from|save for|save "
      "that|but|however|although|unless|until|whilst|while|provided|subject to|if|outside of|"
      "further to|yet|only|ac eithrio|heblaw)\\b");
  return RE2::PartialMatch(sentence, kBut);
}

/// "There are no direct financial implications arising from this report."
std::optional<Denial> denied_there(const std::string& sentence) {
  static const RE2 kThere(
      "^(?:[a-z ]{0,60}\\b(?:that|is|are|anticipated|considered|expected) )?"
      "(?:there (?:are|is|were|will be|would be|should be|can be) (?:considered to be |deemed to "
      "be "
      "|anticipated to be |expected to be |not (?:considered to be |expected to be |thought to be "
      ")?(?:any )?|no |currently no |therefore no |thus no )?(?:any )?|no )"
      "((?:[a-z'\xE2\x80\x99/-]+,? ){0,10}?)(?:" +
      std::string(kNouns) + ")\\b(.*)$");
  Denial denial;
  std::string rest;
  if (!RE2::FullMatch(sentence, kThere, &denial.kinds, &rest)) return {};
  const std::string head = sentence.substr(0, sentence.size() - rest.size());
  static const RE2 kNegative("\\b(?:no|not)\\b");
  if (!RE2::PartialMatch(head, kNegative)) return {};
  static const RE2 kObject(
      "^ (?:on|for|upon|in relation to|in respect of|with regard to|in terms "
      "of|to|in) (.{1,120})$");
  RE2::FullMatch(rest, kObject, &denial.object);
  return denial;
}

/// "The strategy does not have an impact on crime and disorder", "This report has no legal
/// implications", "The proposals do not raise any equality issues".
std::optional<Denial> denied_of(const std::string& sentence) {
  static const RE2 kHas(
      "^[^.;:]{1,160}?\\b(?:has|have|had|having|raises?|carry|carries|creates?|present|presents|"
      "gives? rise to|will have|would have|poses?|will raise) no "
      "((?:[a-z'\xE2\x80\x99/-]+,? ){0,8}?)(?:" +
      std::string(kNouns) + ")\\b(.*)$");
  static const RE2 kHasNot(
      "^[^.;:]{1,160}?\\b(?:does|do|did|will|would|should|is|are|shall) not (?:directly )?"
      "(?:(?:expected|anticipated|considered|likely|deemed|thought) to )?"
      "(?:have|raise|give rise to|carry|create|present|pose|result in|lead to|involve) "
      "(?:any |an |a )?((?:[a-z'\xE2\x80\x99/-]+,? ){0,8}?)(?:" +
      std::string(kNouns) + ")\\b(.*)$");
  static const RE2 kDoesNot(
      "^[^.;:]{1,160}?\\b(?:does|do|did|will|would|should) not (?:directly )?(?:affect|impact)"
      "(?: on| upon)?()( .*)?$");
  Denial denial;
  std::string rest;
  if (RE2::FullMatch(sentence, kDoesNot, &denial.kinds, &rest)) {
    denial.object = rest;
    return denial;
  }
  if (!RE2::FullMatch(sentence, kHas, &denial.kinds, &rest) &&
      !RE2::FullMatch(sentence, kHasNot, &denial.kinds, &rest))
    return {};
  static const RE2 kObject(
      "^ (?:on|for|upon|in relation to|in respect of|with regard to|in terms "
      "of|to|in) (.{1,120})$");
  RE2::FullMatch(rest, kObject, &denial.object);
  return denial;
}

/// "None arising from this report", "None at this stage", "Not applicable to this report".
bool says_none(const std::string& sentence) {
  static const RE2 kNone(
      "^(?:there (?:are|were|is) none|none|nil|n/a|not applicable|not "
      "relevant|dim|amherthnasol|ddim "
      "yn berthnasol)(?:$|[,:;–-]| - |(?: (?:arising|arises?|that "
      "we|directly|direct|specific|specifically|"
      "identified|at this|at present|as a|as this|for this|from|in relation|in respect|known|"
      "anticipated|envisaged|expected|applicable|relevant|required|have been|has been|were|are|to "
      "report|to this|to note|because|since|that|associated|resulting|identifiable|un)\\b.*$))");
  return RE2::PartialMatch(sentence, kNone);
}

/// "Nid oes goblygiadau ariannol", "Dim goblygiadau".
std::optional<Denial> denied_in_welsh(const std::string& sentence) {
  static const RE2 kNone(
      "^(?:nid oes(?: gan [a-z ]{1,60}?)?|does dim|nid oes yna|dim)(?: unrhyw)? "
      "(?:g?oblygiadau|effaith)((?: [a-z]+)?)\\b.*$");
  Denial denial;
  if (!RE2::FullMatch(sentence, kNone, &denial.kinds)) return {};
  return denial;
}

/// Words before "implications" that narrow what is denied: "no adverse impact".
bool narrows(const std::string& kinds) {
  static const RE2 kNarrow(
      "\\b(?:adverse|adversely|negative|negatively|positive|detrimental|disproportionate|"
      "significant|"
      "major|material|undue|unduly|further|other|new|harmful|unintended|wider|long[- ]term|"
      "short[- ]term|ongoing|on-going|unlawful|serious|substantial|substantive|severe|noticeable|"
      "unacceptable|differential|extra|increased)\\b");
  return RE2::PartialMatch(kinds, kNarrow);
}

/// Whether an object means the paper, the council or nobody in particular.
bool is_about_all(const std::string& object) {
  static const RE2 kAll(
      "(?:^ ?arising|\\b(?:any|all|either|this|these|the|our|its) (?:of the "
      ")?(?:reports?|decisions?|"
      "strategy|strategies|polic(?:y|ies)|plans?|councils?|authorit(?:y|ies)|proposals?|"
      "recommendations?|scheme|project|paper|item|county council|borough council|borough|matters?|"
      "organisation|contents?)(?:$|[ ,;)])|^ ?(?:kcc|this|it)\\b)");
  return RE2::PartialMatch(object, kAll);
}

/// The object without what says whence: "crime and disorder as a result of this report".
std::string without_source(std::string object) {
  static const RE2 kSource(
      " (?:as a (?:direct )?(?:result|consequence)|arising|resulting|associated|from|in this|of "
      "this|"
      "within this|at this|to "
      "report|identified|stemming|contained|which|that|by|directly|due)\\b.*$");
  RE2::Replace(&object, kSource, "");
  return object;
}

bool is_denied(const Denial& denial, std::string_view heading) {
  if (narrows(denial.kinds)) return false;
  static const RE2 kFillers("\\b(?:" + std::string(kPlain) + ")\\b");
  std::string kinds = denial.kinds;
  RE2::GlobalReplace(&kinds, kFillers, "");
  const std::vector<std::string> about = subject_words(heading);
  std::vector<std::string> named = subject_words(kinds);
  if (!denial.object.empty() && !is_about_all(denial.object)) {
    for (std::string& word : subject_words(without_source(denial.object)))
      named.push_back(std::move(word));
  }
  if (about.empty() || named.empty()) return true;
  return all_related(named, about) && !leaves_subject(about, named);
}

/// The first sentence in small letters, without a heading run in front of it ("Legal: ...").
std::string first_sentence(std::string_view text, std::string_view heading) {
  const std::string_view trimmed = trim_blanks(text.substr(0, 2 * kLongestSentence), "*_-–:•");
  std::string_view line = trimmed.substr(0, trimmed.find('\n'));
  const std::vector<TextRange> sentences = split_sentences(line);
  if (!sentences.empty())
    line = line.substr(sentences[0].begin, sentences[0].end - sentences[0].begin);
  std::string sentence = ascii_lower(fold_blanks(trim_blanks(line, ".,;:*()[]")));
  const std::string head = ascii_lower(fold_blanks(heading));
  if (!head.empty() && sentence.starts_with(head))
    sentence = std::string(trim_blanks(std::string_view(sentence).substr(head.size()), ":.-"));
  static const RE2 kNumber("^(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}\\.?|\\([a-z0-9]{1,3}\\)) ");
  RE2::Replace(&sentence, kNumber, "");
  static const RE2 kRunIn("^[a-z ,&/-]{3,60}(?::| [–-]) ");
  RE2::Replace(&sentence, kRunIn, "");
  return sentence;
}

/// "There are no financial implications. However, the project will cost ...": what follows says
/// that there is something. "However, the duties of the Act remain" does not.
bool goes_back(std::string_view text) {
  const std::vector<TextRange> sentences = split_sentences(text.substr(0, 4 * kLongestSentence));
  if (sentences.size() < 2) return false;
  const TextRange next = sentences[1];
  const std::string said = ascii_lower(text.substr(next.begin, next.end - next.begin));
  static const RE2 kBack(
      "^(?:however|but|nevertheless|nonetheless|notwithstanding|although|though|that said|except|"
      "fodd bynnag)\\b.*(?:implication|impact|cost|expenditure|fund|budget|goblygiad|\xC2\xA3)");
  return RE2::PartialMatch(said, kBack);
}

}  // namespace

bool states_none(std::string_view text, std::string_view heading) {
  if (is_none(text)) return true;
  const std::string sentence = first_sentence(text, heading);
  if (sentence.empty() || sentence.size() > kLongestSentence) return false;
  if (takes_back(sentence) || goes_back(text)) return false;
  if (is_none(sentence) || says_none(sentence)) return true;
  for (const auto read : {denied_there, denied_of, denied_in_welsh}) {
    if (const auto denial = read(sentence)) return is_denied(*denial, heading);
  }
  return false;
}

}  // namespace moot
