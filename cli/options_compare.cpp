#include "cli/options_compare.hpp"

#include "cli/options_parts.hpp"
#include "cli/output.hpp"
#include "index/compare.hpp"
#include "index/matrix.hpp"

namespace moot {
namespace {

std::string check_field(const std::string& name) {
  for (const auto* names : {&compare_fields(), &compare_parts()}) {
    if (std::find(names->begin(), names->end(), name) != names->end()) return {};
  }
  return "there is no row '" + name +
         "'; the rows are in docs/COMPARE.md, such as recommendations, "
         "financial or sums";
}

std::string check_fact(const std::string& name) {
  const auto& facts = matrix_facts();
  if (std::find(facts.begin(), facts.end(), name) != facts.end()) return {};
  return "there is no fact '" + name + "'; there are: " + listed(facts);
}

/// A matrix has facts, and a row for each council.
void add_matrix(CLI::App* command, CompareCommand& compare) {
  CLI::Option* matrix = command->add_flag("--matrix", compare.matrix,
                                          "A row for each council, a column for each fact, totals");
  for (const char* other : {"--fields", "--each", "--over-time"}) {
    matrix->excludes(command->get_option(other));
  }
  command->add_option("--facts", compare.facts, "Columns of the matrix: adopted,cost,climate,...")
      ->type_name("NAME,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::Validator(check_fact, ""))
      ->needs(matrix);
  command
      ->add_flag("--all-councils", compare.all_councils,
                 "In the matrix also the index's councils without a paper that matches")
      ->needs(matrix)
      ->excludes(command->get_option("--council"));
}

}  // namespace

void add_compare(CLI::App& app, CompareCommand& compare) {
  CLI::App* command = app.add_subcommand("compare", "Set papers of several councils side by side");
  command->add_option("QUERY|ID", compare.targets,
                      "What to look for, or the ids of papers as search prints them");
  add_search_filters(command, compare.search);
  command->get_option("--council")
      ->description("A column for this council; several: in this order");
  command
      ->add_option("--fields", compare.fields,
                   "These rows and parts alone: recommendations,financial,sums,themes,...")
      ->type_name("NAME,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::Validator(check_field, ""));
  add_choice<bool>(command, "--each", "--each", {{"council", false}, {"paper", true}},
                   compare.each_paper, "council or paper: what has a column of its own (council)")
      ->type_name("WHAT");
  command->add_flag("--over-time", compare.over_time,
                    "Papers in order of date, and what was added, dropped, reworded");
  add_matrix(command, compare);
  command->add_option("--limit,-n", compare.limit, "Most columns (6), or rows of the matrix (200)")
      ->type_name("N")
      ->check(CLI::Range(1, 1000).description(""));
  command->add_flag("--full", compare.full, "As text: quote all, however long");
  command->add_flag("--no-expand", compare.search.no_expand,
                    "Your words alone, as for 'moot search'");
  add_choice<CompareFormat>(
      command, "--format", "--format",
      {{"text", CompareFormat::Plain},
       {"markdown", CompareFormat::Markdown},
       {"html", CompareFormat::Html},
       {"csv", CompareFormat::Csv},
       {"json", CompareFormat::Json}},
      compare.format, "text, markdown, html, csv or json (schemas moot.compare/1, moot.matrix/1)")
      ->type_name("FORMAT");
  command->add_option("--output,-o", compare.output, "File; else standard output")
      ->type_name("FILE");
  add_index(command, compare.index);
  add_colour(command, compare.colour);
  command->footer(footer(
      R"(Of each council the paper is taken whose title has the words asked for; of these a report before
a record of the decision, before minutes; of these the latest. The others are listed.

Examples:
  moot compare digital strategy
  moot compare digital strategy --council Kent --council Maidstone --fields recommendations,financial
  moot compare digital strategy --council Maidstone --over-time
  moot compare digital strategy --matrix --format html --output matrix.html
  moot compare 9f86d081884c7d65-p3 60303ae22b998861-p1 --format html --output both.html)"));
}

}  // namespace moot
