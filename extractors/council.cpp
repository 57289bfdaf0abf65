#include "extractors/council.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "extractors/compiled_rules.hpp"
#include "extractors/gazetteer.hpp"
#include "extractors/language.hpp"
#include "extractors/values_text.hpp"

namespace moot {

namespace {

constexpr double kNamed = 0.3;   // weight of the proposal: below any label
constexpr double kDomain = 0.2;  // likewise, for a domain alone

constexpr std::size_t kHeadLines = 14;
constexpr std::size_t kFrontLines = 80;
constexpr std::size_t kTailLines = 8;

// How much a mention says that the paper is the authority's own.
constexpr double kAlone = 10;   // a line of the masthead that holds nothing else
constexpr double kMeets = 9;    // "Minutes of a meeting of ... Parish Council"
constexpr double kRunning = 8;  // in a running head
constexpr double kStarts = 6;   // the masthead's line starts with it
constexpr double kHead = 3;     // elsewhere in the masthead
constexpr double kEmail = 5;    // an address of somebody to ask
constexpr double kWeb = 3;      // a web address
constexpr double kTitle = 4;    // the file's own title
constexpr double kDefined = 3;  // "Weston District Council (WDC)", "(the Council)"
constexpr double kTail = 1.5;   // at the paper's end, where it is signed
constexpr double kLeast = 0.9;

/// What a line says about a mention in it.
struct Spot {
  std::string_view text;  ///< around the mention
  std::size_t line_begin = 0, line_end = 0;
  bool head = false, furniture = false, tail = false;
  bool recipient = false;  ///< of a letter
};

/// One authority and what speaks for it: of each kind of sign the best one counts.
struct Claim {
  Text code;
  std::string printed;  ///< as the paper has it
  double place = 0, address = 0, defined = 0;
  std::size_t mentions = 0, short_forms = 0, addresses = 0;
  std::size_t foreign = 0;  ///< mentions as somebody that the author deals with
  double best = -1;         ///< of its signs: gives the evidence
  TextRange range;
  bool stated = false;
};

using Claims = std::map<std::string, Claim>;

// Bounds: how far a line is looked at on either side of a mention (in HTML it may be the whole
// paper), and how many short forms are counted through the text.
constexpr std::size_t kFarthest = 1000;  // bytes
constexpr std::size_t kMostDefined = 50;

std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return is_alnum_byte(c) || static_cast<unsigned char>(c) >= 0x80;
  }));
}

/// Whether `text` ends with "of", "for" or "the" and blanks, as what leads in to a name does.
bool ends_with_link(std::string_view text) {
  static const RE2 kLink("(?i).*(?:of|for|the)");
  text = trim_blanks(text.substr(text.size() - std::min<std::size_t>(text.size(), 8)));
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), kLink);
}

double place_of(const Spot& spot, const AuthorityMention& mention) {
  const std::string_view before =
      spot.text.substr(spot.line_begin, mention.begin - spot.line_begin);
  const std::string_view after =
      spot.text.substr(mention.end, std::max(spot.line_end, mention.end) - mention.end);
  if (spot.furniture) return letters(before) <= 30 ? kRunning : kHead;
  if (!spot.head) return spot.tail ? kTail : 0;
  static const RE2 kMeeting(
      "(?i)(?:\\b(?:minutes|notes|meeting|agenda|summoned|attend|notice|members|cofnodion|cyfarfod)"
      "\\b.*\\b(?:of|for) (?:the )?(?:council of )?(?:the )?|\\bcorporation of the )$");
  const bool starts = letters(before) <= 4;
  if (starts && letters(after) <= 4) return kAlone;
  if (ends_with_link(before) && RE2::PartialMatch(fold_blanks(before) + " ", kMeeting))
    return kMeets;
  static const RE2 kGoesOn(
      "(?i)^['’s]* ?(?:[-–—|:,(]|(?:meeting|minutes|agenda|cabinet|full council|annual)\\b)");
  static const RE2 kSentence("^['’s]* [a-z]");
  const std::string_view line = after.substr(0, after.find('\n'));
  const re2::StringPiece rest(line.data(), line.size());
  if (RE2::PartialMatch(rest, kSentence)) return kTail;
  if (starts) return RE2::PartialMatch(rest, kGoesOn) ? kRunning : kStarts;
  return kHead;
}

