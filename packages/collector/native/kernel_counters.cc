// SPDX-License-Identifier: Apache-2.0
#include "kernel_counters.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

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

// All of them by one call where there are batches of per-CPU arrays (5.13), else one look-up an event.
std::vector<KernelCount> KernelCounters::byEvent() const {
  const size_t cpus = static_cast<size_t>(libbpf_num_possible_cpus());
  std::vector<struct event_counters> all(EVENT_IDS * cpus);
  std::vector<uint32_t> keys(EVENT_IDS);
  uint32_t count = EVENT_IDS, next = 0;
  const bool batched = fd_ >= 0 && (bpf_map_lookup_batch(fd_, nullptr, &next, keys.data(), all.data(), &count, nullptr) == 0 || errno == ENOENT) &&
                       count == EVENT_IDS;

  std::vector<KernelCount> counts;
  for (const schema::Event &event : schema::kEvents) {
    const auto first = all.begin() + static_cast<ptrdiff_t>(event.id * cpus);
    KernelCount sum{event.id, 0, 0, 0, 0};
    for (const struct event_counters &cpu : batched ? std::vector(first, first + static_cast<ptrdiff_t>(cpus)) : of(event.id)) {
      sum.produced += cpu.produced;
      sum.ringFull += cpu.ring_full + cpu.no_scratch;
      sum.tooLarge += cpu.too_large;
      sum.throttled += cpu.throttled;
    }
    if (sum.produced > 0) counts.push_back(sum);
  }
  return counts;
}
