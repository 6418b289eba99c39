// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <functional>
#include <vector>

#include "kernel_counters.h"
#include "losses.h"

// Which events the records of a gap were. A gap in the sequence says how many are missing and where; the programs' counters say which
// events lost records, and why, but not where. One of these for each ring, since a gap is one of its ring. Put together: each gap is told at its place, and over the run each event's losses are
// exact. Within a burst that lost several events, which gap a loss is told at may differ.
class LostEvents {
 public:
  using Each = std::function<void(LossReason, uint16_t eventId, uint64_t count)>;

  // `ids`: the events of the ring.
  LostEvents(const KernelCounters &counters, size_t cpus, std::vector<uint16_t> ids)
      : counters_(counters), ids_(std::move(ids)), untold_(cpus), unexplained_(cpus) {}

  // The `missing` records of a gap of this CPU. The counters are read only when what was read before does not cover it.
  void tell(uint16_t cpu, uint64_t missing, const Each &each);
  // What no gap has shown: losses behind the last record of each CPU. Once no program runs any more.
  void tellRest(const std::function<void(uint16_t cpu, LossReason, uint16_t eventId, uint64_t count)> &each);

 private:
  // Of one event and CPU, by cause.
  static constexpr size_t kCauses = 2;
  struct Counted {
    std::array<uint64_t, kCauses> lost;
    std::array<uint64_t, kCauses> told;
  };
  struct Event {
    uint16_t id;
    std::vector<Counted> cpus;
  };

  void read();
  void update(Event &event, const std::vector<struct event_counters> &now);
  uint64_t take(uint16_t cpu, uint64_t missing, const Each &each);

  const KernelCounters &counters_;
  const std::vector<uint16_t> ids_;
  // Events that lost records so far: all others are looked at only when these do not explain a gap.
  std::vector<Event> events_;
  std::vector<uint64_t> untold_;       // by CPU: lost as read, and not told
  std::vector<uint64_t> unexplained_;  // by CPU: told without an event
};
