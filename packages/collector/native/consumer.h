// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <functional>
#include <thread>

#include "doorbell.h"
#include "encoder.h"
#include "event_counts.h"
#include "injected.h"
#include "losses.h"
#include "lost_events.h"
#include "queue.h"
#include "residue.h"
#include "ring.h"
#include "sequences.h"

// The thread between ring and queue: takes records, encodes them, tells what was lost. It never waits for the writer.
class Consumer {
 public:
  // `residues`: what the kernel leaves of the filters; may be set while the thread runs.
  // `needWakeup`: the programs give a wake-up for the next record when it is not 0. `published` is called behind each commit.
  // `changed` is called with what became of containers.
  Consumer(Ring &ring, uint32_t *needWakeup, const Residues &residues, const KernelCounters &counters, Queue &queue, size_t cpus,
           std::function<void()> published, std::function<void(std::vector<ContainerChange>)> changed);
  ~Consumer();

  void start();
  // Takes what is in the ring, then ends. After detaching, that is all there will be.
  void drainAndStop();
  // Ends where it is: gives the order, without waiting.
  void cancel() { give(Order::kCancel); }
  void join();

  void inject(const uint8_t *frames, size_t bytes);
  // Before start(): the cgroups that there are.
  void walkCgroups(const CgroupFiles &files) { encoder_.containers().walk(files); }
  void enrich(uint32_t index, const std::string &id, Bytes frame) { encoder_.containers().enrich(index, id, std::move(frame)); }

  // After drainAndStop(), from one thread: losses behind the last record of a CPU, where no gap can show them, and the end frame.
  void tellTailLosses();
  void finish(const uint8_t *frames, size_t bytes);

  const Injected &injected() const { return injected_; }
  const EventCounts &queueFull() const { return queueFull_; }
  // Records of which no scope was left.
  const EventCounts &filtered() const { return filtered_; }
  uint64_t consumed() const { return consumed_.get(); }
  uint64_t decodeErrors() const { return decodeErrors_.get(); }

 private:
  enum class Order { kRun, kDrain, kCancel };

  void give(Order order);
  void run();
  size_t drain();
  void nap();
  void sleepUntilRecords();
  void waitMs(int milliseconds);
  void takeRecord(const Record &record);
  void tellGap(uint16_t cpu, uint64_t missing, uint64_t first, uint64_t last);
  // True when the event frame is in the queue.
  bool encode(const Record &record, uint64_t scopes, const ContainerName *named = nullptr);
  void tellContainer(const Record &record, uint64_t scopes);
  LossReason fullReason() const { return queue_.spillFull() ? LossReason::kSpillFull : LossReason::kQueueFull; }
  void drop(LossReason reason, const Record &record);

  Ring &ring_;
  volatile uint32_t *needWakeup_;
  const Residues &residues_;
  Queue &queue_;
  std::function<void()> published_;
  std::function<void(std::vector<ContainerChange>)> changed_;
  Doorbell bell_;
  std::mutex orderMutex_;
  std::atomic<Order> order_{Order::kRun};
  std::thread thread_;

  size_t drainedBytes_ = 0;
  Encoder encoder_;
  Sequences sequences_;
  LostEvents lostEvents_;
  Losses losses_;
  Injected injected_;
  EventCounts queueFull_;
  EventCounts filtered_;
  Count consumed_;
  Count decodeErrors_;
};
