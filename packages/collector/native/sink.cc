// SPDX-License-Identifier: Apache-2.0
#include "sink.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "kernel_error.h"

namespace {
// The largest that a process may set by default (/proc/sys/fs/pipe-max-size).
constexpr int kPipeBytes = 1 << 20;
}  // namespace

Sink::Sink(const std::string &path) : path_(path), what_(path) {
  struct stat found;
  if (lstat(path.c_str(), &found) == 0 && S_ISFIFO(found.st_mode)) {
    reconnects_ = true;
    owner_ = found.st_uid;
    keepSpare();
    return;
  }
  fd_ = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd_ < 0) {
    int code = errno;
    throw KernelError("start: " + path + ": " + errnoText(code), code);
  }
  prepare();
}

Sink::Sink(int fd) : what_(fd == STDOUT_FILENO ? "standard output" : "descriptor " + std::to_string(fd)) {
  // Another open of the same pipe: to make the given descriptor non-blocking would make it so for all who share it.
  const std::string itself = "/proc/self/fd/" + std::to_string(fd);
  struct stat found;
  const bool pipe = fstat(fd, &found) == 0 && S_ISFIFO(found.st_mode);
  if (pipe) fd_ = open(itself.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd_ < 0) {
    fd_ = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    if (pipe) largestWrite_ = PIPE_BUF;
  }
  if (fd_ < 0 || (fcntl(fd_, F_GETFL) & O_ACCMODE) == O_RDONLY) {
    int code = fd_ < 0 ? errno : EBADF;
    if (fd_ >= 0) close(fd_);
    throw KernelError("start: " + what_ + ": " + errnoText(code) + " (a descriptor that is open for writing is needed)", code);
  }
  prepare();
}

Sink::~Sink() {
  disconnect();
  dropSpare();
}

void Sink::prepare() {
  struct stat found;
  const bool known = fstat(fd_, &found) == 0;
  isFile_ = known && S_ISREG(found.st_mode);
  mayBlock_ = !known || !S_ISFIFO(found.st_mode) || (fcntl(fd_, F_GETFL) & O_NONBLOCK) == 0;
  // Refused beyond the user's limit: the pipe then stays as it is.
  fcntl(fd_, F_SETPIPE_SZ, kPipeBytes);
}

int Sink::connect() {
  fd_ = open(path_.c_str(), O_WRONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
  if (fd_ < 0) return errno;
  struct stat found;
  if (fstat(fd_, &found) != 0 || !S_ISFIFO(found.st_mode) || (found.st_uid != owner_ && found.st_uid != geteuid())) {
    disconnect();
    return ENXIO;
  }
  prepare();
  return 0;
}

void Sink::disconnect() {
  if (fd_ >= 0) close(fd_);
  fd_ = -1;
}

// By the descriptor, since the name may be gone; and in place of the spare one, since there may be none left.
size_t Sink::unread() {
  size_t left = 0;
  dropSpare();
  const int fd = open(("/proc/self/fd/" + std::to_string(fd_)).c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd >= 0) {
    uint8_t part[64 * 1024];
    for (ssize_t got; left < kPipeBytes && (got = read(fd, part, sizeof part)) > 0;) left += static_cast<size_t>(got);
    close(fd);
  }
  keepSpare();
  return left;
}

// One read takes all that the pipe holds before its reader can take more, and what is put back finds as much room as it had.
bool Sink::takeBack(size_t bytes) {
  if (mayBlock_) return false;
  dropSpare();
  const int fd = open(("/proc/self/fd/" + std::to_string(fd_)).c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  std::vector<uint8_t> held(kPipeBytes);
  const ssize_t got = fd < 0 ? -1 : read(fd, held.data(), held.size());
  const size_t left = got < 0 ? 0 : static_cast<size_t>(got);
  const bool whole = left >= bytes;
  const size_t back = whole ? left - bytes : left;
  for (size_t at = 0; at < back;) {
    const ssize_t put = ::write(fd_, held.data() + at, back - at);
    if (put < 0 && errno != EINTR) break;
    if (put > 0) at += static_cast<size_t>(put);
  }
  if (fd >= 0) close(fd);
  keepSpare();
  return whole;
}

void Sink::keepSpare() { spare_ = open("/dev/null", O_RDONLY | O_CLOEXEC); }

void Sink::dropSpare() {
  if (spare_ >= 0) close(spare_);
  spare_ = -1;
}

void Sink::cut(size_t bytes) {
  const off_t end = lseek(fd_, 0, SEEK_CUR);
  if (end >= static_cast<off_t>(bytes) && ftruncate(fd_, end - static_cast<off_t>(bytes)) == 0) lseek(fd_, 0, SEEK_END);
}

ssize_t Sink::write(const uint8_t *from, size_t bytes) {
  const ssize_t written = ::write(fd_, from, std::min(bytes, largestWrite_));
  return written < 0 ? -errno : written;
}

std::string Sink::describe(int error) const {
  const std::string text = "write: " + what_ + ": ";
  switch (error) {
    case EPIPE:
      return text + "its reader has gone";
    case ENOSPC:
    case EDQUOT:
      return text + errnoText(error) + " (free some, or write elsewhere; what is written is whole)";
    case EFBIG:
      return text + errnoText(error) + " (raise the limit: ulimit -f)";
    default:
      return text + errnoText(error);
  }
}
