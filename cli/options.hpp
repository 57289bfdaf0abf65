#pragma once
/// \file The command line as plain values. Nothing is opened or looked up here: what the words
/// mean is the business of the cmd_*.cpp files.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/options_care.hpp"
#include "cli/options_compare.hpp"
#include "cli/options_export.hpp"
#include "cli/options_search.hpp"
#include "cli/options_watch.hpp"
#include "pipeline/read_options.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Exit codes, the same for all commands.
enum ExitCode : int { kDone = 0, kNothingFound = 1, kFailed = 2, kIncomplete = 3 };

/// Help or version: a text to print.
struct PrintCommand {
  std::string text;
};

/// --ocr and --ocr-language
struct OcrChoice {
  OcrMode mode = OcrMode::Auto;
  std::string languages = "eng";
};

struct IngestCommand {
  std::vector<std::string> paths;    ///< empty with retry_failed: all of the index
  std::string index;                 ///< folder; empty: environment.hpp decides
  std::string rules;                 ///< folder with more rule packs; empty: none
  std::size_t jobs = 0;              ///< worker processes; 0: one for each processor
  std::size_t memory_mb = 1024;      ///< that a worker may take, in MB
  std::size_t timeout_seconds = 60;  ///< of the processor, that a file may take
  std::string facts;                 ///< table of facts about files; empty: none
  std::string log;                   ///< file for a log as JSON Lines; empty: none
  bool retry_failed = false;
  bool prune = false;
  bool quiet = false;
  OcrChoice ocr;
};

struct ExtractCommand {
  std::vector<std::string> files;  ///< "-" is standard input
  std::string rules;
  bool pretty = false;
  ColourWhen colour = ColourWhen::Auto;
  OcrChoice ocr;
};

/// A user says that a value is another, or takes back what was said.
struct CorrectCommand {
  std::string id, pointer, value;  ///< of a record, into it, and as typed
  std::int64_t undo = 0;           ///< number of a correction; 0: none, and the others are given
  std::string index;
};

struct SuppressCommand {
  std::string id;       ///< of a record
  std::string pointer;  ///< into it; empty where words are given
  std::string words;    ///< "-" is standard input
  std::string index;
};

/// The life of a decision.
struct TraceCommand {
  std::string target;   ///< a decision's number, or the id of an entry
  std::string council;  ///< words of its name, or its code; empty: all
  bool json = false;
  std::string index;
  ColourWhen colour = ColourWhen::Auto;
};

struct CorrectionsCommand {
  bool json = false;
  std::string index;
};

struct HistoryCommand {
  std::string target;  ///< a path, or the id of a record
  bool json = false;
  std::string index;
};

/// Records are made anew from stored documents.
struct ReextractCommand {
  std::string index;
  std::string rules;
  std::size_t jobs = 0;  ///< as IngestCommand has them
  std::size_t memory_mb = 1024;
  std::size_t timeout_seconds = 60;
  std::string log;
  std::size_t show = 0;  ///< most changed values to print
  bool all = false;      ///< also old versions
  bool again = false;    ///< also what the present rules made
  bool quiet = false;
};

struct InspectCommand {
  std::string stage;  ///< one of inspect_stages()
  std::string file;
  std::string rules;
  OcrChoice ocr;
};

struct CheckCommand {
  std::string target;  ///< a file, "-", or the id of a record in the index
  bool json = false;
  std::string rules;
  std::string index;
  ColourWhen colour = ColourWhen::Auto;
  OcrChoice ocr;
};

struct ExplainCommand {
  std::string file;
  std::string pointer;  ///< JSON Pointer of a record; empty: all values
  std::string paper;    ///< number in the file or start of an id; empty: all papers
  std::string rules;
  ColourWhen colour = ColourWhen::Auto;
  OcrChoice ocr;
};

struct RulesCommand {
  enum class Action { List, Test, Score } action = Action::List;
  std::string field;  ///< empty: all
  std::string rules;
  std::vector<std::string> gold;   ///< for Score: folders of gold files; empty: what was measured
  std::vector<std::string> paths;  ///< of papers
  std::string write;               ///< file for the figures; empty: none
};

struct ScoreCommand {
  std::vector<std::string> gold;   ///< folders of gold files
  std::vector<std::string> paths;  ///< of papers
  std::string rules;
  std::vector<std::string> without;  ///< ids of rules to switch off
  std::size_t errors = 0;            ///< most mistakes to print
  bool leave_one_out = false;
  bool by_document = false;
  bool json = false;
  OcrChoice ocr;
};

using Command =
    std::variant<PrintCommand, IngestCommand, ExtractCommand, SearchCommand, SuggestCommand,
                 SimilarCommand, ShowCommand, CorrectCommand, SuppressCommand, CorrectionsCommand,
                 HistoryCommand, ReextractCommand, StatusCommand, CoverageCommand, DoctorCommand,
                 BackupCommand, InspectCommand, CheckCommand, ExplainCommand, RulesCommand,
                 ScoreCommand, CiteCommand, ExportCommand, TraceCommand, CompareCommand,
                 WatchCommand>;

/// The stages that `moot inspect` prints, in the order of the flow.
const std::vector<std::string>& inspect_stages();

/// Parses the arguments without the program's name. Fails with Usage; the hint names the help to
/// read. Words of a query may start with '-' ("-word" leaves a word out). Pure.
Result<Command> parse_command_line(const std::vector<std::string>& arguments);

}  // namespace moot
