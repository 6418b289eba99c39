// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "kernel_record.h"

struct KernelCount {
  uint16_t eventId;
  uint64_t produced;
  uint64_t ringFull;  // no room for it: in the ring, or to build it
  uint64_t tooLarge;
  uint64_t throttled;
};

// The BPF programs' own counts, per event and CPU. Outlives the object it was made for.
class KernelCounters {
 public:
  // -1: nothing is counted.
  explicit KernelCounters(int mapFd);
  ~KernelCounters();
  KernelCounters(const KernelCounters &) = delete;
  KernelCounters &operator=(const KernelCounters &) = delete;

  // Summed over CPUs; events of the schema that were produced.
  std::vector<KernelCount> byEvent() const;
  // Of one event, by CPU; empty when nothing is counted.
  std::vector<struct event_counters> of(uint16_t eventId) const;

 private:
  int fd_;
};
