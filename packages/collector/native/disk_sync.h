// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

// Syncs files to the disk on a thread of its own: a disk that others keep busy takes seconds for it, and the queue would be full by then.
class DiskSync {
 public:
  DiskSync();
  // When all are synced.
  ~DiskSync();
  DiskSync(const DiskSync &) = delete;
  DiskSync &operator=(const DiskSync &) = delete;

  // Takes the descriptor, and closes it. Waits only behind a disk that is kMostWaiting files late.
  void hand(int fd);

 private:
  static constexpr size_t kMostWaiting = 64;

  void run();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<int> waiting_;
  bool ending_ = false;
  std::thread thread_;
};
