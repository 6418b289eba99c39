// SPDX-License-Identifier: Apache-2.0
#include "awaiting.h"

#include <algorithm>

void Awaiting::add(uint32_t container, const Record &record, uint64_t scopes, enum ring_id ring) {
  kept_[container].push_back({{record.data, record.data + record.length}, scopes, number_++, ring});
  bytes_ += record.length;
}

uint64_t Awaiting::oldest() const {
  uint64_t oldest = number_;
  for (const auto &[container, records] : kept_) oldest = std::min(oldest, records.front().number);
  return oldest;
}

void Awaiting::notePassed(const Rings &rings) {
  if (empty()) mark_ = rings.consumed();
  else if (oldest() < markNumber_) return;
  for (size_t id = 0; id < passed_.size(); id++) passed_[id] = mark_[id];
  mark_ = rings.consumed();
  markNumber_ = number_;
}

Rings::Positions Awaiting::passed() const {
  Rings::Positions passed{};
  for (size_t id = 0; id < passed.size(); id++) passed[id] = passed_[id];
  return passed;
}
