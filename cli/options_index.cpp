#include "cli/options_parts.hpp"

namespace moot {

void add_ingest(CLI::App& app, IngestCommand& ingest) {
  CLI::App* command = app.add_subcommand("ingest", "Read files and folders into an index");
  command->add_option("PATH", ingest.paths,
                      "Files and folders; PDF, HTML, Markdown and plain text");
  add_index(command, ingest.index);
  add_rules(command, ingest.rules);
  command->add_option("--jobs,-j", ingest.jobs, "Worker processes (else one for each processor)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024).description(""));
  command->add_option("--memory", ingest.memory_mb, "Most memory of a worker, in MB (1024)")
      ->type_name("MB")
      ->check(CLI::Range(256, 1 << 20).description(""));
  command
      ->add_option("--timeout", ingest.timeout_seconds,
                   "Most processor time of a file, in seconds (60); by the clock, four times that")
      ->type_name("SECONDS")
      ->check(CLI::Range(1, 86400).description(""));
  command
      ->add_option("--facts", ingest.facts,
                   "Table (CSV) of what you know: path, url, retrieved, council, body, "
                   "meeting_date")
      ->type_name("FILE");
  command->add_flag("--retry-failed", ingest.retry_failed,
                    "Read only what failed or was read in part before (below PATH, if given)");
  command->add_flag("--prune", ingest.prune, "Forget files below PATH that are gone");
  command->add_option("--log", ingest.log, "Append a line of JSON for each file")
      ->type_name("FILE");
  add_ocr_options(command, ingest.ocr);
  command->add_flag("--quiet,-q", ingest.quiet, "Print only what could not be read");
  command->footer(footer(
      R"(Files that have not changed since the last time are passed over, also those that failed; with
--rules those whose records other rules made are read again. FILE.json beside FILE gives facts too.

Ctrl-C finishes the files in hand; the same command goes on later. A second Ctrl-C stops at once.

Examples:
  moot ingest papers/ agenda.pdf
  moot ingest --index /srv/moot --jobs 4 archive/
  moot ingest archive/ --prune --facts archive/facts.csv --log ingest.jsonl
  moot ingest --retry-failed)"));
}

void add_search_filters(CLI::App* command, SearchCommand& search) {
  command->add_option("--council", search.council, "Papers of this council; several: any of them")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command->add_option("--body", search.body, "Papers of this committee, cabinet or council")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command->add_option("--kind", search.kind, "report, minutes, decision_notice, ...")
      ->type_name("KIND")
      ->allow_extra_args(false);
  command->add_option("--from", search.from, "From this day, month or year on: 2021, 2021-04-01")
      ->type_name("DATE");
  command->add_option("--to", search.to, "Up to and with this day, month or year")
      ->type_name("DATE");
  add_choice<std::string>(command, "--key", "--key", {{"yes", "yes"}, {"no", "no"}}, search.key,
                          "Key decisions only, or none of them")
      ->type_name("yes|no");
  command->add_option("--in", search.in, "Words only in this part: recommendations, legal, ...")
      ->type_name("FIELD");
}

void add_search(CLI::App& app, SearchCommand& search, std::vector<std::string>& query) {
  CLI::App* command = app.add_subcommand("search", "Find papers in the index");
  command->add_option("QUERY", query, "Words, \"phrases\", OR, -word, word*, field:value");
  add_search_filters(command, search);
  command->add_option("--limit,-n", search.limit, "Most hits to print (10)")
      ->type_name("N")
      ->check(CLI::Range(1, 100000).description(""));
  command->add_option("--offset", search.offset, "Hits to pass over first (0)")
      ->type_name("N")
      ->check(CLI::Range(0, 100000000).description(""));
  add_choice<std::string>(
      command, "--sort", "--sort",
      {{"relevance", "relevance"}, {"date", "date"}, {"oldest", "oldest"}, {"council", "council"}},
      search.sort, "relevance, date (newest first), oldest or council")
      ->type_name("ORDER");
  command->add_flag("--facets", search.facets,
                    "Count the hits by council, type, region, body, kind, year, ...");
  command->add_flag(
      "--no-expand", search.no_expand,
      "Your words alone: no thesaurus, no Welsh mutations, no councils before or after");
  command->add_flag("--explain", search.explain,
                    "How the query was understood, and where each score comes from");
  add_choice<HitFormat>(
      command, "--format", "--format",
      {{"text", HitFormat::Plain}, {"json", HitFormat::Json}, {"csv", HitFormat::Csv}},
      search.format, "text, json (schema moot.hits/1) or csv")
      ->type_name("FORMAT");
  add_index(command, search.index);
  add_colour(command, search.colour);
  command->footer(footer(R"(The options add filters to the query: --kind report is kind:report.

Examples:
  moot search digital strategy --from 2021 --to 2024
  moot search '"public sector equality duty" in:legal' --council Kent
  moot search 'budget -draft' --key yes --format csv
  moot search PSED type:county --facets --sort date
  moot search --kind decision_notice --council Kent)"));
}

void add_suggest(CLI::App& app, SuggestCommand& suggest, std::vector<std::string>& query) {
  CLI::App* command = app.add_subcommand("suggest", "Words to search with, from the index");
  command->add_option("QUERY", query, "As for search")->required();
  command->add_option("--limit,-n", suggest.limit, "Most words to print that its hits have (12)")
      ->type_name("N")
      ->check(CLI::Range(1, 200).description(""));
  command->add_flag("--json", suggest.json, "As JSON (schema moot.suggestions/1)");
  add_index(command, suggest.index);
  add_colour(command, suggest.colour);
  command->footer(footer(
      R"(Prints what the thesaurus has for the query's words, what is spelled nearly like a word that no
paper has, and words that tell the query's best hits from other papers.

Examples:
  moot suggest net zero
  moot suggest '"equality duty" kind:report' --json)"));
}

void add_similar(CLI::App& app, SimilarCommand& similar) {
  CLI::App* command = app.add_subcommand("similar", "Papers like one, and what they share");
  command->add_option("ID", similar.id, "Of a paper or an item, as search prints it")->required();
  command
      ->add_option("--limit,-n", similar.limit,
                   "Most papers that are like it, and most that share words (10)")
      ->type_name("N")
      ->check(CLI::Range(1, 1000).description(""));
  command->add_flag("--same-council", similar.same_council, "Papers of the same council too");
  command->add_flag("--json", similar.json, "As JSON (schema moot.similar/1)");
  add_index(command, similar.index);
  add_colour(command, similar.colour);
  command->footer(footer(
      R"(Finds papers about the same matter at other councils by the words that tell the paper from others,
and papers that share passages with it: twelve words or more, one after another.

Examples:
  moot similar 9f86d081884c7d65-p3
  moot similar 9f86d081884c7d65-p3/7 --same-council --json)"));
}

void add_show(CLI::App& app, ShowCommand& show) {
  CLI::App* command = app.add_subcommand("show", "Print one record");
  command->add_option("ID", show.id, "As search prints it; its first letters are enough")
      ->required();
  command->add_flag("--json", show.json, "As JSON (schema moot.record/1)");
  command->add_flag("--evidence", show.evidence, "Page, box, rule and confidence of each value");
  add_index(command, show.index);
  add_colour(command, show.colour);
  command->footer(footer(R"(Examples:
  moot show 9f86d081884c7d65-p3
  moot show 9f86 --evidence)"));
}

}  // namespace moot
