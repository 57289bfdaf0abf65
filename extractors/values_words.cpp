#include "extractors/values_words.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extractors/values_text.hpp"

namespace moot {

namespace {

struct WordRow {
  TradeWord kind;
  std::string_view words;  ///< with single spaces between
};

// Surnames that are also such words (Ward, Page, Hall, Park, Young, Price, Cook, Law) are left out
// on purpose: a missed refusal costs less than a missed person.
constexpr WordRow kRows[] = {
    {TradeWord::Role,
     "director directors manager managers officer officers executive leader deputy chair chairman "
     "chairwoman chairperson vice-chair vice-chairman vice-chairperson convener convenor secretary "
     "solicitor accountant treasurer auditor engineer surveyor architect planner adviser advisor "
     "assistant associate acting interim lead principal senior chief head clerk councillor "
     "councillors member members portfolio holder cabinet-member co-ordinator coordinator "
     "administrator analyst consultant counsel lawyer inspector commissioner registrar returning "
     "monitoring supervisor specialist strategist partner apprentice trainee technician warden "
     "provost mayor mayoress bailie depute minister mp chancellor president vice-president "
     "governor trustee owner author contact co-opted clerc cyfarwyddwr swyddog rheolwr pennaeth "
     "arweinydd cadeirydd is-gadeirydd aelod prif dirprwy cynghorydd ysgrifennydd cyfreithiwr "
     "reeve ombudsman controller curator librarian headteacher"},
    {TradeWord::Body,
     "committee committees sub-committee subcommittee council councils cabinet board panel team "
     "teams service services department departments directorate directorates division unit group "
     "groups office authority corporation trust partnership forum commission association society "
     "agency company limited ltd llp plc university college school schools academy hospital police "
     "nhs ombudsman borough county district parish community city region ministry government "
     "inspectorate union bank station centre center building floor room chamber chambers house "
     "road avenue street lane square library museum gallery village township cyngor pwyllgor "
     "adran gwasanaeth bwrdd tim swyddfa sir cymuned neuadd"},
    {TradeWord::Subject,
     "report reports agenda agendas minutes minute meeting meetings decision decisions "
     "recommendation recommendations appendix appendices annex schedule summary background papers "
     "paper item items page pages date time venue subject title purpose reason reasons options "
     "option implications implication consultation equality equalities budget budgets finance "
     "finances financial resources resource revenue capital strategy strategies strategic plan "
     "plans planning policy policies performance governance democratic corporate legal human risk "
     "audit assurance procurement commercial commissioning property estates assets housing "
     "homes highways transport transportation environment environmental climate waste recycling "
     "education learning skills children childrens adults adult social care health wellbeing "
     "public safety safeguarding communities digital technology information data ict "
     "communications engagement customer customers business economic economy growth regeneration "
     "development developments place places people strategic operations operational programme "
     "programmes project projects transformation change improvement quality infrastructure leisure "
     "culture tourism licensing enforcement building control law-and-governance elections "
     "electoral "
     "scrutiny overview review reviews update statement statements notice notices letter "
     "application applications proposal proposals proposed scheme schemes contract contracts grant "
     "grants funding fund tax rates rent fees charges award approval approved resolved resolution "
     "motion amendment petition question questions answer response apologies absence interest "
     "interests declarations declaration exempt confidential open closed restricted unrestricted "
     "classification key urgent all none yes no not the this that these those there and or for to "
     "from by with at on in is are was be been will would should see attached following email "
     "e-mail tel telephone phone mobile fax website address monday tuesday wednesday thursday "
     "friday saturday sunday january february forecast variance exposure disposals water "
     "emergency detail details assessment version submission sites site sector residential "
     "regulations reference overall orders observations matters management main location local "
     "lifetime issues issue habitats form forms farms energy employment document demand clause "
     "asset annual within uses updates units two third supply submitted statutory sport spending "
     "shopping reserves reported relevant rating rail projected problem previous physical permits "
     "period outside other opportunity opening ongoing objectives objective networks network "
     "natural national modifications looked likelihood indicators impact history historic goods "
     "general gas gain framework flooding facilities existing estimates earmarked disability "
     "devolution cumulative criteria comparison campus build biodiversity based awarded "
     "availability arising appraisal after advice adjustment adjacent account accommodation "
     "access dim had has have being it its we he she they his her our your their if so april "
     "september october november december"},
};

const std::unordered_map<std::string_view, TradeWord>& trade_words() {
  static const std::unordered_map<std::string_view, TradeWord> table = [] {
    std::unordered_map<std::string_view, TradeWord> words;
    for (const WordRow& row : kRows) {
      for (const std::string_view word : split_words(row.words)) words.emplace(word, row.kind);
    }
    return words;
  }();
  return table;
}

/// In lower case and without stops: "B.Sc." -> "bsc".
std::string bare(std::string_view word) {
  std::string lower = ascii_lower(trim_blanks(word, ",;:()[]"));
  lower.erase(std::remove(lower.begin(), lower.end(), '.'), lower.end());
  return lower;
}

}  // namespace

TradeWord trade_word(std::string_view word) {
  std::string lower = bare(word);
  for (const std::string_view tail : {"'s", "\xE2\x80\x99s", "s'", "s\xE2\x80\x99"}) {
    if (lower.size() > tail.size() && lower.ends_with(tail)) {
      lower.resize(lower.size() - tail.size());
      break;
    }
  }
  constexpr std::size_t kLongestWord = 60;  // bytes: what is longer is no word of the trade
  if (lower.size() > kLongestWord) return TradeWord::None;
  const auto& table = trade_words();
  auto found = table.find(lower);
  if (found != table.end()) return found->second;
  // "Planning/Housing" and "Vice-Chair" are told by their parts.
  const std::size_t cut = lower.find_first_of("/&");
  if (cut == std::string::npos || cut == 0) return TradeWord::None;
  const TradeWord left = trade_word(std::string_view(lower).substr(0, cut));
  return left != TradeWord::None ? left : trade_word(std::string_view(lower).substr(cut + 1));
}

bool is_member_title(std::string_view word) {
  return one_of(bare(word),
                {"cllr", "cllrs", "clr", "clrs", "councillor", "councillors", "councilor", "cyng",
                 "cynghorydd", "cynghorwyr", "cynghorydd:", "counc", "coun"});
}

bool is_courtesy(std::string_view word) {
  return one_of(bare(word), {"mr", "mrs", "ms", "miss", "mx", "messrs", "master", "mssrs"});
}

bool is_honorific(std::string_view word) {
  return one_of(
      bare(word),
      {"dr",       "sir",       "dame",    "lord",           "lady",     "baroness", "baron",
       "prof",     "professor", "rev",     "revd",           "reverend", "hon",      "rt",
       "canon",    "col",       "colonel", "major",          "capt",     "captain",  "cdr",
       "alderman", "ald",       "gp",      "superintendent", "sgt",      "pc",       "pcso"});
}

bool is_post_nominal(std::string_view word) {
  static const std::unordered_set<std::string_view> table{
      "obe",    "mbe",   "cbe",   "kbe",   "dbe",   "ce",    "kc",    "qc",    "mp",    "msp",
      "ms",     "mla",   "am",    "jp",    "dl",    "ba",    "bsc",   "ma",    "msc",   "mba",
      "mphil",  "phd",   "llb",   "llm",   "llm",   "beng",  "meng",  "bed",   "bs",    "dip",
      "dipmgt", "diptp", "hons",  "mrtpi", "rtpi",  "frtpi", "mrics", "frics", "rics",  "cpfa",
      "acca",   "fcca",  "aca",   "fca",   "cima",  "cgma",  "ceng",  "mice",  "mciht", "ipfa",
      "cipfa",  "mcipd", "fcipd", "cipd",  "fslcc", "pslcc", "mslcc", "cilca", "esq",   "jnr",
      "snr",    "frsa",  "riba",  "mcmi",  "cmc",   "qpm",   "kpm",   "bem",   "td",    "rn",
      "frgs",   "mcips", "fcips", "mcieh", "mihbc", "ihbc",  "miem"};
  const std::string lower = bare(word);
  // Post-nominals hold capitals ("BSc", "OBE"): "Ms" and "Am" in a sentence do not follow a name.
  const auto capitals = std::count_if(word.begin(), word.end(), is_upper_byte);
  return table.contains(lower) && (capitals >= 2 || lower == "hons" || lower == "esq" ||
                                   lower == "jnr" || lower == "snr" || lower == "dip");
}

bool is_name_particle(std::string_view word) {
  return one_of(word, {"de", "da", "di",  "du",  "del", "della", "der", "den", "dos",
                       "la", "le", "van", "von", "ter", "ten",   "ap",  "ab",  "ferch",
                       "al", "el", "bin", "ibn", "y",   "o",     "mac", "st",  "st."});
}

}  // namespace moot
