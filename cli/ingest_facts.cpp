#include "cli/ingest_facts.hpp"

#include <sys/stat.h>

#include <filesystem>

#include "cli/input.hpp"
#include "cli/output.hpp"
#include "extractors/facts.hpp"

namespace moot {

FactsBeside::FactsBeside(IngestStore& store, IngestReport& report)
    : store_(store), report_(report) {
  const auto any = store.catalogue().has_facts(FactsOrigin::Beside);
  if (any) any_known_ = *any;
}

bool FactsBeside::note(const FoundFile& file) {
  if (!file.has_facts && !any_known_) return true;
  const auto stored = store_.catalogue().facts(file.path, FactsOrigin::Beside);
  if (!stored) return add_problem(report_, stored.error()), true;
  if (!file.has_facts) {
    return !*stored || store_.put(FactsGiven{file.path, FactsOrigin::Beside, "", 0, 0});
  }
  const std::string shown = facts_path(file.shown);
  struct stat status {};
  const std::int64_t modified = stat(shown.c_str(), &status) == 0 ? modified_ns(status) : 0;
  if (*stored && (*stored)->size == status.st_size && (*stored)->modified_ns == modified) {
    return true;
  }
  const Result<Input> input = read_input(shown);
  const Result<Facts> facts = input ? parse_facts_json(input->bytes) : input.error();
  if (!facts) return add_problem(report_, about_file(facts.error(), shown)), true;
  return store_.put(
      FactsGiven{file.path, FactsOrigin::Beside, to_json(*facts), status.st_size, modified});
}

Result<Done> put_facts_table(const std::string& table, IngestStore& store, IngestReport& report) {
  const Result<Input> input = read_input(table);
  if (!input) return about_file(input.error(), table);
  const Result<FactsTable> rows = parse_facts_csv(input->bytes);
  if (!rows) return about_file(rows.error(), table);
  for (const FactsProblem& problem : rows->problems) {
    add_problem(report, fail(ErrorKind::Usage, problem.message,
                             table + ", line " + std::to_string(problem.line),
                             "mend the line and run the same command again"));
  }
  const std::filesystem::path folder = std::filesystem::path(table).parent_path();
  for (const auto& [path, facts] : rows->rows) {
    const std::string name = catalogue_name((folder / path).string());
    struct stat status {};
    if (stat(name.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
      add_problem(report, fail(ErrorKind::Usage, "the table has facts of files that are not there",
                               name, "paths in it are meant from the folder that it is in"));
    }
    const auto stored = store.catalogue().facts(name, FactsOrigin::Table);
    if (!stored) return stored.error();
    std::string json = to_json(facts);
    if (*stored && (*stored)->facts == json) continue;
    if (!store.put(FactsGiven{name, FactsOrigin::Table, std::move(json), 0, 0})) break;
  }
  return Done{};
}

}  // namespace moot