/// "Weston District Council (WDC)": the initials, or "Council" for "(the Council)".
std::string defined_after(std::string_view text, std::size_t at) {
  static const RE2 kShort(
      "^(?:['’]s)?\\s*\\((?:hereafter |herein |referred to as )*(?:the )?[\"'“‘]*(?:the "
      ")?([A-Z][A-Za-z&]{1,9})[\"'”’]*\\)");
  std::string name;
  RE2::PartialMatch(std::string(text.substr(at, 60)), kShort, &name);
  return name;
}

/// "jointly with Weston Council", "letter from Weston Council": somebody else.
bool is_foreign(std::string_view text, const AuthorityMention& mention) {
  static const RE2 kOther(
      "(?i)\\b(?:with|from|by|to|between|and|or|than|including|neighbouring|as|via|at|&)\\s+"
      "(?:the )?(?:council of )?(?:the )?$|"
      "\\b(?:leaders?|members?|officers?|councillors?|mayor|representatives?|consultees?) "
      "(?:of|for|from|at)\\s+(?:the )?$");
  static const RE2 kGoesOn("^\\s*(?:,|and\\b|&)");
  constexpr std::size_t kNear = 60;
  const std::size_t from = mention.begin - std::min(mention.begin, kNear);
  const std::string before(text.substr(from, mention.begin - from));
  if (RE2::PartialMatch(before, kOther)) return true;
  // One of a list; at the end of an address nothing follows.
  const bool listed = before.ends_with(", ") || before.ends_with(",\n");
  return listed && RE2::PartialMatch(std::string(text.substr(mention.end, 8)), kGoesOn);
}

std::size_t count_words(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const bool starts = at == 0 || !is_alnum_byte(text[at - 1]);
    const std::size_t end = at + word.size();
    count += starts && (end >= text.size() || !is_alnum_byte(text[end]));
  }
  return count;
}

/// Collects what a paper says about the authorities that it names.
class CouncilCount {
 public:
  explicit CouncilCount(const PaperView& view) : view_(view), doc_(view.doc()) {
    const Paper& paper = view.paper();
    const TextRange all{doc_.lines[paper.first_line].range.begin,
                        doc_.lines[paper.last_line - 1].range.end};
    text_ = slice(doc_, all);
    language_ = tell_language(text_);
  }

  Claims count() {
    read_furniture();
    std::size_t left = 0;
    for (const Block& block : view_.blocks()) left += lines_of(block);
    for (const Block& block : view_.blocks()) {
      left -= lines_of(block);
      read_block(block, left < kTailLines && left < line_ / 2);
    }
    read_title();
    merge_longer_names();
    return std::move(found_);
  }

  double weigh(const std::string& name, const Claim& claim) const {
    const bool signs = claim.place + claim.address + claim.defined > 0;
    if (!signs && 2 * claim.foreign > claim.mentions) return 0;
    double weight = claim.place + claim.address + claim.defined;
    weight += log_of(claim.mentions + claim.short_forms) + log_of(claim.addresses);
    // A bilingual paper names its authority twice.
    const bool welsh = name.starts_with("Cyngor ");
    if (welsh != (language_ == "cy")) weight *= 0.9;
    return weight;
  }

  static double log_of(std::size_t count) { return std::log2(1 + static_cast<double>(count)); }

  const std::string& language() const { return language_; }

 private:
  static std::size_t lines_of(const Block& block) { return block.last_line - block.first_line; }

  void read_furniture() {
    std::map<std::string, int> seen;
    for (std::size_t i = view_.paper().first_line; i < view_.paper().last_line; ++i) {
      const Line& line = doc_.lines[i];
      if (line.role == LineRole::Body || seen[std::string(slice(doc_, line.range))]++ > 0) continue;
      Spot spot;
      spot.text = slice(doc_, line.range);
      spot.line_end = spot.text.size();
      spot.furniture = true;
      read(spot, line.range.begin);
    }
  }

