// SPDX-License-Identifier: Apache-2.0
#include "consumer.h"

#include <poll.h>

#include <algorithm>
#include "boot_time.h"
#include "event_layout.h"
#include "frame.h"
#include "thread_start.h"

namespace {

// Frames are published, and orders looked at, at least this often.
constexpr size_t kRecordsPerDrain = 4096;
// Behind a drain, a nap lets so many records gather: the wake-ups that a drain gives, here and in the reader, cost as much as hundreds of
// them (measured: 260 us of CPU beside a compile, whose 3,000 events a second took 20 % of a CPU with naps of 1 ms). The shortest nap is
// what a flood gains by (with half of it all of user space costs a quarter more), the longest what an event waits at most while others
// come; one that comes alone does not wait. A nanosecond a byte of the ring is the most: in it a flood of 250 MB/s fills a quarter. No nap
// while a drain brought that much.
constexpr uint64_t kNapRecords = 50;
constexpr uint64_t kShortestNapNs = 300'000;
constexpr uint64_t kLongestNapNs = 10'000'000;
// While something waits for room in the queue.
constexpr int kRoomRetryMs = 50;

// While records wait to be sorted, or for what a runtime tells.
constexpr int kKeptMs = 5;
// How often the counts of what was held back are looked at.
constexpr uint64_t kThrottledNs = 100'000'000;
// An event this far behind another is late, where events are not sorted: a round of the rings takes less.
constexpr uint64_t kNearlySortedNs = 10'000'000;
// CONTEXT_LATE of bpf-core's context.h.
constexpr uint16_t kLate = 8;

// The events of the schema that go through a ring.
std::vector<uint16_t> eventsOf(enum ring_id ring, const std::vector<uint16_t> &control) {
  std::vector<uint16_t> ids;
  for (const schema::Event &event : schema::kEvents) {
    const bool isControl = std::find(control.begin(), control.end(), event.id) != control.end();
    if (isControl == (ring == RING_CONTROL)) ids.push_back(event.id);
  }
  return ids;
}

}  // namespace

Consumer::Consumer(Rings &rings, const Programs &programs, bool sorted, Queue &queue, std::function<void()> published,
                   std::function<void(std::vector<ContainerChange>)> changed)
    : rings_(rings),
      needWakeup_(programs.needWakeup),
      pulse_(programs.pulse),
      residues_(programs.residues),
      queue_(queue),
      published_(std::move(published)),
      changed_(std::move(changed)),
      cgroupCounts_(programs.cgroupCountsFd, programs.cgroupCounts, encoder_.containers()),
      sequences_(programs.cpus, bootTimeNow()),
      lostEvents_{LostEvents(programs.counters, programs.cpus, eventsOf(RING_BULK, programs.controlEvents)),
                  LostEvents(programs.counters, programs.cpus, eventsOf(RING_CONTROL, programs.controlEvents))},
      throttled_(programs.throttledFd, programs.counters, programs.cpus),
      throttledLooked_(bootTimeNow()) {
  if (sorted) sorter_.emplace();
}

Consumer::~Consumer() {
  cancel();
  join();
}

void Consumer::start() {
  thread_ = startThread("ring", [this] { run(); });
}

void Consumer::drainAndStop() {
  give(Order::kDrain);
  join();
}

void Consumer::join() {
  if (thread_.joinable()) thread_.join();
}

// Orders only grow: a cancel is not taken back by a drain that comes later.
void Consumer::give(Order order) {
  {
    std::lock_guard<std::mutex> lock(orderMutex_);
    order_ = std::max(order_.load(), order);
  }
  bell_.ringAlways();
}

void Consumer::inject(const uint8_t *frames, size_t bytes) {
  injected_.add(frames, bytes);
  bell_.ring();
}

void Consumer::describe(uint32_t index, const std::string &id, Description description) {
  encoder_.containers().describe(index, id, std::move(description));
  bell_.ring();
}

Rings::Positions Consumer::passed() const {
  Rings::Positions passed = sorter_ ? sorter_->passed() : rings_.consumed();
  const Rings::Positions notAwaiting = awaiting_.passed();
  for (size_t id = 0; id < passed.size(); id++) passed[id] = std::min(passed[id], notAwaiting[id]);
  return passed;
}

