#include <fmt/ostream.h>

#include <algorithm>
#include <iterator>
#include <ostream>

#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/find_record.hpp"
#include "extractors/record_json.hpp"
#include "index/index.hpp"

namespace moot {
namespace {

/// Opens an index that is there, for writing.
Result<IndexWriters> open_writers(const std::string& index) {
  // Who mistypes its folder must not get a new index.
  if (const auto there = Catalogue::open_reader(index); !there) return there.error();
  return IndexWriters::open(index);
}

HiddenFinder finder_of(const Correction& suppression) {
  Record none;
  std::vector<std::string> words;
  for (const HiddenWords& hidden : apply_corrections({suppression}, none).hidden) {
    words.push_back(hidden.words);
  }
  return HiddenFinder(words);
}

/// How often what a suppression hides stands in the file.
Result<std::size_t> count_places(const Catalogue& catalogue, const Record& record,
                                 const Correction& suppression) {
  // Also those that other suppressions hide.
  const auto document = catalogue.raw_document(record.source.sha256);
  if (!document) return document.error();
  if (!*document) return std::size_t{0};
  return finder_of(suppression).find((*document)->text).size();
}

/// Puts what a user said into the index, and gives its number.
Result<std::int64_t> put(IndexWriters& writers, const Record& record, Correction correction) {
  const auto done = writers.put({CorrectionMade{record.id, std::move(correction)}}, utc_now());
  if (!done) return done.error();
  return writers.catalogue.last_correction();
}

int not_found(const Console& console, const Error& error) {
  print_error(console.err, error);
  return error.kind == ErrorKind::Usage ? kNothingFound : kFailed;
}

int undo(IndexWriters& writers, std::int64_t number, const Console& console) {
  const auto rows = writers.catalogue.corrections();
  if (!rows) return report_failure(console, rows.error());
  const auto row = std::find_if(rows->begin(), rows->end(),
                                [&](const CorrectionRow& one) { return one.number == number; });
  if (row == rows->end()) {
    return not_found(console,
                     fail(ErrorKind::Usage, fmt::format("there is no correction {}", number), {},
                          "'moot corrections' lists them"));
  }
  const auto done = writers.put({CorrectionUndone{number}}, utc_now());
  if (!done) return report_failure(console, done.error());
  const bool words = row->correction.pointer.empty();
  fmt::print(console.out, "Correction {} is taken back: {} of {} is shown as it was.\n", number,
             words ? "what was suppressed" : row->correction.pointer, row->id);
  return kDone;
}

/// Words as they were given, or those on standard input.
std::string words_of(const SuppressCommand& command, std::istream& in) {
  if (command.words != "-") return command.words;
  std::string words(std::istreambuf_iterator<char>(in), {});
  while (!words.empty() && (words.back() == '\n' || words.back() == '\r')) words.pop_back();
  return words;
}

void tell_undo(const Console& console, std::int64_t number) {
  fmt::print(console.out, "'moot correct --undo {}' takes it back.\n", number);
}

/// A copy with another stamp, say, is another file: whoever suppresses must know of it.
Result<Done> tell_near(const Console& console, const Catalogue& catalogue, const std::string& id) {
  const auto near = catalogue.near(id);
  if (!near) return near.error();
  for (const Catalogue::Near& other : *near) {
    fmt::print(console.out, "{} is nearly the same paper in another file, and stays as it is.\n",
               other.id);
  }
  return Done{};
}

}  // namespace

int run_correct(const CorrectCommand& command, const std::string& index, const Console& console) {
  Result<IndexWriters> writers = open_writers(index);
  if (!writers) return report_failure(console, writers.error());
  if (command.undo > 0) return undo(*writers, command.undo, console);
  const Result<Record> record = find_record(writers->catalogue, command.id);
  if (!record) return not_found(console, record.error());
  const auto correction = make_correction(*record, command.pointer, command.value);
  if (!correction) return report_failure(console, correction.error());
  const auto number = put(*writers, *record, *correction);
  if (!number) return report_failure(console, number.error());
  fmt::print(console.out, "Correction {}: {} of {} is now {}\n", *number, correction->pointer,
             record->id, printable(correction->value));
  tell_undo(console, *number);
  return kDone;
}

int run_suppress(const SuppressCommand& command, const std::string& index, std::istream& in,
                 const Console& console) {
  Result<IndexWriters> writers = open_writers(index);
  if (!writers) return report_failure(console, writers.error());
  const Result<Record> record = find_record(writers->catalogue, command.id);
  if (!record) return not_found(console, record.error());
  const auto suppression = command.pointer.empty() ? make_suppression(words_of(command, in))
                                                   : make_suppression(*record, command.pointer);
  if (!suppression) return report_failure(console, suppression.error());
  const auto places = count_places(writers->catalogue, *record, *suppression);
  if (!places) return report_failure(console, places.error());
  const auto number = put(*writers, *record, *suppression);
  if (!number) return report_failure(console, number.error());
  const std::string what = suppression->pointer.empty() ? "these words" : suppression->pointer;
  fmt::print(console.out, "Correction {}: {} of {} will not be shown or found any more.\n", *number,
             what, record->id);
  fmt::print(console.out, "Its words stood in {} {} of the file's text.\n", *places,
             *places == 1 ? "place" : "places");
  tell_undo(console, *number);
  const auto told = tell_near(console, writers->catalogue, record->id);
  if (!told) return report_failure(console, told.error());
  const bool in_values = !finder_of(*suppression).find(to_json(*record)).empty();  // typed ones too
  if (*places > 0 || in_values || !suppression->pointer.empty()) return kDone;
  console.err << "moot: nothing of this file is hidden by it now: look whether the words are typed "
                 "as they stand in the paper\n";
  return kIncomplete;
}

}  // namespace moot