  void read_block(const Block& block, bool tail) {
    const std::string_view text = slice(doc_, block.range);
    Spot spot;
    spot.text = text;
    spot.head = line_ < kHeadLines;
    spot.tail = tail;
    note_recipient(text);
    spot.recipient = spot.head && recipient_ > 0;
    if (recipient_ > 0) --recipient_;
    read(spot, block.range.begin);
    line_ += std::max<std::size_t>(1, lines_of(block));
  }

  /// The lines below "FAO:" or "To:" are the address that a letter goes to.
  void note_recipient(std::string_view text) {
    static const RE2 kTo("(?i)^(?:fao\\b|for the attention of\\b|(?:to|cc|i|at) ?:|sent to\\b)");
    constexpr int kAddress = 4;  // blocks
    if (line_ < 2 * kHeadLines && RE2::PartialMatch(std::string(text.substr(0, 40)), kTo))
      recipient_ = kAddress;
  }

  void read(Spot& spot, std::size_t offset) {
    for (const AuthorityMention& mention : mentions_in(spot)) {
      const std::size_t from = mention.begin - std::min(mention.begin, kFarthest);
      const std::size_t before = spot.text.substr(from, mention.begin - from).rfind('\n');
      spot.line_begin = before == std::string_view::npos ? from : from + before + 1;
      const std::string_view after = spot.text.substr(mention.end, kFarthest);
      spot.line_end = mention.end + std::min(after.find('\n'), after.size());
      add(spot, mention, {offset + mention.begin, offset + mention.end});
    }
  }

  std::vector<AuthorityMention> mentions_in(const Spot& spot) const {
    std::vector<AuthorityMention> found = find_authorities(spot.text);
    if (found.empty() && (spot.head || spot.furniture)) {
      if (auto alone = authority_alone(spot.text)) found.push_back(std::move(*alone));
    }
    return found;
  }

  void add(const Spot& spot, const AuthorityMention& mention, TextRange range) {
    if (spot.recipient) return;  // who gets a letter is not its author
    Claim& claim = found_[mention.name];
    claim.code = mention.code;
    const bool stated = mention.basis == Basis::Stated;
    // A name that is spelt out is better evidence than a domain or a short form.
    const double sign =
        stated ? add_name(claim, spot, mention) : add_short(claim, spot, mention) - 20;
    if (claim.range.empty() || sign > claim.best) {
      claim.best = sign;
      claim.range = range;
      claim.printed = fold_blanks(spot.text.substr(mention.begin, mention.end - mention.begin));
    }
    claim.stated = claim.stated || stated;
  }

  /// A full name. Gives the weight of its place.
  double add_name(Claim& claim, const Spot& spot, const AuthorityMention& mention) {
    const bool foreign = is_foreign(spot.text, mention);
    double sign = place_of(spot, mention);
    if (foreign && sign <= kHead) sign = 0;
    claim.place = std::max(claim.place, sign);
    ++claim.mentions;
    claim.foreign += foreign;
    const std::string name = defined_after(spot.text, mention.end);
    if (!name.empty() && claim.defined == 0) {
      claim.defined = line_ < kFrontLines ? kDefined : kDefined / 3;
      if (all_capitals(name) && defined_++ < kMostDefined)
        claim.short_forms = count_words(text_, name);
    }
    return sign;
  }

  /// A domain or a short form ("Weston BC").
  static double add_short(Claim& claim, const Spot& spot, const AuthorityMention& mention) {
    const std::string_view printed = spot.text.substr(mention.begin, mention.end - mention.begin);
    if (printed.find('.') == std::string_view::npos) {
      ++claim.mentions;
      if (spot.head) claim.place = std::max(claim.place, kHead);
      return 1;
    }
    const bool email = mention.begin > 0 && spot.text[mention.begin - 1] == '@';
    claim.address = std::max(claim.address, email ? kEmail : kWeb);
    ++claim.addresses;
    return email ? kEmail : kWeb;
  }

