// Writes the hostile files into a folder, to look at them, or to give them to another program.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/hostile/files.hpp"

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: write_hostile FOLDER [GOOD.pdf...]\n");
    return 2;
  }
  const std::filesystem::path folder = arguments[1];
  std::filesystem::create_directories(folder);
  std::vector<moot::test::HostileFile> files = moot::test::all_hostile_files();
  for (int i = 2; i < count; ++i) {
    std::ifstream in(arguments[i], std::ios::binary);
    const std::string good{std::istreambuf_iterator<char>(in), {}};
    const auto damaged =
        moot::test::damaged_copies(std::filesystem::path(arguments[i]).stem().string(), good, 1);
    files.insert(files.end(), damaged.begin(), damaged.end());
  }
  for (const auto& file : files)
    std::ofstream(folder / file.name, std::ios::binary) << file.bytes();
  std::printf("%zu files in %s\n", files.size(), arguments[1]);
  return 0;
}
