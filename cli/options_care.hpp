#pragma once
/// \file The options of the commands that look after an index.

#include <string>
#include <vector>

namespace moot {

struct StatusCommand {
  bool json = false;
  bool all = false;  ///< every path, not the first few of each group
  std::string index;
};

enum class CoverageFormat { Plain, Json, Csv };

struct CoverageCommand {
  std::vector<std::string> council;  ///< parts of names; empty: all
  CoverageFormat format = CoverageFormat::Plain;
  std::string index;
};

struct DoctorCommand {
  bool repair = false;
  std::string index;
};

struct BackupCommand {
  std::string to;  ///< folder, not there yet or empty
  std::string index;
};

}  // namespace moot
