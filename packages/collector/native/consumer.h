// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <functional>
#include <optional>
#include <thread>

#include "awaiting.h"
#include "cgroup_counts.h"
#include "doorbell.h"
#include "encoder.h"
#include "event_counts.h"
#include "injected.h"
#include "losses.h"
#include "lost_events.h"
#include "pulse.h"
#include "queue.h"
#include "residue.h"
#include "rings.h"
#include "sequences.h"
#include "sorter.h"
#include "throttled.h"

// What the consumer reads of the programs.
struct Programs {
  uint32_t *needWakeup;  // they give a wake-up for the next record when it is not 0
  uint64_t *pulse;       // of Pulse
  const Residues &residues;  // what the kernel leaves of the filters; may be set while the thread runs
  const KernelCounters &counters;
  std::vector<uint16_t> controlEvents;
  int throttledFd;
  int cgroupCountsFd;
  size_t cgroupCounts;
  size_t cpus;
};

// The thread between rings and queue: takes records, encodes them, tells what was lost. It never waits for the writer.
class Consumer {
 public:
  // `sorted`: every event in the order of time, at the price of a delay. `published` is called behind each commit, `changed` with what
  // became of containers.
  Consumer(Rings &rings, const Programs &programs, bool sorted, Queue &queue, std::function<void()> published,
           std::function<void(std::vector<ContainerChange>)> changed);
  ~Consumer();

  void start();
  // Takes what is in the ring, then ends. After detaching, that is all there will be.
  void drainAndStop();
  // Ends where it is: gives the order, without waiting.
  void cancel() { give(Order::kCancel); }
  void join();

  Pulse &pulse() { return pulse_; }
  void inject(const uint8_t *frames, size_t bytes);
  // Before start(): how long a record may wait for what a runtime tells of its container.
  void setDescriptionBound(uint64_t ns) { awaiting_.setBound(ns); }
  // Before start(): the processes that there are, as entries of the dictionary.
  void learnProcesses(const Bytes &frames) { encoder_.executables().learn(frames.data(), frames.size()); }
  // Before start(): the cgroups that there are.
  void walkCgroups(const CgroupFiles &files) { encoder_.containers().walk(files); }
  void enrich(uint32_t index, const std::string &id, Bytes frame) { encoder_.containers().enrich(index, id, std::move(frame)); }
  void describe(uint32_t index, const std::string &id, Description description);

  // After drainAndStop(), from one thread: losses behind the last record of a CPU, where no gap can show them, and the end frame.
  void tellTailLosses();
  void finish(const uint8_t *frames, size_t bytes);

  // Up to where in the rings every record is in the queue, or lost.
  Rings::Positions passed() const;
  const Injected &injected() const { return injected_; }
  const EventCounts &queueFull() const { return queueFull_; }
  // Records of which no scope was left.
  const EventCounts &filtered() const { return filtered_; }
  // Records of which filters were decided without knowing what the runtime tells of their container.
  uint64_t undescribed() const { return undescribed_.get(); }
  uint64_t consumed() const { return consumed_.get(); }
  uint64_t decodeErrors() const { return decodeErrors_.get(); }

 private:
  enum class Order { kRun, kDrain, kCancel };

  void give(Order order);
  void run();
  size_t drain();
  void nap(size_t taken);
  void sleepUntilRecords();
  void waitMs(int milliseconds);
  void takeRecord(const Record &record, enum ring_id ring);
  bool awaitsDescription(const Record &record, uint64_t &scopes, enum ring_id ring);
  void judged(const Record &record, uint64_t scopes, enum ring_id ring);
  const ContainerAnswer &answerOf(const Record &record, uint32_t container, const ContainerFilters &filters);
  void releaseAwaiting(uint64_t now);
  void releaseSorted(uint64_t until);
  void tellThrottled(bool rest);
  void tellGap(uint16_t cpu, enum ring_id ring, uint64_t missing, uint64_t first, uint64_t last);
  // True when the event frame is in the queue.
  bool encode(const Record &record, uint64_t scopes, enum ring_id ring, const ContainerName *named = nullptr);
  void takeInjected(Priority priority, bool sort);
  bool putFrame(const Bytes &frame, Priority priority);
  bool isBehind(uint64_t time) const;
  bool isLate(const Record &record);
  void tellContainer(const Record &record, uint64_t scopes, enum ring_id ring);
  LossReason fullReason() const { return queue_.spillFull() ? LossReason::kSpillFull : LossReason::kQueueFull; }
  void drop(LossReason reason, const Record &record);

  Rings &rings_;
  volatile uint32_t *needWakeup_;
  Pulse pulse_;
  const Residues &residues_;
  Queue &queue_;
  std::function<void()> published_;
  std::function<void(std::vector<ContainerChange>)> changed_;
  Doorbell bell_;
  std::mutex orderMutex_;
  std::atomic<Order> order_{Order::kRun};
  std::thread thread_;

  uint64_t napped_ = 0;  // when the last nap began
  uint64_t newest_ = 0;  // time of an event in the stream
  Encoder encoder_;
  CgroupCounts cgroupCounts_;
  Sequences sequences_;
  std::array<LostEvents, RINGS> lostEvents_;
  Throttled throttled_;
  Awaiting awaiting_;
  std::optional<Sorter> sorter_;
  uint64_t throttledLooked_;
  Losses losses_;
  Injected injected_;
  EventCounts queueFull_;
  EventCounts filtered_;
  Count undescribed_;
  Count consumed_;
  Count decodeErrors_;
};
