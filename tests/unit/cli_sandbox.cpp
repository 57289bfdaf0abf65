#include <fcntl.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>

#include "cli/channel.hpp"
#include "tests/support/ask_workers.hpp"

using namespace moot;
namespace fs = std::filesystem;

namespace {

using How = Answer::How;
using Deed = std::function<std::string()>;
using Deeds = std::vector<std::pair<std::string, Deed>>;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kAddressSanitizer = true;
#else
constexpr bool kAddressSanitizer = false;
#endif

/// What each deed came to, in a worker that also has to answer a harmless request after it.
std::map<std::string, Answer> dare(const Deeds& deeds, const Limits& limits = small_limits()) {
  std::vector<std::string> requests;
  for (const auto& [name, deed] : deeds) requests.insert(requests.end(), {name, "next"});
  const Job job = [&deeds](const std::string& request, int) -> std::string {
    for (const auto& [name, deed] : deeds) {
      if (name == request) return deed();
    }
    return request;
  };
  const auto got = ask_workers(job, 1, requests, limits);
  std::map<std::string, Answer> answers;
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    INFO("after " << deeds[i].first);
    CHECK(got.at(2 * i + 1).bytes == "next");
    answers[deeds[i].first] = got.at(2 * i);
  }
  return answers;
}

/// "done", or the name of the error.
std::string outcome(long result) {
  return result < 0 ? strerrorname_np(errno) : "done";
}

int* const kNowhere = nullptr;

/// The worker's end of its channel, which a job is not meant to know.
int channel_of_worker() {
  for (int i = 3; i < 64; ++i) {
    struct stat status {};
    if (fstat(i, &status) == 0 && S_ISSOCK(status.st_mode)) return i;
  }
  return -1;
}

std::string status_line(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind(name, 0) == 0) return line.substr(name.size());
  }
  return "";
}

/// A folder with one file, taken away in the end.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("moot-sandbox-" + std::to_string(getpid()));
  fs::path file = path / "paper.txt";
  Folder() {
    fs::create_directories(path);
    std::ofstream(file) << "as it was";
  }
  ~Folder() { fs::remove_all(path); }
  std::string text() const {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

}  // namespace

TEST_CASE("sandbox: what no reader needs ends the worker at once, and is told as that") {
  char* const arguments[] = {const_cast<char*>("true"), nullptr};
  const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
  const Deeds deeds = {
    {"socket", [] { return outcome(socket(AF_INET, SOCK_STREAM, 0)); }},
    {"local socket", [] { return outcome(socket(AF_UNIX, SOCK_STREAM, 0)); }},
    {"socketpair", [] { return outcome(socketpair(AF_UNIX, SOCK_STREAM, 0, kNowhere)); }},
    {"connect", [] { return outcome(connect(0, nullptr, 0)); }},
    {"exec", [&] { return outcome(execv("/bin/true", arguments)); }},
    {"execveat", [] { return outcome(syscall(SYS_execveat, 0, "", kNowhere, kNowhere, 0)); }},
    {"fork", [] { return outcome(fork()); }},
    {"vfork", [] { return outcome(syscall(SYS_vfork)); }},
    {"spawn",
     [&] {
       return outcome(-posix_spawn(kNowhere, "/bin/true", nullptr, nullptr, arguments, nullptr));
     }},
    {"system", [] { return outcome(std::system("true")); }},
    {"kill parent", [] { return outcome(kill(getppid(), SIGKILL)); }},
    {"kill group", [] { return outcome(kill(0, SIGTERM)); }},
    {"ptrace", [] { return outcome(ptrace(PTRACE_ATTACH, getppid(), 0, 0)); }},
    {"spy", [] { return outcome(process_vm_readv(getppid(), nullptr, 0, nullptr, 0, 0)); }},
    {"lift limit", [&] { return outcome(setrlimit(RLIMIT_AS, &more)); }},
    {"limit parent", [&] { return outcome(prlimit(getppid(), RLIMIT_AS, &more, nullptr)); }},
    {"memfd", [] { return outcome(memfd_create("a", 0)); }},
    {"io_uring", [] { return outcome(syscall(SYS_io_uring_setup, 1, kNowhere)); }},
    {"unshare", [] { return outcome(syscall(SYS_unshare, CLONE_NEWUSER)); }},
    {"chroot", [] { return outcome(chroot("/")); }},
    {"setuid", [] { return outcome(setuid(1)); }},
    {"timer", [] { return outcome(syscall(SYS_timer_create, 0, kNowhere, kNowhere)); }},
    {"pass on", [] { return outcome(sendmsg(channel_of_worker(), nullptr, 0)); }},
#if defined(__x86_64__)
    {"x32", [] { return outcome(syscall(0x40000000 | SYS_getpid)); }},
#endif
  };
  for (const auto& [name, answer] : dare(deeds)) {
    INFO(name << " gave '" << answer.bytes << "'");
    CHECK(answer.how == How::Refused);
  }
}