  static bool all_capitals(std::string_view word) {
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return is_upper_byte(c) || c == '&'; });
  }

  void read_title() {
    for (const AuthorityMention& mention : find_authorities(doc_.title)) {
      Claim& claim = found_[mention.name];
      if (mention.code) claim.code = mention.code;
      claim.place = std::max(claim.place, kTitle);
      claim.stated = claim.stated || mention.basis == Basis::Stated;
      if (claim.printed.empty()) {
        claim.printed = doc_.title.substr(mention.begin, mention.end - mention.begin);
      }
    }
  }

  /// "Minutes Weston Parish Council" is Weston Parish Council with a word too many.
  void merge_longer_names() {
    for (const auto& [name, other] : longer_names()) {
      Claim& claim = found_.at(std::string(name));
      Claim& longer = found_.at(std::string(other));
      if (longer.code || longer.mentions > claim.mentions) continue;
      claim.mentions += longer.mentions;
      claim.place = std::max(claim.place, longer.place);
      longer.mentions = 0;
      longer.place = longer.address = longer.defined = 0;
    }
  }

  /// Pairs of names of which the second is the first with words before it, in order. Looks each
  /// tail of a name up, as there may be as many names as mentions.
  std::set<std::pair<std::string_view, std::string_view>> longer_names() const {
    std::set<std::pair<std::string_view, std::string_view>> pairs;
    for (const auto& [other, unused] : found_) {
      const std::string_view longer = other;
      for (std::size_t at = longer.find(' ', 1); at != std::string_view::npos;
           at = longer.find(' ', at + 1)) {
        const auto shorter = found_.find(std::string(longer.substr(at + 1)));
        if (shorter != found_.end()) pairs.emplace(shorter->first, longer);
      }
    }
    return pairs;
  }

  const PaperView& view_;
  const Document& doc_;
  std::string_view text_;
  std::string language_;
  Claims found_;
  std::size_t line_ = 0;
  std::size_t defined_ = 0;
  int recipient_ = 0;
};

/// An inspector's report or decision is about an authority's plan or land, and belongs to none.
bool is_from_outside(const PaperView& view) {
  static const RE2 kOutside(
      "(?i)^(?:report to .{0,90}|decision )?(?:by .{0,120})?\\b(?:an )?inspectors? appointed by "
      "the "
      "(?:secretary of state|welsh ministers|scottish ministers)\\b|"
      "^(?:the )?(?:planning inspectorate|local government (?:and social care "
      ")?ombudsman)\\b.{0,60}$");
  for (std::size_t i = 0; i < std::min<std::size_t>(view.blocks().size(), kHeadLines); ++i) {
    if (RE2::PartialMatch(view.text(i), kOutside)) return true;
  }
  return false;
}

/// Notes the authorities that the paper names and does not belong to.
void refuse_others(const Claims& found, const std::map<std::string, double>& weights,
                   const std::string* best, RecordBuilder& builder) {
  const auto spoken = [](double weight) { return plain_number(std::round(weight * 10) / 10); };
  for (const auto& [name, claim] : found) {
    if (best != nullptr && name == *best) continue;
    Value value;
    value.text = name;
    value.range = claim.range;
    const std::string own = "what speaks for it weighs " + spoken(weights.at(name));
    builder.refuse({claim.stated ? "council.named" : "council.domain"}, "council", std::move(value),
                   best != nullptr ? own + ", and for " + *best + " " + spoken(weights.at(*best))
                                   : own + ", and must weigh more than " + spoken(kLeast));
  }
}

}  // namespace

void propose_council(const PaperView& view, RecordBuilder& builder) {
  if (view.blocks().empty() || is_from_outside(view)) return;
  CouncilCount counter(view);
  const Claims found = counter.count();
  const std::string* best = nullptr;
  double most = kLeast;
  std::map<std::string, double> weights;
  for (const auto& [name, claim] : found) {
    const double weight = weights[name] = counter.weigh(name, claim);
    if (weight <= most) continue;
    most = weight;
    best = &name;
  }
  refuse_others(found, weights, best, builder);
  if (best == nullptr) return;
  const Claim& winner = found.at(*best);
  Value value;
  value.text = *best;
  // A paper in Welsh gives the name of its authority in Welsh.
  if (counter.language() == "cy" && ascii_lower(winner.printed).starts_with("cyngor "))
    value.text = printed_name(winner.printed);
  value.number = winner.code;
  value.range = winner.range;
  builder.propose(
      {winner.stated ? "council.named" : "council.domain", winner.stated ? kNamed : kDomain,
       winner.stated ? Basis::Stated : Basis::Inferred},
      "council", {std::move(value)});
}

}  // namespace moot
