#include "mounts.hpp"

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <fstream>
#include <string>

namespace fs = std::filesystem;

namespace {

bool make_own_mounts() {
  const auto user = std::to_string(geteuid());
  const auto group = std::to_string(getegid());
  if (geteuid() == 0) {
    if (unshare(CLONE_NEWNS) != 0) return false;
  } else {
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    // Mapped to themselves and not to root, so that programs started later have no rights beyond.
    std::ofstream("/proc/self/setgroups") << "deny";
    std::ofstream("/proc/self/uid_map") << user + " " + user + " 1";
    std::ofstream("/proc/self/gid_map") << group + " " + group + " 1";
  }
  return mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

std::string size_option(std::size_t bytes) {
  return "size=" + std::to_string(bytes) + ",mode=755";
}

}  // namespace

bool own_mounts() {
  static const bool kDone = make_own_mounts();
  return kDone;
}

bool mount_small(const fs::path& folder, std::size_t bytes) {
  fs::create_directories(folder);
  return mount("moot", folder.c_str(), "tmpfs", 0, size_option(bytes).c_str()) == 0;
}

bool resize(const fs::path& folder, std::size_t bytes) {
  return mount("moot", folder.c_str(), "tmpfs", MS_REMOUNT, size_option(bytes).c_str()) == 0;
}

bool mount_read_only(const fs::path& folder, const fs::path& name) {
  fs::create_directories(name);
  if (mount(folder.c_str(), name.c_str(), nullptr, MS_BIND, nullptr) != 0) return false;
  // A bind mount takes its flags in a second step only.
  return mount(nullptr, name.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0;
}

void unmount(const fs::path& folder) {
  umount2(folder.c_str(), MNT_DETACH);
}
