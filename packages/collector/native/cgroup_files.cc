// SPDX-License-Identifier: Apache-2.0
#include "cgroup_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

namespace {

// The kernel's type of a handle that is the id of a cgroup (FILEID_KERNFS, 5.5).
constexpr int kCgroupHandle = 0xfe;

void walkBelow(const std::string &directory, const std::string &path, const std::function<void(uint64_t, const std::string &)> &each) {
  DIR *entries = opendir(directory.c_str());
  if (entries == nullptr) return;  // removed while it was walked
  struct stat own;
  if (fstat(dirfd(entries), &own) == 0) each(own.st_ino, path);
  while (const dirent *entry = readdir(entries)) {
    if (entry->d_type != DT_DIR || entry->d_name[0] == '.') continue;
    walkBelow(directory + "/" + entry->d_name, path + "/" + entry->d_name, each);
  }
  closedir(entries);
}

}  // namespace

void CgroupFiles::walk(const std::function<void(uint64_t, const std::string &)> &each) const {
  if (!root_.empty()) walkBelow(root_, "", each);
}

std::string CgroupFiles::path(uint64_t id) const {
  if (root_.empty()) return "";
  const int mount = open(root_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (mount < 0) return "";
  struct {
    file_handle head;
    uint64_t id;
  } handle{};
  handle.head.handle_bytes = sizeof handle.id;
  handle.head.handle_type = kCgroupHandle;
  memcpy(handle.head.f_handle, &id, sizeof id);
  const int cgroup = open_by_handle_at(mount, &handle.head, O_PATH | O_CLOEXEC);
  close(mount);
  if (cgroup < 0) return "";
  char path[PATH_MAX];
  const ssize_t length = readlink(("/proc/self/fd/" + std::to_string(cgroup)).c_str(), path, sizeof path);
  close(cgroup);
  const std::string found(path, length > 0 ? static_cast<size_t>(length) : 0);
  if (found == root_) return "/";
  return found.compare(0, root_.size(), root_) == 0 ? found.substr(root_.size()) : found;
}
