// SPDX-License-Identifier: Apache-2.0
#include "process_files.h"

#include <fcntl.h>
#include <linux/limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

namespace {

constexpr const char *kDeleted = " (deleted)";
constexpr const char *kMemfd = "/memfd:";

// Field 22 of stat, counted from 1; those behind the name, which may hold anything, begin with the third. 0: it has gone.
uint64_t startOf(const std::string &process) {
  char text[1024];
  const int fd = open((process + "/stat").c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  const ssize_t length = read(fd, text, sizeof text - 1);
  close(fd);
  if (length <= 0) return 0;
  text[length] = '\0';
  const char *at = strrchr(text, ')');
  for (int field = 3; at != nullptr && field <= 22; field++) at = strchr(at + 1, ' ');
  return at == nullptr ? 0 : strtoull(at, nullptr, 10) * process_files::kTickNs;
}

bool endsWith(const std::string &text, const char *end) {
  const size_t length = strlen(end);
  return text.size() > length && text.compare(text.size() - length, length, end) == 0;
}

}  // namespace

// The link says of a file without a name that it is deleted, which a file's own name may say too: its count of links decides.
std::string process_files::executable(const std::string &proc, uint32_t pid, uint64_t start) {
  const std::string process = proc + "/" + std::to_string(pid), link = process + "/exe";
  char target[PATH_MAX];
  const ssize_t length = readlink(link.c_str(), target, sizeof target);
  if (length <= 0) return "";
  struct stat file {};
  const bool isGone = stat(link.c_str(), &file) == 0 && file.st_nlink == 0;
  if (!isSameStart(startOf(process), start)) return "";
  std::string path(target, static_cast<size_t>(length));
  if (!isGone || !endsWith(path, kDeleted)) return path;
  path.resize(path.size() - strlen(kDeleted));
  return path.compare(0, strlen(kMemfd), kMemfd) == 0 ? path.substr(1) : path;
}
