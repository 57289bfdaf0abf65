#include "cli/sandbox.hpp"

#include <fcntl.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <initializer_list>
#include <new>

namespace moot {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kAddressSanitizer = true;
#else
constexpr bool kAddressSanitizer = false;
#endif

// What reading takes, with any arguments. Nothing in it changes a file or reaches another process;
// writing goes to descriptors that were open before. No sendmsg: it passes descriptors on.
constexpr int kAllowed[] = {
    // descriptors
    SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(readv), SCMP_SYS(preadv), SCMP_SYS(write),
    SCMP_SYS(writev), SCMP_SYS(sendto), SCMP_SYS(recvfrom), SCMP_SYS(recvmsg), SCMP_SYS(lseek),
    SCMP_SYS(_llseek), SCMP_SYS(close), SCMP_SYS(close_range), SCMP_SYS(dup), SCMP_SYS(poll),
    SCMP_SYS(ppoll), SCMP_SYS(fadvise64),
    // files and folders, by name
    SCMP_SYS(fstat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(fstatat64),
    SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(fstatfs), SCMP_SYS(access), SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents64),
    SCMP_SYS(getcwd),
    // memory
    SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(munmap), SCMP_SYS(mremap),
    SCMP_SYS(mprotect), SCMP_SYS(madvise), SCMP_SYS(mincore),
    // time, chance, and questions about the process and the machine
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(times), SCMP_SYS(getrandom), SCMP_SYS(getpid),
    SCMP_SYS(getppid), SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
    SCMP_SYS(getegid), SCMP_SYS(getrusage), SCMP_SYS(getrlimit), SCMP_SYS(sysinfo), SCMP_SYS(uname),
    SCMP_SYS(sched_getaffinity), SCMP_SYS(getcpu),
    // signals and locks within the process, and its end
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(futex), SCMP_SYS(sched_yield), SCMP_SYS(restart_syscall), SCMP_SYS(exit),
    SCMP_SYS(exit_group)};

// What fontconfig and the like try when they would write a cache, and can do without.
constexpr int kNotWritable[] = {
    SCMP_SYS(creat),     SCMP_SYS(mkdir),     SCMP_SYS(mkdirat),   SCMP_SYS(rmdir),
    SCMP_SYS(unlink),    SCMP_SYS(unlinkat),  SCMP_SYS(rename),    SCMP_SYS(renameat),
    SCMP_SYS(renameat2), SCMP_SYS(link),      SCMP_SYS(linkat),    SCMP_SYS(symlink),
    SCMP_SYS(symlinkat), SCMP_SYS(chmod),     SCMP_SYS(fchmod),    SCMP_SYS(fchmodat),
    SCMP_SYS(chown),     SCMP_SYS(fchown),    SCMP_SYS(fchownat),  SCMP_SYS(lchown),
    SCMP_SYS(truncate),  SCMP_SYS(ftruncate), SCMP_SYS(fallocate), SCMP_SYS(utime),
    SCMP_SYS(utimes),    SCMP_SYS(futimesat), SCMP_SYS(utimensat), SCMP_SYS(fsync),
    SCMP_SYS(fdatasync), SCMP_SYS(mknod),     SCMP_SYS(mknodat),   SCMP_SYS(flock)};

/// A list of rules under way; after the first failure it adds none.
class Filter {
 public:
  Filter() : context_(seccomp_init(SCMP_ACT_KILL_PROCESS)) {
    // System calls of other machines' tables (32 bit, x32) would pass by the list.
    good_ = context_ != nullptr &&
            seccomp_attr_set(context_, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0;
  }
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;
  ~Filter() {
    if (context_ != nullptr) seccomp_release(context_);
  }

  /// `conditions` must all hold for the arguments.
  template <typename... Condition>
  void add(std::uint32_t action, int call, Condition... conditions) {
    good_ = good_ &&
            seccomp_rule_add(context_, action, call, sizeof...(conditions), conditions...) == 0;
  }

  /// For the rest of this process' life.
  bool load() { return good_ && seccomp_load(context_) == 0; }

 private:
  scmp_filter_ctx context_;
  bool good_ = false;
};

scmp_arg_cmp equal(unsigned argument, std::uint64_t value) {
  return {argument, SCMP_CMP_EQ, value, 0};
}

/// The bits of `mask` are those of `value`.
scmp_arg_cmp bits(unsigned argument, std::uint64_t mask, std::uint64_t value) {
  return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

/// Opening for reading, and nothing else.
void add_open(Filter& filter, int call, unsigned flags) {
  filter.add(SCMP_ACT_ALLOW, call, bits(flags, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY));
  for (const int mode : {O_WRONLY, O_RDWR, O_WRONLY | O_RDWR}) {
    filter.add(SCMP_ACT_ERRNO(EACCES), call,
               bits(flags, O_ACCMODE, static_cast<std::uint64_t>(mode)));
  }
  filter.add(SCMP_ACT_ERRNO(EACCES), call, bits(flags, O_CREAT, O_CREAT));
  filter.add(SCMP_ACT_ERRNO(EACCES), call, bits(flags, O_TRUNC, O_TRUNC));
}

/// Calls of which only some forms are harmless, or that libraries try and do without.
void add_particular(Filter& filter) {
  add_open(filter, SCMP_SYS(open), 1);
  add_open(filter, SCMP_SYS(openat), 2);
  filter.add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(openat2));  // its flags are out of sight
  filter.add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));   // as glibc expects; clone() then ends it
  filter.add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(rseq));
  filter.add(SCMP_ACT_ERRNO(ENOTTY), SCMP_SYS(ioctl));
  filter.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prctl));
  for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_DUPFD, F_DUPFD_CLOEXEC}) {
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(fcntl), equal(1, static_cast<std::uint64_t>(command)));
  }
  for (const int command : {F_SETLK, F_SETLKW, F_GETLK}) {
    filter.add(SCMP_ACT_ERRNO(EACCES), SCMP_SYS(fcntl),
               equal(1, static_cast<std::uint64_t>(command)));
  }
  // To ask for a limit, not to set one.
  filter.add(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), equal(2, 0));
  // abort() and the like: signals to this process alone.
  const auto self = static_cast<std::uint64_t>(getpid());
  for (const int call : {SCMP_SYS(kill), SCMP_SYS(tgkill)}) {
    filter.add(SCMP_ACT_ALLOW, call, equal(0, self));
  }
  if (kAddressSanitizer) {  // looks with a pipe whether memory can be read
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(pipe));
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(pipe2));
  }
}