void Consumer::run() {
  while (order_ == Order::kRun) {
    const size_t taken = drain();
    if (taken == 0) sleepUntilRecords();
    else if (taken < kRecordsPerDrain) nap(taken);
  }
  while (order_ == Order::kDrain && (drain() > 0 || rings_.held())) {
  }
  if (order_ != Order::kDrain) return;
  releaseAwaiting(UINT64_MAX);
  releaseSorted(UINT64_MAX);
  queue_.commit();
  published_();
}

void Consumer::nap(size_t taken) {
  const uint64_t now = bootTimeNow(), since = now - napped_;
  napped_ = now;
  if (rings_.share() >= 1.0 / 4) return;
  const uint64_t longest = std::min<uint64_t>(kLongestNapNs, rings_.ring(RING_BULK)->size());
  const uint64_t ns = std::clamp(since * kNapRecords / taken, kShortestNapNs, std::max(longest, kShortestNapNs));
  const timespec length{0, static_cast<long>(ns)};
  nanosleep(&length, nullptr);
}

size_t Consumer::drain() {
  encoder_.containers().takeEnriched([this](const std::string &id, const std::string &name) { cgroupCounts_.rename(id, name); });
  if (!awaiting_.empty()) releaseAwaiting(bootTimeNow());
  Record record{};
  enum ring_id ring = RING_BULK;
  size_t taken = 0;
  rings_.beginRound();
  while (taken < kRecordsPerDrain && rings_.next(record, ring)) {
    takeRecord(record, ring);
    taken++;
  }
  rings_.endRound();
  awaiting_.notePassed(rings_);
  if (sorter_) releaseSorted(sorter_->settled(rings_));
  tellThrottled(false);
  if (losses_.any()) losses_.put(queue_, Priority::kBulk);
  if (injected_.any()) takeInjected(Priority::kBulk, sorter_.has_value());
  queue_.commit();
  published_();
  if (encoder_.containers().hasChanges()) changed_(encoder_.containers().takeChanges());
  return taken;
}

void Consumer::releaseSorted(uint64_t until) {
  if (!sorter_) return;
  sorter_->release(until, [this](const Sorter::Kept &kept) {
    if (!kept.isFrame) encode(kept.record(), kept.scopes, kept.ring);
    else if (!putFrame(kept.bytes, Priority::kBulk)) injected_.takeBack(kept.bytes);
  });
  sorter_->notePassed(rings_, until);
}

// At most ten times a second: it asks the kernel.
void Consumer::tellThrottled(bool rest) {
  const uint64_t now = bootTimeNow(), before = throttledLooked_;
  if (!rest && now - throttledLooked_ < kThrottledNs) return;
  throttledLooked_ = now;
  const auto each = [&](const Throttled::Told &told) {
    losses_.add(LossReason::kThrottled, {told.count, told.cpu, told.eventId, before, now, told.cgroupId});
    cgroupCounts_.addLost(told.cgroupId, told.count);
  };
  if (rest) throttled_.tellRest(each);
  else throttled_.tell(each);
}

// A program reads need_wakeup before its record is visible, so one that was just between the two gives no wake-up for it. It is done
// within microseconds; the waits below are looked at again after 10 and 100 ms for its sake, and only then are without end.
void Consumer::sleepUntilRecords() {
  constexpr int kWaitsMs[] = {10, 100, -1};
  for (int wait : kWaitsMs) {
    bell_.listen();
    __atomic_store_n(needWakeup_, 1u, __ATOMIC_SEQ_CST);
    const bool idle = order_ == Order::kRun && drain() == 0 && !rings_.held();
    const bool blocked = losses_.any() || injected_.any();
    const bool keeping = !awaiting_.empty() || (sorter_ && !sorter_->empty());
    if (idle) waitMs(keeping ? kKeptMs : blocked ? kRoomRetryMs : wait);
    __atomic_store_n(needWakeup_, 0u, __ATOMIC_RELAXED);
    bell_.hush();
    if (!idle || order_ != Order::kRun || drain() > 0) return;
  }
}

