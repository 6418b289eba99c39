// SPDX-License-Identifier: Apache-2.0
#include "throttled.h"

#include <bpf/bpf.h>
#include <fcntl.h>
#include <unistd.h>

Throttled::Throttled(int mapFd, const KernelCounters &counters, size_t cpus)
    : fd_(mapFd < 0 ? -1 : fcntl(mapFd, F_DUPFD_CLOEXEC, 0)), counters_(counters), cpus_(cpus) {}

Throttled::~Throttled() {
  if (fd_ >= 0) close(fd_);
}

void Throttled::tell(const Each &each) {
  if (fd_ < 0) return;
  struct throttled_key key, next;
  Counts now(cpus_);
  for (bool first = true; bpf_map_get_next_key(fd_, first ? nullptr : &key, &next) == 0; first = false) {
    key = next;
    if (bpf_map_lookup_elem(fd_, &key, now.data()) != 0) continue;
    Counts &told = told_.try_emplace({key.cgroup_id, key.event}, cpus_).first->second;
    for (size_t cpu = 0; cpu < cpus_; cpu++) {
      if (now[cpu] > told[cpu]) each({static_cast<uint16_t>(cpu), static_cast<uint16_t>(key.event), key.cgroup_id, now[cpu] - told[cpu]});
      told[cpu] = now[cpu];
    }
  }
}

void Throttled::tellRest(const Each &each) {
  if (fd_ < 0) return;
  tell(each);
  std::map<uint64_t, Counts> named;
  for (const auto &[key, told] : told_) {
    Counts &sum = named.try_emplace(key.second, cpus_).first->second;
    for (size_t cpu = 0; cpu < cpus_; cpu++) sum[cpu] += told[cpu];
  }
  for (const schema::Event &event : schema::kEvents) {
    const auto found = named.find(event.id);
    const std::vector<struct event_counters> counted = counters_.of(event.id);
    for (size_t cpu = 0; cpu < counted.size() && cpu < cpus_; cpu++) {
      const uint64_t told = found == named.end() ? 0 : found->second[cpu];
      if (counted[cpu].throttled > told) each({static_cast<uint16_t>(cpu), event.id, 0, counted[cpu].throttled - told});
    }
  }
}
