#pragma once
/// \file The commands. Each takes its options and streams, prints, and gives the exit code
/// (options.hpp). None throws on purpose, reads the environment or ends the program.

#include <istream>
#include <string>

#include "cli/options.hpp"
#include "cli/output.hpp"
#include "extractors/rules.hpp"

namespace moot {

/// `index` is the folder, already decided.
int run_ingest(const IngestCommand& command, const std::string& index, const Console& console);
int run_extract(const ExtractCommand& command, std::istream& in, const Console& console);
int run_search(const SearchCommand& command, const std::string& index, const Console& console);
int run_suggest(const SuggestCommand& command, const std::string& index, const Console& console);
int run_similar(const SimilarCommand& command, const std::string& index, const Console& console);
int run_show(const ShowCommand& command, const std::string& index, const Console& console);
int run_cite(const CiteCommand& command, const std::string& index, const Console& console);
int run_export(const ExportCommand& command, const std::string& index, const Console& console);
int run_compare(const CompareCommand& command, const std::string& index, const Console& console);
int run_trace(const TraceCommand& command, const std::string& index, const Console& console);
int run_watch(const WatchCommand& command, const std::string& index, const Console& console);
int run_correct(const CorrectCommand& command, const std::string& index, const Console& console);
int run_suppress(const SuppressCommand& command, const std::string& index, std::istream& in,
                 const Console& console);
int run_corrections(const CorrectionsCommand& command, const std::string& index,
                    const Console& console);
int run_history(const HistoryCommand& command, const std::string& index, const Console& console);
int run_reextract(const ReextractCommand& command, const std::string& index,
                  const Console& console);
int run_inspect(const InspectCommand& command, std::istream& in, const Console& console);
int run_check(const CheckCommand& command, const std::string& index, std::istream& in,
              const Console& console);
int run_explain(const ExplainCommand& command, std::istream& in, const Console& console);
int run_rules(const RulesCommand& command, const Console& console);
int score_rules(const RulesCommand& command, const RuleSet& rules, const Console& console);
int run_status(const StatusCommand& command, const std::string& index, const Console& console);
int run_coverage(const CoverageCommand& command, const std::string& index, const Console& console);
int run_doctor(const DoctorCommand& command, const std::string& index, const Console& console);
int run_backup(const BackupCommand& command, const std::string& index, const Console& console);
int run_score(const ScoreCommand& command, const Console& console);

/// Prints `error` and gives kFailed.
int report_failure(const Console& console, const Error& error);

}  // namespace moot
