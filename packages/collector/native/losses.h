// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <tuple>

#include "kernel_record.h"
#include "queue.h"

enum class LossReason : uint8_t { kRingFull = 1, kTooLarge = 2, kQueueFull = 3, kDecodeError = 4, kSpillFull = 5, kThrottled = 6 };

constexpr uint16_t kNoEvent = 0xffff;

// Records that will not become events, gathered until they can be told in the stream: one loss frame for each reason, event, CPU and cgroup.
class Losses {
 public:
  struct Loss {
    uint64_t count;
    uint16_t cpu;
    uint16_t eventId;  // kNoEvent when not known
    uint64_t first;    // ns since boot: the loss lies between these
    uint64_t last;
    uint64_t cgroupId = 0;  // whose they were, where one was held back; 0 otherwise
  };

  void add(LossReason reason, const Loss &loss);
  bool any() const { return !pending_.empty(); }
  // Writes them where an event of that priority can follow; false when the queue has no room for that, and they are kept.
  bool put(Queue &queue, Priority priority);

 private:
  // reason, event, CPU, cgroup
  using Key = std::tuple<LossReason, uint16_t, uint16_t, uint64_t>;
  std::map<Key, Loss> pending_;
};
