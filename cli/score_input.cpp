#include "cli/score_input.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "cli/find_files.hpp"
#include "cli/input.hpp"
#include "extractors/extract.hpp"

namespace moot {
namespace {

/// Puts the files that some gold file is about into `input`; gives the names that are found.
std::set<std::string> read_documents(FileWalk& walk, const OcrChoice& ocr, const Console& console,
                                     ScoreInput& input) {
  std::istringstream no_input;
  std::set<std::string> names;
  while (const auto file = walk.next()) {
    const auto gold =
        std::find_if(input.golds.begin(), input.golds.end(),
                     [&](const Gold& candidate) { return is_document(candidate, file->path); });
    if (gold == input.golds.end()) continue;
    names.insert(gold->document);
    Result<Document> document = load_document(file->shown, no_input, ocr);
    if (document) {
      input.documents.push_back({file->path, std::move(*document)});
    } else {
      print_error(console.err, document.error());
      input.whole = false;
    }
  }
  return names;
}

}  // namespace

Result<ScoreInput> read_score_input(const std::vector<std::string>& folders,
                                    const std::vector<std::string>& paths, const OcrChoice& ocr,
                                    const Console& console) {
  ScoreInput input;
  for (const std::string& folder : folders) {
    auto golds = read_gold(folder);
    if (!golds) return golds.error();
    std::move(golds->begin(), golds->end(), std::back_inserter(input.golds));
  }
  FileWalk walk(paths);
  const std::set<std::string> names = read_documents(walk, ocr, console, input);
  for (const PathProblem& problem : walk.take_problems()) {
    if (!problem.failed) continue;
    print_error(console.err, problem.error);
    input.whole = false;
  }
  if (names.empty()) {
    return fail(ErrorKind::Io, "none of the papers that the gold files speak of is there", {},
                "name the folder that the papers are in; a gold file says in 'document' how the "
                "path of its paper ends");
  }
  std::set<std::string> told = names;
  for (const Gold& gold : input.golds) {
    if (!told.insert(gold.document).second) continue;
    print_error(console.err, fail(ErrorKind::Io, "there is gold for this paper, but no paper",
                                  gold.document, "all its values count as missed"));
    input.whole = false;
  }
  return input;
}

std::vector<Record> extract_all(const std::vector<NamedDocument>& documents,
                                const std::vector<Gold>& golds, const RuleSet& rules) {
  std::vector<Record> records;
  for (const NamedDocument& named : documents) {
    const bool asked_for = std::any_of(golds.begin(), golds.end(), [&](const Gold& gold) {
      return is_document(gold, named.path);
    });
    if (!asked_for) continue;
    auto more = extract(named.document, rules, named.path);
    std::move(more.begin(), more.end(), std::back_inserter(records));
  }
  return records;
}

}  // namespace moot
