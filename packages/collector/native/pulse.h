// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <atomic>
#include <cstdint>

#include "kernel_record.h"

// An event of our own through the kernel and back (struct pulse of bpf-core's record.h).
class Pulse {
 public:
  // `wanted`: where the programs see which name is a pulse; in memory shared with them.
  explicit Pulse(uint64_t *wanted) : wanted_(wanted) {}

  // Of any one thread: sends another. A moment later every ring has it, or has no room for it.
  void send();
  // Whether the latest came back through the ring.
  bool isBack(enum ring_id ring) const { return latest_ != 0 && back_[ring] == latest_; }

  // Of the ring thread.
  void note(enum ring_id ring, uint64_t name) { back_[ring] = name; }

 private:
  uint64_t *const wanted_;
  std::atomic<uint64_t> latest_{0};
  std::array<std::atomic<uint64_t>, RINGS> back_{};
};
