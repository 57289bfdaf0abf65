#include "cli/options_parts.hpp"
#include "index/export_tables.hpp"

namespace moot {
namespace {

std::string table_names() {
  std::string names;
  for (const ExportTable& table : export_tables()) {
    names += (names.empty() ? "" : ", ") + table.name;
  }
  return names;
}

/// What would do nothing is refused: who types it expects something of it.
void refuse_idle_options(const CLI::App& sub, const ExportCommand& command,
                         const std::vector<std::string>& query) {
  struct Row {
    const char* option;
    bool useful;
    const char* goes_with;
  };
  const bool csv = command.format == ExportFormat::Csv;
  const Row rows[] = {
      {"--table", csv, "--format csv"},
      {"--dictionary", csv,
       "--format csv; a database has its own inside, and docs/RECORD.md is that of jsonl"},
      {"--raw", csv, "--format csv"},
      {"--base-url", command.format == ExportFormat::OParl, "--profile oparl"},
      {"--no-expand", !query.empty(), "a QUERY"}};
  for (const Row& row : rows) {
    if (row.useful || sub.count(row.option) == 0) continue;
    throw CLI::ValidationError(std::string(row.option) + " goes with " + row.goes_with);
  }
}

}  // namespace

void add_cite(CLI::App& app, CiteCommand& cite) {
  CLI::App* command = app.add_subcommand("cite", "Print what to cite a paper by, down to its page");
  CLI::Option* ids =
      command
          ->add_option(
              "ID", cite.ids,
              "Of a record, of an item of it (ID/7), or of a value (ID#/recommendations/0)")
          ->required();
  CLI::Option* page =
      command->add_option("--page", cite.page, "This page of the file")->type_name("N");
  page->check([](const std::string& typed) {
    return typed.find_first_not_of('0') == std::string::npos ? "pages are counted from 1" : "";
  });
  add_choice<CiteFormat>(command, "--format", "--format",
                         {{"text", CiteFormat::Plain},
                          {"bibtex", CiteFormat::BibTeX},
                          {"csl-json", CiteFormat::CslJson}},
                         cite.format,
                         "text, bibtex (also for biblatex) or csl-json (Zotero, Pandoc)")
      ->type_name("FORMAT");
  add_index(command, cite.index);
  command->callback([=] {
    if (page->count() > 0 && ids->count() > 1) {
      throw CLI::ValidationError("--page goes with one ID");
    }
  });
  command->footer(footer(
      R"(Pages are those of the file, counted from 1, as PDF readers count them.

Examples:
  moot cite 9f86d081884c7d65-p3
  moot cite 9f86d081884c7d65-p3 --page 5
  moot cite 9f86d081884c7d65-p3/7 --format bibtex >> papers.bib
  moot cite '9f86d081884c7d65-p3#/recommendations/0' --format csl-json)"));
}

void add_export(CLI::App& app, ExportCommand& command, std::vector<std::string>& query) {
  CLI::App* sub = app.add_subcommand("export", "Write records as files for other programs");
  sub->add_option("QUERY", query, "As for 'moot search'; without one, all papers");
  sub->add_flag("--no-expand", command.no_expand,
                "With a QUERY: your words alone, as for 'moot search'");
  CLI::Option* format =
      add_choice<ExportFormat>(sub, "--format", "--format",
                               {{"jsonl", ExportFormat::Jsonl},
                                {"csv", ExportFormat::Csv},
                                {"sqlite", ExportFormat::Sqlite},
                                {"html", ExportFormat::Html}},
                               command.format, "jsonl (records, one a line), csv, sqlite or html");
  format->type_name("FORMAT");
  add_choice<ExportFormat>(sub, "--profile", "--profile",
                           {{"oparl", ExportFormat::OParl}, {"popolo", ExportFormat::Popolo}},
                           command.format, "Instead of --format: objects of oparl (1.1) or popolo")
      ->type_name("PROFILE")
      ->excludes(format);
  sub->add_option("--base-url", command.base_url, "For oparl: what ids begin with")
      ->type_name("URL")
      ->check([](const std::string& url) {
        const std::size_t host = url.find("://") + 3;
        const bool web = url.starts_with("https://") || url.starts_with("http://");
        const bool named = web && url.find_first_not_of('/', host) == host;
        return named && url.find_first_of(" \t\r\n\"<>?#") == std::string::npos
                   ? ""
                   : "--base-url takes an http:// or https:// address without ? and #";
      });
  sub->add_option("--output,-o", command.output, "File; else standard output")->type_name("FILE");
  sub->add_option("--table", command.table, "For csv: " + table_names())
      ->type_name("TABLE")
      ->check([](const std::string& name) {
        return find_export_table(name) != nullptr ? "" : "--table takes " + table_names();
      });
  sub->add_option("--dictionary", command.dictionary,
                  "For csv: write what the columns mean there, also as csv")
      ->type_name("FILE");
  sub->add_flag("--raw", command.raw,
                "For csv: no apostrophe before what a spreadsheet takes for a formula");
  add_index(sub, command.index);
  sub->callback([sub, &command, &query] { refuse_idle_options(*sub, command, query); });
  sub->footer(footer(
      R"(The papers are those with a match, whole, in an order that stays the same. FILE is there whole or not
at all; where nothing matches, nothing is written. A database has its data dictionary inside.

Examples:
  moot export --output papers.jsonl
  moot export 'council:kent date:2023' --format csv --table recommendations -o kent.csv
  moot export 'in:legal "equality duty"' --format csv --table implications --dictionary columns.csv
  moot export --format sqlite --output papers.db && datasette papers.db)"));
}

}  // namespace moot
