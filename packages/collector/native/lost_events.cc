// SPDX-License-Identifier: Apache-2.0
#include "lost_events.h"

#include <algorithm>

namespace {
constexpr LossReason kReasonOf[] = {LossReason::kRingFull, LossReason::kTooLarge};
}  // namespace

void LostEvents::tell(uint16_t cpu, uint64_t missing, const Each &each) {
  if (untold_[cpu] < missing) {
    for (Event &event : events_) update(event, counters_.of(event.id));
  }
  if (untold_[cpu] < missing) read();
  const uint64_t left = take(cpu, missing, each);
  if (left == 0) return;
  unexplained_[cpu] += left;
  each(LossReason::kRingFull, kNoEvent, left);
}

void LostEvents::tellRest(const std::function<void(uint16_t, LossReason, uint16_t, uint64_t)> &each) {
  read();
  for (uint16_t cpu = 0; cpu < untold_.size(); cpu++) {
    take(cpu, unexplained_[cpu], [](LossReason, uint16_t, uint64_t) {});
    unexplained_[cpu] = 0;
    take(cpu, untold_[cpu], [&](LossReason reason, uint16_t id, uint64_t count) { each(cpu, reason, id, count); });
  }
}

// All events: one may have lost its first record.
void LostEvents::read() {
  for (const uint16_t id : ids_) {
    const std::vector<struct event_counters> now = counters_.of(id);
    const auto lossy = [](const struct event_counters &cpu) { return cpu.ring_full + cpu.no_scratch + cpu.too_large > 0; };
    if (std::none_of(now.begin(), now.end(), lossy)) continue;
    auto known = std::find_if(events_.begin(), events_.end(), [id](const Event &event) { return event.id == id; });
    if (known == events_.end()) known = events_.insert(known, Event{id, std::vector<Counted>(untold_.size())});
    update(*known, now);
  }
}

void LostEvents::update(Event &event, const std::vector<struct event_counters> &now) {
  for (size_t cpu = 0; cpu < std::min(now.size(), untold_.size()); cpu++) {
    const uint64_t lost[kCauses] = {now[cpu].ring_full + now[cpu].no_scratch, now[cpu].too_large};
    for (size_t cause = 0; cause < kCauses; cause++) {
      untold_[cpu] += lost[cause] - event.cpus[cpu].lost[cause];
      event.cpus[cpu].lost[cause] = lost[cause];
    }
  }
}

// Takes `missing` of what is not told; how many could not be had.
uint64_t LostEvents::take(uint16_t cpu, uint64_t missing, const Each &each) {
  for (Event &event : events_) {
    Counted &counted = event.cpus[cpu];
    for (size_t cause = 0; cause < kCauses && missing > 0; cause++) {
      const uint64_t count = std::min(missing, counted.lost[cause] - counted.told[cause]);
      if (count == 0) continue;
      counted.told[cause] += count;
      untold_[cpu] -= count;
      missing -= count;
      each(kReasonOf[cause], event.id, count);
    }
  }
  return missing;
}
