// SPDX-License-Identifier: Apache-2.0
#include "injected.h"

#include "event_layout.h"
#include "frame.h"
#include "kernel_error.h"

void Injected::add(const uint8_t *frames, size_t bytes) {
  const uint8_t *end = frames + bytes;
  const uint8_t *whole = frame::walk(frames, end, [](const uint8_t *head, size_t size) {
    if (head[0] != frame::kTag || size > frame::kHeadBytes + frame::kMaxPayloadBytes) throw Misuse("inject: not a frame");
    if (frame::kindOf(head) != frame::kEvent) return;
    if (size < frame::kHeadBytes + 6 || !isKnownEvent(frame::eventIdOf(head))) {
      throw Misuse("inject: an event frame of no event of this schema");
    }
  });
  if (whole != end) throw Misuse("inject: the last frame is not whole");
  std::lock_guard<std::mutex> lock(mutex_);
  frame::walk(frames, end, [this](const uint8_t *head, size_t size) { addFrame(head, size); });
  any_.store(!frames_.empty(), std::memory_order_release);
}

void Injected::addFrame(const uint8_t *head, size_t size) {
  const frame::Kind kind = frame::kindOf(head);
  if (kind == frame::kEvent) {
    produced_[frame::eventIdOf(head)].add(1);
    if (bytes_ + size > kMaxBytes) {
      dropped_[frame::eventIdOf(head)].add(1);
      return;
    }
  }
  // Totals that nobody took yet are superseded by newer ones: a reader that stalls for days costs no memory.
  if (kind == frame::kStatistics && !frames_.empty() && frame::kindOf(frames_.back().bytes.data()) == kind) {
    bytes_ -= frames_.back().bytes.size();
    frames_.pop_back();
  }
  frames_.push_back({{head, head + size}, false});
  bytes_ += size;
}

void Injected::takeBack(Bytes frame) {
  std::lock_guard<std::mutex> lock(mutex_);
  bytes_ += frame.size();
  frames_.push_front({std::move(frame), true});
  any_.store(true, std::memory_order_release);
}
