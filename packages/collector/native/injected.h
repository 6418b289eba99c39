// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <deque>
#include <mutex>

#include "bytes.h"
#include "event_counts.h"

// Frames from the JavaScript side, on their way to the thread that fills the queue.
class Injected {
 public:
  // Whole frames only: throws Misuse. Event frames past kMaxBytes are dropped and counted.
  void add(const uint8_t *frames, size_t bytes);
  bool any() const { return any_.load(std::memory_order_acquire); }
  // Hands them to take(frame, isOrdered) in their order, until it says that there is no room for one.
  template <typename Take>
  void moveTo(Take take) {
    std::lock_guard<std::mutex> lock(mutex_);
    while (!frames_.empty() && take(frames_.front().bytes, frames_.front().isOrdered)) {
      bytes_ -= frames_.front().bytes.size();
      frames_.pop_front();
    }
    any_.store(!frames_.empty(), std::memory_order_release);
  }
  // Takes back an event that has its place in the order and found no room: it is the next.
  void takeBack(Bytes frame);

  // Event frames that came this way, and those of them that were dropped.
  const EventCounts &produced() const { return produced_; }
  const EventCounts &dropped() const { return dropped_; }

 private:
  static constexpr size_t kMaxBytes = 4 << 20;
  void addFrame(const uint8_t *head, size_t size);

  std::mutex mutex_;
  // isOrdered: the order of time was kept already.
  struct Frame {
    Bytes bytes;
    bool isOrdered;
  };
  std::deque<Frame> frames_;
  size_t bytes_ = 0;
  std::atomic<bool> any_{false};
  EventCounts produced_;
  EventCounts dropped_;
};
