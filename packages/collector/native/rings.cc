// SPDX-License-Identifier: Apache-2.0
#include "rings.h"

#include <algorithm>

Rings::Rings(std::unique_ptr<Ring> bulk, std::unique_ptr<Ring> control) {
  sources_[RING_BULK].ring = std::move(bulk);
  sources_[RING_CONTROL].ring = std::move(control);
}

Rings::Positions Rings::produced() const {
  Positions positions{};
  for (size_t id = 0; id < RINGS; id++) {
    if (sources_[id].ring) positions[id] = sources_[id].ring->produced();
  }
  return positions;
}

Rings::Positions Rings::consumed() const {
  Positions positions{};
  for (size_t id = 0; id < RINGS; id++) {
    if (sources_[id].ring) positions[id] = sources_[id].ring->consumed();
  }
  return positions;
}

// The bulk ring is looked at first: what a record of it follows from is then seen in the other. A round that found something and took
// nothing had only records of its own future (the kernel's clock is not this one to the last nanosecond): the next takes them.
void Rings::beginRound() {
  until_ = held() ? UINT64_MAX : bootTimeNow();
  taken_ = 0;
  for (Source &source : sources_) {
    source.roundBytes = 0;
    if (!source.ring) continue;
    source.ring->beginRound();
    look(source);
  }
  const Ring *control = ring(RING_CONTROL);
  overtakes_ = control != nullptr && control->produced() - control->consumed() > control->size() / 2;
}

void Rings::endRound() {
  if (current_ != nullptr) advance(*current_);
  current_ = nullptr;
  for (Source &source : sources_) {
    if (source.ring) source.ring->publish();
  }
}

double Rings::share() const {
  double most = 0;
  for (const Source &source : sources_) {
    if (source.ring) most = std::max(most, static_cast<double>(source.roundBytes) / static_cast<double>(source.ring->size()));
  }
  return most;
}
