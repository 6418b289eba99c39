// SPDX-License-Identifier: Apache-2.0
#include "kernel_counters.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <fcntl.h>
#include <unistd.h>

KernelCounters::KernelCounters(int mapFd) : fd_(mapFd < 0 ? -1 : fcntl(mapFd, F_DUPFD_CLOEXEC, 0)) {}

KernelCounters::~KernelCounters() {
  if (fd_ >= 0) close(fd_);
}

std::vector<struct event_counters> KernelCounters::of(uint16_t eventId) const {
  std::vector<struct event_counters> cpus;
  if (fd_ < 0) return cpus;
  cpus.resize(static_cast<size_t>(libbpf_num_possible_cpus()));
  const uint32_t key = eventId;
  if (bpf_map_lookup_elem(fd_, &key, cpus.data()) != 0) cpus.clear();
  return cpus;
}

// One look-up an event: batches came for per-CPU arrays only in 5.13.
std::vector<KernelCount> KernelCounters::byEvent() const {
  std::vector<KernelCount> counts;
  for (const schema::Event &event : schema::kEvents) {
    KernelCount sum{event.id, 0, 0, 0, 0};
    for (const struct event_counters &cpu : of(event.id)) {
      sum.produced += cpu.produced;
      sum.ringFull += cpu.ring_full + cpu.no_scratch;
      sum.tooLarge += cpu.too_large;
      sum.throttled += cpu.throttled;
    }
    if (sum.produced > 0) counts.push_back(sum);
  }
  return counts;
}
