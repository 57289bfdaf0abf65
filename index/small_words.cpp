#include "index/small_words.hpp"

#include <cstdlib>
#include <unordered_map>
#include <unordered_set>

#include "extractors/embedded_data.hpp"

namespace moot {
namespace {

/// Lines of "per million TAB stem".
std::unordered_map<std::string, double> read_shares(const std::string& table) {
  std::unordered_map<std::string, double> shares;
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = std::min(table.find('\n', begin), table.size());
    const std::string line = table.substr(begin, end - begin);
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) shares[line.substr(tab + 1)] = std::atof(line.c_str()) / 1e6;
    begin = end + 1;
  }
  return shares;
}

const std::unordered_map<std::string, double>& usual_shares() {
  static const auto shares = [] {
    for (const EmbeddedFile& file : embedded_files()) {
      if (file.name == kUsualWords) return read_shares(file.text);
    }
    return std::unordered_map<std::string, double>();
  }();
  return shares;
}

}  // namespace

bool is_small_word(std::string_view folded) {
  static const std::unordered_set<std::string_view> words = {
      "a",       "about",   "above",     "across",   "after",     "again",   "against",
      "all",     "along",   "already",   "also",     "although",  "always",  "am",
      "among",   "an",      "and",       "another",  "any",       "anyone",  "ar",
      "are",     "around",  "as",        "at",       "away",      "back",    "be",
      "became",  "because", "become",    "been",     "before",    "being",   "below",
      "between", "beyond",  "both",      "but",      "by",        "bydd",    "can",
      "cannot",  "come",    "could",     "did",      "do",        "does",    "doing",
      "done",    "dros",    "due",       "during",   "each",      "ei",      "either",
      "else",    "ensure",  "er",        "etc",      "eu",        "even",    "ever",
      "every",   "few",     "first",     "five",     "for",       "four",    "from",
      "further", "gael",    "gan",       "gave",     "get",       "give",    "given",
      "go",      "going",   "gyda",      "gyfer",    "had",       "has",     "have",
      "having",  "he",      "her",       "here",     "hers",      "him",     "his",
      "how",     "however", "hwn",       "hyn",      "i",         "i'r",     "if",
      "in",      "include", "included",  "includes", "including", "into",    "is",
      "it",      "its",     "itself",    "just",     "last",      "least",   "less",
      "like",    "made",    "mae",       "make",     "makes",     "making",  "many",
      "may",     "me",      "might",     "more",     "most",      "much",    "must",
      "my",      "n",       "nad",       "neither",  "new",       "next",    "no",
      "nor",     "not",     "now",       "o",        "o'r",       "oedd",    "of",
      "off",     "on",      "once",      "one",      "only",      "or",      "other",
      "others",  "our",     "ours",      "out",      "over",      "own",     "per",
      "rather",  "same",    "second",    "several",  "shall",     "she",     "should",
      "since",   "six",     "so",        "some",     "such",      "sydd",    "take",
      "taken",   "than",    "that",      "the",      "their",     "them",    "themselves",
      "then",    "there",   "therefore", "these",    "they",      "this",    "those",
      "three",   "through", "thus",      "to",       "together",  "too",     "towards",
      "two",     "under",   "until",     "up",       "upon",      "us",      "use",
      "used",    "using",   "very",      "via",      "was",       "we",      "wedi",
      "well",    "were",    "what",      "when",     "where",     "whether", "which",
      "while",   "who",     "whom",      "whose",    "why",       "will",    "with",
      "within",  "without", "would",     "wrth",     "y",         "yet",     "ym",
      "yn",      "yng",     "you",       "your",     "yours",     "yr",
  };
  return folded.size() < 2 || words.contains(folded);
}

bool is_report_word(std::string_view folded) {
  static const std::unordered_set<std::string_view> words = {
      "adopt",          "adopted",
      "adoption",       "agenda",
      "agree",          "agreed",
      "appendices",     "appendix",
      "approval",       "approve",
      "approved",       "april",
      "arising",        "asked",
      "attached",       "august",
      "author",         "authority",
      "background",     "borough",
      "cabinet",        "chair",
      "city",           "committee",
      "consider",       "considered",
      "contact",        "council",
      "council's",      "councillor",
      "councillors",    "councils",
      "county",         "cyngor",
      "date",           "december",
      "decide",         "decided",
      "decision",       "decisions",
      "delegated",      "department",
      "details",        "director",
      "directorate",    "district",
      "document",       "email",
      "endorse",        "executive",
      "february",       "following",
      "friday",         "head",
      "implication",    "implications",
      "item",           "january",
      "july",           "june",
      "lead",           "leader",
      "manager",        "march",
      "meeting",        "meetings",
      "member",         "members",
      "minutes",        "monday",
      "noted",          "november",
      "october",        "officer",
      "officers",       "option",
      "options",        "page",
      "pages",          "paper",
      "papers",         "paragraph",
      "part",           "portfolio",
      "proposal",       "proposals",
      "propose",        "proposed",
      "purpose",        "reason",
      "reasons",        "recommend",
      "recommendation", "recommendations",
      "recommended",    "report",
      "reported",       "reports",
      "resolved",       "section",
      "september",      "set",
      "sets",           "subject",
      "summary",        "thursday",
      "title",          "tuesday",
      "wednesday",      "year",
      "years",
  };
  return words.contains(folded);
}

double usual_share(const std::string& stem) {
  constexpr double kOfASubject = 2e-5;
  const auto found = usual_shares().find(stem);
  return found == usual_shares().end() ? kOfASubject : found->second;
}

}  // namespace moot
