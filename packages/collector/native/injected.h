// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <deque>
#include <mutex>

#include "bytes.h"
#include "event_counts.h"
#include "queue.h"

// Frames from the JavaScript side, on their way to the thread that fills the queue.
class Injected {
 public:
  // Whole frames only: throws Misuse. Event frames past kMaxBytes are dropped and counted.
  void add(const uint8_t *frames, size_t bytes);
  bool any() const { return any_.load(std::memory_order_acquire); }
  // Moves them to the queue, as many as it has room for.
  void moveTo(Queue &queue, Priority priority);

  // Event frames that came this way, and those of them that were dropped.
  const EventCounts &produced() const { return produced_; }
  const EventCounts &dropped() const { return dropped_; }

 private:
  static constexpr size_t kMaxBytes = 4 << 20;
  void addFrame(const uint8_t *head, size_t size);

  std::mutex mutex_;
  std::deque<Bytes> frames_;
  size_t bytes_ = 0;
  std::atomic<bool> any_{false};
  EventCounts produced_;
  EventCounts dropped_;
};
