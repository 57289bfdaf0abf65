#pragma once
/// \file Mounts that only this process and its children see, and that go with them.

#include <cstddef>
#include <filesystem>

/// Gives this process a view of mounts of its own, as root or in a user namespace. False where the
/// machine does not let it; then none of the others may be called.
bool own_mounts();

/// An empty file system of this many bytes, in memory. Makes the folder where it is not there.
bool mount_small(const std::filesystem::path& folder, std::size_t bytes);

/// Gives mount_small()'s file system another size.
bool resize(const std::filesystem::path& folder, std::size_t bytes);

/// Shows `folder` again under `name`, where nothing can be written.
bool mount_read_only(const std::filesystem::path& folder, const std::filesystem::path& name);

/// Takes a mount away, when it is not in use any more.
void unmount(const std::filesystem::path& folder);
