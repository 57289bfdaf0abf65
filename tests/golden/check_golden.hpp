#pragma once
/// \file What the program prints, against files in this folder. A change that is meant:
///   MOOT_UPDATE_GOLDEN=1 ctest --preset dev -L golden
/// rewrites them; then read the difference as carefully as code.

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "cli/program.hpp"

/// Compares with a golden file, or writes it where the user says so.
inline void check_golden(const std::string& name, const std::string& got) {
  const std::filesystem::path folder = MOOT_SOURCE_DIR "/tests/golden";
  const std::filesystem::path file = folder / name;
  if (std::getenv("MOOT_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(file, std::ios::binary) << got;
    WARN("rewritten: " << name);
    return;
  }
  if (!std::filesystem::exists(file)) {
    FAIL("there is no tests/golden/" << name << "; MOOT_UPDATE_GOLDEN=1 writes it");
  }
  const std::string expected = read_all(file);
  if (got != expected) {
    FAIL("tests/golden/" << name << " differs.\n--- expected\n"
                         << expected << "\n--- got\n"
                         << got);
  }
}
