#include "measured_run.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

namespace {

using Clock = std::chrono::steady_clock;

void silence() {
  const int nowhere = open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, stream);
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// VmHWM: the most memory that a process had resident.
std::size_t most_memory(pid_t pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("VmHWM:", 0) == 0) return std::strtoull(line.c_str() + 6, nullptr, 10) * 1024;
  }
  return 0;
}

std::size_t largest_descendant(pid_t pid) {
  const std::string number = std::to_string(pid);
  std::ifstream children("/proc/" + number + "/task/" + number + "/children");
  std::size_t most = 0;
  for (pid_t child = 0; children >> child;) {
    most = std::max({most, most_memory(child), largest_descendant(child)});
  }
  return most;
}

}  // namespace

MeasuredRun run_measured(const std::vector<std::string>& command) {
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  MeasuredRun run;
  const auto begin = Clock::now();
  const pid_t pid = fork();
  if (pid == 0) {
    silence();
    execvp(words[0], words.data());
    _exit(127);
  }
  int status = 0;
  rusage used{};
  while (wait4(pid, &status, WNOHANG, &used) == 0) {
    run.descendant_memory = std::max(run.descendant_memory, largest_descendant(pid));
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  run.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  run.own_cpu = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
  run.own_memory = static_cast<std::size_t>(used.ru_maxrss) * 1024;
  return run;
}