void Consumer::waitMs(int milliseconds) {
  pollfd wakers[1 + RINGS] = {{bell_.fd(), POLLIN, 0}};
  nfds_t count = 1;
  for (const enum ring_id id : {RING_BULK, RING_CONTROL}) {
    if (rings_.ring(id) != nullptr) wakers[count++] = {rings_.ring(id)->fd(), POLLIN, 0};
  }
  poll(wakers, count, milliseconds);
}

void Consumer::takeRecord(const Record &record, enum ring_id ring) {
  if (record.isPulse()) return pulse_.note(ring, record.pulseName());
  if (record.hasContext() && record.isProgram()) return encoder_.executables().note(record);
  consumed_.add(1);
  if (!record.hasContext() || !sequences_.has(record.cpu())) return drop(LossReason::kDecodeError, record);
  const uint64_t before = sequences_.latest(record.cpu(), ring);
  const uint64_t missing = sequences_.note(record.cpu(), record.sequence(), record.timestamp());
  if (missing > 0) tellGap(record.cpu(), ring, missing, before, record.timestamp());
  encoder_.containers().note(record);
  uint64_t scopes = record.isInternal() ? 0 : residues_.scopesLeft(record);
  if (scopes == 0 || !awaitsDescription(record, scopes, ring)) judged(record, scopes, ring);
}

// Takes from the scopes those that refuse the record's container. Whether they do may depend on what its runtime has not told yet: then
// the record is kept, and comes back by judged().
bool Consumer::awaitsDescription(const Record &record, uint64_t &scopes, enum ring_id ring) {
  const ContainerFilters *filters = residues_.containers(record);
  if (filters == nullptr || (scopes & filters->asking()) == 0) return false;
  const uint32_t container = encoder_.containers().of(record.cgroup()).index;
  const ContainerAnswer &answer = answerOf(record, container, *filters);
  const bool isOpen = (scopes & answer.open) != 0;
  if (isOpen) {
    if (bootTimeNow() < awaiting_.until(record)) {
      awaiting_.add(container, record, scopes, ring);
      return true;
    }
    undescribed_.add(1);
  }
  scopes &= ~filters->asking() | answer.atLast();
  return false;
}

const ContainerAnswer &Consumer::answerOf(const Record &record, uint32_t container, const ContainerFilters &filters) {
  return encoder_.containers().answer(container, record.filterVersion() % Residues::kBanks, filters);
}

void Consumer::releaseAwaiting(uint64_t now) {
  awaiting_.release(now, encoder_.containers(), [this](const Awaiting::Kept &kept) {
    const Record record = kept.record();
    const ContainerFilters &filters = *residues_.containers(record);
    const ContainerAnswer &answer = answerOf(record, encoder_.containers().of(record.cgroup()).index, filters);
    if ((kept.scopes & answer.open) != 0) undescribed_.add(1);
    judged(record, kept.scopes & (~filters.asking() | answer.atLast()), kept.ring);
  });
}

// No filter is left to ask.
void Consumer::judged(const Record &record, uint64_t scopes, enum ring_id ring) {
  const bool wanted = scopes != 0 || (record.scopes() == 0 && !record.isInternal());
  if (!wanted) filtered_[record.eventId()].add(1);
  else if (encoder_.containers().isContainerEvent(record)) tellContainer(record, scopes, ring);
  else if (sorter_) sorter_->add(record, scopes, ring);
  else encode(record, scopes, ring);
}

// A container_create goes to the JavaScript side, which knows what the runtime tells, and comes back by inject(), where it is counted as
// produced; the record is none of the reader's. At the end there is no time to ask.
void Consumer::tellContainer(const Record &record, uint64_t scopes, enum ring_id ring) {
  ContainerChange change;
  if (!encoder_.containers().completes(record, change)) return filtered_[record.eventId()].add(1);
  const ContainerName named{change.id, change.runtime, true};
  if (!encode(record, scopes, ring, &named) || record.eventId() != EVENT_CONTAINER_CREATE || order_ != Order::kRun) return;
  filtered_[record.eventId()].add(1);
  Output &out = queue_.output();
  change.frame.assign(encoder_.lastFrame(), out.at);
  out.at = encoder_.lastFrame();
  encoder_.containers().change(std::move(change));
}

