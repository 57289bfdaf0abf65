#include "processes.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/inotify.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <thread>

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

void redirect(const fs::path& file, int flags, int to) {
  const int opened = open(file.c_str(), flags, 0666);
  if (opened >= 0) dup2(opened, to);
}

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (const std::string& text : texts) list.push_back(const_cast<char*>(text.c_str()));
  list.push_back(nullptr);
  return list;
}

struct Process {
  pid_t pid = 0, parent = 0, group = 0;
};

std::vector<Process> living() {
  std::vector<Process> all;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator("/proc", failed)) {
    const std::string name = entry.path().filename().string();
    if (!std::isdigit(static_cast<unsigned char>(name[0]))) continue;
    // "PID (NAME) STATE PARENT GROUP ...", and NAME may hold anything.
    const std::string text = read_all(entry.path() / "stat");
    const std::size_t close = text.rfind(')');
    if (close == std::string::npos) continue;
    std::istringstream rest(text.substr(close + 1));
    char state = 0;
    Process process;
    rest >> state >> process.parent >> process.group;
    process.pid = static_cast<pid_t>(std::stol(name));
    if (rest && state != 'Z' && state != 'X') all.push_back(process);
  }
  return all;
}

}  // namespace

Background::Background(const std::vector<std::string>& arguments, const fs::path& folder,
                       const std::function<void()>& prepare)
    : folder_(folder) {
  fs::create_directories(folder);
  std::vector<std::string> command = {MOOT_PROGRAM};
  command.insert(command.end(), arguments.begin(), arguments.end());
  const char* path = std::getenv("PATH");
  const std::vector<std::string> variables = {"HOME=" + folder.string(), "LANG=C.UTF-8",
                                              std::string("PATH=") + (path ? path : "/usr/bin")};
  pid_ = fork();
  if (pid_ == 0) {
    setpgid(0, 0);
    redirect("/dev/null", O_RDONLY, STDIN_FILENO);
    redirect(folder / "out", O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    redirect(folder / "err", O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    if (prepare) prepare();
    execvpe(command[0].c_str(), pointers(command).data(), pointers(variables).data());
    _exit(127);
  }
  setpgid(pid_, pid_);  // by both, so that neither has to wait for the other
}

Background::~Background() {
  if (pid_ <= 0) return;
  if (!status_) kill(-pid_, SIGKILL);
  ended(std::chrono::seconds(10));
}

bool Background::ended(Milliseconds most) {
  const auto until = Clock::now() + most;
  while (!status_) {
    int status = 0;
    rusage used{};
    if (wait4(pid_, &status, WNOHANG, &used) == pid_) {
      status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      peak_memory_ = static_cast<std::size_t>(used.ru_maxrss) * 1024;
    } else if (Clock::now() >= until) {
      return false;
    } else {
      std::this_thread::sleep_for(Milliseconds(1));
    }
  }
  return true;
}

std::optional<Run> Background::wait(Milliseconds most) {
  if (!ended(most)) return std::nullopt;
  return Run{*status_, read_all(folder_ / "out"), read_all(folder_ / "err")};
}

Run run_prepared(const std::vector<std::string>& arguments, const fs::path& folder,
                 const std::function<void()>& prepare, Milliseconds most) {
  Background program(arguments, folder, prepare);
  return program.wait(most).value_or(Run{128 + SIGKILL, {}, "it did not end"});
}

std::vector<pid_t> children_of(pid_t parent) {
  std::vector<pid_t> children;
  for (const Process& process : living()) {
    if (process.parent == parent) children.push_back(process.pid);
  }
  return children;
}

std::vector<pid_t> members_of(pid_t group) {
  std::vector<pid_t> members;
  for (const Process& process : living()) {
    if (process.group == group) members.push_back(process.pid);
  }
  return members;
}

Changes::Changes(const fs::path& folder) : inotify_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  watch(folder);
}

Changes::~Changes() {
  if (inotify_ >= 0) close(inotify_);
}

void Changes::watch(const fs::path& folder) {
  const int id =
      inotify_add_watch(inotify_, folder.c_str(), IN_CREATE | IN_MODIFY | IN_DELETE | IN_MOVED_TO);
  if (id < 0) return;
  folders_.emplace_back(id, folder);
  std::error_code gone;
  for (const auto& entry : fs::directory_iterator(folder, gone)) {
    if (entry.is_directory(gone)) watch(entry.path());
  }
}

void Changes::read_events() {
  alignas(inotify_event) std::array<char, 16384> block{};
  for (;;) {
    const ssize_t got = read(inotify_, block.data(), block.size());
    if (got <= 0) return;
    for (ssize_t at = 0; at < got;) {
      inotify_event event{};
      std::memcpy(&event, block.data() + at, sizeof event);
      const char* name = block.data() + at + sizeof event;
      ++seen_;
      const auto folder = std::find_if(folders_.begin(), folders_.end(), [&](const auto& watched) {
        return watched.first == event.wd;
      });
      if ((event.mask & IN_CREATE) && (event.mask & IN_ISDIR) && folder != folders_.end()) {
        watch(fs::path(folder->second) / name);
      }
      at += static_cast<ssize_t>(sizeof event + event.len);
    }
  }
}

std::size_t Changes::seen() {
  read_events();
  return seen_;
}

bool Changes::wait_for(std::size_t count, Milliseconds most) {
  const auto until = Clock::now() + most;
  while (seen() < count) {
    const auto left = std::chrono::duration_cast<Milliseconds>(until - Clock::now()).count();
    if (left <= 0) return false;
    pollfd polled{inotify_, POLLIN, 0};
    poll(&polled, 1, static_cast<int>(left));
  }
  return true;
}
