#pragma once
/// \file A run of a program with what it took. For tests and for what measures.

#include <cstddef>
#include <string>
#include <vector>

struct MeasuredRun {
  int code = -1;  ///< exit code; 128 and the signal's number where a signal ended it
  double seconds = 0;
  double own_cpu = 0;                 ///< seconds of the processor, of the program itself
  std::size_t own_memory = 0;         ///< most resident bytes of the program itself
  std::size_t descendant_memory = 0;  ///< of its largest descendant, as seen every few ms
};

/// Runs it to its end; its output goes nowhere.
MeasuredRun run_measured(const std::vector<std::string>& command);