void Consumer::tellGap(uint16_t cpu, enum ring_id ring, uint64_t missing, uint64_t first, uint64_t last) {
  lostEvents_[ring].tell(cpu, missing, [&](LossReason reason, uint16_t id, uint64_t count) {
    losses_.add(reason, {count, cpu, id, first, last});
  });
}

// Frames of the JavaScript side, its events among them in the order of time as all others are, as far as the queue has room.
void Consumer::takeInjected(Priority priority, bool sort) {
  injected_.moveTo([this, priority, sort](const Bytes &frame, bool isOrdered) {
    if (!sort || isOrdered || frame::kindOf(frame.data()) != frame::kEvent) return putFrame(frame, priority);
    sorter_->add(frame);
    return true;
  });
}

bool Consumer::putFrame(const Bytes &frame, Priority priority) {
  if (!queue_.makeRoom(frame.size(), priority)) return false;
  Output &out = queue_.output();
  uint8_t *const head = out.at;
  out.at = msgpack::raw(out.at, frame.data(), frame.size());
  if (frame::kindOf(head) == frame::kEvent && isBehind(frame::timeOf(head))) frame::flagsAt(head)[1] |= kLate;
  return true;
}

// Whether the stream is past a time already.
bool Consumer::isBehind(uint64_t time) const { return time + (sorter_ ? 0 : kNearlySortedNs) < newest_; }

bool Consumer::isLate(const Record &record) {
  newest_ = std::max(newest_, record.timestamp());
  return isBehind(record.timestamp());
}

bool Consumer::encode(const Record &record, uint64_t scopes, enum ring_id ring, const ContainerName *named) {
  const auto lose = [&](LossReason reason) {
    drop(reason, record);
    return false;
  };
  const Priority priority = ring == RING_CONTROL ? Priority::kControl : Priority::kBulk;
  if (losses_.any() ? !losses_.put(queue_, priority) : !queue_.takes(priority)) {
    return lose(isKnownEvent(record.eventId()) ? fullReason() : LossReason::kDecodeError);
  }
  const uint16_t flags = isLate(record) ? kLate : 0;
  for (;;) {
    switch (encoder_.encode(record, scopes, flags, queue_.output(), named)) {
      case Encoded::kFrame:
        cgroupCounts_.addEvent(record.cgroup());
        return true;
      case Encoded::kBad:
        return lose(LossReason::kDecodeError);
      case Encoded::kNoRoom:
        // larger than a chunk: no record of a BPF program of ours
        if (queue_.atChunkStart()) return lose(LossReason::kDecodeError);
        if (!queue_.extend(priority)) return lose(fullReason());
    }
  }
}

void Consumer::drop(LossReason reason, const Record &record) {
  const bool known = record.hasContext();
  const uint16_t id = known ? record.eventId() : kNoEvent;
  const uint64_t time = known ? record.timestamp() : bootTimeNow();
  if (reason != LossReason::kDecodeError) queueFull_[id].add(1);
  else decodeErrors_.add(1);
  if (known) cgroupCounts_.addLost(record.cgroup(), 1);
  losses_.add(reason, {1, known ? record.cpu() : uint16_t{0}, id, time, time});
}

void Consumer::tellTailLosses() {
  const uint64_t now = bootTimeNow();
  for (const enum ring_id ring : {RING_BULK, RING_CONTROL}) {
    lostEvents_[ring].tellRest([&](uint16_t cpu, LossReason reason, uint16_t id, uint64_t count) {
      losses_.add(reason, {count, cpu, id, sequences_.latest(cpu, ring), now});
    });
  }
  tellThrottled(true);
}

void Consumer::finish(const uint8_t *frames, size_t bytes) {
  losses_.put(queue_, Priority::kControl);
  takeInjected(Priority::kControl, false);
  if (bytes > 0) injected_.add(frames, bytes);
  takeInjected(Priority::kControl, false);
  queue_.commit();
  published_();
}
