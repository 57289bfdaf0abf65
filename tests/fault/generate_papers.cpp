#include "generate_papers.hpp"

#include <array>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "cli/program.hpp"

namespace fs = std::filesystem;
using Random = std::mt19937_64;
using Lines = std::vector<std::string>;

namespace {

constexpr std::size_t kFilesAFolder = 250;

constexpr std::array kCouncils{"Harthwell Borough Council", "Nettlemoor District Council",
                               "Oxcombe Parish Council",    "Pellingshire County Council",
                               "Quarrowdale City Council",  "Saltmarsh Town Council"};
constexpr std::array kBodies{"Cabinet", "Planning Committee", "Scrutiny Board", "Finance Committee",
                             "Full Council"};
constexpr std::array kThings{"the weir", "the market hall", "street lamps",   "the lending library",
                             "the pond", "bus shelters",    "the band stand", "allotment gates",
                             "the quay", "footpaths"};
constexpr std::array kVerbs{"repair", "replace", "survey", "extend", "insure", "paint"};
constexpr std::array kReasons{"after the storm in spring",     "because the lease ends",
                              "as residents have asked",       "before the winter sets in",
                              "to keep within the budget set", "with stone from the quarry"};

template <typename Words>
std::string pick(const Words& words, Random& random) {
  return words[random() % words.size()];
}

std::string sentence(Random& random) {
  return "The council will " + pick(kVerbs, random) + " " + pick(kThings, random) + " " +
         pick(kReasons, random) + ", at a cost of " + std::to_string(1000 + random() % 90000) +
         " pounds.";
}

/// A report; its number makes it differ from all others.
Lines report(std::size_t number, std::size_t paragraphs, Random& random) {
  const std::string day = std::to_string(1 + random() % 28);
  const std::string year = std::to_string(2010 + random() % 15);
  Lines lines{pick(kCouncils, random),
              "",
              "REPORT",
              "",
              "Report to: " + pick(kBodies, random),
              "Meeting date: " + day + " March " + year,
              "Subject: Works " + std::to_string(number) + " on " + pick(kThings, random),
              "Key decision: " + std::string(random() % 2 == 0 ? "Yes" : "No"),
              "",
              "Recommendations",
              "",
              "1. That works " + std::to_string(number) + " be agreed.",
              "2. That the director reports back within a year.",
              "",
              "Financial implications",
              "",
              sentence(random),
              "",
              "Legal implications",
              "",
              "The council has the power to do this, and must have regard to the equality duty.",
              "",
              "Background",
              ""};
  for (std::size_t i = 0; i < paragraphs; ++i) {
    lines.push_back("3." + std::to_string(i + 1) + " " + sentence(random));
    lines.emplace_back();
  }
  return lines;
}

std::string as_text(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::string as_pdf(const Lines& lines) {
  constexpr std::size_t kLinesAPage = 48;
  std::vector<Lines> pages;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i % kLinesAPage == 0) pages.emplace_back();
    pages.back().push_back(lines[i]);
  }
  return small_pdf(pages);
}

fs::path place(const fs::path& folder, const std::string& start, std::size_t number,
               const std::string& ending) {
  const fs::path path =
      folder / std::to_string(number / kFilesAFolder) / (start + std::to_string(number) + ending);
  fs::create_directories(path.parent_path());
  return path;
}

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

void write_broken(const fs::path& folder, std::size_t number, Random& random) {
  const std::string pdf = as_pdf(report(number, 12, random));
  switch (number % 5) {
    case 0:
      return write(place(folder, "cut", number, ".pdf"), pdf.substr(0, pdf.size() / 2));
    case 1:
      return write(place(folder, "empty", number, ".pdf"), "");
    case 2:
      return write(place(folder, "locked", number, ".pdf"), locked(pdf));
    case 3:
      return write(place(folder, "photo", number, ".jpg"),
                   std::string("\xFF\xD8\xFF\xE0\x00\x10JFIF", 10) + std::to_string(number));
    default:
      return write(place(folder, "headless", number, ".pdf"), "%PDF-1.4\n" + pdf.substr(400));
  }
}

}  // namespace

void generate_papers(const fs::path& folder, const PaperMix& mix) {
  Random random(mix.seed);
  std::vector<fs::path> written;
  for (std::size_t i = 0; i < mix.papers; ++i) {
    const bool pdf = i % 2 == 1;
    const Lines lines = report(i, 3 + random() % 20, random);
    written.push_back(place(folder, "paper", i, pdf ? ".pdf" : ".txt"));
    write(written.back(), pdf ? as_pdf(lines) : as_text(lines));
  }
  for (std::size_t i = 0; i < mix.copies && !written.empty(); ++i) {
    const fs::path& from = written[random() % written.size()];
    // Names before and after that of the first: which path a record shows depends on their order.
    const char* start = i % 2 == 0 ? "a-copy" : "z-copy";
    write(place(folder, start, i, from.extension().string()), read_all(from));
  }
  for (std::size_t i = 0; i < mix.broken; ++i) write_broken(folder, i, random);
  for (std::size_t i = 0; i < mix.large; ++i) {
    write(place(folder, "large", i, ".pdf"),
          as_pdf(report(mix.papers + i, mix.large_pages * 24, random)));
  }
}
