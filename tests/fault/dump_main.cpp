// dump_index DIR: prints the state of an index folder (dump.hpp), to be compared with that of
// another.

#include <cstdio>

#include "dump.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: dump_index DIR\n", stderr);
    return 2;
  }
  const auto lines = dump(argv[1]);
  if (!lines) {
    std::fprintf(stderr, "dump_index: %s: %s\n", lines.error().where.c_str(),
                 lines.error().message.c_str());
    return 2;
  }
  for (const std::string& line : *lines) std::puts(line.c_str());
  return 0;
}
