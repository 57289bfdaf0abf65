// What OCR costs and how sure it is: `ocr_bench EVERY NAME DIR...` reads every EVERYth page that
// has no text of its own, or poor text, with each setting, and prints tables. Numbers only.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "pipeline/ocr.hpp"
#include "pipeline/read.hpp"

namespace {

namespace fs = std::filesystem;

struct Setting {
  const char* languages;
  double dpi;
};

constexpr Setting kSettings[] = {{"eng", 200}, {"eng", 300}, {"eng+cym", 300}};

struct PageOf {
  std::size_t file;
  int page;
};

struct Sum {
  std::size_t pages = 0, failed = 0, blank = 0, turned = 0, skewed = 0, words = 0, unsure = 0;
  double seconds = 0, slowest = 0, letters = 0, confidence = 0;
};

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> pdfs_below(const char* folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".pdf") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void count(Sum& sum, const moot::Result<moot::OcrPage>& page, double seconds) {
  ++sum.pages;
  sum.seconds += seconds;
  sum.slowest = std::max(sum.slowest, seconds);
  if (!page) {
    ++sum.failed;
    return;
  }
  sum.blank += page->blank ? 1 : 0;
  sum.turned += page->turn != 0 ? 1 : 0;
  sum.skewed += page->skew != 0 ? 1 : 0;
  for (const moot::Word& word : page->words) {
    const auto letters = static_cast<double>(word.text.size());
    ++sum.words;
    sum.unsure += word.certainty < 0.6 ? 1 : 0;
    sum.letters += letters;
    sum.confidence += word.certainty * letters;
  }
}

void print_row(const char* name, const Setting& setting, const Sum& sum) {
  const double pages = std::max<double>(1, static_cast<double>(sum.pages));
  const double words = std::max<double>(1, static_cast<double>(sum.words));
  std::printf(
      "| %s | %s | %.0f | %zu | %.1f | %.2f | %.1f | %.0f | %.3f | %.1f%% | %zu | %zu | %zu | %zu "
      "|\n",
      name, setting.languages, setting.dpi, sum.pages, 60 * pages / sum.seconds,
      sum.seconds / pages, sum.slowest, static_cast<double>(sum.words) / pages,
      sum.confidence / std::max(1.0, sum.letters), 100 * static_cast<double>(sum.unsure) / words,
      sum.turned, sum.skewed, sum.blank, sum.failed);
  std::fflush(stdout);
}

void measure(const char* name, const char* folder, std::size_t every) {
  const std::vector<fs::path> paths = pdfs_below(folder);
  std::vector<PageOf> wanted;
  std::vector<std::string> files;
  for (std::size_t file = 0; file < paths.size(); ++file) {
    files.push_back(bytes_of(paths[file]));
    moot::ReadReport report;
    static_cast<void>(moot::read_document(files.back(), {}, &report));
    for (const int page : report.wanted) wanted.push_back({file, page});
  }
  for (const Setting& setting : kSettings) {
    if (wanted.empty() || !moot::prepare_ocr(setting.languages)) continue;
    Sum sum;
    for (std::size_t i = 0; i < wanted.size(); i += every) {
      const double begin = cpu_seconds();
      const auto page =
          moot::ocr_page(files[wanted[i].file], wanted[i].page, {setting.languages, setting.dpi});
      count(sum, page, cpu_seconds() - begin);
    }
    print_row(name, setting, sum);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4 || argc % 2 != 0 || std::atoi(argv[1]) < 1) {
    std::fprintf(stderr, "usage: ocr_bench EVERY NAME DIR [NAME DIR]...\n");
    return 2;
  }
  std::printf(
      "| papers | languages | dpi | pages | pages a minute | seconds a page | slowest | words a "
      "page | "
      "confidence | unsure words | turned | skewed | blank | failed |\n"
      "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
  for (int i = 2; i + 1 < argc; i += 2) {
    measure(argv[i], argv[i + 1], static_cast<std::size_t>(std::atoi(argv[1])));
  }
}
