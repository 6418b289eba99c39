// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>

// Wakes one thread out of poll(). Ringing costs a system call only while that thread has said that it sleeps.
class Doorbell {
 public:
  Doorbell();
  ~Doorbell();
  Doorbell(const Doorbell &) = delete;
  Doorbell &operator=(const Doorbell &) = delete;

  // The sleeper: listen(), look once more for work, poll fd(), then hush().
  void listen() { listening_.store(true, std::memory_order_seq_cst); }
  void hush();
  int fd() const { return fd_; }

  // The others, behind what they have published.
  void ring() {
    std::atomic_thread_fence(std::memory_order_seq_cst);
    if (listening_.load(std::memory_order_relaxed)) ringAlways();
  }
  // For a thread that may be in a poll() of another kind.
  void ringAlways();

 private:
  int fd_;
  std::atomic<bool> listening_{false};
};
