// What reading and extracting cost beside Poppler, for the same pages: `bench RUNS NAME DIR...`
// prints tables. The stages of one paper are timed one after the other, paper by paper and run by
// run, so that a machine that gets slower or busier meanwhile slows all of them; figures are
// processor time of this thread, and ratios are of one run, of which the median counts.

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include "extractors/extract.hpp"
#include "pipeline/read.hpp"

namespace {

enum Stage : std::size_t { kPoppler, kRead, kExtract, kStages };

using Times = std::array<double, kStages>;  // seconds

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <typename Work>
double timed(Work work) {
  const double begin = cpu_seconds();
  work();
  return cpu_seconds() - begin;
}

/// Poppler alone: the words of all pages with their fonts, and nothing made of them.
std::size_t poppler_pages(const std::string& bytes) {
  const std::unique_ptr<poppler::document> document{
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size()))};
  if (!document) return 0;
  const int pages = document->pages();
  for (int i = 0; i < pages; ++i) {
    const std::unique_ptr<poppler::page> page{document->create_page(i)};
    if (page) page->text_list(poppler::page::text_list_include_font);
  }
  return static_cast<std::size_t>(pages);
}

struct PaperTimes {
  std::size_t pages = 0;
  std::vector<Times> runs;
};

struct Set {
  std::string name;
  std::vector<std::string> files;  ///< the bytes of each
  std::vector<PaperTimes> papers;  ///< one each
};

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Set load(const std::string& name, const std::string& directory) {
  Set set{name, {}, {}};
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file() && entry.path().extension() == ".pdf") {
      paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::string bytes = bytes_of(path);
    if (!moot::read_document(bytes)) continue;  // a scan has no text to extract from
    set.files.push_back(std::move(bytes));
  }
  set.papers.resize(set.files.size());
  return set;
}

void measure(const std::string& bytes, const moot::RuleSet& rules, PaperTimes& paper) {
  Times times{};
  times[kPoppler] = timed([&] { paper.pages = poppler_pages(bytes); });
  moot::Result<moot::Document> document = moot::fail(moot::ErrorKind::NoText, "");
  // read_document() holds Poppler's part: what is left is words, layout, bookmarks and assembling.
  times[kRead] = timed([&] { document = moot::read_document(bytes); }) - times[kPoppler];
  times[kExtract] = timed([&] { moot::extract(*document, rules, ""); });
  paper.runs.push_back(times);
}

/// The value below which this share of them lie.
double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
  return values[at];
}

std::string percent(double ratio) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f%%", 100 * ratio);
  return text.data();
}

void print_stage(const Set& set, Stage stage, const char* label, std::size_t pages) {
  std::vector<double> seconds, ratios, of_papers;
  for (std::size_t run = 0; run < set.papers[0].runs.size(); ++run) {
    double own = 0, poppler = 0;
    for (const PaperTimes& paper : set.papers) {
      own += paper.runs[run][stage];
      poppler += paper.runs[run][kPoppler];
    }
    seconds.push_back(own);
    ratios.push_back(own / poppler);
  }
  for (const PaperTimes& paper : set.papers) {
    std::vector<double> runs;
    for (const Times& times : paper.runs) runs.push_back(times[stage] / times[kPoppler]);
    of_papers.push_back(quantile(runs, 0.5));
  }
  std::printf("| %s | %s | %.3f | %s | %s to %s | %s | %s |\n", set.name.c_str(), label,
              1000 * quantile(seconds, 0.5) / static_cast<double>(pages),
              percent(quantile(ratios, 0.5)).c_str(), percent(quantile(ratios, 0)).c_str(),
              percent(quantile(ratios, 1)).c_str(), percent(quantile(of_papers, 0.5)).c_str(),
              percent(quantile(of_papers, 1)).c_str());
}

void print_set(const Set& set) {
  std::size_t pages = 0;
  for (const PaperTimes& paper : set.papers) pages += paper.pages;
  const std::string poppler =
      "Poppler, " + std::to_string(set.files.size()) + " PDFs, " + std::to_string(pages) + " pages";
  print_stage(set, kPoppler, poppler.c_str(), pages);
  print_stage(set, kRead, "the rest of reading", pages);
  print_stage(set, kExtract, "splitting and extraction", pages);
}

void print_rules(int runs) {
  std::vector<double> seconds;
  for (int run = 0; run < runs; ++run) {
    seconds.push_back(timed([] { static_cast<void>(moot::RuleSet::built_in()); }));
  }
  std::printf("\nCompiling the built-in rules, once a process: %.1f ms (median of %d).\n",
              1000 * quantile(seconds, 0.5), runs);
}

}  // namespace

int main(int argc, char** argv) {
  const int runs = argc > 1 ? std::atoi(argv[1]) : 0;
  if (runs < 1 || argc < 4 || argc % 2 != 0) {
    std::fputs("usage: bench RUNS NAME DIR [NAME DIR]...\n", stderr);
    return 2;
  }
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const auto rules = moot::RuleSet::built_in();
  if (!rules) return 1;
  std::puts(
      "| papers | stage | ms a page | of Poppler | least to most | median paper | worst paper |");
  std::puts("|---|---|---|---|---|---|---|");
  for (int i = 2; i + 1 < argc; i += 2) {
    Set set = load(argv[i], argv[i + 1]);
    if (set.files.empty()) continue;
    // The first papers are read once while loading, so that caches and lazy tables are warm.
    for (int run = 0; run < runs; ++run) {
      for (std::size_t k = 0; k < set.files.size(); ++k) {
        measure(set.files[k], *rules, set.papers[k]);
      }
    }
    print_set(set);
  }
  print_rules(runs);
  return 0;
}
