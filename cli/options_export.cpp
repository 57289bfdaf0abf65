#include "cli/options_parts.hpp"

namespace moot {
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
  page->check(CLI::PositiveNumber);
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

}  // namespace moot
