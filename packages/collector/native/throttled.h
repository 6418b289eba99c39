// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "kernel_counters.h"

// Whose records the programs held back (throttle.h of bpf-core): such a record was never built, so that no gap shows it, and it is told
// when the counts are looked at.
class Throttled {
 public:
  struct Told {
    uint16_t cpu;
    uint16_t eventId;
    uint64_t cgroupId;  // 0: the programs had no room for its name
    uint64_t count;
  };
  using Each = std::function<void(const Told &)>;

  // `mapFd` -1: nobody is throttled. Outlives the object it was made for.
  Throttled(int mapFd, const KernelCounters &counters, size_t cpus);
  ~Throttled();
  Throttled(const Throttled &) = delete;
  Throttled &operator=(const Throttled &) = delete;

  // What came since the last time.
  void tell(const Each &each);
  // And what nobody's name stands at. Once no program runs any more.
  void tellRest(const Each &each);

 private:
  using Counts = std::vector<uint64_t>;  // by CPU

  int fd_;
  const KernelCounters &counters_;
  const size_t cpus_;
  std::map<std::pair<uint64_t, uint64_t>, Counts> told_;  // by cgroup and event
};