#if defined(__x86_64__)
TEST_CASE("sandbox: the system calls of 32 bit programs are no way out") {
  const auto ask = [] {
    long result = 20;  // getpid
    asm volatile("int $0x80" : "+a"(result) : : "memory");
    return std::to_string(result);
  };
  // A system without those calls answers with a fault.
  const Answer answer = dare({{"int 0x80", ask}}).at("int 0x80");
  CHECK((answer.how == How::Refused || answer.how == How::Crashed));
}
#endif

TEST_CASE("sandbox: files can be read, and nothing can be changed") {
  const Folder folder;
  const std::string file = folder.file;
  const std::string other = folder.path / "other";
  const auto opened = [&](int flags) { return outcome(open(file.c_str(), flags, 0600)); };
  const auto changed = [&](const auto& change) {
    const int own = open(file.c_str(), O_RDONLY);
    return outcome(own < 0 ? -1 : change(own));
  };
  const Deeds deeds = {
      {"write", [&] { return opened(O_WRONLY); }},
      {"read and write", [&] { return opened(O_RDWR); }},
      {"truncate on opening", [&] { return opened(O_RDONLY | O_TRUNC); }},
      {"create", [&] { return outcome(open(other.c_str(), O_RDONLY | O_CREAT, 0600)); }},
      {"create and write", [&] { return outcome(creat(other.c_str(), 0600)); }},
      {"temporary", [&] { return outcome(open(folder.path.c_str(), O_TMPFILE | O_RDWR, 0600)); }},
      {"open()", [&] { return outcome(syscall(SYS_open, file.c_str(), O_RDWR)); }},
      {"standard output", [&] { return outcome(open("/dev/stdout", O_WRONLY)); }},
      {"remove", [&] { return outcome(unlink(file.c_str())); }},
      {"rename", [&] { return outcome(rename(file.c_str(), other.c_str())); }},
      {"link", [&] { return outcome(link(file.c_str(), other.c_str())); }},
      {"symlink", [&] { return outcome(symlink(file.c_str(), other.c_str())); }},
      {"folder", [&] { return outcome(mkdir(other.c_str(), 0700)); }},
      {"pipe", [&] { return outcome(mknod(other.c_str(), S_IFIFO | 0600, 0)); }},
      {"chmod", [&] { return outcome(chmod(file.c_str(), 0777)); }},
      {"fchmod", [&] { return changed([](int own) { return fchmod(own, 0777); }); }},
      {"truncate", [&] { return outcome(truncate(file.c_str(), 0)); }},
      {"touch", [&] { return changed([](int own) { return futimens(own, nullptr); }); }},
      {"lock", [&] { return changed([](int own) { return lockf(own, F_TLOCK, 0); }); }},
  };
  for (const auto& [name, answer] : dare(deeds)) {
    INFO(name);
    CHECK(answer.how == How::Answered);
    CHECK(answer.bytes == "EACCES");
  }
  CHECK(folder.text() == "as it was");
  CHECK(fs::status(folder.file).permissions() != fs::perms::all);
  CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 1);
  CHECK(dare({{"read", [&] { return folder.text(); }}}).at("read").bytes == "as it was");
}

TEST_CASE("sandbox: nothing that the program has open is open in a worker") {
  const Folder folder;
  const Descriptor writable(open(folder.file.c_str(), O_WRONLY));  // as with `moot ingest 3>file`
  const auto count = [] {
    int open_ones = 0;
    for (int i = 0; i < 64; ++i) open_ones += fcntl(i, F_GETFD) < 0 ? 0 : 1;
    return std::to_string(open_ones);
  };
  CHECK(dare({{"count", count}}).at("count").bytes ==
        "4");  // nowhere, three times, and its channel
}

TEST_CASE("sandbox: harmless questions fail as libraries expect it") {
  const auto got = dare({{"clone3", [] { return outcome(syscall(SYS_clone3, kNowhere, 0)); }},
                         {"openat2", [] { return outcome(syscall(SYS_openat2, 0, "", 0, 0)); }},
                         {"terminal", [] { return outcome(isatty(0) - 1); }}});
  CHECK(got.at("clone3").bytes == "ENOSYS");
  CHECK(got.at("openat2").bytes == "ENOSYS");
  CHECK(got.at("terminal").bytes == "ENOTTY");
}

TEST_CASE("sandbox: limits of the process are set, and no privileges can be won") {
  const auto most = [](int which) {
    return [which] {
      rlimit limit{};
      getrlimit(static_cast<__rlimit_resource>(which), &limit);
      return std::to_string(limit.rlim_max);
    };
  };
  const auto got = dare({{"core", most(RLIMIT_CORE)},
                         {"file", most(RLIMIT_FSIZE)},
                         {"files", most(RLIMIT_NOFILE)},
                         {"memory", most(RLIMIT_AS)},
                         {"privileges", [] { return status_line("NoNewPrivs:\t"); }},
                         {"filter", [] { return status_line("Seccomp:\t"); }}});
  CHECK(got.at("core").bytes == "0");
  CHECK(got.at("file").bytes == "0");
  CHECK(got.at("files").bytes == "64");
  if (!kAddressSanitizer) {
    CHECK(got.at("memory").bytes == std::to_string(small_limits().memory_bytes));
  }
  CHECK(got.at("privileges").bytes == "1");
  CHECK(got.at("filter").bytes == "2");
}

