// SPDX-License-Identifier: Apache-2.0
#include "spill.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cinttypes>
#include <cstdio>
#include <cstring>

#include "crc32c.h"
#include "kernel_error.h"

namespace {

constexpr char kMagic[8] = {'T', 'R', 'S', 'P', 'I', 'L', 'L', '1'};
struct Head {
  char magic[8];
  uint64_t cursor;
};
struct BlockHead {
  uint32_t length;
  uint32_t crc;
};
// The largest that is ever appended at once: a chunk of the queue, or one frame.
constexpr uint32_t kMaxBlockBytes = 4 << 20;

[[noreturn]] void refuse(const std::string &directory, const std::string &found, int code) {
  throw KernelError("start: disk cache: " + directory + ": " + found, code);
}

bool readAll(int fd, void *to, size_t bytes, uint64_t at) {
  return pread(fd, to, bytes, static_cast<off_t>(at)) == static_cast<ssize_t>(bytes);
}

}  // namespace

Spill::Spill(const std::string &directory, uint64_t maxBytes) : directory_(directory), maxBytes_(maxBytes) {
  directoryFd_ = open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (directoryFd_ < 0) refuse(directory, errnoText(errno) + " (make it, with mode 0700)", errno);
  struct stat found = {};
  std::string fault;
  if (fstat(directoryFd_, &found) != 0 || found.st_uid != geteuid()) fault = "not owned by this user (give a directory of your own)";
  else if (found.st_mode & 022) fault = "others may write to it (chmod 0700)";
  else if (flock(directoryFd_, LOCK_EX | LOCK_NB) != 0) fault = "in use by another collector (give each its own)";
  if (!fault.empty()) {
    ::close(directoryFd_);
    refuse(directory, fault, EACCES);
  }
  DIR *listing = fdopendir(dup(directoryFd_));
  while (const dirent *entry = listing == nullptr ? nullptr : readdir(listing)) {
    uint64_t number;
    int length = 0;
    struct stat file;
    if (sscanf(entry->d_name, "%16" SCNx64 ".spill%n", &number, &length) != 1 || entry->d_name[length] != '\0' || length == 0) continue;
    if (fstatat(directoryFd_, entry->d_name, &file, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(file.st_mode) || file.st_uid != geteuid()) continue;
    segments_.push_back({number, static_cast<uint64_t>(file.st_size), false});
    bytes_ += static_cast<uint64_t>(file.st_size);
  }
  if (listing != nullptr) closedir(listing);
  std::sort(segments_.begin(), segments_.end(), [](const Segment &a, const Segment &b) { return a.number < b.number; });
  if (!segments_.empty()) nextNumber_ = segments_.back().number + 1;
  sync_ = std::make_unique<DiskSync>();
}

Spill::~Spill() { close(); }

void Spill::close() {
  endSegment();
  sync_.reset();
  if (reading_ >= 0) ::close(reading_);
  if (directoryFd_ >= 0) ::close(directoryFd_);
  reading_ = directoryFd_ = -1;
}

std::string Spill::pathOf(uint64_t number) const {
  char name[32];
  snprintf(name, sizeof name, "%016" PRIx64 ".spill", number);
  return name;
}

bool Spill::append(const uint8_t *frames, size_t bytes, const Bytes &prologue) {
  if (bytes_ + bytes + prologue.size() + sizeof(Head) + 2 * sizeof(BlockHead) > maxBytes_) return false;
  if (writing_ >= 0 && segments_.back().bytes >= kSegmentBytes) endSegment();
  if (writing_ < 0 && !beginSegment(prologue)) return false;
  return writeBlock(frames, bytes);
}

bool Spill::beginSegment(const Bytes &prologue) {
  const std::string name = pathOf(nextNumber_);
  writing_ = openat(directoryFd_, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (writing_ < 0) return false;
  Head head = {};
  memcpy(head.magic, kMagic, sizeof kMagic);
  head.cursor = sizeof head;
  segments_.push_back({nextNumber_++, sizeof head, true});
  bytes_ += sizeof head;
  if (write(writing_, &head, sizeof head) == sizeof head && writeBlock(prologue.data(), prologue.size())) return true;
  unlinkat(directoryFd_, name.c_str(), 0);
  ::close(writing_);
  writing_ = -1;
  bytes_ -= segments_.back().bytes;
  segments_.pop_back();
  return false;
}

// A disk that is full may take a part: that is cut off again, so that the segment stays whole.
bool Spill::writeBlock(const uint8_t *payload, size_t bytes) {
  Segment &segment = segments_.back();
  Bytes block(sizeof(BlockHead) + bytes);
  const BlockHead head = {static_cast<uint32_t>(bytes), crc32c(payload, bytes)};
  memcpy(block.data(), &head, sizeof head);
  memcpy(block.data() + sizeof head, payload, bytes);
  const ssize_t written = pwrite(writing_, block.data(), block.size(), static_cast<off_t>(segment.bytes));
  if (written != static_cast<ssize_t>(block.size())) {
    if (ftruncate(writing_, static_cast<off_t>(segment.bytes)) != 0) endSegment();
    return false;
  }
  segment.bytes += block.size();
  bytes_ += block.size();
  return true;
}

void Spill::endSegment() {
  if (writing_ < 0) return;
  sync_->hand(writing_);
  writing_ = -1;
}

bool Spill::openFirst() {
  reading_ = openat(directoryFd_, pathOf(segments_.front().number).c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC);
  Head head;
  readAt_ = 0;
  if (reading_ < 0 || !readAll(reading_, &head, sizeof head, 0) || memcmp(head.magic, kMagic, sizeof kMagic) != 0) return false;
  readAt_ = sizeof head;
  cursor_ = head.cursor;
  return readBlock(prologue_);
}

// The block at readAt_, and behind it. False at the end of what is whole.
bool Spill::readBlock(Bytes &block) {
  BlockHead head;
  if (!readAll(reading_, &head, sizeof head, readAt_) || head.length > kMaxBlockBytes) return false;
  const uint64_t payload = readAt_ + sizeof head;
  block.resize(head.length);
  if (!readAll(reading_, block.data(), head.length, payload) || crc32c(block.data(), head.length) != head.crc) return false;
  readAt_ = payload + head.length;
  return true;
}

Spill::Block Spill::peek() {
  for (;;) {
    if (taken_ < block_.size()) {
      const Segment &first = segments_.front();
      return {block_.data() + taken_, block_.data() + block_.size(), first.number, first.ours};
    }
    if (segments_.empty()) return {nullptr, nullptr, 0, false};
    block_.clear();
    taken_ = 0;
    if ((reading_ < 0 && !openFirst()) || !readBlock(block_)) {
      if (reading_ < 0 || readAt_ < segments_.front().bytes) damaged_++;
      block_.clear();
      removeFirst();
      continue;
    }
    // Delivered before, by the run that wrote it or one since.
    if (readAt_ <= cursor_) taken_ = block_.size();
    else if (cursor_ > readAt_ - block_.size()) taken_ = block_.size() - (readAt_ - cursor_);
  }
}

void Spill::take(size_t bytes) {
  taken_ += bytes;
  cursor_ = readAt_ - (block_.size() - taken_);
  if (pwrite(reading_, &cursor_, sizeof cursor_, offsetof(Head, cursor)) != sizeof cursor_) return;  // it may be repeated then
}

void Spill::removeFirst() {
  if (reading_ >= 0) ::close(reading_);
  reading_ = -1;
  const Segment first = segments_.front();
  if (segments_.size() == 1 && writing_ >= 0) {
    ::close(writing_);
    writing_ = -1;
  }
  unlinkat(directoryFd_, pathOf(first.number).c_str(), 0);
  bytes_ -= first.bytes;
  segments_.pop_front();
}
