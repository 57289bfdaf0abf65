#include "cli/status_formats.hpp"

#include <fmt/ostream.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/ingest_report.hpp"
#include "cli/output.hpp"
#include "index/format.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

/// Of each group so many paths are told, unless all are asked for.
constexpr std::int64_t kPathsTold = 20;

bool same_group(const Lack& a, const Lack& b) {
  return a.state == b.state && a.reason == b.reason && a.hint == b.hint;
}

std::string size_in_words(std::uintmax_t bytes) {
  const double megabytes = static_cast<double>(bytes) / 1e6;
  return megabytes < 0.1 ? fmt::format("{:.0f} KB", static_cast<double>(bytes) / 1e3)
                         : fmt::format("{:.1f} MB", megabytes);
}

std::string grouped_digits(std::int64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

/// "1 file" or "2,000 files"
std::string files(std::int64_t count) {
  return grouped_digits(count) + (count == 1 ? " file" : " files");
}

std::string search_in_words(const IndexStatus& status) {
  if (!status.search) {
    const Error& problem = status.search_problem;
    return printable(problem.message) + (problem.hint.empty() ? "" : "; " + problem.hint);
  }
  const std::string entries =
      grouped_digits(static_cast<std::int64_t>(status.search->entries)) + " entries, ";
  if (status.search->generation > status.generation) {
    return entries + "of another catalogue; mend it with `moot doctor --repair`";
  }
  if (status.behind == 0) return entries + "up to date";
  return entries + "behind by " + files(status.behind) +
         "; the next `moot ingest` or `moot doctor --repair` brings it up to date";
}

/// "3 files failed", "1 file was read in part"
std::string heading(const Lack& lack) {
  const bool one = lack.alike == 1;
  const char* what = lack.state == FileState::Failed    ? " failed"
                     : lack.state == FileState::Skipped ? (one ? " was skipped" : " were skipped")
                     : one                              ? " was read in part"
                                                        : " were read in part";
  return files(lack.alike) + what;
}

std::string dumped(const Json& json) {
  // Paths need not be UTF-8.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json head(const IndexStatus& status, const std::string& index) {
  const Catalogue::Totals& totals = status.totals;
  Json json;
  json["schema"] = "moot.status/1";
  json["index"] = index;
  json["files"] = {{"total", totals.files},
                   {"ingested", totals.ingested},
                   {"partial", totals.partial},
                   {"failed", totals.failed},
                   {"skipped", totals.skipped}};
  json["records"] = {{"present", totals.records}, {"old", totals.old_records}};
  json["pages"] = {{"seen", status.read.pages},
                   {"with_text", status.read.pages_with_text},
                   {"ocr", status.read.pages_ocr},
                   {"poor", status.read.pages_poor}};
  json["letters"] = {{"read", status.read.letters}, {"indexed", status.read.indexed}};
  json["generation"] = status.generation;
  json["search"] = {
      {"entries", status.search ? Json(status.search->entries) : Json(nullptr)},
      {"generation", status.search ? Json(status.search->generation) : Json(nullptr)},
      {"files_behind", status.behind},
      {"problem", status.search ? Json(nullptr) : Json(status.search_problem.message)}};
  json["format"] = {{"catalogue", kCatalogueFormat}, {"search", kSearchFormat}};
  json["bytes"] = {{"catalogue", status.catalogue_bytes}, {"search", status.search_bytes}};
  return json;
}

}  // namespace

Error spoken(const Lack& lack) {
  if (lack.state != FileState::Partial) return fail(ErrorKind::Io, lack.reason, {}, lack.hint);
  const auto gap = std::find_if(gaps().begin(), gaps().end(),
                                [&](const Gap& known) { return lack.reason == known.note; });
  if (gap != gaps().end()) return fail(ErrorKind::NoText, gap->message, {}, gap->hint);
  return fail(ErrorKind::NoText, "what is missing is not known", {},
              "look for damage with `moot doctor`");
}

void StatusText::put(const IndexStatus& status) {
  const Catalogue::Totals& totals = status.totals;
  fmt::print(out_, "The index in {}\n", printable(index_));
  fmt::print(out_, "  Files         {}: {} read, {} read in part, {} failed, {} skipped\n",
             totals.files, totals.ingested, totals.partial, totals.failed, totals.skipped);
  fmt::print(out_, "  Records       {}", totals.records);
  if (totals.old_records > 0) fmt::print(out_, ", and {} of old versions", totals.old_records);
  fmt::print(out_, "\n  Pages         {}: {} with text, of these {} by OCR; {} with poor text\n",
             status.read.pages, status.read.pages_with_text, status.read.pages_ocr,
             status.read.pages_poor);
  fmt::print(out_, "  Letters       {} read, {} in the search index\n",
             grouped_digits(status.read.letters), grouped_digits(status.read.indexed));
  fmt::print(out_, "  Search index  {}\n", search_in_words(status));
  fmt::print(out_, "  Generation    {}\n", status.generation);
  fmt::print(out_, "  Format        {}, of the search index {}\n", kCatalogueFormat, kSearchFormat);
  fmt::print(out_, "  Size          {}: catalogue {}, search index {}\n",
             size_in_words(status.catalogue_bytes + status.search_bytes),
             size_in_words(status.catalogue_bytes), size_in_words(status.search_bytes));
}

void StatusText::put(const Lack& lack) {
  if (told_ == 0 || !same_group(lack, group_)) {
    end_group();
    group_ = lack;
    told_ = 0;
    fmt::print(out_, "\n{}: {}\n", heading(lack), printable(spoken(lack).message));
  }
  if (++told_ > kPathsTold && !all_) return;
  fmt::print(out_, "  - {}", printable(lack.path));
  if (!lack.pages.empty()) fmt::print(out_, ", {}", spoken_pages(lack.pages));
  out_ << (lack.earlier_version ? " (its last good version can be found)\n" : "\n");
}

void StatusText::end_group() {
  if (told_ == 0) return;
  if (told_ > kPathsTold && !all_) {
    fmt::print(out_, "  and {} more: 'moot status --all' lists them\n", told_ - kPathsTold);
  }
  if (const std::string hint = spoken(group_).hint; !hint.empty()) {
    fmt::print(out_, "  {}\n", printable(hint));
  }
}

void StatusText::finish() {
  end_group();
  told_ = 0;
}

void StatusJson::put(const IndexStatus& status) {
  std::string text = dumped(head(status, index_));
  text.pop_back();
  out_ << text << ",\"problems\":[";
}

void StatusJson::put(const Lack& lack) {
  if (told_ == 0 || !same_group(lack, group_)) {
    const Error reason = spoken(lack);
    Json json;
    json["state"] = to_string(lack.state);
    json["reason"] = reason.message;
    json["note"] = lack.state == FileState::Partial ? Json(lack.reason) : Json(nullptr);
    json["hint"] = reason.hint;
    json["count"] = lack.alike;
    std::string text = dumped(json);
    text.pop_back();
    out_ << (told_ == 0 ? "\n" : "]},\n") << text << ",\"files\":[";
    group_ = lack;
    told_ = 0;
  }
  const Json file{
      {"path", lack.path}, {"pages", lack.pages}, {"earlier_version", lack.earlier_version}};
  out_ << (told_++ == 0 ? "\n" : ",\n") << dumped(file);
}

void StatusJson::finish() {
  out_ << (told_ > 0 ? "]}]}\n" : "]}\n");
}

}  // namespace moot