TEST_CASE("sandbox: a worker that runs out of memory is told apart from one that crashes") {
  if (kAddressSanitizer) return;  // it takes terabytes of address space itself
  const auto grow = [] {
    std::vector<std::string> all;
    while (true) all.emplace_back(std::size_t{8} << 20, 'x');
    return std::string();
  };
  const auto grow_in_c = [] {  // as Poppler does
    while (std::malloc(std::size_t{8} << 20) != nullptr) {
    }
    std::abort();
    return std::string();
  };
  const auto map = [] {
    const auto size = std::size_t{2} << 30;
    return outcome(
        mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0);
  };
  const auto got = dare({{"grow", grow}, {"grow in C", grow_in_c}, {"map", map}});
  CHECK(got.at("grow").how == How::OutOfMemory);
  CHECK(got.at("grow in C").how == How::OutOfMemory);
  CHECK(got.at("map").bytes == "ENOMEM");
}

TEST_CASE("sandbox: a worker that takes too long is stopped, whatever it does about it") {
  Limits limits = small_limits();
  limits.cpu_seconds = 0.3;
  limits.wall_seconds = 1.5;
  const auto deaf = [] {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, nullptr);
  };
  const auto spin = [&] {
    deaf();
    for (volatile bool goes_on = true; goes_on;) {
    }
    return std::string();
  };
  const auto sleep_on = [&] {
    deaf();
    while (true) usleep(100'000);
    return std::string();
  };
  const auto drip = [&] {
    const std::string message = framed(std::string(1000, 'x'));
    for (const char byte : message) {
      send_all(channel_of_worker(), &byte, 1);
      usleep(100'000);
    }
    return std::string();
  };
  for (const auto& [name, answer] :
       dare({{"spin", spin}, {"sleep", sleep_on}, {"drip", drip}}, limits)) {
    INFO(name);
    CHECK(answer.how == How::OutOfTime);
  }
}

TEST_CASE("sandbox: a worker that does not take its next request keeps nobody waiting") {
  Limits limits = small_limits();
  limits.wall_seconds = 1.5;
  const Job job = [](const std::string& request, int) {
    if (request == "deaf") {
      send_message(channel_of_worker(), "an answer, and then no more");
      sleep(600);
    }
    return request.substr(0, 3);
  };
  const std::string large(5'000'000, 'x');  // more than its socket holds
  const auto got = ask_workers(job, 1, {"deaf", large, large}, limits);
  CHECK(got.at(1).how == How::OutOfTime);
  CHECK(got.at(2).bytes == "xxx");
}

TEST_CASE("sandbox: answers without end take no memory of the supervisor's") {
  Limits limits = small_limits();
  limits.wall_seconds = 10;
  const auto huge = [&] { return std::string(largest_answer(limits.memory_bytes) + 1, 'x'); };
  const auto claim = [] {
    const std::uint64_t size = std::uint64_t{1} << 62;
    send_all(channel_of_worker(), reinterpret_cast<const char*>(&size), sizeof size);
    sleep(600);
    return std::string();
  };
  const auto flood = [] {
    const std::string zeros(std::size_t{1} << 20, '\0');
    while (send_all(channel_of_worker(), zeros.data(), zeros.size())) {
    }
    return std::string();
  };
  rusage before{};
  getrusage(RUSAGE_SELF, &before);
  const auto got = dare({{"huge", huge}, {"claim", claim}, {"flood", flood}}, limits);
  rusage after{};
  getrusage(RUSAGE_SELF, &after);
  CHECK(got.at("huge").how == How::OutOfMemory);
  CHECK(got.at("claim").how == How::OutOfMemory);
  CHECK(got.at("flood").how != How::Answered);
  CHECK(after.ru_maxrss - before.ru_maxrss < 64 * 1024);
}

TEST_CASE("sandbox: where the system cannot lock workers down nothing is read") {
  const pid_t child = fork();
  if (child == 0) {
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(seccomp), 0);
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1,
                     SCMP_A0(SCMP_CMP_EQ, 22));  // PR_SET_SECCOMP
    if (seccomp_load(filter) != 0) _exit(1);
    Result<Nursery> nursery = Nursery::start([](const std::string& read, int) { return read; });
    if (!nursery) _exit(2);
    bool heard = false;
    const auto done = run_requests(
        *nursery, 1, small_limits(),
        [] {
          return Request{0, "a", {}};
        },
        [&](std::uint64_t, const Answer&) { return !(heard = true); });
    if (done || heard) _exit(3);
    _exit(done.error().message.find("locked down") == std::string::npos ? 4 : 0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(status == 0);
}
