#include "small_papers.hpp"

#include <array>
#include <fstream>
#include <random>
#include <string>

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kFilesAFolder = 250;

constexpr std::array kThings{"weir",    "market hall", "street lamp",
                             "library", "pond",        "bus shelter"};
constexpr std::array kVerbs{"repaired", "replaced", "surveyed", "extended", "insured", "painted"};

std::string sentence(std::mt19937_64& random) {
  return std::string("The ") + kThings[random() % kThings.size()] + " is to be " +
         kVerbs[random() % kVerbs.size()] + " for " + std::to_string(random() % 90000) +
         " pounds.\n\n";
}

std::string paper(std::size_t number, std::size_t bytes, std::mt19937_64& random) {
  std::string text = "Oxcombe Parish Council\n\nREPORT\n\nSubject: Works " +
                     std::to_string(number) +
                     "\n\nMeeting date: " + std::to_string(1 + number % 28) +
                     " March 2021\n\nRecommendations\n\n" + "1. That works " +
                     std::to_string(number) + " be agreed.\n\nBackground\n\n";
  while (text.size() < bytes) text += sentence(random);
  text.resize(bytes);
  return text;
}

}  // namespace

void generate_small_papers(const fs::path& folder, std::size_t count, std::size_t bytes) {
  std::mt19937_64 random(1);
  for (std::size_t i = 0; i < count; ++i) {
    const fs::path inside = folder / std::to_string(i / kFilesAFolder);
    if (i % kFilesAFolder == 0) fs::create_directories(inside);
    std::ofstream(inside / ("paper" + std::to_string(i) + ".txt"), std::ios::binary)
        << paper(i, bytes, random);
  }
}
