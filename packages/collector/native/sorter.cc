// SPDX-License-Identifier: Apache-2.0
#include "sorter.h"

void Sorter::add(const Record &record, uint64_t scopes, enum ring_id ring) {
  kept_.push(std::make_shared<Kept>(
      Kept{{record.data, record.data + record.length}, record.timestamp(), number_++, scopes, ring}));
  bytes_ += record.length;
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