bool filter_system_calls() {
  Filter filter;
  for (const int call : kAllowed) filter.add(SCMP_ACT_ALLOW, call);
  for (const int call : kNotWritable) filter.add(SCMP_ACT_ERRNO(EACCES), call);
  add_particular(filter);
  return filter.load();
}

bool limit(int resource, rlim_t most) {
  const rlimit wanted{most, most};
  return setrlimit(static_cast<__rlimit_resource>(resource), &wanted) == 0;
}

bool limit_resources(std::size_t memory_bytes) {
  constexpr rlim_t kOpenFiles = 64;
  return limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, kOpenFiles) &&
         (kAddressSanitizer || limit(RLIMIT_AS, memory_bytes));
}

/// Libraries in C do not throw when memory runs out: Poppler calls abort().
void at_abort(int) {
  if (errno == ENOMEM) _exit(kExitOutOfMemory);
  signal(SIGABRT, SIG_DFL);  // and abort() raises it again
}

void tell_when_memory_runs_out() {
  // At once: a reader that catches it would go on with half of a file.
  std::set_new_handler([] { _exit(kExitOutOfMemory); });
  signal(SIGABRT, at_abort);
}

}  // namespace

bool lock_down(std::size_t memory_bytes) {
  tell_when_memory_runs_out();
  return limit_resources(memory_bytes) && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 &&
         prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && filter_system_calls();
}

}  // namespace moot
