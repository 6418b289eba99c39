// SPDX-License-Identifier: Apache-2.0
#include "consumer.h"

#include <poll.h>

#include <algorithm>
#include <ctime>

#include "event_layout.h"
#include "thread_start.h"

namespace {

// Frames are published, and orders looked at, at least this often.
constexpr size_t kRecordsPerDrain = 4096;
// Behind a drain, a nap lets records gather: a wake-up costs as much as 100 of them (measured: 15 us). The nap is long while a drain
// brought less than 1/32 of what the ring holds, short below 1/4.
constexpr long kLongNapNs = 1'000'000;
constexpr long kShortNapNs = 200'000;
// While something waits for room in the queue.
constexpr int kRoomRetryMs = 50;

uint64_t bootTimeNow() {
  timespec now;
  clock_gettime(CLOCK_BOOTTIME, &now);
  return static_cast<uint64_t>(now.tv_sec) * 1'000'000'000u + static_cast<uint64_t>(now.tv_nsec);
}

}  // namespace

Consumer::Consumer(Ring &ring, uint32_t *needWakeup, const Residues &residues, const KernelCounters &counters,
                   Queue &queue, size_t cpus, std::function<void()> published,
                   std::function<void(std::vector<ContainerChange>)> changed)
    : ring_(ring),
      needWakeup_(needWakeup),
      residues_(residues),
      queue_(queue),
      published_(std::move(published)),
      changed_(std::move(changed)),
      sequences_(cpus, bootTimeNow()),
      lostEvents_(counters, cpus) {}

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

void Consumer::run() {
  while (order_ == Order::kRun) {
    const size_t taken = drain();
    if (taken == 0) sleepUntilRecords();
    else if (taken < kRecordsPerDrain) nap();
  }
  while (order_ == Order::kDrain && drain() > 0) {
  }
}

void Consumer::nap() {
  if (drainedBytes_ >= ring_.size() / 4) return;
  const timespec length{0, drainedBytes_ < ring_.size() / 32 ? kLongNapNs : kShortNapNs};
  nanosleep(&length, nullptr);
}

size_t Consumer::drain() {
  drainedBytes_ = 0;
  encoder_.containers().takeEnriched();
  const size_t taken = ring_.consume(kRecordsPerDrain, [this](const uint8_t *data, uint32_t length) {
    drainedBytes_ += length;
    takeRecord({data, length});
  });
  if (losses_.any()) losses_.put(queue_);
  if (injected_.any()) injected_.moveTo(queue_);
  queue_.commit();
  published_();
  if (encoder_.containers().hasChanges()) changed_(encoder_.containers().takeChanges());
  return taken;
}

// A program reads need_wakeup before its record is visible, so one that was just between the two gives no wake-up for it. It is done
// within microseconds; the waits below are looked at again after 10 and 100 ms for its sake, and only then are without end.
void Consumer::sleepUntilRecords() {
  constexpr int kWaitsMs[] = {10, 100, -1};
  for (int wait : kWaitsMs) {
    bell_.listen();
    __atomic_store_n(needWakeup_, 1u, __ATOMIC_SEQ_CST);
    const bool idle = order_ == Order::kRun && drain() == 0;
    const bool blocked = losses_.any() || injected_.any();
    if (idle) waitMs(blocked ? kRoomRetryMs : wait);
    __atomic_store_n(needWakeup_, 0u, __ATOMIC_RELAXED);
    bell_.hush();
    if (!idle || order_ != Order::kRun || drain() > 0) return;
  }
}

void Consumer::waitMs(int milliseconds) {
  pollfd wakers[] = {{ring_.fd(), POLLIN, 0}, {bell_.fd(), POLLIN, 0}};
  poll(wakers, 2, milliseconds);
}

void Consumer::takeRecord(const Record &record) {
  consumed_.add(1);
  if (!record.hasContext() || !sequences_.has(record.cpu())) return drop(LossReason::kDecodeError, record);
  const uint64_t before = sequences_.latest(record.cpu());
  const uint64_t missing = sequences_.note(record.cpu(), record.sequence(), record.timestamp());
  if (missing > 0) tellGap(record.cpu(), missing, before, record.timestamp());
  encoder_.containers().note(record);
  const uint64_t scopes = record.isInternal() ? 0 : residues_.scopesLeft(record);
  const bool wanted = scopes != 0 || (record.scopes() == 0 && !record.isInternal());
  if (!wanted) filtered_[record.eventId()].add(1);
  else if (encoder_.containers().isContainerEvent(record)) tellContainer(record, scopes);
  else encode(record, scopes);
}

// A container_create goes to the JavaScript side, which knows what the runtime tells, and comes back by inject(), where it is counted as
// produced; the record is none of the reader's. At the end there is no time to ask.
void Consumer::tellContainer(const Record &record, uint64_t scopes) {
  ContainerChange change;
  if (!encoder_.containers().completes(record, change)) return filtered_[record.eventId()].add(1);
  const ContainerName named{change.id, change.runtime, true};
  if (!encode(record, scopes, &named) || record.eventId() != EVENT_CONTAINER_CREATE || order_ != Order::kRun) return;
  filtered_[record.eventId()].add(1);
  Output &out = queue_.output();
  change.frame.assign(encoder_.lastFrame(), out.at);
  out.at = encoder_.lastFrame();
  encoder_.containers().change(std::move(change));
}

void Consumer::tellGap(uint16_t cpu, uint64_t missing, uint64_t first, uint64_t last) {
  lostEvents_.tell(cpu, missing, [&](LossReason reason, uint16_t id, uint64_t count) {
    losses_.add(reason, {count, cpu, id, first, last});
  });
}

bool Consumer::encode(const Record &record, uint64_t scopes, const ContainerName *named) {
  const auto lose = [&](LossReason reason) {
    drop(reason, record);
    return false;
  };
  if (losses_.any() && !losses_.put(queue_)) return lose(isKnownEvent(record.eventId()) ? fullReason() : LossReason::kDecodeError);
  for (;;) {
    switch (encoder_.encode(record, scopes, queue_.output(), named)) {
      case Encoded::kFrame:
        return true;
      case Encoded::kBad:
        return lose(LossReason::kDecodeError);
      case Encoded::kNoRoom:
        // larger than a chunk: no record of a BPF program of ours
        if (queue_.atChunkStart()) return lose(LossReason::kDecodeError);
        if (!queue_.extend()) return lose(fullReason());
    }
  }
}

void Consumer::drop(LossReason reason, const Record &record) {
  const bool known = record.hasContext();
  const uint16_t id = known ? record.eventId() : kNoEvent;
  const uint64_t time = known ? record.timestamp() : bootTimeNow();
  if (reason != LossReason::kDecodeError) queueFull_[id].add(1);
  else decodeErrors_.add(1);
  losses_.add(reason, {1, known ? record.cpu() : uint16_t{0}, id, time, time});
}

void Consumer::tellTailLosses() {
  const uint64_t now = bootTimeNow();
  lostEvents_.tellRest([&](uint16_t cpu, LossReason reason, uint16_t id, uint64_t count) {
    losses_.add(reason, {count, cpu, id, sequences_.latest(cpu), now});
  });
}

void Consumer::finish(const uint8_t *frames, size_t bytes) {
  losses_.put(queue_);
  injected_.moveTo(queue_);
  if (bytes > 0) injected_.add(frames, bytes);
  injected_.moveTo(queue_);
  queue_.commit();
  published_();
}
