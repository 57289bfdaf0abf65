#include <fmt/ostream.h>

#include <filesystem>
#include <ostream>

#include "cli/asking.hpp"
#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/dates.hpp"
#include "cli/destination.hpp"
#include "cli/export_writers.hpp"
#include "cli/output_file.hpp"
#include "cli/search_answer.hpp"
#include "index/export_sqlite.hpp"

namespace moot {
namespace {

Result<ExportRecords> chosen_records(const ExportCommand& command, const std::string& index,
                                     const Catalogue& catalogue, const Console& console) {
  if (!command.query) return ExportRecords::all(catalogue);
  const Result<Query> query = parse_query(*command.query);
  if (!query) return query.error();
  const Result<Searcher> searcher = Searcher::open(index);
  if (!searcher) return searcher.error();
  const auto asked = expanded(*query, command.no_expand, *searcher, index);
  if (!asked) return asked.error();
  console.err << spoken_expansions(asked->expansions);
  return ExportRecords::matching(catalogue, *searcher, asked->query);
}

Result<Written> write_sqlite(const ExportCommand& command, const ExportRecords& records,
                             const Destination& output) {
  if (output.part().empty()) {
    return fail(ErrorKind::Usage, "a database needs a file of its own", output.path(),
                "name one with --output");
  }
  const auto count = export_sqlite(records, output.part(),
                                   {{"schema", "moot.export/1"},
                                    {"query", command.query.value_or("")},
                                    {"generation", std::to_string(records.generation())},
                                    {"made", utc_now()}});
  if (!count) {
    Error error = count.error();
    if (error.where == output.part()) error.where = output.path();
    return error;
  }
  return Written{*count, *count};
}

/// What an export for people says of itself.
std::vector<std::string> about_lines(const ExportCommand& command) {
  std::vector<std::string> lines{command.query ? "The papers that match: " + *command.query
                                               : "All papers of an index."};
  lines.push_back(
      "Made by moot on " + spoken_date(utc_now()) +
      ". The words are the papers' own. Behind each stands where it was found, by which "
      "rule, and how often that rule is right (confidence).");
  return lines;
}

Result<Written> write(const ExportCommand& command, const ExportRecords& records,
                      Destination& output) {
  const Put put = [&](std::string_view bytes) { return output.put(bytes); };
  switch (command.format) {
    case ExportFormat::Csv:
      return write_csv(records, *find_export_table(command.table), command.raw, put);
    case ExportFormat::Sqlite:
      return write_sqlite(command, records, output);
    case ExportFormat::Html:
      return write_html(records, about_lines(command), put);
    case ExportFormat::OParl:
      return write_oparl(records, command.base_url, put);
    case ExportFormat::Popolo:
      return write_popolo(records, put);
    case ExportFormat::Jsonl:
      break;
  }
  return write_jsonl(records, put);
}

Result<Done> write_dictionary(const ExportCommand& command) {
  if (command.dictionary.empty()) return Done{};
  auto file = OutputFile::create(command.dictionary);
  if (!file) return file.error();
  auto done = file->write(dictionary_csv(find_export_table(command.table)));
  return done ? file->commit() : done;
}

void tell(const Written& written, const std::string& path, const Console& console) {
  const auto counted = [](std::int64_t count, const char* what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
  };
  fmt::print(console.out, "{} holds {}", printable(path), counted(written.papers, "paper"));
  if (written.rows != written.papers) {
    fmt::print(console.out, ", in {}", counted(written.rows, "row"));
  }
  console.out << '\n';
}

int finish(const ExportCommand& command, const Written& written, Destination& output,
           const Console& console) {
  if (written.rows == 0) {
    const bool csv = command.format == ExportFormat::Csv;
    const std::string nothing = "the papers have nothing for this ";
    const std::string what = written.papers > 0 ? nothing + (csv ? "table" : "profile")
                             : command.query    ? "no paper matches"
                                                : "the index has no paper";
    print_error(console.err, fail(ErrorKind::Usage, what + ", so nothing is written"));
    return kNothingFound;
  }
  if (auto done = output.commit(); !done) return report_failure(console, done.error());
  if (auto done = write_dictionary(command); !done) return report_failure(console, done.error());
  if (!output.to_stream()) tell(written, output.path(), console);
  return kDone;
}

bool same_file(const std::string& one, const std::string& other) {
  namespace fs = std::filesystem;
  const auto place = [](const std::string& path) {
    std::error_code failed;
    return fs::weakly_canonical(fs::absolute(path, failed), failed);
  };
  return !one.empty() && place(one) == place(other);
}

}  // namespace

int run_export(const ExportCommand& command, const std::string& index, const Console& console) {
  if (same_file(command.dictionary, command.output)) {
    return report_failure(console,
                          fail(ErrorKind::Usage, "the dictionary would take the place of the table",
                               command.output, "give --dictionary a file of its own"));
  }
  const Result<Catalogue> catalogue = Catalogue::open_reader(index);
  if (!catalogue) return report_failure(console, catalogue.error());
  const auto records = chosen_records(command, index, *catalogue, console);
  if (!records) return report_failure(console, records.error());
  Destination output(command.output, console);
  if (auto opened = output.open(); !opened) return report_failure(console, opened.error());
  const auto written = write(command, *records, output);
  if (!written) return report_failure(console, written.error());
  const int code = finish(command, *written, output, console);
  if (command.query) {
    warn_if_behind(index, files_behind(index, records->generation()), console);
  }
  return code;
}

}  // namespace moot
