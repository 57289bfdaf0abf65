// What share of the words of council papers a stem is, of the stems that are in one paper of 25
// or more: `usual_words DIR`, DIR with papers, prints a line each, "per million TAB stem", in order
// of the alphabet. script/usual-words keeps them in extractors/data.

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "index/terms.hpp"
#include "index/words.hpp"
#include "pipeline/read.hpp"

namespace {

constexpr std::size_t kPapersOfOne = 25;

struct Usual {
  std::size_t times = 0, papers = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: usual_words DIR\n", stderr), 2;
  std::map<std::string, Usual> stems;
  std::size_t words = 0, papers = 0;
  moot::Stemmer stemmer;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[1])) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const auto document = moot::read_document(bytes);
    if (!document) continue;
    ++papers;
    std::set<std::string> seen;
    for (const std::string& word : moot::folded_words(document->text)) {
      const std::string& stem = stemmer.stem(word);
      ++words;
      ++stems[stem].times;
      if (seen.insert(stem).second) ++stems[stem].papers;
    }
  }
  for (const auto& [stem, usual] : stems) {
    if (usual.papers * kPapersOfOne < papers || stem.find_first_of("0123456789") != stem.npos)
      continue;
    const double share = static_cast<double>(usual.times) / static_cast<double>(words);
    std::printf("%.0f\t%s\n", std::round(share * 1e6), stem.c_str());
  }
}
