#pragma once
/// \file The built program in a process group of its own, to be killed; and what /proc and inotify
/// tell of it meanwhile.

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/program.hpp"

using Milliseconds = std::chrono::milliseconds;

/// A run of `moot` in the background. Its whole group is killed when this goes out of scope.
class Background {
 public:
  /// `folder` (made where it is not there) takes its output and is its HOME; `prepare` is called
  /// in the new process before the program starts (limits, another user, another view of mounts).
  Background(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
             const std::function<void()>& prepare = {});
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;
  ~Background();

  /// Of the program itself, and of its group.
  pid_t pid() const { return pid_; }

  /// What it gave; none where it is still at work after `most`. Works once it has ended, too.
  std::optional<Run> wait(Milliseconds most);

  /// Most memory that it had (resident, bytes), and its largest descendant that it waited for.
  /// \pre wait() gave a Run
  std::size_t peak_memory() const { return peak_memory_; }

 private:
  bool ended(Milliseconds most);
  std::filesystem::path folder_;
  pid_t pid_ = 0;
  std::optional<int> status_;
  std::size_t peak_memory_ = 0;
};

/// Runs `moot` to its end; 128 + SIGKILL after `most`.
Run run_prepared(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
                 const std::function<void()>& prepare = {},
                 Milliseconds most = std::chrono::minutes(5));

/// Living processes (no zombies) whose parent this is.
std::vector<pid_t> children_of(pid_t parent);

/// Living processes of a group.
std::vector<pid_t> members_of(pid_t group);

/// Sees each writing, making and removing of a file in a folder and the folders in it.
class Changes {
 public:
  explicit Changes(const std::filesystem::path& folder);
  Changes(const Changes&) = delete;
  Changes& operator=(const Changes&) = delete;
  ~Changes();

  /// Waits until `count` changes were seen since this was made; false where `most` passed first.
  bool wait_for(std::size_t count, Milliseconds most);

  /// Changes seen, those included that wait to be read.
  std::size_t seen();

 private:
  void watch(const std::filesystem::path& folder);
  void read_events();
  int inotify_ = -1;
  std::vector<std::pair<int, std::filesystem::path>> folders_;
  std::size_t seen_ = 0;
};
