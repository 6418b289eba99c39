// SPDX-License-Identifier: Apache-2.0
#include "sorter.h"

#include <algorithm>

#include "frame.h"

void Sorter::add(const Record &record, uint64_t scopes, enum ring_id ring) {
  kept_.push(std::make_shared<Kept>(
      Kept{{record.data, record.data + record.length}, record.timestamp(), number_++, scopes, ring, false}));
  bytes_ += record.length;
}

void Sorter::add(const Bytes &frame) {
  kept_.push(std::make_shared<Kept>(Kept{frame, frame::timeOf(frame.data()), number_++, 0, RING_BULK, true}));
  bytes_ += frame.size();
}

uint64_t Sorter::settled(const Rings &rings) {
  const Rings::Positions consumed = rings.consumed();
  bool reached = true;
  for (size_t id = 0; id < consumed.size(); id++) reached = reached && consumed[id] >= mark_[id];
  if (reached) {
    settled_ = markTime_;
    markTime_ = bootTimeNow();
    mark_ = rings.produced();
  }
  return settled_ > kDelayNs ? settled_ - kDelayNs : 0;
}

void Sorter::notePassed(const Rings &rings, uint64_t until) {
  if (!empty() && until <= heldTime_) return;
  const Rings::Positions passed = empty() ? rings.consumed() : held_;
  for (size_t id = 0; id < passed.size(); id++) passed_[id] = std::max(passed_[id].load(), passed[id]);
  heldTime_ = bootTimeNow();
  held_ = rings.consumed();
}

Rings::Positions Sorter::passed() const {
  Rings::Positions passed{};
  for (size_t id = 0; id < passed.size(); id++) passed[id] = passed_[id];
  return passed;
}
