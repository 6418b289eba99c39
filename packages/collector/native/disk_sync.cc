// SPDX-License-Identifier: Apache-2.0
#include "disk_sync.h"

#include <sys/stat.h>
#include <unistd.h>

#include "thread_start.h"

DiskSync::DiskSync() : thread_(startThread("disk", [this] { run(); })) {}

DiskSync::~DiskSync() {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void DiskSync::hand(int fd) {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.size() < kMostWaiting; });
  waiting_.push_back(fd);
  changed_.notify_all();
}

void DiskSync::run() {
  std::unique_lock<std::mutex> lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const int fd = waiting_.front();
    lock.unlock();
    struct stat found;
    const bool removed = fstat(fd, &found) == 0 && found.st_nlink == 0;  // delivered meanwhile
    if (!removed) fdatasync(fd);
    close(fd);
    lock.lock();
    waiting_.pop_front();
    changed_.notify_all();
  }
}
